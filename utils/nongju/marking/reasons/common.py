"""What anybody may do wrong with any number: a sign, a decimal point, a rounding."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from nongju.marking.misconception import ABSENT, Reason
from nongju.marking.reasons.arithmetic import HALF_FEN, arrives, story_numbers
from nongju.marking.rounding import rounded
from nongju.marking.steps.whole import same
from nongju.marking.steps.work import BROKEN

if TYPE_CHECKING:
    from nongju.marking.scene import Variant
    from nongju.marking.tolerance import ToleranceRule

ROUNDED = Reason("rounded_early", "四舍五入差了一点", "先别凑整：中间的数和最后的数，都多留两位。")
SIGN = Reason("gain_and_loss_swapped", "赚和亏说反了", "先看哪头大：收的比花的多是赚，花的多是亏。")
POINT = Reason("point_shifted", "小数点挪了位", "数字对，位数不对。看看单位，再看小数点。")
NOT_WHOLE = Reason("not_whole", "没有取整", "问的是整数。想一想：零头丢了还够不够？再看往上进，还是丢掉。")
OTHER_WAY = Reason(
    "rounded_the_other_way", "取整的方向反了", "想一想：少这一点，还够不够？再看往上进，还是往下丢。"
)

OTHER_PART = Reason("other_part_answered", "写成了另一问的数", "这是另一问的数。再看看这一问，问的是哪一样。")
COPIED = Reason("story_number_copied", "写了题里的一个数", "这个数题里就有。问的是另一样，还要算一步。")
TWICE = Reason("off_by_two", "正好差一倍", "正好差一倍。看看单位，看看是一份还是两份，是一头还是两头。")

POWERS = (10.0, 100.0, 1000.0)
"""How far a decimal point slips: 角 for 元, 分 for 元, kilograms for grams."""

HAND_DECIMALS = (2, 1, 0)
"""Digits to which people round on the way: to the 分, the 角, the 元."""

NEAR = 0.03
"""Share of the key within which a number is said to be off by rounding."""

SAME_DIGITS = 0.002
"""Share within which two numbers have the same digits."""

WAYS = {"none": NOT_WHOLE, "down": OTHER_WAY, "up": OTHER_WAY, "near": OTHER_WAY}

Fits = Callable[[float], bool]
"""Whether a slip gives this number."""


def whole_slips(
    rule: ToleranceRule, number: float, variant: Variant, own: Mapping[str, Any]
) -> Iterator[tuple[Reason, float]]:
    """What comes of rounding the other way, for a whole answer, or not at all, for a broken one.

    Tried on the right way of working, and on the one from the learner's own wrong answers before (`own`).
    """
    work, field = rule.of, rule.field
    if work is None:
        return
    whole = [name for name in work.steps if work.is_whole(name, variant)]
    before = whole[: whole.index(field)] if field in whole else whole
    for start in ({}, own) if own else ({},):

        def worked(ways: dict[str, str], start: Mapping[str, Any] = start) -> Any:
            value = work.values(variant, own=start, whole=ways)[field]
            return ABSENT if same(value, work.values(variant, own=start)[field]) else value

        for way, reason in WAYS.items():
            if field in whole and (reason is NOT_WHOLE) is not number.is_integer():
                yield from _tried(reason, lambda way=way: worked({field: way}))
        for way, reason in WAYS.items():
            for name in before:
                yield from _tried(reason, lambda way=way, name=name: worked({name: way}))


def rounded_at_the_end(rule: ToleranceRule, number: float, variant: Variant) -> bool:
    """Whether a number is the key made whole, or cut to the 角: half up, up or down."""
    key = float(rule.expected(variant))
    if abs(number - key) > NEAR * abs(key):
        return False
    return any(
        abs(number * power - key * power) < 1 and math.isclose(number * power, round(number * power))
        for power in (1, 10)
    )


def common_slips(rule: ToleranceRule, variant: Variant) -> Iterator[tuple[Reason, Fits]]:
    """Each slip that anybody may make with this number, and which numbers it gives; the likeliest first."""
    key = float(rule.expected(variant))
    tolerance = rule.tolerance.around(key)
    if key and variant.signed:
        yield SIGN, lambda number: abs(number + key) <= tolerance + HALF_FEN
    roundings = [value for value in _roundings(rule, variant) if abs(value - key) <= NEAR * abs(key)]
    yield ROUNDED, lambda number: any(abs(number - value) <= HALF_FEN for value in roundings)
    if rule.of is not None:
        values = rule.of.values(variant)
        others = [
            float(values[name]) for name in rule.of.rules.keys() - {rule.field} if _is_number(values[name])
        ]
        yield OTHER_PART, lambda number: any(arrives(number, value) for value in others)
    copied = [value for value in story_numbers(variant.story) if value not in (0.0, 1.0)]
    yield COPIED, lambda number: number in copied
    if key:
        shifted = [key * power for power in POWERS] + [key / power for power in POWERS]
        yield POINT, lambda number: any(abs(number - value) <= SAME_DIGITS * abs(value) for value in shifted)
        yield TWICE, lambda number: any(arrives(number, value) for value in (key * 2, key / 2))


def _roundings(rule: ToleranceRule, variant: Variant) -> Iterator[float]:
    """The key as people get it who round on the way, or at the end, or cut digits off."""
    key = float(rule.expected(variant))
    for decimals in HAND_DECIMALS:
        yield from (
            value
            for _, value in _tried(ROUNDED, lambda decimals=decimals: rule.rounded_key(variant, decimals))
        )
        yield rounded(key, decimals)
        yield math.trunc(key * 10.0**decimals) / 10.0**decimals


def _tried(reason: Reason, work_out: Any) -> Iterator[tuple[Reason, float]]:
    """The slip with its number; nothing where it cannot be worked out."""
    try:
        value = work_out()
    except BROKEN:
        return
    if value is not ABSENT and _is_number(value):
        yield reason, float(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
