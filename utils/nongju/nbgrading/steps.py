"""Our steps in nbgrader's own conversions; `nongju.nbgrading.config` puts them into its lists.

RepairCells        autograde, before nbgrader compares cells: damage that would stop it is repaired, and what
                 was asked otherwise than today is kept in the notebook's metadata.
SanitizeText        autograde, before anything runs: texts that are not the course's become plain text.
NameLearner      autograde, after marks were saved: the class list's name goes into the gradebook.
AskForPerson     autograde, after marks were saved: a mark in doubt waits for a grader in formgrader.
SanitizeOutputs autograde, after marks were read: outputs pass the allow-list.

`nongju.classroom.reporting.feedbackstep` has the one for feedback.
"""

from __future__ import annotations

import contextlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from nongju.course.roster import Roster, RosterProblems, find_roster
from nongju.marking.mark import MARK_SUFFIX
from nongju.nbgrading.marks import marks_in
from nongju.nbgrading.repair import asked_otherwise, repair_cells
from nongju.nbgrading.sanitize import (
    identity_of,
    known_texts,
    sanitized_attachments,
    sanitized_outputs,
    sanitized_tags,
    sanitized_text,
)

OWN_METADATA = "nongju"
"""Key in a notebook's metadata that RepairCells writes; what a learner's file has there is dropped."""

ASKED_OTHERWISE = "asked_otherwise"
"""Key within it: the questions of an earlier release."""

from_dict: Any = nbformat.from_dict  # nbformat's functions carry no types
node: Any = nbformat.NotebookNode

Resources = dict[str, Any]
Result = tuple[Any, Resources]


def course_cells(step: Any, resources: Resources) -> list[dict[str, Any]] | None:
    """The cells of the instructor's notebook that a step is converting a copy of; None when there is none."""
    directory = getattr(getattr(step.parent, "parent", None), "coursedir", None)
    if directory is None:
        return None
    names = resources["nbgrader"]
    for stage in (directory.source_directory, directory.release_directory):
        path = Path(directory.format_path(stage, ".", names["assignment"])) / f"{names['notebook']}.ipynb"
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return _cells_of(path, path.stat().st_mtime_ns)
    return None


@lru_cache(64)  # the same for every learner of a class
def _cells_of(path: Path, _changed: int) -> list[dict[str, Any]]:
    return list(json.loads(path.read_bytes())["cells"])


def _node(made: dict[str, Any], *inner: str) -> Any:
    """A cell or output as nbformat has it; what is a node within is not made anew."""
    nodes = {key: from_dict(made[key]) for key in inner if key in made and not isinstance(made[key], node)}
    return node({**made, **nodes})


class RepairCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Repairs duplicated, deleted and retyped cells against the instructor's notebook."""

    def preprocess(self, nb: Any, resources: Resources) -> Result:
        """The mended notebook; what was changed goes to nbgrader's log."""
        released = course_cells(self, resources)
        if released is not None:
            changes: list[str] = []
            nb.cells = [_node(cell, "metadata") for cell in repair_cells(list(nb.cells), released, changes)]
            for change in changes:
                self.log.warning("Mended: %s", change)
            other = asked_otherwise(nb.cells, released)
            nb.metadata.pop(OWN_METADATA, None)
            if other:
                nb.metadata[OWN_METADATA] = from_dict({ASKED_OTHERWISE: list(other)})
        return nb, resources


class SanitizeText(NbGraderPreprocessor):  # type: ignore[misc]
    """Turns every text cell that is not the course's into plain text, and drops the learner's metadata."""

    def preprocess(self, nb: Any, resources: Resources) -> Result:
        """The notebook with inert text cells."""
        known = known_texts(course_cells(self, resources) or [])
        nb.metadata = from_dict(
            {key: nb.metadata[key] for key in ("kernelspec", OWN_METADATA) if key in nb.metadata}
        )
        for cell in nb.cells:
            cell.metadata = node(_metadata(cell))
            if cell.cell_type == "code" or identity_of(cell) in known:
                continue
            pictures = sanitized_attachments(cell.pop("attachments", None))
            links = "".join(f"\n\n![]({'attachment:' + name})" for name in pictures)
            cell.source = sanitized_text(cell.source) + links
            cell.cell_type = "markdown"
            if pictures:
                cell.attachments = from_dict(pictures)
        return nb, resources


def _metadata(cell: Any) -> dict[str, Any]:
    """The metadata that nbgrader and our own pages read."""
    kept: dict[str, Any] = {"tags": sanitized_tags(cell.metadata.get("tags"))}
    for key in ("nbgrader", "deletable", "editable"):
        if key in cell.metadata:
            kept[key] = cell.metadata[key]
    if not kept["tags"]:
        del kept["tags"]
    return kept


class NameLearner(NbGraderPreprocessor):  # type: ignore[misc]
    """Writes a learner's name into the gradebook, so that formgrader shows it; without a list, nothing.

    The whole name stands as the last name: a class list does not say where a Chinese surname ends.
    """

    rows_only = True
    """For `nongju grade`: it leaves the notebook as it is, and runs where the gradebook is open."""

    def preprocess(self, nb: Any, resources: Resources) -> Result:
        """The notebook as it is."""
        directory = getattr(getattr(self.parent, "parent", None), "coursedir", None)
        names = resources["nbgrader"]
        try:
            roster = find_roster(Path(directory.root)) if directory is not None else Roster()
        except RosterProblems:  # the commands that need the list say what is wrong with it
            roster = Roster()
        person = roster.learners.get(names["student"])
        if person is not None and person.name:
            with Gradebook(names["db_url"]) as gradebook:
                gradebook.update_or_create_student(person.id, last_name=person.name, first_name="")
        return nb, resources


class AskForPerson(NbGraderPreprocessor):  # type: ignore[misc]
    """Flags a grade for a person where the mark asks for one; the machine's points stay until then.

    The mark of a question that the learner saw in an earlier release asks for one too.
    """

    def preprocess(self, nb: Any, resources: Resources) -> Result:
        """The notebook as it is."""
        other = nb.metadata.get(OWN_METADATA, {}).get(ASKED_OTHERWISE, ())
        older = {f"{name}{MARK_SUFFIX}" for name in other}
        marks = marks_in(nb.cells).items()
        asking = [
            name for name, mark in marks if mark.needs_person or (name in older and mark.verdict != "blank")
        ]
        if asking:
            names = resources["nbgrader"]
            with Gradebook(names["db_url"]) as gradebook:
                for name in asking:
                    grade = gradebook.find_grade(
                        name, names["notebook"], names["assignment"], names["student"]
                    )
                    grade.needs_manual_grade = True
                gradebook.db.commit()
        return nb, resources


class SanitizeOutputs(NbGraderPreprocessor):  # type: ignore[misc]
    """Passes every output through the allow-list; only cells of the course show files of uploads/."""

    def preprocess(self, nb: Any, resources: Resources) -> Result:
        """The notebook with inert outputs."""
        for cell in nb.cells:
            if cell.cell_type == "code":
                outputs = sanitized_outputs(cell.outputs, own=_is_of_the_course(cell))
                cell.outputs = [_node(output, "data", "metadata") for output in outputs]
        return nb, resources


def _is_of_the_course(cell: Any) -> bool:
    """Whether nbgrader has restored this cell's source: it is locked, and no answer is typed into it."""
    names = cell.metadata.get("nbgrader", {})
    return bool(names.get("locked") and names.get("grade_id") and not names.get("solution"))
