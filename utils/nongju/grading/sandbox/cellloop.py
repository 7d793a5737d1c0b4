"""The life of a learner's child: cells come in, run in the kernel's event loop, and their messages go out.

Between two cells the loop is free, as in a notebook: tasks that a cell left behind go on.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import socket
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tornado.ioloop import IOLoop
from tornado.platform import asyncio as _imported_before_the_fork  # noqa: F401

from nongju.grading.sandbox import wire
from nongju.grading.sandbox.remote import answer
from nongju.grading.sandbox.streams import record
from nongju.grading.sandbox.workfolder import State, hand_over, state_of

PAUSE = 0.02
"""Seconds that the loop is left to tasks before the next cell: about what a Jupyter client takes."""


def run_cells(kernel: Any, sock: socket.socket, frames: wire.Frames, output_folder: str) -> None:
    """Answer `{"cell": source}` frames until the other side hangs up.

    Arguments:
        kernel: from `make_kernel`.
        sock: where messages go.
        frames: where cells come from.
        output_folder: writable; holds what is written to file descriptors 1 and 2.
    """
    kernel.session.attach(sock, output_folder)
    record(kernel.session, output_folder)
    loop = asyncio.new_event_loop()  # not asyncio.run: its interrupt handler would show in tracebacks
    asyncio.set_event_loop(loop)
    loop.run_until_complete(_serve(kernel, sock, frames, Path.cwd()))


async def _serve(kernel: Any, sock: socket.socket, frames: wire.Frames, folder: Path) -> None:
    loop = asyncio.get_running_loop()
    kernel.shell_channel_thread = SimpleNamespace(parent_thread=threading.current_thread())
    kernel.io_loop = IOLoop.current()
    kernel.shell.exit_now = False
    own_pid = os.getpid()
    before: State = state_of(folder)
    while not kernel.shell.exit_now:  # `exit()` in a cell
        if not frames.waiting:
            await _readable(loop, sock)
        try:
            frame = frames.receive()
        except wire.Closed:
            return
        assert frame is not None
        if "hand over" in frame:
            hand_over(sock, folder, before)
            continue
        if "comm" in frame:
            await _tell_widget(kernel, frame["comm"])
            continue
        if "call" in frame:
            reply = answer(kernel.shell.user_ns, frame["call"])
            value = {"type": "value", "parent": frame["id"], "content": reply}
            wire.send(sock, value, {**value, "content": {"error": "ValueError", "text": "too long"}})
            continue
        await _run(kernel, frame)
        if os.getpid() != own_pid:  # a cell forked, and its child came back here
            os._exit(0)
        await asyncio.sleep(0)
        if len(asyncio.all_tasks(loop)) > 1:
            await asyncio.sleep(PAUSE)


async def _tell_widget(kernel: Any, content: dict[str, Any]) -> None:
    """What a Jupyter client would tell a widget: nbclient keeps the outputs of an Output widget so."""
    message = {**kernel.session.msg("comm_msg", content), "buffers": []}
    kernel.set_parent([], message)
    done = kernel.shell_handlers["comm_msg"](None, [], message)
    if inspect.isawaitable(done):
        await done


async def _readable(loop: asyncio.AbstractEventLoop, sock: socket.socket) -> None:
    """Wait until something arrives."""
    ready: asyncio.Future[None] = loop.create_future()

    def arrived() -> None:
        if not ready.done():
            ready.set_result(None)

    loop.add_reader(sock.fileno(), arrived)
    try:
        await ready
    finally:
        loop.remove_reader(sock.fileno())


async def _run(kernel: Any, frame: dict[str, Any]) -> None:
    """Run one cell as the kernel does a request for it."""
    session = kernel.session
    content = {
        "code": frame["cell"],
        "silent": False,
        "store_history": True,
        "user_expressions": {},
        "allow_stdin": False,
        "stop_on_error": False,
    }
    parent = session.msg("execute_request", content)
    parent["header"]["msg_id"] = frame["id"]
    kernel.set_parent([], parent)
    kernel.pre_handler_hook()  # an interrupt that comes while no cell runs is ignored
    try:
        await kernel.execute_request(None, [], parent)
    except KeyboardInterrupt:
        reply = {"status": "error", "ename": "KeyboardInterrupt", "evalue": "", "traceback": []}
        session.send(None, "execute_reply", reply, parent=parent)
    finally:
        kernel.post_handler_hook()
