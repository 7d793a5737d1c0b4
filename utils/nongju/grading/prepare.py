"""A worker's share: one hand-in sanitised, restored and executed, without the gradebook.

nbgrader's own preprocessors do it, in the order its config gives them. SaveAutoGrades writes into rows
of `PlanBook`, which the writer copies into the gradebook. What goes in and comes out is JSON.
"""

from __future__ import annotations

import copy
import os
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties, Execute, SaveAutoGrades
from traitlets.config import Config

from nongju.course.boundedjson import is_too_much, whole_text
from nongju.grading import sentences
from nongju.grading.limits import MEGABYTE
from nongju.grading.plan import NotebookPlan, Plan, PlanBook
from nongju.grading.policy import is_ours, policy_for
from nongju.grading.running.children import Kept
from nongju.grading.running.execute import SandboxExecute
from nongju.grading.running.kernelchoice import OtherKernel
from nongju.grading.running.snapshot import snapshot_of
from nongju.grading.sameclass import SameClass
from nongju.grading.sandbox.run import NoSandbox
from nongju.grading.sandbox.workfolder import WorkFolder
from nongju.grading.settings import Settings, settings_from_config
from nongju.nbgrading.notebooktext import notebook_from, notebook_text
from nongju.nbgrading.patched_gradebook import patched_gradebook
from nongju.nbgrading.repair import repaired
from nongju.nbgrading.schemas import LightExporter, compiled_once

formats: Any = nbformat  # nbformat and nbconvert carry no types
exporting: Any = LightExporter

LARGEST_NOTEBOOK = 64 * MEGABYTE
"""Bytes; a learner's notebook larger than this is not read. Ours have 60 kB, plots bring 5 MB."""


@dataclass
class Prepared:
    """One notebook as the worker leaves it."""

    text: str | None = None
    """The executed notebook, or None when nothing could be made of it."""
    grades: dict[str, dict[str, Any]] = field(default_factory=dict)
    """auto_score and needs_manual_grade by cell, as nbgrader's SaveAutoGrades wrote them."""
    comments: dict[str, str | None] = field(default_factory=dict)
    """auto_comment by cell."""
    notes: list[str] = field(default_factory=list)
    """What was wrong with it, in sentences for the grader."""
    failed: str = ""
    """Why there is no text."""


def steps(config: Config) -> tuple[list[Any], list[Any], list[Any]]:
    """Nbgrader's configured preprocessors: those that sanitise, that run, and that the writer runs.

    The writer runs what needs the real gradebook: what is `rows_only`, and steps of somebody else's that
    come after the marks are saved.
    """
    autograder = Autograde(config=config)
    running: list[Any] = []
    writing: list[Any] = []
    saved = False
    for step in autograder.autograde_preprocessors:
        if rows_only(step) or (saved and is_foreign(step)):
            writing.append(step)
        else:
            running.append(SandboxExecute if step is Execute else step)
        saved = saved or issubclass(step, SaveAutoGrades)
    return list(autograder.sanitize_preprocessors), running, writing


def rows_only(step: type) -> bool:
    """Whether a step works on the gradebook alone, never on the notebook: late penalties, learners' names."""
    return issubclass(step, AssignLatePenalties) or bool(getattr(step, "rows_only", False))


def is_foreign(step: type) -> bool:
    """Whether a step is somebody else's: it may keep something from one notebook to the next."""
    return not step.__module__.startswith(("nbgrader.", "nbconvert.", "nongju."))


class Worker:
    """Prepares hand-ins of one week, one after the other."""

    def __init__(self, config: Config, plan: Plan, settings: Settings | None = None) -> None:
        self.config = config
        self.plan = plan
        self.book = PlanBook(plan)
        self.settings = settings or settings_from_config(config)
        self._sanitising, self._running, _ = steps(config)
        coursedir = CourseDirectory(config=config)
        self._ignored = list(coursedir.ignore)
        converter = Autograde(coursedir=coursedir, config=config)
        self._exporter = exporting(parent=converter, config=converter.config)
        self._made: dict[type, Any] = {}
        alike = is_ours(plan) and not any(map(is_foreign, self._sanitising))
        self._same = SameClass(self._sanitising if alike else [])

    def prepare(
        self,
        learner: str,
        folder: Path,
        work: str,
        shared: Mapping[str, Path],
        manual: Mapping[str, Mapping[str, float | None]] | None = None,
    ) -> dict[str, Any]:
        """Sanitise and run every notebook of a hand-in.

        Arguments:
            learner: the id, as in submitted/<id>/.
            folder: the hand-in as it arrived.
            work: absolute path of autograded/<id>/<week>, the working folder cells see.
            shared: files of source/<week> that replace those of the learner.
            manual: marks that graders gave before, by notebook and cell.

        Returns:
            A JSON object: `notebooks` by name, `left_out` (files that were too much), `seconds`.
        """
        started = perf_counter()
        limits = self.settings.limits
        most = limits.upload_mb if is_ours(self.plan) else limits.file_mb
        found = snapshot_of(folder, most, self._ignored)
        files = {**found.files, **shared}
        notebooks: dict[str, Prepared] = {}
        self._kept = Kept()
        self._work = WorkFolder(files, folder, limits)
        with (
            patched_gradebook(self.book, [*self._sanitising, *self._running]),
            compiled_once(),
            self._kept.stack as stack,
        ):
            stack.callback(self._work.close)
            for notebook in sorted(self.plan.notebooks, key=lambda item: f"{item.name}.ipynb"):
                path = folder / f"{notebook.name}.ipynb"
                there = path.is_file() and not path.is_symlink()
                if there or (policy_for(self.plan, notebook.name).mode == "data" and "answers.json" in files):
                    self.book.record((manual or {}).get(notebook.name, {}))
                    notebooks[notebook.name] = self._notebook(notebook, path, learner, work)
        return {
            "notebooks": {name: vars(prepared) for name, prepared in notebooks.items()},
            "left_out": found.left_out,
            "seconds": round(perf_counter() - started, 4),
        }

    def _notebook(self, plan: NotebookPlan, path: Path, learner: str, work: str) -> Prepared:
        prepared = Prepared()
        resources = {
            "unique_key": plan.name,
            "output_files_dir": f"{plan.name}_files",
            "nbgrader": {
                "student": learner,
                "assignment": self.plan.week,
                "notebook": plan.name,
                "db_url": "",
            },
            "metadata": {"name": plan.name, "path": work},
        }
        size = path.stat().st_size if path.is_file() else 0
        if size > LARGEST_NOTEBOOK and policy_for(self.plan, plan.name).mode != "data":
            prepared.failed = sentences.too_large(plan.name, size // MEGABYTE)
            return prepared
        raw = path.read_bytes() if 0 < size <= LARGEST_NOTEBOOK else b""
        if is_too_much(raw):  # millions of empty cells take nbgrader hours
            if policy_for(self.plan, plan.name).mode != "data":
                prepared.failed = sentences.too_large(plan.name, size // MEGABYTE)
                return prepared
            raw = b""
        if raw.startswith(b"\xef\xbb\xbf"):
            prepared.notes.append(sentences.BOM)
        try:
            nb = self._sanitised(
                whole_text(raw.decode("utf-8-sig", errors="replace")), plan, resources, prepared
            )
        except Exception as error:
            prepared.failed = sentences.unreadable(plan.name, error)
            return prepared
        try:
            prepared.text = self._run(nb, resources, prepared)
        except OtherKernel as error:
            prepared.failed = sentences.kernel(plan.name, error)
        except NoSandbox as error:
            prepared.failed = sentences.no_sandbox(plan.name, error)
        except Exception as error:
            prepared.failed = sentences.crashed(plan.name, error, traceback.format_exc())
        return prepared

    def _sanitised(
        self, text: str, plan: NotebookPlan, resources: dict[str, Any], prepared: Prepared
    ) -> NotebookNode:
        """Nbgrader's sanitising; where it gives up, the same on a notebook put back in order.

        A worksheet's answers are not in the notebook, so ours is put in place of one that cannot be read.
        """
        key = self._same.key(plan.name, text)
        known = self._same.get(key)
        if known is not None:
            return known
        try:
            nb = self._pass(notebook_from(text), self._sanitising, resources)
            self._same.keep(key, nb)
            return nb
        except Exception:
            released = [cell.as_cell() for cell in plan.cells]
            repair = repaired(text, released, plan.kernelspec)
            if repair is None:
                if policy_for(self.plan, plan.name).mode != "data":
                    raise
                repair = repaired('{"cells": []}', released, plan.kernelspec)
                assert repair is not None
                prepared.notes.append(sentences.replaced(plan.name))
            else:
                prepared.notes += [
                    sentences.repaired(plan.name),
                    *map(sentences.one_repair, repair[1]),
                ]
            return self._pass(repair[0], self._sanitising, resources)

    def _pass(self, nb: NotebookNode, steps_: list[Any], resources: dict[str, Any]) -> NotebookNode:
        """One pass of nbgrader's converter."""
        self._exporter._preprocessors = []
        for step in steps_:
            self._register(step)
        done: NotebookNode = self._exporter.preprocessed(nb, copy.deepcopy(resources), check=True)
        return done

    def _register(self, step: type) -> None:
        """Put a step at the end of the pass; what keeps nothing between notebooks is made once."""
        if step is SandboxExecute or is_foreign(step):
            self._exporter.register_preprocessor(step)
            return
        if step not in self._made:
            self._made[step] = step(parent=self._exporter)
        self._exporter.register_preprocessor(self._made[step])

    def _run(self, nb: NotebookNode, resources: dict[str, Any], prepared: Prepared) -> str:
        """The second pass, with cells executed."""
        exporter = self._exporter
        exporter._preprocessors = []
        runner: SandboxExecute | None = None
        for step in self._running:
            self._register(step)
            newest = exporter._preprocessors[-1] if exporter._preprocessors else None
            if isinstance(newest, SandboxExecute):
                runner = newest
                runner.work, runner.settings, runner.plan = self._work, self.settings, self.plan
                runner.mark_rest, runner.kept = True, self._kept
        os.environ["NBGRADER_EXECUTION"] = "autograde"
        done = exporter.preprocessed(nb, copy.deepcopy(resources), check=False)
        prepared.grades = {name: vars(row) for name, row in self.book.grades.items()}
        prepared.comments = {name: row.auto_comment for name, row in self.book.comments.items()}
        if runner is not None:
            prepared.notes += [sentences.problem(problem) for problem in runner.problems]
        return notebook_text(done)
