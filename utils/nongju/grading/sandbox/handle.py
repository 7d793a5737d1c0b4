"""A worker's handle on one forking process behind its wall: start, run a notebook, throw away.

`Sandbox.run()` gives a `Run`. Between two runs the forking process is compared with what it was; any
difference throws it away.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from nongju.grading.limits import MEGABYTE, Limits
from nongju.grading.sandbox import bubblewrap, wire
from nongju.grading.sandbox.run import START_SECONDS, NoSandbox, Run
from nongju.grading.settings import Settings

SPARE_USERS = ((1_900_000_000, 65_536), (60_706, 478))
"""User ids that the wall may run under when the grader is root, as (first, how many): nobody is given them.

systemd's table of ids calls both unused (below 2,147,352,576; between its greeters and its dynamic users).
Debian gives people 1,000 to 59,999, containers 524,288 and up to 1,879,048,191. The second is for a container
that maps 65,536 ids alone.
"""


def spare_user(mapped: str) -> list[int]:
    """An id for this process's sandbox, of those that the user namespace has; none if it has none of them.

    Arguments:
        mapped: /proc/self/uid_map, lines of first id inside, first outside, count.
    """
    for first, count in SPARE_USERS:
        wanted = first + os.getpid() % count
        ranges = (line.split() for line in mapped.splitlines())
        if any(int(start) <= wanted < int(start) + int(length) for start, _, length in ranges):
            return [wanted]
    return []


START = (
    "import sys; sys.path[:] = filter(None, sys.path); from nongju.grading.sandbox.zygote import main; main()"
)
"""Starts the forking process, which imports nothing from the folder it is started in.

Not by PYTHONSAFEPATH or -P: Python programs that learner code starts would inherit it, and find no module
beside themselves.
"""


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
        inner = [sys.executable, "-c", START, "--control",
                 str(theirs.fileno()), "--preload", ",".join(self.settings.preload),
                 "--arguments", json.dumps(list(self.settings.arguments))]  # fmt: skip
        line = inner
        if self.settings.wall:
            program = bubblewrap.find()
            if program is None:
                raise NoSandbox("bubblewrap is not installed (Debian: apt install bubblewrap)")
            read_only, private = list(self.settings.read_only), list(self.settings.private)
            line = [*bubblewrap.command(program, root, read_only, user, private), *inner]
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
        loud = set(hello["loud"])
        if loud:  # what they print when they are imported belongs to the notebook
            self.close()
            quiet = [name for name in self.settings.preload if name not in loud]
            self.settings = replace(self.settings, preload=quiet)
            self._start_as(root, user)
            return
        self._state = hello["state"]
        self.preloaded = list(hello["preloaded"])

    def _users(self) -> list[int | None]:
        if self.settings.wall and os.name == "posix" and os.getuid() == 0:
            return [*spare_user(Path("/proc/self/uid_map").read_text()), None]
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
