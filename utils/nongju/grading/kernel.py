"""ipykernel's own kernel, run inside a child without sockets and without a Jupyter client.

`IPythonKernel.execute_request` does what it does in a notebook; the session below writes each
message that a kernel would publish into the wire, and nbclient's own code reads them on the
other side. The kernel is made once, before the fork.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import os
import socket
import sys
import threading
from types import SimpleNamespace
from typing import Any

from ipykernel.ipkernel import IPythonKernel
from jupyter_client.session import Session
from traitlets.config import Config

from nongju.grading import wire
from nongju.grading.remote import answer
from nongju.grading.streams import record

LEFT_OUT = "... 太大，没有留 ..."
"""Stands in place of a message that is larger than may cross the wall (`wire.LONGEST_MESSAGE`)."""


def shortened(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """A message's content with a note where it was too large; what it says of errors stays an error."""
    if "traceback" in content:
        about = {name: str(content.get(name))[:1000] for name in ("ename", "evalue")}
        return {**about, "traceback": [LEFT_OUT], **({"status": "error"} if "status" in content else {})}
    if kind == "stream":
        return {"name": content["name"], "text": LEFT_OUT}
    if "data" in content:
        return {
            "execution_count": content.get("execution_count"),
            "data": {"text/plain": LEFT_OUT},
            "metadata": {},
        }
    return {}


class RecordingSession(Session):
    """A session whose messages go to a socket as JSON instead of to ZeroMQ; or into a list, where one is."""

    gathered: list[dict[str, Any]] | None = None

    def attach(self, sock: socket.socket) -> None:
        """Send messages to `sock` from now on, from this process only."""
        self.__dict__["_sock"] = sock
        self.__dict__["_pid"] = os.getpid()
        self.__dict__["_lock"] = threading.Lock()

    def send(
        self,
        stream: Any,
        msg_or_type: Any,
        content: Any = None,
        parent: Any = None,
        ident: Any = None,
        buffers: Any = None,
        track: bool = False,
        header: Any = None,
        metadata: Any = None,
    ) -> Any:
        """Write a message as one frame: kind, content, and whose it is."""
        del stream, ident, track
        if isinstance(msg_or_type, dict):
            message = msg_or_type
        else:
            message = self.msg(msg_or_type, content=content, parent=parent, header=header, metadata=metadata)
        if self.gathered is not None:
            self.gathered.append({"type": message["header"]["msg_type"], "content": message["content"]})
            return message
        sock = self.__dict__.get("_sock")
        if sock is None or self.__dict__["_pid"] != os.getpid():
            return message
        kind, sent = message["header"]["msg_type"], message["content"]
        if kind == "execute_input":  # the cell's own source, which the other side has
            sent = {"execution_count": sent["execution_count"]}
        frame: dict[str, Any] = {
            "type": kind,
            "parent": (message.get("parent_header") or {}).get("msg_id"),
            "content": sent,
        }
        if buffers:
            frame["buffers"] = [base64.b64encode(bytes(buffer)).decode() for buffer in buffers]
        with self.__dict__["_lock"]:
            wire.send(sock, frame, {**frame, "content": shortened(kind, sent), "buffers": []})
        return message


def make_kernel() -> Any:
    """One IPython kernel with its shell, not yet attached to anything.

    History stays in memory: the SQLite history of a real kernel runs a thread, and threads do
    not survive a fork.
    """
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    config = Config()
    config.HistoryManager.enabled = False
    log = logging.getLogger("nongju.grading.kernel")
    log.setLevel(logging.CRITICAL + 1)
    modules: dict[str, Any] = sys.modules
    modules.setdefault("debugpy", None)  # a debugger would open sockets, and weighs 7 MB in every fork
    import ipykernel.debugger

    ipykernel.debugger._is_debugpy_available = False
    if modules["debugpy"] is None:
        del modules["debugpy"]
    kernel: Any = IPythonKernel.instance(config=config, session=RecordingSession(key=b""), log=log)
    kernel._execute_sleep = 0
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:  # what a first traceback imports is 0.2 s that each child would pay
        kernel.shell.InteractiveTB.structured_traceback(*sys.exc_info())
    kernel.shell.display_formatter.format(0)  # as a first result makes ten formatters
    kernel.shell.run_cell("0", store_history=False, silent=True)
    return kernel


def run_cells(kernel: Any, sock: socket.socket, frames: wire.Frames, output_folder: str) -> None:
    """Answer `{"cell": source}` frames until the other side hangs up.

    Arguments:
        kernel: from `make_kernel`.
        sock: where messages go.
        frames: where cells come from.
        output_folder: writable; holds what is written to file descriptors 1 and 2.
    """
    session: Any = kernel.session
    session.attach(sock)
    parent: dict[str, Any] = {}
    own_pid = os.getpid()

    def emit(name: str, text: str) -> None:
        session.send(None, "stream", {"name": name, "text": text}, parent=parent)

    record(emit, output_folder)
    leaving: list[float] = []  # `exit()` asks the kernel's loop to stop soon

    async def serve() -> None:
        nonlocal parent
        loop = asyncio.get_running_loop()
        kernel.shell_channel_thread = SimpleNamespace(parent_thread=threading.current_thread())
        kernel.io_loop = SimpleNamespace(
            add_callback=loop.call_soon_threadsafe,
            call_later=lambda seconds, _stop: leaving.append(seconds),
            stop=loop.stop,
        )
        while not leaving:
            try:
                frame = frames.receive()
            except wire.Closed:
                return
            except KeyboardInterrupt:  # an interrupt that came just after its cell had ended
                continue
            assert frame is not None
            if "call" in frame:
                reply = answer(kernel.shell.user_ns, frame["call"])
                value = {"type": "value", "parent": frame["id"], "content": reply}
                long = {"error": "ValueError", "text": "too long"}
                wire.send(sock, value, {**value, "content": long})
                continue
            parent = session.msg(
                "execute_request",
                {
                    "code": frame["cell"],
                    "silent": False,
                    "store_history": True,
                    "user_expressions": {},
                    "allow_stdin": False,
                    "stop_on_error": False,
                },
            )
            parent["header"]["msg_id"] = frame["id"]
            kernel.set_parent([], parent)
            try:
                await kernel.execute_request(None, [], parent)
            except KeyboardInterrupt:
                content = {"status": "error", "ename": "KeyboardInterrupt", "evalue": "", "traceback": []}
                session.send(None, "execute_reply", content, parent=parent)
            if os.getpid() != own_pid:  # a cell forked, and its child came back here
                os._exit(0)
            await asyncio.sleep(0)  # let tasks that the cell started take a step

    loop = asyncio.new_event_loop()  # not asyncio.run: its interrupt handler would show in tracebacks
    asyncio.set_event_loop(loop)
    loop.run_until_complete(serve())
