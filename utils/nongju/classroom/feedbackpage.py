"""What a learner reads after a week was marked: verdicts, reasons, own words, the teacher's comments.

Everything is worked out here from the autograded notebook and the gradebook; the template only lays it
out. No points, no code of ours, no traceback. What is not `Markup` gets escaped by the template.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from nongju.classroom.gradebook import UNTOUCHED, Grade
from nongju.classroom.inert import inert_html
from nongju.classroom.marks import grade_id_of, is_graded, mark_in
from nongju.classroom.notes import Notes
from nongju.classroom.verdicts import verdict_of
from nongju.marking.explanation import VERDICT_SIGNS, VERDICT_WORDS, mark_html

HEADING = re.compile(r"^#{1,4}\s+(.+?)\s*#*$", re.MULTILINE)
"""A Markdown heading; its text is the first group."""

SEEN = "老师看过了"
"""Said where a person gave the mark."""

NOTHING = Markup("")
"""No HTML."""

MENDED = "收作业时，你的练习纸有点坏，老师修好了。你填的答案没有动。"
"""Said when collecting repaired something and nothing is in doubt."""

IN_DOUBT = "你交的东西，老师会再看一眼。"
"""Said when collecting left something to a person."""


@dataclass(frozen=True)
class Card:
    """One question on the page.

    `verdict` is a key of VERDICT_WORDS; `body` is safe HTML; `code` is what a returning student wrote.
    """

    anchor: str
    title: str
    verdict: str
    body: Markup = NOTHING
    code: str = ""
    said: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The verdict in the learner's words."""
        return VERDICT_WORDS[self.verdict]

    @property
    def sign(self) -> str:
        """The shape beside the word, so that colour is never the only sign."""
        return VERDICT_SIGNS[self.verdict]


@dataclass(frozen=True)
class Code:
    """What a returning student wrote in a solution cell, and what a grader says of it."""

    text: str = ""
    comment: str = ""
    untouched: bool = False


@dataclass(frozen=True)
class FeedbackPage:
    """One notebook's page for one learner."""

    title: str
    learner: str
    cards: tuple[Card, ...]
    said: tuple[str, ...] = ()

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        """Sign, word and number of questions of each verdict that occurs."""
        numbers = {key: sum(card.verdict == key for card in self.cards) for key in VERDICT_WORDS}
        return [(VERDICT_SIGNS[key], VERDICT_WORDS[key], n) for key, n in numbers.items() if n]


def feedback_page(
    cells: Sequence[Mapping[str, Any]],
    grades: Sequence[Grade],
    *,
    learner: str,
    notes: Notes | None,
    untouched: Collection[str] = (),
) -> FeedbackPage:
    """The page of one autograded notebook.

    Arguments:
        cells: the autograded notebook's cells, comments of graders in their nbgrader metadata.
        grades: this learner's grades of this notebook.
        learner: normalised id.
        notes: what collecting said; None when the hand-in came another way.
        untouched: solution cells in which nothing was written.
    """
    by_cell = {grade.cell: grade for grade in grades}
    cards: list[Card] = []
    own: list[str] = []  # forms since the last question: what a task is about
    code, heading = Code(), ""
    for cell in cells:
        meta = cell.get("metadata", {}).get("nbgrader", {})
        name = grade_id_of(cell)
        if cell["cell_type"] == "markdown" and not meta.get("task"):
            heading = heading_of(cell) or heading
        if meta.get("solution"):
            comment = "" if meta.get("comment") in (None, UNTOUCHED) else str(meta["comment"])
            code = Code(_source(cell), comment, name in untouched)
        elif is_graded(cell):
            cards.append(_question(cell, name, by_cell.get(name), heading, code))
            own, code = [], Code()
        elif meta.get("task"):
            cards.append(_task(cell, name, by_cell.get(name), own))
            own = []
        elif name and meta.get("locked") and cell["cell_type"] == "code":
            own.extend(_shown(cell))
    return FeedbackPage(_title(cells), learner, tuple(cards), _about(notes))


def _question(cell: Mapping[str, Any], name: str, grade: Grade | None, heading: str, code: Code) -> Card:
    mark = mark_in(cell)
    comments = tuple(words for words in (code.comment, grade.comment if grade else "") if words.strip())
    verdict = verdict_of(grade, mark, untouched=code.untouched)
    said = (SEEN,) if grade is not None and grade.manual_score is not None else ()
    if mark is not None:
        body = Markup(mark_html(mark.model_dump(mode="json")))
        return Card(name, mark.title or heading, verdict, body, said=said, comments=comments)
    written = "" if code.untouched else code.text
    return Card(name, heading or "题目", verdict, code=written, said=said, comments=comments)


def _task(cell: Mapping[str, Any], name: str, grade: Grade | None, own: Sequence[str]) -> Card:
    seen = grade is not None and grade.manual_score is not None
    verdict = verdict_of(grade, None)
    comment = str(cell["metadata"]["nbgrader"].get("comment") or "")
    return Card(
        anchor=name,
        title=heading_of(cell) or "自己的作业",
        verdict=verdict,
        body=Markup("".join(own)),
        said=(SEEN,) if seen else ("这一题由老师看，看完再告诉你。",),
        comments=(comment,) if comment.strip() else (),
    )


def _shown(cell: Mapping[str, Any]) -> list[str]:
    """The HTML that a form cell of ours shows, made inert once more."""
    return [
        inert_html("".join(output["data"]["text/html"]))
        for output in cell.get("outputs", [])
        if "text/html" in output.get("data", {})
    ]


def _title(cells: Sequence[Mapping[str, Any]]) -> str:
    return next(
        (found for cell in cells if cell["cell_type"] == "markdown" and (found := heading_of(cell))), "批改"
    )


def heading_of(cell: Mapping[str, Any]) -> str:
    """The first heading of a Markdown cell, without its marks; empty when it has none."""
    found = HEADING.search(_source(cell))
    return re.sub(r"[*_`]", "", found.group(1)) if found else ""


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _about(notes: Notes | None) -> tuple[str, ...]:
    if notes is None or not (notes.sentences or notes.needs_person):
        return ()
    return (IN_DOUBT,) if notes.needs_person else (MENDED,)
