"""The widgets of a worksheet: a form for each question, and lines that follow what is stored.

The talk itself is in `nongju.answers.web.exchange`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from nongju.answers import session as sessions
from nongju.answers.following import follow
from nongju.answers.question import Question, Respond
from nongju.answers.recap import recap_html
from nongju.answers.session import Session
from nongju.answers.static_html import NOT_YET, cut
from nongju.answers.store import AnswerStore
from nongju.answers.web.exchange import Exchange
from nongju.answers.web.recall import answer_text
from nongju.answers.web.shared import SharedWidget
from nongju.answers.web.sheet_widget import ends_with, sheet_of
from nongju.marking.rule import Rule


class FormWidget(SharedWidget):
    """One question with all its blanks.

    Arguments:
        exchange: makes the kernel's side of the talk, for whoever sits there.

    Traits:
        state: stored answers, kept fresh so that every page that shows them follows.
    """

    state = traitlets.Dict().tag(sync=True)

    def __init__(self, exchange: Callable[[], Exchange]) -> None:
        self._exchange = exchange
        self.exchange = exchange()
        super().__init__(spec=self.exchange.spec(), state=self.exchange.state())
        self.exchange.later = self._say
        self.on_msg(self._received)
        question = self.exchange.question
        self._prefix = f"{question.key}."
        # running the cell again takes the old form's place
        sessions.listen(f"form {question.name} {self.exchange.role}", self._changed)

    def _changed(self, key: str) -> None:
        if not key:  # another learner, or another word about the file
            self.exchange = self._exchange()
            self.exchange.later = self._say
            self.spec = self.exchange.spec()
        if not key or key.startswith(self._prefix):
            self.state = self.exchange.state()

    def _received(self, _widget: Any, message: Any, buffers: Any) -> None:
        reply = self.exchange.handle(message, buffers or ())
        if reply is not None:
            self._say(reply)

    def _say(self, message: dict[str, Any]) -> None:
        self.send(message)
        if message["type"] != "upload" or "stamp" in message:  # progress changes nothing that is stored
            self.state = self.exchange.state()


class LineWidget(SharedWidget):
    """Lines that say what is stored, and follow it.

    Traits:
        html: the lines.
    """

    html = traitlets.Unicode().tag(sync=True)

    def __init__(self, name: str, prefix: str, render: Callable[[], str]) -> None:
        super().__init__(spec={"role": "lines"}, html=render())

        def changed(key: str) -> None:
            if not key or key.startswith(prefix):
                self.html = render()

        sessions.listen(name, changed)  # running the cell again takes the old lines' place


def show_form(
    question: Question, session: Session, role: str, rules: Sequence[Rule], respond: Respond | None
) -> None:
    """Show a question's form below the running cell."""
    session.store.reload()
    session.follow()
    follow(session)
    widget = FormWidget(lambda: Exchange(question, session, role, rules, respond))
    sheet_of(session).shows(question, role, widget)
    _show(widget)


def show_recap(question: Question, session: Session) -> None:
    """Show in one line whether a graded question is all there, following changes."""
    widget = LineWidget(
        f"recap {question.name}",
        f"{question.key}.",
        lambda: "" if session.closed else recap_html(question, session),
    )
    sheet_of(session).marks(question, widget)
    _show(widget)


def show_recall(key: str, label: str, missing: str) -> None:
    """Show an earlier answer, following changes."""
    folder = Path.cwd()

    def render() -> str:
        said = answer_text(AnswerStore.snapshot(folder, ""), key)
        return _row(label, said) if said else f"<p>{escape(missing)}</p>"

    widget = LineWidget(f"recall {key} {label}", key.partition(".")[0] + ".", render)
    ends_with(widget)
    _show(widget)


def _row(label: str, answer: str) -> str:
    said = escape(cut(answer)) if answer else NOT_YET
    return f'<p><span class="nj-label">{escape(label)}</span> <strong>{said}</strong></p>'


def _show(widget: Any) -> None:
    from IPython.display import display

    shown: Any = display
    shown(widget)
