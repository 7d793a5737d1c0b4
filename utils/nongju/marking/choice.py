"""Choices: one option, or several with part marks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from nongju.marking.mark import PartMark
from nongju.marking.misconception import Misconception
from nongju.marking.rule import FOLLOWED, LOOK_BELOW, Rule, Unread, follows_words
from nongju.marking.scene import Show, Variant
from nongju.marking.steps.slip import Slip


class ChoiceRule(Rule):
    """Mark one chosen option. Key and misconceptions are option keys, such as "yes"."""

    kinds: ClassVar[frozenset[str]] = frozenset({"choice"})

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark a choice; see `Rule.judge`."""
        unmarked = self._unmarked(value, variant, label, show)
        if unmarked is not None:
            return unmarked
        answer = show(value)
        if value == self.expected(variant):
            return self._part(variant, label, show, verdict="learned", answer=answer, points=self.points)
        own = self.of.own(self.field, variant) if self.of is not None else {}
        if own and self._follows(value, own, variant):
            points, remark = self.points * FOLLOWED, follows_words(self, own, label)
            return self._part(
                variant, label, show, verdict="again", answer=answer, points=points, remark=remark
            )
        wrong = self._named(value, variant)
        if wrong is None:
            return self._part(variant, label, show, verdict="again", answer=answer, remark=LOOK_BELOW)
        points = self.points * wrong.credit
        return self._part(variant, label, show, verdict="again", answer=answer, points=points, wrong=wrong)

    def faults(self, variant: Variant) -> list[str]:
        """Misconceptions that choose the key, or the same option as another one; slips may share one."""
        pairs = [
            (wrong, option) for wrong, option in self.predictions(variant) if not isinstance(wrong, Slip)
        ]
        return _repeated(self.field, self.expected(variant), pairs)

    def _follows(self, value: Any, own: Mapping[str, Any], variant: Variant) -> bool:
        """Whether the option is what comes of the learner's own answers before it."""
        assert self.of is not None
        try:
            return bool(value == self.of.values(variant, own=own)[self.field])
        except (ArithmeticError, ValueError, TypeError):
            return False

    def _named(self, value: Any, variant: Variant) -> Misconception | None:
        """The misconception behind an option: one written for it, else the slip that fits best."""
        pairs = [wrong for wrong, option in self.predictions(variant) if option == value]
        written = [wrong for wrong in pairs if not isinstance(wrong, Slip)]
        if written or not pairs or self.of is None:
            return written[0] if written else None
        work = self.of
        slips = [wrong for wrong in pairs if isinstance(wrong, Slip)]
        return max(
            slips,
            key=lambda one: work.agreement(work.values(variant, changes=one.changes), self.field, variant),
        )

    def options(self, value: Any) -> frozenset[str]:
        """The option itself."""
        return frozenset({value})


class GuessRule(ChoiceRule):
    """Mark a prediction: any option earns all points, and none is right or wrong.

    One that is not what comes out is told what lies behind it; one that cannot be read is as if it was not
    there.
    """

    guess = True

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark a guess; see `Rule.judge`."""
        part = super().judge(value, variant, label, show)
        if isinstance(value, Unread):
            return replace(part, verdict="blank")
        if part.verdict == "blank":
            return part
        why = part.why.removeprefix(LOOK_BELOW)
        return replace(part, verdict="guessed", points=self.points, why=why)


class ChoicesRule(Rule):
    """Mark several ticked options.

    Each right tick earns its share of the points, each tick too many takes one share back,
    never below 0. The key is a set of option keys. A misconception is either one option key
    (named when the learner's tick of that option differs from the key) or a whole set (named
    when the learner ticked exactly that); whole sets are looked at first, then author's order.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"choices"})

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark ticked options; see `Rule.judge`."""
        unmarked = self._unmarked(None if value == frozenset() else value, variant, label, show)
        if unmarked is not None:
            return unmarked
        ticked, key = frozenset(value), self.expected(variant)
        answer = show(ticked)
        if ticked == key:
            return self._part(variant, label, show, verdict="learned", answer=answer, points=self.points)
        share = max(0, len(ticked & key) - len(ticked - key)) / len(key)
        missing, extra = key - ticked, ticked - key
        remark = ""
        if missing:
            remark += f"还差：{show(missing)}。"
        if extra:
            remark += f"多选了：{show(extra)}。"
        return self._part(
            variant,
            label,
            show,
            verdict="again",
            answer=answer,
            points=self.points * share,
            wrong=self._named(ticked, key, variant),
            remark=remark,
        )

    def expected(self, variant: Variant) -> frozenset[str]:
        """The options to tick, at least one."""
        key = frozenset(super().expected(variant))
        if not key:
            raise ValueError(f"{self.field}: the key ticks nothing; add an option that says so")
        return key

    def faults(self, variant: Variant) -> list[str]:
        """Misconceptions that equal the key, or one another."""
        pairs = [(wrong, _as_prediction(option)) for wrong, option in self.predictions(variant)]
        return _repeated(self.field, self.expected(variant), pairs)

    def options(self, value: Any) -> frozenset[str]:
        """The options that a set or a misconception names."""
        return frozenset({value} if isinstance(value, str) else value)

    def example_of(self, predicted: Any, variant: Variant) -> Any:
        """All ticks of a misconception about one option: the right ones, and that one the other way round."""
        return self.expected(variant) ^ {predicted} if isinstance(predicted, str) else predicted

    def _named(self, ticked: frozenset[str], key: frozenset[str], variant: Variant) -> Misconception | None:
        pairs = [(wrong, _as_prediction(option)) for wrong, option in self.predictions(variant)]
        for wrong, option in pairs:
            if isinstance(option, frozenset) and option == ticked:
                return wrong
        for wrong, option in pairs:
            if isinstance(option, str) and (option in ticked) != (option in key):
                return wrong
        return None


def _as_prediction(option: Any) -> str | frozenset[str]:
    return option if isinstance(option, str) else frozenset(option)


def _repeated(field: str, key: Any, pairs: Iterable[tuple[Misconception, Any]]) -> list[str]:
    found, seen = [], {key: "the key"}
    for wrong, option in pairs:
        if option in seen:
            found.append(f"{field}: {wrong.id} gives the same answer as {seen[option]}")
        else:
            seen[option] = wrong.id
    return found
