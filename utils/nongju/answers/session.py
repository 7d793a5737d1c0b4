"""Who sits here, in which folder, and whether this is a worksheet, a check or grading.

nbgrader sets NBGRADER_EXECUTION in the kernel: "autograde" or "validate"; otherwise it is a worksheet.
While grading, the learner is the name of the submission's folder, never what answers.json says.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nongju.answers.disk import NAME
from nongju.answers.store import UNREADABLE, AnswerStore
from nongju.course.identity import normalise_id

__all__ = ["Session", "current", "listen", "mode", "normalise_id", "seed", "tell"]

MOST_MARKED = 4
"""Sessions kept while grading: one hand-in asks for its week, and for whatever week its answers are of."""

SEATED = "NONGJU_LEARNER"
"""Variable by which `nongju lab` tells its kernels who sits there."""

SOMEONE_ELSE = "答案属于另一位学员。"
NOBODY = "做的时候没写是谁，题里的数可能是别人的。老师看看。"
SEAT_FIRST = "先在第一格写上你是谁，这里就出题。"

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

    @property
    def closed(self) -> str:
        """Why a worksheet shows no question yet, as a sentence; "" when it does.

        A learner's scenes follow from who sits there: nobody should answer somebody else's.
        """
        if self.mode != "worksheet":
            return ""
        if self.store.unreadable:
            return UNREADABLE
        return SEAT_FIRST if self.learner is None else ""

    def sit(self, learner: str) -> None:
        """Write who works here, and take their scenes from now on.

        Raises:
            NotSavedError: it could not be written.
        """
        self.store.sit_down(learner)
        self.follow()

    def follow(self) -> bool:
        """Take the learner from what is stored; whether that is another one than before."""
        before = self.learner, self.seed
        self.learner = self.store.learner or _seated()
        self.seed = seed(self.learner, self.store.pair)
        return (self.learner, self.seed) != before


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
        learner = store.learner or _seated()
        _sessions[place] = Session(said, learner, seed(learner, store.pair), store)
    return _sessions[place]


def _seated() -> str | None:
    """Who sits there by what `nongju lab` says, where the file cannot tell."""
    return normalise_id(os.environ.get(SEATED, "")) or None


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
    nobody = store.learner is None and bool(store.answers)  # the sample was shown
    notes = (*store.problems, *((SOMEONE_ELSE,) if foreign else ()), *((NOBODY,) if nobody else ()))
    shown = store.scene or ("" if nobody else seed(learner, store.pair))
    return Session("autograde", learner, shown, store, notes, bool(notes))


def listen(name: str, callback: Callable[[str], None]) -> None:
    """Call back with the key of every answer that changed, "" when any may have; one callback a name."""
    _listeners[name] = callback


def tell(key: str = "") -> None:
    """Tell the listeners that an answer was stored or emptied; "" when another learner sits there."""
    for callback in list(_listeners.values()):
        callback(key)
