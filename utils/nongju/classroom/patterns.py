"""What a class found hard: questions by how many should practise again, and the thinking behind."""

from __future__ import annotations

from dataclasses import dataclass

from nongju.classroom.results import ClassResult, Column


@dataclass(frozen=True)
class QuestionCount:
    """How many learners stand where in one question; those who did not do it stand apart."""

    column: Column
    learned: int
    again: int
    teacher: int
    blank: int

    @property
    def done(self) -> int:
        """Learners who answered."""
        return self.learned + self.again + self.teacher

    @property
    def hardness(self) -> float:
        """Share of those who answered that should practise again, 0 to 1."""
        return self.again / self.done if self.done else 0.0


@dataclass(frozen=True)
class MisconceptionCount:
    """One way of thinking: its sentence, and in which question and field which learners showed it."""

    title: str
    hint: str
    question: str
    label: str
    learners: tuple[str, ...]


def question_counts(result: ClassResult) -> list[QuestionCount]:
    """Counts of each question, in the order of the worksheets."""
    counts: list[QuestionCount] = []
    for column in result.columns:
        words = [row.results[column.key].verdict for row in result.rows if column.key in row.results]
        counts.append(
            QuestionCount(column, *(words.count(w) for w in ("learned", "again", "teacher", "blank")))
        )
    return counts


def hardest(result: ClassResult, most: int = 5) -> list[QuestionCount]:
    """Questions that most of those who answered should practise again, hardest first."""
    counts = [count for count in question_counts(result) if count.again]
    return sorted(counts, key=lambda count: (-count.hardness, -count.again))[:most]


def misconception_counts(result: ClassResult) -> list[MisconceptionCount]:
    """Ways of thinking behind wrong answers, most frequent first."""
    found: dict[tuple[str, str, str], tuple[str, list[str]]] = {}
    for row in result.rows:
        for column in result.columns:
            mark = row.results[column.key].mark if column.key in row.results else None
            for part in mark.parts if mark else ():
                if part.misconception is not None:
                    told = part.misconception
                    _, people = found.setdefault((told.title, told.hint, column.title), (part.label, []))
                    people += [row.learner] if row.learner not in people else []
    counts = [
        MisconceptionCount(title, hint, question, label, tuple(people))
        for (title, hint, question), (label, people) in found.items()
    ]
    return sorted(counts, key=lambda count: (-len(count.learners), count.question, count.title))
