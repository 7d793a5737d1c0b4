"""Looking at a course's questions without showing or marking anything."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nongju.marking.rule import Rule

if TYPE_CHECKING:
    from nongju.answers.question import Question

_EXAMINED: list[list[tuple[Question, tuple[Rule, ...]]]] = []


@contextlib.contextmanager
def examining() -> Iterator[list[tuple[Question, tuple[Rule, ...]]]]:
    """While it lasts nothing is shown or marked; each `mark` leaves (question, rules) in the list.

    The build runs the source of a graded cell in it, to examine keys and misconceptions.
    """
    records: list[tuple[Question, tuple[Rule, ...]]] = []
    _EXAMINED.append(records)
    try:
        yield records
    finally:
        _EXAMINED.remove(records)


def is_examining() -> bool:
    """Whether the build only looks at definitions, so that nothing may be shown."""
    return bool(_EXAMINED)


def record(question: Question, rules: Sequence[Rule]) -> bool:
    """Note a question and its rules, if the build only looks at definitions; whether it does."""
    if _EXAMINED:
        _EXAMINED[-1].append((question, tuple(rules)))
    return is_examining()
