"""stdout and stderr of a child: what ipykernel's OutStream does, without its threads.

Text waits in a buffer until something flushes it: a display, an error, the end of the cell, or
`flush()`. Writes to file descriptors 1 and 2 (a subprocess, a C library) land in a file that is
read whenever the stream is written or flushed, so both kinds keep their order.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

LONGEST_PIECE = 1 << 20
"""Characters that wait in a buffer before they are sent on."""


def record(emit: Callable[[str, str], None], folder: str) -> None:
    """Let stdout and stderr of this process go to `emit(name, text)`.

    Arguments:
        emit: gets the stream's name and the text.
        folder: writable; holds what is written to file descriptors 1 and 2.
    """
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        stream = RecordedStream(name, descriptor, emit)
        stream.watch(f"{folder}/.{name}")
        setattr(sys, name, stream)


class RecordedStream(io.TextIOBase):
    """A text stream that hands its text to `emit(name, text)`."""

    encoding = "UTF-8"
    errors = None

    def __init__(self, name: str, descriptor: int, emit: Callable[[str, str], None]) -> None:
        super().__init__()
        self.name = name
        self._descriptor = descriptor
        self._emit = emit
        self._pieces: list[str] = []
        self._waiting = 0
        self._read_from = 0
        self._file: int | None = None

    def watch(self, path: str) -> None:
        """Let everything written to the file descriptor itself arrive here too."""
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
        Path(path).unlink()
        os.dup2(self._file, self._descriptor)

    def _drain(self) -> None:
        if self._file is None:
            return
        try:
            size = os.fstat(self._file).st_size
            if size > self._read_from:
                found = os.pread(self._file, min(size - self._read_from, 8 * LONGEST_PIECE), self._read_from)
                self._read_from = size
                self._hold(found.decode(errors="replace"))
        except OSError:
            self._file = None

    def _hold(self, text: str) -> None:
        self._pieces.append(text)
        self._waiting += len(text)

    def write(self, text: str) -> int:
        """Take text as OutStream does, with the same complaint about anything else."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self._drain()
        self._hold(text)
        if self._waiting > LONGEST_PIECE:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Send what waits."""
        self._drain()
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            self._waiting = 0
            for start in range(0, len(text), LONGEST_PIECE):
                self._emit(self.name, text[start : start + LONGEST_PIECE])

    def fileno(self) -> int:
        """The real descriptor, as subprocess wants it."""
        return self._descriptor

    def writable(self) -> bool:
        """Always."""
        return True

    def isatty(self) -> bool:
        """Never."""
        return False

    def set_parent(self, parent: Any) -> None:
        """Asked for by ipykernel's shell; a child runs one cell at a time."""
