"""A worker's handle on one forking process behind its wall: start, run a notebook, throw away.

`Sandbox.run()` gives a `Run`: send a cell, read its messages, interrupt, hang up. Between two
runs the forking process is compared with what it was; any difference throws it away.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nongju.grading import bubblewrap, wire
from nongju.grading.limits import MEGABYTE, Limits

START_SECONDS = 120.0
"""Time for the forking process to import everything on a busy old machine."""

SPARE_USER = 61_184
"""First of the user ids that the wall runs under when the grader is root (unassigned in Debian)."""


class SandboxError(Exception):
    """The sandbox itself failed; says nothing about the submission."""


class NoSandbox(SandboxError):
    """No sandbox works on this machine."""


class ChildGone(Exception):
    """The process that ran the cells ended: by itself, or killed for a limit.

    Attributes:
        reason: "memory", "processes", "time", "killed", or "" when it ended by itself.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason or "the process ended by itself")
        self.reason = reason


@dataclass(frozen=True)
class Settings:
    """How a sandbox is made."""

    limits: Limits = field(default_factory=Limits)
    wall: bool = True
    """False: no bubblewrap, no namespaces (`--no-sandbox`, or a host that has none)."""
    fallback: bool = True
    """In the plug-in: where no sandbox works, run the notebook in a plain kernel, as nbgrader does, and say
    so in the log. False: such a notebook is not graded. `nongju grade` never falls back."""
    differences: bool = True
    """Whether the deliberate differences with a switch are on (`differences.py`)."""
    preload: Sequence[str] = ()
    """Modules imported before the first fork."""
    read_only: Sequence[str] = ()
    """Further folders that learner code may read."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Further environment variables of learner code."""


def settings_from_config(config: Any) -> Settings:
    """Settings out of `c.Sandbox` in nbgrader_config.py.

    Every name of `Limits` may be there, and every one of `Settings`.

    Raises:
        ValueError: a name that is neither, or a limit that is not above 0.
    """
    given = dict(config.get("Sandbox", {}))
    own = {
        name: given.pop(name)
        for name in ("wall", "fallback", "differences", "preload", "read_only", "variables")
        if name in given
    }
    return Settings(limits=Limits.from_json(given), **own)


class Run:
    """One notebook in one child."""

    def __init__(self, data: socket.socket, watch: socket.socket) -> None:
        self._data, self._watch = data, watch
        self._frames, self._notices = wire.Frames(data), wire.Frames(watch)

    def give(self, files: Mapping[str, Path]) -> None:
        """Send the files of the working folder, by name below it, then wait until the child is ready.

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
                    wire.send(self._data, {"file": name, "bytes": status.st_size})
                    sent = self._data.sendfile(source, 0, status.st_size) if status.st_size else 0
                    if sent != status.st_size:
                        raise SandboxError(f"{name} changed while it was read")
            wire.send(self._data, {"done": True})
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


class Sandbox:
    """One forking process, started at the first run and again whenever it was thrown away."""

    def __init__(self, settings: Settings, cells: Sequence[str] = ()) -> None:
        """Arguments: `cells`, sources of our own cells, all that its children run; see `owncells`."""
        self.settings = settings
        self.cells = cells
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._frames: wire.Frames | None = None
        self._state: Any = None
        self._root = ""
        self.preloaded: list[str] = []

    def ready_for(self, folder: str) -> str:
        """Start the forking process for this working folder, if it does not run yet.

        Returns:
            The part of the folder's path below the fixed mount point.

        Raises:
            NoSandbox: the wall could not be built.
        """
        root, rest = self._place(folder)
        if self._process is None or (self.settings.wall and root != self._root):
            self.close()
            self.start(root)
        return rest

    @contextlib.contextmanager
    def run(self, folder: str, limits: Limits | None = None) -> Iterator[Run]:
        """A child whose working folder is called `folder` (absolute) inside.

        Arguments:
            folder: its name.
            limits: instead of those in the settings.

        Raises:
            NoSandbox: the wall could not be built.
            SandboxError: the forking process does not answer.
        """
        rest = self.ready_for(folder)
        root = self._root
        assert self._control is not None
        scratch = "/tmp" if self.settings.wall else tempfile.mkdtemp(prefix="nongju-")
        inside = folder if self.settings.wall else str(Path(scratch) / "work" / rest)
        kept = bubblewrap.below_tmp(self.settings.read_only) if self.settings.wall else []
        job = {
            "root": root,
            "folder": inside,
            "scratch": scratch,
            "confine": self.settings.wall,
            "kept": kept,
            "limits": (limits or self.settings.limits).to_json(),
        }
        ours, theirs = socket.socketpair()
        watching, watched = socket.socketpair()
        with theirs, watched:
            socket.send_fds(self._control, [json.dumps(job).encode()], [theirs.fileno(), watched.fileno()])
        run = Run(ours, watching)
        try:
            yield run
        finally:
            run.close()
            self._settle()
            if not self.settings.wall:
                shutil.rmtree(scratch, ignore_errors=True)

    def start(self, root: str = "/tmp/autograded") -> None:
        """Start the forking process behind its wall; `root` is where working folders will stand.

        Raises:
            NoSandbox: bubblewrap is missing or the host forbids it; says which.
        """
        self._root = root
        problem = ""
        for user in self._users():
            try:
                self._start_as(root, user)
                return
            except NoSandbox as error:
                problem = problem or str(error)
        raise NoSandbox(problem)

    def _start_as(self, root: str, user: int | None) -> None:
        ours, theirs = socket.socketpair()
        inner = [sys.executable, "-Xfrozen_modules=off", "-m", "nongju.grading.zygote",
                 "--control", str(theirs.fileno()), "--preload", ",".join(self.settings.preload)]  # fmt: skip
        line = inner
        if self.settings.wall:
            program = bubblewrap.find()
            if program is None:
                raise NoSandbox("bubblewrap is not installed (Debian: apt install bubblewrap)")
            line = [*bubblewrap.command(program, root, list(self.settings.read_only), user), *inner]
            inner_user = [] if user is None else ["--user", str(user)]
            line += inner_user
        with tempfile.TemporaryFile() as complaints:
            with theirs:
                self._process = subprocess.Popen(
                    line,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=complaints,
                    pass_fds=[theirs.fileno()],
                    env=bubblewrap.environment(dict(self.settings.variables)),
                    start_new_session=True,
                )
            self._control, self._frames = ours, wire.Frames(ours, MEGABYTE)
            try:
                wire.send(ours, {"cells": list(self.cells)})
                hello = self._frames.receive(START_SECONDS)
            except (wire.WireError, OSError):
                hello = None
            if hello is None:
                self.close()
                complaints.seek(0)
                said = complaints.read(2000).decode(errors="replace").strip()
                raise NoSandbox(said.splitlines()[-1] if said else "the sandbox did not start")
        self._state = hello["state"]
        self.preloaded = list(hello["preloaded"])

    def _users(self) -> list[int | None]:
        if self.settings.wall and os.name == "posix" and os.getuid() == 0:
            return [SPARE_USER + os.getpid() % 2048, None]
        return [None]

    @staticmethod
    def _place(folder: str) -> tuple[str, str]:
        """The fixed mount point and what hangs below it: .../autograded and <id>/<week>."""
        path = Path(folder)
        return str(path.parents[1]), str(path.relative_to(path.parents[1]))

    def _settle(self) -> None:
        """Wait until the child is gone; throw the forking process away if it is not what it was."""
        assert self._frames is not None
        try:
            done = self._frames.receive(30.0)
        except wire.WireError:
            done = None
        if done is None or done.get("state") != self._state:
            self.close()

    def close(self) -> None:
        """End the forking process and everything behind the wall."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._process = self._control = self._frames = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
