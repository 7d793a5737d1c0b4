"""What nbgrader's log says of hand-ins that it did not mark, for an instructor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

FAILURE = re.compile(r"There was an error processing assignment: (.+)")
"""How the log names a hand-in that nbgrader failed at."""

REASONS = (
    (re.compile(r"CellTimeoutError|TimeoutError"), "跑得太久，停下了"),
    (re.compile(r"DeadKernelError|Kernel died|UnresponsiveKernelError"), "程序把内核弄停了"),
    (re.compile(r"database is locked"), "成绩册正被别的程序占着"),
    (re.compile(r"partial credit cannot be greater"), "算出来的分超过了满分"),
    (re.compile(r"ValidationError|NotJSONError|Could not"), "练习纸的格式坏了"),
)
"""Words in nbgrader's log, and what they mean for an instructor."""

UNKNOWN_REASON = "nbgrader 批不了，原因在记录里"
"""Said when the log holds none of the known words."""


def named_failures(log: str, learners: Iterable[str]) -> dict[str, str]:
    """Learners that nbgrader says it failed at, with the reason found behind each."""
    found: dict[str, str] = {}
    places = list(FAILURE.finditer(log))
    for number, place in enumerate(places):
        learner = Path(place.group(1).strip()).parent.name
        end = places[number + 1].start() if number + 1 < len(places) else len(log)
        if learner in set(learners):
            found[learner] = reason_in(log[place.start() : end])
    return found


def reason_in(log: str) -> str:
    """The first known reason that stands in a log."""
    return next((words for pattern, words in REASONS if pattern.search(log)), UNKNOWN_REASON)
