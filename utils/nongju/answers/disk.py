"""answers.json on the disk: its name, its lock between two notebooks, and copies that lie in its place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from nongju.answers import schema
from nongju.answers.copies import copies
from nongju.answers.schema import AnswerFile
from nongju.errors import NongjuError

NAME = "answers.json"
LOCK_SECONDS = 5.0
"""Longest wait for the other notebook; a write takes milliseconds, so more means a stuck program."""

LOCKED_OUT = "没存上：另一个程序正占着答案文件。等一下再存一次。"


class NotSavedError(NongjuError):
    """An answer could not be written; the text is a Chinese sentence for the learner.

    Attributes:
        again: whether the same save may succeed a little later.
    """

    def __init__(self, sentence: str, *, again: bool = True) -> None:
        super().__init__(sentence)
        self.again = again


def parsed(raw: bytes) -> AnswerFile:
    """The answers of a file's bytes; ValueError where they are not ours."""
    return schema.parse(schema.loads(raw))


def renamed(folder: Path, week: str) -> Path | None:
    """The newest whole file of a week's answers that lies there under a copy's name; None when none does.

    Arguments:
        folder: a folder without answers.json.
        week: the week's name; "" takes any.
    """
    matches: list[tuple[str, Path]] = []
    try:
        names = copies([path.name for path in folder.iterdir()], NAME)
    except OSError:
        return None
    for name in names:
        try:
            content = parsed((folder / name).read_bytes())
        except (OSError, ValueError, RecursionError):
            continue
        if not week or content.week == week:
            newest = max((entry.saved for entry in content.answers.values()), default="")
            matches.append((newest, folder / name))
    return max(matches, default=("", None))[1]


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock between two notebooks; goes without where the disk has none.

    Raises:
        NotSavedError: another program holds it for longer than a write takes.
    """
    # filelock takes 0.15 s to import, which a graded cell that only reads should not pay
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout as stuck:
        raise NotSavedError(LOCKED_OUT) from stuck
    except (OSError, NotImplementedError):  # another account's lock file, a network drive: the write decides
        yield
        return
    try:
        yield
    finally:
        lock.release()
