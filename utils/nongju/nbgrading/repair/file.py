"""A notebook's file as it arrived, read whatever its encoding, its format or its damage."""

from __future__ import annotations

import json
from typing import Any

from nongju.course.boundedjson import MAX_DEPTH, BoundsError, is_deeper, pruned, read_json, without_halves
from nongju.course.tables import decoded
from nongju.errors import NongjuError

CELL_TYPES = ("code", "markdown", "raw")
"""What nbformat 4 allows as cell_type."""

NBFORMAT, NBFORMAT_MINOR = 4, 5
"""Format that is written: nbgrader 0.9 reads 4.x, and 4.5 has cell ids."""

ENCODING = "练习纸的文字编码不对，转过来了"
MARKED_START = "练习纸开头多了标记（BOM），去掉了"
WINDOWS_LINES = "练习纸是 Windows 换行，转过来了"
OLD_FORMAT = "练习纸是很旧的格式，转过来了"
NO_FORMAT = "练习纸没写是什么格式，按现在的读了"
PRUNED = "练习纸里有一处套得太深，去掉了"
HALVES = "练习纸里有写不出来的字，换成了 �"
QUIET = frozenset({ENCODING, MARKED_START, WINDOWS_LINES, OLD_FORMAT, NO_FORMAT, PRUNED, HALVES})
"""Repairs that changed nothing for the learner: how the file was written, not what stands in it."""


class Unreadable(NongjuError):
    """No cell of the notebook can be saved; the message is a Chinese sentence."""


def cells_in(text: str) -> list[Any] | None:
    """The cells of anything that is JSON and looks like a notebook of version 3 or 4."""
    try:
        notebook = json.loads(text)
        if isinstance(notebook, dict) and isinstance(notebook.get("worksheets"), list):
            notebook = _upgraded(text)
    except (ValueError, RecursionError, Unreadable):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    return cells if isinstance(cells, list) else None


def parsed(raw: bytes, changes: list[str]) -> dict[str, Any]:
    """The notebook in a file, in nbformat 4; what was wrong with the file goes to `changes`.

    Raises:
        Unreadable: not JSON, no cells, or a format that no reader here knows.
    """
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


def whole_cell(cell: Any) -> dict[str, Any] | None:
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
