"""An author's cells as nbgrader's cells: metadata, ids, hidden code, the graded cell.

A question becomes two cells. The form cell (grade_id = name, read-only) shows the fields.
The graded cell (grade_id = name-mark) repeats the definition, says whether an answer is
there, and marks it in a hidden region that the release does not hold.
"""

import ast
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nongju.building import code
from nongju.building.myst import Cell
from nongju.building.vocabulary import points_of
from nongju.marking.mark import MARK_SUFFIX

Node = dict[str, Any]
"""A notebook, a cell or its metadata, as nbformat 4.5 lays it out."""

BEGIN_HIDDEN = "### BEGIN HIDDEN TESTS"
END_HIDDEN = "### END HIDDEN TESTS"

NOTEBOOK_METADATA: Node = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "pygments_lexer": "ipython3",
    },
}
"""The same on every machine; the installed Python's version is not in it."""

SCHEMA_VERSION = 3
"""nbgrader's cell metadata schema."""


@dataclass(frozen=True)
class BuiltCell:
    """A notebook cell and the author's cells that it came from."""

    node: Node
    origin: Cell
    key: Cell | None = None
    """The key cell, for a question's graded cell."""


@dataclass
class Expansion:
    """Collects the cells of one notebook in order."""

    notebook: str
    cells: list[BuiltCell] = field(default_factory=list)
    _texts: int = 0

    def add(self, cell: Cell, source: str) -> None:
        """Add one author's cell, its figures filled in; a question's graded cell comes with its key."""
        add: dict[str, Callable[[Cell, str], None]] = {
            "": self._text,
            "task": self._task,
            "key": self._graded,
            "solution": self._solution,
            "tests": self._tests,
        }
        add.get(cell.tag, self._form)(cell, source)

    @property
    def points(self) -> float:
        """Points of the whole notebook, a person's among them."""
        nbgrader = [built.node["metadata"].get("nbgrader", {}) for built in self.cells]
        return float(sum(metadata.get("points", 0) for metadata in nbgrader))

    def build(self) -> Node:
        """The source notebook."""
        cells = [built.node for built in self.cells]
        return {"cells": cells, "metadata": NOTEBOOK_METADATA, "nbformat": 4, "nbformat_minor": 5}

    def _text(self, cell: Cell, source: str) -> None:
        self._texts += 1
        digest = hashlib.sha256(source.encode()).hexdigest()[:8]
        identity = f"{self.notebook[:40]}-text-{self._texts:02d}-{digest}"
        self._markdown(cell, identity, source, {})

    def _task(self, cell: Cell, source: str) -> None:
        nbgrader = _nbgrader(cell.name, task=True, locked=True, points=points_of(cell))
        self._markdown(cell, self._id(cell.name), source, {"nbgrader": nbgrader})

    def _markdown(self, cell: Cell, identity: str, source: str, more: Node) -> None:
        metadata = {"deletable": False, "editable": False, **more}
        node = {"cell_type": "markdown", "id": identity, "metadata": metadata, "source": source}
        self.cells.append(BuiltCell(node, cell))

    def _form(self, cell: Cell, source: str) -> None:
        self._code(cell, cell.name, form_source(cell, source), _nbgrader(cell.name, locked=True))

    def _graded(self, cell: Cell, source: str) -> None:
        question = self.cells[-1].origin
        name = cell.name + MARK_SUFFIX
        graded = graded_source(question, self.cells[-1].node["source"], source)
        self._code(
            question, name, graded, _nbgrader(name, grade=True, locked=True, points=points_of(cell)), cell
        )

    def _tests(self, cell: Cell, source: str) -> None:
        self._code(
            cell, cell.name, source, _nbgrader(cell.name, grade=True, locked=True, points=points_of(cell))
        )

    def _solution(self, cell: Cell, source: str) -> None:
        self._code(cell, cell.name, source, _nbgrader(cell.name, solution=True), hidden=False)

    def _code(
        self,
        cell: Cell,
        name: str,
        source: str,
        nbgrader: Node,
        key: Cell | None = None,
        *,
        hidden: bool = True,
    ) -> None:
        metadata: Node = {"nbgrader": nbgrader}
        if not nbgrader["solution"]:
            metadata |= {"deletable": False, "editable": False}
        if hidden:
            metadata["jupyter"] = {"source_hidden": True}
        node: Node = {
            "cell_type": "code",
            "execution_count": None,
            "id": self._id(name),
            "metadata": metadata,
            "outputs": [],
            "source": source,
        }
        self.cells.append(BuiltCell(node, cell, key))

    def _id(self, name: str) -> str:
        """A cell id within nbformat's 64 characters that names notebook and cell."""
        whole = f"{self.notebook}-{name}"
        return whole if len(whole) <= 64 else f"{name[:50]}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def form_source(cell: Cell, source: str) -> str:
    """A form cell's source: the author's, with the import and the display that its tag stands for."""
    if cell.tag == "form" and cell.title:
        source = f"# {cell.title}\n{source.partition(chr(10))[2]}"
    source = code.insert_import(source)
    definition = code.find_definition(ast.parse(source), cell)
    if definition is not None and cell.title:
        source = code.insert_title(source, cell.title)
    shown = {"question": "show", "predict": "predict"}.get(cell.tag)
    if (
        definition is None
        or shown is None
        or shown in code.method_calls(ast.parse(source), definition.variable)
    ):
        return source
    return f"{source}\n{definition.variable}.{shown}()"


def graded_source(question: Cell, form: str, key: str) -> str:
    """A graded cell's source: definition, whether it is answered, then the hidden key.

    Arguments:
        question: the author's question cell.
        form: the source of its form cell, as `form_source` gives it.
        key: the source of the key cell.
    """
    definition = code.find_definition(ast.parse(form), question)
    assert definition is not None
    comment, _, rest = form.partition("\n")
    for shown in ("show", "predict"):
        rest = rest.removesuffix(f"{definition.variable}.{shown}()").rstrip("\n")
    return "\n".join(
        [
            f"# 收卷：{comment.lstrip('# ')}",
            rest,
            f"{definition.variable}.answered()",
            BEGIN_HIDDEN,
            key,
            END_HIDDEN,
        ]
    )


def _nbgrader(
    name: str,
    *,
    grade: bool = False,
    locked: bool = False,
    solution: bool = False,
    task: bool = False,
    points: float | None = None,
) -> Node:
    metadata: Node = {
        "schema_version": SCHEMA_VERSION,
        "grade_id": name,
        "grade": grade,
        "locked": locked,
        "solution": solution,
        "task": task,
    }
    if points is not None:
        metadata["points"] = points
    return metadata
