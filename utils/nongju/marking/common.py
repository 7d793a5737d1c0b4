"""What anybody may do wrong with any number: a sign, a decimal point, a rounding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nongju.marking.misconception import ABSENT, Misconception

if TYPE_CHECKING:
    from nongju.marking.number import NumberRule
    from nongju.marking.scene import Drawn

ROUNDED = Misconception("rounded_early", "四舍五入差了一点", "中间的数先别四舍五入，多留两位，算到最后再取。")
SIGN = Misconception("gain_and_loss_swapped", "赚和亏说反了", "先看哪头大：收的比花的多是赚，花的多是亏。")
POINT = Misconception(
    "point_shifted", "小数点挪了位", "数字对，位数不对。看看问的是元还是分，是一斤还是一箱，再看小数点。"
)
NOT_WHOLE = Misconception("not_whole", "没有取整", "半单、半箱卖不了。零头怎么进，题里说了。")
OTHER_WAY = Misconception(
    "rounded_the_other_way", "取整的方向反了", "想一想：少这一点，还够不够？再看往上进，还是往下丢。"
)

POWERS = (10.0, 100.0, 1000.0)
"""How far a decimal point slips: 角 for 元, 分 for 元, kilograms for grams."""

HAND_DECIMALS = (2, 1, 0)
"""Digits to which people round on the way: to the 分, the 角, the 元."""

WAYS = {"none": NOT_WHOLE, "down": OTHER_WAY, "up": OTHER_WAY, "near": OTHER_WAY}


def common_slips(rule: NumberRule, drawn: Drawn) -> Iterator[tuple[Misconception, float]]:
    """Each slip that anybody may make with this number, and the number that it gives; the likeliest first."""
    key = float(rule.expected(drawn))
    if rule.of is not None:
        for way, told in WAYS.items():
            yield from _tried(told, lambda way=way: rule.of.values(drawn, whole=way)[rule.field])
    for decimals in HAND_DECIMALS:
        yield from _tried(ROUNDED, lambda decimals=decimals: rule.rounded_key(drawn, decimals))
    if key:
        yield SIGN, -key
        for power in POWERS:
            yield POINT, key * power
            yield POINT, key / power


def _tried(told: Misconception, work_out: Any) -> Iterator[tuple[Misconception, float]]:
    """The slip with its number; nothing where it cannot be worked out."""
    try:
        value = work_out()
    except (ArithmeticError, ValueError, TypeError):
        return
    if value is not ABSENT and isinstance(value, int | float):
        yield told, float(value)
