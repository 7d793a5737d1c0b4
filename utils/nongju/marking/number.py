"""Numbers: right within a tolerance, or the number of a known misconception."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from nongju.digits import plain
from nongju.marking.mark import PartMark
from nongju.marking.misconception import ABSENT, Spec, Text, Wrong, resolve
from nongju.marking.reasons.telling import Telling
from nongju.marking.rounding import Rounded
from nongju.marking.rule import FOLLOWED, LOOK_BELOW, Rule, follows_words
from nongju.marking.scene import Show, Variant
from nongju.marking.work import AGREES, BROKEN, Slip, Work, same

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

    The key wins over everything. Then what follows rightly from an own wrong number before it, which earns
    FOLLOWED of the points. Otherwise one reason is told, the likeliest (`nongju.marking.reasons.telling`).

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
        wrong: Iterable[Wrong] = (),
        within: float | None = None,
        relative: float | None = None,
    ) -> None:
        super().__init__(field, points=points, key=key, of=of, why=why, wrong=wrong)
        self.tolerance = Tolerance(within, relative)

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark a number; see `Rule.judge`."""
        unmarked = self._unmarked(value, variant, label, show)
        if unmarked is not None:
            return unmarked
        number = float(value)
        answer = show(number)
        if self.right(number, variant):
            return self._part(variant, label, show, verdict="learned", answer=answer, points=self.points)
        own = self.of.own(self.field, variant) if self.of is not None else {}
        if own and self._follows(number, own, variant):
            return self._part(
                variant,
                label,
                show,
                verdict="again",
                answer=answer,
                points=self.points * FOLLOWED,
                remark=follows_words(self, own, label),
            )
        told = Telling(self, number, variant, own).told()
        if told is None:
            return self._part(variant, label, show, verdict="again", answer=answer, remark=LOOK_BELOW)
        points = self.points * (told.wrong.credit if told.wrong is not None else 0.0)
        part = self._part(
            variant,
            label,
            show,
            verdict="again",
            answer=answer,
            points=points,
            wrong=told.wrong,
            remark=told.remark,
        )
        return part if told.common is None else replace(part, misconception=told.common)

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

    def faults(self, variant: Variant) -> list[str]:
        """Numbers that the tolerance cannot tell apart, or that are no numbers.

        Two numbers must be more than twice the tolerance apart: only then is there no answer that both could
        claim. Two slips of one working may meet at a field if they part at another one.
        """
        key = float(self.expected(variant))
        if not math.isfinite(key):
            return [f"{self.field}: the key is {key}"]
        named: list[tuple[str, float, Wrong | None]] = [("the key", key, None)]
        found = []
        for misconception, predicted in self.predictions(variant):
            value = float(predicted)
            if math.isfinite(value):
                named.append((misconception.id, value, misconception))
            else:
                found.append(f"{self.field}: {misconception.id} predicts {value}")
        reach = 2 * self.tolerance.around(key)
        for index, (name, value, wrong) in enumerate(named):
            for other, another, second in named[index + 1 :]:
                if near(value, another, reach) and not self._part_elsewhere(wrong, second, variant):
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

    def _follows(self, number: float, own: Mapping[str, Any], variant: Variant) -> bool:
        """Whether the number is what comes of the learner's own answers before it."""
        assert self.of is not None
        try:
            value = float(self.of.values(variant, own=own)[self.field])
        except BROKEN:
            return False
        reach = self.tolerance.around(float(self.expected(variant)))
        return near(number, value if variant.signed else abs(value), reach)

    def _part_elsewhere(self, wrong: Wrong | None, other: Wrong | None, variant: Variant) -> bool:
        """Whether two slips of the working give different answers to another field."""
        if self.of is None or not isinstance(wrong, Slip) or not isinstance(other, Slip):
            return False
        one = self.of.values(variant, changes=wrong.changes)
        two = self.of.values(variant, changes=other.changes)
        return any(
            not same(one[name], two[name], reach=AGREES) for name in self.of.rules if name != self.field
        )
