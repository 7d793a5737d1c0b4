"""Release notebooks, cut from source notebooks by nbgrader's own GenerateAssignment."""

import contextlib
import copy
import json
import logging
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

from nongju.building.publish import files_below
from nongju.errors import NongjuError
from nongju.failures import in_words
from nongju.nbgrading.gradebook import gradebook_in_memory

if TYPE_CHECKING:
    from traitlets.config import Config


class ReleaseError(NongjuError):
    """nbgrader refused a notebook; the message holds its own words."""


class _Collected(logging.Handler):
    """Keeps nbgrader's error messages, to show them only if it fails."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def reason(self) -> str:
        """What went wrong: the last line of the first traceback, else the first message."""
        tracebacks = (said for said in self.messages if "Traceback (most recent call last)" in said)
        told = next(tracebacks, "".join(self.messages[:1]))
        return told.strip().split("\n")[-1]


def notebook_bytes(notebook: dict[str, Any]) -> bytes:
    """The notebook as a file's bytes: sorted keys, indent 1, UTF-8, one newline at the end."""
    node = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
    text: str = nbformat.writes(node, version=nbformat.NO_CONVERT)  # type: ignore[no-untyped-call]
    return text.rstrip("\n").encode() + b"\n"


def generate_release(week: str, root: Path, config: "Config") -> None:
    """Write root/release/WEEK from root/source/WEEK and register the week in the gradebook of `config`.

    Arguments:
        week: the assignment's name.
        root: a course folder, usually a temporary one.
        config: nbgrader's settings; root and week are set here.

    Raises:
        ReleaseError: nbgrader refused.
    """
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    config = copy.deepcopy(config)
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = week
    with quiet_log() as (log, collected):
        course = CourseDirectory(config=config, log=log)
        converter = GenerateAssignment(coursedir=course, config=config, log=log)
        try:
            converter.start()
        except (Exception, SystemExit) as error:
            said = "\n".join([*collected.messages, str(error)])
            raise ReleaseError(in_words(said) or collected.reason() or str(error)) from error


def cut_release(week: str, source: dict[str, bytes], config: "Config", work: Path) -> dict[str, bytes]:
    """Files of release/WEEK for the files of source/WEEK, by path within the week.

    Arguments:
        week: the assignment's name.
        source: files of source/WEEK by path within it, notebooks among them.
        config: the course's nbgrader settings; the gradebook is a temporary one all the same.
        work: an empty folder that this may fill.

    Raises:
        ReleaseError: nbgrader refused a notebook.
    """
    for name, content in source.items():
        path = work / "source" / week / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    config = copy.deepcopy(config)
    with gradebook_in_memory() as db_url:
        config.CourseDirectory.db_url = db_url
        generate_release(week, work, config)
    return release_files(work / "release" / week)


def release_files(folder: Path) -> dict[str, bytes]:
    """Files below a release folder, notebooks rewritten in one fixed form."""
    files = files_below(folder)
    for name, content in files.items():
        if name.endswith(".ipynb"):
            files[name] = notebook_bytes(_joined(json.loads(content)))
    return files


def _joined(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook with each cell's source as one text, as nbformat keeps it in memory."""
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return notebook


@contextlib.contextmanager
def quiet_log() -> Iterator[tuple[logging.Logger, _Collected]]:
    """A logger for nbgrader that prints nothing and keeps errors; Python warnings are silent within."""
    log = logging.Logger("nongju.nbgrader", logging.INFO)
    collected = _Collected()
    log.addHandler(collected)
    here = Path.cwd()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield log, collected
        finally:
            os.chdir(here)
