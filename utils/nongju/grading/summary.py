"""What became of a class: each hand-in and the whole, as plain data for people and programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class HandIn:
    """What became of one hand-in."""

    learner: str
    graded: bool = False
    score: float | None = None
    max_score: float | None = None
    by_hand: int = 0
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def needs_person(self) -> bool:
        """Whether the grader must look at it."""
        return bool(self.notes) or self.by_hand > 0 or not self.graded


@dataclass
class Summary:
    """What became of the class."""

    week: str
    hand_ins: list[HandIn] = field(default_factory=list)
    skipped: int = 0
    """Hand-ins that were graded before."""
    seconds: float = 0.0
    ours: bool = False
    """Whether the week is one of Nongju's own, which has a report."""
    remarks: list[str] = field(default_factory=list)
    """Sentences about the workers, such as one that was refused."""

    @property
    def complete(self) -> bool:
        """Whether every hand-in was graded, now or before."""
        return all(hand_in.graded for hand_in in self.hand_ins)

    def to_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "week": self.week,
            "graded": sum(hand_in.graded for hand_in in self.hand_ins),
            "not_graded": [hand_in.learner for hand_in in self.hand_ins if not hand_in.graded],
            "skipped": self.skipped,
            "seconds": round(self.seconds, 3),
            "remarks": self.remarks,
            "hand_ins": [{**asdict(item), "needs_person": item.needs_person} for item in self.hand_ins],
        }
