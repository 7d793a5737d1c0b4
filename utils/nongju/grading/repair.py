"""A damaged notebook put back in order from the instructor's source cells.

Used only when nbgrader's own sanitising gives up: duplicated, split, deleted, retyped cells and
stripped metadata (nbgrader issue 1941). A locked cell is the instructor's; a solution cell is the
learner's last version; cells of the learner's own keep their place.
"""

from __future__ import annotations

import json
import warnings
from typing import Any

import nbformat
from nbformat import NotebookNode, v4

from nongju.grading import sentences
from nongju.grading.plan import NotebookPlan, SourceCell

make: Any = v4  # nbformat carries no types
read_dict: Any = nbformat.from_dict


def repaired(text: str, plan: NotebookPlan) -> tuple[NotebookNode, list[str]] | None:
    """The notebook with every nbgrader cell once and valid, and what was done.

    Returns None when `text` holds no notebook at all.
    """
    cells = loose_cells(text)
    if cells is None:
        return None
    notes: list[str] = []
    by_name: dict[str, dict[str, Any]] = {}
    order: list[tuple[str | None, dict[str, Any]]] = []
    known = {cell.name: cell for cell in plan.cells}
    for cell in cells:
        name = grade_id(cell)
        if name in known:
            if name in by_name:
                notes.append(sentences.cell_twice(name))
                order = [(other, kept) for other, kept in order if other != name]
            by_name[name] = cell
            order.append((name, cell))
        else:
            order.append((None, cell))
    built = [free_cell(cell) if name is None else own_cell(known[name], cell) for name, cell in order]
    names: list[str | None] = [name for name, _ in order]
    at = 0
    for source in plan.cells:
        if source.name in by_name:
            at = names.index(source.name) + 1
        else:
            notes.append(sentences.cell_lost(source.name))
            names.insert(at, source.name)
            built.insert(at, own_cell(source, None))
            at += 1
    notebook = make.new_notebook(cells=built)
    if plan.kernelspec:
        notebook.metadata.kernelspec = json.loads(plan.kernelspec)
    return notebook, list(dict.fromkeys(notes))


def loose_cells(text: str) -> list[dict[str, Any]] | None:
    """The cells of anything that is JSON and looks like a notebook of version 3 or 4."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("worksheets"), list):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                data = json.loads(json.dumps(make.upgrade(read_dict(data))))
        except Exception:
            return None
    cells = data.get("cells")
    if not isinstance(cells, list):
        return None
    return [cell for cell in cells if isinstance(cell, dict)]


def grade_id(cell: dict[str, Any]) -> str:
    """Nbgrader's name of a cell; "" when it has none."""
    metadata = cell.get("metadata")
    own = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = own.get("grade_id") if isinstance(own, dict) else None
    return name if isinstance(name, str) else ""


def source_of(cell: dict[str, Any]) -> str:
    """Source text, whether it was stored as text or as lines."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(str(line) for line in source)
    return str(source)


def free_cell(cell: dict[str, Any]) -> NotebookNode:
    """A cell of the learner's own, without nbgrader's metadata."""
    new = make.new_code_cell if cell.get("cell_type") == "code" else make.new_markdown_cell
    made: NotebookNode = new(source_of(cell))
    return made


def own_cell(source: SourceCell, found: dict[str, Any] | None) -> NotebookNode:
    """A cell of the assignment: as the instructor wrote it, or with the learner's answer in it."""
    text = source.source if source.locked or found is None else source_of(found)
    new = make.new_code_cell if source.cell_type == "code" else make.new_markdown_cell
    cell: NotebookNode = new(text)
    own: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": source.name,
        "locked": source.locked,
        "solution": source.solution and not source.task,
        "grade": source.max_score is not None and not source.task,
        "task": source.task,
        "cell_type": source.cell_type,
        "checksum": source.checksum,
    }
    if source.max_score is not None:
        own["points"] = source.max_score
    cell.metadata["nbgrader"] = own
    return cell
