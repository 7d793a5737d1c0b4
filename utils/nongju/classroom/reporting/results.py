"""The class after a week was marked: one row a learner, one column a question.

Put together from the roster, the record of collecting, the gradebook and the explanations that the
autograded notebooks hold.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from nongju.answers.schema import learner_of
from nongju.answers.session import SOMEONE_ELSE
from nongju.classroom.collecting.answersfile import look_at_answers
from nongju.classroom.collecting.record import Collected, LearnerRecord, read_record
from nongju.classroom.reporting.cards import is_filled, sheets_of_tasks
from nongju.classroom.reporting.classresult import ClassResult, LearnerRow, Result
from nongju.classroom.reporting.columns import Column, Key, columns_of, titles_of
from nongju.classroom.reporting.outline import in_order, outlines_of
from nongju.classroom.reporting.verdicts import verdict_of
from nongju.course.boundedjson import BoundsError, read_json
from nongju.course.grades import Grade, address_of, grades_of, untouched_cells
from nongju.course.layout import ANSWERS_NAME, Course
from nongju.course.roster import Roster
from nongju.nbgrading.marks import ReadMark, marks_in
from nongju.nbgrading.stock import failures

__all__ = ["ClassResult", "Column", "LearnerRow", "Result", "class_result"]

MOST_NAMED = 3
"""Questions that are named when a person should look; more are counted."""

TO_LOOK_AT = "交来的东西"
"""What a person should look at when it is the hand-in as a whole."""

NOT_MARKED = "没有批成"
"""What a person should look at when marking failed."""

CLAIMED = "答案文件自己说按编号「{scene}」的题批，收作业时没有这么定"
"""Said of a hand-in that came another way than by collecting, and names whose scenes it is marked on."""

OPEN_IT = "机器没有批出来，请打开看一眼"
"""Why, where nothing else is said."""


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
    hand_ins = {learner: _read(course.folder("autograded", week, learner)) for learner in grades}
    outlines = outlines_of({name.removesuffix(".ipynb"): nb["cells"] for name, nb in release.parsed.items()})
    columns = columns_of(release.parsed, outlines, {one: read.marks for one, read in hand_ins.items()})
    collected = read_record(course, week) or Collected(week, ())
    records = {record.learner: record for record in collected.learners}
    learners = dict.fromkeys([*(person.id for person in roster), *sorted({*records, *grades})])
    pairs = _pairs(course, week, roster, learners)
    for learner in learners:
        if (claimed := _claimed_scene(course, week, learner, records.get(learner))) is not None:
            record = records.get(learner) or LearnerRecord(learner, "collected")
            said = (*record.sentences, CLAIMED.format(scene=claimed))
            records[learner] = replace(record, sentences=said, needs_person=True)
    unmarked = failures(course, week)
    untouched = set(untouched_cells(address, week))
    untouched |= {
        (learner, column.notebook, column.solution)
        for learner, read in hand_ins.items()
        for column in columns
        if column.notebook not in read.notebooks
    }
    untouched |= {(learner, *task) for learner, read in hand_ins.items() for task in read.blank_tasks}
    rows = tuple(
        _row(
            learner,
            roster.learners[learner].name if learner in roster else "",
            pairs.get(learner),
            columns,
            grades.get(learner, {}),
            hand_ins[learner].marks if learner in hand_ins else {},
            records.get(learner),
            unmarked.get(learner, ""),
            untouched,
        )
        for learner in learners
    )
    return ClassResult(week, columns, rows, collected.strays, titles_of(week, outlines, columns))


def _claimed_scene(course: Course, week: str, learner: str, record: LearnerRecord | None) -> str | None:
    """An id whose scenes a hand-in was marked on, though collecting did not say so; else None."""
    path = course.folder("autograded", week, learner) / ANSWERS_NAME
    try:
        data = read_json(path.read_bytes(), deepest=None, halves=True)
        scene = learner_of(data.get("scene"))
    except (OSError, BoundsError, AttributeError):
        return None
    return scene if scene != (record.scene if record else None) else None


@dataclass
class _HandIn:
    """What the autograded notebooks of one learner show."""

    notebooks: set[str] = field(default_factory=set)
    marks: dict[Key, ReadMark] = field(default_factory=dict)
    blank_tasks: set[Key] = field(default_factory=set)


def _read(folder: Path) -> _HandIn:
    found = _HandIn()
    for path in sorted(folder.glob("*.ipynb"), key=lambda path: in_order(path.stem)):
        found.notebooks.add(path.stem)
        try:
            cells = json.loads(path.read_bytes())["cells"]
        except (OSError, ValueError, KeyError):
            continue
        found.marks |= {(path.stem, name): mark for name, mark in marks_in(cells).items()}
        blank = (name for name, sheets in sheets_of_tasks(cells).items() if not is_filled(sheets))
        found.blank_tasks |= {(path.stem, name) for name in blank}
    return found


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
    wants = [(TO_LOOK_AT, "；".join(said))] if record and record.needs_person else []
    reasons = ["交来的东西要看一眼"] if wants else []
    if failure:
        wants.append((NOT_MARKED, failure))
        reasons.append(f"没有批成：{failure}")
    if all(grade.auto_score is None and grade.manual_score is None for grade in grades.values()):
        status = record.status if record else "missing"
        if status == "collected" and not failure:
            wants.append((NOT_MARKED, "再批一次看看"))
            reasons.append("没有批成")
        words: Literal["unmarked", "unusable", "missing"] = "unmarked" if status == "collected" else status
        return LearnerRow(
            learner, name, partner, words, reasons=tuple(reasons), said=tuple(said), wants=tuple(wants)
        )
    results: dict[Key, Result] = {}
    asking: dict[str, str] = {}
    auto: dict[str, float] = {}
    for column in columns:
        grade = grades.get(column.key)
        if grade is None:
            continue
        mark = marks.get(column.key)
        blank = (learner, column.notebook, column.solution or column.cell) in untouched
        results[column.key] = result = _result(grade, mark, column, blank)
        if not grade.task:
            auto[column.notebook] = auto.get(column.notebook, 0.0) + (grade.auto_score or 0.0)
        if mark is not None:
            said += mark.notes
        if result.needs_person and column.kind != "task":
            asking[column.title] = "；".join(mark.notes) if mark is not None and mark.notes else OPEN_IT
    if len(asking) > MOST_NAMED:
        reasons.append(f"{len(asking)} 道题")
        wants.append((f"{len(asking)} 道题", "；".join(dict.fromkeys(asking.values()))))
    else:
        reasons += [f"「{title}」" for title in asking]
        wants += [(f"「{title}」", why) for title, why in asking.items()]
    return LearnerRow(
        learner,
        name,
        partner,
        "marked",
        results,
        auto,
        tuple(dict.fromkeys(reasons)),
        _said_once(said),
        tuple(wants),
        SOMEONE_ELSE in said,
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
