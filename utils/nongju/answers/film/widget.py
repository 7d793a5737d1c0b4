"""The film panel as a widget; imported only when a worksheet shows it. See `nongju.answers.film.panel`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from nongju.answers.film.panel import FilmPanel
from nongju.answers.question import Question
from nongju.answers.session import Session

_STATIC = Path(__file__).parents[1] / "web" / "static"


class FilmWidget(anywidget.AnyWidget):
    """Button, progress line and preview.

    Traits:
        made: the film that was made before, for a page that is opened again.
    """

    _esm = (_STATIC / "film.js").read_text(encoding="utf-8")
    _css = (_STATIC / "form.css").read_text(encoding="utf-8")
    made = traitlets.Dict().tag(sync=True)

    def __init__(self, question: Question, session: Session, mine: str, hand_in: str) -> None:
        self.panel = FilmPanel(question, session, mine=mine, hand_in=hand_in, send=self._say)
        super().__init__(made=self.panel.made())
        self.on_msg(self._received)

    def _received(self, _widget: Any, message: Any, _buffers: Any) -> None:
        reply = self.panel.handle(message)
        if reply is not None:
            self._say(reply)

    def _say(self, message: dict[str, Any]) -> None:
        self.send(message)
        if "src" in message:
            self.made = self.panel.made()


_shown: list[FilmWidget] = []
"""The panel that is open: one that is shown again ends what the old one still makes."""


def show_film(question: Question, session: Session, mine: str, hand_in: str) -> None:
    """Show the panel below the running cell."""
    from IPython.display import display

    while _shown:
        _shown.pop().panel.close()
    _shown.append(FilmWidget(question, session, mine, hand_in))
    show: Any = display  # IPython's own function carries no types
    show(_shown[0])
