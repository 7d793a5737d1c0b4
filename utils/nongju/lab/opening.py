"""Runs a worksheet before it is shown, in the very kernel that the browser will join."""

from __future__ import annotations

from pathlib import Path
from typing import Any

CELL_SECONDS = 60
"""Seconds one cell may take while the sheet opens: a form takes a few milliseconds, so more means that
it hangs; the learner then still gets the page and its button."""

READY_SECONDS = 60
"""Seconds until a new kernel must have answered; what takes longer has died, or cannot be reached (another
program may have taken one of its ports while it was starting)."""


async def start_kernel(server: Any, path: Path) -> Any:
    """Starts the session that JupyterLab will find by the notebook's path, and returns its kernel's manager.

    Arguments:
        server: the running jupyter_server.
        path: the notebook, directly in the server's root folder.
    """
    session = await server.session_manager.create_session(
        path=path.name, name=path.name, type="notebook", kernel_name="python3"
    )
    return server.kernel_manager.get_kernel(session["kernel"]["id"])


async def run_sheet(server: Any, path: Path) -> None:
    """Runs every cell of a sheet, and saves and signs the notebook with what came out.

    A kernel that never answers is replaced once. A cell that fails keeps its own message; a kernel that hangs
    or dies leaves the notebook without outputs, and the button on the page starts it again. Arguments as in
    `start_kernel`.
    """
    import nbformat

    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    if not await _answered(server, path, notebook):
        for session in await server.session_manager.list_sessions():
            await server.session_manager.delete_session(session["id"])
        await _answered(server, path, notebook)
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]
    server.contents_manager.notary.sign(notebook)


async def _answered(server: Any, path: Path, notebook: Any) -> bool:
    """Runs the cells in a new kernel; False when it never answered."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    _forget_outputs(notebook)
    runner = NotebookClient(
        notebook,
        km=await start_kernel(server, path),
        timeout=CELL_SECONDS,
        startup_timeout=READY_SECONDS,
        allow_errors=True,
        record_timing=False,
        store_widget_state=False,
    )
    try:
        await runner.async_execute()
    except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
        server.log.warning("the sheet could not be run before opening: %s", error)
        _forget_outputs(notebook)
        return runner.kc is not None  # nbclient ends a kernel that does not answer, and drops its client
    finally:
        if runner.kc is not None:
            runner.kc.stop_channels()
    return True


def _forget_outputs(notebook: Any) -> None:
    """Drops outputs: those of an earlier evening belong to a kernel that is gone."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
