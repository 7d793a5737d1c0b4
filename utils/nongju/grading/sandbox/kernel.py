"""ipykernel's own kernel, run inside a child without sockets and without a Jupyter client.

`IPythonKernel.execute_request` does what it does in a notebook (`cellloop`); the session below writes
each message that a kernel would publish into the wire, and nbclient's own code reads them on the
other side. The kernel is made once, before the fork.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import socket
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jupyter_client.jsonutil import json_default
from jupyter_client.session import Session

from nongju.grading.sandbox import wire
from nongju.grading.sandbox.kernelapp import launch

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

    def attach(self, sock: socket.socket, folder: str) -> None:
        """Send messages to `sock` from now on, from this process and those that it forks.

        Arguments:
            sock: where they go.
            folder: writable; holds the lock by which processes take turns.
        """
        path = Path(folder) / ".turn"
        self.__dict__.update(_sock=sock, _turn=path.open("wb", buffering=0), _lock=threading.Lock())
        path.unlink()
        os.register_at_fork(after_in_child=lambda: self.__dict__.update(_lock=threading.Lock()))

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
        if sock is None:
            return message
        kind, content = message["header"]["msg_type"], message["content"]
        if kind == "execute_input":  # the cell's own source, which the other side has
            content = {"execution_count": content["execution_count"]}
            message = {**message, "content": content}
        head: dict[str, Any] = {"type": kind, "parent": (message.get("parent_header") or {}).get("msg_id")}
        if buffers:
            head["buffers"] = [base64.b64encode(bytes(buffer)).decode() for buffer in buffers]
        body = b'%s, "content": %s}' % (json.dumps(head).encode()[:-1], self._packed(message))
        turn = self.__dict__["_turn"]
        with self.__dict__["_lock"]:
            fcntl.lockf(turn, fcntl.LOCK_EX)  # a process that dies gives it back
            try:
                wire.send_body(sock, body, {**head, "content": shortened(kind, content), "buffers": []})
            finally:
                fcntl.lockf(turn, fcntl.LOCK_UN)
        return message

    def _packed(self, message: dict[str, Any]) -> bytes:
        """Content as a kernel packs it, with its complaints; what nests too deeply is shown as text."""
        try:
            content: bytes = self.serialize(message)[-1]
        except UnicodeEncodeError:  # half of a surrogate pair: a kernel's output thread stumbles there
            text = json.dumps(message["content"], default=json_default, ensure_ascii=False)
            return text.encode("utf-8", "surrogatepass")
        if wire.is_shallow(content):
            return content
        data = {"text/plain": str(message["content"].get("data", {}).get("text/plain", "..."))}
        return json.dumps({**message["content"], "data": data, "metadata": {}}, default=str).encode()


def make_kernel(arguments: Sequence[str] = ()) -> Any:
    """One IPython kernel with its shell, not yet attached to anything; its application is `kernel.parent`.

    Arguments:
        arguments: as on the command line of a kernel.
    """
    modules: dict[str, Any] = sys.modules
    modules.setdefault("debugpy", None)  # a debugger would open sockets, and weighs 7 MB in every fork
    import ipykernel.debugger

    ipykernel.debugger._is_debugpy_available = False
    if modules["debugpy"] is None:
        del modules["debugpy"]
    kernel: Any = launch(RecordingSession(key=b""), arguments).kernel
    kernel._execute_sleep = 0
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:  # what a first traceback imports is 0.2 s that each child would pay
        kernel.shell.InteractiveTB.structured_traceback(*sys.exc_info())
    kernel.shell.display_formatter.format(0)  # as a first result makes ten formatters
    kernel.shell.run_cell("0", store_history=False, silent=True)
    return kernel
