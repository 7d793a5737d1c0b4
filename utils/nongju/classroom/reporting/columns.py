"""The questions of a week as columns of a class table, and what names and files are called in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from nongju.classroom.reporting.outline import ADVANCED, Outline, week_title
from nongju.nbgrading.marks import ReadMark, grade_id_of

Kind = Literal["question", "task", "code"]
"""Marked from answers; read by a person; code marked by tests."""

Key = tuple[str, str]
"""Notebook and cell: names a question of a week."""

MARK_SUFFIX = "-mark"
"""What the name of a graded cell has behind the question's name."""

NAMED = re.compile(
    r"「([A-Za-z0-9_-]+)」| ([A-Za-z0-9_-]+) (?=不见了|有好几份)|(?<![\w.-])([A-Za-z0-9_-]+)\.[a-z0-9_]+ "
)
"""A cell in a sentence about repairs; or a field (question and field, and the blank behind it) of a file."""

ERROR = re.compile(r"（[A-Za-z]+(?:Error|Exception)）")
"""What Python calls a fault: for a grader's log, not for a report."""

SHORT = 8
"""Characters of a title in a narrow column."""


@dataclass(frozen=True)
class Column:
    """One question of the week, in the order of the worksheets."""

    notebook: str
    cell: str
    title: str
    kind: Kind
    max_points: float
    solution: str = ""
    """The solution cell that a code question tests."""

    @property
    def key(self) -> Key:
        """Names the column."""
        return self.notebook, self.cell

    @property
    def short(self) -> str:
        """A heading for a narrow column: 第 1 题, or the first words of the title."""
        found = re.match(r"第 ?\d+ ?题", self.title)
        return found.group() if found else re.split("[:,\uff1a\uff0c]", self.title)[0][:SHORT]

    @property
    def advanced(self) -> bool:
        """Whether it belongs to 进阶."""
        return self.notebook.startswith(ADVANCED)


@dataclass(frozen=True)
class Titles:
    """What the week, its notebooks and its questions are called.

    Arguments:
        week: 定价与毛利.
        sheets: 第一晚 一单赚多少, by notebook.
        questions: 第 1 题 …, by question, graded cell and form cell.
    """

    week: str = ""
    sheets: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)

    def sheet(self, notebook: str) -> str:
        """What a notebook is called."""
        return self.sheets.get(notebook, notebook)

    def spoken(self, sentence: str) -> str:
        """A sentence with the titles in place of file names, cells and fields of the week."""
        for name, title in self.sheets.items():
            whole, called = rf"(?<![A-Za-z0-9_-]){re.escape(name)}", f"「{title}」"
            sentence = re.sub(
                rf" ?(?:「{re.escape(name)}\.ipynb」|{whole}\.ipynb|{whole}(?=：))", called, sentence
            )
        return NAMED.sub(self._said, ERROR.sub("", sentence))

    def _said(self, found: re.Match[str]) -> str:
        title = self.questions.get(found[1] or found[2] or found[3])
        return f"「{title}」" if title else found.group()


def columns_of(
    parsed: Mapping[str, Mapping[str, Any]],
    outlines: Iterable[Outline],
    marks: Mapping[str, Mapping[Key, ReadMark]],
) -> tuple[Column, ...]:
    """The columns of a week.

    Arguments:
        parsed: the released notebooks, by file name.
        outlines: of them, in order.
        marks: what learners' graded cells show, by learner; they know a question's title.
    """
    columns: list[Column] = []
    for outline in outlines:
        solution = ""
        for cell in parsed[f"{outline.notebook}.ipynb"]["cells"]:
            meta = cell.get("metadata", {}).get("nbgrader", {})
            name = grade_id_of(cell)
            if meta.get("solution"):
                solution = name
            if not (meta.get("grade") or meta.get("task")):
                continue
            key = (outline.notebook, name)
            titles = [marks[one][key].title for one in sorted(marks) if key in marks[one]]
            kind: Kind = "task" if meta.get("task") else "code" if solution and not titles else "question"
            called = outline.under.get(name) if kind == "code" else outline.names.get(name)
            title = next(filter(None, [*titles, called, outline.title]), "这一题")
            tested = solution if kind == "code" else ""
            columns.append(Column(outline.notebook, name, title, kind, float(meta.get("points", 0)), tested))
            solution = ""
    return tuple(columns)


def titles_of(week: str, outlines: Sequence[Outline], columns: Iterable[Column]) -> Titles:
    """What everything of a week is called."""
    questions: dict[str, str] = {}
    for outline in outlines:
        questions |= {name: title for name, title in outline.names.items() if title and name not in questions}
    for column in columns:
        questions[column.cell] = questions[column.cell.removesuffix(MARK_SUFFIX)] = column.title
        if column.solution:
            questions[column.solution] = column.title
    sheets = {outline.notebook: outline.heading for outline in outlines}
    return Titles(week_title(outlines, week), sheets, questions)
