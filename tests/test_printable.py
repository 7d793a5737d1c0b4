"""What a stranger wrote, before it reaches a terminal, a page or a file."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.printable import LOST, printable, printable_line

KEPT = ["腊肉 2 斤，卖 69 元。", "珺彧翀赟玥旻婳", "🥔🌶️", "\U0003106c", "\ue815", "«é»", ""]
"""Ordinary text, rare characters of names (one of them newer than Python's tables), emoji."""


@pytest.mark.parametrize("text", KEPT)
def test_what_people_write_stays_as_it_is(text):
    assert printable(text) == text


@pytest.mark.parametrize("text", KEPT)
def test_blanks_of_other_scripts_are_plain_blanks(text):
    assert printable(f"{text}\u3000{text}\xa0{text}\t{text}") == " ".join([text] * 4)


def test_nothing_steers_a_terminal_turns_text_around_or_hides():
    assert printable("a\x1b[31mb\x07\x9b") == "a [31mb  "
    assert printable("甲\u202e乙\u2066丙\u200b\ufeff\u200d丁\U000e0041") == "甲乙丙丁"


def test_what_cannot_be_encoded_is_marked_as_lost():
    assert printable("a\ud800b\uffff\U0010fffe\ufdd0") == f"a{LOST}b{LOST * 3}"


def test_lines_are_kept_or_become_one():
    assert printable("a\r\nb\rc\u2028d\ne") == "a\nb\nc\nd\ne"
    assert printable("a\r\nb\rc\u2028d\ne", lines=False) == "a b c d e"


@given(st.text(st.characters(codec=None)), st.booleans())
def test_whatever_comes_in_can_be_encoded_and_holds_no_control_and_no_format(text, lines):
    shown = printable(text, lines=lines)
    shown.encode("utf-8")
    left = {unicodedata.category(char) for char in shown.replace("\n", "" if lines else "\n")}
    assert not left & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert printable(shown, lines=lines) == shown


def test_every_character_of_unicode_is_decided():
    for code in range(sys.maxunicode + 1):
        assert len(printable(chr(code))) <= 1


def test_a_long_name_keeps_its_end_because_names_differ_there():
    assert printable_line("x" * 50 + ".mp4", 40) == "…" + "x" * 35 + ".mp4"
    assert printable_line("a\nb", 40) == "a b"
    assert len(printable_line("汉" * 99, 40)) == 40
