"""Our own cells, compiled once before the fork and run without a kernel's ceremony.

A locked cell of our weeks is plain Python that asks nothing of IPython but to show things. A kernel
transforms it twice, tokenizes, hashes and compiles it, files it in a history, and sends four messages; here
it is executed, and what a kernel would publish is gathered. IPython's own formatters and tracebacks are used.

Only the process whose children run our cells alone holds them: where learner code runs, no key is ever seen.
"""

from __future__ import annotations

import ast
import gc
import os
import socket
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

import ipykernel.compiler
import ipykernel.jsonutil
import IPython.core.displayhook

from nongju.grading.sandbox import wire
from nongju.grading.sandbox.remote import stand_in
from nongju.grading.sandbox.streams import record

compiling: Any = ipykernel.compiler
encode_images: Any = ipykernel.jsonutil.encode_images
DisplayHook: Any = IPython.core.displayhook.DisplayHook  # IPython marks none of this as typed

Messages = list[dict[str, Any]]

SCALARS = {bool, float, int, str}
"""Types that IPython shows as text alone, after asking ten formatters."""

PLAIN = {"text/plain"}


@dataclass(frozen=True)
class _Compiled:
    """A cell: its statements, and the expression at its end whose value is shown."""

    body: CodeType
    last: CodeType | None


class OwnCells:
    """The cells of a week that run apart from learner code.

    Arguments:
        kernel: whose shell they run in, with a session that can gather.
        sources: the cells.
    """

    def __init__(self, kernel: Any, sources: list[str]) -> None:
        self._shell, self.session = kernel.shell, kernel.session
        self._sources = sources
        self._cells = [compiled(source) for source in sources]
        self._given = set(self._shell.user_ns)
        self._shell.display_pub.publish = self._publish

    def fresh(self) -> None:
        """Begin another notebook: nothing that a cell defined is left."""
        names = self._shell.user_ns
        for name in set(names) - self._given:
            del names[name]
        self._shell.execution_count = 1

    def rehearse(self) -> None:
        """Run every cell once, without a hand-in: what it imports and compiles is there for every child."""
        with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
            for number in range(len(self._sources)):
                self.run(number)
        self.fresh()

    def provide(self, name: str, value: Any) -> None:
        """Let a name of the cells stand for something of the learner's child."""
        self._shell.user_ns[name] = value

    def run(self, number: int) -> dict[str, Any]:
        """Run a cell.

        Arguments:
            number: of the cell.

        Returns:
            `messages`, each with "type" and "content"; `count`, of the execution; and `reply`, the content of
            a kernel's reply as far as nbclient reads it.
        """
        shell, count = self._shell, self._shell.execution_count
        said: Messages = []
        self.session.gathered = said
        error: BaseException | None = None
        try:
            with shell.builtin_trap:
                error = self._executed(number, count)
        except (Exception, KeyboardInterrupt) as raised:
            error = raised
            shell.compile.cache(self._sources[number], count, self._sources[number])  # the traceback's lines
            shell.showtraceback(running_compiled_code=True)
        sys.stdout.flush()
        sys.stderr.flush()
        shell.execution_count = count + 1
        self.session.gathered = None
        if error is None:
            return {"messages": said, "count": count, "reply": {"status": "ok"}}
        lines = list(shell._last_traceback or [])
        about = {"ename": type(error).__name__, "evalue": str(error), "traceback": lines}
        return {"messages": said, "count": count, "reply": {"status": "error", **about}}

    def _executed(self, number: int, count: int) -> BaseException | None:
        """Run a cell; what IPython must run itself gives its error back instead of raising it."""
        cell, names = self._cells[number], self._shell.user_ns
        if cell is None:
            done = self._shell.run_cell(self._sources[number])
            raised: BaseException | None = done.error_before_exec or done.error_in_exec
            return raised
        exec(cell.body, names)
        value = eval(cell.last, names) if cell.last else None
        if value is not None:
            plain = PLAIN if type(value) in SCALARS else None
            data, metadata = self._shell.display_formatter.format(value, include=plain)
            content = {"execution_count": count, "data": encode_images(data), "metadata": metadata}
            self._say("execute_result", content)
        return None

    def _publish(
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        """What `display` calls in place of the kernel's publisher, which copies and checks it all twice."""
        content = {"data": encode_images(data), "metadata": metadata or {}, "transient": transient or {}}
        self._say("update_display_data" if update else "display_data", content)

    def _say(self, kind: str, content: dict[str, Any]) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        self.session.gathered.append({"type": kind, "content": content})


def serve(own: OwnCells, sock: socket.socket, frames: wire.Frames, output_folder: str) -> None:
    """Answer `{"own": [...]}` frames until the other side hangs up, with a frame for each cell as it is done.

    Arguments:
        own: the cells.
        sock: where messages go.
        frames: where orders come from.
        output_folder: writable; holds what is written to file descriptors 1 and 2.
    """
    record(own.session, output_folder)
    gc.disable()  # it lives for one hand-in

    def ask(call: dict[str, Any]) -> dict[str, Any]:
        """While a cell runs: have the worker ask the learner's child."""
        wire.send(sock, {"type": "ask", "parent": "", "content": call})
        return frames.receive() or {}

    while True:
        try:
            frame = frames.receive()
        except wire.Closed:
            return
        except KeyboardInterrupt:  # it came just after its cell had ended
            continue
        assert frame is not None
        if frame.get("fresh"):
            own.fresh()
        for one in frame.get("own", []):
            for name in one["borrow"]:
                own.provide(name, stand_in(name, ask))
            ran = {"type": "ran", "parent": one["id"], **own.run(one["cell"])}
            long = {"status": "error", "ename": "ValueError", "evalue": "too long", "traceback": []}
            wire.send(sock, ran, {**ran, "messages": [], "reply": long})


def compiled(source: str) -> _Compiled | None:
    """A cell compiled as a kernel would; None for what is no plain Python, such as a magic."""
    name = compiling.get_file_name(source)
    try:
        tree = ast.parse(source, name)
        last = tree.body[-1] if tree.body else None
        shown = None
        if isinstance(last, ast.Expr) and not DisplayHook.semicolon_at_end_of_expression(source.rstrip()):
            tree.body.pop()
            shown = compile(ast.Expression(last.value), name, "eval", dont_inherit=True)
        return _Compiled(compile(tree, name, "exec", dont_inherit=True), shown)
    except (SyntaxError, ValueError):
        return None
