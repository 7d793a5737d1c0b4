"""Chinese numerals: colloquial tails, mixed digits, and a round trip through spoken numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.answers.quantities.characters import plain
from nongju.answers.quantities.numerals import numeral

DIGITS = "零一二三四五六七八九"


def say(number: int) -> str:
    """A whole number below 10**8 as a speaker says it in full: 10203 is 一万零二百零三."""
    if number < 10:
        return DIGITS[number]
    high, low = divmod(number, 10**4)
    if high:
        gap = "零" if 0 < low < 1000 else ""
        return f"{say(high)}万{gap}{say(low) if low else ''}"
    words, gap = "", False
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return words


def say_short(digit: int, next_digit: int, place: str) -> str:
    """一百二 for 120, 一千五 for 1500, 一万二 for 12000."""
    return f"{DIGITS[digit]}{place}{DIGITS[next_digit]}"


@given(st.integers(min_value=0, max_value=10**8 - 1))
def test_spoken_numbers_come_back(number):
    assert numeral(say(number)) == number


@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from([("百", 100), ("千", 1000), ("万", 10_000)]),
)
def test_a_digit_behind_a_place_counts_the_next_lower_place(digit, tail, place):
    word, size = place
    assert numeral(say_short(digit, tail, word)) == digit * size + tail * size // 10
    assert numeral(f"{digit}{word}{tail}") == digit * size + tail * size // 10


@given(st.integers(0, 99_999), st.text("0123456789", min_size=1, max_size=4))
def test_spoken_decimals_come_back(whole, fraction):
    spoken = f"{say(whole)}点{''.join(DIGITS[int(d)] for d in fraction)}"
    assert numeral(spoken) == Fraction(f"{whole}.{fraction}")


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text):
    value = numeral(plain(text))
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百零二", 102),
        ("百二", 120),
        ("万二", 12_000),
        ("一万二千五", 12_500),
        ("两千零五", 2_005),
        ("廿五", 25),
        ("贰佰", 200),
        ("二〇二二", 2022),
        ("1.2万", 12_000),
        ("1万2000", 12_000),
        ("3千5百", 3_500),
        ("点五", Fraction("0.5")),
        ("一点二万", 12_000),
        ("1.2千万", 12_000_000),
        ("十万八千", 108_000),
        ("一万零五百", 10_500),
        ("一百廿五", 125),
        ("三〇", 30),
    ],
)
def test_ways_of_saying(text, value):
    assert numeral(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("一百零", "三二百", "一百百", "1万50", "三五", "两三", "七八十", "", "半", "十百"),
        *("八五", "七八九", "百", "千", "万", "十两", "一百两"),
        *("一百零五十", "一万零五千", "1.2万3", "三点五十", "十零五"),
    ],
)
def test_what_is_not_one_number_is_not_guessed(text):
    assert numeral(text) is None
