"""A number as a key: how far an answer may be from it, and how it is shown."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from nongju.digits import plain
from nongju.marking.misconception import ABSENT, Misconception, Spec, Text, resolve
from nongju.marking.rounding import Rounded
from nongju.marking.rule import Rule
from nongju.marking.scene import Variant
from nongju.marking.steps.work import Work

FLOAT_DUST = 1e-9
"""Share of a value, added to every tolerance: the last bits of 0.1 + 0.2 are nobody's mistake."""

SHOWN_DECIMALS = 2
"""Digits after the point when a right answer is shown: yuan to the fen, more only where the
tolerance asks for it."""

MOST_DECIMALS = 6
"""Digits after the point at most, for a key such as 1/3 under an exact rule."""


class Tolerance:
    """How far a number may be from the right one and still be right.

    Arguments:
        within: absolute, in the field's unit, at least 0.
        relative: share of the right number, at least 0 and below 1.

    Raises:
        ValueError: both given, or one out of range. Neither given means exact.
    """

    def __init__(self, within: float | None = None, relative: float | None = None) -> None:
        if within is not None and relative is not None:
            raise ValueError("give within= or relative=, not both")
        if within is not None and not (math.isfinite(within) and within >= 0):
            raise ValueError(f"within must be at least 0, not {within!r}")
        if relative is not None and not 0 <= relative < 1:
            raise ValueError(f"relative is a share from 0 up to, not including, 1; not {relative!r}")
        self.within = within
        self.relative = relative

    def around(self, key: float) -> float:
        """The tolerance about a right number, in its unit."""
        if self.relative is not None:
            return self.relative * abs(key)
        return self.within or 0.0


def near(value: float, target: float, tolerance: float) -> bool:
    """Whether two numbers agree within an absolute tolerance (and float dust)."""
    return abs(value - target) <= tolerance + FLOAT_DUST * max(1.0, abs(value), abs(target))


def shown_number(key: float, tolerance: float) -> float:
    """A right number rounded for show, to within half the tolerance, so that copying it is right."""
    decimals = SHOWN_DECIMALS
    while decimals < MOST_DECIMALS and not near(float(plain(key, decimals)), key, tolerance / 2):
        decimals += 1
    return float(plain(key, decimals))


class ToleranceRule(Rule):
    """A rule whose key is a number, right within a tolerance.

    Arguments:
        within: absolute tolerance, in the field's unit.
        relative: tolerance as a share of the key. Give one of the two; neither means exact.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"number", "gain"})

    def __init__(
        self,
        field: str,
        *,
        points: float,
        why: Text,
        key: Spec = ABSENT,
        of: Work | None = None,
        wrong: Iterable[Misconception] = (),
        within: float | None = None,
        relative: float | None = None,
    ) -> None:
        super().__init__(field, points=points, key=key, of=of, why=why, wrong=wrong)
        self.tolerance = Tolerance(within, relative)

    def right(self, value: Any, variant: Variant) -> bool:
        """Whether a number is the key within the tolerance."""
        key = float(self.expected(variant))
        if not isinstance(value, int | float) or not near(float(value), key, self.tolerance.around(key)):
            return False
        whole = self.of is not None and self.of.is_whole(self.field, variant)
        return not whole or float(value).is_integer()

    def rounded_key(self, variant: Variant, decimals: int) -> float:
        """The key as a person gets it who rounds every result on the way to `decimals` digits."""
        if self.of is not None:
            return float(self.of.values(variant, decimals=decimals)[self.field])
        numbers = {name: Rounded.of(value, decimals) for name, value in variant.numbers.items()}
        return float(resolve(self.key, replace(variant, numbers=numbers)))
