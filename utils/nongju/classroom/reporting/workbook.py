"""The class report as an .xlsx: the same tables, people's text as strings and never as formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from nongju.classroom.reporting.patterns import guess_counts, misconception_counts, question_counts
from nongju.classroom.reporting.results import ClassResult, LearnerRow
from nongju.marking.part import Verdict
from nongju.printable import printable

MAX_CELL = 32_000
"""Characters of one cell; Excel stops at 32,767."""

STATUS_WORDS = {"marked": "批了", "unmarked": "没有批成", "unusable": "交了，但打不开", "missing": "没有交"}
"""What the report says of a learner's hand-in."""


CLASS_WORDS: Mapping[Verdict, str] = {
    "learned": "会了",
    "again": "做错",
    "teacher": "等老师看",
    "partial": "没做完",
    "blank": "没做",
    "guessed": "猜过了",
}
"""What an instructor reads for each verdict: wrong and not done are two things."""


def write_workbook(result: ClassResult, path: Path, shown: Callable[[LearnerRow], str]) -> None:
    """Writes five sheets: learners, questions, ways of thinking, guesses, and what belongs to nobody."""
    book = Workbook()
    book.remove(book.active)
    spoken = result.titles.spoken
    _sheet(book, "全班", _class_rows(result, shown))
    _sheet(book, "每题", _question_rows(result))
    _sheet(book, "常见想法", _misconception_rows(result, {row.learner: shown(row) for row in result.rows}))
    _sheet(book, "先猜一猜", _guess_rows(result))
    _sheet(
        book,
        "没认出来的",
        [("文件", "编号", "原因"), *((s.where, s.learner or "", spoken(s.reason)) for s in result.strays)],
    )
    book.save(path)


def _class_rows(result: ClassResult, shown: Callable[[LearnerRow], str]) -> Iterable[Sequence[object]]:
    titles = [column.title for column in result.columns]
    yield [
        "学员",
        "情况",
        "练习纸得分",
        "进阶得分",
        "要老师看",
        "说明",
        *titles,
        *(f"{title} 得分" for title in titles),
    ]
    spoken = result.titles.spoken
    for row in result.rows:
        results = [row.results.get(column.key) for column in result.columns]
        yield [
            shown(row),
            STATUS_WORDS[row.status],
            row.points(result.worksheet) if row.status == "marked" else None,
            row.points(result.advanced) if row.status == "marked" and result.advanced else None,
            "；".join(spoken(f"{what}：{why}") for what, why in row.wants),
            "；".join(map(spoken, row.said)),
            *(CLASS_WORDS[one.verdict] if one else "" for one in results),
            *(one.points if one else None for one in results),
        ]


def _question_rows(result: ClassResult) -> Iterable[Sequence[object]]:
    yield ["题目", "在哪一份", "满分", *CLASS_WORDS.values(), "做了的人里做错的"]
    for count in question_counts(result):
        share = round(count.hardness, 3) if count.done else None
        column = count.column
        numbers = (count.learned, count.again, count.teacher, count.partial, count.blank, count.guessed)
        yield [column.title, result.titles.sheet(column.notebook), column.max_points, *numbers, share]


def _misconception_rows(result: ClassResult, called: Mapping[str, str]) -> Iterable[Sequence[object]]:
    yield ["想法", "几个人", "帮得上的一句话", "哪几题", "学员"]
    for count in misconception_counts(result):
        people = "、".join(called[learner] for learner in count.learners)
        yield [count.title, len(count.learners), count.hint, "、".join(count.questions), people]


def _guess_rows(result: ClassResult) -> Iterable[Sequence[object]]:
    yield ["题目", "猜了的人", "猜中的人", "别人怎么想"]
    for count in guess_counts(result):
        thoughts = "、".join(f"{title}（{number} 人）" for title, number in count.thoughts)
        yield [count.column.title, count.guessed, count.came_out, thoughts]


def _sheet(book: Workbook, title: str, rows: Iterable[Sequence[object]]) -> None:
    sheet = book.create_sheet(title)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            _put(sheet.cell(number, place), value, bold=number == 1)
    sheet.freeze_panes = "B2"
    for column in sheet.columns:
        widest = max((len(str(cell.value or "")) for cell in column), default=0)
        sheet.column_dimensions[column[0].column_letter].width = min(60, max(8, 2 * widest))


def _put(cell: Any, value: object, *, bold: bool) -> None:
    """Numbers as numbers, everything else as a string, whatever it begins with."""
    if isinstance(value, int | float):
        cell.value = value
    elif value is not None and value != "":
        cell.value = printable(value)[:MAX_CELL]
        cell.data_type = "s"
        cell.quotePrefix = True
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
