"""A released week as a learner gets it: in the course, in a folder or in a zip, read into memory.

A zip is somebody else's file: it is read as `nongju collect` reads one, and nothing is unpacked.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from nongju.answers.copies import LITTER
from nongju.answers.disk import NAME as ANSWERS
from nongju.course.archive import Archive, open_arrival
from nongju.course.layout import CourseError, find_course
from nongju.lab.fault import reason_of

_QUESTION = re.compile(r"""question\(\s*["']([a-z0-9][a-z0-9-]*)/""")
"""How a cell names the week that its question belongs to."""

NOTHING = (
    "没找到「{name}」。写周名（在课程文件夹里），或者写老师发的压缩包、文件夹在哪里，比如："
    "nongju lab D:\\\\pricing-margin.zip"
)
NO_SHEETS = "「{name}」里没有练习纸。请老师再发一次。"
UNREADABLE = "「{name}」读不出来（{reason}）。换个地方再拷一次。"


@dataclass(frozen=True)
class ReleasedWeek:
    """A week as it was released.

    Attributes:
        name: the week's name, as its questions say it.
        files: content by path below the week's folder, with forward slashes.
        base: where the class list and the learners' folders are looked for.
    """

    name: str
    files: Mapping[str, bytes]
    base: Path

    @property
    def notebooks(self) -> dict[str, bytes]:
        """The week's notebooks by name."""
        return {name: raw for name, raw in self.files.items() if name.endswith(".ipynb") and "/" not in name}


def find_week(name: str, here: Path) -> ReleasedWeek:
    """The released week of that name, or at that place.

    Arguments:
        name: a week of the course that holds `here`; else a folder or zip: itself, or below `here`.
        here: where the learner stands.

    Raises:
        CourseError: there is none, or it holds no worksheet.
    """
    try:
        course = find_course(here)
    except CourseError:
        course = None
    places = [here / name, here / f"{name}.zip", here / "release" / name, here / "release" / f"{name}.zip"]
    if course is not None and re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        folder = course.folder("release", name)
        if folder.is_dir() or not any(map(_holds_week, places)):
            course.release(name)  # says which weeks there are
            return _read(folder, name, course.root)
    for place in places:
        if _holds_week(place):
            return _read(place, place.stem if place.is_file() else place.resolve().name, here)
    raise CourseError(NOTHING.format(name=name))


def _holds_week(place: Path) -> bool:
    """Whether it is a zip, or a folder with notebooks; a learner's folder of that name is no release."""
    if place.is_file():
        return place.suffix.casefold() == ".zip"
    return place.is_dir() and any(place.glob("*.ipynb")) and not (place / ANSWERS).exists()


def _read(place: Path, name: str, base: Path) -> ReleasedWeek:
    try:
        arrival = open_arrival(place)
        if arrival.refused:
            raise CourseError(f"「{place.name}」：{'；'.join(arrival.problems)}。")
        files = _files(arrival)
    except OSError as error:
        raise CourseError(UNREADABLE.format(name=place.name, reason=reason_of(error))) from error
    sheets = [raw for path, raw in files.items() if path.endswith(".ipynb")]
    if not sheets:
        raise CourseError(NO_SHEETS.format(name=place.name))
    return ReleasedWeek(_week_of(sheets) or name, files, base)


def _files(arrival: Archive) -> dict[str, bytes]:
    """The files of the topmost folder that holds a notebook, by path below it."""
    notebooks = [PurePosixPath(path) for path in arrival.sizes if path.endswith(".ipynb")]
    top = min((path.parent for path in notebooks), key=lambda one: len(one.parts), default=PurePosixPath())
    found = {}
    for path in sorted(arrival.sizes):
        inside = PurePosixPath(path)
        if not inside.is_relative_to(top):
            continue
        below = inside.relative_to(top)
        hidden = any(part.startswith(".") or LITTER.match(part) for part in below.parts)
        if not hidden and below.name != ANSWERS:
            found[below.as_posix()] = arrival.read(path)
    return found


def _week_of(notebooks: list[bytes]) -> str:
    """The week that most questions name; "" where no notebook can be read."""
    named: Counter[str] = Counter()
    for raw in notebooks:
        try:
            cells: list[dict[str, Any]] = json.loads(raw)["cells"]
            named.update(week for cell in cells for week in _QUESTION.findall("".join(cell["source"])))
        except (ValueError, LookupError, TypeError):
            continue
    return named.most_common(1)[0][0] if named else ""
