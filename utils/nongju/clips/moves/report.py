"""What is said of a clip's move: to a program as numbers, to a learner as one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from nongju.clips.names import MOVES

Holds = Literal["yes", "no", "unsure"]

PUSH: Final = "push"
PULL: Final = "pull"
PAN: Final = "pan"
TRUCK: Final = "truck"
STATIC: Final = "static"

NAMES: Final[Mapping[str, str]] = {key: MOVES[key] for key in (PUSH, PULL, PAN, TRUCK, STATIC)}
"""The five moves as the week calls them; a tilt is a pan up or down, a pedestal a truck up or down."""

ASKED: Final[Mapping[str, tuple[str, str]]] = {
    **{key: (key, "") for key in NAMES},
    **{name: (key, "") for key, name in NAMES.items()},
    "tilt": (PAN, "vertical"),
    "pedestal": (TRUCK, "vertical"),
    "dolly-in": (PUSH, ""),
    "dolly-out": (PULL, ""),
    "固定镜头": (STATIC, ""),
}
"""What may be asked for: the move, and the axis where only one will do."""

DIRECTIONS: Final[Mapping[str, str]] = {
    "left": "向左",
    "right": "向右",
    "up": "向上",
    "down": "向下",
    "in": "向前",
    "out": "向后",
}

HOW: Final[Mapping[str, str]] = {
    PUSH: "端稳手机，慢慢走近",
    PULL: "端稳手机，慢慢往后退",
    PAN: "人站住，慢慢转身带手机",
    TRUCK: "手机不转，人横着慢慢走",
    STATIC: "手机靠稳，拍的时候别动",
}
"""How each move is made, for the sentence of advice."""


@dataclass(frozen=True)
class MoveReport:
    """The move of one clip.

    Arguments:
        move: `push`, `pull`, `pan`, `truck`, `static`, or None when it cannot be told.
        direction: where the camera went or turned: left, right, up, down, in, out, or empty.
        holds: whether the clip holds the asked move; None when none was asked for.
        asked: the move asked for, or None.
        reason: a code for what decided, see `reason.reason_of`.
        advice: one Chinese sentence.
        evidence: numbers by name, the unit in the name's last part (`_widths`, `_percent`, `_share`, ...).
    """

    move: str | None
    direction: str
    holds: Holds | None
    asked: str | None
    reason: str
    advice: str
    evidence: Mapping[str, float]

    @property
    def name(self) -> str:
        """The move in the week's own word, or 看不出."""
        return NAMES[self.move] if self.move else "看不出"

    def to_json(self) -> dict[str, Any]:
        """Everything as plain values."""
        return {
            "move": self.move,
            "name": self.name,
            "direction": self.direction,
            "asked": self.asked,
            "holds": self.holds,
            "reason": self.reason,
            "advice": self.advice,
            "evidence": {key: round(value, 4) for key, value in self.evidence.items()},
        }
