"""A whole class: which hand-ins there are, workers that prepare them, the writer that keeps the marks."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent import futures
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from filelock import FileLock, Timeout
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from nongju.course.notes import read_notes
from nongju.course.settings import database_address
from nongju.errors import NongjuError
from nongju.grading import sentences
from nongju.grading.executor import Executor, LocalExecutor, Task
from nongju.grading.plan import Plan, manual_marks, read_plan
from nongju.grading.policy import is_ours, modules_to_preload
from nongju.grading.running.snapshot import shared_files, without_links
from nongju.grading.sandbox.covers import private_folders
from nongju.grading.settings import Settings, settings_from_config
from nongju.grading.summary import HandIn, Summary
from nongju.grading.writer import DatabaseBusy, Writer
from nongju.nbgrading.gradebook import make_gradebook


class EngineError(NongjuError):
    """The run cannot start; the text says why and what to do."""


ASK_EVERY = 5.0
"""Seconds without a hand-in after which it is asked whether those under way will ever be done."""

Watcher = Callable[[HandIn, int, int], None]
"""Called after each hand-in with it, how many are done, and how many there are."""


class Engine:
    """Grades one week of the course that an nbgrader config describes."""

    def __init__(
        self,
        config: Config,
        week: str,
        *,
        student: str = "*",
        workers: int | None = None,
        force: bool = False,
        db_url: str | None = None,
        settings: Settings | None = None,
        scheduler: str | None = None,
        tls: Mapping[str, str] | None = None,
    ) -> None:
        """Arguments that say more than their name.

        Arguments:
            config: what nbgrader_config.py says.
            week: the assignment.
            student: a glob of ids.
            workers: processes; one a core.
            force: also what was graded before.
            db_url: SQLAlchemy address of the gradebook.
            settings: of the sandbox, instead of those in `config`.
            scheduler: address of a Dask scheduler whose workers do the work.
            tls: files "ca", "cert" and "key" for a tls:// address; Dask's own configuration otherwise.
        """
        self.config = Config(config)
        self.config.CourseDirectory.assignment_id = week
        self.config.CourseDirectory.student_id = student
        if db_url:
            self.config.CourseDirectory.db_url = db_url
        self.scheduler, self.tls = scheduler, dict(tls or {})
        self.week = week
        self.workers = workers or os.cpu_count() or 1
        self.force = force
        self.coursedir = CourseDirectory(config=self.config)
        self.coursedir.db_url = database_address(self.coursedir.db_url)
        chosen = settings or settings_from_config(self.config)
        self.settings = replace(
            chosen,
            preload=[*modules_to_preload(self.coursedir, week), *chosen.preload],
            private=[*private_folders(self.coursedir, self.config), *chosen.private],
        )

    def run(self, watch: Watcher | None = None) -> Summary:
        """Grade every hand-in that is not graded yet, or all with `force`.

        Raises:
            EngineError: the week is not in the gradebook, or another run is at work on it.
        """
        started = perf_counter()
        root = Path(self.coursedir.root)
        lock = FileLock(root / f".nongju-grade-{self.week}.lock")
        try:
            lock.acquire(blocking=False)
        except Timeout as error:
            raise EngineError(f"{self.week} 正在被另一个 nongju grade 批改。") from error
        with ExitStack() as stack:
            stack.callback(lock.release)
            plan = self._plan()
            hands = self._hands(plan, shared_files(self.config, self.coursedir, self.week))
            stack.callback(hands.close)
            writer = Writer(self.config, self.coursedir, self.force)
            stack.callback(writer.close)
            writer.sweep()
            summary = Summary(self.week, ours=is_ours(plan))
            tasks = self._tasks(plan, writer, summary, stack)
            for hand_in in self._grade(hands, plan, writer, tasks):
                summary.hand_ins.append(hand_in)
                if watch is not None:
                    watch(hand_in, len(summary.hand_ins), len(tasks))
            summary.remarks = hands.remarks
        summary.hand_ins.sort(key=lambda item: item.learner)
        summary.seconds = perf_counter() - started
        return summary

    def _plan(self) -> Plan:
        """Read the plan and close the gradebook again: workers are forked with nothing open."""
        make_gradebook(self.coursedir.db_url)
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as book:
            try:
                plan = read_plan(book, self.week)
            except Exception as error:
                raise EngineError(
                    f"成绩库里没有 {self.week}：先运行 nongju release {self.week}"
                    "（或 nbgrader generate_assignment）。"
                ) from error
        if not plan.notebooks:
            raise EngineError(f"{self.week} 在成绩库里没有笔记本：先发布这一周。")
        return plan

    def _hands(self, plan: Plan, shared: dict[str, str]) -> Executor:
        """Processes of this machine, or the workers of a Dask scheduler."""
        if self.scheduler is None:
            return LocalExecutor(self.workers, self.config, plan, self.settings, shared)
        from nongju.grading.cluster import ClusterError, ClusterExecutor

        try:
            return ClusterExecutor(self.scheduler, self.tls, self.config, plan, self.settings, shared)
        except ClusterError as error:
            raise EngineError(str(error)) from error

    def _tasks(self, plan: Plan, writer: Writer, summary: Summary, stack: ExitStack) -> list[Task]:
        """Every hand-in to grade, in order of learner; counts what is graded already."""
        tasks = []
        names = {f"{notebook.name}.ipynb" for notebook in plan.notebooks}
        excluded = (self.coursedir.student_id_exclude or "").split(",")
        pattern = self.coursedir.format_path(
            self.coursedir.submitted_directory, self.coursedir.student_id, self.week
        )
        for name in sorted(glob.glob(pattern)):  # noqa: PTH207  (nbgrader lets the pattern have globs in it)
            folder = Path(name)
            learner = folder.parent.name
            if not folder.is_dir() or learner in excluded:
                continue
            found = sorted(
                str(path)
                for path in folder.glob(f"{self.coursedir.notebook_id}.ipynb")
                if not path.name.startswith(".")
            )
            writer.converter.notebooks = found
            wanted = [path for path in found if Path(path).name in names]
            if not self._to_do_again(folder, learner, wanted) and not writer.converter.init_destination(
                self.week, learner
            ):
                summary.skipped += 1
                continue
            clean, links = without_links(folder, stack.enter_context)
            work = self.coursedir.format_path(self.coursedir.autograded_directory, learner, self.week)
            tasks.append(Task(learner, clean, str(Path(work).absolute()), found, links))
        return tasks

    def _to_do_again(self, folder: Path, learner: str, notebooks: list[str]) -> bool:
        """Whether `nongju collect` took in other files since, or one of `notebooks` could not be graded."""
        marked = Path(self.coursedir.format_path(self.coursedir.autograded_directory, learner, self.week))
        if not marked.is_dir():
            return False
        failed = any(not (marked / Path(path).name).exists() for path in notebooks)
        return failed or read_notes(marked) != read_notes(folder)

    def _grade(self, hands: Executor, plan: Plan, writer: Writer, tasks: list[Task]) -> Iterator[HandIn]:
        """Every hand-in as it is done; a few at a time are under way, so that memory stays flat."""
        manual = manual_marks(writer.book, self.week)
        waiting = list(reversed(tasks))
        running: dict[futures.Future[str], Task] = {}
        lost: dict[str, int] = {}
        while waiting or running:
            while waiting and len(running) < 2 * hands.slots:
                task = waiting.pop()
                running[hands.submit(task, manual.get(task.learner, {}))] = task
            done, _ = futures.wait(running, ASK_EVERY, return_when=futures.FIRST_COMPLETED)
            for future in done or hands.orphaned(running):
                task = running.pop(future)
                try:
                    result = json.loads(future.result())
                except (Exception, futures.CancelledError) as error:
                    if not hands.lost(future, error):
                        reason = f"{type(error).__name__}: {error}"
                        yield HandIn(task.learner, notes=[sentences.not_graded(reason)])
                        continue
                    lost[task.learner] = lost.get(task.learner, 0) + 1
                    if lost[task.learner] > hands.slots + 1:
                        yield HandIn(task.learner, notes=[sentences.WORKER_LOST])
                    else:
                        waiting.append(task)
                    continue
                yield self._written(writer, plan, task, result)

    def _written(self, writer: Writer, plan: Plan, task: Task, result: dict[str, Any]) -> HandIn:
        hand_in = HandIn(task.learner, seconds=result["seconds"])
        if task.links:
            hand_in.notes.append(sentences.LINKS)
        if not task.notebooks:
            hand_in.notes.append(sentences.NO_NOTEBOOK)
        if result["left_out"]:
            hand_in.notes.append(sentences.left_out(result["left_out"]))
        names = {notebook.name for notebook in plan.notebooks}
        strangers = sorted(Path(path).name for path in task.notebooks if Path(path).stem not in names)
        if strangers:
            hand_in.notes.append(sentences.unknown(strangers))
        failed = False
        for notebook in plan.notebooks:
            prepared = result["notebooks"].get(notebook.name)
            if prepared is None:
                if task.notebooks:
                    hand_in.notes.append(sentences.missing(notebook.name))
                continue
            hand_in.notes += prepared["notes"]
            if prepared["failed"]:
                failed = True
                hand_in.notes.append(prepared["failed"])
        started = perf_counter()
        try:
            standing = writer.write(task.learner, result, task.notebooks, task.folder)
        except DatabaseBusy:
            hand_in.notes.append(sentences.LOCKED_DATABASE)
            return hand_in
        except Exception as error:
            hand_in.notes.append(sentences.not_graded(f"{type(error).__name__}: {error}"))
            return hand_in
        hand_in.seconds = round(hand_in.seconds + perf_counter() - started, 4)
        hand_in.score, hand_in.max_score = standing["score"], standing["max_score"]
        hand_in.by_hand = standing["by_hand"]
        if hand_in.by_hand:
            hand_in.notes.append(sentences.by_hand(hand_in.by_hand))
        hand_in.graded = not failed
        return hand_in
