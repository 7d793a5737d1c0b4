"""Numbers: right within a tolerance, or the number of a known misconception."""

import math
from collections.abc import Iterable
from typing import Any, ClassVar

from nongju.digits import plain
from nongju.marking.mark import PartMark
from nongju.marking.misconception import Spec, Text, Wrong
from nongju.marking.rule import LOOK_BELOW, Rule
from nongju.marking.scene import Drawn, Show

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


class NumberRule(Rule):
    """Mark a number, or a signed gain (profit above 0, loss below).

    The key wins over every misconception. Otherwise the nearest misconception whose number
    is within the tolerance is named, and never two. The tolerance about a misconception's
    number is the one about the key.

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
        key: Spec,
        why: Text,
        wrong: Iterable[Wrong] = (),
        within: float | None = None,
        relative: float | None = None,
    ) -> None:
        super().__init__(field, points=points, key=key, why=why, wrong=wrong)
        self.tolerance = Tolerance(within, relative)

    def judge(self, value: Any, drawn: Drawn, label: str, show: Show) -> PartMark:
        """Mark a number; see `Rule.judge`."""
        unmarked = self._unmarked(value, drawn, label, show)
        if unmarked is not None:
            return unmarked
        number, key = float(value), float(self.expected(drawn))
        tolerance = self.tolerance.around(key)
        answer = show(number)
        if near(number, key, tolerance):
            return self._part(drawn, label, show, verdict="learned", answer=answer, points=self.points)
        close = [
            (abs(number - float(predicted)), wrong)
            for wrong, predicted in self.predictions(drawn)
            if near(number, float(predicted), tolerance)
        ]
        if not close:
            return self._part(drawn, label, show, verdict="again", answer=answer, remark=LOOK_BELOW)
        wrong = min(close, key=lambda pair: pair[0])[1]
        points = self.points * wrong.credit
        return self._part(drawn, label, show, verdict="again", answer=answer, points=points, wrong=wrong)

    def faults(self, drawn: Drawn) -> list[str]:
        """Numbers that the tolerance cannot tell apart, or that are no numbers.

        Two numbers must be more than twice the tolerance apart: only then is there no answer
        that both could claim.
        """
        key = float(self.expected(drawn))
        if not math.isfinite(key):
            return [f"{self.field}: the key is {key}"]
        named = [("the key", key)]
        found = []
        for wrong, predicted in self.predictions(drawn):
            value = float(predicted)
            if math.isfinite(value):
                named.append((wrong.id, value))
            else:
                found.append(f"{self.field}: {wrong.id} predicts {value}")
        reach = 2 * self.tolerance.around(key)
        for index, (name, value) in enumerate(named):
            for other, another in named[index + 1 :]:
                if near(value, another, reach):
                    apart = f"{plain(value, 4)} and {plain(another, 4)}, tolerance {plain(reach / 2, 6)}"
                    found.append(f"{self.field}: {name} and {other} cannot be told apart ({apart})")
        return found

    def bare(self, key: Any, show: Show) -> str:  # noqa: ARG002  a bare number needs no field
        """The key without its unit."""
        return plain(self._shown(key))

    def said(self, key: Any, show: Show) -> str:
        """The key as the field says it."""
        return show(self._shown(key))

    def _shown(self, key: Any) -> float:
        return shown_number(float(key), self.tolerance.around(float(key)))
