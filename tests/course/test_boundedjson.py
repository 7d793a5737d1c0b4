"""JSON of strangers: read in any of Unicode's encodings, within bounds, or refused in one sentence."""

import json
import math
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.course.boundedjson import (
    BROKEN,
    MAX_BOXES,
    MAX_COMMAS,
    MAX_DEPTH,
    TOO_DEEP,
    TOO_MUCH,
    BoundsError,
    is_deeper,
    is_utf8,
    pruned,
    read_json,
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_every_encoding_of_unicode_is_read(encoding):
    raw = json.dumps({"腊肉": ["珺", "🥔"]}, ensure_ascii=False).encode(encoding)
    assert read_json(raw) == {"腊肉": ["珺", "🥔"]}
    assert is_utf8(raw) is (encoding == "utf-8")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", BROKEN),
        (b"{", BROKEN),
        (b"{} {}", BROKEN),
        (bytes(range(256)), BROKEN),
        ("无名氏".encode("gb18030"), BROKEN),
        (b"[" * 200_000, TOO_DEEP),
        (b"[" * (MAX_DEPTH + 2) + b"]" * (MAX_DEPTH + 2), TOO_DEEP),
        (b"[" + b"{}," * MAX_BOXES + b"{}]", TOO_MUCH),
        (b"[" + b"1," * (MAX_COMMAS + 1) + b"1]", TOO_MUCH),
    ],
)
def test_what_does_not_fit_is_one_sentence(raw, sentence):
    with pytest.raises(BoundsError, match=sentence):
        read_json(raw)


def test_what_is_too_much_is_refused_before_it_is_built():
    raw = b"[" + b"{}," * 2_000_000 + b"{}]"
    tracemalloc.start()
    with pytest.raises(BoundsError):
        read_json(raw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_an_endless_number_is_infinite_and_a_half_of_a_character_is_marked():
    assert read_json(b"[1" + b"0" * 5_000 + b"]") == [math.inf]
    assert read_json(rb'{"a\ud800": "\udfff b"}') == {
        "a\N{REPLACEMENT CHARACTER}": "\N{REPLACEMENT CHARACTER} b"
    }
    assert read_json(rb'["\ud83e\udd54"]') == ["🥔"]
    assert read_json(rb'["\ud800"]', halves=True) == ["\ud800"]


def test_what_is_read_can_be_written_again():
    assert json.dumps(read_json('["\ud800"]'.encode("utf-8", "surrogatepass")), ensure_ascii=False).encode()


def boxes(inner):
    return st.lists(inner) | st.dictionaries(st.text(), inner)


@given(st.recursive(st.none() | st.integers() | st.text(), boxes))
def test_ordinary_json_comes_back_as_it_was(value):
    assert read_json(json.dumps(value).encode()) == value
    assert pruned(value) == value


@pytest.mark.parametrize("depth", [1, 99, 900])
def test_what_stands_too_deep_is_cut_off(depth):
    value = "end"
    for _ in range(depth):
        value = [value]
    assert is_deeper(value, depth) is False
    assert is_deeper(value, depth - 1) is True
    cut = pruned(value, 50)
    assert not is_deeper(cut, 50)
    assert (cut == value) is (depth <= 50)
