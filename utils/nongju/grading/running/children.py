"""The processes that run the cells of one notebook, each in a sandbox of its own.

One runs the learner's cells and, where marks are decided outside it, another runs ours. The processes that
fork them are kept for all hand-ins that a worker takes.
"""

from __future__ import annotations

import atexit
import contextlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nbclient.exceptions import DeadKernelError

from nongju.grading.limits import Limits
from nongju.grading.policy import ExecutionPolicy
from nongju.grading.running.snapshot import UPLOADS
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.sandbox.run import ChildGone, NoSandbox, Run, SandboxError
from nongju.grading.sandbox.workfolder import WorkFolder
from nongju.grading.settings import Settings

_shared: dict[tuple[str, bool], tuple[str, Sandbox]] = {}
_wallless: set[str] = set()
"""Settings whose wall could not be built; it is not tried again for every hand-in."""


def can_fork() -> bool:
    """Whether our forking process runs on this system; elsewhere cells run in a Jupyter kernel."""
    return sys.platform == "linux"


def shared_sandbox(settings: Settings, side: str, cells: tuple[str, ...] = ()) -> Sandbox:
    """The sandbox of this process for one side; a new one when the settings or our cells are others."""
    place, key = (side, settings.wall), repr((settings, hash(cells)))
    if place in _shared and _shared[place][0] != key:
        _shared.pop(place)[1].close()
    if place not in _shared:
        _shared[place] = (key, Sandbox(settings, cells))
    return _shared[place][1]


@atexit.register
def close_shared() -> None:
    """End this process's forking processes."""
    _wallless.clear()
    while _shared:
        _shared.popitem()[1][1].close()


def wall_stands(settings: Settings, folder: str) -> None:
    """Start the sandbox for learner code, if it does not run yet.

    Raises:
        NoSandbox: it cannot be started on this machine.
    """
    shared_sandbox(settings, "theirs").ready_for(folder)


class Kept:
    """A marking child that stays for all notebooks of one hand-in: only our own cells run in it."""

    def __init__(self) -> None:
        self.stack = contextlib.ExitStack()
        self.run: Run | None = None

    def drop(self) -> None:
        """End it; the next notebook starts another."""
        self.run = None
        self.stack.close()


class Children:
    """The child that runs learner cells and, where marks are decided outside it, the one that marks.

    Each is started at its first cell. `bare` says whether our own cells had to run without a wall.
    """

    def __init__(
        self,
        settings: Settings,
        folder: str,
        files: Mapping[str, Path],
        guide: ExecutionPolicy,
        kept: Kept | None,
        own_limits: Limits,
        folders: Sequence[str] = (),
    ) -> None:
        self._settings, self._folder, self._files, self._guide = settings, folder, files, guide
        self._kept = kept
        self._own_limits = own_limits
        self._folders = folders
        self._runs: dict[str, Run] = {}
        self._stack = contextlib.ExitStack()
        self._ended = False
        self.bare = False

    def run(self, side: str) -> Run:
        """The child of one side, "ours" or "theirs".

        Raises:
            DeadKernelError: it is gone already.
            NoSandbox: learner code must not run on this machine.
        """
        if self._ended:
            raise DeadKernelError("Kernel died")
        if side not in self._runs:
            kept = self._kept if side == "ours" else None
            if kept is not None and kept.run is not None:
                kept.run.send({"fresh": True})
                self._runs[side] = kept.run
            else:
                run = self._enter(side, self._stack if kept is None else kept.stack)
                run.give(self._files_for(side), self._folders)
                self._runs[side] = run
                if kept is not None:
                    kept.run = run
        return self._runs[side]

    def _files_for(self, side: str) -> Mapping[str, Path]:
        """What a child may read; code of our weeks has no use for the learner's clips."""
        if side == "ours" or self._guide.mode == "everything":
            return self._files
        return {name: path for name, path in self._files.items() if not name.startswith(UPLOADS)}

    def _enter(self, side: str, stack: contextlib.ExitStack) -> Run:
        cells, limits = (self._guide.all_own, self._own_limits) if side == "ours" else ((), None)
        settings = self._settings
        if repr(settings) not in _wallless:
            try:
                return stack.enter_context(shared_sandbox(settings, side, cells).run(self._folder, limits))
            except NoSandbox:
                if self._guide.mode != "data":
                    raise
                _wallless.add(repr(settings))
        elif self._guide.mode != "data":
            raise NoSandbox("no sandbox works on this machine")
        self.bare = True
        bare = replace(settings, wall=False)  # our own cells alone: they may run without a wall
        return stack.enter_context(shared_sandbox(bare, side, cells).run(self._folder, limits))

    def leave_to(self, work: WorkFolder) -> None:
        """Let the next notebook of a hand-in have what this one wrote, if it ran and is still there."""
        if "theirs" in self._runs and not self._ended:
            with contextlib.suppress(SandboxError, ChildGone):
                work.take_over(self._runs["theirs"])

    def end(self) -> None:
        """Run nothing more of this notebook."""
        self._ended = True
        if self._kept is not None:
            self._kept.drop()

    def __enter__(self) -> Children:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
