"""Small nbgrader courses for tests: made, handed in, graded in this process, and their rows read out."""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment, NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

import nongju.grading
from nongju.grading.engine import Engine
from nongju.grading.summary import Summary


def _meta(**own: Any) -> dict[str, Any]:
    base = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": {**base, **own}}


def code(source: str) -> Any:
    return new_code_cell(source)


def text(source: str) -> Any:
    return new_markdown_cell(source)


def solution(name: str, source: str) -> Any:
    return new_code_cell(source, metadata=_meta(grade_id=name, solution=True))


def tests(name: str, points: float, source: str) -> Any:
    return new_code_cell(source, metadata=_meta(grade_id=name, grade=True, locked=True, points=points))


def locked(name: str, source: str) -> Any:
    return new_code_cell(source, metadata=_meta(grade_id=name, locked=True))


def manual_code(name: str, points: float, source: str) -> Any:
    return new_code_cell(source, metadata=_meta(grade_id=name, grade=True, solution=True, points=points))


def manual_text(name: str, points: float, source: str) -> Any:
    return new_markdown_cell(source, metadata=_meta(grade_id=name, grade=True, solution=True, points=points))


def task(name: str, points: float, source: str) -> Any:
    return new_markdown_cell(source, metadata=_meta(grade_id=name, locked=True, task=True, points=points))


@dataclass
class Course:
    """A course folder with its config."""

    root: Path
    week: str = "wk"
    config: Config = field(default_factory=Config)

    def __post_init__(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        self.config.CourseDirectory.root = str(self.root)
        self.config.CourseDirectory.assignment_id = self.week
        self.config.NbGrader.logfile = None

    @property
    def db_url(self) -> str:
        return f"sqlite:///{self.root}/gradebook.db"

    def source(self, files: dict[str, Any]) -> None:
        """Write notebooks (lists of cells) and other files (text), then generate the release."""
        folder = self.root / "source" / self.week
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            if isinstance(content, list):
                nb = new_notebook(cells=content)
                nb.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
                for index, cell in enumerate(nb.cells):
                    cell["id"] = f"cell-{index}"
                nbformat.write(nb, folder / name)
            else:
                (folder / name).write_text(content)
        self.release()

    def release(self) -> None:
        """nbgrader's generate_assignment."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            GenerateAssignment(coursedir=CourseDirectory(config=self.config), config=self.config).start()

    def due(self, when: str) -> None:
        """Set the due date of the week."""
        with Gradebook(self.db_url) as book:
            book.update_or_create_assignment(self.week, duedate=when)

    def hand_in(self, learner: str, answers: dict[str, dict[str, str]] | None = None, **files: str) -> Path:
        """Copy the release for a learner; `answers` replaces sources by notebook and grade_id."""
        folder = self.root / "submitted" / learner / self.week
        shutil.copytree(self.root / "release" / self.week, folder)
        for name, cells in (answers or {}).items():
            path = folder / name
            nb = nbformat.read(path, as_version=4)
            for cell in nb.cells:
                grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
                if grade_id in cells:
                    cell.source = cells[grade_id]
            nbformat.write(nb, path)
        for name, content in files.items():
            (folder / name.replace("__", ".")).write_text(content)
        return folder

    def copy(self, root: Path) -> Course:
        """The same course elsewhere, ungraded."""
        shutil.copytree(self.root, root)
        return Course(root, self.week, copy.deepcopy(self.config))

    def stock_autograde(self, **config: Any) -> bool:
        """nbgrader's own Autograde, in this process. False when it says that something failed."""
        merged = Config(self.config)
        merged.merge(Config(config))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            os.environ.pop("PYTEST_CURRENT_TEST", None)  # with it a kernel does not watch file descriptors
            try:
                Autograde(coursedir=CourseDirectory(config=merged), config=merged).start()
            except NbGraderException:
                return False
        return True

    def grade(self, **options: Any) -> Summary:
        """Our engine, with one worker unless asked for more."""
        return Engine(self.config, self.week, **{"workers": 1, **options}).run()

    def plugged(self) -> Course:
        """This course with the one line in its config."""
        nongju.grading.configure(self.config)
        return self


def mark_by_hand(
    db_url: str, who: str, book_name: str, cell: str, *, score: float, extra: float, comment: str
) -> None:
    """What a grader does in formgrader."""
    with Gradebook(db_url) as book:
        grade = book.find_grade(cell, book_name, "wk", who)
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = score, extra, False
        book.find_comment(cell, book_name, "wk", who).manual_comment = comment
        book.db.commit()


def rows(db_url: str) -> dict[str, Any]:
    """Every row that marks hang on, by names instead of ids."""
    found: dict[str, Any] = {}
    with Gradebook(db_url) as book:
        for student in book.students:
            found[student.id] = {"submissions": len(student.submissions)}
        for assignment in book.assignments:
            for submission in assignment.submissions:
                who = submission.student.id
                found[f"{who}/timestamp"] = str(submission.timestamp)
                for notebook in submission.notebooks:
                    where = f"{who}/{notebook.name}"
                    found[f"{where}/late"] = notebook.late_submission_penalty
                    found[f"{where}/score"] = (
                        notebook.score,
                        notebook.max_score,
                        notebook.needs_manual_grade,
                    )
                    for grade in notebook.grades:
                        found[f"{where}/{grade.name}"] = (
                            grade.auto_score,
                            grade.manual_score,
                            grade.extra_credit,
                            grade.needs_manual_grade,
                            grade.max_score,
                        )
                    for comment in notebook.comments:
                        found[f"{where}/{comment.name}/comment"] = (
                            comment.auto_comment,
                            comment.manual_comment,
                        )
    return found


_UNSTABLE = [
    (re.compile(r"/tmp/ipykernel_\d+/\d+\.py"), "/tmp/ipykernel/cell.py"),
    (re.compile(r"0x[0-9a-f]{6,}"), "0x"),
    (re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"), "widget"),
]


def _stable(value: Any) -> Any:
    if isinstance(value, str):
        for pattern, replacement in _UNSTABLE:
            value = pattern.sub(replacement, value)
        return value
    if isinstance(value, list):
        return [_stable(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _stable(inner) for key, inner in value.items()}
    return value


def notebook(path: Path) -> list[Any]:
    """Cells of a graded notebook as formgrader shows them; streams cut by the clock are joined."""
    nb = nbformat.read(path, as_version=4)
    found = []
    for cell in nb.cells:
        outputs: list[Any] = []
        for output in cell.get("outputs", []):
            same = outputs and output.output_type == "stream" == outputs[-1]["output_type"]
            if same and outputs[-1]["name"] == output.name:
                outputs[-1]["text"] += output.text
            else:
                outputs.append(json.loads(json.dumps(output)))
        # what reaches a file descriptor comes to a kernel by the clock, before or after a result
        outputs.sort(key=lambda output: output["output_type"] != "stream" or "sub\n" not in output["text"])
        cell.metadata.get("execution", {}).update(dict.fromkeys(cell.metadata.get("execution", {}), "time"))
        found.append(
            {
                "type": cell.cell_type,
                "source": cell.source,
                "count": cell.get("execution_count"),
                "metadata": json.loads(json.dumps(cell.metadata)),
                "outputs": _stable(outputs),
            }
        )
    metadata = json.loads(json.dumps(nb.metadata))
    for bundle in metadata.get("widgets", {}).values():
        bundle["state"] = sorted(
            json.dumps(_stable(state), sort_keys=True) for state in bundle["state"].values()
        )
    return [metadata, *found]


def graded_notebooks(course: Course) -> dict[str, list[Any]]:
    """All notebooks of autograded/, by learner and name."""
    folder = course.root / "autograded"
    return {str(path.relative_to(folder)): notebook(path) for path in sorted(folder.glob("*/*/*.ipynb"))}
