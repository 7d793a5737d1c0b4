"""What the gradebook knows about a week, as plain data that a worker can hold.

Workers never open the gradebook: nbgrader's preprocessors ask `PlanBook`, which answers from the plan
and keeps what they write for the writer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import SimpleNamespace
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    MissingEntry,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)


@dataclass(frozen=True)
class SourceCell:
    """One nbgrader cell of the instructor's notebook."""

    name: str
    cell_type: str
    locked: bool
    source: str
    checksum: str
    max_score: float | None = None
    """Points; None for a cell that is not graded."""
    solution: bool = False
    task: bool = False

    def as_cell(self) -> dict[str, Any]:
        """The cell as it stands in the instructor's notebook."""
        own: dict[str, Any] = {
            "schema_version": 3,
            "grade_id": self.name,
            "locked": self.locked,
            "solution": self.solution and not self.task,
            "grade": self.max_score is not None and not self.task,
            "task": self.task,
            "cell_type": self.cell_type,
            "checksum": self.checksum,
        }
        if self.max_score is not None:
            own["points"] = self.max_score
        return {"cell_type": self.cell_type, "source": self.source, "metadata": {"nbgrader": own}}


@dataclass(frozen=True)
class NotebookPlan:
    """One notebook of the week."""

    name: str
    kernelspec: str | None
    cells: tuple[SourceCell, ...]


@dataclass(frozen=True)
class Plan:
    """All notebooks of a week, in the gradebook's order."""

    week: str
    notebooks: tuple[NotebookPlan, ...]

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Plan:
        """The plan that `to_json` wrote."""
        data = json.loads(text)
        notebooks = tuple(
            NotebookPlan(
                item["name"], item["kernelspec"], tuple(SourceCell(**cell) for cell in item["cells"])
            )
            for item in data["notebooks"]
        )
        return cls(data["week"], notebooks)

    def notebook(self, name: str) -> NotebookPlan | None:
        """The notebook called `name`, without .ipynb; None when the week has none."""
        return next((item for item in self.notebooks if item.name == name), None)


def read_plan(book: Gradebook, week: str) -> Plan:
    """The plan of `week`.

    Raises:
        MissingEntry: the gradebook does not know this week.
    """
    notebooks = []
    for notebook in book.find_assignment(week).notebooks:
        points = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
        solutions = {cell.name for cell in notebook.solution_cells}
        tasks = {cell.name for cell in notebook.task_cells}
        cells = tuple(
            SourceCell(
                name=cell.name,
                cell_type=cell.cell_type,
                locked=bool(cell.locked),
                source=cell.source,
                checksum=cell.checksum,
                max_score=points.get(cell.name),
                solution=cell.name in solutions,
                task=cell.name in tasks,
            )
            for cell in notebook.source_cells
        )
        notebooks.append(NotebookPlan(notebook.name, notebook.kernelspec, cells))
    return Plan(week, tuple(notebooks))


def manual_marks(book: Gradebook, week: str) -> dict[str, dict[str, dict[str, float]]]:
    """Marks that graders gave in a week, by learner, notebook and cell."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    rows = (
        book.db.query(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade.manual_score)
        .select_from(Grade)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .filter(Assignment.name == week, Grade.manual_score.is_not(None))
    )
    for learner, notebook, cell, score in rows:
        found.setdefault(learner, {}).setdefault(notebook, {})[cell] = score
    book.db.rollback()
    return found


class PlanBook:
    """Answers nbgrader's preprocessors from a plan, and keeps the rows that they write."""

    def __init__(self, plan: Plan) -> None:
        self.db = SimpleNamespace(commit=lambda: None)
        self.grades: dict[str, Any] = {}
        self.comments: dict[str, Any] = {}
        self._manual: Mapping[str, float | None] = {}
        self._notebooks = {notebook.name: notebook for notebook in plan.notebooks}

    def find_notebook(self, notebook: str, assignment: str) -> Any:
        """As `Gradebook.find_notebook`: kernelspec and cells by kind."""
        plan = self._notebooks.get(notebook)
        if plan is None:
            raise MissingEntry(f"No such notebook: {assignment}/{notebook}")
        return SimpleNamespace(
            name=plan.name,
            kernelspec=plan.kernelspec,
            source_cells=list(plan.cells),
            grade_cells=[cell for cell in plan.cells if cell.max_score is not None and not cell.task],
            solution_cells=[cell for cell in plan.cells if cell.solution],
            task_cells=[cell for cell in plan.cells if cell.task],
        )

    def find_source_cell(self, name: str, notebook: str, assignment: str) -> SourceCell:
        """As `Gradebook.find_source_cell`."""
        cells: list[SourceCell] = self.find_notebook(notebook, assignment).source_cells
        for cell in cells:
            if cell.name == name:
                return cell
        raise MissingEntry(f"No such source cell: {assignment}/{notebook}/{name}")

    def record(self, manual: Mapping[str, float | None]) -> None:
        """Start a notebook's rows; `manual` holds the marks that graders gave, by cell."""
        self.grades = {}
        self.comments = {}
        self._manual = manual

    def find_grade(self, cell: str, notebook: str, assignment: str, _student: str) -> Any:
        """A row that keeps what nbgrader writes into it."""
        self.find_graded_cell(cell, notebook, assignment)
        return self.grades.setdefault(
            cell,
            SimpleNamespace(auto_score=None, needs_manual_grade=False, manual_score=self._manual.get(cell)),
        )

    def find_comment(self, cell: str, notebook: str, assignment: str, _student: str) -> Any:
        """A comment that keeps what nbgrader writes into it."""
        self.find_source_cell(cell, notebook, assignment)
        return self.comments.setdefault(cell, SimpleNamespace(auto_comment=None))

    def find_graded_cell(self, name: str, notebook: str, assignment: str) -> SourceCell:
        """As `Gradebook.find_graded_cell`: a cell with points."""
        cell = self.find_source_cell(name, notebook, assignment)
        if cell.max_score is None:
            raise MissingEntry(f"No such graded cell: {assignment}/{notebook}/{name}")
        return cell
