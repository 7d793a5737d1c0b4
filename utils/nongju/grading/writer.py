"""The one owner of the gradebook: rows and folders of one hand-in, in one transaction.

nbgrader's Autograde makes the rows; here its gradebook is opened once and its commits become one.
A folder is built beside its place and moved there after the commit, so a folder that stands in
autograded/ means a hand-in that is done, whatever killed the engine.
"""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import nbformat
import sqlalchemy
from nbconvert import writers
from nbgrader import utils
from nbgrader.api import (
    Assignment,
    Gradebook,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    SourceCell,
    TaskCell,
)
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from nongju.errors import NongjuError
from nongju.grading.prepare import is_foreign, rows_only, steps
from nongju.nbgrading.gradebook import index_gradebook
from nongju.nbgrading.patched_gradebook import patched_gradebook
from nongju.nbgrading.schemas import compiled_once
from nongju.nbgrading.transaction import OneTransaction

formats: Any = nbformat  # nbformat and nbconvert carry no types
FilesWriter: Any = writers.files.FilesWriter

PATIENCE_SECONDS = 60.0
"""How long a hand-in waits for a database that another program has locked."""

PARTIAL = ".nongju-"
"""Name prefix of folders under construction; a dot keeps them out of nbgrader's globs."""


class DatabaseBusy(NongjuError):
    """The gradebook stayed locked."""


class EngineAutograde(Autograde):  # type: ignore[misc]
    """nbgrader's Autograde with its destination under our control."""

    building: str | None = None
    """Where the folder of the hand-in in work is built."""
    reading: str | None = None
    """Where the hand-in is read from, when that is not submitted/ (a copy without links)."""

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return self.building or str(super()._format_dest(assignment_id, student_id, escape=escape))

    def _format_source(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return self.reading or str(super()._format_source(assignment_id, student_id, escape=escape))


class Writer:
    """Opens the gradebook once; `write` takes one prepared hand-in."""

    def __init__(self, config: Config, coursedir: CourseDirectory, force: bool) -> None:
        self.coursedir = coursedir
        self.book = Gradebook(coursedir.db_url, coursedir.course_id)
        if self.book.engine.dialect.name == "sqlite":
            self.book.db.execute(sqlalchemy.text("PRAGMA busy_timeout = 5000"))
            self.book.db.rollback()
        index_gradebook(self.book.engine)
        self.converter = EngineAutograde(coursedir=coursedir, config=config)
        self.converter.force = force
        self.converter.writer = FilesWriter(config=config)
        self.converter.exporter = self.converter.exporter_class(
            parent=self.converter, config=self.converter.config
        )
        _, _, self._saving = steps(config)
        self.week = coursedir.assignment_id
        self.book.db().expire_on_commit = False
        self._course: list[Any] = []
        self._made: dict[type, Any] = {}

    def write(
        self, learner: str, result: dict[str, Any], notebooks: list[str], source: Path
    ) -> dict[str, Any]:
        """Rows and folder of one hand-in.

        Arguments:
            learner: the id.
            result: what the worker returned.
            notebooks: paths of the notebooks that were handed in.
            source: the folder they are in, without links.

        Returns:
            score, max_score, by_hand (cells that wait for a person).

        Raises:
            DatabaseBusy: the gradebook stayed locked for PATIENCE_SECONDS.
        """
        deadline = monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return self._write(learner, result, notebooks, source)
            except sqlalchemy.exc.OperationalError as error:
                self.book.db.rollback()
                if "locked" not in str(error).lower():
                    raise
                if monotonic() > deadline:
                    raise DatabaseBusy(str(error)) from error

    def _write(
        self, learner: str, result: dict[str, Any], notebooks: list[str], source: Path
    ) -> dict[str, Any]:
        final = Path(
            self.converter.coursedir.format_path(self.coursedir.autograded_directory, learner, self.week)
        )
        final.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=PARTIAL, dir=final.parent))
        partial.chmod(0o755)
        converter = self.converter
        try:
            book = OneTransaction(self.book)
            with (
                patched_gradebook(book, self._saving),
                compiled_once(),
                self._at(partial, source),
                warnings.catch_warnings(),
            ):
                # nbgrader's add_submission always sets this off: it adds a submission that refers to itself
                warnings.filterwarnings("ignore", "Object of type <Submitted", sqlalchemy.exc.SAWarning)
                if self.book.engine.dialect.name == "sqlite":  # wait for the lock here, not half-way
                    self.book.db.execute(sqlalchemy.text("BEGIN IMMEDIATE"))
                self._begin(book, learner, notebooks)
                made = {name: one for name, one in result["notebooks"].items() if one["text"] is not None}
                for name, prepared in made.items():
                    self._copy_rows(book, learner, name, prepared)
                book.db.flush()
                for name in result["notebooks"]:
                    if name in made:
                        self._save(learner, name, made[name]["text"])
                    else:
                        self._keep_original(source / f"{name}.ipynb", partial)
                converter.set_permissions(self.week, learner)
            standing = self._standing(book, learner)
            self.book.db.commit()
        except BaseException:
            self.book.db.rollback()
            utils.rmtree(str(partial))
            raise
        if final.exists():
            utils.rmtree(str(final))
        partial.rename(final)
        self._forget(book)
        return standing

    def _forget(self, book: OneTransaction) -> None:
        """Let go of the rows of a hand-in; those of the course stay for the next one."""
        course = {Assignment, Notebook, GradeCell, SolutionCell, TaskCell, SourceCell}
        for row in list(self.book.db()):
            if type(row) not in course:
                self.book.db.expunge(row)
        assignment = book.find_assignment(self.week)
        self._course = [assignment, *assignment.notebooks]
        for row in self._course:
            self.book.db.expire(row, ["submissions"])  # where SQLAlchemy notes what was added

    def _begin(self, book: OneTransaction, learner: str, notebooks: list[str]) -> None:
        """Nbgrader's start of a hand-in: rows and files; what was not handed in scores 0.

        nbgrader gives up on a hand-in without any notebook of the week; here it gets its rows.
        """
        self.converter.notebooks = list(notebooks)
        try:
            self.converter.init_assignment(self.week, learner)
        except NbGraderException:
            try:
                submission = book.find_submission(self.week, learner)
            except MissingEntry:
                submission = None
            if submission is None or self.converter.notebooks:
                raise
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    grade.auto_score = 0
                    grade.needs_manual_grade = False

    @contextmanager
    def _at(self, partial: Path, source: Path) -> Iterator[None]:
        self.converter.building, self.converter.reading = str(partial), str(source)
        try:
            yield
        finally:
            self.converter.building = self.converter.reading = None

    def _copy_rows(self, book: OneTransaction, learner: str, name: str, prepared: dict[str, Any]) -> None:
        """Marks and comments of one notebook, as the worker's SaveAutoGrades left them."""
        place = (name, self.week, learner)
        for cell, row in prepared["grades"].items():
            grade = book.find_grade(cell, *place)
            grade.auto_score = row["auto_score"]
            grade.needs_manual_grade = row["needs_manual_grade"] or grade.manual_score is not None
        for cell, text in prepared["comments"].items():
            book.find_comment(cell, *place).auto_comment = text

    def _save(self, learner: str, name: str, text: str) -> None:
        """Let the remaining steps run on one notebook, and write it."""
        resources: Any = {
            "unique_key": name,
            "output_files_dir": f"{name}_files",
            "output_extension": ".ipynb",
            "nbgrader": {
                "student": learner,
                "assignment": self.week,
                "notebook": name,
                "db_url": self.coursedir.db_url,
            },
        }
        foreign = any(not rows_only(step) for step in self._saving)
        nb = formats.reads(text, as_version=4) if foreign else formats.v4.new_notebook()
        exporter = self.converter.exporter
        exporter._preprocessors = []
        for step in self._saving:
            if step not in self._made or is_foreign(step):
                self._made[step] = step(parent=exporter)
            exporter.register_preprocessor(self._made[step])
        for step in exporter._preprocessors:
            nb, resources = step(nb, resources)
        if foreign:
            text = formats.writes(nb) + "\n"
        self.converter.write_single_notebook(text, resources)

    @staticmethod
    def _keep_original(path: Path, partial: Path) -> None:
        """What could not be graded stays beside the rest, not as a notebook that tools would open."""
        if path.is_file():
            shutil.copyfile(path, partial / f"{path.name}.txt")

    def _standing(self, book: OneTransaction, learner: str) -> dict[str, Any]:
        submission = book.find_submission(self.week, learner)
        by_hand = sum(grade.needs_manual_grade for grade in book.rows(self.week, learner)["grade"].values())
        book.db.flush()
        book.db.refresh(submission, ["score", "max_score"])
        return {"score": submission.score, "max_score": submission.max_score, "by_hand": by_hand}

    def sweep(self) -> None:
        """Remove what an engine that was killed left half built."""
        folder = Path(self.coursedir.format_path(self.coursedir.autograded_directory, "*", PARTIAL + "*"))
        for path in folder.parent.parent.glob(f"*/{PARTIAL}*"):
            utils.rmtree(str(path))

    def close(self) -> None:
        """Close the gradebook."""
        self.book.close()
