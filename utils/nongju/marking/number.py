"""Numbers: right within a tolerance, or the number of a known misconception."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nongju.digits import plain
from nongju.marking.mark import PartMark
from nongju.marking.misconception import Misconception
from nongju.marking.reasons.diagnosis import ReasonSearch
from nongju.marking.rule import FOLLOWED, LOOK_BELOW, follows_words
from nongju.marking.scene import Show, Variant
from nongju.marking.steps.slip import Slip
from nongju.marking.steps.whole import AGREES, same
from nongju.marking.steps.work import BROKEN
from nongju.marking.tolerance import ToleranceRule, near, shown_number


class NumberRule(ToleranceRule):
    """Mark a number, or a signed gain (profit above 0, loss below).

    The key wins over everything. Then what follows rightly from an own wrong number before it, which earns
    FOLLOWED of the points. Otherwise one reason is told, the likeliest (`nongju.marking.reasons.diagnosis`).
    """

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
        diagnosis = ReasonSearch(self, number, variant, own).likeliest()
        if diagnosis is None:
            return self._part(variant, label, show, verdict="again", answer=answer, remark=LOOK_BELOW)
        points = self.points * (diagnosis.wrong.credit if diagnosis.wrong is not None else 0.0)
        part = self._part(
            variant,
            label,
            show,
            verdict="again",
            answer=answer,
            points=points,
            wrong=diagnosis.wrong,
            remark=diagnosis.remark,
        )
        return part if diagnosis.common is None else replace(part, misconception=diagnosis.common)

    def faults(self, variant: Variant) -> list[str]:
        """Numbers that the tolerance cannot tell apart, or that are no numbers.

        Two numbers must be more than twice the tolerance apart: only then is there no answer that both could
        claim. Two slips of one working may meet at a field if they part at another one.
        """
        key = float(self.expected(variant))
        if not math.isfinite(key):
            return [f"{self.field}: the key is {key}"]
        named: list[tuple[str, float, Misconception | None]] = [("the key", key, None)]
        faults = []
        for misconception, predicted in self.predictions(variant):
            value = float(predicted)
            if math.isfinite(value):
                named.append((misconception.id, value, misconception))
            else:
                faults.append(f"{self.field}: {misconception.id} predicts {value}")
        reach = 2 * self.tolerance.around(key)
        for index, (name, value, wrong) in enumerate(named):
            for other, another, second in named[index + 1 :]:
                if near(value, another, reach) and not self._part_elsewhere(wrong, second, variant):
                    apart = f"{plain(value, 4)} and {plain(another, 4)}, tolerance {plain(reach / 2, 6)}"
                    faults.append(f"{self.field}: {name} and {other} cannot be told apart ({apart})")
        return faults

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

    def _part_elsewhere(
        self, wrong: Misconception | None, other: Misconception | None, variant: Variant
    ) -> bool:
        """Whether two slips of the working give different answers to another field."""
        if self.of is None or not isinstance(wrong, Slip) or not isinstance(other, Slip):
            return False
        one = self.of.values(variant, changes=wrong.changes)
        two = self.of.values(variant, changes=other.changes)
        return any(
            not same(one[name], two[name], reach=AGREES) for name in self.of.rules if name != self.field
        )
