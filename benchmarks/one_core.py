"""Processor time and memory of a command and everything it starts, held to one core."""

import os
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time and of the clock; the highest sum of PSS of the whole tree, megabytes."""

    cpu: float
    wall: float
    peak_mb: float


def cost(command: list[str]) -> Cost:
    """Run a command on one core.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    before = os.times()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(process.pid, {min(os.sched_getaffinity(0))})
    ended = threading.Event()
    peaks = [0.0]
    sampler = threading.Thread(target=_sample, args=(process.pid, ended, peaks))
    sampler.start()
    _, stderr = process.communicate()
    ended.set()
    sampler.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=stderr)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(spent, after.elapsed - before.elapsed, peaks[0])


def _sample(pid: int, ended: threading.Event, peaks: list[float]) -> None:
    while not ended.wait(SAMPLE_SECONDS):
        peaks[0] = max(peaks[0], sum(_pss(member) for member in _tree(pid)) / 1024)


def _tree(pid: int) -> list[int]:
    members, unseen = [], [pid]
    while unseen:
        member = unseen.pop()
        members.append(member)
        for task in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                unseen += [int(child) for child in task.read_text().split()]
            except OSError:  # it has ended
                continue
    return members


def _pss(pid: int) -> int:
    """Proportional set size, kilobytes."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:  # it has ended
        pass
    return 0
