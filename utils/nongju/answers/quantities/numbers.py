"""One number without its unit: digits, spoken numbers, commas, k and w, fractions, look-alike letters.

What can be read in two ways raises `Unclear` with the sentence that the learner sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from nongju.answers.quantities import sentences
from nongju.answers.quantities.numerals import numeral
from nongju.errors import NongjuError


@dataclass(frozen=True)
class Amount:
    """A value in the field's unit.

    Arguments:
        value: the amount.
        said: what was converted, to stand before an equals sign in the echo: 2 公斤.
        note: what the echo should add.
    """

    value: Fraction
    said: str = ""
    note: str = ""


class Unclear(NongjuError, ValueError):
    """Carries the sentence for the learner."""


HALVES = frozenset({"半", "一半"})
"""What means one half by itself; 一半 is no 一 and a half."""

LARGEST_DENOMINATOR = 10
"""A fraction with more below its line is a sum to be worked out: 50/63."""

_LOOKALIKE = re.compile(r"[0-9oli|.,]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}|0,[0-9]+")
_THOUSANDS = re.compile(r"([0-9]+(?:\.[0-9]+)?)([kw])([0-9]?)")
_RATIO = re.compile(r"(?:([0-9]+)又)?([0-9]+)/([0-9]+)")
_SPOKEN_RATIO = re.compile(r"(?:(.+)又)?(.+)分之(.+)")


def number(text: str) -> Amount | None:
    """The number that a text without spaces and in lower case stands for; None when it is not one.

    Raises:
        Unclear: it looks like a number and can be read in two ways.
    """
    if _LOOKALIKE.fullmatch(text) and re.search(r"[oli|]", text) and re.search(r"[0-9]", text):
        amount = number(re.sub(r"[li|]", "1", text.replace("o", "0")))
        return amount and Amount(amount.value, note=sentences.LETTERS)
    if "," in text:
        return _with_comma(text)
    if text in HALVES:
        return Amount(Fraction(1, 2))
    value = _thousands(text) or fraction(text)
    if value is None:
        value = numeral(text.removesuffix("."))
    return None if value is None else Amount(value)


def fraction(text: str, *, also: frozenset[int] = frozenset()) -> Fraction | None:
    """1/2, 2又1/2, 三分之一, 二又二分之一; None for anything else, and for a sum such as 50/63.

    Arguments:
        text: without spaces.
        also: denominators above LARGEST_DENOMINATOR that will do.
    """
    written, spoken = _RATIO.fullmatch(text), _SPOKEN_RATIO.fullmatch(text)
    if written:
        whole, above, below = (numeral(part or "0") for part in written.groups())
    elif spoken:
        whole, below, above = (numeral(part or "0") for part in spoken.groups())
    else:
        return None
    if whole is None or above is None or below is None or whole.denominator != 1:
        return None
    plain = below <= LARGEST_DENOMINATOR or below in also
    return whole + above / below if plain and 0 < above < below else None


def _thousands(text: str) -> Fraction | None:
    """12k, 1.2w, 1w2."""
    written = _THOUSANDS.fullmatch(text)
    if written is None or ("." in written[1] and written[3]):
        return None
    size = 1000 if written[2] == "k" else 10_000
    return Fraction(written[1]) * size + Fraction(written[3] or 0) * size / 10


def _with_comma(text: str) -> Amount | None:
    """1,200 is twelve hundred, 3,5 is three and a half; both are said; anything else is asked back."""
    if _GROUPED.fullmatch(text):
        return Amount(Fraction(text.replace(",", "")), note=sentences.COMMA_GROUPS)
    if _DECIMAL_COMMA.fullmatch(text):
        return Amount(Fraction(text.replace(",", ".")), note=sentences.COMMA_POINT)
    if re.fullmatch(r"[0-9.,]+", text):
        raise Unclear(sentences.COMMA_UNCLEAR)
    return None
