"""Who sits here, in which folder, and whether this is a worksheet, a check or grading.

nbgrader sets NBGRADER_EXECUTION in the kernel: "autograde" or "validate"; otherwise it is a worksheet.
While grading, the learner is the name of the submission's folder, never what answers.json says.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nongju.answers.schema import normalise_id
from nongju.answers.store import NAME, AnswerStore

__all__ = ["Session", "current", "listen", "mode", "normalise_id", "seed", "tell"]

MOST_MARKED = 4
"""Sessions kept while grading: one hand-in asks for its week, and for whatever week its answers are of."""

SOMEONE_ELSE = "答案属于另一位学员。"

_sessions: dict[tuple[str, str], Session] = {}
_marked: dict[tuple[Path, str, str], tuple[tuple[int, ...], Session]] = {}
_listeners: dict[str, Callable[[str], None]] = {}


@dataclass
class Session:
    """One learner (or pair) at one week's answers.

    Arguments:
        mode: "worksheet", "validate" or "autograde".
        learner: normalised id, None when nobody sat down (the sample scenario shows).
        seed: what scenarios are drawn from: the learner's id, or both ids of a declared pair; "" for nobody.
        store: the answers.
        notes: sentences for the report about the hand-in as a whole.
        needs_person: whether the hand-in as a whole needs a person's eye.
    """

    mode: str
    learner: str | None
    seed: str
    store: AnswerStore
    notes: tuple[str, ...] = ()
    needs_person: bool = False


def mode() -> str:
    """What nbgrader says ("autograde", "validate"), otherwise "worksheet"."""
    said = os.environ.get("NBGRADER_EXECUTION", "")
    return said if said in {"autograde", "validate"} else "worksheet"


def seed(learner: str | None, pair: tuple[str, str] | None) -> str:
    """What a learner's scenarios are drawn from: the pair's two ids if the learner is one of them."""
    if learner is None:
        return ""
    return "+".join(pair) if pair and learner in pair else learner


def current(week: str) -> Session:
    """The session of this process for a week.

    In a worksheet it is made once for a folder, so that every form shares one store; while grading it is
    read again whenever the file has changed, so that a graded cell depends on no other cell.
    """
    folder, said = Path.cwd(), mode()
    if said == "autograde":
        return graded(folder, week, normalise_id(folder.parent.name))
    if said == "validate":
        store = AnswerStore.snapshot(folder, week)
        return Session(said, store.learner, seed(store.learner, store.pair), store)
    place = (str(folder), week)
    if place not in _sessions:
        store = AnswerStore.open(folder, week)
        _sessions[place] = Session(said, store.learner, seed(store.learner, store.pair), store)
    return _sessions[place]


def graded(folder: Path, week: str, learner: str) -> Session:
    """The session for grading the hand-in in `folder` as `learner`, whatever answers.json says.

    Answers of somebody else are marked on this learner's own scenarios, noted, and go to a person; where
    collecting knows which scenes the learner saw, on those.
    """
    asked, file = (folder, week, learner), _version(folder / NAME)
    if file and asked in _marked and _marked[asked][0] == file:
        return _marked[asked][1]
    session = _read(folder, week, learner)
    if len(_marked) >= MOST_MARKED:
        _marked.clear()
    _marked[asked] = file, session
    return session


def _version(path: Path) -> tuple[int, ...]:
    """What changes whenever a file is written; () where there is none."""
    try:
        seen = path.stat()
    except OSError:
        return ()
    return seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def _read(folder: Path, week: str, learner: str) -> Session:
    store = AnswerStore.snapshot(folder, week)
    learner = normalise_id(learner)
    theirs = {store.learner, *(store.pair or ())}
    foreign = store.learner is not None and learner not in theirs and store.scene is None
    notes = (*store.problems, *((SOMEONE_ELSE,) if foreign else ()))
    nobodys = store.learner is None and bool(store.answers)  # the sample was shown
    shown = store.scene or ("" if nobodys else seed(learner, store.pair))
    return Session("autograde", learner, shown, store, notes, bool(notes))


def listen(name: str, callback: Callable[[str], None]) -> None:
    """Call back with the key after every answer that this kernel stores; one callback for each name."""
    _listeners[name] = callback


def tell(key: str) -> None:
    """Tell the listeners that an answer was stored or emptied."""
    for callback in list(_listeners.values()):
        callback(key)
