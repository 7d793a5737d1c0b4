"""Where a Chinese caption breaks: never before a closing mark, never inside a number, a word or a dash."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongju.clips.edit.captions.linebreak import NOT_AT_END, NOT_AT_START, broken, pieces

PLAIN = "柴火慢熏一口下去满嘴香三年老灶"
MARKS = ",。、!?”》)%…“《(¥"


def lines(text: str, most: int) -> list[str]:
    """Broken with every character one wide."""
    return broken(text, lambda line: float(len(line)), most)


@settings(max_examples=50)
@given(st.text(alphabet=PLAIN + MARKS, min_size=1, max_size=40), st.integers(8, 14))
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(text: str, most: int) -> None:
    found = lines(text, most)
    assert "".join(found) == text
    for before, after in itertools.pairwise(found):
        if max(map(len, pieces(text))) <= most:
            assert after[0] not in NOT_AT_START
            assert before[-1] not in NOT_AT_END
            assert len(before) <= most


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("一斤只卖128.5元真便宜", "128.5元"),
        ("发到重庆WeChat上看看", "WeChat"),
        ("又脆又甜——真的好吃", "——"),
        ("想一想……再买也不迟", "……"),
        ("坏果率要低于20%才行", "20%"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, whole: str) -> None:
    for most in range(len(whole) + 1, len(text)):
        assert any(whole in line for line in lines(text, most)), most


def test_lines_are_of_like_length_and_break_behind_a_mark() -> None:
    assert lines("三年老灶,柴火慢熏一口香", 11) == ["三年老灶,", "柴火慢熏一口香"]
    assert [len(line) for line in lines("柴火慢熏一口下去满嘴香呀", 11)] == [6, 6]


def test_the_writers_own_break_is_kept() -> None:
    assert lines("灶上\n腊肉", 11) == ["灶上", "腊肉"]


def test_one_long_word_is_cut_by_characters() -> None:
    assert lines("abcdefghijklmnop", 6) == ["abcdef", "ghijkl", "mnop"]
