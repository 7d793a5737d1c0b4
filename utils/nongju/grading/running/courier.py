"""What an Output widget says while a cell runs, kept until the cell ends."""

from __future__ import annotations

from typing import Any


class Courier:
    """Stands where an Output widget expects a kernel client: keeps what it says until the cell ends.

    The child does not listen while a cell runs, so only the newest state of each widget waits.
    """

    session = property(lambda self: self)
    shell_channel = property(lambda self: self)

    def __init__(self) -> None:
        self.waiting: dict[str, dict[str, Any]] = {}

    def msg(self, msg_type: str, content: dict[str, Any], **_: Any) -> dict[str, Any]:
        """A message, as far as the child needs it."""
        del msg_type
        return content

    def send(self, content: dict[str, Any]) -> None:
        """Keep it."""
        self.waiting[content["comm_id"]] = content
