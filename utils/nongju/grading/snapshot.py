"""The files of a hand-in that cells may read, as they lay there before anything of the learner's ran."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from nongju.grading.limits import MEGABYTE

UPLOADS = "uploads/"
"""Where clips and photos of our weeks lie in a hand-in."""


@dataclass
class Snapshot:
    """Files by name below the hand-in, and the names of those that were too much."""

    files: dict[str, Path] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def snapshot_of(folder: Path, most_mb: int) -> Snapshot:
    """Everything in `folder` but notebooks and links, up to `most_mb` megabytes; small files come first."""
    found = Snapshot()
    sizes: dict[str, int] = {}
    for path in folder.rglob("*") if folder.is_dir() else []:
        if path.is_symlink() or not path.is_file() or path.suffix == ".ipynb":
            continue
        if any(part.is_symlink() for part in path.parents if part.is_relative_to(folder) and part != folder):
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


def uploads_in(files: dict[str, Path]) -> int:
    """How many clips and photos there are."""
    return sum(name.startswith(UPLOADS) for name in files)
