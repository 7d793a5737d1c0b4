"""A worksheet run in a kernel of this server before anybody sees it, and again whenever that kernel is gone.

What the page shows is kept here in memory: the cells of the release with what came out of them. The
learner's copy of the notebook is neither run nor written, so that a file that cannot be written, a second lab
on the same sheet or a cell that somebody planted changes nothing on the page.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import secrets
import time
from collections.abc import Callable
from typing import Any

from nongju.answers.static_html import block
from nongju.errors import NongjuError

CELL_SECONDS = 60
"""Seconds one cell may take while the sheet opens: a form takes a few milliseconds, so more means that
it hangs."""

READY_SECONDS = 60
"""Seconds until a new kernel must have answered; what takes longer has died, or cannot be reached (another
program may have taken one of its ports while it was starting)."""

TRIES = 3
"""Kernels that are started for one opening before the page says that it cannot be opened."""

DEATHS_SECONDS = 120
"""Seconds in which a kernel that dies TRIES times and once more is no accident: memory does not suffice."""

WATCH_SECONDS = 0.5
"""How often the server looks whether the kernel's process is there: one system call on this PC."""

BROKEN_CELL = "这一格出了点问题，别的都能做。请老师看看。"
CANNOT_OPEN = "这张练习纸现在打不开。等一分钟，再点「开始／重新打开本页」。还是不行，叫老师来看。"


class NotAnsweringError(NongjuError):
    """A kernel died, hung or never answered while the sheet was run."""


async def start_kernel(server: Any, name: str) -> Any:
    """Starts the session that JupyterLab will find by the notebook's path, and returns its kernel's manager.

    Arguments:
        server: the running jupyter_server.
        name: the notebook, directly in the server's root folder.
    """
    session = await server.session_manager.create_session(
        path=name, name=name, type="notebook", kernel_name="python3"
    )
    return server.kernel_manager.get_kernel(session["kernel"]["id"])


class Opening:
    """One worksheet as this server shows it.

    Arguments:
        server: the running jupyter_server.
        name: the notebook's name, directly in the server's root folder.
        notebook: the released notebook.

    Attributes:
        run: names the run whose outputs the page shows; "" before the first one has ended.
        problem: sentence for the learner when the sheet could not be run.
        busy: whether it is being run just now.
    """

    def __init__(self, server: Any, name: str, notebook: Any) -> None:
        self.server, self.name = server, name
        self.run, self.problem = "", ""
        self._sheet = _bare(notebook)
        self._shown = self._sheet
        self._kernel: Any = None
        self._task: asyncio.Task[None] | None = None
        self._followers: set[Callable[[], None]] = set()
        self._closed = False
        self._deaths: list[float] = []

    @property
    def busy(self) -> bool:
        """Whether the sheet is being run just now."""
        return self._task is not None and not self._task.done()

    def follow(self, call: Callable[[], None]) -> Callable[[], None]:
        """Calls back whenever a run begins or ends; returns what ends that."""
        self._followers.add(call)
        return lambda: self._followers.discard(call)

    async def notebook(self) -> Any:
        """The sheet with what came out of its cells; waits while it is being run."""
        await self._look()
        if self._task is not None:
            await asyncio.wait([self._task])
        return copy.deepcopy(self._shown)

    def again(self) -> None:
        """Runs the sheet in a new kernel, unless that is being done already."""
        if not self.busy and not self._closed:
            self._task = asyncio.create_task(self._open())
            self._told()

    async def watch(self) -> None:
        """Runs the sheet again when its kernel is gone, until `close`."""
        while not self._closed:
            await asyncio.sleep(WATCH_SECONDS)
            await self._look()

    async def close(self) -> None:
        """Starts no kernel any more: the server is about to end.

        A kernel that is just being started comes into the server's list first, so that it is ended, too.
        """
        self._closed = True
        if self._task is not None:
            if self._kernel is not None:
                self._task.cancel()
            await asyncio.wait([self._task], timeout=READY_SECONDS)

    async def _open(self) -> None:
        shown, problem = copy.deepcopy(self._sheet), CANNOT_OPEN
        for _ in range(TRIES):
            if self._closed:  # nbclient takes being cancelled for a kernel that died
                return
            try:
                await self._close_kernel()
                self._kernel = await start_kernel(self.server, self.name)
                if not self._closed:
                    shown = await _run(self._kernel, self._sheet)
            except Exception as error:  # whatever keeps a kernel from running: another one is tried
                self.server.log.warning("the sheet could not be run: %s", error)
                continue
            problem = ""
            break
        self.run, self.problem = secrets.token_hex(8), problem
        self._show(shown)
        asyncio.get_running_loop().call_soon(self._told)  # the task is done then

    async def _look(self) -> None:
        """Runs the sheet again if its kernel is gone; says so in place of that if it goes again and again."""
        if self.busy or self.problem or await self._alive():
            return
        now = time.monotonic()
        self._deaths = [*[one for one in self._deaths if now - one < DEATHS_SECONDS], now]
        if len(self._deaths) <= TRIES:
            self.again()
        else:
            self._deaths, self.problem = [], CANNOT_OPEN
            self._show(self._sheet)  # whoever loads the page now gets no question of a kernel that is gone
            self._told()

    def _show(self, notebook: Any) -> None:
        self._shown = copy.deepcopy(notebook)
        self._shown.metadata["nongju"] = {"run": self.run}

    async def _alive(self) -> bool:
        return self._kernel is not None and bool(await self._kernel.is_alive())

    async def _close_kernel(self) -> None:
        for session in await self.server.session_manager.list_sessions():
            if session["path"] == self.name:
                # a kernel that died by itself is no longer in the server's list
                with contextlib.suppress(Exception):
                    await self.server.session_manager.delete_session(session["id"])
        self._kernel = None

    def _told(self) -> None:
        for call in list(self._followers):
            call()


def _bare(notebook: Any) -> Any:
    """The notebook without outputs, its cells trusted: they are the release's own."""
    bare = copy.deepcopy(notebook)
    for cell in bare.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            cell.metadata["trusted"] = True
    return bare


async def _run(kernel: Any, sheet: Any) -> Any:
    """A copy of the sheet with what came out of its cells in that kernel.

    Raises:
        NotAnsweringError: the kernel did not get through them.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    shown = copy.deepcopy(sheet)
    runner = NotebookClient(
        shown,
        km=kernel,
        timeout=CELL_SECONDS,
        startup_timeout=READY_SECONDS,
        allow_errors=True,
        record_timing=False,
        store_widget_state=False,
    )
    try:
        # not async_execute, which takes the signals that end the server
        await runner.async_start_new_kernel_client()
        for index, cell in enumerate(shown.cells):
            await runner.async_execute_cell(cell, index, execution_count=runner.code_cells_executed + 1)
    except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
        raise NotAnsweringError(str(error)) from error
    finally:
        if runner.kc is not None:  # nbclient ends a kernel that does not answer, and drops its client
            runner.kc.stop_channels()
    for cell in shown.cells:
        if cell.cell_type == "code":
            cell.outputs = [_for_learners(output) for output in cell.outputs if not _on_stderr(output)]
    return shown


def _on_stderr(output: Any) -> bool:
    """Warnings of libraries: English, and nothing that a learner could do about."""
    return bool(output.output_type == "stream" and output.name == "stderr")


def _for_learners(output: Any) -> Any:
    """A sentence in place of a traceback."""
    if output.output_type != "error":
        return output
    from nbformat.v4 import new_output

    html = str(block(notes=[BROKEN_CELL]))
    data = {"text/html": html, "text/plain": BROKEN_CELL}
    return new_output("display_data", data)  # type: ignore[no-untyped-call]
