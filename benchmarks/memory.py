"""Peak memory of a process and all its children: the sum of their PSS, looked at every 50 ms."""

import os
import threading
from pathlib import Path
from types import TracebackType

EVERY = 0.05
"""Seconds between two looks."""


def tree(pid: int) -> list[int]:
    """A process and its descendants."""
    found = [pid]
    for one in found:
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:  # it ended while we looked
            continue
    return found


def pss_mb(pid: int) -> float:
    """Proportional set size of a process and its descendants, megabyte."""
    kilobytes = 0
    for one in tree(pid):
        try:
            rolled = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        kilobytes += next(int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:"))
    return kilobytes * 1.024 / 1000


class PeakMemory:
    """`with PeakMemory() as peak: ...`, then `peak.mb`."""

    def __init__(self) -> None:
        self.mb = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            self.mb = max(self.mb, pss_mb(os.getpid()))

    def __enter__(self) -> "PeakMemory":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.mb = max(self.mb, pss_mb(os.getpid()))
        self._over.set()
        self._thread.join()
