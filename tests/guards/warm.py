"""Runs tests again and again in forks of a process that has imported what takes long and is never changed.

One JSON list of tests a line on stdin; a JSON list of exit code and last output a line on stdout.
"""

import contextlib
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path

import pytest

LARGE = ("playwright.sync_api", "nbformat", "nbgrader.preprocessors", "nbgrader.api",
         "nbclient.client", "bleach", "bleach.css_sanitizer", "cv2", "numpy", "pandas", "PIL.Image", "IPython",
         "pydantic", "typer", "rich", "jinja2")  # fmt: skip
"""Other people's libraries; nongju itself is imported anew in each fork."""


def run(tests: list[str]) -> tuple[int, str]:
    """Exit code and last output of pytest over some tests, in a fork."""
    with tempfile.TemporaryFile() as kept:
        pid = os.fork()
        if pid == 0:
            os.setsid()
            os.dup2(kept.fileno(), 1)
            os.dup2(kept.fileno(), 2)
            os._exit(int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "--no-header", *tests])))
        _, status = os.waitpid(pid, 0)
        kept.seek(0)
        return os.waitstatus_to_exitcode(status), kept.read().decode(errors="replace")[-3000:]


def main() -> None:
    """Serve until stdin ends."""
    sys.path.insert(0, str(Path.cwd()))
    for name in LARGE:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
