"""The widget of a placed simulation: an ordinary simulator that also keeps what is tried."""

from __future__ import annotations

from typing import Any

import traitlets

from nongju.answers import session as sessions
from nongju.answers.following import follow
from nongju.answers.session import Session
from nongju.answers.web.exchange import Exchange
from nongju.answers.web.sheet_widget import sheet_of
from nongju.simulators.placing.placement import Placement
from nongju.simulators.simulation import FORMS
from nongju.simulators.widget import SimulatorWidget, widget_class

GUESS_FIRST = "先在前面猜一猜，点「就猜这个」。猜完，这里就打开。"


class PlacedSimulator(SimulatorWidget):
    """A simulator of a worksheet.

    Attributes:
        state: stored answers, kept fresh so that a page that is reloaded shows them.
        closed: sentence that stands here instead of the figure until the prediction is locked; "" when open.
    """

    state = traitlets.Dict().tag(sync=True)
    closed = traitlets.Unicode().tag(sync=True)

    def __init__(self, placement: Placement, session: Session) -> None:
        self.placement, self.session = placement, session
        self.exchange = Exchange(placement.kept, session, "answer")
        super().__init__(
            self._setting(), more=self._more(), state=self.exchange.state(), closed=self._closed()
        )
        self.on_msg(self._received)
        # running the cell again takes the old widget's place
        sessions.listen(f"{placement.name} {placement.after}", self._changed)

    def _changed(self, key: str) -> None:
        if not key:  # another learner, or another word about the file
            self.exchange = Exchange(self.placement.kept, self.session, "answer")
            self.spec = {**self.simulation.spec(), **self._more()}
            self.values = self.simulation.usable(self._setting())
        if not key or key.startswith(f"{self.placement.key}."):
            self.state = self.exchange.state()
        if not key or key == f"{self.placement.after}._locked":
            self.closed = self._closed()

    def _setting(self) -> dict[str, Any]:
        return self.placement.setting(self.session) or self.placement.start(self.session)

    def _more(self) -> dict[str, Any]:
        return {**self.exchange.spec(), "controls": self.placement.controls(self.session)}

    def _closed(self) -> str:
        return self.session.closed or ("" if self.placement.predicted(self.session) else GUESS_FIRST)

    def _received(self, _widget: Any, message: Any, _buffers: Any) -> None:
        reply = self.exchange.handle(message)
        if reply is not None:
            self.state = self.exchange.state()
            self.send(reply)


def show_placed(placement: Placement, session: Session, role: str) -> None:
    """Show a placed simulation below the running cell, as "answer" or "sheet"."""
    from IPython.display import display

    session.store.reload()
    session.follow()
    follow(session)
    sheet_of(session).shows(placement, role)
    style = (FORMS / "form.css").read_text("utf-8")
    show: Any = display  # IPython's own function carries no types
    show(widget_class(placement.simulation, PlacedSimulator, style)(placement, session))
