"""The JupyterLab server behind a worksheet: loopback only, one folder, nothing of the PC's own set-up.

The view lies in `view/`: `overrides.json` (Chinese, one document, one big button), `page_config.json`
(which plugins of JupyterLab stay out), `custom.css`, and a small extension for slow PCs. A code notebook
(进阶) gets `overrides-code.json` on top and keeps the keyboard shortcuts.

Before the browser opens, `nongju.lab.opening` has run the sheet in the kernel that the browser
will join, so a learner meets filled-in forms and not a start button.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nongju.lab.opening import run_sheet, start_kernel

OWN = "nongju-lab"
"""Our own extension of the page, in `view/extension`: what it does stands there."""

WIDGETS = frozenset({"@jupyter-widgets/jupyterlab-manager", "anywidget", OWN})
"""The extensions that forms need. Any other one that is installed beside the course stays out: it may put a
button on the page (Voilà does) or a dialog in the way."""


def serve(
    folder: Path,
    notebook: str,
    *,
    code: bool = False,
    port: int = 0,
    browser: bool = True,
    opened: Callable[[str], None],
) -> None:
    """Runs JupyterLab on one notebook until the window is closed or Ctrl+C is pressed.

    Arguments:
        folder: the learner's folder of the week; the server shows nothing outside it.
        notebook: name of the notebook inside `folder`.
        code: True for a notebook whose code the learner writes: it is not run beforehand.
        port: 0 picks a free one.
        browser: open the PC's browser once the sheet is ready.
        opened: called with the address once the sheet is ready.
    """
    with (
        _session_folder() as state,
        as_file(files("nongju.lab") / "view") as view,
        _without_the_computers_own_settings(view, state),
    ):
        from jupyterlab.labapp import LabApp

        settings = _write_settings(view, state / "settings", code=code)
        server = LabApp.initialize_server(argv=[], config=_config(folder, notebook, port, state, settings))

        async def ready() -> None:
            await (start_kernel if code else run_sheet)(server, folder / notebook)
            _stop_in_order(server)  # running a sheet takes the signals away
            opened(_address(server, notebook))
            if browser:
                server.launch_browser()

        _stop_in_order(server)
        server.io_loop.add_callback(ready)
        server.start()


def _address(server: Any, notebook: str) -> str:
    """The loopback address of the notebook alone, token included."""
    return f"http://127.0.0.1:{server.port}/doc/tree/{quote(notebook)}?token={server.identity_provider.token}"


def _config(folder: Path, notebook: str, port: int, state: Path, settings: Path) -> Any:
    import zmq
    from jupyterlab.handlers.announcements import NeverCheckForUpdate
    from traitlets.config import Config

    return Config(
        {
            "Application": {"log_level": 40},
            "ServerApp": {
                "ip": "127.0.0.1",
                "port": port,
                "port_retries": 50,
                "root_dir": str(folder),
                "default_url": f"/doc/tree/{quote(notebook)}",
                "open_browser": False,
                "allow_remote_access": False,
                "allow_root": True,
                "answer_yes": True,
                "terminals_enabled": False,
                "quit_button": False,
                "cookie_secret": secrets.token_bytes(32),
                "log_level": 40,
            },
            "IdentityProvider": {"token": secrets.token_urlsafe(24)},
            "LabApp": {
                "app_settings_dir": str(settings),
                "user_settings_dir": str(state / "user"),
                "workspaces_dir": str(state / "workspaces"),
                "custom_css": True,
                # a form whose kernel restarted may press the page's own button (answers/static/talk.js)
                "expose_app_in_browser": True,
                "news_url": None,
                "check_for_updates_class": NeverCheckForUpdate,
                "extension_manager": "readonly",
                "log_level": 40,
            },
            "KernelManager": {"transport_encryption": "auto" if zmq.has("curve") else "disabled"},
            "KernelSpecManager": {
                "kernel_dirs": [],
                "ensure_native_kernel": True,
                "allowed_kernelspecs": {"python3"},
            },
            "FileCheckpoints": {"checkpoint_dir": str(state / "checkpoints")},
            "FileContentsManager": {"delete_to_trash": False},
            "NotebookNotary": {"db_file": ":memory:", "secret": secrets.token_bytes(32)},
        }
    )


def _write_settings(view: Path, target: Path, *, code: bool) -> Path:
    """Puts the package's settings where JupyterLab reads them, with the code notebook's changes on top."""
    from jupyter_core.paths import jupyter_path
    from jupyterlab_server.config import get_federated_extensions

    target.mkdir()
    overrides = json.loads((view / "overrides.json").read_text("utf-8"))
    page = json.loads((view / "page_config.json").read_text("utf-8"))
    installed = get_federated_extensions(jupyter_path("labextensions"))
    page["disabledExtensions"] |= dict.fromkeys(set(installed) - WIDGETS, True)
    if code:
        changes = json.loads((view / "overrides-code.json").read_text("utf-8"))
        for plugin, added in changes["overrides"].items():
            for name, items in added.items():
                overrides[plugin][name] = [*overrides[plugin][name], *items]
        for plugin in changes["enabled"]:
            page["disabledExtensions"].pop(plugin)
    (target / "overrides.json").write_text(json.dumps(overrides, ensure_ascii=False), "utf-8")
    (target / "page_config.json").write_text(json.dumps(page), "utf-8")
    return target


@contextmanager
def _session_folder() -> Iterator[Path]:
    """A temporary folder for what the server keeps; gone when the learner leaves the shared PC."""
    state = Path(tempfile.mkdtemp(prefix="nongju-lab-"))
    try:
        yield state
    finally:
        shutil.rmtree(state, ignore_errors=True)


@contextmanager
def _without_the_computers_own_settings(view: Path, state: Path) -> Iterator[None]:
    """Points Jupyter at the session's folder: a shared PC's own settings and extensions stay out.

    Our style sheet goes into the blank configuration folder that Jupyter then makes, our extension of the
    page into the data folder.
    """
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTER_CONFIG_DIR", "NBGRADER_EXECUTION"):
        os.environ.pop(name, None)
    os.environ["JUPYTER_NO_CONFIG"] = "1"
    os.environ["JUPYTER_DATA_DIR"] = str(state / "data")
    os.environ["JUPYTER_RUNTIME_DIR"] = str(state / "runtime")
    shutil.copytree(view / "extension", state / "data" / "labextensions" / OWN)
    from jupyter_core.paths import jupyter_config_dir

    blank = Path(jupyter_config_dir())
    (blank / "custom").mkdir()
    shutil.copyfile(view / "custom.css", blank / "custom" / "custom.css")
    try:
        yield
    finally:
        shutil.rmtree(blank, ignore_errors=True)


def _stop_in_order(server: Any) -> None:
    """Ends kernels too when the window is closed, at Ctrl+C and when the PC is shut down.

    Windows ends the whole group itself.
    """
    if hasattr(signal, "SIGHUP"):
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: server.io_loop.add_callback_from_signal(server.stop))
