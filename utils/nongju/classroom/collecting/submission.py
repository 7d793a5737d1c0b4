"""One learner's hand-in inside what arrived: where its files begin, whose it is, and when it was made.

A zip from `nongju hand-in` has a manifest at its top. People also zip the folder by hand, or bring a
stick with one folder a learner: then the hand-in is wherever an answers.json or a notebook with a
released name lies, and one archive may hold several.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from nongju.answers.schema import FORMAT, MAX_FILE_BYTES
from nongju.classroom.collecting.answersfile import AnswersLook, look_at_answers
from nongju.classroom.collecting.handin import MANIFEST_FORMAT, MANIFEST_NAME, MANIFEST_VERSION, UPLOADS
from nongju.course.archive import Archive
from nongju.course.boundedjson import BoundsError, read_json
from nongju.course.layout import ANSWERS_NAME
from nongju.course.notes import NOTES_NAME
from nongju.errors import NongjuError
from nongju.printable import printable_line

COPY_MARKS = re.compile(r"(?:[ _-]*(?:[(\uff08]\d+[)\uff09]|copy\d*|副本))+$", re.IGNORECASE)
"""What browsers, Windows and JupyterLab append to the name of a second copy."""


MAX_ROOTS = 250
"""Hand-ins in one arrival: a class in one zip."""

MAX_FILES = 500
"""Files of one hand-in that are looked at; one with a clip for each question has 20."""

MAX_MANIFEST_BYTES = 1_000_000
"""Largest manifest: one line a file."""

TOO_MANY_ROOTS = "里面有 {count} 份作业，太多了，没有打开。请分开交，一人一个"
TOO_MANY_FILES = "文件超过 {most} 个，多的没有看"

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for a time that no calendar here holds."""


class TooManyError(NongjuError, ValueError):
    """An arrival holds more hand-ins than any class; the message is a Chinese sentence."""


@dataclass(frozen=True, eq=False)
class Submission:
    """One hand-in: its files by their name in the learner's folder, and their path in the arrival."""

    arrival: Archive
    root: str
    week: str
    files: Mapping[str, str]
    renamed: tuple[str, ...] = ()
    manifest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """How people call it: the name of the file or folder that arrived, and the place inside."""
        return printable_line(self.arrival.path.name + (f" › {self.root}" if self.root else ""))

    @cached_property
    def answers(self) -> bytes:
        """Its answers.json as it arrived; empty when there is none."""
        return self.arrival.read(self.files[ANSWERS_NAME]) if ANSWERS_NAME in self.files else b""

    @cached_property
    def digests(self) -> dict[str, str]:
        """SHA-256 of each of its uploads, by name in the learner's folder."""
        return {
            name: self._digest(path) for name, path in self.files.items() if name.startswith(f"{UPLOADS}/")
        }

    @cached_property
    def look(self) -> AnswersLook | None:
        """What its answers.json says about itself; None when there is none."""
        if ANSWERS_NAME not in self.files:
            return None
        return look_at_answers(self.answers, self.week)

    def _digest(self, path: str) -> str:
        with self.arrival.open(path) as stream:
            total = hashlib.sha256()
            while block := stream.read(1 << 20):
                total.update(block)
            return total.hexdigest()

    @property
    def usable_answers(self) -> bool:
        """Whether there are answers that grading can read."""
        return self.look is not None and self.look.usable

    @property
    def other_week(self) -> str:
        """The week that it says it is of, when it is another one; else empty."""
        stated = _stated_week(self)
        return "" if stated in (None, self.week) else printable_line(stated)[:40]

    @cached_property
    def created(self) -> datetime:
        """When it was made (UTC): the manifest's time, else the time of the file that arrived."""
        stated = self.manifest.get("created")
        if isinstance(stated, str):
            with suppress(ValueError, OverflowError, OSError):
                moment = datetime.fromisoformat(stated)
                return (moment if moment.tzinfo else moment.astimezone()).astimezone(UTC)
        return self.arrived

    @cached_property
    def arrived(self) -> datetime:
        """Time of the file that arrived (UTC); of the newest file when a folder arrived."""
        path = self.arrival.path
        found = [path / self.arrival.entries[one] for one in self.files.values()] if path.is_dir() else [path]
        with suppress(ValueError, OverflowError, OSError):  # a time beyond the calendar
            return datetime.fromtimestamp(max((one.stat().st_mtime for one in found), default=0.0), UTC)
        return LONG_AGO


def parcels_in(arrival: Archive, week: str, notebooks: Mapping[str, bytes]) -> list[Submission]:
    """Every hand-in of one week inside an arrival, by its place.

    Raises:
        TooManyError: more than MAX_ROOTS.
    """
    return [submission for submission in all_parcels(arrival, week, notebooks) if _of_this_week(submission)]


def all_parcels(arrival: Archive, week: str, notebooks: Mapping[str, bytes]) -> list[Submission]:
    """Every hand-in inside an arrival, of other weeks too; see `parcels_in`."""
    if arrival.refused:
        return []
    names = {released.removesuffix(".ipynb").casefold(): released for released in notebooks}
    roots = {str(PurePosixPath(path).parent) for path in arrival.sizes if _marks_a_root(path, names)}
    roots = {root for root in roots if UPLOADS not in PurePosixPath(root).parts}
    loose = [path for path in arrival.sizes if _may_be_answers(path)]
    if len(roots) + len(loose) > MAX_ROOTS:
        raise TooManyError(TOO_MANY_ROOTS.format(count=len(roots) + len(loose)))
    inside: dict[str, list[str]] = {root: [] for root in roots}
    for path in sorted(arrival.sizes):
        for parent in PurePosixPath(path).parents:
            if str(parent) in inside:
                inside[str(parent)].append(path)
    others = _loose_answers(arrival, loose, roots)
    submissions = [_parcel(arrival, root, week, names, inside[root], others.pop(root, "")) for root in roots]
    alone = [Submission(arrival, path, week, {ANSWERS_NAME: path}) for path in others.values()]
    return sorted([*submissions, *alone], key=lambda submission: submission.root)


def _may_be_answers(path: str) -> bool:
    """Whether a file may be answers under another name, such as answers (1).json or 张三.json."""
    place = PurePosixPath(path)
    if UPLOADS in place.parts or place.suffix.casefold() != ".json":
        return False
    return place.name not in (ANSWERS_NAME, MANIFEST_NAME, NOTES_NAME)


def _loose_answers(arrival: Archive, paths: Iterable[str], roots: set[str]) -> dict[str, str]:
    """Answers under another name: the only ones of a root by the root, the rest by their path."""
    found: dict[str, list[str]] = {}
    for path in paths:
        if 0 < arrival.sizes[path] <= MAX_FILE_BYTES:
            with suppress(BoundsError, OSError):
                data = read_json(arrival.read(path), deepest=None, halves=True)
                if isinstance(data, dict) and data.get("format") == FORMAT:
                    found.setdefault(str(PurePosixPath(path).parent), []).append(path)
    taken: dict[str, str] = {}
    for root, here in found.items():
        whole = ANSWERS_NAME if root == "." else f"{root}/{ANSWERS_NAME}"
        if len(here) == 1 and root in roots and whole not in arrival.sizes:
            taken[root] = here[0]
        else:
            taken |= {path: path for path in here}
    return taken


def _marks_a_root(path: str, names: Mapping[str, str]) -> bool:
    name = PurePosixPath(path).name
    return name in (ANSWERS_NAME, MANIFEST_NAME) or _released_name(name, names) is not None


def _released_name(name: str, names: Mapping[str, str]) -> str | None:
    stem, dot, suffix = name.rpartition(".")
    if not dot or suffix.casefold() != "ipynb":
        return None
    return names.get(COPY_MARKS.sub("", stem).strip().casefold())


def _parcel(
    arrival: Archive, root: str, week: str, names: Mapping[str, str], inside: list[str], answers: str
) -> Submission:
    prefix = "" if root == "." else f"{root}/"
    files: dict[str, str] = {}
    renamed: list[str] = []
    for path in inside:
        name = path.removeprefix(prefix)
        if name == ANSWERS_NAME or name.startswith(f"{UPLOADS}/") or name in names.values():
            files[name] = path
        if len(files) > MAX_FILES:
            renamed.append(TOO_MANY_FILES.format(most=MAX_FILES))
            break
    for path in inside:
        name = path.removeprefix(prefix)
        released = None if "/" in name else _released_name(name, names)
        if released is not None and released not in files:
            files[released] = path
            renamed.append(f"「{name}」当作 {released}")
    if answers:
        files[ANSWERS_NAME] = answers
        renamed.append(f"「{PurePosixPath(answers).name}」当作 {ANSWERS_NAME}")
    manifest = _manifest(arrival, f"{prefix}{MANIFEST_NAME}")
    return Submission(arrival, "" if root == "." else root, week, files, tuple(renamed), manifest)


def _manifest(arrival: Archive, path: str) -> dict[str, Any]:
    if path not in arrival.sizes:
        return {}
    try:
        data: Any = read_json(arrival.read(path, MAX_MANIFEST_BYTES))
    except BoundsError:
        return {}
    if not isinstance(data, dict) or data.get("format") != MANIFEST_FORMAT:
        return {}
    version = data.get("version")
    return data if isinstance(version, int) and version <= MANIFEST_VERSION else {}


def _stated_week(submission: Submission) -> str | None:
    stated = submission.manifest.get("week")
    return (
        stated if isinstance(stated, str) else submission.look.week if submission.look is not None else None
    )


def _of_this_week(submission: Submission) -> bool:
    """Whether it is of the week: weeks share notebook names, so what is written inside decides."""
    stated = _stated_week(submission)
    return bool(submission.files) if stated is None else stated == submission.week
