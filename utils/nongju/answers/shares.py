"""Shares: percent as people say it (三成五, 3个点, 百分之三) and discounts (八折, 打85折).

One word, 折, means what is left to pay; a percent field asks back instead of guessing which one was meant.
"""

from __future__ import annotations

import re
from decimal import Decimal

from nongju.answers import numerals
from nongju.answers.measures import BACK, FRONT, Amount, Unclear, bare, format_number, why_not

PERCENT_OR_DISCOUNT = "这里写百分之几。{said} 折是便宜 {off} %，付 {paid} %。你要写哪一个？"
WHICH_DISCOUNT = "{said} 折是付原价的 {paid} %。你是说 {meant} 折吗？写「{meant} 折」。"
WHOLE_OR_TENTH = "是 1 折还是原价？写「1 折」或「10 折」。"


def percent(text: str) -> Amount:
    """30, 30%, 三成, 三成五, 3个点, 百分之三; 8折 is asked back, for it may mean 80 or 20."""
    compact = BACK.sub("", re.sub(r"\s+", "", text))
    compact = FRONT.sub("", compact)
    if "折" in compact:
        paid = _share(compact.replace("打", "").replace("折", ""))
        if paid is not None:
            raise Unclear(
                PERCENT_OR_DISCOUNT.format(
                    said=format_number(paid * 10),
                    off=format_number(100 - paid * 100),
                    paid=format_number(paid * 100),
                )
            )
    if compact in {"一半", "半", "对半"}:
        return Amount(Decimal(50))
    for prefix, size in (("百分之", 1), ("千分之", Decimal("0.1")), ("万分之", Decimal("0.01"))):
        if compact.startswith(prefix):
            value = bare(compact.removeprefix(prefix))
            if value is not None:
                return Amount(value.value * size)
    if "成" in compact:
        return _tenths(compact)
    stem = re.sub(r"(?:%|个百分点|个点|百分点|点)$", "", compact)
    value = bare(stem)
    if value is None:
        raise Unclear(why_not(text, "%"))
    return Amount(value.value, note=value.note)


def _tenths(text: str) -> Amount:
    """三成 is 30, 三成五 is 35, 三成半 is 35, 半成 is 5."""
    front, _, back = text.partition("成")
    whole = bare(front) if front else None
    extra = Decimal(0)
    if back:
        tail = Decimal(5) if back == "半" else numerals.read_number(back)
        if tail is None or tail >= 10:
            raise Unclear(why_not(text, "%"))
        extra = tail
    if whole is None:
        raise Unclear(why_not(text, "%"))
    return Amount(whole.value * 10 + extra)


def discount(text: str) -> Amount:
    """The share paid: 八折, 打8折, 8, 85 and 0.8 in a 折 field; 0.8 折 is asked back."""
    compact = FRONT.sub("", BACK.sub("", re.sub(r"\s+", "", text))).removeprefix("打")
    percent = re.fullmatch(r"(\d+(?:\.\d+)?)%", compact)
    if percent and 0 < Decimal(percent[1]) <= 100:
        return Amount(Decimal(percent[1]) / 100)
    named = compact.endswith("折")
    share = _share(compact.removesuffix("折"))
    if share is None:
        raise Unclear(why_not(text, "折"))
    if share <= Decimal("0.1"):  # 0.8 or 1: the share itself, or tenths?
        value = share * 10
        if named and value < 1:
            raise Unclear(
                WHICH_DISCOUNT.format(
                    said=format_number(value),
                    paid=format_number(share * 100),
                    meant=format_number(value * 10),
                )
            )
        if not named and value < 1:
            share = value
        elif not named:
            raise Unclear(WHOLE_OR_TENTH)
    return Amount(share)


def _share(text: str) -> Decimal | None:
    """The share that 八, 八五, 8.5 or 85 折 leaves to pay, at most 1; None when it is not that."""
    if re.fullmatch(r"[一二三四五六七八九][一二三四五六七八九零]", text):
        return Decimal(numerals.DIGITS[text[0]] * 10 + numerals.DIGITS[text[1]]) / 100
    amount = bare(text)
    if amount is None or not 0 < amount.value < 100:
        return None
    return amount.value / (10 if amount.value <= 10 else 100)
