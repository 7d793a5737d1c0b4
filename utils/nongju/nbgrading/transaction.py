"""nbgrader's gradebook over one hand-in: commits wait for the end, and no row is asked for twice."""

from __future__ import annotations

from typing import Any

from nbgrader.api import Gradebook, MissingEntry, SubmittedNotebook
from sqlalchemy.orm import selectinload


class OneTransaction:
    """A gradebook whose commits wait for the end, and which asks for no row of a hand-in twice."""

    def __init__(self, book: Gradebook) -> None:
        self._book = book
        self.db = _Session(book.db)
        self._assignment: Any = None
        self._submission: Any = None
        self._found: dict[str, dict[tuple[str, str], Any]] | None = None

    def __getattr__(self, name: str) -> Any:
        value = getattr(type(self._book), name, None)
        if callable(value):  # methods of nbgrader's Gradebook, with our session for theirs
            return value.__get__(self)
        return getattr(self._book, name)

    def find_assignment(self, name: str) -> Any:
        """As `Gradebook.find_assignment`."""
        if self._assignment is None:
            self._assignment = Gradebook.find_assignment(self, name)
        return self._assignment

    def find_notebook(self, name: str, assignment: str) -> Any:
        """As `Gradebook.find_notebook`."""
        row = next((row for row in self.find_assignment(assignment).notebooks if row.name == name), None)
        if row is None:
            raise MissingEntry(f"No such notebook: {assignment}/{name}")
        return row

    def find_submission(self, assignment: str, student: str) -> Any:
        """As `Gradebook.find_submission`."""
        if self._submission is None:
            self._submission = Gradebook.find_submission(self, assignment, student)
        return self._submission

    def rows(self, assignment: str, student: str) -> dict[str, dict[tuple[str, str], Any]]:
        """Grades and comments of the hand-in by notebook and cell, and its notebooks, in three queries."""
        if self._found is None:
            names = {
                cell.id: (book.name, cell.name)
                for book in self.find_assignment(assignment).notebooks
                for cell in [*book.grade_cells, *book.solution_cells, *book.task_cells]
            }
            submission = self.find_submission(assignment, student)
            books = (
                self.db.query(SubmittedNotebook)
                .filter(SubmittedNotebook.assignment_id == submission.id)
                .options(selectinload(SubmittedNotebook.grades), selectinload(SubmittedNotebook.comments))
                .all()
            )
            self._found = {
                "grade": {names[row.cell_id]: row for book in books for row in book.grades},
                "comment": {names[row.cell_id]: row for book in books for row in book.comments},
                "notebook": {(book.notebook.name, ""): book for book in books},
            }
        return self._found

    def find_grade(self, cell: str, notebook: str, assignment: str, student: str) -> Any:
        """As `Gradebook.find_grade`."""
        return self._one("grade", notebook, cell, assignment, student)

    def find_comment(self, cell: str, notebook: str, assignment: str, student: str) -> Any:
        """As `Gradebook.find_comment`."""
        return self._one("comment", notebook, cell, assignment, student)

    def find_submission_notebook(self, notebook: str, assignment: str, student: str) -> Any:
        """As `Gradebook.find_submission_notebook`."""
        row = self._one("notebook", notebook, "", assignment, student)
        self.db.flush()
        self.db.expire(row, ["score"])  # the database adds it up; late penalties ask for it
        return row

    def _one(self, kind: str, notebook: str, cell: str, assignment: str, student: str) -> Any:
        row = self.rows(assignment, student)[kind].get((notebook, cell))
        if row is None:
            raise MissingEntry(f"No such {kind}: {assignment}/{notebook}/{cell} for {student}")
        return row


class _Session:
    """A session that flushes where it is asked to commit."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)

    def commit(self) -> None:
        self._session.flush()
