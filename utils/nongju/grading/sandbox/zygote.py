"""The forking process: imported once, it forks a confined child for each notebook.

It is started inside bubblewrap (or bare, where there is none) with one inherited socket. For each
job it is handed two more sockets and hands both on at once: one to the child, which gets the cells
and files over it, one to the supervisor, which watches the child. So this process itself never
holds a hand-in, a key or a spare descriptor.

    worker ──control── zygote ──fork── supervisor ──fork── child (pid 1 of its own namespace)
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import io
import json
import os
import resource
import signal
import socket
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nongju.grading.limits import Limits
from nongju.grading.sandbox import confine, sharedmemory, wire
from nongju.grading.sandbox.supervise import supervise

PROBES = (resource.RLIMIT_AS, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE,
          resource.RLIMIT_CPU, resource.RLIMIT_CORE, resource.RLIMIT_STACK, resource.RLIMIT_DATA)  # fmt: skip

UNSEEN = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
"""Warnings that Python shows of a notebook's own lines alone."""

WARM_UP = {
    "pandas": "import pandas as pd\nfrom IPython import get_ipython\n"
    "f = pd.DataFrame({'a': [1.0, 2.0], 'b': ['x', 'y']})\nget_ipython().display_formatter.format(f)\n"
    "f.groupby('b').a.describe(); f.merge(f, on='b'); f.pivot_table('a', 'b')",
    "matplotlib": "import matplotlib.figure, matplotlib.font_manager, matplotlib.backends.backend_agg",
    "numpy": "import numpy as np\nrepr(np.arange(3.0) @ np.arange(3.0)); np.random.default_rng(1).normal()",
}
"""First steps with large libraries, taken once: their first table costs a child 0.2 s otherwise."""


def preload(modules: list[str]) -> tuple[list[str], list[str]]:
    """Import what notebooks are going to import; what fails is left to the notebook itself.

    Returns:
        what was imported, and of that what printed or warned: a cell that imports it must be heard.
    """
    loaded: list[str] = []
    loud: list[str] = []
    for name in modules:
        with contextlib.suppress(Exception), listening(loud, name):
            importlib.import_module(name)
            loaded.append(name)
        with warnings.catch_warnings(), contextlib.suppress(Exception):
            warnings.simplefilter("ignore")
            if name in loaded:
                exec(WARM_UP.get(name, ""), {})  # what its first use imports
    return loaded, loud


@contextlib.contextmanager
def listening(loud: list[str], name: str) -> Iterator[None]:
    """Note `name` in `loud` if anything is printed meanwhile, or warned of as a cell would show it."""
    said = io.StringIO()
    written = os.fstat(2).st_size
    with (
        warnings.catch_warnings(record=True) as warned,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        warnings.simplefilter("always")
        try:
            yield
        finally:
            shown = [one for one in warned if not issubclass(one.category, UNSEEN) or of_importer(one)]
            if said.getvalue() or shown or os.fstat(2).st_size != written:
                loud.append(name)


def of_importer(warned: warnings.WarningMessage) -> bool:
    """Whether a warning is about whoever imports the module, in a notebook the cell itself."""
    return warned.filename == importlib.__file__


def become(user: int) -> None:
    """Change from root to an id that owns nothing, for good."""
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)  # takes every capability with it
    confine.prctl(confine.PR_SET_DUMPABLE, 1)  # or /proc/self/uid_map would belong to root
    confine.prctl(confine.PR_SET_PDEATHSIG, confine.SIGKILL)


def fingerprint() -> list[Any]:
    """Limits and processor affinity of this process: a child must not have changed them."""
    return [*(list(resource.getrlimit(probe)) for probe in PROBES), sorted(os.sched_getaffinity(0))]


def child(job: dict[str, Any], limits: Limits, kernel: Any, own: Any, data: socket.socket) -> None:
    """Confine this process, receive the files, then run cells until the worker hangs up."""
    from nongju.grading.sandbox.cellloop import run_cells
    from nongju.grading.sandbox.kernelapp import enter
    from nongju.grading.sandbox.owncells import serve

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    confine.prctl(confine.PR_SET_PDEATHSIG, confine.SIGKILL)
    work = str(job["folder"])
    already = confine.address_space() if job["confine"] else 0
    if job["confine"]:
        os.setsid()
        confine.own_folders(str(job["root"]), limits, list(job["kept"]))
    confine.close_descriptors({data.fileno()})
    if job["confine"]:
        sharedmemory.provide()
        confine.set_limits(limits, already)
        confine.drop_capabilities()
        confine.forbid_calls()
    Path(work).mkdir(parents=True, exist_ok=True)
    frames = wire.Frames(data)
    receive_files(frames, Path(work))
    os.chdir(work)
    if own is None:
        enter(kernel.parent, set(job["preloaded"]))
    else:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    wire.send(data, {"type": "ready"})
    with contextlib.suppress(BaseException):  # nothing may be said any more but by cells
        if own is not None:
            serve(own, data, frames, str(job["scratch"]))
        else:
            run_cells(kernel, data, frames, str(job["scratch"]))


def receive_files(frames: wire.Frames, folder: Path) -> None:
    """Write the announced files below `folder`; names were checked by the worker."""
    while True:
        frame = frames.receive()
        assert frame is not None
        if "file" not in frame:
            for name in frame.get("folders", []):
                (folder / name).mkdir(parents=True, exist_ok=True)
            return
        target = folder / frame["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        left = int(frame["bytes"])
        with target.open("wb") as out:
            while left:
                piece = frames.blob(min(left, 1 << 20))
                out.write(piece)
                left -= len(piece)
        target.chmod(int(frame["mode"]))


def fork_job(job: dict[str, Any], kernel: Any, own: Any, data: socket.socket, watch: socket.socket) -> None:
    """Fork the supervisor; it forks the child. Returns when both are gone."""
    limits = Limits.from_json(job["limits"])
    supervisor = os.fork()
    if supervisor:
        data.close()
        watch.close()
        os.waitpid(supervisor, 0)
        return
    try:
        if job["confine"]:
            confine.own_namespaces()
            confine.open_loopback()
        confine.prctl(confine.PR_SET_PDEATHSIG, confine.SIGKILL)
        pid = os.fork()
        if pid == 0:
            watch.close()
            child(job, limits, kernel, own, data)
            os._exit(0)
        data.close()
        confine.close_descriptors({watch.fileno()})
        supervise(pid, watch, limits)
        os._exit(0)
    except BaseException as error:  # a half-made child must never go on
        with contextlib.suppress(BaseException):
            wire.send(data, {"type": "broken", "why": f"{type(error).__name__}: {error}"})
        os._exit(70)


def main() -> None:
    """Serve jobs from the control socket until it closes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--preload", default="")
    parser.add_argument("--arguments", default="[]")
    parser.add_argument("--user", type=int, default=0)
    options = parser.parse_args()
    if options.user:
        become(options.user)
    control = socket.socket(fileno=options.control)
    control.set_inheritable(False)

    from nongju.grading.sandbox.kernel import make_kernel
    from nongju.grading.sandbox.owncells import OwnCells

    kernel = make_kernel(json.loads(options.arguments))
    kernel_s = set(sys.modules)
    loaded, loud = preload([name for name in options.preload.split(",") if name])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hello = wire.Frames(control).receive()
    cells = [str(source) for source in (hello or {}).get("cells", [])]
    own = OwnCells(kernel, cells) if cells else None
    if own is not None:
        own.rehearse()
    gc.collect()
    gc.freeze()
    started = {"type": "started", "pid": os.getpid(), "preloaded": loaded, "loud": loud}
    wire.send(control, {**started, "state": fingerprint()})
    while True:
        body, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 2)
        if not body:
            sys.exit(0)
        data, watch = (socket.socket(fileno=number) for number in descriptors)
        job = {**wire.decode(body), "preloaded": [name for name in loaded if name not in kernel_s]}
        fork_job(job, kernel, own, data, watch)
        wire.send(control, {"type": "done", "state": fingerprint()})
