"""What a learner reads after a week was marked: one page, both evenings in order, 进阶 apart.

Everything is worked out here from the autograded notebooks and the gradebook; the template only lays it
out. No points, no code of ours, no traceback, and no key of what was not tried.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from nongju.classroom.reporting.cards import Card, Marked, cards_of
from nongju.classroom.reporting.htmlpage import html_page
from nongju.classroom.reporting.outline import Outline, in_order, outline_of, outlines_in, week_title
from nongju.course.grades import comments_of, grades_of, untouched_cells
from nongju.course.notes import Notes, Repair, read_notes
from nongju.marking.explanation import STYLE, VERDICT_SIGNS, VERDICT_WORDS
from nongju.nbgrading.marks import marks_in

REPAIRED: Mapping[Repair, str] = {
    "cells": "收作业时，你的练习纸有点坏，老师修好了。你填的答案没有动。",
    "notebook": "你交的练习纸打不开，老师换了一份好的。你填的答案都在。",
    "missing": "你少交了一份练习纸，老师补上了。你填的答案都在。",
}
"""Said when collecting put something back, and nothing is in doubt; what changed nothing is not told."""

WHOLE_ON_PAPER = 2
"""Questions to be practised again that are printed whole; of the others paper shows the rule of thumb. At
16 pt two of them, the other questions' lines and the headings fill two sheets of A4; more is not read."""

IN_DOUBT = "你交的东西，老师会再看一眼。"
"""Said when collecting or marking left something to a person."""


@dataclass(frozen=True)
class Sheet:
    """One notebook on the page; `marked` is False while nobody marked it.

    `opening` is the command that opens it again.
    """

    title: str
    cards: tuple[Card, ...]
    opening: str
    marked: bool = True
    advanced: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing at all was done of it."""
        return bool(self.cards) and all(card.verdict == "blank" and not card.comments for card in self.cards)

    @property
    def unfinished(self) -> bool:
        """Whether there is something to open it again for."""
        return any(card.verdict in ("again", "partial", "blank") for card in self.cards)


@dataclass(frozen=True)
class FeedbackPage:
    """One week's page for one learner."""

    title: str
    learner: str
    sheets: tuple[Sheet, ...]
    said: tuple[str, ...] = ()

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        """Sign, word and number of the worksheets' questions, for each verdict that occurs."""
        found: Counter[str] = Counter(
            card.verdict for sheet in self.sheets if not sheet.advanced for card in sheet.cards
        )
        return [(VERDICT_SIGNS[key], word, found[key]) for key, word in VERDICT_WORDS.items() if found[key]]

    @property
    def briefly(self) -> frozenset[str]:
        """Anchors of the questions of which paper shows the rule of thumb alone."""
        again = [
            card.anchor
            for sheet in self.sheets
            for card in sheet.cards
            if card.verdict in ("again", "partial")
        ]
        return frozenset(again[WHOLE_ON_PAPER:])

    @property
    def commented(self) -> list[Card]:
        """The questions to which a person wrote something."""
        return [card for sheet in self.sheets for card in sheet.cards if card.comments]


def feedback_page(
    week: str,
    learner: str,
    outlines: Sequence[Outline],
    marked: Mapping[str, Marked],
    notes: Notes | None = None,
    handed_in: Collection[str] = (),
) -> FeedbackPage:
    """The page of a week as far as it was marked.

    Arguments:
        week: folder name of the week.
        learner: normalised id.
        outlines: the week's notebooks in order.
        marked: the learner's marked notebooks, by name.
        notes: what collecting said; None when the hand-in came another way.
        handed_in: names of the notebooks that were handed in; 进阶 that was and is not marked is told.
    """
    sheets: list[Sheet] = []
    for number, outline in enumerate(outlines, start=1):
        opening = f"nongju lab {week} --evening {number}"
        if outline.notebook in marked:
            cards = cards_of(marked[outline.notebook])
            sheets.append(Sheet(outline.heading, cards, opening, advanced=outline.advanced))
        elif outline.asks and (not outline.advanced or outline.notebook in handed_in):
            sheets.append(Sheet(outline.heading, (), opening, marked=False, advanced=outline.advanced))
    said = _about(notes, [cell for one in marked.values() for cell in one.cells])
    return FeedbackPage(week_title(outlines, week), learner, tuple(sheets), said)


def feedback_html(page: FeedbackPage) -> Markup:
    """The page as HTML: self-contained, every text escaped, nothing loaded from anywhere."""
    return Markup(html_page("feedback.html.j2", page=page, style=Markup(STYLE)))


def week_feedback(
    address: str, week: str, learner: str, folder: Path, submitted: Path, course: Sequence[Path]
) -> tuple[str, Markup]:
    """Name and HTML of a learner's page, from the gradebook and the autograded notebooks as they are now.

    The name is that of the week's first marked notebook: nbgrader hands out pages under notebooks' names.

    Arguments:
        address: SQLAlchemy address of the gradebook.
        week: folder name of the week.
        learner: normalised id.
        folder: autograded/LEARNER/WEEK.
        submitted: submitted/LEARNER/WEEK.
        course: where the course's own notebooks may lie, the best place first.
    """
    grades, comments = grades_of(address, week, learner), comments_of(address, week, learner)
    untouched = untouched_cells(address, week, learner)
    outlines = {outline.notebook: outline for outline in outlines_in(course)}
    marked: dict[str, Marked] = {}
    for path in sorted(folder.glob("*.ipynb"), key=lambda path: in_order(path.stem)):
        cells: list[dict[str, Any]] = json.loads(path.read_bytes())["cells"]
        outline = outlines.setdefault(path.stem, outline_of(path.stem, cells))
        marked[path.stem] = Marked(
            outline,
            cells,
            {grade.cell: grade for grade in grades if grade.notebook == path.stem},
            {cell: words for (notebook, cell), words in comments.items() if notebook == path.stem},
            {cell for _, notebook, cell in untouched if notebook == path.stem},
        )
    ordered = sorted(outlines.values(), key=lambda outline: in_order(outline.notebook))
    handed_in = {path.stem for path in submitted.glob("*.ipynb")}
    page = feedback_page(week, learner, ordered, marked, read_notes(folder), handed_in)
    return next(iter(marked), ordered[0].notebook), feedback_html(page)


def _about(notes: Notes | None, cells: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What to say of the hand-in as a whole.

    A mark that asks for a person, though no answer in it does, is in doubt because of the hand-in.
    """
    doubtful = any(
        mark.needs_person and all(part.verdict != "teacher" for part in mark.parts)
        for mark in marks_in(cells).values()
    )
    told = [REPAIRED[repair] for repair in notes.repairs] if notes is not None else []
    if doubtful or (notes is not None and notes.needs_person):
        told.append(IN_DOUBT)
    return tuple(told)
