"""Grading: the engine behind `nongju grade`, and its sandbox.

Read in this order: `sandbox` (where code runs), `running` (the cells of one hand-in), `policy` (which cells
may run where), `settings`, `plan` (what the gradebook knows of a week), `sameclass` and `prepare` (a worker's
share), `writer` (rows and folders), `differences` and `sentences` (where marks differ from nbgrader's, what
graders read), `executor`, `cluster` and `cluster_worker` (who prepares), `engine`, `summary` and `command` (a
whole class), `check` (what `nongju doctor` asks).
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

    from nongju.grading.running.execute import SandboxExecute

    stock = Autograde.autograde_preprocessors.default_args[0]
    chosen = config.Autograde.get("autograde_preprocessors", stock)
    if not isinstance(chosen, list):  # an untouched config value is a LazyConfigValue
        chosen = chosen.get_value(list(stock))
    config.Autograde.autograde_preprocessors = [SandboxExecute if p is Execute else p for p in chosen]
