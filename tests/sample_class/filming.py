"""Who films what, and the files that go along with a hand-in."""

import json
from collections.abc import Iterator
from typing import Any

from tests.sample_class.answering import Answers
from tests.sample_class.demo_clips import CLIPS, TRUNCATED, answered_with, kept, own, phone_name
from tests.sample_class.questions import Classroom

from nongju.marking.clip import ClipRule

CAMERAS: dict[str, dict[str, dict[str, str | None]]] = {
    "camera-settings": {
        "chen-jun": {"shot.clip": "sideways"},
        "liu-fang": {"shot.clip": "shaky"},
        "zhao-min": {"shot.clip": "dark"},
        "xu-lan": {"talk.clip": "silent"},
        "zhou-hai": {"shot.clip": TRUNCATED},
    },
    "clip-editing": {
        "chen-jun": {"moves.push": "zoom"},
        "liu-fang": {"moves.push": "zoom", "moves.pull": None, "moves.pan": "pan", "moves.truck": "truck"},
        "zhao-min": {"edited.clip": "uncut"},
        "xu-lan": {"moves.push": None, "moves.pull": None, "moves.pan": "pan", "moves.truck": "truck"},
        "zhou-hai": {"edited.clip": TRUNCATED},
    },
}
"""What is not as it should be, by week, learner and blank: a clip with a fault, None where nothing is handed
in, a clip beyond what is asked for. Every other one is good, and of a choice the first ones are filmed."""

Files = dict[str, bytes]


def good_for(kind: str, move: str | None) -> str:
    """The good clip of CLIPS for a blank that asks for this kind and move."""
    return move or kind


def blanks(room: Classroom) -> Iterator[tuple[str, ClipRule, bool]]:
    """Every blank for a clip that is marked: "question.field", its rule, whether it is asked for."""
    for one in room.graded:
        clips = [rule for rule in one.rules if isinstance(rule, ClipRule)]
        for at, rule in enumerate(clips):
            yield f"{one.question.key}.{rule.field}", rule, at < (one.question.required or len(clips))


def filmed(room: Classroom, learner: str) -> dict[str, str]:
    """Which clip a learner hands in, by "question.field"."""
    mine = CAMERAS.get(room.week, {}).get(learner, {})
    chosen = {
        key: mine.get(key, good_for(rule.kind, rule.move) if asked else None)
        for key, rule, asked in blanks(room)
    }
    return {key: clip for key, clip in chosen.items() if clip is not None}


def film(room: Classroom, learner: str, given: Answers) -> Files:
    """Puts a learner's clips into her answers; returns the files that they name.

    A truncated one was whole when she chose it: it was cut on its way to the instructor.
    """
    files: Files = {}
    good = {key: good_for(rule.kind, rule.move) for key, rule, _ in blanks(room)}
    for key, clip in filmed(room, learner).items():
        question, field = key.split(".")
        content = own(kept(good[key] if clip == TRUNCATED else clip), learner)
        entry, name, content = answered_with(question, field, content, phone_name(question, field))
        given[key] = entry
        files[name] = content[: len(content) // 2] if clip == TRUNCATED else content
    return files


def chosen(model: bytes, learner: str) -> Files:
    """The files that answers of the browser test name and that are handed in.

    Raises:
        ValueError: they name a file that is not among the kept clips.
    """
    uploads: list[dict[str, Any]] = [
        entry["raw"] for entry in json.loads(model)["answers"].values() if entry["kind"] == "clip"
    ]
    mine = {answered_with("", "", own(kept(name), learner), "")[0]["raw"]["sha256"]: name for name in CLIPS}
    for one in uploads:
        if one["sha256"] not in mine:
            raise ValueError(f"{one['file']} is none of the kept clips: make classroom")
    return {
        f"uploads/{one['file']}": own(kept(mine[one["sha256"]]), learner)
        for one in uploads
        if not one.get("stays")
    }
