"""The folder that a hand-in's cells see: its files, its notebooks so far, and what earlier notebooks wrote.

nbgrader grades the notebooks of a hand-in in one folder, in the order of their names. In the sandbox each has
a folder of its own; after a notebook its child is asked for what it wrote, and the next one is given that.
"""

from __future__ import annotations

import os
import socket
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from nongju.grading.limits import MEGABYTE, Limits
from nongju.grading.sandbox import wire
from nongju.grading.sandbox.run import ChildGone, Run, SandboxError

MOST_ENTRIES = 5000
"""Files and folders that are carried from one notebook to the next."""

PATIENCE = 30.0
"""Seconds without a word of the child while it hands over what was written."""

State = dict[str, tuple[int, int, int]]


def state_of(folder: Path) -> State:
    """Every file and folder below `folder`: when it changed, its size and number. Folders end in a slash."""
    found: State = {}
    for root, folders, names in os.walk(folder):
        here = Path(root).relative_to(folder)
        found.update({f"{(here / name).as_posix()}/": (0, 0, 0) for name in folders})
        for name in names:
            status = (Path(root) / name).lstat()
            if stat.S_ISREG(status.st_mode):
                found[(here / name).as_posix()] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def hand_over(sock: socket.socket, folder: Path, before: State) -> None:
    """In the child: send the names of all files and folders, then each file that is not as it was."""
    now = state_of(folder)
    wire.send(sock, {"type": "names", "names": sorted(now)})
    for name, state in sorted(now.items()):
        if name.endswith("/") or before.get(name) == state:
            continue
        body = (folder / name).read_bytes()
        mode = stat.S_IMODE((folder / name).stat().st_mode)
        wire.send(sock, {"type": "file", "file": name, "bytes": len(body), "mode": mode})
        wire.send_blob(sock, body)
    wire.send(sock, {"type": "handed over"})


class WorkFolder:
    """The files of one hand-in, notebook after notebook."""

    def __init__(self, files: Mapping[str, Path], submitted: Path, limits: Limits) -> None:
        """Arguments that say more than their name.

        Arguments:
            files: what was handed in and what replaces it, without notebooks.
            submitted: the folder with the notebooks as they were handed in.
            limits: `folder_mb` bounds what a notebook may leave for the next.
        """
        self._files, self._submitted = dict(files), submitted
        self._most = limits.folder_mb * MEGABYTE
        self._place: tempfile.TemporaryDirectory[str] | None = None
        self._carried = 0
        self._empty: list[str] = []
        self._notebooks: dict[str, Path] = {}

    def has_begun(self, notebook: str) -> bool:
        """Whether this notebook had its turn: then another run over the hand-in begins."""
        return notebook in self._notebooks

    def begin(self, notebook: str) -> None:
        """The next notebook, by its file name: it lies there as it was handed in, without hidden tests."""
        path = self._submitted / notebook
        if path.is_file() and not path.is_symlink():
            self._notebooks[notebook] = path

    @property
    def files(self) -> dict[str, Path]:
        """Files by name below the folder."""
        return {**self._files, **self._notebooks}

    @property
    def folders(self) -> list[str]:
        """Folders that a notebook made."""
        return self._empty

    def take_over(self, run: Run) -> None:
        """Ask a child for what it wrote. It is learner code that answers: nothing is believed.

        Whatever is no name below the folder, or too much, is left out.
        """
        run.send({"hand over": True})
        left, given = self._most, self.files
        names: list[str] = []
        while (message := run.receive(PATIENCE)) is not None:
            kind = message.get("type")
            if kind == "names" and isinstance(message.get("names"), list):
                names = [name for name in message["names"][:MOST_ENTRIES] if _is_below(name)]
            elif kind == "file":
                left -= self._take_file(run, message, left, set(names))
            elif kind == "handed over":
                break
        else:
            raise ChildGone("time")
        there = set(names)
        self._files = {name: path for name, path in self._files.items() if name in there}
        self._empty = [name for name in names if name.endswith("/") and name.rstrip("/") not in given]

    def _take_file(self, run: Run, message: dict[str, Any], left: int, names: set[str]) -> int:
        size, name, mode = message.get("bytes"), message.get("file"), message.get("mode")
        if not isinstance(size, int) or not 0 <= size <= left or not isinstance(mode, int):
            raise SandboxError("more than a notebook may leave")
        body = run.receive_blob(size)
        if not isinstance(name, str) or name not in names or name in self._notebooks:
            return size
        if self._place is None:
            self._place = tempfile.TemporaryDirectory(prefix="nongju-", ignore_cleanup_errors=True)
        self._carried += 1
        path = Path(self._place.name) / str(self._carried)
        path.write_bytes(body)
        path.chmod(mode & 0o777 | 0o600)
        self._files[name] = path
        return size

    def close(self) -> None:
        """Remove what was carried."""
        if self._place is not None:
            self._place.cleanup()
            self._place = None


def _is_below(name: Any) -> bool:
    """Whether this is a name below a folder, and no way out of it."""
    if not isinstance(name, str) or not name.strip("/") or "\0" in name or len(name) > 4096:
        return False
    path = PurePosixPath(name)
    plain = bool(path.parts) and str(path) == name.rstrip("/")
    return plain and not path.is_absolute() and ".." not in path.parts
