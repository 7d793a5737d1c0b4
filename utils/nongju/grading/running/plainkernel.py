"""nbgrader's own way of running cells, for where our sandbox is not: a Jupyter kernel.

Stock nbgrader runs a whole notebook in one. On Windows and macOS a worksheet's own cells, which run nothing
of the learner's, are run in one too, beside a copy of the answers and uploads and nothing else: a module that
somebody handed in is not there, and would not be imported from there.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from logging import Logger
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, v4
from nbgrader.preprocessors import Execute

from nongju.grading.policy import ExecutionPolicy
from nongju.grading.running.children import can_fork, wall_stands
from nongju.grading.running.kernelchoice import OtherKernel, choice_of
from nongju.grading.running.snapshot import answers_and_uploads
from nongju.grading.sandbox.run import NoSandbox
from nongju.grading.settings import Settings

new_notebook: Any = v4.new_notebook


def in_kernel(
    nb: NotebookNode, guide: ExecutionPolicy, settings: Settings, folder: str, *, plug_in: bool, log: Logger
) -> bool:
    """Whether nbgrader's own way is all that this machine has for a notebook.

    Raises:
        OtherKernel: it would be, but learner code must not run so; or nobody here can run it.
    """
    if guide.mode == "data":
        return False
    try:
        choice_of(nb.metadata).check()
    except OtherKernel:
        if settings.wall or not choice_of(nb.metadata).installed:
            raise
        return True
    if not settings.wall:
        return not can_fork()
    if plug_in and settings.fallback:
        try:
            wall_stands(settings, folder)
        except NoSandbox as error:
            log.warning("No sandbox (%s): learner code runs with your own rights.", error)
            return True
    return False


def run_notebook(step: Execute, nb: NotebookNode, resources: Any, km: Any = None) -> tuple[Any, Any]:
    """The whole notebook in a kernel, as nbgrader does it; `step` gives config and place in the pipeline."""
    stock = Execute(parent=step.parent, config=step.config)
    done: tuple[Any, Any] = stock.preprocess(nb, resources, km)
    return done


def run_own_cells(
    step: Execute,
    nb: NotebookNode,
    resources: dict[str, Any],
    cells: Iterable[NotebookNode],
    files: Mapping[str, Path],
    seconds: int,
) -> None:
    """Run some of the notebook's cells, in place, in a kernel whose folder holds copies of `files`.

    Arguments:
        step: the preprocessor that runs.
        nb: the notebook.
        resources: nbconvert's, with the working folder's path.
        cells: those of `nb` that run.
        files: what they may read, by name below the folder.
        seconds: time for a cell.
    """
    place = Path(resources["metadata"]["path"])
    with tempfile.TemporaryDirectory(prefix="nongju-", ignore_cleanup_errors=True) as root:
        folder = Path(root) / place.parent.name / place.name  # the learner's id is read from it
        for name, path in answers_and_uploads(files).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)
        folder.mkdir(parents=True, exist_ok=True)
        part = new_notebook(metadata=nb.metadata)
        part.cells = list(cells)
        stock = Execute(parent=step.parent, config=step.config, timeout=seconds)
        with _safe_path():
            stock.preprocess(part, {**resources, "metadata": {"path": str(folder)}})


@contextlib.contextmanager
def _safe_path() -> Iterator[None]:
    """Kernels that start meanwhile import nothing from their working folder."""
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before
