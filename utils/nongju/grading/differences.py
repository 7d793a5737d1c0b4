"""Where marks or outputs differ from `nbgrader autograde` on purpose: one list, one switch.

`c.Sandbox.differences = False` in nbgrader_config.py turns off those that can be turned off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nbformat import NotebookNode


@dataclass(frozen=True)
class Difference:
    """One deliberate difference."""

    name: str
    what: str
    where: str
    """our weeks: those whose locked cells import nongju. every course: all."""
    switch: bool


OURS, EVERY = "our weeks", "every course"

DIFFERENCES = (
    Difference("warnings", "a warning on stderr does not turn the mark of a graded cell into 0", OURS, True),
    Difference("numpy", "a numpy number at the end of a graded cell is read as a number", OURS, True),
    Difference("data", "a worksheet runs our own cells alone; cells that a learner added are kept, not run",
               OURS, False),
    Difference("answers", "a worksheet that is missing or broken is marked from answers.json", OURS, False),
    Difference("outside", "graded cells of a code notebook run apart from learner code, which they reach by "
               "plain values; learner cells do not run when no answer was written", OURS, False),
    Difference("clips", "our own cells get a minute more for each clip or photo", OURS, False),
    Difference("repair", "a notebook that nbgrader gives up on is put in order and marked", EVERY, False),
    Difference("rest", "after the process died or would not stop, the remaining cells fail instead of the "
               "hand-in", EVERY, False),
    Difference("each", "a notebook that cannot be graded does not take the others of the hand-in with it",
               EVERY, False),
    Difference("row", "a hand-in without any notebook gets a row with 0", EVERY, False),
    Difference("folder", "notebooks lie in the folder as they were handed in, without hidden tests; the next "
               "notebook of a hand-in finds what cells wrote, autograded/ does not keep it", EVERY, False),
    Difference("course", "nothing of the course above the hand-in's folder is seen; c.Sandbox.read_only "
               "names folders that cells may read", EVERY, False),
    Difference("kernel", "a Python notebook whose kernel is not installed runs in this Python, with a note; "
               "one of another environment or language is named and not graded", EVERY, False),
    Difference("profile", "IPython's configuration and start-up files of the grader are not read: a mark "
               "does not depend on who grades; c.Execute.extra_arguments count", EVERY, False),
    Difference("environment", "of the grader's environment cells see language, time zone, shell and what "
               "changes how Python speaks; numeric libraries use one thread", EVERY, False),
    Difference("identity", "cells run under a user of their own, who has no name, as the first process of a "
               "machine of their own; home folders are empty and read-only", EVERY, False),
    Difference("threads", "a kernel's own threads, sockets and debugger are not there; breakpoint() goes on",
               EVERY, False),
    Difference("surrogates", "text with half of a surrogate pair is shown with a question mark, where a "
               "kernel prints its own failure", EVERY, False),
    Difference("limits", "no network, no /proc, limits on memory, processes, files, time and output; one "
               "message shows 16 MB at most", EVERY, False),
    Difference("signs", "no flock, no inotify, no locks of other processes to be seen, and no writing to "
               "/dev/zero: two sandboxes must not reach each other by files of the system", EVERY, False),
    Difference("clock", "text printed long after other text is one output, where a kernel cuts it by the "
               "clock", EVERY, False),
    Difference("links", "symbolic links in a hand-in are left out", EVERY, False),
)  # fmt: skip
"""Everything that is not as nbgrader does it."""

_NUMPY = re.compile(r"np\.(?:float|int|uint)\d+\((-?[0-9.]+(?:e[-+]?\d+)?)\)")


def lenient(cell: NotebookNode) -> None:
    """Apply "warnings" and "numpy" to a graded cell of ours that ended in a value.

    nbgrader reads outputs in order and stops at stderr; so the result goes first. A cell that raised
    stays as it is.
    """
    outputs = cell.get("outputs", [])
    if any(output.output_type == "error" for output in outputs):
        return
    results = [output for output in outputs if output.output_type == "execute_result"]
    if not results:
        return
    found = _NUMPY.fullmatch(str(results[0].data.get("text/plain", "")))
    if found:
        results[0].data["text/plain"] = found.group(1)
    if any(output.output_type == "stream" and output.name == "stderr" for output in outputs):
        cell.outputs = results + [output for output in outputs if output.output_type != "execute_result"]
