"""Put a week's committed source into the real gradebook, and say which marks that touches."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nongju.building.publish import files_below
from nongju.building.release import (
    cut_release,
    generate_release,
    quiet_log,
)
from nongju.course.layout import Course
from nongju.course.settings import course_config
from nongju.errors import NongjuError
from nongju.nbgrading.gradebook import make_gradebook

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from traitlets.config import Config


class RegisterError(NongjuError):
    """The week cannot be registered; the message says why and what to do."""


@dataclass(frozen=True)
class ChangedCell:
    """A graded cell whose key, question or points are not what the gradebook holds."""

    notebook: str
    name: str
    marked: int
    """Learners who have a mark in this cell."""


@dataclass(frozen=True)
class Registered:
    """What registering a week did."""

    week: str
    cells: int
    """Graded and task cells now in the gradebook."""
    learners: int
    """Learners with a hand-in of this week."""
    changed: list[ChangedCell]


def register(course: Course, week: str) -> Registered:
    """Register source/WEEK in the gradebook that nbgrader_config.py names.

    Raises:
        RegisterError: no source, a release that is not cut from it, or cells added or removed
            although hand-ins are marked already. The gradebook is then unchanged.
        ReleaseError: nbgrader refused for a reason of its own.
    """
    source = files_below(course.root / "source" / week)
    if not any(name.endswith(".ipynb") for name in source):
        raise RegisterError(f"source/{week}/ 里没有练习纸。运行：nongju build {week}")
    config = course_config(course.root)
    with tempfile.TemporaryDirectory(prefix="nongju-release-") as temporary:
        work = Path(temporary).resolve()
        fresh = cut_release(week, source, config, work / "cut")
        if fresh != files_below(course.root / "release" / week):
            raise RegisterError(f"release/{week}/ 和 source/{week}/ 对不上。运行：nongju build {week}")
        settings = _settings(course.root, config)
        make_gradebook(settings["db_url"])
        new = {
            name.removesuffix(".ipynb"): _cells(content)
            for name, content in source.items()
            if name.endswith(".ipynb")
        }
        with quiet_log():
            changed, learners = _compare(week, new, settings)
        config.CourseDirectory.release_directory = str(work / "release")
        generate_release(week, course.root, config)
    graded = sum(cell["points"] is not None for cells in new.values() for cell in cells.values())
    return Registered(week, graded, learners, changed)


def _compare(
    week: str, new: dict[str, dict[str, dict[str, Any]]], settings: dict[str, str]
) -> tuple[list[ChangedCell], int]:
    """Graded cells that differ from the gradebook's, and how many learners handed in."""
    from nbgrader.api import Gradebook, MissingEntry

    with Gradebook(settings["db_url"], settings["course_id"]) as gradebook:
        try:
            assignment = gradebook.find_assignment(week)
        except MissingEntry:
            return [], 0
        learners = len(assignment.submissions)
        if learners == 0:
            return [], 0
        _refuse_other_cells(week, new, assignment, learners)
        changed = []
        for notebook, cells in new.items():
            for name, cell in cells.items():
                if cell["points"] is None:
                    continue
                old = gradebook.find_source_cell(name, notebook, week)
                points = _old_points(gradebook, name, notebook, week)
                if old.source.strip() != cell["source"].strip() or points != cell["points"]:
                    changed.append(ChangedCell(notebook, name, _marked(assignment, notebook, name)))
        return changed, learners


def _refuse_other_cells(
    week: str, new: dict[str, dict[str, dict[str, Any]]], assignment: Any, learners: int
) -> None:
    """Marks are kept by cell name, so nbgrader lets no cell come or go once hand-ins exist."""
    old = {(notebook.name, cell.name) for notebook in assignment.notebooks for cell in notebook.source_cells}
    now = {(notebook, name) for notebook, cells in new.items() for name in cells}
    words = []
    for word, cells in (("多了", now - old), ("少了", old - now)):
        if cells:
            words.append(f"{word} {'、'.join(f'{notebook}/{name}' for notebook, name in sorted(cells))}")
    if words:
        raise RegisterError(
            f"{week} 已经有 {learners} 人交了，交过以后 nbgrader 不能再加格、减格（{'；'.join(words)}）。"
            "把旧名字改回去，或者给改过的周换个文件夹名。"
        )


def _old_points(gradebook: "Gradebook", name: str, notebook: str, week: str) -> float:
    from nbgrader.api import MissingEntry

    try:
        points: float = gradebook.find_grade_cell(name, notebook, week).max_score
    except MissingEntry:
        points = gradebook.find_task_cell(name, notebook, week).max_score
    return points


def _marked(assignment: Any, notebook: str, name: str) -> int:
    """Learners with an automatic or a person's mark in one cell."""
    return sum(
        grade.auto_score is not None or grade.manual_score is not None
        for submission in assignment.submissions
        for handed_in in submission.notebooks
        if handed_in.name == notebook
        for grade in handed_in.grades
        if grade.name == name
    )


def _cells(content: bytes) -> dict[str, dict[str, Any]]:
    """Source and points of each cell that the gradebook knows, by grade_id."""
    cells = {}
    for cell in json.loads(content)["cells"]:
        nbgrader = cell["metadata"].get("nbgrader")
        if nbgrader is not None:
            cells[nbgrader["grade_id"]] = {
                "source": "".join(cell["source"]),
                "points": nbgrader.get("points"),
            }
    return cells


def _settings(root: Path, config: "Config") -> dict[str, str]:
    """The gradebook's address and the course's name as nbgrader itself would use them."""
    from nbgrader.coursedir import CourseDirectory

    config.CourseDirectory.root = str(root)
    with quiet_log() as (log, _):
        directory = CourseDirectory(config=config, log=log)
    return {"db_url": directory.db_url, "course_id": directory.course_id}
