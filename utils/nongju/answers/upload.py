"""A file that was handed in: where it lies, and how a rule gets it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = "uploads"
"""Beside answers.json; everything handed in as a file lies directly in it."""


@dataclass(frozen=True)
class Upload:
    """A file that was handed in, as rules and `respond` get it.

    Arguments:
        path: in uploads/; it exists and is a regular file.
        sha256: what answers.json says of it. The file may have been changed since.
        seconds: longest clip that the field takes; None for a photo.
        original: name that the file had on the phone, as answers.json says.
    """

    path: Path
    sha256: str
    seconds: float | None = None
    original: str = ""


def is_plain_file(path: Path) -> bool:
    """Whether it is a regular file, reached through no link below the folder that holds uploads/."""
    return path.is_file() and not path.is_symlink() and not path.parent.is_symlink()


def megabytes(size: int) -> str:
    """Bytes as people read them: 8.3 MB; never 0.0 MB, which looks like an empty file."""
    if size < 100_000:
        return "不到 0.1 MB"
    return f"{size / 1e6:.1f} MB" if size < 10_000_000 else f"{size / 1e6:.0f} MB"
