"""One learner's hand-in inside what arrived: where its files begin, whose it is, and when it was made.

A zip from `nongju hand-in` has a manifest at its top. People also zip the folder by hand, or bring a
stick with one folder a learner: then the hand-in is wherever an answers.json or a notebook with a
released name lies, and one archive may hold several.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from nongju.answers.identity import fault_of_id
from nongju.answers.schema import normalise_id
from nongju.classroom.answersfile import ANSWERS_NAME, AnswersLook, look_at_answers
from nongju.classroom.arrivals import Arrival
from nongju.classroom.handin import MANIFEST_FORMAT, MANIFEST_NAME, MANIFEST_VERSION, UPLOADS
from nongju.classroom.roster import Roster

COPY_MARKS = re.compile(r"(?:[ _-]*(?:[(\uff08]\d+[)\uff09]|copy\d*|副本))+$", re.IGNORECASE)
"""What browsers, Windows and JupyterLab append to the name of a second copy."""


@dataclass(frozen=True, eq=False)
class Parcel:
    """One hand-in: its files by their name in the learner's folder, and their path in the arrival."""

    arrival: Arrival
    root: str
    week: str
    files: Mapping[str, str]
    renamed: tuple[str, ...] = ()
    manifest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """How people call it: the name of the file or folder that arrived, and the place inside."""
        return self.arrival.path.name + (f" › {self.root}" if self.root else "")

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

    @cached_property
    def created(self) -> datetime:
        """When it was made (UTC): the manifest's time, else the time of the file that arrived."""
        stated = self.manifest.get("created")
        if isinstance(stated, str):
            try:
                moment = datetime.fromisoformat(stated)
                return (moment if moment.tzinfo else moment.astimezone()).astimezone(UTC)
            except (ValueError, OverflowError):
                pass
        return self.arrived

    @cached_property
    def arrived(self) -> datetime:
        """Time of the file that arrived (UTC); of the newest file when a folder arrived."""
        path = self.arrival.path
        if path.is_dir():
            stamps = [(path / inside).stat().st_mtime for inside in self.files.values()]
            return datetime.fromtimestamp(max(stamps, default=0.0), UTC)
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)


@dataclass(frozen=True)
class Whose:
    """The learner of a parcel (None when nobody can be told) and what is doubtful about it."""

    learner: str | None
    doubts: tuple[str, ...] = ()


def parcels_in(arrival: Arrival, week: str, notebooks: Mapping[str, bytes]) -> list[Parcel]:
    """Every hand-in of one week inside an arrival, by its place."""
    if arrival.refused:
        return []
    names = {released.removesuffix(".ipynb").casefold(): released for released in notebooks}
    roots = {str(PurePosixPath(path).parent) for path in arrival.sizes if _marks_a_root(path, names)}
    roots = {root for root in roots if UPLOADS not in PurePosixPath(root).parts}
    found = [_parcel(arrival, root, week, names) for root in sorted(roots)]
    return [parcel for parcel in found if _of_this_week(parcel)]


def whose(parcel: Parcel, roster: Roster) -> Whose:
    """The learner of a hand-in: the manifest's, else the answers', else by file name against the roster."""
    look = parcel.look
    stated = parcel.manifest.get("learner")
    learner = (normalise_id(stated) or None) if isinstance(stated, str) else None
    doubts: list[str] = []
    if learner and fault_of_id(learner):
        learner = None
    if learner is None and look and look.learner and not fault_of_id(look.learner):
        learner = look.learner
    if learner is None:
        learner = _by_name(parcel, roster)
        if learner is not None:
            doubts.append("里面没写编号，是按文件名认的人")
    elif len(roster) and learner not in roster:
        named = _by_name(parcel, roster)
        if named is not None:
            doubts.append(f"里面写的编号是「{learner}」，名单上没有；按文件名算「{named}」的")
            learner = named
    if learner is not None and look is not None and not look.belongs_to(learner):
        doubts.append(f"答案属于另一位学员（「{look.learner}」填的）")
    return Whose(learner, tuple(doubts))


def _marks_a_root(path: str, names: Mapping[str, str]) -> bool:
    name = PurePosixPath(path).name
    return name in (ANSWERS_NAME, MANIFEST_NAME) or _released_name(name, names) is not None


def _released_name(name: str, names: Mapping[str, str]) -> str | None:
    stem, dot, suffix = name.rpartition(".")
    if not dot or suffix.casefold() != "ipynb":
        return None
    return names.get(COPY_MARKS.sub("", stem).strip().casefold())


def _parcel(arrival: Arrival, root: str, week: str, names: Mapping[str, str]) -> Parcel:
    prefix = "" if root == "." else f"{root}/"
    inside = [path for path in arrival.sizes if path.startswith(prefix)]
    files: dict[str, str] = {}
    renamed: list[str] = []
    for path in sorted(inside):
        name = path.removeprefix(prefix)
        if name == ANSWERS_NAME or name.startswith(f"{UPLOADS}/") or name in names.values():
            files[name] = path
    for path in sorted(inside):
        name = path.removeprefix(prefix)
        released = None if "/" in name else _released_name(name, names)
        if released is not None and released not in files:
            files[released] = path
            renamed.append(f"「{name}」当作 {released}")
    manifest = _manifest(arrival, f"{prefix}{MANIFEST_NAME}")
    return Parcel(arrival, "" if root == "." else root, week, files, tuple(renamed), manifest)


def _manifest(arrival: Arrival, path: str) -> dict[str, Any]:
    if path not in arrival.sizes:
        return {}
    try:
        data: Any = json.loads(arrival.read(path))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict) or data.get("format") != MANIFEST_FORMAT:
        return {}
    version = data.get("version")
    return data if isinstance(version, int) and version <= MANIFEST_VERSION else {}


def _of_this_week(parcel: Parcel) -> bool:
    """Whether it is of the week: weeks share notebook names, so what is written inside decides."""
    stated = parcel.manifest.get("week")
    if isinstance(stated, str):
        return stated == parcel.week
    if parcel.look is not None:
        return parcel.look.week in (None, parcel.week)
    return bool(parcel.files)


def _by_name(parcel: Parcel, roster: Roster) -> str | None:
    """The one learner of the roster whose id or name stands in the path; None when none or several do."""
    arrived = parcel.arrival.path
    path = PurePosixPath(arrived.name if arrived.is_dir() else arrived.stem) / parcel.root
    for part in reversed(path.parts):
        text = normalise_id(part)
        by_id = {learner.id for learner in roster if _stands_in(learner.id, text)}
        longest = {one for one in by_id if not any(one != other and one in other for other in by_id)}
        matches = longest or {learner.id for learner in roster if learner.name and learner.name in part}
        if len(matches) == 1:
            return matches.pop()
        if matches:
            return None
    return None


def _stands_in(learner: str, text: str) -> bool:
    """Whether the id occurs in the text and is not a part of a longer word or number."""
    edge = r"[0-9a-z]"
    return re.search(rf"(?<!{edge}){re.escape(learner)}(?!{edge})", text) is not None
