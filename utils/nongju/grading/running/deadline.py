"""The time of one cell: what a child says until it is over."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Any

from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode

from nongju.grading.sandbox.run import ChildGone, Run


class CellDeadline:
    """Iterates over a child's messages; when the time is over the child is interrupted, and has a grace."""

    def __init__(
        self,
        run: Run,
        cell: NotebookNode,
        *,
        seconds: float | None,
        more: float,
        ending: float,
        grace: float,
        timed_out: dict[str, Any] | None,
    ) -> None:
        """Arguments that say more than their name.

        Arguments:
            run: the child that has the turn.
            cell: what it runs, for the error.
            seconds: the cell's time; None or 0 is without a limit.
            more: seconds on top, for clips.
            ending: monotonic time at which the notebook's time is over.
            grace: seconds between the interrupt and the end.
            timed_out: nbclient's reply of a cell that was interrupted; None: do not interrupt, give up.
        """
        self._run, self._cell, self._seconds = run, cell, seconds
        self._grace, self._timed_out = grace, timed_out
        self._until = min(monotonic() + (seconds or 1e9) + more, ending)
        self.late: dict[str, Any] | None = None
        """The reply of a cell whose time is over; None while it is not."""

    @property
    def left(self) -> float:
        """Seconds until the time is over."""
        return max(0.0, self._until - monotonic())

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Each message as it comes.

        Raises:
            CellTimeoutError: the grace has passed too.
            ChildGone: the child ended.
        """
        while True:
            message = self._run.receive(self.left)
            if message is not None:
                yield message
                continue
            if self.late or self._timed_out is None:
                raise CellTimeoutError.error_from_timeout_and_cell(
                    "Cell execution timed out", int(self._seconds or 0), self._cell
                )
            self._run.interrupt()
            self.late = {"content": {**self._timed_out, "status": "error"}}
            self._until = monotonic() + self._grace

    def value_of(self, call: Any, learner: Run) -> dict[str, Any]:
        """What the learner's child answers to a question of the marking cell.

        Raises:
            ChildGone: it did not in time.
        """
        learner.send({"call": call, "id": "call"})
        while True:
            message = learner.receive(self.left)
            if message is None:
                raise ChildGone("time")
            if message.get("type") == "value" and isinstance(message.get("content"), dict):
                return dict(message["content"])
