"""IPython's kernel application as stock nbgrader starts it, but without sockets, threads or a user's files.

What a cell can see of a kernel comes from the application that starts it: `Application.instance()`, the
profile, the extensions, the inline figures, the names that `__main__` begins with. So ours is the same
application; what would open a socket, run a thread or read somebody's configuration is left out by name.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ipykernel import iostream, kernelapp
from ipykernel.ipkernel import IPythonKernel
from IPython.core import shellapp

InteractiveShellApp: Any = shellapp.InteractiveShellApp  # IPython marks none of this as typed

SOCKETS = ("init_connection_file", "init_sockets", "init_heartbeat", "write_connection_file",
           "log_connection_info", "init_poller")  # fmt: skip
"""Steps that talk to a Jupyter client or watch a parent process."""

PERSONAL = ("load_config_file", "init_code")
"""Steps that read a person's IPython configuration and run start-up files; see "profile" in `differences`."""

LATER = ("init_path",)
"""The working folder becomes importable in a learner's child alone, by `enter`."""

HISTORY = "--HistoryManager.hist_file=:memory:"
"""What nbclient passes to every Python kernel."""

DEBUGGER = find_spec("debugpy") is not None

THREAD_STACK = 2 << 20
"""Bytes of a thread's stack: a hundred threads of 8 MB would be all the memory that a hand-in may map."""


class DirectThread(iostream.IOPubThread):
    """Stands for ipykernel's output thread: whatever is handed to it happens at once, here."""

    def __init__(self) -> None:
        self.thread: Any = None
        self.io_loop: Any = SimpleNamespace(call_later=lambda *_: None)

    def schedule(self, f: Any) -> None:
        """Do it now."""
        f()


def launch(session: Any, arguments: Sequence[str] = ()) -> Any:
    """The application with its kernel and shell, made once, before any fork.

    Arguments:
        session: takes every message that the kernel publishes.
        arguments: as on the command line of a kernel.
    """
    app: Any = kernelapp.IPKernelApp.instance()
    for step in (*SOCKETS, *PERSONAL, *LATER):
        setattr(app, step, lambda *_, **__: None)
    app.init_kernel = lambda: _make_kernel(app)
    app.outstream_class = None  # a child makes its own streams, see `streams`
    app.session, app.arguments = session, list(arguments)
    with contextlib.suppress(OSError):
        Path(os.environ.get("IPYTHONDIR", "/tmp/.ipython")).mkdir(parents=True, exist_ok=True)
    app.initialize(_with_history(arguments))
    return app


def _make_kernel(app: Any) -> None:
    log = logging.getLogger("nongju.grading.sandbox.kernel")
    log.setLevel(logging.CRITICAL + 1)
    app.kernel = IPythonKernel.instance(
        parent=app, session=app.session, log=log, profile_dir=app.profile_dir, user_ns=app.user_ns
    )
    app.displayhook.get_execution_count = lambda: app.kernel.execution_count


def _with_history(arguments: Sequence[str]) -> list[str]:
    return [*(one for one in arguments if one != HISTORY), HISTORY]


def command_line(arguments: Sequence[str]) -> list[str]:
    """What `sys.argv` of a kernel holds; notebooks that parse it get the answer that they get in Jupyter."""
    launcher = Path(kernelapp.__file__).parents[1] / "ipykernel_launcher.py"
    return [str(launcher), "-f", f"/tmp/tmp{os.urandom(4).hex()}.json", *_with_history(arguments)]


def enter(app: Any, preloaded: set[str]) -> None:
    """Make a forked child's shell at home in its working folder, the current one.

    Arguments:
        app: from `launch`.
        preloaded: top-level names of modules that were imported before the fork.
    """
    shell, here = app.shell, Path.cwd()
    InteractiveShellApp.init_path(app)
    for name in preloaded & _importable(here):
        _forget(name)
    shell.user_ns["_dh"][:] = [here]
    shell.starting_dir = str(here)
    sys.argv[:] = command_line(app.arguments)
    sys.orig_argv[:] = [sys.executable, "-m", "ipykernel_launcher", *sys.argv[1:]]
    (Path(app.profile_dir.location) / "db").mkdir(parents=True, exist_ok=True)  # what %store needs
    app.profile_dir.check_dirs()
    threading.stack_size(THREAD_STACK)
    if DEBUGGER:  # in a kernel `breakpoint()` waits for a debugger that nbgrader never attaches
        sys.breakpointhook = lambda *_, **__: None
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()  # or every child would draw the same numbers


def _importable(folder: Path) -> set[str]:
    """Names of the modules and packages in a folder."""
    return {entry.name.partition(".")[0] for entry in os.scandir(folder) if not entry.name.startswith(".")}


def _forget(name: str) -> None:
    """Let the next import look for a module again: one in the working folder goes before an installed one."""
    where = getattr(getattr(sys.modules.get(name), "__spec__", None), "origin", None) or ""
    if "-packages" in where:  # the standard library goes before the working folder
        for module in [key for key in sys.modules if key == name or key.startswith(f"{name}.")]:
            del sys.modules[module]
