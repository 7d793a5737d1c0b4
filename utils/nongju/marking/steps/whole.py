"""Steps that end in a whole number, and when two results are the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from nongju.marking.misconception import Spec

WHOLE_DUST = 1e-9
"""Share of a number by which it may lie above a whole one and still be that one: 0.1 + 0.2 is 0.3."""

SAME = 1e-9
"""Share within which two results are the same: the last bits of 0.1 + 0.2."""

AGREES = 0.005
"""Share within which an answer is taken for what a way of working gives: who works by hand rounds."""


@dataclass(frozen=True)
class Whole:
    """A step that ends in a whole number: what it rounds, and which way ("up", "down" or "near")."""

    formula: Spec
    way: str

    def rounded(self, value: float, way: str = "") -> float:
        """The whole number for a value; `way` in place of its own, "none" for the value as it is."""
        way, plain = way or self.way, float(value)
        dust = WHOLE_DUST * max(1.0, abs(plain))
        if way == "none":
            return value
        if way == "up":
            made = float(math.ceil(plain - dust))
        else:
            made = float(math.floor(plain + (dust if way == "down" else 0.5 + dust)))
        remembers = getattr(value, "rounded_whole", None)
        return made if remembers is None else remembers(way, made)


def up(formula: Spec) -> Whole:
    """A step that rounds up to a whole number: 7.2 parcels are 8."""
    return Whole(formula, "up")


def down(formula: Spec) -> Whole:
    """A step that rounds down to a whole number: 7.8 full boxes are 7."""
    return Whole(formula, "down")


def near_whole(formula: Spec) -> Whole:
    """A step that rounds to the nearest whole number."""
    return Whole(formula, "near")


def same(value: Any, other: Any, *, reach: float = SAME) -> bool:
    """Whether two values are one: numbers within a share `reach` of the larger, anything else equal."""
    if isinstance(value, int | float) and isinstance(other, int | float):
        return abs(value - other) <= reach * max(1.0, abs(value), abs(other))
    return bool(value == other)
