"""Empty folders over people's data, wherever a folder that learner code may read holds it.

The wall shows /usr, /opt and Python's own folders. A course may stand in one of them, and so may nbgrader's
exchange, the gradebook and the grader's home: each gets an empty folder over it, and what Python needs of
the inside is shown again on top.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from nongju.grading.sandbox.run import NoSandbox

EXCHANGE = "/usr/local/share/nbgrader/exchange"
"""nbgrader's exchange where no config says otherwise; importing the class that says so takes a second."""

STAGES = ("source", "release", "submitted", "autograded", "feedback", "solution")

ESSENTIAL = {"/", *(f"{top}/{name}" for top in ("", "/usr", "/usr/local")
                    for name in ("bin", "sbin", "lib", "lib32", "lib64", "libexec")), "/usr"}  # fmt: skip
"""Folders that cannot be covered: nothing would start."""

PIECES = ("bin", "sbin", "lib", "lib32", "lib64", "libexec", "include", "share", "etc", "ssl", "pyvenv.cfg")
"""What a Python environment is made of, where a course stands in the environment's own folder."""


def private_folders(coursedir: CourseDirectory, config: Config) -> tuple[str, ...]:
    """The course, the stages and gradebook that lie elsewhere, and nbgrader's exchange; absolute paths."""
    root = Path(coursedir.root).absolute()
    found = [root, *(root / getattr(coursedir, f"{stage}_directory", stage) for stage in STAGES)]
    kind, _, place = str(coursedir.db_url).partition(":///")
    if kind.startswith("sqlite") and place:
        found.append((root / place.partition("?")[0]).parent)
    exchange: Any = config.get("Exchange", {}).get("root", EXCHANGE)
    found.append(Path(str(exchange)).absolute())
    inner = {place for place in found if place != root and place.is_relative_to(root)}
    return tuple(sorted({str(place) for place in found if place not in inner}))


def shown_at(name: str | Path, bound: Iterable[str]) -> set[Path]:
    """Where a folder of this machine would be seen inside, through the folders in `bound`."""
    real = Path(name).resolve()
    seen = set()
    for outer in bound:
        held = Path(outer).resolve()
        if real.is_relative_to(held):
            seen.add(Path(outer) / real.relative_to(held))
    return seen


def covered(private: Iterable[str], bound: Iterable[str]) -> list[Path]:
    """The places inside that get an empty folder, outer ones first.

    Raises:
        NoSandbox: one of them is a folder of the system that nothing runs without.
    """
    shown = list(bound)
    places = {place for name in private if Path(name).is_dir() for place in shown_at(name, shown)}
    impossible = sorted(str(place) for place in places if str(place.resolve()) in ESSENTIAL)
    if impossible:
        raise NoSandbox(f"{impossible[0]} is a folder of the system: move the course out of it")
    return sorted(places)


def covers(
    private: Iterable[str], bound: Sequence[str], needed: Iterable[Path], mount_point: str
) -> list[str]:
    """Bubblewrap's arguments for the empty folders, behind those that show `bound`.

    Arguments:
        private: folders of this machine that must not be seen.
        bound: folders that are shown as a whole.
        needed: Python's folders, all of them, and further ones that learner code may read.
        mount_point: where working folders will stand; it is there afterwards if a bound folder holds it.
    """
    given = [Path(name) for name in needed]
    line: list[str] = []
    places = covered([*private, *_closed(mount_point, bound), mount_point], bound)
    for place in places:
        line += ["--perms", "0755", "--size", "1048576", "--tmpfs", str(place)]
        for folder in given:
            for inside in sorted({folder, *shown_at(folder, [str(place)])}):
                if inside == place or shown_at(folder, [str(place)]) == {place}:
                    line += _shown_again(place, [place / piece for piece in PIECES])
                elif inside.is_relative_to(place):
                    line += _shown_again(place, [inside])
    for inside in sorted(shown_at(mount_point, bound)):
        if any(inside.is_relative_to(place) for place in places):
            line += _steps(inside, places)
        elif not Path(mount_point).is_dir():
            line += _room_for(inside)
    for place in places:
        line += ["--remount-ro", str(place)]
    return line


def _closed(mount_point: str, bound: Iterable[str]) -> list[str]:
    """The first folder on the way that root alone may enter: nobody inside is root, or would get there."""
    if os.getuid() != 0:
        return []
    way = [step for inside in shown_at(mount_point, bound) for step in reversed(inside.parents)]
    return [str(step) for step in way if step.is_dir() and not step.stat().st_mode & 0o001][:1]


def _shown_again(place: Path, folders: Sequence[Path]) -> list[str]:
    line: list[str] = []
    for folder in folders:
        if folder.exists():
            line += [*_steps(folder.parent, [place]), "--ro-bind", str(folder), str(folder)]
    return line


def _steps(folder: Path, places: Sequence[Path]) -> list[str]:
    """The way down to a folder inside a covered one; bwrap's own are closed to everybody else."""
    way = [folder, *folder.parents]
    below = [step for step in reversed(way) if any(top in step.parents for top in places)]
    return [part for step in below for part in ("--perms", "0755", "--dir", str(step))]


def _room_for(folder: Path) -> list[str]:
    """A mount point that is not there yet, in a folder that is shown: all beside it is shown again."""
    above = next(step for step in folder.parents if step.is_dir())
    if str(above) in ESSENTIAL:
        raise NoSandbox(f"{folder} cannot be made: it lies in a folder of the system")
    line = ["--perms", "0755", "--size", "1048576", "--tmpfs", str(above)]
    for entry in sorted(above.iterdir()):
        if entry.is_symlink():
            line += ["--symlink", str(entry.readlink()), str(entry)]
        else:
            line += ["--ro-bind", str(entry), str(entry)]
    return [*line, *_steps(folder, [above]), "--remount-ro", str(above)]
