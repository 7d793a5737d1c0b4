"""The supervisor of one child: interrupts and kills it, and watches its memory and processes.

It stands outside the child's pid namespace, so the child cannot name it. When the child, pid 1 of
that namespace, is gone, so is everything it started.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
from pathlib import Path
from time import monotonic
from typing import Any

from nongju.grading.limits import Limits
from nongju.grading.sandbox import wire

UNSHARED = ("RssAnon:", "RssShmem:", "VmSwap:")
"""Lines of /proc/PID/status, in kilobytes."""

SOCKET_KILOBYTES = 208
"""What one socket may hold that waits to be read: Linux's own net.core.wmem_default (212,992 bytes), which a
child cannot raise. Those of TCP grow by themselves, to tens of megabytes; see `_in_tcp`."""

TCP_OVERHEAD = 2
"""Bytes of memory that are counted for each byte that waits in TCP: packets are not full, and have heads."""

LOOK_EVERY = 0.05
"""Seconds between two looks at memory and processes."""


def supervise(pid: int, watch: socket.socket, limits: Limits) -> None:
    """Stay until the child is gone, then say why in one frame.

    Reads `{"do": "interrupt"}` and `{"do": "kill"}` from `watch`; when the worker itself is gone
    the child is killed.
    """
    frames = wire.Frames(watch)
    ending = monotonic() + limits.total_seconds + 2 * limits.grace_seconds
    ending_of_child = os.pidfd_open(pid)
    either: list[Any] = [watch, ending_of_child]
    reason = ""
    while True:
        ready = select.select(either, [], [], LOOK_EVERY)[0]
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        if watch in ready:
            try:
                order = frames.receive(1.0)
            except wire.WireError:
                order = {"do": "kill"}
                reason = reason or "worker gone"
            if order is not None:
                if order.get("do") == "interrupt":
                    os.kill(pid, signal.SIGINT)
                else:
                    end(pid)
                    os.waitpid(pid, 0)
                    status = 9
                    reason = reason or "killed"
                    break
        elif not reason:
            reason = _excess(pid, limits) or ("time" if monotonic() > ending else "")
            if reason:
                end(pid)
    with contextlib.suppress(OSError):
        wire.send(watch, {"type": "gone", "status": status, "reason": reason})


def end(pid: int) -> None:
    """Kill the child and everything that it started.

    Each gets a signal of its own. The kernel ends them once pid 1 of their namespace is gone, but in a crowd
    that goes on forking pid 1 takes up to half a minute to go.
    """
    known: set[int] = set()
    new = {pid}
    while new:
        for member in new:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(member, signal.SIGKILL)
        known |= new
        new = _family(pid) - known


def _family(pid: int) -> set[int]:
    """Processes of the submission."""
    return set(crowd()) - {1, os.getpid()} if walled() else set(descendants(pid))


def crowd() -> list[int]:
    """Process ids that /proc shows: behind a wall this submission, its supervisor and the forking process."""
    return [int(entry.name) for entry in os.scandir("/proc") if entry.name.isdigit()]


def walled() -> bool:
    """Whether /proc shows nothing but this submission and who watches it: the forking process is pid 1."""
    return os.getppid() == 1


def descendants(root: int) -> dict[int, int]:
    """Process ids of `root` and everything below it, each with its number of threads."""
    children: dict[int, list[int]] = {}
    threads: dict[int, int] = {}
    for number in crowd():
        with contextlib.suppress(OSError, ValueError, IndexError):
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
            children.setdefault(int(fields[1]), []).append(number)
            threads[number] = int(fields[17])
    found, todo = {}, [root]
    while todo:
        pid = todo.pop()
        found[pid] = threads.get(pid, 1)
        todo += children.get(pid, [])
    return found


def _excess(pid: int, limits: Limits) -> str:
    """Which limit the child's processes break together: "memory", "processes" or none ("").

    RLIMIT_NPROC binds every user but root. A grader who is root to the kernel and nobody inside a user
    namespace has this look alone against a fork bomb. Reading the memory of a process waits for its forks, a
    second for two dozen of them, so the number comes first, and again between any two.
    """
    most = limits.processes
    if _crowded(most):
        return "processes"
    family = descendants(pid)
    if sum(family.values()) > most:
        return "processes"
    unseen = socket_memory(pid) if walled() else 0
    if (unseen + sum(_unshared(member) for member in family)) // 1024 <= limits.memory_mb:
        return ""
    kilobytes = unseen
    for member in family:
        kilobytes += _proportional(member)
        if _crowded(most):
            return "processes"
    return "memory" if kilobytes // 1024 > limits.memory_mb else ""


def _crowded(most: int) -> bool:
    """Whether more than `most` processes stand behind the wall, the two that watch left out."""
    return walled() and len(crowd()) > most + 2


def socket_memory(pid: int) -> int:
    """Kilobytes that the sockets of a process's network namespace may hold, when each of them is full.

    What waits in a socket stands in no process's account.
    """
    with contextlib.suppress(OSError, ValueError, IndexError):
        first = Path(f"/proc/{pid}/net/sockstat").read_text().partition("\n")[0]
        return int(first.split()[2]) * SOCKET_KILOBYTES + _in_tcp(pid)
    return 0


def _in_tcp(pid: int) -> int:
    """Kilobytes that wait in connections over the loopback of a process's network namespace."""
    waiting = 0
    for kind, counts in (("tcp", "sockstat"), ("tcp6", "sockstat6")):
        with contextlib.suppress(OSError, ValueError, IndexError):
            if f"\n{kind.upper()}: inuse 0" in f"\n{Path(f'/proc/{pid}/net/{counts}').read_text()}":
                continue  # reading the table itself takes milliseconds
            for line in Path(f"/proc/{pid}/net/{kind}").read_text().splitlines()[1:]:
                waiting += sum(int(queue, 16) for queue in line.split()[4].split(":"))
    return TCP_OVERHEAD * waiting // 1024


def _unshared(pid: int) -> int:
    """Kilobytes that are not of a file on disk: anonymous, shared or swapped out.

    Pages still shared with the parent, and those of a file in /dev/shm that several map, count in full.
    """
    kilobytes = 0
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith(UNSHARED):
                kilobytes += int(line.split()[1])
    return kilobytes


def _proportional(pid: int) -> int:
    """Proportional set size in kilobytes, or the unshared resident size where that may not be read."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        swapped = next((int(line.split()[1]) for line in text.splitlines() if line.startswith("SwapPss:")), 0)
        for line in text.splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) + swapped
    return _unshared(pid)
