"""Why a wrong number is wrong: the reasons in the order in which they are tried.

The author's own names come first, then what anybody may do with any number (`common`), then two slips at
once, and at last the sum that the number seems to come of (`arithmetic`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any

from nongju.marking.misconception import ABSENT, Misconception, Reason
from nongju.marking.reasons.arithmetic import (
    FEW,
    FLOAT_DUST,
    HALF_FEN,
    arrives,
    chance,
    story_numbers,
    sum_reason,
)
from nongju.marking.reasons.common import (
    NOT_WHOLE,
    ROUNDED,
    common_slips,
    rounded_at_the_end,
    whole_slips,
)
from nongju.marking.steps.slip import Slip
from nongju.marking.steps.whole import AGREES, same
from nongju.marking.steps.work import BROKEN

if TYPE_CHECKING:
    from nongju.marking.scene import Variant
    from nongju.marking.tolerance import ToleranceRule

CLOSE = 0.015
"""Share of a wrong model's number beyond which a wide tolerance does not reach: it was made for the key."""

WIDE, MOST = 0.005, 1.0
"""Share of a wrong model's number, and amount, within which it is still named: who works by hand rounds."""

CUT_OFF = 0.1
"""How far a broken number may be from what it would have been made whole from, digits cut off."""

MOST_CHANCE_OF_PAIRS = 0.09
"""Two slips are told only where fewer pairs than this would meet the number by chance."""

ALSO = "还有一处：{title}。"


@dataclass(frozen=True)
class Diagnosis:
    """The reason behind a wrong number: a misconception of the author's, or one that anybody may have."""

    wrong: Misconception | None = None
    common: Reason | None = None
    remark: str = ""


class ReasonSearch:
    """The reason behind one wrong number in one scene.

    Arguments:
        rule: that marks the field.
        number: the answer.
        variant: the learner's scene, with the other answers.
        own: the learner's own wrong answers to the steps before.
    """

    def __init__(self, rule: ToleranceRule, number: float, variant: Variant, own: Mapping[str, Any]) -> None:
        self.rule, self.number, self.variant, self.own = rule, number, variant, own
        self.key = float(rule.expected(variant))
        self.held = rule.of.held(rule.field, variant) if rule.of is not None else {}
        self.tolerance = rule.tolerance.around(self.key)

    def likeliest(self) -> Diagnosis | None:
        """The likeliest reason; None where there is none."""
        wrong = self._named(self._exactly)
        if wrong is not None:
            return Diagnosis(wrong=wrong)
        if rounded_at_the_end(self.rule, self.number, self.variant):
            return Diagnosis(common=ROUNDED)
        for reason, value in whole_slips(self.rule, self.number, self.variant, self.own):
            if arrives(self.number, value) or (reason is NOT_WHOLE and abs(self.number - value) < CUT_OFF):
                return Diagnosis(common=reason)
        for is_it in (self._exactly, self._strictly, self._widely):
            wrong = self._named(is_it, all_of_them=True)
            if wrong is not None:
                return Diagnosis(wrong=wrong)
        common = next(
            (reason for reason, values in common_slips(self.rule, self.variant) if values(self.number)), None
        )
        if common is not None:
            return Diagnosis(common=common)
        return self._two_slips() or self._sum()

    def _exactly(self, value: float) -> bool:
        return self._within(value, min(self.tolerance, HALF_FEN))

    def _strictly(self, value: float) -> bool:
        return self._within(value, min(self.tolerance, max(CLOSE * abs(value), HALF_FEN)))

    def _widely(self, value: float) -> bool:
        return self._within(value, min(MOST, WIDE * abs(value)))

    def _within(self, value: float, reach: float) -> bool:
        """Whether the answer is a value; where it says no gain or loss, its size is compared."""
        if not self.variant.signed and self.key >= 0:
            value = abs(value)
        return abs(self.number - value) <= reach + FLOAT_DUST * max(1.0, abs(value))

    def _named(self, is_it: Callable[[float], bool], *, all_of_them: bool = False) -> Misconception | None:
        """The author's misconception: the one that explains most other answers, then the nearest.

        Arguments:
            is_it: whether a misconception's number is the answer.
            all_of_them: also those that a right earlier answer speaks against.
        """
        close: list[tuple[int, float, int, Misconception]] = []
        for wrong, predicted in self._candidates:
            value = float(predicted)
            if is_it(value) and (all_of_them or not self._denied(wrong)):
                close.append((-self._agreement(wrong), abs(self.number - value), len(close), wrong))
        return min(close)[3] if close else None

    @cached_property
    def _candidates(self) -> list[tuple[Misconception, Any]]:
        """Every misconception with its number, and with the number that it gives on the learner's own way."""
        return [*self._predictions, *self._on_the_own_way()]

    @cached_property
    def _predictions(self) -> list[tuple[Misconception, Any]]:
        return self.rule.predictions(self.variant)

    def _on_the_own_way(self) -> Iterator[tuple[Misconception, Any]]:
        work = self.rule.of
        if not self.own or work is None:
            return
        for slip in work.slips_at(self.rule.field):
            try:
                value = work.predicted(slip, self.rule.field, self.variant, self.own)
            except BROKEN:
                continue
            if value is not ABSENT:
                yield slip, value

    def _denied(self, wrong: Misconception) -> bool:
        """Whether an earlier answer, which is right, would not be with this slip."""
        work = self.rule.of
        if work is None or not self.held or not isinstance(wrong, Slip):
            return False
        values = work.values(self.variant, changes=wrong.changes)
        return any(not same(values[name], value, reach=AGREES) for name, value in self.held.items())

    def _agreement(self, wrong: Misconception) -> int:
        work = self.rule.of
        if work is None:
            return 0
        changes = wrong.changes if isinstance(wrong, Slip) else None
        return work.agreement(work.values(self.variant, changes=changes), self.rule.field, self.variant)

    def _two_slips(self) -> Diagnosis | None:
        """Two of the working's slips at once that give the answer, where few pairs would do so by chance."""
        work = self.rule.of
        if work is None or self.number in FEW:
            return None
        slips = [one for one, _ in self._predictions if isinstance(one, Slip)]
        alone = [self._value(one.changes) for one in slips]
        pairs = []
        for (one, first), (two, second) in combinations(zip(slips, alone, strict=True), 2):
            if one.changes.keys() & two.changes.keys():
                continue
            value = self._value({**one.changes, **two.changes})
            if value is not None and not any(same(value, other, reach=AGREES) for other in (first, second)):
                pairs.append((one, two, value))
        found = [(one, two) for one, two, value in pairs if arrives(self.number, value)]
        if not found or chance(self.number, [value for _, _, value in pairs]) > MOST_CHANCE_OF_PAIRS:
            return None
        one, two = max(found, key=lambda pair: self._agreement(pair[0]) + self._agreement(pair[1]))
        main, also = sorted((one, two), key=self._agreement, reverse=True)
        return Diagnosis(wrong=main, remark=ALSO.format(title=also.title))

    def _value(self, changes: Mapping[str, Any]) -> float | None:
        """What a way of working answers, its size where no gain or loss is said; None where it cannot."""
        assert self.rule.of is not None
        try:
            field = self.rule.field
            value = float(self.rule.of.values(self.variant, changes=changes, upto=field)[field])
        except (*BROKEN, KeyError):
            return None
        return value if self.variant.signed else abs(value)

    def _sum(self) -> Diagnosis | None:
        """The sum that the number seems to come of, on the right way or on the learner's own."""
        work = self.rule.of
        steps: list[float] = []
        if work is not None:
            values = work.values(self.variant, own=self.own)
            before = [values[name] for name in work.before(self.rule.field)]
            steps = [float(value) for value in before if isinstance(value, int | float)]
        story = story_numbers(self.variant.story)
        for own in ({}, self.own) if self.own else ({},):
            key = self.rule.traced_key(self.variant, own)
            reason = sum_reason(self.number, key, story, steps, signed=self.variant.signed)
            if reason is not None:
                return Diagnosis(common=reason)
        return None
