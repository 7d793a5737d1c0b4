"""What anybody may do wrong with any number: a sign, a decimal point, a rounding."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nongju.marking.misconception import ABSENT, Misconception
from nongju.marking.rounding import rounded

if TYPE_CHECKING:
    from nongju.marking.number import NumberRule
    from nongju.marking.scene import Drawn

ROUNDED = Misconception("rounded_early", "四舍五入差了一点", "中间的数先别四舍五入，多留两位，算到最后再取。")
SIGN = Misconception("gain_and_loss_swapped", "赚和亏说反了", "先看哪头大：收的比花的多是赚，花的多是亏。")
POINT = Misconception("point_shifted", "小数点挪了位", "数字对，位数不对。看看单位，再看小数点。")
NOT_WHOLE = Misconception("not_whole", "没有取整", "半单、半箱卖不了。零头怎么进，题里说了。")
OTHER_WAY = Misconception(
    "rounded_the_other_way", "取整的方向反了", "想一想：少这一点，还够不够？再看往上进，还是往下丢。"
)

OTHER_PART = Misconception(
    "other_part_answered", "写成了另一问的数", "这是另一问的数。再看看这一问，问的是哪一样。"
)
COPIED = Misconception(
    "story_number_copied", "写了题里的一个数", "这个数题里就有。问的是另一样，还要算一步。"
)
TWICE = Misconception(
    "off_by_two", "正好差一倍", "正好差一倍。看看单位，看看是一份还是两份，是一头还是两头。"
)

POWERS = (10.0, 100.0, 1000.0)
"""How far a decimal point slips: 角 for 元, 分 for 元, kilograms for grams."""

HAND_DECIMALS = (2, 1, 0)
"""Digits to which people round on the way: to the 分, the 角, the 元."""

CLOSE = 0.1
"""Share of the key within which a number is said to be off by rounding."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")

WAYS = {"none": NOT_WHOLE, "down": OTHER_WAY, "up": OTHER_WAY, "near": OTHER_WAY}


def common_slips(rule: NumberRule, drawn: Drawn) -> Iterator[tuple[Misconception, float]]:
    """Each slip that anybody may make with this number, and the number that it gives; the likeliest first."""
    key = float(rule.expected(drawn))
    if rule.of is not None:
        for way, told in WAYS.items():
            yield from _tried(told, lambda way=way: rule.of.values(drawn, whole=way)[rule.field])
    yield from ((ROUNDED, value) for value in _roundings(rule, drawn) if abs(value - key) <= CLOSE * abs(key))
    if rule.of is not None:
        for name in rule.of.rules.keys() - {rule.field}:
            yield from _tried(OTHER_PART, lambda name=name: rule.of.values(drawn)[name])
    yield from ((COPIED, value) for value in _story_numbers(drawn))
    if key:
        yield SIGN, -key
        for power in POWERS:
            yield POINT, key * power
            yield POINT, key / power
        yield TWICE, key * 2
        yield TWICE, key / 2


def _roundings(rule: NumberRule, drawn: Drawn) -> Iterator[float]:
    """The key as people get it who round on the way, or at the end, or cut digits off."""
    key = float(rule.expected(drawn))
    for decimals in HAND_DECIMALS:
        yield from (
            value for _, value in _tried(ROUNDED, lambda decimals=decimals: rule.rounded_key(drawn, decimals))
        )
        yield rounded(key, decimals)
        yield math.trunc(key * 10.0**decimals) / 10.0**decimals


def _story_numbers(drawn: Drawn) -> Iterator[float]:
    """The numbers that stand in the story, but for 0 and 1, which anybody may get."""
    for text in _NUMBER.findall(drawn.story):
        if float(text) not in (0.0, 1.0):
            yield float(text)


def _tried(told: Misconception, work_out: Any) -> Iterator[tuple[Misconception, float]]:
    """The slip with its number; nothing where it cannot be worked out."""
    try:
        value = work_out()
    except (ArithmeticError, ValueError, TypeError):
        return
    if value is not ABSENT and isinstance(value, int | float):
        yield told, float(value)
