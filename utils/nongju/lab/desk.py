"""Lays out a learner's own folder for a week: copies what is released and never writes over work.

```
learners/<id>/<week>/          worksheet-1.ipynb ... answers.json, uploads/
learners/<id>/<week>.旧的/     copies that a newer release took the place of
```
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

ANSWERS = "answers.json"
"""Never copied from a release: it is the learner's alone."""

UNREADABLE = "「{name}」打不开，换了一份新的。坏的那份放在「{kept}」。写过的答案都在。"
RENEWED = "「{name}」老师发了新的，已经换上。旧的那份放在「{kept}」。写过的答案都在。"


@dataclass(frozen=True)
class Sheet:
    """One notebook of the week: file name, title for the learner, whether the learner writes code in it."""

    name: str
    title: str
    code: bool


def lay_out(release: Path, folder: Path) -> list[str]:
    """Brings a learner's folder up to the release and returns what to tell the learner.

    A file that is missing is copied. A notebook whose given cells differ from the release, or that cannot be
    read, is set aside and replaced; code that the learner wrote in it is carried over. Nothing is deleted.

    Arguments:
        release: release/<week>.
        folder: learners/<id>/<week>, made if missing.

    Raises:
        OSError: the disk is full or may not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    told: list[str] = []
    for source in _released(release):
        target = folder / source.relative_to(release)
        if not target.exists():
            _put(target, source.read_bytes())
        elif source.suffix == ".ipynb":
            told.extend(_renew(source, target, folder))
        elif source.read_bytes() != target.read_bytes():
            kept = _set_aside(target, folder)
            _put(target, source.read_bytes())
            told.append(RENEWED.format(name=target.name, kept=kept.name))
    return told


def sheets(folder: Path) -> list[Sheet]:
    """The week's notebooks in the order of their evenings, the optional code notebook last."""
    found = []
    for path in sorted(folder.glob("*.ipynb")):
        notebook = json.loads(path.read_text("utf-8"))
        found.append(
            Sheet(path.name, _title(notebook) or path.stem, any(map(_is_solution, notebook["cells"])))
        )
    return sorted(found, key=lambda sheet: sheet.code)


def _released(release: Path) -> Iterator[Path]:
    for path in sorted(release.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(release).parts)
        if path.is_file() and not hidden and path.name != ANSWERS:
            yield path


def _renew(source: Path, target: Path, folder: Path) -> Iterator[str]:
    released = json.loads(source.read_text("utf-8"))
    try:
        own = json.loads(target.read_text("utf-8-sig"))
        current = _given(own) == _given(released)
        written = {_grade_id(cell): cell["source"] for cell in own["cells"] if _is_solution(cell)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        kept = _set_aside(target, folder)
        _put(target, source.read_bytes())
        yield UNREADABLE.format(name=target.name, kept=kept.name)
        return
    if current:
        return
    for cell in released["cells"]:
        if _is_solution(cell) and _grade_id(cell) in written:
            cell["source"] = written[_grade_id(cell)]
    kept = _set_aside(target, folder)
    _put(target, json.dumps(released, ensure_ascii=False, indent=1).encode() + b"\n")
    yield RENEWED.format(name=target.name, kept=kept.name)


def _given(notebook: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the course gave in a notebook: type and source of every cell that a learner does not write."""
    return [
        (cell["cell_type"], _text(cell["source"]))
        for cell in notebook["cells"]
        if not cell["metadata"].get("editable", True) or (_grade_id(cell) and not _is_solution(cell))
    ]


def _grade_id(cell: Mapping[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def _is_solution(cell: Mapping[str, Any]) -> bool:
    marked = cell["metadata"].get("nbgrader", {})
    return bool(marked.get("solution")) and not marked.get("task")


def _text(source: str | list[str]) -> str:
    return source if isinstance(source, str) else "".join(source)


def _title(notebook: Mapping[str, Any]) -> str:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for line in _text(cell["source"]).splitlines():
                if line.startswith("# "):
                    return line[2:].strip()
    return ""


def _set_aside(target: Path, folder: Path) -> Path:
    """Moves a file out of the hand-in, into the folder beside it, under a name that is free."""
    aside = folder.with_name(f"{folder.name}.旧的")
    aside.mkdir(exist_ok=True)
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    kept = aside / f"{target.stem}-{stamp}{target.suffix}"
    number = 2
    while kept.exists():
        kept = aside / f"{target.stem}-{stamp}-{number}{target.suffix}"
        number += 1
    shutil.move(target, kept)
    return kept


def _put(target: Path, content: bytes) -> None:
    """Writes a whole new file or nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
