"""Reading marks out of nbgrader's gradebook, without importing nbgrader (its import takes 6 s).

Only the tables of nbgrader 0.9 are read, never written; any database address that nbgrader takes will do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from nongju.errors import NongjuError
from nongju.course.settings import course_config, database_address
from nongju.failures import DATABASE_READ_ONLY, in_words

GRADES = """
SELECT sa.student_id, n.name, b.name, b.type, g.auto_score, g.manual_score, g.extra_credit,
       g.needs_manual_grade, COALESCE(gc.max_score, tc.max_score, 0)
FROM grade g
JOIN base_cell b ON b.id = g.cell_id
JOIN submitted_notebook sn ON sn.id = g.notebook_id
JOIN submitted_assignment sa ON sa.id = sn.assignment_id
JOIN notebook n ON n.id = sn.notebook_id
JOIN assignment a ON a.id = sa.assignment_id
LEFT JOIN grade_cells gc ON gc.id = b.id
LEFT JOIN task_cells tc ON tc.id = b.id
WHERE a.name = :week AND (:learner = '' OR sa.student_id = :learner)
  AND (:notebook = '' OR n.name = :notebook)
"""
"""One row for each graded or task cell of each hand-in."""

COMMENTS = """
SELECT sa.student_id, n.name, b.name, c.manual_comment, c.auto_comment
FROM comment c
JOIN base_cell b ON b.id = c.cell_id
JOIN submitted_notebook sn ON sn.id = c.notebook_id
JOIN submitted_assignment sa ON sa.id = sn.assignment_id
JOIN notebook n ON n.id = sn.notebook_id
JOIN assignment a ON a.id = sa.assignment_id
WHERE a.name = :week AND (:learner = '' OR sa.student_id = :learner)
  AND (:notebook = '' OR n.name = :notebook)
"""
"""What graders wrote, and what nbgrader itself says of a solution cell."""

UNTOUCHED = "No response."
"""nbgrader's own comment on a solution cell that is as it was released."""


class GradebookError(NongjuError):
    """The gradebook cannot be read; the message is a Chinese sentence."""


@dataclass(frozen=True)
class Grade:
    """The marks of one cell of one hand-in, points as nbgrader keeps them.

    `auto_score` is None until a machine marked it, `manual_score` until a person did; `task` cells are
    a person's alone.
    """

    learner: str
    notebook: str
    cell: str
    task: bool
    auto_score: float | None
    manual_score: float | None
    extra: float
    needs_person: bool
    max_score: float
    comment: str = ""

    @property
    def score(self) -> float | None:
        """Points that count: a person's before the machine's, and any extra; None when nobody marked it."""
        base = self.manual_score if self.manual_score is not None else self.auto_score
        return None if base is None else base + self.extra


def address_of(root: Path, given: str | None = None) -> str:
    """SQLAlchemy address of a course's gradebook.

    Arguments:
        root: the course folder.
        given: what `--db` says; None takes what nbgrader_config.py names, else gradebook.db of the course.
    """
    default = f"sqlite:///{(root / 'gradebook.db').as_posix()}"
    return database_address(given or course_config(root).CourseDirectory.get("db_url") or default)


def grades_of(address: str, week: str, learner: str = "", notebook: str = "") -> list[Grade]:
    """All marks of a week, of one learner or notebook if given, by learner, notebook and cell.

    Raises:
        GradebookError: there is no gradebook at this address, or it is not nbgrader's.
    """
    names = {"week": week, "learner": learner, "notebook": notebook}
    with _connected(address) as connection:
        found = connection.execute(text(COMMENTS), names)
        comments = {(row[0], row[1], row[2]): row[3] or "" for row in found}
        grades = [_grade(row, comments) for row in connection.execute(text(GRADES), names)]
    return sorted(grades, key=lambda grade: (grade.learner, grade.notebook, grade.cell))


def comments_of(address: str, week: str, learner: str) -> dict[tuple[str, str], str]:
    """What graders wrote to a learner, by notebook and cell: below code and tasks, and where there is a mark.

    Raises:
        GradebookError: there is no gradebook at this address, or it is not nbgrader's.
    """
    with _connected(address) as connection:
        found = connection.execute(text(COMMENTS), {"week": week, "learner": learner, "notebook": ""})
        return {(row[1], row[2]): row[3] for row in found if row[3] and row[3].strip()}


def untouched_cells(
    address: str, week: str, learner: str = "", notebook: str = ""
) -> frozenset[tuple[str, str, str]]:
    """Learner, notebook and cell of each solution cell in which nothing was written.

    Raises:
        GradebookError: there is no gradebook at this address, or it is not nbgrader's.
    """
    names = {"week": week, "learner": learner, "notebook": notebook}
    with _connected(address) as connection:
        found = connection.execute(text(COMMENTS), names)
        return frozenset((row[0], row[1], row[2]) for row in found if row[4] == UNTOUCHED)


@contextmanager
def _connected(address: str) -> Iterator[Connection]:
    engine = create_engine(database_address(address))
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError as error:
        busy = in_words(str(error))
        known = busy not in (None, DATABASE_READ_ONLY)  # none is there yet: that cannot be opened either
        raise GradebookError(busy if busy and known else "成绩册打不开。先批改一次，再来看。") from error
    finally:
        engine.dispose()


def _grade(row: Any, comments: dict[tuple[str, str, str], str]) -> Grade:
    learner, notebook, cell, kind, auto, manual, extra, needs_person, most = row
    return Grade(
        learner=learner,
        notebook=notebook,
        cell=cell,
        task=kind == "TaskCell",
        auto_score=auto,
        manual_score=manual,
        extra=extra or 0.0,
        needs_person=bool(needs_person),
        max_score=float(most),
        comment=comments.get((learner, notebook, cell), ""),
    )
