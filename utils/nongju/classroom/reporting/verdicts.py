"""The word that counts for one question: a person's mark first, then the marker's, then the points."""

from __future__ import annotations

from nongju.course.grades import Grade
from nongju.marking.part import Verdict
from nongju.nbgrading.marks import ReadMark

LEARNED_SHARE = 0.8
"""Share of the points from which a person's mark reads 会了: 8 of 10. In a rubric of five rows a point or two
go for small things; who has four rows whole has nothing to do again. Below, the comment says what."""


FLOAT_DUST = 1e-9
"""Points: 0.8 * 6 is a little more than 4.8, and nobody's fault."""


def verdict_of(grade: Grade | None, mark: ReadMark | None, *, untouched: bool = False) -> Verdict:
    """The verdict of one question.

    Arguments:
        grade: what the gradebook holds; None when nbgrader never saw the cell.
        mark: the explanation that the cell shows; None for code questions and tasks.
        untouched: nothing was written in the code that the cell tests, or in the forms that a task is about.
    """
    if mark is not None and mark.verdict == "guessed":
        return "guessed"
    nothing = untouched or (mark is not None and mark.verdict == "blank")
    if grade is not None and grade.manual_score is not None and not (nothing and not grade.score):
        return "learned" if (grade.score or 0.0) >= LEARNED_SHARE * grade.max_score - FLOAT_DUST else "again"
    return mark.verdict if mark is not None else _unexplained(grade, untouched)


def _unexplained(grade: Grade | None, untouched: bool) -> Verdict:
    """The verdict of code and tasks, of which only the gradebook tells."""
    if grade is None or (grade.auto_score is None and not grade.task):
        return "teacher"
    if untouched:
        return "blank"
    if grade.task or grade.auto_score is None:
        return "teacher"
    return "learned" if grade.auto_score >= grade.max_score else "again"
