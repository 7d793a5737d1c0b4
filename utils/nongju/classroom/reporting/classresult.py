"""The class after a week was marked, as plain data: one row a learner, one column a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from nongju.classroom.collecting.record import Stray
from nongju.classroom.reporting.columns import Column, Key, Titles
from nongju.marking.part import Verdict
from nongju.nbgrading.marks import ReadMark


@dataclass(frozen=True)
class Result:
    """One learner's mark in one question; `points` is None when nobody marked it yet."""

    verdict: Verdict
    points: float | None
    needs_person: bool
    mark: ReadMark | None = None


@dataclass(frozen=True)
class LearnerRow:
    """One learner of the class.

    `reasons` names what a person should look at, `wants` says why of each: pairs of what and why. `said` is
    what collecting and marking told. All Chinese, people's ids and files aside. `foreign` means that the
    answers are another learner's, marked on this one's scenes.
    """

    learner: str
    name: str
    partner: str | None
    status: Literal["marked", "unmarked", "unusable", "missing"]
    results: Mapping[Key, Result] = field(default_factory=dict)
    auto_points: Mapping[str, float] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    wants: tuple[tuple[str, str], ...] = ()
    foreign: bool = False

    @property
    def needs_person(self) -> bool:
        """Whether somebody should look beyond the task that every hand-in has."""
        return bool(self.reasons)

    def points(self, columns: Sequence[Column]) -> float:
        """Points in these columns that are decided so far."""
        return sum(self.results[c.key].points or 0.0 for c in columns if c.key in self.results)


@dataclass(frozen=True)
class ClassResult:
    """Everything that the report shows of one week."""

    week: str
    columns: tuple[Column, ...]
    rows: tuple[LearnerRow, ...]
    strays: tuple[Stray, ...] = ()
    titles: Titles = field(default_factory=Titles)

    @property
    def asking(self) -> tuple[Stray, ...]:
        """What arrived, belongs to nobody and asks a person to act."""
        return tuple(stray for stray in self.strays if stray.asks)

    @property
    def title(self) -> str:
        """What the week is called."""
        return self.titles.week or self.week

    @property
    def sheets(self) -> dict[str, list[Column]]:
        """Questions by notebook, in order."""
        sheets: dict[str, list[Column]] = {}
        for column in self.columns:
            sheets.setdefault(column.notebook, []).append(column)
        return sheets

    @property
    def worksheet(self) -> tuple[Column, ...]:
        """The questions of the worksheets."""
        return tuple(column for column in self.columns if not column.advanced)

    @property
    def advanced(self) -> tuple[Column, ...]:
        """The questions of 进阶."""
        return tuple(column for column in self.columns if column.advanced)
