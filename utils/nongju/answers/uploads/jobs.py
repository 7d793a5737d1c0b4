"""What runs in threads for the blanks of a form: one job a blank, each of which can be ended."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """One thread's work for a blank.

    Attributes:
        thread: that does it.
        stop: set to end it.
        patient: whether the next job need not wait for it, but ends it.
    """

    thread: threading.Thread
    stop: threading.Event
    patient: bool


class Jobs:
    """The jobs of one form by the key of their blank."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def busy(self, key: str) -> bool:
        """Whether a job is running that must be waited for."""
        job = self._jobs.get(key)
        return job is not None and job.thread.is_alive() and not job.patient

    def start(self, key: str, run: Callable[[threading.Event], None], *, patient: bool) -> Callable[[], None]:
        """End what runs for a blank and make the next job; returns what starts it."""
        self.stop(key)
        stop = threading.Event()
        thread = threading.Thread(target=run, args=(stop,), daemon=True, name=f"upload {key}")
        self._jobs[key] = Job(thread, stop, patient)
        return thread.start

    def stop(self, key: str) -> None:
        """Tell what runs for a blank to end."""
        if key in self._jobs:
            self._jobs[key].stop.set()

    def wait(self, key: str, seconds: float) -> None:
        """Wait for what runs for a blank."""
        self._jobs[key].thread.join(seconds)

    def close(self, seconds: float) -> None:
        """End all that runs."""
        for key in list(self._jobs):
            self.stop(key)
        for key in list(self._jobs):
            self.wait(key, seconds)
