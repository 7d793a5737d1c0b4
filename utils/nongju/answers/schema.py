"""The shape of answers.json, versions 1 and 2, and what makes a file unfit for use.

```
{"format": "nongju-answers", "version": 1, "week": "pricing-margin",
 "learner": "wang-li" | null, "pair": ["a", "b"] | null,
 "answers": {"p1.cost": {"kind": "number", "raw": "69.16", "echo": "69.16 元",
                         "saved": "2026-11-22T10:32:05+08:00"}, ...}}
```

Keys are "<question>.<field>" without the week. `raw` is what was typed or chosen last, also where it could
not be read:

| kind | raw |
| --- | --- |
| number | the text as typed: "3。5", "一百二" |
| gain | 赚 or 亏 and the text as typed: "亏1.54" |
| choice | the option's key |
| choices | list of option keys |
| table | list of rows, each an object of column key to text |
| text | the text |
| practice | {"tries": 0 to 3, "done": bool}, kept under "<question>._practice" |
| lock | true, kept under "<question>._locked" once a prediction is locked |
| setting | where a simulation's controls stand: an object of control key to number or option key |
| clip, photo | {"file": name in uploads/, "sha256": 64 hex digits, "bytes": size, "from": name it had} |

"stays": true beside these four says that the file is for the learner's own eyes and is not handed in.

Version 2 is version 1 with the last row. A file without clips and photos is still written as version 1, so
that a PC with the older program goes on with it; one that names them is refused there, not cut down.

An answer that could not be read, in whole or in part, has a query beside it:

```
"p1.cost": {"kind": "number", "raw": "十来块", "saved": "...",
            "query": {"ask": "差不多是多少？写一个数。", "label": "第 1 题 ① 一单本钱几元",
                      "last": "12", "echo": "12 元"}}
```

`ask` is the sentence that the learner was shown, `label` names the blank for people, `last` and `echo` are
the answer that was read before it (left out when there was none). "refused": true says that what was typed
last was not kept, because it held a mobile or identity number; `raw` is then what stood there before. A
reader that does not know the query reads `raw`, finds that it cannot, and marks no older answer in its place:
so the query needs no version of its own.

`echo` says back what was read when it was saved. It is only ever shown: grading reads `raw` again.
The file is data; nothing in it is run, and every text is escaped where it is shown.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

FORMAT = "nongju-answers"
VERSION = 2
"""Newest version that is read, and the one that is written when a clip or photo is named."""

PLAIN_VERSION = 1
"""Version that is written as long as nothing of version 2 is in it."""

MAX_FILE_BYTES = 5_000_000
"""A filled-in worksheet is under 100 kB. Beyond this the file was not written by a worksheet."""

MAX_VALUE_CHARACTERS = 20_000
"""Longest text kept of one value (fields themselves ask for far less)."""

MAX_ECHO_CHARACTERS = 500
MAX_LABEL_CHARACTERS = 120
MAX_TABLE_ROWS = 200
MAX_ANSWERS = 2_000
MAX_CONTROLS = 12
"""Controls of one simulation that are kept; it shows four."""

UPLOAD_KINDS = frozenset({"clip", "photo"})
"""Answers that are files beside answers.json, in uploads/."""

KINDS = UPLOAD_KINDS | {
    "number",
    "gain",
    "choice",
    "choices",
    "table",
    "text",
    "practice",
    "lock",
    "setting",
}
MAX_ORIGINAL_CHARACTERS = 60
"""What is kept of the name that a file had on the phone."""
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.[A-Za-z_][A-Za-z0-9_]{0,80}")
_CONTROL = re.compile(r"[a-z][a-z0-9_]{0,40}")
_OPTION = re.compile(r"[a-z0-9][a-z0-9_]{0,40}")
_UPLOAD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,120}\.[a-z0-9]{2,4}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WEEK = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


class WrongShapeError(ValueError):
    """The parsed JSON is not an answers file of ours."""


class NewerVersionError(ValueError):
    """The file was written by a newer program; it must not be written over."""


@dataclass(frozen=True)
class Query:
    """What is asked about an answer that could not be read.

    Arguments:
        ask: the sentence that the learner was shown.
        label: the blank as people call it.
        last: raw of the answer that was read before; None when there was none.
        echo: what was read of it.
        refused: whether what was typed last was not kept.
    """

    ask: str
    label: str = ""
    last: Any = None
    echo: str = ""
    refused: bool = False

    def to_json(self) -> dict[str, Any]:
        """The query as it stands in the file."""
        query: dict[str, Any] = {"ask": self.ask, "label": self.label}
        if self.last is not None:
            query |= {"last": self.last, "echo": self.echo}
        return {**query, "refused": True} if self.refused else query


@dataclass(frozen=True)
class Entry:
    """One stored answer.

    Arguments:
        kind: one of KINDS.
        raw: as typed or chosen last; text, list of text, list of rows, or a small object.
        saved: local time with offset, ISO 8601; empty when unknown.
        echo: what was read, for people.
        query: what is asked about it, if it could not be read.
    """

    kind: str
    raw: Any
    saved: str = ""
    echo: str = ""
    query: Query | None = None

    def to_json(self) -> dict[str, Any]:
        """The entry as it stands in the file."""
        entry: dict[str, Any] = {"kind": self.kind, "raw": self.raw}
        if self.echo:
            entry["echo"] = self.echo[:MAX_ECHO_CHARACTERS]
        entry["saved"] = self.saved
        if self.query is not None:
            entry["query"] = self.query.to_json()
        return entry


@dataclass
class AnswerFile:
    """The content of one answers.json."""

    week: str
    learner: str | None = None
    pair: tuple[str, str] | None = None
    answers: dict[str, Entry] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def _has_uploads(self) -> bool:
        return any(entry.kind in UPLOAD_KINDS for entry in self.answers.values())

    def to_json(self) -> dict[str, Any]:
        """The object that is written as JSON; `notes` about reading are not kept."""
        return {
            "format": FORMAT,
            "version": VERSION if self._has_uploads else PLAIN_VERSION,
            "week": self.week,
            "learner": self.learner,
            "pair": list(self.pair) if self.pair else None,
            "answers": {key: entry.to_json() for key, entry in sorted(self.answers.items())},
        }


def normalise_id(text: str) -> str:
    """A learner's id in the one form that is compared and drawn from: NFKC, stripped, casefolded."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).strip().casefold())


def parse(data: Any) -> AnswerFile:
    """The answers of parsed JSON; single bad entries are left out with a note.

    Raises:
        NewerVersionError: the version is above ours.
        WrongShapeError: it is not an answers file.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise WrongShapeError("not an answers file")
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise WrongShapeError("no version")
    if version > VERSION:
        raise NewerVersionError(str(version))
    week, answers = data.get("week"), data.get("answers")
    if not isinstance(week, str) or not _WEEK.fullmatch(week) or not isinstance(answers, dict):
        raise WrongShapeError("no week or no answers")
    result = AnswerFile(week, _learner(data.get("learner")), pair_of(data.get("pair")))
    for key, value in list(answers.items())[:MAX_ANSWERS]:
        entry = _entry(key, value, result.notes)
        if entry is not None:
            result.answers[key] = entry
    if len(answers) > MAX_ANSWERS:
        result.notes.append("答案文件里的条数太多，只读了前面的。")
    return result


def _learner(value: Any) -> str | None:
    if not isinstance(value, str) or len(value) > 200:
        return None
    return normalise_id(value) or None


def pair_of(value: Any) -> tuple[str, str] | None:
    """Two different ids, normalised and sorted; None when it is not that."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, second = (_learner(member) for member in value)
    if not first or not second or first == second:
        return None
    return (first, second) if first < second else (second, first)


def _entry(key: str, value: Any, notes: list[str]) -> Entry | None:
    if not _KEY.fullmatch(key) or not isinstance(value, dict) or value.get("kind") not in KINDS:
        notes.append("答案文件里有一条看不懂，没有用它。")
        return None
    kind, saved, echo = value["kind"], value.get("saved"), value.get("echo")
    raw = bounded(kind, value.get("raw"), notes)
    if raw is None:
        notes.append(f"{key} 的答案看不懂，没有用它。")
        return None
    return Entry(
        kind,
        raw,
        _short(saved, 40),
        _short(echo, MAX_ECHO_CHARACTERS),
        _query(kind, value.get("query"), notes),
    )


def _query(kind: str, value: Any, notes: list[str]) -> Query | None:
    """The query of an entry; None where there is none that asks anything."""
    if not isinstance(value, dict) or not _short(value.get("ask"), MAX_ECHO_CHARACTERS):
        return None
    last = None if value.get("last") is None else bounded(kind, value["last"], notes)
    return Query(
        _short(value["ask"], MAX_ECHO_CHARACTERS),
        _short(value.get("label"), MAX_LABEL_CHARACTERS),
        last,
        "" if last is None else _short(value.get("echo"), MAX_ECHO_CHARACTERS),
        value.get("refused") is True,
    )


def _short(value: Any, most: int) -> str:
    """A text for people, cut and without what cannot be written; "" for anything else."""
    return (_text(value[:most], []) or "") if isinstance(value, str) else ""


def bounded(kind: str, raw: Any, notes: list[str]) -> Any:  # noqa: PLR0911
    """`raw` if it has the shape of its kind, long texts cut with a note; None otherwise."""
    if kind in {"number", "gain", "choice", "text"}:
        return _text(raw, notes)
    if kind == "choices":
        if not isinstance(raw, list) or len(raw) > MAX_TABLE_ROWS:
            return None
        return [_text(item, notes) for item in raw] if all(isinstance(i, str) for i in raw) else None
    if kind == "table":
        return _table(raw, notes)
    if kind == "practice":
        if (
            not isinstance(raw, dict)
            or type(raw.get("tries")) is not int
            or type(raw.get("done")) is not bool
        ):
            return None
        return {"tries": min(max(raw["tries"], 0), 3), "done": raw["done"]}
    if kind == "setting":
        return _setting(raw)
    if kind in UPLOAD_KINDS:
        return _upload(raw)
    return True if raw is True else None


def _text(raw: Any, notes: list[str]) -> str | None:
    if not isinstance(raw, str):
        return None
    # lone surrogates cannot be written as UTF-8; NUL and other controls show nothing
    clean = "".join(c for c in raw if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    if len(clean) > MAX_VALUE_CHARACTERS:
        notes.append(f"有一条答案太长，只留了前 {MAX_VALUE_CHARACTERS} 个字。")
        clean = clean[:MAX_VALUE_CHARACTERS]
    return clean


def _upload(raw: Any) -> dict[str, str | int | bool] | None:
    """A file by a name of ours: nothing in it can leave uploads/ or mean anything to a browser."""
    if not isinstance(raw, dict):
        return None
    file, digest, size, original = (raw.get(name) for name in ("file", "sha256", "bytes", "from"))
    if not isinstance(file, str) or not _UPLOAD.fullmatch(file):
        return None
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        return None
    if isinstance(size, bool) or not isinstance(size, int) or size < 0:
        return None
    name = "".join(c for c in original if c.isprintable()) if isinstance(original, str) else ""
    named: dict[str, str | int | bool] = {"file": file, "sha256": digest, "bytes": size}
    named["from"] = name[:MAX_ORIGINAL_CHARACTERS]
    if raw.get("stays") is True:
        named["stays"] = True
    return named


def _setting(raw: Any) -> dict[str, float | str] | None:
    if not isinstance(raw, dict) or not 0 < len(raw) <= MAX_CONTROLS:
        return None
    for key, value in raw.items():
        if not isinstance(key, str) or not _CONTROL.fullmatch(key):
            return None
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not number and not (isinstance(value, str) and _OPTION.fullmatch(value)):
            return None
    return dict(raw)


def _table(raw: Any, notes: list[str]) -> list[dict[str, str]] | None:
    if not isinstance(raw, list):
        return None
    rows: list[dict[str, str]] = []
    for row in raw[:MAX_TABLE_ROWS]:
        if not isinstance(row, dict) or len(row) > 30:
            return None
        cells = {str(key)[:80]: _text(cell, notes) for key, cell in row.items()}
        if any(cell is None for cell in cells.values()):
            return None
        rows.append({key: cell or "" for key, cell in cells.items()})
    if len(raw) > MAX_TABLE_ROWS:
        notes.append(f"表太长，只留了前 {MAX_TABLE_ROWS} 行。")
    return rows
