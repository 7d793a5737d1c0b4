"""Keeping what arrived: received/<week>/ holds every zip and folder unchanged, each once.

Files are recognised by content, so giving the same stick twice adds nothing; a different file of the
same name gets a number. Nothing here is ever removed by collecting.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from nongju.classroom.answersfile import ANSWERS_NAME

MAX_DEPTH = 4
"""Folders below a given one in which hand-ins are looked for: stick / class / learner / week."""

IGNORED_PREFIXES = (".", "~$")
"""Names that systems and editors use for files of their own."""


def keep(paths: Iterable[Path], received: Path) -> list[str]:
    """Copies hand-ins into the received folder; returns the names that are new there.

    Arguments:
        paths: zips, a learner's folder, or a folder (a stick) that holds several of either.
        received: received/<week>.

    Raises:
        FileNotFoundError: one of the paths does not exist.
    """
    received.mkdir(parents=True, exist_ok=True)
    known = {content_digest(path): path.name for path in arrivals_in(received)}
    new: list[str] = []
    for path, name in _hand_ins(paths):
        if path.resolve().is_relative_to(received.resolve()):
            continue
        digest = content_digest(path)
        if digest in known:
            continue
        target = _free_name(received, name)
        _copy(path, target)
        known[digest] = target.name
        new.append(target.name)
    return new


def arrivals_in(received: Path) -> list[Path]:
    """Everything in a received folder that may be a hand-in, by name."""
    if not received.is_dir():
        return []
    return sorted(path for path in received.iterdir() if not path.name.startswith(IGNORED_PREFIXES))


def content_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, or of a folder's file names and bytes."""
    total = hashlib.sha256()
    if path.is_file():
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
        return total.hexdigest()
    for found in sorted(path.rglob("*")):
        if found.is_file() and not found.is_symlink():
            name = os.fsencode(found.relative_to(path).as_posix())  # a name need not be UTF-8
            total.update(name + f"\n{content_digest(found)}\n".encode())
    return total.hexdigest()


def _hand_ins(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(path)
        yield from _walk(path, path.resolve().name, 0)


def _walk(path: Path, name: str, depth: int) -> Iterator[tuple[Path, str]]:
    """Hand-ins at or below a path, each with the name it is kept under (the folders it lay in)."""
    if path.is_file():
        yield path, path.name
        return
    children = sorted(child for child in path.iterdir() if not child.name.startswith(IGNORED_PREFIXES))
    if any(child.name == ANSWERS_NAME or child.suffix.casefold() == ".ipynb" for child in children):
        yield path, name
        return
    if depth >= MAX_DEPTH:
        return
    for child in children:
        if child.is_symlink():
            continue
        if child.is_dir():
            yield from _walk(child, f"{name}-{child.name}" if depth else child.name, depth + 1)
        elif child.suffix.casefold() == ".zip":
            yield child, child.name


def _free_name(received: Path, name: str) -> Path:
    target, number = received / name, 2
    while target.exists():
        stem, dot, suffix = name.rpartition(".")
        target = received / (f"{stem}~{number}.{suffix}" if dot and stem else f"{name}~{number}")
        number += 1
    return target


def _copy(path: Path, target: Path) -> None:
    """Copies beside the target first, so that a stick pulled out leaves no half hand-in."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".keeping-") as temporary:
        copy = Path(temporary) / "copy"
        if path.is_dir():
            shutil.copytree(path, copy, symlinks=True)
        else:
            shutil.copy2(path, copy)
        copy.replace(target)
