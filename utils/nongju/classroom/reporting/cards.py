"""The cards of one marked notebook: each question, task or piece of code with what a learner reads of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from nongju.classroom.reporting.outline import Outline, text_of
from nongju.classroom.reporting.practice import way_back
from nongju.classroom.reporting.verdicts import verdict_of
from nongju.course.grades import Grade
from nongju.marking.explanation import VERDICT_SIGNS, VERDICT_WORDS, part_html
from nongju.marking.part import Verdict
from nongju.nbgrading.marks import ReadMark, grade_id_of, is_graded, mark_in
from nongju.nbgrading.sanitize import sanitized_html

SEEN = "老师看过了，照老师说的算。"
"""Said where a person gave the mark."""

TO_BE_SEEN = "这一题由老师看，看完再告诉你。"
"""Said where a person gives the mark and has not yet."""

LOOK_AGAIN = "机器拿不准，老师再看一眼。"
"""Said where the machine asks for a person."""

NOT_DONE = "还没做。回到这一题，先把题目读一遍，再从头一问做起。"
"""Said of a question without any answer."""

FILL_IN = "把空着的填上。拿不准，"
"""How somebody goes on with a question that was begun; where to look follows."""

NOTHING_WRITTEN = "还没写。回到前面的单子，先填知道的，再交给老师看。"
"""Said of a task whose sheet is blank."""

CODE_NOT_DONE = "选做的，还没做。想做了，打开「进阶」那一本。"
"""Said of code that nobody wrote."""

CODE_AGAIN = "先看例子，再看自己写的，哪一种情况没想到。"
"""Where somebody goes on whose code fails."""

TASK_MARK = "-task"
"""What the name of a task cell has behind the name of the sheet that it is about."""

NOTHING = Markup("")
"""No HTML."""


@dataclass(frozen=True)
class Card:
    """One question on the page.

    Arguments:
        anchor: its id on the page.
        title: what the question is called.
        verdict: a key of VERDICT_WORDS.
        comments: what a person wrote about it.
        said: sentences of ours, before everything else.
        story: the scene with this learner's numbers.
        parts: what is told of each field, safe HTML.
        body: the learner's own sheets, safe HTML.
        code: what a returning student wrote.
        way: where to practise again; "" where there is nothing to.
    """

    anchor: str
    title: str
    verdict: Verdict
    comments: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    story: str = ""
    parts: tuple[Markup, ...] = ()
    body: Markup = NOTHING
    code: str = ""
    way: str = ""

    @property
    def word(self) -> str:
        """The verdict in the learner's words."""
        return VERDICT_WORDS[self.verdict]

    @property
    def sign(self) -> str:
        """The shape beside the word, so that colour is never the only sign."""
        return VERDICT_SIGNS[self.verdict]


@dataclass(frozen=True)
class Marked:
    """A marked notebook and what the gradebook holds of it.

    Arguments:
        outline: of the notebook as the course made it.
        cells: the autograded cells.
        grades: by cell.
        comments: what graders wrote, by cell.
        untouched: solution cells in which nothing was written.
    """

    outline: Outline
    cells: Sequence[Mapping[str, Any]]
    grades: Mapping[str, Grade]
    comments: Mapping[str, str]
    untouched: Collection[str] = ()


def cards_of(marked: Marked) -> tuple[Card, ...]:
    """The cards in the order of the notebook."""
    sheets = sheets_of_tasks(marked.cells)
    cards: list[Card] = []
    solution: Mapping[str, Any] | None = None
    for cell in marked.cells:
        meta = cell.get("metadata", {}).get("nbgrader", {})
        if meta.get("solution"):
            solution = cell
        elif is_graded(cell):
            cards.append(_question(cell, marked, solution))
            solution = None
        elif meta.get("task"):
            cards.append(_task(grade_id_of(cell), marked, sheets[grade_id_of(cell)]))
    return tuple(cards)


def sheets_of_tasks(cells: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The sheets that each task cell is about, as HTML made inert once more, by the task's name.

    They are the forms between the question before and the task, and the one that bears the task's name.
    """
    shown: dict[str, list[str]] = {}
    since: list[str] = []
    found: dict[str, list[str]] = {}
    for cell in cells:
        name = grade_id_of(cell)
        meta = cell.get("metadata", {}).get("nbgrader", {})
        if meta.get("task"):
            names = dict.fromkeys([name.removesuffix(TASK_MARK), *since])
            found[name] = [html for one in names for html in shown.get(one, [])]
            since = []
        elif is_graded(cell):
            since = []
        elif name and meta.get("locked") and cell["cell_type"] == "code":
            shown[name] = _shown(cell)
            since.append(name)
    return found


def is_filled(sheets: Iterable[str]) -> bool:
    """Whether a sheet holds any answer; one without blanks of ours counts as filled, for a person to see."""
    counts = [(html.count("<dd"), html.count('<dd class="nj-none"')) for html in sheets]
    return (
        not counts or any(blank < every for every, blank in counts) or not any(every for every, _ in counts)
    )


def _question(cell: Mapping[str, Any], marked: Marked, solution: Mapping[str, Any] | None) -> Card:
    name = grade_id_of(cell)
    grade, mark, outline = marked.grades.get(name), mark_in(cell), marked.outline
    tested = grade_id_of(solution) if solution is not None else ""
    untouched = tested in marked.untouched if tested else False
    verdict = verdict_of(grade, mark, untouched=untouched)
    comments = tuple(words for one in (tested, name) if (words := marked.comments.get(one, "")))
    seen = grade is not None and grade.manual_score is not None and verdict != "blank"
    anchor, said = f"{outline.notebook}-{name}", (SEEN,) if seen else ()
    if mark is None:
        title = outline.under.get(name) or outline.title or "进阶"
        return _code(Card(anchor, title, verdict, comments, said), solution)
    title = mark.title or outline.names.get(name, "")
    if verdict == "blank":
        way = way_back(outline, name, mark.see, done=False)
        return Card(anchor, title, verdict, comments, (NOT_DONE,), way=way)
    if verdict == "teacher":
        said = (LOOK_AGAIN,)
    return Card(
        anchor,
        title,
        verdict,
        comments,
        said,
        story=mark.story,
        parts=tuple(_parts(mark, verdict)),
        way=_way(mark, outline, name, verdict),
    )


def _way(mark: ReadMark, outline: Outline, name: str, verdict: Verdict) -> str:
    if verdict == "partial":
        return FILL_IN + way_back(outline, name, mark.see, done=False)
    return way_back(outline, name, mark.see) if verdict == "again" else ""


def _parts(mark: ReadMark, verdict: Verdict) -> Iterable[Markup]:
    """Each part; where something is to be done or seen again, what is right is folded to a line."""
    for part in mark.parts:
        fold = part.verdict == "learned" and verdict in ("again", "partial", "teacher")
        yield Markup(part_html(part.model_dump(mode="json"), folded=fold, alone=len(mark.parts) == 1))


def _code(card: Card, solution: Mapping[str, Any] | None) -> Card:
    """A code question: the tests stay with us, the learner's own code is shown."""
    if card.verdict == "blank":
        return replace(card, said=(CODE_NOT_DONE,))
    code = text_of(solution) if solution is not None else ""
    if card.verdict == "teacher":
        return replace(card, said=(TO_BE_SEEN,), code=code)
    return replace(card, code=code, way=CODE_AGAIN if card.verdict == "again" else "")


def _task(name: str, marked: Marked, sheets: Sequence[str]) -> Card:
    grade = marked.grades.get(name)
    verdict = verdict_of(grade, None, untouched=not is_filled(sheets))
    comment = marked.comments.get(name, "")
    said = {"blank": NOTHING_WRITTEN, "teacher": TO_BE_SEEN}.get(verdict, SEEN)
    return Card(
        anchor=f"{marked.outline.notebook}-{name}",
        title=marked.outline.names.get(name) or "自己的作业",
        verdict=verdict,
        comments=(comment,) if comment else (),
        said=(said,),
        body=NOTHING if verdict == "blank" else Markup("".join(sheets)),
        way="照老师的话改一改，再交一次。" if verdict == "again" else "",
    )


def _shown(cell: Mapping[str, Any]) -> list[str]:
    """The HTML that a form cell of ours shows, made inert once more."""
    return [
        sanitized_html("".join(output["data"]["text/html"]))
        for output in cell.get("outputs", [])
        if "text/html" in output.get("data", {})
    ]
