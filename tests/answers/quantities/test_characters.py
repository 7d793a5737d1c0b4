"""What a keyboard, a phone or a web page writes becomes plain characters; what nobody sees is dropped."""

import sys
import unicodedata

import pytest

from nongju.answers.quantities.characters import is_minus, plain

EVERY_CHARACTER = [chr(code) for code in range(sys.maxunicode + 1)]


def test_every_format_character_of_unicode_is_dropped():
    for character in EVERY_CHARACTER:
        if unicodedata.category(character) == "Cf":
            assert plain(f"3{character}5") == "35", hex(ord(character))


def test_every_decimal_digit_of_unicode_is_read():
    for character in EVERY_CHARACTER:
        if unicodedata.category(character) == "Nd":
            assert plain(character) == str(unicodedata.decimal(character))


def test_every_dash_and_minus_sign_of_unicode_is_a_minus_but_waves_are_not():
    for character in EVERY_CHARACTER:
        name = unicodedata.name(character, "")
        dash = unicodedata.category(character) == "Pd" or name.endswith("MINUS SIGN")
        if dash and "WAV" not in name and "PLUS" not in name:
            assert plain(f"{character}3") == "-3", name
    for wave in "~～〜〰∼":
        assert plain(f"{wave}3") == "~3"
    assert not is_minus("±")


def test_no_character_of_unicode_makes_it_fail():
    for character in EVERY_CHARACTER:
        assert isinstance(plain(character), str)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("①69.16", "69.16"),
        ("① 69。16", "69.16"),
        ("②、三块五", "三块五"),
        ("⑥", "6"),
        ("⑥单", "6单"),
        ("⑫", "12"),
        ("❻", "6"),
        ("⑥百", "6百"),
        ("①②", "1 2"),
        ("①⑤", "1 5"),
    ],
)
def test_a_circled_number_is_a_label_in_front_of_an_amount_and_a_number_alone(typed, seen):
    assert plain(typed) == seen


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("7\ufe0f\u20e3", "7"),
        ("1\ufe0f\u20e32\ufe0f\u20e3", "12"),
        ("\U0001f51f", "10"),
        ("⁵", "5"),
        ("²⁵", "25"),
        ("10²", "10 2"),
        ("½", "1/2"),
        ("3½", "3又1/2"),
        ("Ⅻ", "12"),
        ("𝟏𝟐", "12"),
        ("١٢", "12"),
        ("三塊", "三块"),
        ("㎏", "kg"),
        ("1\u30002", "1 2"),
        ("1\x00\ud8002", "12"),
    ],
)
def test_digits_of_other_styles_are_digits_and_two_styles_side_by_side_stay_apart(typed, seen):
    assert plain(typed) == seen
