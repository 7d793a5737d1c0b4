"""The widget of a placed simulation: an ordinary simulator that also keeps what is tried."""

from __future__ import annotations

from typing import Any

import traitlets

from nongju.answers import session as sessions
from nongju.answers.exchange import Exchange
from nongju.answers.session import Session
from nongju.simulators.placement import Placement
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
        self.exchange = Exchange(placement.kept, session, "answer")
        super().__init__(
            placement.setting(session) or placement.start(session),
            more={**self.exchange.spec(), "controls": placement.controls(session)},
            state=self.exchange.state(),
            closed="" if placement.predicted(session) else GUESS_FIRST,
        )
        self.on_msg(self._received)

        def stored(key: str) -> None:
            if key == f"{placement.after}._locked" and placement.predicted(session):
                self.closed = ""

        # running the cell again takes the old widget's place
        sessions.listen(f"{placement.name} {placement.after}", stored)

    def _received(self, _widget: Any, message: Any, _buffers: Any) -> None:
        reply = self.exchange.handle(message)
        if reply is not None:
            self.state = self.exchange.state()
            self.send(reply)


def show_placed(placement: Placement, session: Session) -> None:
    """Show a placed simulation below the running cell."""
    from IPython.display import display

    session.store.reload()
    style = (FORMS / "form.css").read_text("utf-8")
    show: Any = display  # IPython's own function carries no types
    show(widget_class(placement.simulation, PlacedSimulator, style)(placement, session))
