"""A generator of courses in the shapes that public nbgrader courses have; every cell is our own.

`Shape` is what one notebook does; a course is several of them, with the files that lie beside them.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import course_kit as kit


@dataclass(frozen=True)
class Shape:
    """One notebook of a course: its cells, and the files that it needs.

    `given` comes with the assignment, `own` is handed in beside the notebook.
    """

    cells: tuple[Any, ...]
    given: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    """Right sources by grade_id."""


def shape(*cells: Any, **more: Any) -> Shape:
    """A shape whose cells are sources of ungraded code, or made by course_kit."""
    return Shape(tuple(kit.code(cell) if isinstance(cell, str) else cell for cell in cells), **more)


def course_of(shapes: dict[str, Shape], root: Path) -> kit.Course:
    """A released course with a notebook a shape, handed in solved by li.

    wu hands in untouched, and alone, the notebooks that ask for an answer.
    """
    course = kit.Course(root)
    files: dict[str, Any] = {f"{name}.ipynb": list(one.cells) for name, one in shapes.items()}
    for one in shapes.values():
        for name, text in one.given.items():
            (root / "source" / "wk" / name).parent.mkdir(parents=True, exist_ok=True)
            files[name] = text
    course.source(files)
    for learner in ("li", "wu"):
        answers = {f"{name}.ipynb": one.answers for name, one in shapes.items()} if learner == "li" else {}
        folder = course.hand_in(learner, answers)
        for one in shapes.values():
            for name, text in one.own.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
                if text.startswith("#!"):
                    path.chmod(0o755)
        for name, one in shapes.items():
            if learner == "wu" and not one.answers:
                (folder / f"{name}.ipynb").unlink()
    if not any(one.answers for one in shapes.values()):
        shutil.rmtree(course.root / "submitted" / "wu")
    return course
