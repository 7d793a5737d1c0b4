"""The JupyterLab server behind a worksheet: loopback only, one folder, nothing of the PC's own set-up.

The view lies in `view/`: `overrides.json` (Chinese, one document, one big button), `page_config.json`
(which plugins of JupyterLab stay out), `custom.css`, pages for who has no key, and a small extension. A code
notebook (进阶) gets `overrides-code.json` on top and keeps the keyboard shortcuts.

A worksheet is run by `nongju.lab.opening` in the kernel that the browser will join, and shown from memory by
`nongju.lab.contents`; a code notebook is an ordinary file with an ordinary kernel.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
from collections.abc import Callable
from contextlib import ExitStack
from html import escape
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nongju.answers.session import SEATED
from nongju.lab.desk import WeekNotebook
from nongju.lab.fault import NotServedError, reason_of
from nongju.lab.opening import Opening, start_kernel
from nongju.lab.secret import cookie_secret
from nongju.lab.surroundings import OWN, session_folder, without_own_settings

SILENT = 50
"""The highest level of logging: what Jupyter says in the window is English."""

WIDGETS = frozenset({"@jupyter-widgets/jupyterlab-manager", "anywidget", OWN})
"""The extensions that forms need. Any other one that is installed beside the course stays out: it may put a
button on the page (Voilà does) or a dialog in the way."""

_ENDS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM) if hasattr(signal, "SIGHUP") else ()
"""Signals that end the lab in order; Windows ends the whole group itself."""

NO_SERVER = "练习纸开不起来（{reason}）。把别的程序关掉一些，再开一次；还是不行，请老师看看。"


def serve(
    folder: Path,
    sheet: WeekNotebook,
    *,
    learner: str,
    who: str,
    port: int = 0,
    browser: bool = True,
    opened: Callable[[str], None],
) -> None:
    """Runs JupyterLab on one notebook until the window is closed or Ctrl+C is pressed.

    Arguments:
        folder: the learner's folder of the week; the server shows nothing outside it.
        sheet: the notebook. A worksheet is shown as it was released, a code notebook as it lies in `folder`.
        learner: normalised id of who sits there.
        who: the learner as the page names them.
        port: 0 picks a free one.
        browser: open the PC's browser once the server listens.
        opened: called with the address once the server listens.

    Raises:
        NotServedError: the server could not be started, or broke off.
        KeyboardInterrupt: the window was closed before the server listened.
    """
    for number in _ENDS:  # until the server listens: what was begun is put away
        signal.signal(number, signal.default_int_handler)
    try:
        with ExitStack() as stack:
            state = stack.enter_context(session_folder())
            view = stack.enter_context(as_file(files("nongju.lab") / "view"))
            stack.enter_context(without_own_settings(view, state, code=sheet.code))
            os.environ[SEATED] = learner
            _serve(folder, sheet, view, state, who, port, browser, opened)
    except NotServedError:
        raise
    except Exception as error:  # whatever Jupyter cannot do here: a sentence, never a traceback
        raise NotServedError(NO_SERVER.format(reason=reason_of(error))) from error


def _serve(
    folder: Path,
    sheet: WeekNotebook,
    view: Path,
    state: Path,
    who: str,
    port: int,
    browser: bool,
    opened: Callable[[str], None],
) -> None:
    import nbformat
    from jupyterlab.labapp import LabApp

    _write_settings(view, state / "settings", sheet, who)
    _write_page(state / "templates", f"{who} · {sheet.title}")
    try:
        server = LabApp.initialize_server(argv=[], config=_config(folder, sheet, port, state, view))
    except SystemExit as ended:  # no port is free, or a folder of its own cannot be written
        raise NotServedError(NO_SERVER.format(reason="没有空的端口")) from ended
    opening: Opening | None = None
    fault: list[Exception] = []
    from nongju.lab.live import ADDRESS, LiveHandler, OrdinaryFile

    if not sheet.code:
        notebook = nbformat.reads(sheet.released.decode(), as_version=4)  # type: ignore[no-untyped-call]
        opening = Opening(server, sheet.name, notebook)
        server.contents_manager.opening = opening
    server.web_app.add_handlers(".*$", [(ADDRESS, LiveHandler, {"opening": opening or OrdinaryFile()})])

    async def ready() -> None:
        try:
            if opening is None:
                await start_kernel(server, sheet.name)
            else:
                opening.again()  # while the browser starts
            opened(_address(server, sheet.name))
            if browser:
                server.launch_browser()
            if opening is not None:
                await opening.watch()
        except Exception as error:  # a server that shows nothing must not go on in silence
            fault.append(error)
            server.stop()

    _stop_in_order(server, opening)
    server.io_loop.add_callback(ready)
    server.start()
    if fault:
        raise NotServedError(NO_SERVER.format(reason=reason_of(fault[0]))) from fault[0]


def _address(server: Any, notebook: str) -> str:
    """The loopback address of the notebook alone, token included."""
    return f"http://127.0.0.1:{server.port}/doc/tree/{quote(notebook)}?token={server.identity_provider.token}"


def _config(folder: Path, sheet: WeekNotebook, port: int, state: Path, view: Path) -> Any:
    import zmq
    from jupyterlab.handlers.announcements import NeverCheckForUpdate
    from traitlets.config import Config

    return Config(
        {
            "Application": {"log_level": SILENT},
            "ServerApp": {
                "ip": "127.0.0.1",
                "port": port,
                "port_retries": 50,
                "root_dir": str(folder),
                "default_url": f"/doc/tree/{quote(sheet.name)}",
                "open_browser": False,
                "allow_remote_access": False,
                "allow_root": True,
                "answer_yes": True,
                "terminals_enabled": False,
                "quit_button": False,
                "cookie_secret": cookie_secret(folder),
                "contents_manager_class": "nongju.lab.contents.SheetContents",
                "kernel_spec_manager_class": "nongju.lab.kernels.SafePathSpecManager",
                "extra_template_paths": [str(view / "templates")],
                "log_level": SILENT,
            },
            "IdentityProvider": {"token": secrets.token_urlsafe(24)},
            "LabApp": {
                "app_settings_dir": str(state / "settings"),
                "user_settings_dir": str(state / "user"),
                "workspaces_dir": str(state / "workspaces"),
                "templates_dir": str(state / "templates"),
                "custom_css": True,
                # a form whose kernel restarted may press the page's own button (answers/web/static/talk.js)
                "expose_app_in_browser": True,
                "news_url": None,
                "check_for_updates_class": NeverCheckForUpdate,
                "extension_manager": "readonly",
                "log_level": SILENT,
            },
            "MultiKernelManager": {"kernel_manager_class": "nongju.lab.kernels.QuietKernelManager"},
            # a worksheet's kernel is started again by `Opening`, with the sheet in it
            "KernelManager": {
                "transport_encryption": "auto" if zmq.has("curve") else "disabled",
                "autorestart": sheet.code,
            },
            "SafePathSpecManager": {
                "kernel_dirs": [],
                "ensure_native_kernel": True,
                "allowed_kernelspecs": {"python3"},
            },
            "FileCheckpoints": {"checkpoint_dir": str(state / "checkpoints")},
            "FileContentsManager": {"delete_to_trash": False},
            "NotebookNotary": {"db_file": ":memory:", "secret": secrets.token_bytes(32)},
        }
    )


def _write_settings(view: Path, target: Path, sheet: WeekNotebook, who: str) -> None:
    """Puts the package's settings where JupyterLab reads them, with the code notebook's changes on top."""
    from jupyter_core.paths import jupyter_path
    from jupyterlab_server.config import get_federated_extensions

    target.mkdir()
    overrides = json.loads((view / "overrides.json").read_text("utf-8"))
    page = json.loads((view / "page_config.json").read_text("utf-8"))
    installed = get_federated_extensions(jupyter_path("labextensions"))
    page["disabledExtensions"] |= dict.fromkeys(set(installed) - WIDGETS, True)
    # as text: of an object the page would get the keys alone
    shown = {"who": who, "title": sheet.title, "path": sheet.name, "code": sheet.code}
    page["nongju"] = json.dumps(shown)
    if sheet.code:
        changes = json.loads((view / "overrides-code.json").read_text("utf-8"))
        for plugin, added in changes["overrides"].items():
            for name, items in added.items():
                overrides[plugin][name] = [*overrides[plugin][name], *items]
        for plugin in changes["enabled"]:
            page["disabledExtensions"].pop(plugin)
    (target / "overrides.json").write_text(json.dumps(overrides, ensure_ascii=False), "utf-8")
    (target / "page_config.json").write_text(json.dumps(page), "utf-8")


def _write_page(target: Path, title: str) -> None:
    """JupyterLab's own page, with the sheet's title and language from its first byte."""
    from jupyterlab.commands import get_app_dir

    target.mkdir()
    page = (Path(get_app_dir()) / "static" / "index.html").read_text("utf-8")
    page = page.replace('<html lang="en">', '<html lang="zh-CN">', 1)
    page = page.replace("<title>JupyterLab</title>", f"<title>{escape(title)}</title>", 1)
    (target / "index.html").write_text(page, "utf-8")


def _stop_in_order(server: Any, opening: Opening | None) -> None:
    """Ends kernels too when the window is closed, at Ctrl+C and when the PC is shut down."""

    async def stop() -> None:
        if opening is not None:
            await opening.close()
        server.stop()

    for number in _ENDS:
        signal.signal(number, lambda *_: server.io_loop.add_callback_from_signal(stop))
