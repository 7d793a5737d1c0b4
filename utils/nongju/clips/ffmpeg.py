"""The one ffmpeg program, and the only way it is run: no shell, limited in formats, time, memory and size.

A clip is somebody else's file. `stranger(path)` gives the input options for it: containers from a list,
no protocol but local files, no stream beyond a pixel limit. `run` starts the program, reads what it
prints, reports progress, and ends it when it takes too long or is cancelled.

Limits on memory, processor time and file size are the kernel's (prlimit, Linux); on Windows and macOS the
wall clock, the pixel limit and the output limit remain.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO

from nongju.clips.refusal import ClipRefused

if sys.platform == "linux":
    import resource

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"
"""Containers that phones and editors write; playlists (concat, hls, dash) are not among them."""

MAX_PIXELS = 12_000_000
"""Pixels of one frame: 4K is 8.8 million, 4:3 phones reach 11 million, 8K has 33 million."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Upper bounds for one run of ffmpeg."""

    seconds: float = 600.0
    """Wall time: a minute of 4K HEVC on an old PC decodes at a fifth of real time."""
    cpu_seconds: int = 900
    """Processor time over all threads (Linux)."""
    memory_mb: int = 2048
    """Address space, megabytes (Linux): 4K HEVC in 10 bits with four threads maps about 1,200."""
    file_mb: int = 2000
    """The largest file that may be written, megabytes (Linux)."""
    log_bytes: int = MEGABYTE
    """What is kept of stderr; a broken file can print an error for every block."""


@dataclass(frozen=True)
class Finished:
    """A run that ended by itself: exit code, what stood on stdout, the lines of stderr with their level."""

    returncode: int
    stdout: bytes
    lines: tuple[str, ...]

    @property
    def log(self) -> str:
        """All of stderr as one text."""
        return "\n".join(self.lines)

    @property
    def errors(self) -> tuple[str, ...]:
        """The lines that ffmpeg itself calls errors."""
        return tuple(line for line in self.lines if "[error]" in line or "[fatal]" in line)


class Cancelled(Exception):
    """The caller's `cancel` was set: the program was ended and its output is worthless."""


@cache
def program() -> str:
    """Path of the ffmpeg that imageio-ffmpeg carries."""
    import imageio_ffmpeg

    return str(imageio_ffmpeg.get_ffmpeg_exe())


def _decoder_threads() -> int:
    """Two where two cores may be used; on one, a second only costs (a sixth, measured)."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(2, cores)


def stranger(path: Path, *, threads: int | None = None, seconds: float | None = None) -> list[str]:
    """Input options for a file that we did not make, up to and with `-i`.

    Arguments:
        path: the file; its name is never read as an address or an option.
        threads: for decoding; each one holds frames of its own. None: two, or one
            where there is one core.
        seconds: read no further than this; None reads to the end.
    """
    options = ["-format_whitelist", FORMATS, "-protocol_whitelist", "file", "-max_pixels", str(MAX_PIXELS)]
    options += ["-threads", str(threads or _decoder_threads())]
    if seconds is not None:
        options += ["-t", f"{seconds:.3f}"]
    return [*options, "-i", f"file:{path.absolute()}"]


def run(
    arguments: Sequence[str],
    *,
    limits: Limits | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
    consume: Callable[[IO[bytes]], None] | None = None,
    feed: Iterable[bytes] | None = None,
) -> Finished:
    """Run ffmpeg with these arguments, as a process of its own.

    Arguments:
        arguments: everything behind the program's name. Global options that every run shares are added.
        limits: upper bounds; the defaults suit a check.
        progress: told the seconds of output written so far, a few times a second, from another thread.
        cancel: when set, the program is ended.
        consume: reads stdout as it comes, in the caller's thread; what it raises ends the program.
            Without it stdout is kept in `Finished.stdout`.
        feed: written to stdin as it comes, from a thread of its own; what it raises is raised here.

    Raises:
        ClipRefused: `too_slow` or `too_much_memory`: a limit was reached.
        Cancelled: `cancel` was set.
    """
    limits = limits or Limits()
    command = [program(), "-hide_banner", "-nostdin", "-loglevel", "level+info", "-nostats", "-y"]
    if progress is not None:
        command += ["-progress", "pipe:2", "-stats_period", "0.2"]
    process = subprocess.Popen(
        [*command, *arguments],
        stdin=subprocess.DEVNULL if feed is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={
            name: value
            for name, value in os.environ.items()
            if name not in {"FFREPORT", "AV_LOG_FORCE_COLOR"}
        },
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdout is not None and process.stderr is not None
    watch = _Watch(process, limits.seconds, cancel)
    reader = _LogReader(process.stderr, limits.log_bytes, progress)
    feeder = None if feed is None else _Feeder(process, feed)
    stdout = b""
    watch.start()
    reader.start()
    if feeder is not None:
        feeder.start()
    try:
        _limit(process.pid, limits)
        if consume is None:
            stdout = process.stdout.read()
        else:
            consume(process.stdout)
        process.stdout.close()
        process.wait()
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        watch.done.set()
        watch.join()
        reader.join()
        if feeder is not None:
            feeder.join()
        process.stdout.close()
        process.stderr.close()
    if feeder is not None and feeder.raised is not None:
        raise feeder.raised
    if watch.cancelled:
        raise Cancelled
    if watch.late or _used_up(process.returncode):
        raise ClipRefused("too_slow")
    finished = Finished(process.returncode, stdout, tuple(reader.lines))
    if finished.returncode and any("Cannot allocate memory" in line for line in finished.errors):
        raise ClipRefused("too_much_memory")
    return finished


def _limit(pid: int, limits: Limits) -> None:
    """Bounds on a process that has just been started, where the kernel knows them."""
    if sys.platform != "linux":
        return
    bounds = {
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_AS: limits.memory_mb * MEGABYTE,
        resource.RLIMIT_FSIZE: limits.file_mb * MEGABYTE,
        resource.RLIMIT_CORE: 0,
    }
    for name, bound in bounds.items():
        try:
            hard = resource.prlimit(pid, name)[1]
            wanted = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.prlimit(pid, name, (wanted, wanted))
        except ProcessLookupError:  # it has ended already
            return


def _used_up(returncode: int) -> bool:
    """Whether the kernel ended it for processor time (SIGXCPU, or SIGKILL where both bounds are one)."""
    return sys.platform == "linux" and returncode in {-24, -9}


class _Watch(threading.Thread):
    """Ends the program when its time is over or the caller has had enough."""

    def __init__(
        self, process: subprocess.Popen[bytes], seconds: float, cancel: threading.Event | None
    ) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.seconds = seconds
        self.cancel = cancel
        self.done = threading.Event()
        self.late = False
        self.cancelled = False

    def run(self) -> None:
        """Look ten times a second if there is somebody who may cancel, else wait for the end."""
        end = time.monotonic() + self.seconds
        while not self.done.wait(min(0.1 if self.cancel else self.seconds, max(0.0, end - time.monotonic()))):
            self.cancelled = self.cancel is not None and self.cancel.is_set()
            self.late = not self.cancelled and time.monotonic() >= end
            if self.cancelled or self.late:
                self.process.kill()
                return


class _Feeder(threading.Thread):
    """Writes to the program's stdin and closes it; stops when the program has ended."""

    def __init__(self, process: subprocess.Popen[bytes], feed: Iterable[bytes]) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.feed = feed
        self.raised: Exception | None = None

    def run(self) -> None:
        """Write all there is."""
        stdin = self.process.stdin
        assert stdin is not None
        try:
            for data in self.feed:
                stdin.write(data)
        except OSError:
            pass  # the program has ended: why is said by its exit code
        except Exception as error:
            self.raised = error
            self.process.kill()
        finally:
            with suppress(OSError):
                stdin.close()


@dataclass
class _LogReader:
    """Reads stderr to its end: log lines are kept up to a bound, progress lines are told."""

    stream: IO[bytes]
    bound: int
    progress: Callable[[float], None] | None
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._kept = 0

    def start(self) -> None:
        """Read from now on, in a thread."""
        self._thread.start()

    def join(self) -> None:
        """Wait for the end of stderr."""
        self._thread.join()

    def _read(self) -> None:
        while raw := self.stream.readline(65536):
            line = raw.decode("utf-8", "replace").rstrip()
            if self.progress is not None and _is_progress(line):
                _tell(line, self.progress)
            elif self._kept < self.bound:
                self._kept += len(raw)
                self.lines.append(line)


_PROGRESS_KEYS = frozenset(
    {"frame", "fps", "bitrate", "total_size", "out_time_us", "out_time_ms", "out_time", "dup_frames"}
    | {"drop_frames", "speed", "progress"}
)


def _is_progress(line: str) -> bool:
    key, separator, _ = line.partition("=")
    return bool(separator) and (key in _PROGRESS_KEYS or key.startswith("stream_"))


def _tell(line: str, progress: Callable[[float], None]) -> None:
    key, _, value = line.partition("=")
    if key == "out_time_us" and value.strip().lstrip("-").isdigit():
        progress(max(0, int(value)) / 1e6)
