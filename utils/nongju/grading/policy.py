"""Which cells may run where, decided from the instructor's source cells and never from a learner's copy.

`everything`  other people's courses: the whole notebook in one sandboxed child, as nbgrader does
`data`        our worksheets: graded cells read answers and uploads alone, so only our own cells run
`outside`     our code questions: the learner's cells run in one child, our graded cells in another,
              and what goes between them is JSON
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import json
import symtable
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import compute_checksum, is_solution

from nongju.grading.plan import NotebookPlan, Plan, SourceCell, read_plan

PLAIN_MODULES = {"math", "fractions", "decimal", "statistics", "itertools", "functools", "operator",
                 "datetime", "collections", "re", "json", "typing", "__future__", "dataclasses"}  # fmt: skip
"""Modules besides nongju that a data-only cell may import: none of them reads a learner's code."""

REACHING = {
    "open",
    "exec",
    "eval",
    "compile",
    "__import__",
    "input",
    "breakpoint",
    "globals",
    "locals",
    "vars",
}
"""Builtins through which a cell could reach what another cell left."""


@dataclass(frozen=True)
class ExecutionPolicy:
    """How one notebook runs."""

    mode: str = "everything"
    own: dict[str, SourceCell] = field(default_factory=dict)
    """Our locked code cells by name."""
    all_own: tuple[str, ...] = ()
    """Sources of all locked code cells of the week's notebooks that run apart from learner code."""

    def owns(self, cell: NotebookNode) -> bool:
        """Whether a cell is the instructor's, word for word (or put back by nbgrader with its notice)."""
        source = self.own.get(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
        if source is None:
            return False
        text: str = cell.source
        return text == source.source or (text.startswith("# This cell (id:") and text.endswith(source.source))


def policy_for(plan: Plan, notebook: str) -> ExecutionPolicy:
    """How the notebook of this name runs."""
    found = plan.notebook(notebook)
    if found is None or not is_ours(plan):
        return ExecutionPolicy()
    own = {cell.name: cell for cell in found.cells if cell.cell_type == "code" and cell.locked}
    every = tuple(
        cell.source
        for book in plan.notebooks
        for cell in book.cells
        if cell.cell_type == "code" and cell.locked
    )
    return ExecutionPolicy("data" if is_data_only(found) else "outside", own, every)


def policy_from(plan: Plan | None, about: Mapping[str, str]) -> ExecutionPolicy:
    """How the notebook of nbgrader's resources runs; the plug-in, without a plan, asks the gradebook."""
    if plan is None and about.get("db_url"):
        with Gradebook(about["db_url"]) as book:
            plan = read_plan(book, about["assignment"])
    return policy_for(plan, about.get("notebook", "")) if plan else ExecutionPolicy()


def is_ours(plan: Plan) -> bool:
    """Whether a locked cell of the week imports nongju: then its marks are decided our way."""
    return any(
        "nongju" in imports(cell.source) for book in plan.notebooks for cell in book.cells if cell.locked
    )


def untouched(nb: NotebookNode) -> bool:
    """Whether the learner wrote nothing: every solution cell is as it was released."""
    return all(
        cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
        for cell in nb.cells
        if is_solution(cell) and cell.cell_type == "code"
    )


def is_data_only(notebook: NotebookPlan) -> bool:
    """Whether every graded code cell stands alone on nongju, and no code is asked of the learner."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if not code or any(not cell.locked for cell in code):
        return False
    return all(stands_alone(cell.source) for cell in code)


@lru_cache(maxsize=1024)
def imports(source: str) -> frozenset[str]:
    """Top-level modules that a cell imports; empty when it is not plain Python."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return frozenset()
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." if node.level else str(node.module).partition(".")[0])
    return frozenset(found)


@lru_cache(maxsize=1024)
def free_names(source: str) -> frozenset[str]:
    """Names that a cell uses and neither defines nor finds among the builtins.

    Raises:
        SyntaxError: not plain Python (a magic, say).
    """
    top = symtable.symtable(source, "<cell>", "exec")
    defined = {
        symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()
    }
    used: set[str] = set()
    todo = [top]
    while todo:
        table = todo.pop()
        todo += table.get_children()
        for symbol in table.get_symbols():
            outer = symbol.is_global() or (table is top and symbol.is_referenced())
            if outer and symbol.is_referenced():
                used.add(symbol.get_name())
    return frozenset(used - defined - set(dir(builtins)) | (used & REACHING))


def stands_alone(source: str) -> bool:
    """Whether a cell imports nongju, nothing that reads files or code, and needs no other cell."""
    modules = imports(source)
    try:
        return "nongju" in modules and modules <= PLAIN_MODULES | {"nongju"} and not free_names(source)
    except SyntaxError:
        return False


def modules_to_preload(coursedir: CourseDirectory, week: str) -> list[str]:
    """What the instructor's notebooks of a week import, for the forking process: nongju's form first.

    Names only: the forking process finds installed modules alone, never files of the course.
    """
    folder = Path(coursedir.format_path(coursedir.source_directory, ".", week))
    found: set[str] = set()
    for path in folder.glob("*.ipynb"):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                if cell["cell_type"] == "code":
                    found |= imports("".join(cell["source"]))
    ours = ["nongju.form", "nongju.marking", "nongju.models"] if "nongju" in found else []
    return [*ours, *sorted(found - {".", "nongju"})]
