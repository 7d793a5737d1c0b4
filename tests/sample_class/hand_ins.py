"""Who is in the sample class of a week, and what each of them hands in.

A week that CLASSES does not name has the SMALL class, so a new week of the syllabus needs nothing here.
"""

import json
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tests.sample_class.answering import (
    Answers,
    Misconceived,
    answer,
    answers_json,
    kinds_of_misconceptions,
    misconceptions,
    predicted,
    right_answers,
)
from tests.sample_class.filming import Files, chosen, film, filmed
from tests.sample_class.questions import Classroom

MODEL = "wang-li"
"""The learner whose answers the browser test fills in; every automatic point is hers."""

EVENING = datetime.fromisoformat("2026-11-10T20:30:00+08:00")
"""When the first of a class hands in; each next one five minutes later."""

NAMES = {
    MODEL: "王姐",
    "chen-jun": "陈哥",
    "liu-fang": "刘芳",
    "zhao-min": "赵敏",
    "zhou-hai": "老周",
    "wu-xia": "吴嫂",
    "xu-lan": "徐兰",
    "sun-bo": "小孙",
    "ma-chao": "马超",
    "zhu-ping": "朱平",
    "hu-ying": "胡英",
    "guo-jing": "郭静",
    "he-mei": "何妹",
    "gao-feng": "高峰",
    "lin-tao": "林涛",
    "罗三姐": "三姐",
}
"""Everybody by id; invented people have no full names."""

LARGE = {
    MODEL: "model",
    "chen-jun": "misconception",
    "liu-fang": "misconception",
    "zhao-min": "misconception",
    "zhou-hai": "misconception",
    "wu-xia": "misconception",
    "xu-lan": "half",
    "sun-bo": "blank",
    "ma-chao": "full-width",
    "zhu-ping": "copied",
    "hu-ying": "duplicated-cell",
    "guo-jing": "cut-short",
    "he-mei": "missing-notebook",
    "gao-feng": "gbk-zip",
    "lin-tao": "crlf",
    "罗三姐": "chinese-id",
}
"""What each hand-in is about: every way of thinking and every damage."""

SMALL = {
    MODEL: "model",
    "chen-jun": "misconception",
    "liu-fang": "misconception",
    "zhao-min": "misconception",
    "xu-lan": "half",
    "sun-bo": "blank",
}
"""Enough for a class table: damage has nothing to do with the week."""

FILMING = {
    MODEL: "model",
    "chen-jun": "misconception",
    "liu-fang": "misconception",
    "zhao-min": "misconception",
    "xu-lan": "right",
    "zhou-hai": "right",
    "wu-xia": "half",
    "sun-bo": "blank",
}
"""As SMALL, with two more whose answers are right: `nongju demo` shows what becomes of their clips."""

CLASSES = {"pricing-margin": LARGE, "camera-settings": FILMING, "clip-editing": FILMING}
"""Weeks with another class than SMALL."""

FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789."}
"""How a learner types who has not switched the input method back."""


@dataclass
class HandIn:
    """One learner's hand-in: what it is about (as expected.json says it), its files, when it was made."""

    learner: str
    about: dict[str, Any]
    files: Files
    moment: datetime

    @property
    def kind(self) -> str:
        """What it is about, in one word."""
        return str(self.about["kind"])


def hand_ins(room: Classroom, model: bytes) -> list[HandIn]:
    """The class of a week.

    Arguments:
        room: the week's questions.
        model: the answers.json that the browser test filled in.
    """
    people = CLASSES.get(room.week, SMALL)
    thinking = [learner for learner, kind in people.items() if kind == "misconception"]
    choose = misconceptions if people is LARGE else kinds_of_misconceptions
    wrong = dict(zip(thinking, choose(room, len(thinking)), strict=True))
    return [
        _hand_in(room, learner, kind, EVENING + timedelta(minutes=5 * number), model, wrong.get(learner))
        for number, (learner, kind) in enumerate(people.items())
    ]


def _hand_in(
    room: Classroom, learner: str, kind: str, moment: datetime, model: bytes, wrong: Misconceived | None
) -> HandIn:
    about: dict[str, Any] = {"kind": kind}
    given = right_answers(room, learner)
    if wrong is not None:
        about |= _think(given, learner, wrong)
    elif kind == "half":
        given = _half(room, given)
    elif kind == "blank":
        given = {}
    elif kind == "full-width":
        _widen(given)
    clips: Files = {}
    if kind == "model":
        clips = chosen(model, learner)
    elif kind not in ("half", "blank", "copied"):
        clips = film(room, learner, given)
    if clips:
        about["clips"] = filmed(room, learner)
    own = model if kind in ("model", "copied") else answers_json(room.week, learner, given, moment)
    files = {**room.notebooks, **(room.solved if kind == "model" else {}), "answers.json": own, **clips}
    _damage(files, f"{room.graded[0].notebook}.ipynb", kind)
    return HandIn(learner, about, files, moment)


def _think(given: Answers, learner: str, wrong: Misconceived) -> dict[str, Any]:
    """Thinks that way in one question; in the field's first way where that does not occur."""
    one, rule, wrong_id = wrong
    variant = one.question.variant_for(learner)
    value = predicted(rule, variant, wrong_id)
    if value is None:
        wrong_id = rule.predictions(variant)[0][0].id
        value = predicted(rule, variant, wrong_id)
    answer(given, one.question, rule, variant, value, wrong_id)
    return {"id": wrong_id, "question": one.cell, "field": rule.field}


def _half(room: Classroom, given: Answers) -> Answers:
    """What was answered up to the end of the first evening, or of the first half of the only one."""
    first = [one for one in room.graded if one.notebook == room.graded[0].notebook]
    if len(first) == len(room.graded):
        first = first[: len(first) // 2]
    done = {one.question.key for one in first}
    return {key: entry for key, entry in given.items() if key.split(".")[0] in done}


def _widen(given: Answers) -> None:
    for entry in given.values():
        if entry["kind"] in ("number", "gain"):
            entry["raw"] = entry["raw"].translate(FULL_WIDTH)


def _damage(files: Files, first: str, kind: str) -> None:
    """What happened to the files on the way."""
    if kind == "duplicated-cell":
        files[first] = _duplicated(files[first])
    elif kind == "cut-short":
        files[first] = files[first][:5000]
    elif kind == "missing-notebook":
        del files[first]
    elif kind == "crlf":
        files |= {name: raw.replace(b"\n", b"\r\n") for name, raw in files.items()}


def _duplicated(raw: bytes) -> bytes:
    """A notebook in which the first graded cell was copied and pasted, id and all."""
    notebook = json.loads(raw)
    at = next(i for i, c in enumerate(notebook["cells"]) if c["metadata"].get("nbgrader", {}).get("grade"))
    notebook["cells"].insert(at + 1, deepcopy(notebook["cells"][at]))
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()
