"""Making a damaged notebook one that nbgrader can grade, cell by cell against the released one.

About one real hand-in in twenty has cells duplicated, split, deleted or retyped (nbgrader issue
1941), and nbgrader stops on several of these: a grade cell that occurs twice (issue 1083), one
that is missing behind a read-only cell, metadata that does not validate. What the release says of
a cell wins; what the learner wrote stays. Of a cell that occurs twice the last one counts, as in
nbgrader's own DeduplicateIds. Every change is a Chinese sentence.

`repair_file` is for a file that has arrived, `repair_cells` for nbgrader's steps, `repaired` for a notebook
that nbgrader gave up on while it was graded: one rule for all three.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from nongju.marking.mark import MARK_SUFFIX
from nongju.nbgrading.repair.file import (
    NBFORMAT,
    NBFORMAT_MINOR,
    QUIET,
    Unreadable,
    cells_in,
    parsed,
    whole_cell,
)

CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What nbformat 4.5 allows as the id of a cell."""


@dataclass(frozen=True)
class Repaired:
    """A notebook that nbgrader can grade, what was changed to get there, and see `asked_otherwise`."""

    raw: bytes
    changes: tuple[str, ...]
    asked_otherwise: tuple[str, ...] = ()

    @property
    def repaired(self) -> bool:
        """Whether something of the notebook itself was put back or taken out."""
        return any(change not in QUIET for change in self.changes)


def repair_file(raw: bytes, released: Mapping[str, Any]) -> Repaired:
    """The notebook with the release's graded and read-only cells all there, each once.

    A notebook without damage comes back byte for byte.

    Arguments:
        raw: the notebook as it arrived.
        released: the released notebook of the same name, as JSON.

    Raises:
        Unreadable: not JSON, no cells, or a format that no reader here knows.
    """
    changes: list[str] = []
    notebook = parsed(raw, changes)
    if not notebook["cells"]:
        raise Unreadable("练习纸是空的")
    before = json.dumps(notebook, sort_keys=True)
    notebook["cells"] = repair_cells(notebook["cells"], released["cells"], changes)
    for key in ("kernelspec", "language_info"):
        if key in released.get("metadata", {}):
            notebook["metadata"][key] = deepcopy(released["metadata"][key])
    notebook["nbformat"], notebook["nbformat_minor"] = NBFORMAT, NBFORMAT_MINOR
    other = asked_otherwise(notebook["cells"], released["cells"])
    if not changes and json.dumps(notebook, sort_keys=True) == before:
        return Repaired(raw, (), other)
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return Repaired(text.encode("utf-8", errors="replace"), tuple(dict.fromkeys(changes)), other)


def asked_otherwise(
    cells: Iterable[Mapping[str, Any]], released: Iterable[Mapping[str, Any]]
) -> tuple[str, ...]:
    """The graded questions of the release that a notebook asks in other words or with other numbers.

    They are those of an earlier release: the answers were given to what the learner saw, and the key
    belongs to what is asked now.

    Arguments:
        cells: the notebook's cells before the release's sources were put back.
        released: the cells of the released or the instructor's notebook.

    Returns:
        The grade_ids of the questions, in the release's order.
    """
    sources = {_grade_id(cell): _text_of(cell) for cell in cells}
    now = {_grade_id(cell): _text_of(cell) for cell in released}
    asked = [name for name in now if name is not None and f"{name}{MARK_SUFFIX}" in now]
    return tuple(name for name in asked if sources.get(name, now[name]) != now[name])


def _text_of(cell: Mapping[str, Any]) -> str:
    """A cell's source without what an editor or a mailer does to the ends of lines."""
    source = cell.get("source", "")
    text = "".join(source) if isinstance(source, list) else str(source)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def repair_cells(
    cells: list[Any], released: list[dict[str, Any]], changes: list[str]
) -> list[dict[str, Any]]:
    """The cells with every graded or read-only cell of the release once, and ids of their own.

    Arguments:
        cells: as they arrived.
        released: the cells of the released or of the instructor's notebook.
        changes: gets a Chinese sentence for each repair.
    """
    shaped = [cell for cell in map(whole_cell, cells) if cell is not None]
    if len(shaped) < len(cells):
        changes.append("有几格坏了，去掉了")
    sources = {_grade_id(cell): cell for cell in released if _grade_id(cell)}
    whole = _all_there(_each_once(shaped, sources, changes), released, changes)
    _fresh_ids(whole)
    return whole


def repaired(
    text: str, released: list[dict[str, Any]], kernelspec: str | None
) -> tuple[Any, list[str]] | None:
    """A notebook of `nbformat`'s with what can be saved of the cells in `text`, and what was changed.

    Outputs, attachments and metadata that are not nbgrader's go: whatever made nbgrader give up goes with
    them. None when `text` holds no notebook at all.

    Arguments:
        text: anything.
        released: cells of the instructor's notebook.
        kernelspec: the notebook's, as JSON.
    """
    import nbformat

    cells = cells_in(text)
    if cells is None:
        return None
    changes: list[str] = []
    whole = repair_cells(cells, released, changes)
    for cell in whole:
        cell["metadata"] = {
            name: cell["metadata"][name] for name in ("nbgrader",) if name in cell["metadata"]
        }
        cell["source"] = "".join(cell["source"])
        cell.pop("attachments", None)
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    about = {"kernelspec": json.loads(kernelspec)} if kernelspec else {}
    from_dict: Any = nbformat.from_dict  # nbformat's functions carry no types
    notebook = {
        "cells": whole,
        "metadata": about,
        "nbformat": NBFORMAT,
        "nbformat_minor": NBFORMAT_MINOR,
    }
    return from_dict(notebook), list(dict.fromkeys(changes))


def _grade_id(cell: Mapping[str, Any]) -> str | None:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) and grade_id else None


def _each_once(
    cells: list[dict[str, Any]], sources: Mapping[str | None, Mapping[str, Any]], changes: list[str]
) -> list[dict[str, Any]]:
    """The last cell of each grade_id with the release's metadata; earlier copies become plain cells."""
    last = {_grade_id(cell): number for number, cell in enumerate(cells)}
    for number, cell in enumerate(cells):
        grade_id = _grade_id(cell)
        source = sources.get(grade_id)
        if grade_id is None or source is None or last[grade_id] != number:
            if source is not None:
                changes.append(f"「{grade_id}」这一格有两份，用了后一份")
            cell["metadata"].pop("nbgrader", None)
            continue
        if cell["cell_type"] != source["cell_type"]:
            changes.append(f"「{grade_id}」这一格的类型被改过，改回来了")
            _retype(cell, source["cell_type"])
        cell["metadata"]["nbgrader"] = deepcopy(source["metadata"]["nbgrader"])
    return cells


def _retype(cell: dict[str, Any], kind: str) -> None:
    cell["cell_type"] = kind
    if kind == "code":
        cell.pop("attachments", None)
        cell.update(outputs=[], execution_count=None)
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _all_there(
    cells: list[dict[str, Any]], released: list[dict[str, Any]], changes: list[str]
) -> list[dict[str, Any]]:
    """The cells with every graded or read-only cell of the release, put after the one it followed."""
    present = {grade_id for cell in cells if (grade_id := _grade_id(cell))}
    previous: str | None = None
    for source in released:
        grade_id = _grade_id(source)
        if grade_id is None:
            continue
        if grade_id not in present:
            order = [_grade_id(cell) for cell in cells]
            place = order.index(previous) + 1 if previous else 0
            restored = deepcopy(source)
            if restored["cell_type"] == "code":
                restored.update(outputs=[], execution_count=None)
            cells.insert(place, restored)
            changes.append(f"「{grade_id}」这一格被删了，补了回来")
        previous = grade_id
    return cells


def _fresh_ids(cells: list[dict[str, Any]]) -> None:
    """Gives a cell without a usable id, or with one that occurs before, an id made from its place."""
    seen: set[str] = set()
    for number, cell in enumerate(cells):
        given = cell.get("id")
        if not isinstance(given, str) or not CELL_ID.fullmatch(given) or given in seen:
            cell["id"] = uuid.uuid5(uuid.NAMESPACE_OID, f"{number} {given}").hex[:12]
        seen.add(cell["id"])
