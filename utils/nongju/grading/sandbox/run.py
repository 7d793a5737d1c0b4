"""One notebook in one child: cells and files go in, messages come out, until somebody hangs up."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nongju.errors import NongjuError
from nongju.grading.limits import MEGABYTE
from nongju.grading.sandbox import wire

START_SECONDS = 120.0
"""Time for a process to get ready on a busy old machine."""


class SandboxError(NongjuError):
    """The sandbox itself failed; says nothing about the submission."""


class NoSandbox(SandboxError):
    """No sandbox works on this machine."""


class ChildGone(NongjuError):
    """The process that ran the cells ended: by itself, or killed for a limit.

    Attributes:
        reason: "memory", "processes", "time", "killed", or "" when it ended by itself.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason or "the process ended by itself")
        self.reason = reason


class Run:
    """One notebook in one child."""

    _readable = 0o600 if hasattr(os, "geteuid") and os.geteuid() == 0 else 0o400
    """Permissions that the grader has on every file, and so the learner's code on its copy."""

    def __init__(self, data: socket.socket, watch: socket.socket) -> None:
        self._data, self._watch = data, watch
        self._frames = wire.Frames(data, wire.LONGEST_MESSAGE, wire.MOST_VALUES)
        self._notices = wire.Frames(watch, MEGABYTE)

    def give(self, files: Mapping[str, Path], folders: Sequence[str] = ()) -> None:
        """Send the files of the working folder, by name below it, then wait until the child is ready.

        `folders` are made, whether there are files in them or not.

        Raises:
            SandboxError: the child could not be confined.
            ChildGone: it died on the way.
        """
        with self._alive():
            for name, path in files.items():
                descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
                with os.fdopen(descriptor, "rb") as source:
                    status = os.fstat(descriptor)
                    if not stat.S_ISREG(status.st_mode):
                        continue
                    mode = stat.S_IMODE(status.st_mode) & 0o777 | self._readable
                    wire.send(self._data, {"file": name, "bytes": status.st_size, "mode": mode})
                    sent = self._data.sendfile(source, 0, status.st_size) if status.st_size else 0
                    if sent != status.st_size:
                        raise SandboxError(f"{name} changed while it was read")
            wire.send(self._data, {"done": True, "folders": list(folders)})
            answer = self.receive(START_SECONDS)
        if answer is None or answer.get("type") != "ready":
            raise SandboxError(str((answer or {}).get("why", "the child did not get ready")))

    def send_cell(self, source: str, number: str) -> None:
        """Have the child run one cell; `number` comes back as the parent of its messages."""
        self.send({"cell": source, "id": number})

    def send(self, message: dict[str, Any]) -> None:
        """Send a frame as it is."""
        with self._alive():
            wire.send(self._data, message)

    def receive(self, seconds: float) -> dict[str, Any] | None:
        """The next message, or None when `seconds` passed."""
        with self._alive():
            return self._frames.receive(seconds)

    def receive_blob(self, length: int) -> bytes:
        """Exactly `length` raw bytes, announced by a message."""
        with self._alive():
            return self._frames.blob(length)

    @property
    def last_length(self) -> int:
        """Bytes of the message received last."""
        return self._frames.last_length

    def interrupt(self) -> None:
        """What the interrupt button of a notebook does."""
        with contextlib.suppress(OSError):
            wire.send(self._watch, {"do": "interrupt"})

    def close(self) -> None:
        """End the child and everything it started."""
        with contextlib.suppress(OSError):
            wire.send(self._watch, {"do": "kill"})
        self._data.close()
        self._watch.close()

    @contextlib.contextmanager
    def _alive(self) -> Iterator[None]:
        try:
            yield
        except (wire.WireError, ConnectionError, BrokenPipeError) as error:
            raise ChildGone(self._reason()) from error

    def _reason(self) -> str:
        with contextlib.suppress(wire.WireError, OSError):
            notice = self._notices.receive(2.0)
            return str((notice or {}).get("reason", ""))
        return ""
