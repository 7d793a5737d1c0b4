"""Making a damaged notebook one that nbgrader can grade, cell by cell against the released one.

About one real hand-in in twenty has cells duplicated, split, deleted or retyped (nbgrader issue
1941), and nbgrader stops on several of these: a grade cell that occurs twice (issue 1083), one
that is missing behind a read-only cell, metadata that does not validate. What the release says of
a cell wins; what the learner wrote stays. Of a cell that occurs twice the last one counts, as in
nbgrader's own DeduplicateIds. Every change is a Chinese sentence.

`mend` is for a file that has arrived, `mend_cells` for nbgrader's steps, `repaired` for a notebook that
nbgrader gave up on while it was graded: one rule for all three.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from nongju.course.boundedjson import MAX_DEPTH, BoundsError, is_deeper, pruned, read_json, without_halves
from nongju.course.tables import decoded
from nongju.marking.mark import MARK_SUFFIX

CELL_TYPES = ("code", "markdown", "raw")
"""What nbformat 4 allows as cell_type."""

NBFORMAT, NBFORMAT_MINOR = 4, 5
"""Format that is written: nbgrader 0.9 reads 4.x, and 4.5 has cell ids."""

CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What nbformat 4.5 allows as the id of a cell."""


ENCODING = "练习纸的文字编码不对，转过来了"
MARKED_START = "练习纸开头多了标记（BOM），去掉了"
WINDOWS_LINES = "练习纸是 Windows 换行，转过来了"
OLD_FORMAT = "练习纸是很旧的格式，转过来了"
NO_FORMAT = "练习纸没写是什么格式，按现在的读了"
PRUNED = "练习纸里有一处套得太深，去掉了"
HALVES = "练习纸里有写不出来的字，换成了 �"
QUIET = frozenset({ENCODING, MARKED_START, WINDOWS_LINES, OLD_FORMAT, NO_FORMAT, PRUNED, HALVES})
"""Repairs that changed nothing for the learner: how the file was written, not what stands in it."""


class Unreadable(Exception):
    """No cell of the notebook can be saved; the message is a Chinese sentence."""


@dataclass(frozen=True)
class Mended:
    """A notebook that nbgrader can grade, what was changed to get there, and see `asked_otherwise`."""

    raw: bytes
    changes: tuple[str, ...]
    asked_otherwise: tuple[str, ...] = ()

    @property
    def repaired(self) -> bool:
        """Whether something of the notebook itself was put back or taken out."""
        return any(change not in QUIET for change in self.changes)


def mend(raw: bytes, released: Mapping[str, Any]) -> Mended:
    """The notebook with the release's graded and read-only cells all there, each once.

    A notebook without damage comes back byte for byte.

    Arguments:
        raw: the notebook as it arrived.
        released: the released notebook of the same name, as JSON.

    Raises:
        Unreadable: not JSON, no cells, or a format that no reader here knows.
    """
    changes: list[str] = []
    notebook = _parsed(raw, changes)
    if not notebook["cells"]:
        raise Unreadable("练习纸是空的")
    before = json.dumps(notebook, sort_keys=True)
    notebook["cells"] = mend_cells(notebook["cells"], released["cells"], changes)
    for key in ("kernelspec", "language_info"):
        if key in released.get("metadata", {}):
            notebook["metadata"][key] = deepcopy(released["metadata"][key])
    notebook["nbformat"], notebook["nbformat_minor"] = NBFORMAT, NBFORMAT_MINOR
    other = asked_otherwise(notebook["cells"], released["cells"])
    if not changes and json.dumps(notebook, sort_keys=True) == before:
        return Mended(raw, (), other)
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return Mended(text.encode("utf-8", errors="replace"), tuple(dict.fromkeys(changes)), other)


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


def mend_cells(cells: list[Any], released: list[dict[str, Any]], changes: list[str]) -> list[dict[str, Any]]:
    """The cells with every graded or read-only cell of the release once, and ids of their own.

    Arguments:
        cells: as they arrived.
        released: the cells of the released or of the instructor's notebook.
        changes: gets a Chinese sentence for each repair.
    """
    shaped = [cell for cell in map(_shaped, cells) if cell is not None]
    if len(shaped) < len(cells):
        changes.append("有几格坏了，去掉了")
    sources = {_grade_id(cell): cell for cell in released if _grade_id(cell)}
    mended = _all_there(_each_once(shaped, sources, changes), released, changes)
    _fresh_ids(mended)
    return mended


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

    cells = _cells_in(text)
    if cells is None:
        return None
    changes: list[str] = []
    mended = mend_cells(cells, released, changes)
    for cell in mended:
        cell["metadata"] = {
            name: cell["metadata"][name] for name in ("nbgrader",) if name in cell["metadata"]
        }
        cell["source"] = "".join(cell["source"])
        cell.pop("attachments", None)
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    about = {"kernelspec": json.loads(kernelspec)} if kernelspec else {}
    from_dict: Any = nbformat.from_dict  # nbformat's functions carry no types
    notebook = {"cells": mended, "metadata": about, "nbformat": NBFORMAT, "nbformat_minor": NBFORMAT_MINOR}
    return from_dict(notebook), list(dict.fromkeys(changes))


def _cells_in(text: str) -> list[Any] | None:
    """The cells of anything that is JSON and looks like a notebook of version 3 or 4."""
    try:
        notebook = json.loads(text)
        if isinstance(notebook, dict) and isinstance(notebook.get("worksheets"), list):
            notebook = _upgraded(text)
    except (ValueError, RecursionError, Unreadable):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    return cells if isinstance(cells, list) else None


def _parsed(raw: bytes, changes: list[str]) -> dict[str, Any]:
    if not raw.strip():
        raise Unreadable("练习纸是空文件")
    encoding: str
    try:
        encoding = json.detect_encoding(raw)
        text = raw.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        encoding, text = "", decoded(raw)
    if encoding not in ("utf-8", "utf-8-sig"):
        changes.append(ENCODING)
    if text.startswith("\ufeff") or encoding == "utf-8-sig":
        text = text.removeprefix("\ufeff")
        changes.append(MARKED_START)
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
        changes.append(WINDOWS_LINES)
    try:
        notebook: Any = read_json(text.encode("utf-8", "surrogatepass"), deepest=None, halves=True)
    except BoundsError as error:
        raise Unreadable(f"练习纸{error}") from None
    if not isinstance(notebook, dict):
        raise Unreadable("这不是练习纸")
    notebook = _writable(notebook, changes)
    if notebook.get("nbformat") in (1, 2, 3) and isinstance(notebook.get("worksheets"), list):
        notebook = _upgraded(json.dumps(notebook))
        changes.append(OLD_FORMAT)
    version = notebook.get("nbformat")
    if not isinstance(version, int) or isinstance(version, bool):
        changes.append(NO_FORMAT)
    elif version > NBFORMAT:
        raise Unreadable("练习纸是更新的软件存的，这台电脑读不了")
    if not isinstance(notebook.get("cells"), list):
        raise Unreadable("练习纸里没有内容")
    if not isinstance(notebook.get("metadata"), dict):
        notebook["metadata"] = {}
    read: dict[str, Any] = notebook
    return read


def _writable(notebook: dict[str, Any], changes: list[str]) -> dict[str, Any]:
    """The notebook without what no writer of notebooks takes: endless depth, halves of characters."""
    if is_deeper(notebook, MAX_DEPTH):
        changes.append(PRUNED)
        notebook = pruned(notebook)
    whole: dict[str, Any] = without_halves(notebook)
    if whole != notebook:
        changes.append(HALVES)
    return whole


def _upgraded(text: str) -> dict[str, Any]:
    import nbformat

    reads: Any = nbformat.reads  # nbformat's functions carry no types
    writes: Any = nbformat.writes
    try:
        upgraded: dict[str, Any] = json.loads(writes(reads(text, as_version=NBFORMAT)))
    except Exception as error:  # the converter raises whatever the missing part leads it to
        raise Unreadable("练习纸是很旧的格式，转不过来") from error
    return upgraded


def _shaped(cell: Any) -> dict[str, Any] | None:
    """The cell with every key that nbformat 4.5 wants of its type; None when it is no cell."""
    if not isinstance(cell, dict) or cell.get("cell_type") not in CELL_TYPES:
        return None
    kind, source = cell["cell_type"], cell.get("source", "")
    if isinstance(source, list):
        source = [part for part in source if isinstance(part, str)]
    elif not isinstance(source, str):
        return None
    metadata = cell.get("metadata")
    shaped: dict[str, Any] = {
        "cell_type": kind,
        "id": cell.get("id"),
        "metadata": metadata if isinstance(metadata, dict) else {},
        "source": source,
    }
    if kind == "code":
        outputs = cell.get("outputs")
        shaped["outputs"] = [out for out in outputs if _is_output(out)] if isinstance(outputs, list) else []
        count = cell.get("execution_count")
        shaped["execution_count"] = count if isinstance(count, int) else None
    elif isinstance(cell.get("attachments"), dict):
        shaped["attachments"] = cell["attachments"]
    return shaped


def _is_output(output: Any) -> bool:
    if not isinstance(output, dict):
        return False
    kind = output.get("output_type")
    if kind == "stream":
        return _is_text(output.get("text")) and output.get("name") in ("stdout", "stderr")
    if kind in ("display_data", "execute_result"):
        data = output.get("data")
        whole = isinstance(data, dict) and all(_is_text(one) or "json" in mime for mime, one in data.items())
        return whole and isinstance(output.get("metadata"), dict)
    named = isinstance(output.get("ename"), str) and isinstance(output.get("evalue"), str)
    return (
        kind == "error"
        and named
        and isinstance(output.get("traceback"), list)
        and _is_text(output["traceback"])
    )


def _is_text(value: Any) -> bool:
    """Whether it is a text, or one in lines."""
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))


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
