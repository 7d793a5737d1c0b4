"""The shape of answers.json, versions 1 to 3, and what makes a file unfit for use.

```
{"format": "nongju-answers", "version": 1, "week": "pricing-margin",
 "learner": "wang-li" | null, "pair": ["a", "b"] | null,
 "answers": {"p1.cost": {"kind": "number", "raw": "69.16", "echo": "69.16 元",
                         "saved": "2026-11-22T10:32:05+08:00"}, ...}}
```

Keys are "<question>.<field>" without the week. `raw` is what was typed or chosen last, also where it could
not be read. What it is for each kind of blank says its class in `nongju.answers.kinds`, and
`python -m nongju.answers.kinds` prints the table. Two more kinds are no blanks:

| kind | raw | since version |
| --- | --- | --- |
| practice | {"tries": 0 to 3, "done": bool}, kept under "<question>._practice" | 1 |
| lock | true, kept under "<question>._locked" once a prediction is locked | 1 |

| version | what it brought | what an older program does |
| --- | --- | --- |
| 2 | clips and photos | refuses it where there is one, and leaves it as it is |
| 3 | orders; kinds that are not known are kept as they are | refuses it where there is an order |

A file is written as the oldest version that can hold what is in it, so that a PC with an older program goes
on with it. Since version 3 a further kind needs no further version: what is not known is not shown and not
marked, but written back untouched.

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

"scene", beside "learner", is an id (or a pair's two, joined by "+"): collecting writes it where the learner
saw another id's scenes, such as 15 for 015, and drops what a hand-in says of it. Who does not know it draws
from the folder's id, as before.

`echo` says back what was read when it was saved. It is only ever shown: grading reads `raw` again.
The file is data; nothing in it is run, and every text is escaped where it is shown.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from nongju.answers.bounds import bounded_text, short
from nongju.answers.kinds import kinds
from nongju.course.boundedjson import read_json
from nongju.course.identity import normalise_id
from nongju.errors import NongjuError

FORMAT = "nongju-answers"
VERSION = 3
"""Newest version that is read."""

MAX_FILE_BYTES = 5_000_000
"""A filled-in worksheet is under 100 kB. Beyond this the file was not written by a worksheet."""

MAX_ECHO_CHARACTERS = 500
MAX_LABEL_CHARACTERS = 120
MAX_ID_CHARACTERS = 200
MAX_ANSWERS = 2_000
OWN_KINDS = frozenset({"practice", "lock"})
"""Kinds that a question keeps beside its blanks."""

KEEPS_UNKNOWN = 3
"""First version whose readers keep what they do not know."""

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.[A-Za-z_][A-Za-z0-9_]{0,80}")
_WEEK = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_KIND = re.compile(r"[a-z][a-z0-9_-]{0,40}")


class WrongShapeError(NongjuError, ValueError):
    """The parsed JSON is not an answers file of ours."""


class NewerVersionError(NongjuError, ValueError):
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
        label = short(self.label, MAX_LABEL_CHARACTERS)
        query: dict[str, Any] = {"ask": short(self.ask, MAX_ECHO_CHARACTERS), "label": label}
        if self.last is not None:
            query |= {"last": self.last, "echo": short(self.echo, MAX_ECHO_CHARACTERS)}
        return {**query, "refused": True} if self.refused else query


@dataclass(frozen=True)
class Entry:
    """One stored answer.

    Arguments:
        kind: of the blank; another name is kept as it is.
        raw: as typed or chosen last; text, list of text, list of rows, or a small object.
        saved: local time with offset, ISO 8601; empty when unknown.
        echo: what was read, for people.
        query: what is asked about it, if it could not be read.
        foreign: the whole entry as it stood in the file, where its kind is not known here.
    """

    kind: str
    raw: Any
    saved: str = ""
    echo: str = ""
    query: Query | None = None
    foreign: dict[str, Any] | None = None

    @property
    def since(self) -> int:
        """Oldest version of the file that can hold this."""
        if self.foreign is not None:
            return KEEPS_UNKNOWN
        known = kinds().get(self.kind)
        return known.since if known else 1

    def to_json(self) -> dict[str, Any]:
        """The entry as it stands in the file."""
        if self.foreign is not None:
            return self.foreign
        entry: dict[str, Any] = {"kind": self.kind, "raw": self.raw}
        if self.echo:
            entry["echo"] = short(self.echo, MAX_ECHO_CHARACTERS)
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
    scene: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The object that is written as JSON; `notes` about reading are not kept."""
        return {
            "format": FORMAT,
            "version": max((entry.since for entry in self.answers.values()), default=1),
            "week": self.week,
            "learner": self.learner,
            "pair": list(self.pair) if self.pair else None,
            "answers": {key: entry.to_json() for key, entry in sorted(self.answers.items())},
        }


def loads(raw: bytes) -> Any:
    """The JSON of an answers file, whoever wrote it, in any of Unicode's encodings.

    One endless number does not cost the other answers, for no entry takes it; a lone surrogate is let
    through, for bounded texts drop it.

    Raises:
        BoundsError: it is no JSON, or more than any worksheet writes; a ValueError.
    """
    return read_json(raw, deepest=None, halves=True)


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
    result = AnswerFile(week, learner_of(data.get("learner")), pair_of(data.get("pair")))
    result.scene = learner_of(data.get("scene"))
    for key, value in list(answers.items())[:MAX_ANSWERS]:
        entry = _entry(key, value, result.notes)
        if entry is not None:
            result.answers[key] = entry
    if len(answers) > MAX_ANSWERS:
        result.notes.append("答案文件里的条数太多，只读了前面的。")
    return result


def learner_of(value: Any) -> str | None:
    """A learner's id as it is compared; None for what is no id, or could not be written again."""
    if not isinstance(value, str) or len(value) > MAX_ID_CHARACTERS:
        return None
    if bounded_text(value, []) != value:
        return None
    return normalise_id(value) or None


def pair_of(value: Any) -> tuple[str, str] | None:
    """Two different ids, normalised and sorted; None when it is not that."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, second = (learner_of(member) for member in value)
    if not first or not second or first == second:
        return None
    return (first, second) if first < second else (second, first)


def _entry(key: str, value: Any, notes: list[str]) -> Entry | None:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not _KEY.fullmatch(key) or not isinstance(kind, str) or not _KIND.fullmatch(kind):
        notes.append("答案文件里有一条看不懂，没有用它。")
        return None
    if kind not in kinds() and kind not in OWN_KINDS:
        return _foreign(key, kind, value, notes)
    raw = bounded(kind, value.get("raw"), notes)
    if raw is None:
        notes.append(f"{key} 的答案看不懂，没有用它。")
        return None
    saved, echo = short(value.get("saved"), 40), short(value.get("echo"), MAX_ECHO_CHARACTERS)
    return Entry(kind, raw, saved, echo, _query(kind, value.get("query"), notes))


def _foreign(key: str, kind: str, value: dict[str, Any], notes: list[str]) -> Entry | None:
    """An entry of a kind that is not known here, kept as it is if it can be written again."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):  # a lone surrogate, NaN
        notes.append(f"{key} 的答案看不懂，没有用它。")
        return None
    return Entry(kind, value.get("raw"), foreign=value)


def _query(kind: str, value: Any, notes: list[str]) -> Query | None:
    """The query of an entry; None where there is none that asks anything."""
    if not isinstance(value, dict) or not short(value.get("ask"), MAX_ECHO_CHARACTERS):
        return None
    last = None if value.get("last") is None else bounded(kind, value["last"], notes)
    return Query(
        short(value["ask"], MAX_ECHO_CHARACTERS),
        short(value.get("label"), MAX_LABEL_CHARACTERS),
        last,
        "" if last is None else short(value.get("echo"), MAX_ECHO_CHARACTERS),
        value.get("refused") is True,
    )


def bounded(kind: str, raw: Any, notes: list[str]) -> Any:
    """`raw` if it has the shape of its kind, long texts cut with a note; None otherwise."""
    if kind == "lock":
        return True if raw is True else None
    if kind == "practice":
        return _practice(raw)
    known = kinds().get(kind)
    return known.bounded(raw, notes) if known else None


def _practice(raw: Any) -> dict[str, Any] | None:
    if not isinstance(raw, dict) or type(raw.get("tries")) is not int or type(raw.get("done")) is not bool:
        return None
    return {"tries": min(max(raw["tries"], 0), 3), "done": raw["done"]}
