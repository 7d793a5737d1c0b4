"""The files that cells may read: of a hand-in, before anything of the learner's ran, and of the course."""

from __future__ import annotations

import fnmatch
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files, parse_utc
from traitlets.config import Config

from nongju.answers.copies import copies
from nongju.course.layout import ANSWERS_NAME
from nongju.grading.limits import MEGABYTE

TIMESTAMP = "timestamp.txt"
"""The time of a hand-in, as nbgrader keeps it."""

MOST_OF_A_TIME = 100
"""Bytes of a time; what is longer is none."""

UPLOADS = "uploads/"
"""Where clips and photos of our weeks lie in a hand-in."""


@dataclass
class Snapshot:
    """Files by name below the hand-in, and the names of those that were too much."""

    files: dict[str, Path] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def snapshot_of(folder: Path, most_mb: int, ignore: Sequence[str] = ()) -> Snapshot:
    """Everything in `folder` but notebooks and links, up to `most_mb` megabytes; small files come first.

    Arguments:
        folder: where the files are.
        most_mb: megabytes of all of them.
        ignore: nbgrader's `CourseDirectory.ignore`, patterns of files and folders that are not copied.
    """
    found = Snapshot()
    sizes: dict[str, int] = {}
    for path in folder.rglob("*") if folder.is_dir() else []:
        if path.is_symlink() or not path.is_file() or path.suffix == ".ipynb":
            continue
        if any(part.is_symlink() for part in path.parents if part.is_relative_to(folder) and part != folder):
            continue
        if any(is_ignored(part, ignore) for part in path.relative_to(folder).parts):
            continue
        name = path.relative_to(folder).as_posix()
        sizes[name], found.files[name] = path.stat().st_size, path
    left = most_mb * MEGABYTE
    for name in sorted(sizes, key=lambda name: (sizes[name], name)):
        left -= sizes[name]
        if left < 0:
            del found.files[name]
            found.left_out.append(name)
    return found


def is_ignored(name: str, patterns: Sequence[str]) -> bool:
    """Whether a pattern means a file or folder of this name; as in a glob, `*` is no leading dot."""
    return any(
        fnmatch.fnmatchcase(name, pattern) and (pattern.startswith(".") or not name.startswith("."))
        for pattern in patterns
    )


def answers_and_uploads(files: Mapping[str, Path]) -> dict[str, Path]:
    """Those that our own cells read: answers.json, what a sync tool made of it, and clips and photos."""
    answers = {ANSWERS_NAME, *copies(list(files), ANSWERS_NAME)}
    return {name: path for name, path in files.items() if name in answers or name.startswith(UPLOADS)}


def uploads_in(files: dict[str, Path]) -> int:
    """How many clips and photos there are."""
    return sum(name.startswith(UPLOADS) for name in files)


def shared_files(config: Config, coursedir: CourseDirectory, week: str) -> dict[str, str]:
    """Paths of source/<week>'s files that nbgrader copies over the learner's, by name below it."""
    root = Path(coursedir.format_path(coursedir.source_directory, ".", week))
    spared = set(Autograde(config=config).exclude_overwriting.get(week, []))
    found = find_all_files(str(root), [*coursedir.ignore, "*.ipynb"]) if root.is_dir() else []
    names = {str(Path(path).relative_to(root)): str(Path(path).absolute()) for path in found}
    return {name: path for name, path in names.items() if name not in spared}


def is_time(path: Path) -> bool:
    """Whether nbgrader can read the time of a hand-in, or there is none: it gives up on anything else."""
    if not path.exists():
        return True
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_OF_A_TIME + 1)
        parse_utc(raw.decode().strip())
    except Exception:  # whatever its parser is led to
        return False
    return len(raw) <= MOST_OF_A_TIME


def without_links(folder: Path, stack: Callable[[Any], Any]) -> tuple[Path, bool]:
    """The folder itself, or, when it holds links, special files or a time that nobody reads, a copy without.

    Arguments:
        folder: a hand-in.
        stack: registers a temporary folder's clean-up (an ExitStack's enter_context).

    Returns:
        the folder to read and whether anything was left out.
    """
    strange = [
        path for path in folder.rglob("*") if path.is_symlink() or not (path.is_file() or path.is_dir())
    ]
    if not is_time(folder / TIMESTAMP):
        strange.append(folder / TIMESTAMP)
    if not strange and not folder.is_symlink():
        return folder, False
    twin = Path(stack(tempfile.TemporaryDirectory(prefix="nongju-"))) / folder.name
    twin.mkdir()
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if (Path(root) / name) not in strange]
        here = twin / Path(root).relative_to(folder)
        here.mkdir(exist_ok=True)
        for name in names:
            path = Path(root) / name
            if path.is_file() and path not in strange:
                shutil.copyfile(path, here / name)
    return twin, True
