"""stdout and stderr of a child: ipykernel's own, without its threads.

Text waits in a buffer until something flushes it: a display, an error, the end of the cell, or
`flush()`. Writes to file descriptors 1 and 2 (a subprocess, a C library) land in a file that is
read whenever the stream is written or flushed, so both kinds keep their order.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipykernel import iostream

from nongju.grading.sandbox.kernelapp import DirectThread

LONGEST_PIECE = 1 << 20
"""Characters that wait in a buffer before they are sent on, and those of one message."""


def record(session: Any, folder: str) -> None:
    """Let stdout and stderr of this process go to `session` as messages.

    Arguments:
        session: a kernel's, see `kernel.RecordingSession`.
        folder: writable; holds what is written to file descriptors 1 and 2.
    """
    thread = DirectThread()
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        setattr(sys, name, OutStream(session, thread, name, descriptor, f"{folder}/.{name}"))


Stream: Any = iostream.OutStream  # ipykernel marks hardly any of it as typed


class OutStream(Stream):  # type: ignore[misc]
    """A stream that publishes its text when it is flushed, and what reached its file descriptor with it."""

    def __init__(self, session: Any, thread: DirectThread, name: str, descriptor: int, path: str) -> None:
        super().__init__(session, thread, name, watchfd=False)
        self._file: int | None = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
        Path(path).unlink()
        os.dup2(self._file, descriptor)
        # in a kernel this leads to the terminal, beside the notebook, and subprocesses are given it
        self._original_stdstream_copy = os.open(os.devnull, os.O_WRONLY)
        self._read_from = 0
        self._waiting = 0

    def _drain(self) -> None:
        """Take over what reached the file descriptor; a forked process leaves that to the first one."""
        if self._file is None or not self._is_master_process():
            return
        try:
            size = os.fstat(self._file).st_size
            if size > self._read_from:
                found = os.pread(self._file, min(size - self._read_from, 8 * LONGEST_PIECE), self._read_from)
                self._read_from = size
                super().write(found.decode(errors="replace"))
        except OSError:
            self._file = None

    def write(self, string: str) -> int:
        """Take text; a long one is sent on at once."""
        self._drain()
        written: int = super().write(string)
        self._waiting += len(string)
        if self._waiting > LONGEST_PIECE:
            self.flush()
        return written

    def flush(self) -> None:
        """Send what waits."""
        self._drain()
        self._waiting = 0
        super().flush()

    def _flush_buffers(self) -> Iterator[tuple[dict[str, Any], str]]:
        """What waits, by the cell that it belongs to, in pieces that may cross the wall."""
        for parent, text in super()._flush_buffers():
            for start in range(0, len(text), LONGEST_PIECE):
                yield parent, text[start : start + LONGEST_PIECE]


OutStream.__module__ = iostream.OutStream.__module__  # a notebook that prints its stream reads the same
