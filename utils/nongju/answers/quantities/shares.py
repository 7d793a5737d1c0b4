"""Shares: percent as people say it (三成五, 3个点, 百分之三, 四分之三) and discounts (八折, 打85折, 让两成).

One word, 折, means what is left to pay; a percent field asks back instead of guessing which one was meant.
"""

from __future__ import annotations

import re
from fractions import Fraction

from nongju.answers.quantities import rough, sentences
from nongju.answers.quantities.amounts import format_number, measured
from nongju.answers.quantities.numbers import HALVES, Amount, Unclear, fraction, number
from nongju.answers.quantities.numerals import DIGITS
from nongju.answers.quantities.units import UNITS

_PARTS = {"百分之": Fraction(1), "千分之": Fraction(1, 10), "万分之": Fraction(1, 100)}
_HUNDREDTHS = frozenset({20, 25, 50, 100, 1000})
"""Denominators that are percent at a glance: 5/100, 1/20."""
_SHORT_PARTS = re.compile(r"[千万][0-9一二三四五六七八九]")

_FULL_PRICE = re.compile(r"(?:不|没|没有|无)(?:打折?|折扣?|优惠)|原价|全价|不折|十足")
_HALF_PRICE = frozenset({*HALVES, "对折", "半价", "半折", "对半", "1/2", "二分之一"})
_OFF = re.compile(r"(?:让利?|便宜|优惠|减|降价?|少收?)了?(.+)")
_PAID = re.compile(r"(?:实?[收付]|按|只[收付]|打[了个]*)(.+)")
_NO_DISCOUNT = re.compile(r"满.*[减送返]|[买满].*[送赠]|第二|立减|(?:[减让降]|便宜|优惠).*[元块]")
_TWO_DIGITS = re.compile(r"([一二三四五六七八九])([一二三四五六七八九零〇])折*")

LEAST_PAID = Fraction(1, 10)
"""Smallest share that a 折 field takes: 一折. Less is a slip of the point."""


def percent(text: str) -> Amount | None:
    """30, 30%, 三成, 三成五, 3个点, 百分之三, 5‰, 四分之三; 8折 and a bare 0.03 are asked back."""
    if "折" in text:
        raise Unclear(_percent_or_discount(text))
    if text in HALVES or text == "对半":
        return Amount(Fraction(50))
    if text in {"百分百", "百分之百"}:
        return Amount(Fraction(100))
    for prefix, size in _PARTS.items():
        if text.startswith(prefix):
            amount = number(text.removeprefix(prefix).removesuffix("%"))
            return amount and Amount(amount.value * size, note=amount.note)
    share = fraction(text, also=_HUNDREDTHS)
    if share is not None:
        return Amount(share * 100) if share < 1 else None
    if _SHORT_PARTS.fullmatch(text):  # 万五: 0.05 % to a bank, 15000 to anybody else
        raise Unclear(sentences.TENTHS_OF_A_PERCENT)
    bare = number(text)
    if bare is not None and 0 < bare.value < 1:
        same, hundredfold = format_number(bare.value), format_number(bare.value * 100)
        raise Unclear(sentences.SMALL_PERCENT.format(same=same, hundredfold=hundredfold))
    return bare or measured(text, UNITS["%"])


def _percent_or_discount(text: str) -> str:
    paid = _share(text.removeprefix("打"))
    if paid is None:
        return sentences.PAID_OR_OFF_PERCENT
    return sentences.PERCENT_OR_DISCOUNT.format(
        said=format_number(paid * 10), off=format_number(100 - paid * 100), paid=format_number(paid * 100)
    )


def discount(text: str) -> Amount | None:
    """The share paid: 八折, 打8折, 85, 0.8, 让两成, 对折, 不打折; 0.8折, 七八折 and 满减 are asked back."""
    if _FULL_PRICE.fullmatch(text):
        return Amount(Fraction(1))
    if _NO_DISCOUNT.search(text):
        raise Unclear(sentences.NOT_A_DISCOUNT)
    off, paid = _OFF.fullmatch(text), _PAID.fullmatch(text)
    stem = off[1] if off else paid[1] if paid else text
    doubt = rough.ask(stem, UNITS["折"])
    if doubt:
        raise Unclear(doubt)
    if stem in _HALF_PRICE:
        return Amount(Fraction(1, 2))
    if off or re.search(r"[%成]|分之|/", stem):
        return Amount(_as_share(stem, off=bool(off), clear=bool(off or paid)))
    share = _share(stem)
    return None if share is None else Amount(_checked(share, named="折" in stem))


def _as_share(text: str, *, off: bool, clear: bool) -> Fraction:
    """The share paid where percent, tenths or a fraction are written; below one half it must be said."""
    amount = percent(text) if re.search(r"[%成]|分之|/", text) and "折" not in text else None
    if amount is None or not 0 < amount.value <= 100 or (amount.value < 50 and not clear):
        raise Unclear(sentences.PAID_OR_OFF)
    share = amount.value / 100
    return _checked(1 - share if off else share, named=True)


def _share(text: str) -> Fraction | None:
    """The share that 八, 八五, 8.5 or 85 折 leaves to pay, at most 1; None when it is not that."""
    two = _TWO_DIGITS.fullmatch(text)
    if two:
        first, second = DIGITS[two[1]], DIGITS[two[2]]
        range_of_two = second == first + 1 or (first, second) == (3, 5)
        return None if range_of_two else Fraction(first * 10 + second, 100)
    amount = measured(text, UNITS["折"])
    if amount is None or not 0 < amount.value < 100:
        return None
    if 10 < amount.value < 50 and "折" not in text:  # 15: 1.5 折, or 15 % off?
        raise Unclear(sentences.PAID_OR_OFF)
    return amount.value / (10 if amount.value <= 10 else 100)


def _checked(share: Fraction, *, named: bool) -> Fraction:
    """The share, unless it is so small that the point stands in another place than was meant."""
    tenths = share * 10
    if share > LEAST_PAID or (share == LEAST_PAID and named):
        return share
    if not named and LEAST_PAID <= tenths < 1:  # 0.8 is the share itself
        return tenths
    if not named and tenths == 1:
        raise Unclear(sentences.WHOLE_OR_TENTH)
    if tenths < LEAST_PAID:
        raise Unclear(sentences.TOO_SMALL)
    said, paid, meant = format_number(tenths), format_number(share * 100), format_number(tenths * 10)
    raise Unclear(sentences.WHICH_DISCOUNT.format(said=said, paid=paid, meant=meant))
