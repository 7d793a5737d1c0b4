"""Ending a child and everything that it started."""

import signal
import subprocess
import sys

from nongju.grading.sandbox import supervise

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_each_process_of_a_submission_gets_a_signal_of_its_own(monkeypatch):
    family = [subprocess.Popen(SLEEPS) for _ in range(3)]
    monkeypatch.setattr(supervise, "_family", lambda _pid: {one.pid for one in family})
    supervise.end(family[0].pid)
    assert [one.wait(timeout=30) for one in family] == [-signal.SIGKILL] * 3
