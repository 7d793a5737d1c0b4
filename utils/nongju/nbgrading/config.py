"""What nbgrader must be told about this course; `nongju.classroom.configure` says it.

Its steps are classes, as in nbgrader's own lists, so that `nongju grade` can replace one of them. They
are imported when `configure` is called: whoever reads that file has imported nbgrader already.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nongju.course.settings import CONFIG_FILE

STAGES = {
    "source_directory": "source",
    "release_directory": "release",
    "submitted_directory": "submitted",
    "autograded_directory": "autograded",
    "feedback_directory": "feedback",
    "solution_directory": "solution",
    "directory_structure": "{nbgrader_step}/{student_id}/{assignment_id}",
    "student_id": "*",
    "student_id_exclude": "",
}
"""Folders of a course and whom a command means, as nbgrader has them by itself."""

COURSE_ID = "nongju"
"""Name of the course in the gradebook and in nbgrader's exchange."""

HAND_IN_SUFFIXES = (
    ".ipynb",
    ".json",
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".heic",
    ".mp4",
    ".mov",
    ".webm",
    ".mkv",
    ".m4a",
    ".mp3",
)
"""What `nbgrader zip_collect` must not drop, in small letters; its comparison minds the case."""

MISSING_CELL = "这一格（{cell_id}）交来时没有了，批改时补了回来。\n\n"
"""Put in front of a cell that nbgrader adds back; `cell_id` is its grade_id."""


CELL_SECONDS = 30
"""Seconds for a cell, nbgrader's own default: a learner's endless loop should not hold up the class."""

FILE_CELL_SECONDS = 1020
"""Seconds for a cell of the course that looks at clips: four of the longest at `LOOK_SECONDS` each
(`nongju.clips.isolated`), and room for a PC that does other things."""

LOOKS_AT_FILES = ("form.clip(", "form.photo(")
"""What stands in the source of such a cell."""


def cell_seconds(cell: Any) -> int:
    """Seconds for a cell; only a locked one, whose source nbgrader has restored, gets the time for clips."""
    locked = cell.metadata.get("nbgrader", {}).get("locked", False)
    return FILE_CELL_SECONDS if locked and any(one in cell.source for one in LOOKS_AT_FILES) else CELL_SECONDS


def template_folders() -> list[str]:
    """Where nbconvert looks for templates: ours first, then nbgrader's (formgrader needs its own)."""
    ours = Path(__file__).with_name("templates")
    spec = find_spec("nbgrader")
    if spec is None or not spec.submodule_search_locations:
        return [str(ours)]
    nbgrader = Path(spec.submodule_search_locations[0])
    return [str(ours), str(nbgrader / "server_extensions" / "formgrader" / "templates")]


def configure(c: Any, file: str | None, feedback: list[type]) -> None:
    """Sets every trait that the course needs on nbgrader's configuration object.

    Arguments:
        c: the object.
        file: who asks; a course's nbgrader_config.py means the course in its folder.
        feedback: the steps that make a learner's page.
    """
    c.CourseDirectory.course_id = COURSE_ID
    if file is not None and Path(file).name == CONFIG_FILE:
        this_course(c, Path(file).resolve().parent)
    c.LockCells.lock_all_cells = True
    c.ClearSolutions.code_stub = {"python": "# 你的代码写在这里\nraise NotImplementedError()"}
    c.Execute.timeout_func = cell_seconds
    c.OverwriteCells.add_missing_cells = True
    c.OverwriteCells.missing_cell_notification = MISSING_CELL
    # a kernel that has answered its last cell has nothing left to say; waiting for it costs each notebook
    c.Execute.shutdown_kernel = "immediate"
    _put_in_steps(c)
    c.GenerateFeedback.preprocessors = feedback
    c.HTMLExporter.extra_template_basedirs = template_folders()
    c.FileNameCollectorPlugin.valid_ext = [
        *HAND_IN_SUFFIXES,
        *(suffix.upper() for suffix in HAND_IN_SUFFIXES),
    ]


def this_course(c: Any, root: Path) -> None:
    """Makes every command in this folder mean this course, whatever an instructor's own settings name.

    nbgrader reads ~/.jupyter/nbgrader_config.py as well, where somebody with several courses may have put
    another one's root, gradebook or folders. What the course's file itself says stays.
    """
    own = {"root": str(root), "db_url": f"sqlite:///{(root / 'gradebook.db').as_posix()}"} | STAGES
    for name, value in own.items():
        if name not in c.CourseDirectory:
            c.CourseDirectory[name] = value


def _put_in_steps(c: Any) -> None:
    """Puts our steps between those of nbgrader's own lists.

    Damage is repaired before nbgrader compares cells, learners' text is sanitized before it is kept, outputs
    are sanitized after the marks were read from them.
    """
    from nbgrader.converters import Autograde
    from nbgrader.preprocessors import ClearOutput, DeduplicateIds, OverwriteCells, SaveAutoGrades

    from nongju.nbgrading.steps import (
        AskForPerson,
        NameLearner,
        RepairCells,
        SanitizeOutputs,
        SanitizeText,
    )

    sanitize = list(Autograde.sanitize_preprocessors.default_args[0])
    sanitize.insert(sanitize.index(ClearOutput) + 1, RepairCells)
    assert sanitize.index(RepairCells) < sanitize.index(DeduplicateIds)
    sanitize.insert(sanitize.index(OverwriteCells) + 1, SanitizeText)
    autograde = list(Autograde.autograde_preprocessors.default_args[0])
    place = autograde.index(SaveAutoGrades) + 1
    autograde[place:place] = [NameLearner, AskForPerson, SanitizeOutputs]
    c.Autograde.sanitize_preprocessors = sanitize
    c.Autograde.autograde_preprocessors = autograde
