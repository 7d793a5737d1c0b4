"""Running stock nbgrader over a collected week, so that one damaged hand-in never stops the class.

`nbgrader autograde` works through learners one after the other, and leaves at once at some faults. Here
the class is split over processes, each is started again without the learner it stopped at, and whoever
has no marks in the end is named with the reason.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from nongju.course.grades import address_of
from nongju.course.layout import Course
from nongju.course.notes import read_notes
from nongju.course.wholefile import write_whole
from nongju.errors import NongjuError
from nongju.failures import in_words
from nongju.nbgrading.processes import nbgrader_lines
from nongju.nbgrading.stocklog import UNKNOWN_REASON, named_failures, reason_in

Progress = Callable[[int, int], None]
"""Called with notebooks done and notebooks in all."""

WORKERS = min(2, os.cpu_count() or 1)
"""nbgrader processes at a time: each runs one kernel; two fill the two cores of a centre's PC."""

LOCK_TIMEOUT_S = 60
"""How long one process waits for the other's write to the SQLite gradebook; a write takes 10 ms."""


STOCK = "--SandboxExecute.sandboxed=False"
"""Cells run in a Jupyter kernel although nbgrader_config.py has our plug-in: this is nbgrader as it comes."""


class AutogradeError(NongjuError):
    """nbgrader could not start on this week at all; the message is a Chinese sentence."""


@dataclass
class Outcome:
    """What came of one run: learners with fresh marks, and learners without, each with a Chinese reason."""

    graded: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    log: str = ""


def waiting(course: Course, week: str) -> list[str]:
    """Learners whose hand-in has no marks yet, or changed since it was marked."""
    return [learner for learner in handed_in(course, week) if not _fresh(course, week, learner)]


def handed_in(course: Course, week: str) -> list[str]:
    """Learners with a hand-in in submitted/."""
    folders = (course.root / "submitted").glob(f"*/{week}")
    return sorted(folder.parent.name for folder in folders if not folder.parent.name.startswith("."))


def autograde(
    course: Course,
    week: str,
    *,
    everybody: bool = False,
    workers: int = WORKERS,
    database: str | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Marks every hand-in that waits with real `nbgrader autograde`.

    Arguments:
        course: the course folder; its nbgrader_config.py counts.
        week: folder name of the week, registered in the gradebook.
        everybody: mark those again that are marked already.
        workers: nbgrader processes at a time.
        database: SQLAlchemy address of the gradebook; None is the course's own.
        progress: told after each notebook.

    Raises:
        AutogradeError: nbgrader marked nobody and named nobody.
    """
    learners = handed_in(course, week) if everybody else waiting(course, week)
    total = sum(len(list(course.folder("submitted", week, one).glob("*.ipynb"))) for one in learners)
    counter = _Counter(total, progress)
    shares = [learners[number::workers] for number in range(workers)]
    outcome = Outcome()
    with ThreadPoolExecutor(workers) as pool:
        jobs = [pool.submit(_grade, course, week, share, database, counter) for share in shares if share]
        for job in jobs:
            part = job.result()
            outcome.graded += part.graded
            outcome.failed |= part.failed
            outcome.log += part.log
    outcome.graded.sort()
    _keep_log(course, week, outcome.log)
    keep_failures(course, week, learners, outcome.failed)
    if learners and not outcome.graded and all(UNKNOWN_REASON in one for one in outcome.failed.values()):
        raise AutogradeError(
            f"一个也没批成。先运行：nongju release {week}。记录在 {log_path(course, week)}。"
        )
    return outcome


def generate_feedback(course: Course, week: str, *, database: str | None = None) -> list[str]:
    """Writes feedback/ with real `nbgrader generate_feedback`; returns learners who have a page now.

    Raises:
        AutogradeError: there is nothing marked to write about, or nbgrader could not write.
    """
    folders = (course.root / "autograded").glob(f"*/{week}")
    marked = sorted(path.parent.name for path in folders if any(path.glob("*.ipynb")))
    if not marked:
        raise AutogradeError(f"{week} 还没有批改过。先收作业、批改，再出反馈。")
    command = [*_nbgrader("generate_feedback", week, database, course), "--force"]
    before = _pages(course, week)
    log = "".join(nbgrader_lines(command, course.root))
    after = _pages(course, week)
    fresh = sorted(learner for learner, stamp in after.items() if before.get(learner) != stamp)
    missed = [learner for learner in marked if learner not in fresh]
    if missed:
        _keep_log(course, week, log)
        why = in_words(log) or f"记录在 {log_path(course, week)}。"
        raise AutogradeError(f"{len(missed)} 个学员的反馈页没写出来（{'、'.join(missed[:9])}）。{why}")
    return fresh


def _pages(course: Course, week: str) -> dict[str, int]:
    """When each learner's page was written, by learner."""
    found = (course.root / "feedback").glob(f"*/{week}/*.html")
    return {path.parent.parent.name: path.stat().st_mtime_ns for path in found}


def log_path(course: Course, week: str) -> Path:
    """Where nbgrader's words of the last run are kept."""
    return course.root / "reports" / f"{week}-nbgrader.log"


def failures(course: Course, week: str) -> dict[str, str]:
    """Learners whom the last runs could not mark, wholly or in part, with the Chinese reason."""
    try:
        data = json.loads(_failures_path(course, week).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(learner): str(reason) for learner, reason in data.items()} if isinstance(data, dict) else {}


def _failures_path(course: Course, week: str) -> Path:
    return course.root / "reports" / f"{week}-unmarked.json"


def keep_failures(course: Course, week: str, tried: Sequence[str], failed: dict[str, str]) -> None:
    """Keep who could not be marked, for the report; those tried now replace what was said of them before."""
    kept = {learner: reason for learner, reason in failures(course, week).items() if learner not in tried}
    text = json.dumps(kept | failed, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path = _failures_path(course, week)
    write_whole(path, text.encode())


@dataclass
class _Counter:
    total: int
    progress: Progress | None
    done: int = 0
    lock: Lock = field(default_factory=Lock)

    def step(self) -> None:
        with self.lock:
            self.done += 1
            if self.progress is not None:
                self.progress(min(self.done, self.total), self.total)


def _grade(
    course: Course, week: str, share: Sequence[str], database: str | None, counter: _Counter
) -> Outcome:
    """A share of the class; whoever fails is tried once more, one notebook at a time.

    A busy PC sometimes fails for no reason, and code that stops the kernel in 进阶 must not cost the
    marks of the worksheets.
    """
    outcome = Outcome()
    _try(course, week, share, database, counter, outcome)
    if not outcome.graded and len(outcome.failed) > 1:
        return outcome
    for learner in list(outcome.failed):
        reasons: dict[str, str] = {}
        for path in sorted(course.folder("submitted", week, learner).glob("*.ipynb")):
            log = _run(course, week, [learner], database, counter, notebook=path.stem)
            outcome.log += log
            if not (course.folder("autograded", week, learner) / path.name).exists():
                reasons[path.stem] = reason_in(log)
        if reasons:
            outcome.failed[learner] = "；".join(f"{name}：{reason}" for name, reason in reasons.items())
        else:
            del outcome.failed[learner]
            outcome.graded.append(learner)
    return outcome


def _try(
    course: Course,
    week: str,
    learners: Sequence[str],
    database: str | None,
    counter: _Counter,
    outcome: Outcome,
) -> None:
    """One process after another until everybody has marks or a reason."""
    left = list(learners)
    while left:
        log = _run(course, week, left, database, counter)
        outcome.log += log
        named = named_failures(log, left)
        graded = [one for one in left if one not in named and _fresh(course, week, one)]
        outcome.graded += graded
        outcome.failed |= named
        left = [one for one in left if one not in graded and one not in named]
        if not graded and not named:  # it stopped before anybody; without the first one it may go on
            outcome.failed[left[0]] = reason_in(log)
            if outcome.failed[left[0]] == UNKNOWN_REASON:
                outcome.failed |= dict.fromkeys(left, UNKNOWN_REASON)
                return
            left = left[1:]


def _run(
    course: Course,
    week: str,
    learners: Sequence[str],
    database: str | None,
    counter: _Counter,
    notebook: str = "",
) -> str:
    """What one nbgrader process said while it marked these learners (one notebook of theirs, if named)."""
    others = [one for one in handed_in(course, week) if one not in learners]
    command = [*_nbgrader("autograde", week, database, course), "--force", STOCK]
    if notebook:
        command.append(f"--notebook={notebook}")
    if others:
        command.append(f"--CourseDirectory.student_id_exclude={','.join(others)}")
    lines: list[str] = []
    for line in nbgrader_lines(command, course.root):
        lines.append(line)
        if "| INFO] Autograding " in line:
            counter.step()
    return "".join(lines)


def _nbgrader(verb: str, week: str, database: str | None, course: Course) -> list[str]:
    address = address_of(course.root, database)
    if address.startswith("sqlite:") and "?" not in address:
        address += f"?timeout={LOCK_TIMEOUT_S}"
    return [verb, week, f"--CourseDirectory.db_url={address}"]


def _fresh(course: Course, week: str, learner: str) -> bool:
    """Whether what was marked is what was handed in."""
    handed, marked = (course.folder(stage, week, learner) for stage in ("submitted", "autograded"))
    return any(marked.glob("*.ipynb")) and read_notes(handed) == read_notes(marked)


def _keep_log(course: Course, week: str, log: str) -> None:
    path = log_path(course, week)
    with contextlib.suppress(OSError):  # what it is about is said, with or without it
        write_whole(path, log.encode("utf-8", "replace"))
