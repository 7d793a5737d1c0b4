"""The worksheet as a whole on the page: whose it is, how far the learner is, handing in.

One widget a kernel, shown nowhere: the page puts its parts above the first question and behind the last one,
or where `nongju lab` has a place for them. The browser sends {"type": "sit", "learner"} where nobody sits,
and {"type": "hand-in", "anyway": bool}; the first press names what is missing.
"""

from __future__ import annotations

import threading
from typing import Any

import traitlets

from nongju.answers import session as sessions
from nongju.answers.disk import NotSavedError
from nongju.answers.question import Question
from nongju.answers.session import Session
from nongju.answers.sheet import Sheet
from nongju.answers.web.packing import pack
from nongju.answers.web.shared import SharedWidget
from nongju.course.identity import fault_of_id, normalise_id

_sheets: dict[int, SheetWidget] = {}


class SheetWidget(SharedWidget):
    """What the page shows of the sheet.

    Traits:
        state: of `Sheet`, and what became of handing in.
        first: serial of the first question that is shown; 0 for none.
        last: serial of what is shown last.
    """

    state = traitlets.Dict().tag(sync=True)
    first = traitlets.Int().tag(sync=True)
    last = traitlets.Int().tag(sync=True)

    def __init__(self, session: Session) -> None:
        self.sheet = Sheet(session)
        self._handing: dict[str, Any] = {}
        super().__init__(spec={"role": "page"}, state=self.sheet.state())
        self.on_msg(self._received)
        sessions.listen(f"sheet {session.store.week}", lambda _key: self._tell())

    def shows(self, question: Question, role: str, widget: SharedWidget | None = None) -> None:
        """A question is shown by that widget, or by one that takes no part of the page."""
        self.sheet.shows(question, role)
        if widget is not None:
            self.first = self.first or widget.serial
            self.last = widget.serial

    def marks(self, question: Question, widget: SharedWidget) -> None:
        """A question has a graded cell, and that widget below it."""
        self.sheet.marks(question)
        self.last = widget.serial
        self._tell()

    def _tell(self) -> None:
        self.state = {**self.sheet.state(), "handing": self._handing}

    def _received(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if not isinstance(message, dict):
            return
        if message.get("type") == "sit":
            self._sit(str(message.get("learner", "")))
        elif message.get("type") == "hand-in" and not self._handing.get("busy"):
            self._hand_in(anyway=bool(message.get("anyway")))
        elif message.get("type") == "later":
            self._hand({})

    def _sit(self, typed: str) -> None:
        session = self.sheet.session
        learner = normalise_id(typed)
        problem = fault_of_id(learner) or ""
        if not problem and (session.learner is None or not session.store.answers):
            try:
                session.sit(learner)
            except NotSavedError as refused:
                problem = str(refused)
        if problem:
            self.send({"type": "seat", "problem": f"{problem.rstrip('。')}。"})
        else:
            sessions.tell()

    def _hand_in(self, *, anyway: bool) -> None:
        missing = self.sheet.missing()
        if not anyway and any(missing.values()):
            self._hand({"missing": missing})
            return
        self._hand({"busy": True})
        threading.Thread(target=self._pack, daemon=True).start()

    def _pack(self) -> None:
        session = self.sheet.session
        packed = pack(session.store.folder, session.store.week, session.learner or "")
        outcome = {"name": packed.name, "folder": packed.folder, "sentences": list(packed.sentences)}
        self._hand({**outcome, "problem": packed.problem})

    def _hand(self, state: dict[str, Any]) -> None:
        self._handing = state
        self._tell()


def sheet_of(session: Session) -> SheetWidget:
    """The sheet of a session's page, made with its first question."""
    sheet = _sheets.get(id(session))
    if sheet is None or sheet.sheet.session is not session:
        sheet = _sheets[id(session)] = SheetWidget(session)
    return sheet


def ends_with(widget: SharedWidget) -> None:
    """Says that this widget is shown last so far."""
    for sheet in _sheets.values():
        sheet.last = widget.serial
