"""The word that counts for one question: a person's mark first, then the marker's, then the points."""

from __future__ import annotations

from nongju.classroom.gradebook import Grade
from nongju.classroom.marks import ReadMark


def verdict_of(grade: Grade | None, mark: ReadMark | None, *, untouched: bool = False) -> str:
    """A key of `nongju.marking.explanation.VERDICT_WORDS`.

    Arguments:
        grade: what the gradebook holds; None when nbgrader never saw the cell.
        mark: the explanation that the cell shows; None for code questions and tasks.
        untouched: nothing was written in the code that the cell tests.
    """
    if grade is not None and grade.manual_score is not None:
        return "learned" if (grade.score or 0.0) >= grade.max_score else "again"
    if mark is not None:
        return mark.verdict
    if grade is None or grade.auto_score is None:
        return "teacher"
    if untouched:
        return "blank"
    return "learned" if grade.auto_score >= grade.max_score else "again"
