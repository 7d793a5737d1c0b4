"""Running nbgrader's own command line in processes of its own, several of them for one import.

`import nbgrader` takes 6 to 8 s of processor time. Where the system can fork, a server process imports it
once and each command is forked from there (multiprocessing's forkserver); elsewhere each command is
`python -m nbgrader`. Either way it is stock nbgrader, in the course's folder, with the course's settings;
where it forks, so do its kernels (see `forked_kernel`).
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from nongju.nbgrading.forking import start_without_main

PRELOADED = ["nongju.nbgrading.preload.nbgrader"]
"""What the server imports before it forks."""

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
"""Whether this system has a fork server (not Windows)."""


def warm_up() -> None:
    """Starts the import, so that it is done when the first command comes; returns at once."""
    if CAN_FORK:
        from multiprocessing import forkserver

        multiprocessing.get_context("forkserver").set_forkserver_preload(PRELOADED)
        forkserver.ensure_running()


def nbgrader_lines(arguments: Sequence[str], folder: Path) -> Iterator[str]:
    """Runs one nbgrader command and yields what it says, line by line, until it ends.

    Arguments:
        arguments: as on the command line, `["autograde", "pricing-margin"]`.
        folder: the course's folder, which holds nbgrader_config.py.
    """
    return _forked(arguments, folder) if CAN_FORK else _started(arguments, folder)


def _forked(arguments: Sequence[str], folder: Path) -> Iterator[str]:
    warm_up()
    context = multiprocessing.get_context("forkserver")
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=_nbgrader, args=(list(arguments), str(folder), writer), daemon=False)
    start_without_main(process)
    writer.close()
    try:
        with os.fdopen(os.dup(reader.fileno()), encoding="utf-8", errors="replace") as lines:
            yield from lines
    finally:
        reader.close()
        process.join()
        process.close()


def _nbgrader(arguments: list[str], folder: str, writer: Connection) -> None:
    """In the forked process: nbgrader's command line, all that it says going to the pipe."""
    os.chdir(folder)
    silence = os.open(os.devnull, os.O_RDONLY)
    os.dup2(silence, 0)
    for number in (1, 2):
        os.dup2(writer.fileno(), number)
    writer.close()
    sys.stdout, sys.stderr = (
        open(number, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)  # noqa: SIM115
        for number in (1, 2)
    )
    sys.argv = ["nbgrader", *arguments]

    from nongju.nbgrading.forked_kernel import start_kernels_by_forking

    start_kernels_by_forking()
    from nbgrader.apps.nbgraderapp import NbGraderApp

    NbGraderApp.launch_instance(arguments)


def _started(arguments: Sequence[str], folder: Path) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    ) as process:
        assert process.stdout is not None
        yield from process.stdout
