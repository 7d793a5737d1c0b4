"""What a collector must know of an answers.json: whose answers, of which week, and can they be marked.

The answers themselves are read by `nongju.answers` at grading; nothing is kept from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nongju.answers.bounds import short
from nongju.answers.kinds import file_kinds
from nongju.answers.schema import (
    FORMAT,
    MAX_FILE_BYTES,
    OWN_KINDS,
    AnswerFile,
    NewerVersionError,
    WrongShapeError,
    learner_of,
    loads,
    parse,
)
from nongju.course.boundedjson import BoundsError

MOST_TYPED = 24
"""Characters that are said of an answer that could not be read."""


@dataclass(frozen=True)
class NamedUpload:
    """A file of uploads/ that an answer names and that is to be handed in.

    Arguments:
        key: "<question>.<field>".
        kind: "clip" or "photo".
        file: its name directly in uploads/.
        sha256: digest when it was chosen.
        original: its name on the phone; for people only.
    """

    key: str
    kind: str
    file: str
    sha256: str
    original: str = ""


@dataclass(frozen=True)
class AnswersLook:
    """What one answers.json says about itself; `problem` is a Chinese sentence when it cannot be marked.

    `unread` names the blanks whose answer was not read when it was written, each with what was typed;
    `filled` is the blanks with something in them; `left_out` counts entries that no program of ours wrote.
    `states_scene` means that it says from whose id its scenes are drawn, which collecting alone may say.
    """

    learner: str | None = None
    pair: tuple[str, ...] = ()
    week: str | None = None
    problem: str | None = None
    uploads: tuple[NamedUpload, ...] = ()
    unread: tuple[str, ...] = ()
    filled: frozenset[str] = frozenset()
    left_out: int = 0
    states_scene: bool = False

    @property
    def usable(self) -> bool:
        """Whether grading can read the answers."""
        return self.problem is None

    def belongs_to(self, learner: str) -> bool:
        """Whether the file names this learner, alone or in the pair; a nameless file fits anyone."""
        return self.learner in (None, learner) or learner in self.pair


def look_at_answers(raw: bytes, week: str) -> AnswersLook:
    """Identity and usability of an answers.json of the given week."""
    if len(raw) > MAX_FILE_BYTES:
        return AnswersLook(problem="答案文件太大，超过 5 MB")
    try:
        data: Any = loads(raw)
    except BoundsError as error:
        return AnswersLook(problem=f"答案文件{error}")
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return AnswersLook(problem="答案文件不是本课程的")
    members = data.get("pair")
    pair = tuple(filter(None, map(learner_of, members))) if isinstance(members, list) else ()
    stated = short(data.get("week"), MOST_TYPED * 4) or None
    content, problem = _content(data, week)
    learner = learner_of(data.get("learner"))
    return AnswersLook(
        learner,
        pair,
        stated,
        problem,
        _uploads(content),
        _unread(content),
        _filled(content),
        len(content.notes) if content else 0,
        "scene" in data,
    )


def _content(data: dict[str, Any], week: str) -> tuple[AnswerFile | None, str | None]:
    """The answers, or the sentence why they cannot be marked."""
    try:
        content = parse(data)
    except NewerVersionError:
        return None, "答案文件来自更新的软件版本，这台电脑读不了"
    except WrongShapeError:
        return None, "答案文件不完整，读不出来"
    return content, None if content.week == week else f"答案是另一周的（{content.week[:40]}）"


def _uploads(content: AnswerFile | None) -> tuple[NamedUpload, ...]:
    return tuple(
        NamedUpload(key, entry.kind, entry.raw["file"], entry.raw["sha256"], entry.raw["from"])
        for key, entry in sorted(content.answers.items() if content else ())
        if entry.kind in file_kinds() and not entry.raw.get("stays")
    )


def _filled(content: AnswerFile | None) -> frozenset[str]:
    entries = content.answers.items() if content else ()
    return frozenset(key for key, entry in entries if entry.raw and entry.kind not in OWN_KINDS)


def _unread(content: AnswerFile | None) -> tuple[str, ...]:
    """第 1 题 ① 一单本钱几元「十来块」, for a person to read in a terminal."""
    found = []
    for key, entry in sorted(content.answers.items() if content else ()):
        if entry.query is not None:
            typed = entry.raw if isinstance(entry.raw, str) and not entry.query.refused else ""
            said = "".join(c for c in typed if c.isprintable())[:MOST_TYPED]
            label = "".join(c for c in entry.query.label if c.isprintable())
            found.append(f"{label or key}{f'「{said}」' if said else ''}")
    return tuple(found)
