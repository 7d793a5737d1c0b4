"""Where a simulation's controls stand, as one blank of a question; and the stars that a setting earns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nongju.answers.fields import Reading
from nongju.answers.kinds.setting import ControlsField
from nongju.marking.scene import Variant
from nongju.simulators.control import Pick
from nongju.simulators.simulation import Simulation

SETTING, BEST = "setting", "best"
"""Under these keys a placed simulation keeps where its controls stand, and the best setting so far."""

MOST_STARS = 3
LOST = "存着的这一组读不出来了，再动一动就会重新存上。"


@dataclass(frozen=True)
class SettingField(ControlsField):
    """A setting of a simulation. The value is an object of control key to number or option key."""

    simulation: Simulation

    def reading(self, raw: Any, before: Any = None) -> Reading:  # noqa: ARG002
        """Read a stored setting; controls that it does not name, or cannot show, stand at their start."""
        if raw is None or raw == {}:
            return Reading()
        if not isinstance(raw, Mapping) or not self.simulation.knows(raw):
            return Reading(problem=LOST)
        values = self.simulation.usable(raw)
        return Reading(values, self.echo(values))

    def sample(self, number: float) -> Any:  # noqa: ARG002
        """Where the controls stand at first."""
        return self.simulation.start()

    def echo(self, value: Any) -> str:
        """★★☆ and the sentence of the setting."""
        outcome = self.simulation.outcome(value)
        return f"{starred(stars(outcome))} {outcome.get('problem') or outcome['sentence']}"


def fixed_by(simulation: Simulation, held: str, variant: Variant) -> dict[str, Any]:
    """What a drawn scene fixes of a setting: the held pick at the option that the scene names.

    Arguments:
        simulation: whose controls these are.
        held: key of the pick; "" for none.
        variant: the learner's scene.

    Returns:
        One key and its option; nothing when nothing is held, or no control can show it.
    """
    value = variant.numbers.get(held)
    controls = [one for one in simulation.controls if one.key == held and isinstance(one, Pick)]
    return {held: value} if controls and controls[0].accepts(value) else {}


def stars(outcome: Mapping[str, Any]) -> int:
    """Stars of an outcome, 0 to MOST_STARS; a setting that cannot be worked out earns none."""
    return int(outcome.get("stars", 0))


def starred(count: int) -> str:
    """Three signs, full ones first."""
    return "★" * count + "☆" * (MOST_STARS - count)
