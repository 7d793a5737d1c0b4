"""What crosses the sandbox wall is bounded JSON, whatever the other side sends."""

import json
import socket
import struct

import pytest

from nongju.grading.sandbox import wire


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield wire.Frames(ours, longest=10_000), theirs


def test_a_frame_comes_out_as_it_went_in(pair):
    frames, theirs = pair
    wire.send(theirs, {"text": "腊肉", "list": [1, 2.5, None]})
    assert frames.receive(1) == {"text": "腊肉", "list": [1, 2.5, None]}


def test_nothing_in_time_is_none(pair):
    assert pair[0].receive(0.01) is None


def test_half_a_frame_is_waited_for(pair):
    frames, theirs = pair
    theirs.sendall(struct.pack(">I", 2))
    assert frames.receive(0.01) is None
    theirs.sendall(b"{}")
    assert frames.receive(1) == {}


@pytest.mark.parametrize(
    "body",
    [b"not json", b"[1]", b"3", b"\xff\xfe", b'{"a":' * 5000, json.dumps({"a": [[[]]] * 1}).encode()[:-1]],
)
def test_what_is_no_object_ends_the_conversation(pair, body):
    frames, theirs = pair
    theirs.sendall(struct.pack(">I", len(body)) + body[:9000])
    with pytest.raises(wire.WireError):
        frames.receive(1)


def test_a_frame_too_long_is_refused_before_it_is_read(pair):
    frames, theirs = pair
    theirs.sendall(struct.pack(">I", 2**31))
    with pytest.raises(wire.WireError, match="10000 are allowed"):
        frames.receive(1)


def test_hanging_up_is_said(pair):
    frames, theirs = pair
    theirs.close()
    with pytest.raises(wire.Closed):
        frames.receive(1)


@pytest.mark.parametrize("half", [b"\\ud800", b"\\uD800", b"\\uDfFf", b"\xed\xa0\x80"])
def test_text_that_utf8_cannot_hold_is_made_harmless(half):
    text = wire.decode(b'{"a": "' + half + b'"}')["a"]
    assert text.encode("utf-8") == b"?"


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999"])
def test_numbers_that_json_cannot_hold_are_nothing(number):
    assert wire.decode(b'{"a": ' + number + b"}") == {"a": None}


def test_nesting_is_bounded_and_brackets_in_text_are_not_nesting():
    deep = b'{"a":' * wire.MAX_DEPTH + b"1" + b"}" * wire.MAX_DEPTH
    assert "a" in wire.decode(deep[5:-1])
    with pytest.raises(wire.WireError):
        wire.decode(deep)
    assert wire.decode(json.dumps({"a": "[" * 99}).encode()) == {"a": "[" * 99}


def test_a_frame_of_too_many_values_is_known_without_decoding_it():
    assert not wire.crowded(b"[" + b"1," * 50 + b"1]", 60)
    assert wire.crowded(b"[" + b"1," * 50 + b"1]", 50)
    assert not wire.crowded(json.dumps({"text": '",[{' * 100}).encode(), 50)


@pytest.mark.parametrize("ending", [b"", b"\\", b'"'])
def test_text_that_nobody_closes_is_looked_through_once(ending):
    body = b"," * 51 + b'"' + b'\\"' * 500_000 + ending
    assert wire.crowded(body, 50)
    with pytest.raises(wire.WireError):
        wire.decode(b'{"a":' * wire.MAX_DEPTH + body)


def test_the_sender_leaves_out_what_the_reader_would_refuse(pair, monkeypatch):
    frames, theirs = pair
    monkeypatch.setattr(wire, "LONGEST_MESSAGE", 1000)
    wire.send(theirs, {"text": "x" * 1000}, {"text": "left out"})
    wire.send(theirs, {"text": "x" * 100}, {"text": "left out"})
    assert [len(frames.receive(1)["text"]) for _ in range(2)] == [8, 100]
