"""The class report of a week: one page for the instructor, and the same as a workbook.

Learners stand there by id; names only when asked for, because a page is soon forwarded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nongju.classroom.reporting.htmlpage import html_page
from nongju.classroom.reporting.patterns import (
    guess_counts,
    hardest,
    misconception_counts,
    question_counts,
    waiting_tasks,
)
from nongju.classroom.reporting.results import ClassResult, LearnerRow
from nongju.classroom.reporting.workbook import CLASS_WORDS, STATUS_WORDS, write_workbook
from nongju.course.layout import Course
from nongju.course.wholefile import replacing
from nongju.marking.explanation import VERDICT_SIGNS


@dataclass(frozen=True)
class Report:
    """Where a report lies."""

    page: Path
    workbook: Path


def write_report(course: Course, result: ClassResult, *, names: bool = False) -> Report:
    """Writes reports/<week>.html and reports/<week>.xlsx.

    Arguments:
        course: the course folder.
        result: the class.
        names: show names beside ids.
    """
    folder = course.root / "reports"
    folder.mkdir(exist_ok=True)
    page = folder / f"{result.week}.html"
    _replace(page, lambda path: path.write_text(report_html(result, names=names), encoding="utf-8"))
    workbook = folder / f"{result.week}.xlsx"
    _replace(workbook, lambda path: write_workbook(result, path, shown=lambda row: shown(row, names)))
    return Report(page, workbook)


def report_html(result: ClassResult, *, names: bool = False) -> str:
    """The page: self-contained, every text escaped, nothing loaded from anywhere."""
    called = {row.learner: named(row, names) for row in result.rows}
    return html_page(
        "report.html.j2",
        result=result,
        counts=question_counts(result),
        hardest=hardest(result),
        misconceptions=misconception_counts(result),
        guesses=guess_counts(result),
        tasks=waiting_tasks(result),
        people=[row for row in result.rows if row.needs_person],
        absent=[row for row in result.rows if row.status != "marked"],
        foreign=[row.learner for row in result.rows if row.foreign],
        called=called,
        shown=lambda row: shown(row, names),
        spoken=result.titles.spoken,
        words=CLASS_WORDS,
        signs=VERDICT_SIGNS,
        status=STATUS_WORDS,
    )


def shown(row: LearnerRow, names: bool) -> str:
    """How a learner is called in a table: as below, and with whom."""
    who = named(row, names)
    return f"{who}（和 {row.partner} 一组）" if row.partner else who


def named(row: LearnerRow, names: bool) -> str:
    """How a learner is called: the id, and the name beside it when asked for."""
    return f"{row.learner}（{row.name}）" if names and row.name else row.learner


def _replace(path: Path, write: Callable[[Path], Any]) -> None:
    with replacing(path) as temporary:
        write(temporary)
