"""The questions of a built week: what is asked, by which rules it is marked, what a learner was given."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nongju.answers.question import Question
from nongju.answers.recording import examining
from nongju.course.layout import Course
from nongju.marking.rule import Rule

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Graded:
    """A graded question of the source, with its rules."""

    notebook: str
    cell: str
    question: Question
    rules: tuple[Rule, ...]


@dataclass
class Classroom:
    """The questions of a week and what is needed to answer them."""

    week: str
    graded: list[Graded] = field(default_factory=list)
    own: list[Question] = field(default_factory=list)
    notebooks: dict[str, bytes] = field(default_factory=dict)
    solved: dict[str, bytes] = field(default_factory=dict)
    """Released notebooks with code to write, with the instructor's code written in."""


def read_classroom(week: str, root: Path = ROOT) -> Classroom:
    """The graded questions of source/ and the notebooks of release/."""
    room = Classroom(week, notebooks=dict(Course(root).release(week).notebooks))
    for path in sorted((root / "source" / week).glob("*.ipynb")):
        cells = json.loads(path.read_bytes())["cells"]
        room.solved |= _solved(path.name, cells, room.notebooks[path.name])
        for cell in cells:
            meta = cell["metadata"].get("nbgrader", {})
            source = "".join(cell["source"])
            if cell["cell_type"] != "code" or meta.get("solution") or "form." not in source:
                continue
            namespace: dict[str, Any] = {"__name__": "__main__"}
            with examining() as seen:
                exec(compile(source, f"{path.name}:{meta['grade_id']}", "exec"), namespace)
            if meta.get("grade"):
                room.graded += [Graded(path.stem, meta["grade_id"], q, tuple(rules)) for q, rules in seen]
            elif meta["grade_id"].startswith("own"):
                room.own += [one for one in namespace.values() if isinstance(one, Question)]
    return room


def _solved(name: str, source: list[dict[str, Any]], released: bytes) -> dict[str, bytes]:
    """The released notebook with the code of its solution cells; nothing when it has none."""
    code = {
        cell["id"]: "".join(
            line for line in _lines(cell) if "### BEGIN" not in line and "### END" not in line
        )
        for cell in source
        if cell["metadata"].get("nbgrader", {}).get("solution")
    }
    notebook = json.loads(released)
    for cell in notebook["cells"]:
        if cell["id"] in code:
            cell["source"] = code[cell["id"]]
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return {name: text.encode()} if code else {}


def _lines(cell: dict[str, Any]) -> list[str]:
    return "".join(cell["source"]).splitlines(keepends=True)
