"""What a class found hard: questions by how many should practise again, and the thinking behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from nongju.classroom.reporting.columns import Column
from nongju.classroom.reporting.results import ClassResult, LearnerRow
from nongju.marking.part import Verdict
from nongju.nbgrading.marks import ReadMisconception, ReadPart

NUMBER = re.compile(r"\d+(?:\.\d+)?")
OPEN = "…"

MOST_HARD = 5
"""Questions that are named as the hardest: more than an evening can take up again."""


@dataclass(frozen=True)
class QuestionCount:
    """How many learners stand where in one question.

    What was done wrong (`again`) stands apart from what was begun (`partial`), not done (`blank`) or guessed.
    """

    column: Column
    learned: int
    again: int
    teacher: int
    partial: int
    blank: int
    guessed: int

    @property
    def done(self) -> int:
        """Learners who answered, wholly or in part."""
        return self.learned + self.again + self.teacher + self.partial

    @property
    def hardness(self) -> float:
        """Share of those who answered that should practise again, 0 to 1."""
        return self.again / self.done if self.done else 0.0


@dataclass(frozen=True)
class MisconceptionCount:
    """One way of thinking: its title, the sentence that helps, the questions it came up in, who showed it."""

    title: str
    hint: str
    questions: tuple[str, ...]
    learners: tuple[str, ...]


@dataclass(frozen=True)
class GuessCount:
    """What a class guessed before the lesson: how many did, how many what came out, what others thought."""

    column: Column
    guessed: int
    came_out: int
    thoughts: tuple[tuple[str, int], ...]


def question_counts(result: ClassResult) -> list[QuestionCount]:
    """Counts of each question, in the order of the worksheets; who has another's answers is left out."""
    kinds: tuple[Verdict, ...] = ("learned", "again", "teacher", "partial", "blank", "guessed")
    counts: list[QuestionCount] = []
    for column in result.columns:
        words = [row.results[column.key].verdict for row in _own(result) if column.key in row.results]
        counts.append(QuestionCount(column, *(words.count(kind) for kind in kinds)))
    return counts


def hardest(result: ClassResult, most: int = MOST_HARD) -> list[QuestionCount]:
    """Questions that most of those who answered should practise again, hardest first; no guesses, no 进阶."""
    counts = [
        one for one in question_counts(result) if one.again and not (one.guessed or one.column.advanced)
    ]
    return sorted(counts, key=lambda count: (-count.hardness, -count.again))[:most]


def misconception_counts(result: ClassResult) -> list[MisconceptionCount]:
    """Ways of thinking behind wrong answers, by learner, most frequent first.

    One way of thinking is one row, in whichever field, question or evening it shows: it is known by its id,
    and two ids of one title are one to whoever reads it. A guess is no wrong answer (see `guess_counts`).
    """
    groups = _Groups()
    for row, column, part in _parts(result):
        if part.misconception is not None and part.verdict != "guessed":
            groups.add(part.misconception, column, row)
    counts = [one.count() for one in groups.found]
    order = {column.title: place for place, column in enumerate(result.columns)}
    return sorted(counts, key=lambda count: (-len(count.learners), order[count.questions[0]], count.title))


def guess_counts(result: ClassResult) -> list[GuessCount]:
    """What was guessed, question by question."""
    found: dict[Column, list[ReadPart]] = {}
    for _, column, part in _parts(result):
        if part.verdict == "guessed":
            found.setdefault(column, []).append(part)
    return [
        GuessCount(
            column,
            len(parts),
            sum(part.misconception is None and part.answer == part.key for part in parts),
            tuple(Counter(part.misconception.title for part in parts if part.misconception).most_common()),
        )
        for column, parts in found.items()
    ]


def waiting_tasks(result: ClassResult) -> list[tuple[Column, list[LearnerRow]]]:
    """Each task, and the learners who wrote something that nobody has looked at."""
    tasks = [column for column in result.columns if column.kind == "task"]
    return [
        (
            column,
            [
                row
                for row in result.rows
                if column.key in row.results and row.results[column.key].verdict == "teacher"
            ],
        )
        for column in tasks
    ]


def _own(result: ClassResult) -> list[LearnerRow]:
    """The learners whose answers are their own: another's answers fit no scene of theirs and say nothing."""
    return [row for row in result.rows if not row.foreign]


def _parts(result: ClassResult) -> Iterator[tuple[LearnerRow, Column, ReadPart]]:
    for column in result.columns:
        for row in _own(result):
            mark = row.results[column.key].mark if column.key in row.results else None
            for part in mark.parts if mark is not None else ():
                yield row, column, part


@dataclass
class _Group:
    """One way of thinking as it shows up, whatever it is called there."""

    names: set[str] = field(default_factory=set)
    titles: Counter[str] = field(default_factory=Counter)
    hints: Counter[str] = field(default_factory=Counter)
    questions: dict[str, None] = field(default_factory=dict)
    learners: dict[str, None] = field(default_factory=dict)

    def count(self) -> MisconceptionCount:
        """What is most often said of it, and who showed it where."""
        title, hint = self.titles.most_common(1)[0][0], for_all([one for one, _ in self.hints.most_common()])
        return MisconceptionCount(title, hint, tuple(self.questions), tuple(self.learners))


def for_all(hints: Sequence[str]) -> str:
    """The first of several sentences, with the numbers left open that others of its words have otherwise.

    Learners have scenes of their own: 箱子也花钱，4 元 and 箱子也花钱，3 元 are 箱子也花钱，… 元.
    """
    first = NUMBER.split(hints[0])
    same = [NUMBER.findall(hint) for hint in hints if NUMBER.split(hint) == first]
    numbers = [each[0] if len(set(each)) == 1 else OPEN for each in zip(*same, strict=True)]
    return "".join(word for pair in zip_longest(first, numbers, fillvalue="") for word in pair)


class _Groups:
    """Ways of thinking found so far; one that shares an id or a title with two makes them one."""

    def __init__(self) -> None:
        self.found: list[_Group] = []

    def add(self, told: ReadMisconception, column: Column, row: LearnerRow) -> None:
        names = {f"id {told.id}", f"title {told.title}"}
        same = [group for group in self.found if group.names & names]
        group = same[0] if same else _Group()
        if not same:
            self.found.append(group)
        for other in same[1:]:
            self.found.remove(other)
            group.names |= other.names
            group.titles += other.titles
            group.hints += other.hints
            group.questions |= other.questions
            group.learners |= other.learners
        group.names |= names
        group.titles[told.title] += 1
        group.hints[told.hint] += 1
        group.questions[column.title] = None
        group.learners[row.learner] = None
