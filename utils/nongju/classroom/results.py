"""The class after a week was marked: one row a learner, one column a question.

Put together from the roster, the record of collecting, the gradebook and the explanations that the
autograded notebooks hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from nongju.classroom.answersfile import ANSWERS_NAME, look_at_answers
from nongju.classroom.autograding import failures
from nongju.classroom.course import Course
from nongju.classroom.feedbackpage import heading_of
from nongju.classroom.gradebook import Grade, address_of, grades_of, untouched_cells
from nongju.classroom.marks import ReadMark, grade_id_of, marks_in
from nongju.classroom.record import Collected, LearnerRecord, Stray, read_record
from nongju.classroom.roster import Roster
from nongju.classroom.verdicts import verdict_of

ADVANCED = "advanced"
"""Notebooks whose name begins so are 进阶: their points stand apart from the worksheet's."""

MOST_NAMED = 3
"""Questions that are named when a person should look; more are counted."""

Kind = Literal["question", "task", "code"]
"""Marked from answers; read by a person; code marked by tests."""

Key = tuple[str, str]
"""Notebook and cell: names a question of a week."""


@dataclass(frozen=True)
class Column:
    """One question of the week, in the order of the worksheets."""

    notebook: str
    cell: str
    title: str
    kind: Kind
    max_points: float
    solution: str = ""
    """The solution cell that a code question tests."""

    @property
    def key(self) -> Key:
        """Names the column."""
        return self.notebook, self.cell

    @property
    def short(self) -> str:
        """A heading for a narrow column: 第 1 题, or the first words of the title."""
        found = re.match(r"第 ?\d+ ?题", self.title)
        return found.group() if found else re.split("[:,\uff1a\uff0c]", self.title)[0][:8]

    @property
    def advanced(self) -> bool:
        """Whether it belongs to 进阶."""
        return self.notebook.startswith(ADVANCED)


@dataclass(frozen=True)
class Result:
    """One learner's mark in one question; `points` is None when nobody marked it yet."""

    verdict: str
    points: float | None
    needs_person: bool
    mark: ReadMark | None = None


@dataclass(frozen=True)
class LearnerRow:
    """One learner of the class; `reasons` says in Chinese why a person should look, `said` the rest."""

    learner: str
    name: str
    partner: str | None
    status: Literal["marked", "unmarked", "unusable", "missing"]
    results: Mapping[Key, Result] = field(default_factory=dict)
    auto_points: Mapping[str, float] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

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


def class_result(course: Course, week: str, roster: Roster, database: str | None = None) -> ClassResult:
    """The class as it stands now.

    Arguments:
        course: the course folder.
        week: folder name of the week.
        roster: the class; learners who handed in without standing there get a row, too.
        database: SQLAlchemy address of the gradebook; None is the course's own.

    Raises:
        CourseError: the week was never released.
        GradebookError: the gradebook cannot be read.
    """
    release = course.release(week)
    address = address_of(course.root, database)
    grades: dict[str, dict[Key, Grade]] = {}
    for grade in grades_of(address, week):
        grades.setdefault(grade.learner, {})[grade.notebook, grade.cell] = grade
    marks = {learner: _marks(course.folder("autograded", week, learner)) for learner in grades}
    columns = _columns(release.parsed, marks)
    collected = read_record(course, week) or Collected(week, ())
    records = {record.learner: record for record in collected.learners}
    learners = dict.fromkeys([*(person.id for person in roster), *sorted({*records, *grades})])
    pairs = _pairs(course, week, roster, learners)
    unmarked = failures(course, week)
    untouched = set(untouched_cells(address, week))
    untouched |= {
        (learner, column.notebook, column.solution)
        for learner in grades
        for column in columns
        if not (course.folder("autograded", week, learner) / f"{column.notebook}.ipynb").exists()
    }
    rows = tuple(
        _row(
            learner,
            roster.learners[learner].name if learner in roster else "",
            pairs.get(learner),
            columns,
            grades.get(learner, {}),
            marks.get(learner, {}),
            records.get(learner),
            unmarked.get(learner, ""),
            untouched,
        )
        for learner in learners
    )
    return ClassResult(week, columns, rows, collected.strays)


def _marks(folder: Path) -> dict[Key, ReadMark]:
    found: dict[Key, ReadMark] = {}
    for path in sorted(folder.glob("*.ipynb")):
        try:
            cells = json.loads(path.read_bytes())["cells"]
        except (OSError, ValueError, KeyError):
            continue
        found |= {(path.stem, name): mark for name, mark in marks_in(cells).items()}
    return found


def _columns(
    parsed: Mapping[str, Mapping[str, Any]], marks: Mapping[str, Mapping[Key, ReadMark]]
) -> tuple[Column, ...]:
    columns: list[Column] = []
    for name in sorted(parsed, key=lambda name: (name.startswith(ADVANCED), name)):
        notebook, heading, solution = name.removesuffix(".ipynb"), "", ""
        for cell in parsed[name]["cells"]:
            meta = cell.get("metadata", {}).get("nbgrader", {})
            if cell["cell_type"] == "markdown":
                heading = heading_of(cell) or heading
            if meta.get("solution"):
                solution = grade_id_of(cell)
            if not (meta.get("grade") or meta.get("task")):
                continue
            key = (notebook, grade_id_of(cell))
            titles = [marks[one][key].title for one in sorted(marks) if key in marks[one]]
            kind: Kind = "task" if meta.get("task") else "question" if titles else "code"
            title = titles[0] if titles else heading or key[1]
            tested = solution if kind == "code" else ""
            columns.append(Column(notebook, key[1], title, kind, float(meta.get("points", 0)), tested))
    return tuple(columns)


def _row(
    learner: str,
    name: str,
    partner: str | None,
    columns: Sequence[Column],
    grades: Mapping[Key, Grade],
    marks: Mapping[Key, ReadMark],
    record: LearnerRecord | None,
    failure: str,
    untouched: Collection[tuple[str, str, str]],
) -> LearnerRow:
    said = list(record.sentences) if record else []
    reasons = ["交来的东西要看一眼"] if record and record.needs_person else []
    if failure:
        reasons.append(f"没有批成：{failure}")
    if all(grade.auto_score is None and grade.manual_score is None for grade in grades.values()):
        status = record.status if record else "missing"
        if status == "collected" and not failure:
            reasons.append("没有批成")
        words: Literal["unmarked", "unusable", "missing"] = "unmarked" if status == "collected" else status
        return LearnerRow(learner, name, partner, words, reasons=tuple(reasons), said=tuple(said))
    results: dict[Key, Result] = {}
    asking: list[str] = []
    auto: dict[str, float] = {}
    for column in columns:
        grade = grades.get(column.key)
        if grade is None:
            continue
        mark = marks.get(column.key)
        blank = (learner, column.notebook, column.solution) in untouched
        results[column.key] = result = _result(grade, mark, column, blank)
        if not grade.task:
            auto[column.notebook] = auto.get(column.notebook, 0.0) + (grade.auto_score or 0.0)
        if mark is not None:
            said += mark.notes
        if result.needs_person and column.kind != "task":
            asking.append(column.title)
    if len(asking) > MOST_NAMED:
        reasons.append(f"{len(asking)} 道题")
    else:
        reasons += [f"「{title}」" for title in asking]
    return LearnerRow(
        learner,
        name,
        partner,
        "marked",
        results,
        auto,
        tuple(dict.fromkeys(reasons)),
        _said_once(said),
    )


def _said_once(sentences: Sequence[str]) -> tuple[str, ...]:
    """Each sentence once; one that another repeats and adds to is left out."""
    return tuple(
        one
        for one in dict.fromkeys(sentences)
        if not any(other != one and other.startswith(one.rstrip("。")) for other in sentences)
    )


def _result(grade: Grade, mark: ReadMark | None, column: Column, untouched: bool) -> Result:
    unseen = grade.manual_score is None
    needs_person = grade.needs_person or (mark is not None and mark.needs_person and unseen)
    if column.kind != "task" and unseen and grade.auto_score is None:
        needs_person = True
    return Result(verdict_of(grade, mark, untouched=untouched), grade.score, needs_person, mark)


def _pairs(course: Course, week: str, roster: Roster, learners: Mapping[str, None]) -> dict[str, str]:
    """The partner of each learner: as declared in the answers of this week, else as the roster says."""
    partners = {person.id: person.pair for person in roster if person.pair}
    for person in roster:
        if person.pair:
            partners.setdefault(person.pair, person.id)
    for learner in learners:
        try:
            raw = (course.folder("autograded", week, learner) / ANSWERS_NAME).read_bytes()
        except OSError:
            continue
        pair = look_at_answers(raw, week).pair
        if len(pair) == 2 and learner in pair:
            partners[learner] = pair[1 - pair.index(learner)]
    return {learner: partner for learner, partner in partners.items() if partner}
