"""The widgets of a worksheet: a form for each question, and lines that follow what is stored.

Imported only when a worksheet shows something: ipywidgets and anywidget take a second that a graded cell must
not pay. The talk itself is in `nongju.answers.web.exchange`; the browser's side is static/form.js.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from itertools import count
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from nongju.answers import session as sessions
from nongju.answers.following import follow
from nongju.answers.kinds import scripts
from nongju.answers.question import Question, Respond
from nongju.answers.recall import recalled
from nongju.answers.session import Session
from nongju.answers.static_html import NOT_YET, cut
from nongju.answers.store import AnswerStore
from nongju.answers.web.exchange import Exchange
from nongju.answers.web.recap import recap_html
from nongju.marking.rule import Rule

NOT_DRAWN = "题目还没出来。点最上面菜单里的「运行」「运行所有单元格」，写过的答案都在。"

_STATIC = Path(__file__).parent / "static"


def _static(*names: str) -> str:
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in names)


def _kinds() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in scripts())


_PARTS = "\n".join(
    (_static("slot.js", "waiting.js", "talk.js", "blanks.js"), _kinds(), _static("sheet.js", "form.js"))
)
_KEY = f'const KEY = "{sha256(_PARTS.encode()).hexdigest()[:16]}";\n'
_SCRIPT = _KEY + _PARTS
_serials = count(1)


class ScriptWidget(anywidget.AnyWidget):
    """Brings the script and the style of all forms into a page; it is shown nowhere."""

    _esm = _SCRIPT
    _css = _static("form.css")


class SharedWidget(anywidget.AnyWidget):
    """A widget whose script comes with the page's `ScriptWidget`, or with an answer to a question for it.

    Traits:
        spec: what to draw.
        serial: counts the kernel's widgets, from 1.
    """

    _esm = _KEY + _static("slot.js", "loader.js")
    spec = traitlets.Dict().tag(sync=True)
    serial = traitlets.Int().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        _script()
        super().__init__(serial=next(_serials), **traits)
        self.on_msg(self._asked)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget for a browser, and a sentence where it cannot be drawn: its kernel is gone."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        return {**data, "text/plain": NOT_DRAWN}, metadata

    def _asked(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, dict) and message.get("type") == "script":
            self.send({"type": "script", "script": _SCRIPT})


@cache
def _script() -> ScriptWidget:
    return ScriptWidget()


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
    from nongju.answers.web.sheet_widget import sheet_of

    session.store.reload()
    session.follow()
    follow(session)
    widget = FormWidget(lambda: Exchange(question, session, role, rules, respond))
    sheet_of(session).shows(question, role, widget)
    _show(widget)


def show_recap(question: Question, session: Session) -> None:
    """Show in one line whether a graded question is all there, following changes."""
    from nongju.answers.web.sheet_widget import sheet_of

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
        said = recalled(AnswerStore.snapshot(folder, ""), key)
        return _row(label, said) if said else f"<p>{escape(missing)}</p>"

    widget = LineWidget(f"recall {key} {label}", key.partition(".")[0] + ".", render)
    from nongju.answers.web.sheet_widget import ends_with

    ends_with(widget)
    _show(widget)


def _row(label: str, answer: str) -> str:
    said = escape(cut(answer)) if answer else NOT_YET
    return f'<p><span class="nj-label">{escape(label)}</span> <strong>{said}</strong></p>'


def _show(widget: Any) -> None:
    from IPython.display import display

    shown: Any = display
    shown(widget)
