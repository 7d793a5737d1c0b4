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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from nongju.clips.ffmpeg_threads import Feeder, LogReader, Watch
from nongju.clips.refusal import ClipRefused
from nongju.errors import NongjuError

if sys.platform == "linux":
    import resource

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"
"""Containers that phones and editors write; playlists (concat, hls, dash) are not among them."""

MAX_PIXELS = 12_000_000
"""Pixels of one frame: 4K is 8.8 million, 4:3 phones reach 11 million, 8K has 33 million."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class FfmpegLimits:
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


class Cancelled(NongjuError):
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


def stranger(
    path: Path, *, threads: int | None = None, seconds: float | None = None, formats: str = FORMATS
) -> list[str]:
    """Input options for a file that we did not make, up to and with `-i`.

    Arguments:
        path: the file; its name is never read as an address or an option.
        threads: for decoding; each one holds frames of its own. None: two, or one
            where there is one core.
        seconds: read no further than this; None reads to the end.
        formats: containers that it may have.
    """
    options = ["-format_whitelist", formats, "-protocol_whitelist", "file", "-max_pixels", str(MAX_PIXELS)]
    options += ["-threads", str(threads or _decoder_threads())]
    if seconds is not None:
        options += ["-t", f"{seconds:.6f}"]
    return [*options, "-i", f"file:{path.absolute()}"]


def run(
    arguments: Sequence[str],
    *,
    limits: FfmpegLimits | None = None,
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
    limits = limits or FfmpegLimits()
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
    watch = Watch(process, limits.seconds, cancel)
    reader = LogReader(process.stderr, limits.log_bytes, progress)
    feeder = None if feed is None else Feeder(process, feed)
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


def _limit(pid: int, limits: FfmpegLimits) -> None:
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
