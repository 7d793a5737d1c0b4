"""Lays out a learner's own folder for a week: copies what is released and never writes over work.

```
learners/<id>/<week>/          worksheet-1.ipynb ... answers.json, uploads/
learners/<id>/<week>.旧的/     copies that a newer release took the place of
```

The folder comes from sticks and sync tools too. What they add is left alone and named; a notebook that cannot
be read or written just now is left as it is, since a worksheet is shown from the release.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nongju.answers.copies import copies, is_copy
from nongju.answers.disk import NAME as ANSWERS
from nongju.course.identity import normalise_id
from nongju.course.wholefile import replacing, write_whole

UNREADABLE = "「{name}」打不开，换了一份新的。坏的那份放在「{kept}」。写过的答案都在。"
RENEWED = "「{name}」老师发了新的，已经换上。旧的那份放在「{kept}」。写过的答案都在。"
LEFT_ALONE = "文件夹里还有{names}，没有用，也没有动。要是答案不对，请老师看看。"
NAMED = 5
"""Most files that are named in one sentence."""


@dataclass(frozen=True)
class WeekNotebook:
    """One notebook of the week.

    Attributes:
        name: its file name.
        title: what the learner calls it.
        code: whether the learner writes code in it.
        released: the notebook as it was released.
    """

    name: str
    title: str
    code: bool
    released: bytes


def own_folder(desks: Path, learner: str, week: str) -> Path:
    """A learner's folder of the week, also where a stick or a copy changed its name a little.

    Arguments:
        desks: where learners' folders are.
        learner: normalised id.
        week: the week's name.
    """
    own = desks / learner
    if not own.exists():
        own = next((path for path in _folders(desks) if normalise_id(path.name) == learner), own)
    folder = own / week
    if not folder.exists():
        renamed = [path for path in _folders(own) if is_copy(path.name, week) and (path / ANSWERS).exists()]
        folder = renamed[0] if len(renamed) == 1 else folder
    return folder


def _folders(place: Path) -> list[Path]:
    return sorted(path for path in place.iterdir() if path.is_dir()) if place.is_dir() else []


def lay_out(released: Mapping[str, bytes], folder: Path) -> list[str]:
    """Brings a learner's folder up to the release and returns what to tell the learner.

    A file that is missing is copied. A notebook whose given cells differ from the release, or whose content
    cannot be read, is set aside and replaced; code that the learner wrote in it is carried over. Nothing is
    deleted, and what cannot be read or written just now stays as it is.

    Arguments:
        released: the week's files by path, as `ReleasedWeek.files`.
        folder: learners/<id>/<week>, made if missing.

    Raises:
        OSError: the folder itself cannot be made or read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sentences: list[str] = []
    for path, content in released.items():
        try:
            sentences.extend(_bring(content, folder / path, folder))
        except OSError:  # a full disk, a virus scanner, a failing stick: the sheet is shown all the same
            continue
    return sentences


def sheets(notebooks: Mapping[str, bytes]) -> list[WeekNotebook]:
    """The week's notebooks in the order of their evenings, the optional code notebook last.

    Arguments:
        notebooks: the released ones, by name.
    """
    entries = []
    for name, raw in sorted(notebooks.items()):
        notebook = json.loads(raw)
        code = any(map(_is_solution, notebook["cells"]))
        entries.append(WeekNotebook(name, _title(notebook) or Path(name).stem, code, raw))
    return sorted(entries, key=lambda sheet: sheet.code)


def may_be_written(path: Path) -> bool:
    """Whether a file that is there can be written."""
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _bring(content: bytes, target: Path, folder: Path) -> Iterator[str]:
    if not target.exists():
        write_whole(target, content, private=True)
    elif target.suffix == ".ipynb":
        yield from _renew(content, target, folder)
    elif content != target.read_bytes():
        yield RENEWED.format(name=target.name, kept=_replace(target, content, folder).name)


def left_alone(folder: Path, released: Collection[str], used: str = "") -> str:
    """One sentence that names what lies in the folder and only looks like the week's files; "" for nothing.

    Arguments:
        folder: learners/<id>/<week>.
        released: names of the week's files.
        used: name of a copy that was taken for the answers.
    """
    names = [path.name for path in folder.iterdir()]
    beside = {copy for name in (*released, ANSWERS) for copy in copies(names, name)}
    beside |= {name for name in names if name.casefold().endswith(".ipynb") and name not in released}
    beside -= {used}
    if not beside:
        return ""
    shown = "".join(f"「{name}」" for name in sorted(beside)[:NAMED])
    more = f"等 {len(beside)} 个文件" if len(beside) > NAMED else ""
    return LEFT_ALONE.format(names=shown + more)


def _renew(content: bytes, target: Path, folder: Path) -> Iterator[str]:
    released = json.loads(content)
    raw = target.read_bytes()
    try:
        own = json.loads(raw.decode("utf-8-sig"))
        current = _given(own) == _given(released)
        written = {_grade_id(cell): cell["source"] for cell in own["cells"] if _is_solution(cell)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        yield UNREADABLE.format(name=target.name, kept=_replace(target, content, folder).name)
        return
    if current:
        return
    for cell in released["cells"]:
        if _is_solution(cell) and _grade_id(cell) in written:
            cell["source"] = written[_grade_id(cell)]
    renewed = json.dumps(released, ensure_ascii=False, indent=1).encode() + b"\n"
    yield RENEWED.format(name=target.name, kept=_replace(target, renewed, folder).name)


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


def _replace(target: Path, content: bytes, folder: Path) -> Path:
    """Puts new content in a file's place, and the old one out of the hand-in under a name that is free.

    The old one stays where it is until the new one is whole on the disk.
    """
    aside = folder.with_name(f"{folder.name}.旧的")
    aside.mkdir(exist_ok=True)
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    kept = aside / f"{target.stem}-{stamp}{target.suffix}"
    number = 2
    while kept.exists():
        kept = aside / f"{target.stem}-{stamp}-{number}{target.suffix}"
        number += 1
    with replacing(target, suffix=".tmp", private=True) as new:
        new.write_bytes(content)
        shutil.move(target, kept)
    return kept
