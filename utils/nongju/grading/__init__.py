"""Grading: the engine behind `nongju grade`, and its sandbox.

From the bottom up, as a hand-in travels:

`limits`, `wire`         what a submission may use, and the bounded JSON that crosses the sandbox wall
`kernelapp`, `streams`, `kernel`, `cellloop`  inside the child: ipykernel's own application and shell without
                         sockets, recording its messages
`owncells`, `remote`     our own cells without a kernel; calling a learner's function from another process
`confine`, `zygote`      the process imported once that forks a child into namespaces of its own
`supervise`              the supervisor of one child
`bubblewrap`, `sandbox`  the wall around the forking process, and the worker's handle on it
`snapshot`, `trust`      the files of a hand-in; which cells may run where
`workfolder`             what the cells of a hand-in's notebooks see, one notebook after the other
`children`, `outputs`    the processes that run one notebook, and what they say
`kernelchoice`           which kernel a notebook asks for, and whether this Python may stand for it
`execute`, `plainkernel` nbgrader's `Execute` on that sandbox, the plug-in for stock autograde; without it
`plan`, `prepare`        source cells of a week; one hand-in sanitised and executed by a worker
`repair`, `schemas`, `notebooktext`  damaged notebooks; nbformat's checking and writing, once each
`differences`, `sentences`  where marks differ from nbgrader's on purpose; what graders read
`transaction`, `writer`  rows and folders, owned by one writer
`hands`, `cluster`, `cluster_worker`  who prepares hand-ins: this machine, or the workers of Dask
`engine`, `command`, `check`  the whole class; `nongju grade`; what `nongju doctor` asks of the sandbox
"""

from __future__ import annotations

from typing import Any

__all__ = ["configure"]


def configure(config: Any) -> None:
    """Make stock `nbgrader autograde` and formgrader's Autograde button run cells in our sandbox.

    The one line for nbgrader_config.py is `import nongju.grading; nongju.grading.configure(c)`, below
    everything that sets `c.Autograde.autograde_preprocessors`. Where no sandbox works, a notebook with
    learner code runs in a plain kernel as before and nbgrader's log warns of it; with
    `c.Sandbox.fallback = False` it is not graded.

    Arguments:
        config: the traitlets config object that nbgrader_config.py calls `c`.
    """
    from nbgrader.converters import Autograde
    from nbgrader.preprocessors import Execute

    from nongju.grading.execute import SandboxExecute

    stock = Autograde.autograde_preprocessors.default_args[0]
    chosen = config.Autograde.get("autograde_preprocessors", stock)
    if not isinstance(chosen, list):  # an untouched config value is a LazyConfigValue
        chosen = chosen.get_value(list(stock))
    config.Autograde.autograde_preprocessors = [SandboxExecute if p is Execute else p for p in chosen]
