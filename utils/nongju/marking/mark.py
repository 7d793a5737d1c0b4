"""What marking a question gives: part marks, their sum, and the explanation that goes along.

The sum leaves a graded cell as one built-in float between 0 and the points, because that is
the only value nbgrader reads as partial credit. Everything else travels in a display.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from nongju.marking.explanation import mark_html
from nongju.marking.part import PartMark, Verdict, clamped, finite
from nongju.marking.withholding import withheld

__all__ = [
    "MARK_MIME",
    "MARK_VERSION",
    "MarkResult",
    "PartMark",
    "Verdict",
    "clamped",
    "combine",
    "display_mark",
]

MARK_MIME = "application/vnd.nongju.mark+json"
"""MIME type of the explanation for programs."""

MARK_SUFFIX = "-mark"
"""Follows a question's name in the grade_id of its graded cell."""

MARK_VERSION = 1
"""Version of the JSON below MARK_MIME; it grows when a reader would misread the old one."""

SCORE_LOST = "这道题没算出结果，请老师看一眼。"

SPARE = "别的已经够了，这一条不算在内。\n"
"""Said before the reason of a part that was answered beyond what was asked for."""

BEST_FIRST = ("learned", "guessed", "teacher", "again", "partial", "blank")
"""Which of two parts with the same points counts rather."""


@dataclass(frozen=True)
class MarkResult:
    """The mark of one question: the sum of its parts, and what to tell whom.

    `story` is the scene with this learner's numbers; `see` names where the lesson teaches it (讲一讲 二), ""
    where the author did not say. What was not tried has neither key nor worked answer (see `withholding`).
    """

    week: str
    question: str
    title: str
    learner: str | None
    scene: str
    points: float
    max_points: float
    verdict: Verdict
    parts: tuple[PartMark, ...]
    notes: tuple[str, ...] = ()
    needs_person: bool = False
    story: str = ""
    see: str = ""

    def to_json(self) -> dict[str, Any]:
        """The result as JSON values, the payload of MARK_MIME."""
        return {
            "version": MARK_VERSION,
            "week": self.week,
            "question": self.question,
            "title": self.title,
            "learner": self.learner,
            "scene": self.scene,
            "points": clamped(self.points, self.max_points),
            "max_points": float(self.max_points),
            "verdict": self.verdict,
            "parts": [part.to_json() for part in self.parts],
            "notes": list(self.notes),
            "needs_person": self.needs_person,
            **({"story": self.story} if self.story else {}),
            **({"see": self.see} if self.see else {}),
        }

    def to_html(self) -> str:
        """The explanation for people: escaped, self-contained, no points."""
        return mark_html(self.to_json())


def combine(
    parts: Iterable[PartMark],
    *,
    week: str,
    question: str,
    title: str,
    learner: str | None,
    scene: str,
    notes: Iterable[str] = (),
    needs_person: bool = False,
    required: int | None = None,
    story: str = "",
    see: str = "",
) -> MarkResult:
    """Add up the parts of a question.

    Arguments:
        parts: one for each field that is marked.
        week: the week's folder name.
        question: the question's name within the week.
        title: the question's title.
        learner: normalised id from the folder; None for the sample.
        scene: name of the scene the learner drew.
        notes: sentences beside those of the parts.
        needs_person: whether a person should look, whatever the parts say.
        required: how many parts count, the best ones; None counts all.
        story: the scene in words, with this learner's numbers.
        see: where the lesson teaches it, such as 讲一讲 二; "" when the author did not say.
    """
    parts = tuple(parts)
    counted = _best(parts, required)
    told = [*notes, *(note for part in counted for note in part.notes)]
    lost = any(finite(part.points) is None for part in counted)
    if lost:
        told.append(SCORE_LOST)
    most = math.fsum(part.max_points for part in counted)
    told_of = [
        part if part in counted else _spare(part)
        for part in parts
        if part in counted or part.verdict != "blank"
    ]
    total = math.fsum(clamped(part.points, part.max_points) for part in counted)
    return MarkResult(
        week=week,
        question=question,
        title=title,
        learner=learner,
        scene=scene,
        points=clamped(total, most),
        max_points=float(most),
        verdict=_overall(counted),
        parts=withheld(told_of, f"{title} {story}"),
        notes=tuple(dict.fromkeys(told)),
        needs_person=needs_person or lost or any(part.needs_person for part in counted),
        story=story,
        see=see,
    )


def _best(parts: tuple[PartMark, ...], required: int | None) -> tuple[PartMark, ...]:
    """The parts that count, in their order."""

    def worth(part: PartMark) -> tuple[float, int]:
        return -clamped(part.points, part.max_points), BEST_FIRST.index(part.verdict)

    best = sorted(parts, key=worth)[:required]
    return tuple(part for part in parts if part in best)


def _spare(part: PartMark) -> PartMark:
    """A part that does not count: told, without points, and nobody has to look at it."""
    verdict: Verdict = "learned" if part.verdict == "learned" else "again"
    return replace(
        part, verdict=verdict, points=0.0, max_points=0.0, why=SPARE + part.why, notes=(), needs_person=False
    )


def display_mark(result: MarkResult) -> float:
    """Show the explanation as HTML and as JSON, in one display, and return the points.

    The returned value is the last value of a graded cell. Nothing goes to stderr.
    """
    from IPython.display import display

    data = result.to_json()
    show: Any = display  # IPython's own function carries no types
    show({"text/html": result.to_html(), MARK_MIME: data, "text/plain": result.title}, raw=True)
    return clamped(result.points, result.max_points)


def _overall(parts: tuple[PartMark, ...]) -> Verdict:
    """What is wrong comes before what is missing, what is missing before what a person decides."""
    verdicts = {part.verdict for part in parts}
    if verdicts <= {"blank"}:
        return "blank"
    if "again" in verdicts:
        return "again"
    if verdicts & {"blank", "partial"}:
        return "partial"
    if "teacher" in verdicts:
        return "teacher"
    return "guessed" if verdicts == {"guessed"} else "learned"
