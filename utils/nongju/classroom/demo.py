"""A sample class through the whole road, in a folder of its own: what an instructor sees first.

The course is a copy of source/ and release/ in `.demo/`; the hand-ins are those of tests/sample_class/, a
folder a week. Nothing of the real course is touched: not its gradebook, not what learners handed in.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from nongju.classroom.collecting.collect import collect
from nongju.classroom.reporting.report import Report, write_report
from nongju.classroom.reporting.results import ClassResult, LearnerRow, class_result
from nongju.course.layout import CONFIG_NAME, Course
from nongju.course.roster import Roster, read_roster, write_roster
from nongju.errors import NongjuError
from nongju.nbgrading.processes import warm_up
from nongju.nbgrading.stock import AutogradeError, Outcome, autograde, generate_feedback

DEMO_WEEK = "pricing-margin"
"""The week of the large sample class; what runs when no other is asked for."""

SAMPLES = Path("tests") / "sample_class"
"""Where the sample hand-ins of each week and their roster lie in the repository."""

ROSTER = "roster.csv"

Step = Callable[[int, int], None]
"""Told how many are done, and how many there are."""

Bar = Callable[[str], AbstractContextManager[Step]]
"""Opens a progress bar under some words."""


class DemoError(NongjuError):
    """The demo cannot run here; the message is a Chinese sentence."""


@dataclass(frozen=True)
class Demo:
    """What a demo of one week left behind; `problem` says who has no marks and why."""

    course: Course
    result: ClassResult
    report: Report
    problem: str = ""


def sample_weeks(repository: Course) -> list[str]:
    """Weeks with sample hand-ins in the order of the syllabus; DEMO_WEEK first where there is none."""
    from nongju.course.layout import Course

    found = sorted(path.parent.name for path in (repository.root / SAMPLES).glob(f"*/{ROSTER}"))
    known = [*Course(repository.root).syllabus(), DEMO_WEEK]
    return sorted(found, key=lambda week: (known.index(week) if week in known else len(known), week))


def run_demo(repository: Course, folder: Path, weeks: Sequence[str], bar: Bar) -> list[Demo]:
    """Releases, collects, marks, writes feedback and report of the sample class, week by week.

    Arguments:
        repository: the course with source/, release/ and tests/sample_class/.
        folder: the demo's folder; a previous one is replaced.
        weeks: those to run; none is DEMO_WEEK.
        bar: opens a progress bar.

    Raises:
        DemoError: a week is not built, or its sample hand-ins are not there.
    """
    weeks = weeks or [DEMO_WEEK]
    for week in weeks:
        samples = repository.root / SAMPLES / week
        if not (any(samples.glob("*.zip")) and (samples / ROSTER).exists()):
            known = "、".join(sample_weeks(repository))
            hint = f"有样例作业的周次：{known}。" if known else "请在课程仓库的文件夹里运行。"
            raise DemoError(f"样例作业不在 {samples}。{hint}")
    folder.mkdir(exist_ok=True)
    try:
        with FileLock(folder / ".lock", timeout=0):
            course = _fresh_course(repository, folder / "course", weeks)
            warm_up()
            return [_run(repository, course, week, bar) for week in weeks]
    except Timeout as error:
        raise DemoError(f"{folder} 里的演示还在跑，等它跑完。") from error


def mark(course: Course, week: str, step: Step) -> Outcome:
    """Marks a collected week: the one step that another engine may take over."""
    return autograde(course, week, progress=step)


def _run(repository: Course, course: Course, week: str, bar: Bar) -> Demo:
    samples = repository.root / SAMPLES / week
    roster = read_roster(samples / ROSTER)
    with bar(f"{week} 发布") as step:
        _register(course, week)
        step(1, 1)
    with bar(f"{week} 收作业") as step:
        collect(course, week, sorted(samples.glob("*.zip")), roster=roster, progress=step)
    with bar(f"{week} 批改") as step:
        try:
            outcome = mark(course, week, step)
        except AutogradeError as error:
            raise DemoError(str(error)) from error
    with bar(f"{week} 反馈页") as step:
        generate_feedback(course, week)
        step(1, 1)
    result = class_result(course, week, roster)
    problem = "；".join(f"{learner} 没有批成：{reason}" for learner, reason in sorted(outcome.failed.items()))
    return Demo(course, result, write_report(course, result), problem)


def demo_rows(result: ClassResult) -> list[dict[str, object]]:
    """One row for each learner and notebook of a week, as `nongju demo --json` prints them.

    `needs_person` leaves out the task that every hand-in has; `misconceptions` holds id, title, question
    and field of each; `note` is what collecting and marking said.
    """
    notebooks = list(dict.fromkeys(column.notebook for column in result.columns))
    return [_demo_row(result, row, notebook) for row in result.rows for notebook in notebooks]


def _demo_row(result: ClassResult, row: LearnerRow, notebook: str) -> dict[str, object]:
    columns = [column for column in result.columns if column.notebook == notebook and column.kind != "task"]
    told: list[dict[str, str]] = []
    for column in columns:
        mark = row.results[column.key].mark if column.key in row.results else None
        for part in mark.parts if mark else ():
            if part.misconception is not None:
                one = part.misconception
                told.append({"id": one.id, "title": one.title, "question": column.cell, "field": part.field})
    return {
        "week": result.week,
        "learner": row.learner,
        "notebook": notebook,
        "auto_score": round(row.auto_points.get(notebook, 0.0), 6),
        "max_auto_score": sum(column.max_points for column in columns),
        "needs_person": row.needs_person,
        "misconceptions": told,
        "note": "；".join(row.said),
    }


def _fresh_course(repository: Course, folder: Path, weeks: Sequence[str]) -> Course:
    for week in weeks:
        for stage in ("source", "release"):
            if not any(repository.folder(stage, week).glob("*.ipynb")):
                raise DemoError(f"{stage}/{week} 还没有做出来。先运行：nongju build {week}")
    if folder.exists():
        _remove(folder)
    course = Course(folder.resolve())
    for week in weeks:
        for stage in ("source", "release"):
            shutil.copytree(repository.folder(stage, week), course.folder(stage, week))
    shutil.copyfile(repository.root / CONFIG_NAME, course.root / CONFIG_NAME)
    lists = [read_roster(repository.root / SAMPLES / week / ROSTER) for week in weeks]
    people = {learner.id: learner for roster in lists for learner in roster}
    write_roster(Roster(people), course.root / ROSTER)
    return course


def _remove(folder: Path) -> None:
    """Removes a previous demo; nbgrader leaves read-only files, which Windows would not remove."""
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    shutil.rmtree(folder)


def _register(course: Course, week: str) -> None:
    from nongju.building.register import RegisterError, register
    from nongju.building.release import ReleaseError
    from nongju.course.layout import Course

    try:
        register(Course(course.root), week)
    except (RegisterError, ReleaseError) as error:
        raise DemoError(f"发布没有成功：{error}") from error
