"""Marking a simulation's challenge: points by the stars of the best setting that was tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from nongju.marking.mark import PartMark
from nongju.marking.misconception import Misconception, Text
from nongju.marking.rule import Rule
from nongju.marking.scene import Show, Variant
from nongju.simulators.placing.setting import BEST, MOST_STARS, fixed_by, stars
from nongju.simulators.simulation import Simulation

Setting = Mapping[str, Any] | Callable[[Variant], Mapping[str, Any]]
"""A setting, or how the drawn scene gives one."""

REACHED = "三颗星都拿到了。"
FEWER = "拿到 {count} 颗星，还能再试。"
ELSEWHERE = "这一组不是题里说的地方。"


class StarsRule(Rule):
    """Mark a setting by its stars, worked out again by the simulation's own model.

    Each star earns its share of the points. A misconception is a function of the drawn scene that
    gives the setting (an object of control key to value) at which a person with it stops; it is
    named where the learner's setting agrees with it in every control that it gives.

    Arguments:
        simulation: whose controls the setting belongs to.
        by: a setting that earns all stars, or a function of the drawn scene that gives one, as proof that the
            challenge can be met.
        held: key of a pick that the scene fixes (see `Placement`); a setting elsewhere earns nothing.
    """

    reads_figure: ClassVar[bool] = True

    def __init__(
        self,
        simulation: Simulation,
        *,
        points: float,
        by: Setting,
        why: Text,
        wrong: Iterable[Misconception] = (),
        held: str = "",
    ) -> None:
        super().__init__(BEST, points=points, key=MOST_STARS, why=why, wrong=wrong)
        self.simulation, self.by, self.held = simulation, by, held

    kinds: ClassVar[frozenset[str]] = frozenset({"setting"})

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark a setting; see `Rule.judge`."""
        unmarked = self._unmarked(value, variant, label, show)
        if unmarked is not None:
            return unmarked
        count = self._earned(value, variant)
        answer = show(value)
        if count == MOST_STARS:
            return self._part(variant, label, show, verdict="learned", answer=answer, points=self.points)
        return self._part(
            variant,
            label,
            show,
            verdict="again",
            answer=answer,
            points=self.points * count / MOST_STARS,
            wrong=next((one for one, at in self.predictions(variant) if at.items() <= value.items()), None),
            remark=FEWER.format(count=count) if self._here(value, variant) else ELSEWHERE,
        )

    def example(self, variant: Variant) -> Any:
        """The setting that earns all stars."""
        return self.by(variant) if callable(self.by) else self.by

    def example_of(self, predicted: Any, variant: Variant) -> Any:
        """A misconception's setting, where the scene fixes it."""
        return {**fixed_by(self.simulation, self.held, variant), **predicted}

    def faults(self, variant: Variant) -> list[str]:
        """A proof that proves nothing; misconceptions that earn all stars, or stand where no control can."""
        found = []
        best = self.example(variant)
        if not self._shown(best, variant) or self._earned(best, variant) < MOST_STARS:
            found.append(f"{self.field}: `by` does not earn all stars")
        for wrong, at in self.predictions(variant):
            if not self._shown(at, variant):
                found.append(f"{self.field}: {wrong.id} stands where no control can")
            elif stars(self.simulation.outcome(self._placed(at, variant))) == MOST_STARS:
                found.append(f"{self.field}: {wrong.id} earns all stars")
        return found

    def said(self, key: Any, show: Show) -> str:  # noqa: ARG002  the goal is a count, not a setting
        """What was to be reached."""
        return REACHED

    def _placed(self, at: Mapping[str, Any], variant: Variant) -> dict[str, Any]:
        """The whole setting that a part of one means, where the scene fixes it."""
        return {**self.simulation.usable(at), **fixed_by(self.simulation, self.held, variant)}

    def _shown(self, at: Mapping[str, Any], variant: Variant) -> bool:
        """Whether the controls can stand there."""
        return at.items() <= self._placed(at, variant).items()

    def _here(self, values: Mapping[str, Any], variant: Variant) -> bool:
        """Whether a setting stands where the scene fixes it."""
        return fixed_by(self.simulation, self.held, variant).items() <= values.items()

    def _earned(self, at: Mapping[str, Any], variant: Variant) -> int:
        values = self.simulation.usable(at)
        return stars(self.simulation.outcome(values)) if self._here(values, variant) else 0


def rule_stars(
    simulation: Simulation,
    *,
    points: float,
    by: Setting,
    why: Text,
    wrong: Iterable[Misconception] = (),
    held: str = "",
) -> StarsRule:
    """Mark the challenge of a placed simulation; see `StarsRule`.

    Arguments:
        simulation: the one that is placed.
        points: for three stars; one star earns a third.
        by: a setting that earns all stars; the build tries it.
        why: how the goal is reached, in plain words.
        wrong: settings at which a misconception stops, such as
            `form.wrong("price_only", "只看卖价", lambda s: {"price": 20}, "先减快递。")`.
        held: as in `question`.
    """
    return StarsRule(simulation, points=points, by=by, why=why, wrong=wrong, held=held)
