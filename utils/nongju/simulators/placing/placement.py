"""A simulation in a worksheet: what is tried, and the stars, are answers of the week like any other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nongju.answers import static_html
from nongju.answers.fields import Field
from nongju.answers.question import Question
from nongju.answers.session import Session
from nongju.marking.scene import Scene, Variant, draw
from nongju.simulators.picture import picture
from nongju.simulators.placing.setting import BEST, SETTING, SettingField, fixed_by, starred, stars
from nongju.simulators.simulation import Simulation


class Placement(Question):
    """A question whose first blank is the best setting of a simulation; more blanks may follow it.

    Kept beside the answers, under "<question>.setting", is where the controls stand.

    Arguments:
        name: "week/question", such as "pricing-margin/waterfall".
        simulation: what is placed.
        after: name of the prediction of the same week that must be locked before anything shows; "" for none.
        fields: more blanks below the figure, such as a choice that explains it.
        scenes: situations that a learner draws from; without them everyone has the same.
        title: heading; without it the simulation's own.
        held: key of a pick that the scene fixes: each scene has a number of that name, the option's slug.
        see: as in `Question`.
        extra: whether it is 加练.

    Raises:
        ValueError: as `Question`; a scene that fixes no option of the held pick.
    """

    challenge = True

    def __init__(
        self,
        name: str,
        simulation: Simulation,
        *,
        after: str = "",
        fields: Sequence[Field] = (),
        scenes: Sequence[Scene] = (),
        title: str = "",
        held: str = "",
        see: str = "",
        extra: bool = False,
    ) -> None:
        pool = scenes or [Scene("大家一样", "", {})]
        best = SettingField(BEST, f"「{simulation.name}」最好的一次", simulation)
        here = SettingField(SETTING, f"「{simulation.name}」停在哪里", simulation)
        super().__init__(name, pool, [best, *fields], title or simulation.title, see=see, extra=extra)
        self.kept = Question(name, pool, [here, *self.fields], self.title)
        self.simulation, self.after, self.held = simulation, after, held
        for one in pool if held else ():
            if self.fixed(draw("", "", None, [one])) != {held: one.numbers.get(held)}:
                raise ValueError(f"{name}: scene {one.name} fixes no option of {held!r}")

    def predicted(self, session: Session) -> bool:
        """Whether the prediction that stands before this is locked, or none does."""
        return not self.after or session.store.get(f"{self.after}._locked") is not None

    def fixed(self, variant: Variant) -> dict[str, Any]:
        """What the drawn scene fixes of the setting."""
        return fixed_by(self.simulation, self.held, variant)

    def start(self, session: Session) -> dict[str, Any]:
        """Where the controls stand at first, for who sits here."""
        return {**self.simulation.start(), **self.fixed(self.variant(session))}

    def controls(self, session: Session) -> list[dict[str, Any]]:
        """The controls as the browser reads them; a held pick has one option left."""
        fixed = self.fixed(self.variant(session))
        specs: list[dict[str, Any]] = [dict(control.spec) for control in self.simulation.controls]
        for spec in specs:
            if spec["key"] in fixed:
                spec["start"] = fixed[spec["key"]]
                spec["options"] = [option for option in spec["options"] if option[0] == spec["start"]]
        return specs

    def static(self, session: Session, *, story: bool = True) -> static_html.Html:
        """The answers, and with the story the figure of where the controls were left, as inert HTML."""
        answers = super().static(session, story=story)
        if not story:
            return answers
        return static_html.Html(answers + self.figure(self.setting(session) or self.start(session)))

    def setting(self, session: Session) -> dict[str, Any] | None:
        """Where the controls were left; None if they were never moved."""
        value: dict[str, Any] | None = self.kept.readings(session)[0][1].value
        return value

    def figure(self, values: dict[str, Any]) -> str:
        """The static picture of a setting, with its stars."""
        outcome = self.simulation.outcome(values)
        sentence = outcome.get("problem") or outcome["sentence"]
        return picture(
            self.simulation.title, f"{starred(stars(outcome))} {sentence}", outcome.get("rows", [])
        )
