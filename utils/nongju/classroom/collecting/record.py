"""What one collection found, for everybody on the roster: the report reads it, a person may too.

It lies beside the week's folder as received/<week>.collected.json, holds no clock time of its own,
and is therefore the same after a second run that found nothing new.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from nongju.course.layout import Course
from nongju.course.wholefile import write_whole
from nongju.printable import printable_line

RECORD_FORMAT = "nongju-collected"
"""Value of "format" in the record."""

RECORD_VERSION = 1
"""Version that is written and read."""

MOST_NAMED = 30
"""Names in a line of totals; more are counted."""

Status = Literal["collected", "unusable", "missing"]
"""Given to nbgrader; arrived but nothing in it can be graded; on the roster and nothing arrived."""


@dataclass(frozen=True)
class LearnerRecord:
    """What became of one learner's hand-ins; `sentences` is Chinese, `created` an ISO time or empty.

    `scene` is the id whose scenes the learner saw, where it is not the learner's own.
    """

    learner: str
    status: Status
    chosen: str = ""
    created: str = ""
    files: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    needs_person: bool = False
    scene: str | None = None

    def __post_init__(self) -> None:
        """People's text in it (names of files, ids that an answer states) stays out of a terminal's way."""
        _clean(self, chosen=self.chosen, files=self.files, sentences=self.sentences)

    @property
    def line(self) -> str:
        """One Chinese line for the collector's screen."""
        words = {"collected": "收到", "unusable": "交了，但批不了", "missing": "没有交"}[self.status]
        details = "；".join(sentence for sentence in self.sentences if sentence != words)
        return f"{words}。{details}" if details else f"{words}。"


@dataclass(frozen=True)
class Stray:
    """Something that arrived and was given to nobody, why (Chinese), and whether it asks a person to act."""

    where: str
    learner: str | None
    reason: str
    asks: bool = True

    def __post_init__(self) -> None:
        """As in `LearnerRecord`."""
        learner = None if self.learner is None else printable_line(self.learner)
        _clean(self, where=self.where, reason=self.reason)
        object.__setattr__(self, "learner", learner)


@dataclass(frozen=True)
class Collected:
    """The outcome of one collection: everybody's record by id, and what belongs to nobody."""

    week: str
    learners: tuple[LearnerRecord, ...]
    strays: tuple[Stray, ...] = ()

    @property
    def to_look_at(self) -> tuple[str, ...]:
        """Learners whose hand-in a person should look at, and what belongs to nobody, by name."""
        asking = [one.learner for one in self.learners if one.needs_person or one.status == "unusable"]
        return (*asking, *dict.fromkeys(stray.where for stray in self.strays if stray.asks))

    def totals(self, called: Mapping[str, str]) -> str:
        """One Chinese line: how many were collected, who is missing, what is to be looked at.

        Arguments:
            called: how learners are called, by id, where otherwise than by it.
        """

        def named(names: Sequence[str]) -> str:
            shown = "、".join(called.get(one, one) for one in names[:MOST_NAMED])
            more = f"……一共 {len(names)} 个" if len(names) > MOST_NAMED else ""
            return f"（{shown}{more}）" if names else ""

        took = [one.learner for one in self.learners if one.status == "collected"]
        missing = [one.learner for one in self.learners if one.status == "missing"]
        unusable = [one.learner for one in self.learners if one.status == "unusable"]
        parts = [f"收了 {len(took)} 人", f"缺 {len(missing)} 人{named(missing)}"]
        if unusable:
            parts.append(f"交了批不了 {len(unusable)} 人{named(unusable)}")
        parts.append(f"{len(self.to_look_at)} 份要看{named(self.to_look_at)}")
        return f"{'，'.join(parts)}。"


def record_path(course: Course, week: str) -> Path:
    """Where the record of a week lies."""
    return course.root / "received" / f"{week}.collected.json"


def write_record(collected: Collected, course: Course) -> None:
    """Writes the record, whole or not at all."""
    path = record_path(course, collected.week)
    data = {"format": RECORD_FORMAT, "version": RECORD_VERSION, **asdict(collected)}
    write_whole(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def read_record(course: Course, week: str) -> Collected | None:
    """The record of a week; None when nothing was collected, or the file is not one."""
    try:
        data: Any = json.loads(record_path(course, week).read_bytes())
        if data["format"] != RECORD_FORMAT or data["version"] != RECORD_VERSION:
            return None
        return Collected(
            week=str(data["week"]),
            learners=tuple(_learner(one) for one in data["learners"]),
            strays=tuple(
                Stray(s["where"], s["learner"], s["reason"], s.get("asks", True)) for s in data["strays"]
            ),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _clean(made: object, **values: str | tuple[str, ...]) -> None:
    """Sets fields of a frozen dataclass to their printable text."""
    for name, value in values.items():
        shown = printable_line(value) if isinstance(value, str) else tuple(map(printable_line, value))
        object.__setattr__(made, name, shown)


def _learner(data: dict[str, Any]) -> LearnerRecord:
    return LearnerRecord(**{**data, "files": tuple(data["files"]), "sentences": tuple(data["sentences"])})
