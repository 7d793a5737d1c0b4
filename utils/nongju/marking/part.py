"""The mark of one field, and points as nbgrader reads them rightly."""

import math
from dataclasses import dataclass
from typing import Any, Literal

from nongju.marking.misconception import Reason

Verdict = Literal["learned", "again", "teacher", "blank", "partial", "guessed"]
"""Right; to be practised again; for a person; nothing there; begun, with nothing wrong; a prediction, which
is neither right nor wrong."""


@dataclass(frozen=True)
class PartMark:
    """The mark of one field.

    Arguments:
        field: the field's key.
        label: the field's label as the learner saw it.
        verdict: see `Verdict`.
        points: earned, 0 to max_points.
        max_points: most that could be earned.
        answer: what was read, said back to the learner.
        key: the right answer with its unit; "" where there is no one answer.
        why: the worked answer.
        misconception: the known way of thinking behind a wrong answer.
        notes: sentences for the person who reads the marks.
        needs_person: whether a person should look.
        picture: a still of a clip or photo, JPEG in base64; "" for any other answer.
        unread: whether something is there that cannot be read; `notes` say why.
    """

    field: str
    label: str
    verdict: Verdict
    points: float
    max_points: float
    answer: str
    key: str
    why: str
    misconception: Reason | None = None
    notes: tuple[str, ...] = ()
    needs_person: bool = False
    picture: str = ""
    unread: bool = False

    @property
    def tried(self) -> bool:
        """Whether there is an answer that was read: only then may the key be shown."""
        return self.verdict != "blank" and not self.unread

    def to_json(self) -> dict[str, Any]:
        """The part as JSON values."""
        told = self.misconception
        return {
            "field": self.field,
            "label": self.label,
            "verdict": self.verdict,
            "points": clamped(self.points, self.max_points),
            "max_points": float(self.max_points),
            "answer": self.answer,
            "key": self.key,
            "why": self.why,
            "misconception": {"id": told.id, "title": told.title, "hint": told.hint} if told else None,
            **({"picture": self.picture} if self.picture else {}),
            **({"unread": True, "notes": list(self.notes)} if self.unread else {}),
        }


def clamped(points: object, max_points: float) -> float:
    """Points as nbgrader reads them rightly: a built-in float from 0 to max_points.

    What is no finite number counts 0 here; `combine` also asks for a person then. Without
    this, nbgrader gives full marks for numpy's float64, nan, negative numbers and texts, and
    deletes the learner's autograded folder for a number above the points.
    """
    limit = float(max_points)
    if not (math.isfinite(limit) and limit > 0):
        return 0.0
    value = finite(points)
    return 0.0 if value is None else min(max(value, 0.0), limit)


def finite(points: object) -> float | None:
    """Points as a float; None for what is no finite number."""
    if isinstance(points, str | bytes):
        return None
    try:
        value = float(points)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return value if math.isfinite(value) else None
