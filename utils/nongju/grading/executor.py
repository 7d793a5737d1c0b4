"""Who prepares hand-ins: processes of this machine.

The engine gives one hand-in at a time and gets JSON back; `nongju.grading.cluster` does the same with other
machines.
"""

from __future__ import annotations

import ctypes
import gc
import json
import multiprocessing
import signal
import sys
from collections.abc import Collection
from concurrent import futures
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from traitlets.config import Config

from nongju.grading.plan import Plan
from nongju.grading.prepare import Worker
from nongju.grading.settings import Settings

COLLECT_AFTER = 50_000
"""New objects between two looks for garbage: a notebook makes some 100,000, and drops them as it is done."""


@dataclass(frozen=True)
class Task:
    """One hand-in on its way to a worker."""

    learner: str
    folder: Path
    work: str
    notebooks: list[str]
    links: bool


class Executor(Protocol):
    """Workers that take hand-ins."""

    slots: int
    """How many hand-ins are worked on at once."""
    remarks: list[str]
    """Sentences about the workers themselves, for the grader."""

    def submit(self, task: Task, manual: dict[str, Any]) -> futures.Future[str]:
        """Begin a hand-in; `manual` holds the marks that graders gave, by notebook and cell."""

    def lost(self, future: futures.Future[str], error: BaseException) -> bool:
        """Whether this error means that the worker is gone, and the hand-in may be tried again."""

    def orphaned(self, running: Collection[futures.Future[str]]) -> list[futures.Future[str]]:
        """Those that nobody will ever finish; they are cancelled, which `lost` knows."""

    def close(self) -> None:
        """Send the workers home."""


_worker: Worker | None = None


def _start_worker(config: Config, plan_json: str, settings: Settings) -> None:
    """In a fresh worker process: die with the engine, leave Ctrl-C to it."""
    global _worker  # noqa: PLW0603
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)
    _worker = Worker(config, Plan.from_json(plan_json), settings)


def _work(order: str) -> str:
    """One hand-in: JSON in, JSON out."""
    given = json.loads(order)
    assert _worker is not None
    shared = {name: Path(path) for name, path in given["shared"].items()}
    done = _worker.prepare(given["learner"], Path(given["folder"]), given["work"], shared, given["manual"])
    return json.dumps(done, ensure_ascii=False)


class LocalExecutor:
    """Processes of this machine; a pool in which one died is replaced by a new one."""

    def __init__(
        self, count: int, config: Config, plan: Plan, settings: Settings, shared: dict[str, str]
    ) -> None:
        self.slots = count
        self.remarks: list[str] = []
        self._start = (config, plan.to_json(), settings)
        self._shared = shared
        self._pool = self._new_pool()
        self._made_by: WeakKeyDictionary[futures.Future[str], futures.ProcessPoolExecutor] = (
            WeakKeyDictionary()  # a future holds its result: it must go when the engine is done with it
        )

    def _new_pool(self) -> futures.ProcessPoolExecutor:
        method = "fork" if sys.platform == "linux" else "spawn"
        gc.collect()
        gc.freeze()  # what the imports made is never garbage: no worker need look through it or copy it
        gc.set_threshold(COLLECT_AFTER, 20, 100)
        return futures.ProcessPoolExecutor(
            self.slots,
            mp_context=multiprocessing.get_context(method),
            initializer=_start_worker,
            initargs=self._start,
        )

    def submit(self, task: Task, manual: dict[str, Any]) -> futures.Future[str]:
        """See `Executor`."""
        order = {
            "learner": task.learner,
            "folder": str(task.folder),
            "work": task.work,
            "shared": self._shared,
            "manual": manual,
        }
        try:
            future = self._pool.submit(_work, json.dumps(order))
        except futures.BrokenExecutor:  # a worker died a moment ago
            self._replace()
            future = self._pool.submit(_work, json.dumps(order))
        self._made_by[future] = self._pool
        return future

    def lost(self, future: futures.Future[str], error: BaseException) -> bool:
        """See `Executor`."""
        if not isinstance(error, futures.BrokenExecutor):
            return False
        if self._made_by.get(future) is self._pool:
            self._replace()
        return True

    def orphaned(self, running: Collection[futures.Future[str]]) -> list[futures.Future[str]]:
        """None: a pool in which a process died says so of all its hand-ins."""
        del running
        return []

    def _replace(self) -> None:
        self._pool.shutdown(wait=False)
        self._pool = self._new_pool()

    def close(self) -> None:
        """See `Executor`."""
        self._pool.shutdown()
