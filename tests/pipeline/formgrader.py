"""Formgrader on loopback, as an instructor starts it in the course's folder."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

TOKEN = "nongju-test"


@contextmanager
def running(root: Path) -> Iterator[str]:
    """A Jupyter server with formgrader on the course; gives its address."""
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.port=0"]
    command += [f"--IdentityProvider.token={TOKEN}", "--ServerApp.ip=127.0.0.1"]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = []
    for line in process.stdout:
        said.append(line)
        found = re.search(r"(http://127\.0\.0\.1:\d+)/lab", line)
        if found:
            break
    else:
        pytest.fail("".join(said))
    yield found.group(1)
    process.terminate()
    process.communicate(timeout=60)
