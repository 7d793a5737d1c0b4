"""What runs beside a run of ffmpeg: a watch on its time, a hand that feeds it, a reader of what it says."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO


class Watch(threading.Thread):
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
        """ClipSummary ten times a second if there is somebody who may cancel, else wait for the end."""
        end = time.monotonic() + self.seconds
        while not self.done.wait(min(0.1 if self.cancel else self.seconds, max(0.0, end - time.monotonic()))):
            self.cancelled = self.cancel is not None and self.cancel.is_set()
            self.late = not self.cancelled and time.monotonic() >= end
            if self.cancelled or self.late:
                self.process.kill()
                return


class Feeder(threading.Thread):
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
class LogReader:
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
