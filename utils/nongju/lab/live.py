"""What the server and an open page say to each other beside the kernel: which run of the sheet is shown.

The page keeps one websocket to `ADDRESS`. It hears {"run", "busy", "problem"} at once and whenever that
changes; a page whose run is no longer the one that is shown loads itself again. It may say {"do": "again"}:
the big button. A websocket that closes tells the page that the server is gone.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from typing import Any, Protocol

from jupyter_server.auth.decorator import ws_authenticated
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.base.websocket import WebSocketMixin
from tornado.websocket import WebSocketClosedError, WebSocketHandler

ADDRESS = "/nongju/live"


class LivePage(Protocol):
    """What a page shows: a worksheet (`nongju.lab.opening.Opening`), or an ordinary file."""

    run: str
    problem: str

    @property
    def busy(self) -> bool:
        """Whether it is being made just now."""

    def follow(self, call: Callable[[], None]) -> Callable[[], None]:
        """Calls back on every change; returns what ends that."""

    def again(self) -> None:
        """Makes it anew."""


class OrdinaryFile:
    """A notebook of the learner's own code: what is shown is the file, as long as this server runs."""

    busy = False

    def __init__(self) -> None:
        self.run, self.problem = secrets.token_hex(8), ""

    def follow(self, call: Callable[[], None]) -> Callable[[], None]:  # noqa: ARG002
        """Never calls back: nothing changes."""
        return lambda: None

    def again(self) -> None:
        """Nothing to make."""


class LiveHandler(WebSocketMixin, WebSocketHandler, JupyterHandler):
    """One page's websocket."""

    auth_resource = "contents"
    _leave: Callable[[], None] | None = None

    def initialize(self, opening: LivePage) -> None:
        """Takes what the page shows."""
        self.opening = opening

    def set_default_headers(self) -> None:
        """A websocket has none of a page's headers."""

    @ws_authenticated
    async def get(self, *args: Any, **kwargs: Any) -> None:
        """Opens the websocket for who has the key."""
        await super().get(*args, **kwargs)

    def open(self, *args: Any, **kwargs: Any) -> None:
        """Tells the page how things are, and from now on what changes."""
        super().open(*args, **kwargs)
        self._leave = self.opening.follow(self._tell)
        self._tell()

    def on_message(self, message: str | bytes) -> None:
        """Opens the sheet again where the page asks for it."""
        try:
            asked = json.loads(message)
        except ValueError:
            return
        if isinstance(asked, dict) and asked.get("do") == "again":
            self.opening.again()

    def on_close(self) -> None:
        """Forgets the page."""
        if self._leave is not None:
            self._leave()

    def _tell(self) -> None:
        state = {"run": self.opening.run, "busy": self.opening.busy, "problem": self.opening.problem}
        try:
            self.write_message(json.dumps(state, ensure_ascii=False))
        except WebSocketClosedError:
            self.on_close()
