"""What of this PC reaches the lab and its kernels: the learner's folder, and nothing of anybody's own set-up.

A shared PC has settings of Jupyter and IPython, environment variables of another Python, a home folder that
belongs to somebody else or cannot be written. None of that may change a worksheet.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

OWN = "nongju-lab"
"""Our own extension of the page, in `view/extension`."""

FOREIGN = (
    "JUPYTER_PATH",
    "JUPYTER_CONFIG_PATH",
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_TOKEN",
    "JUPYTER_TOKEN_FILE",
    "JUPYTER_PREFER_ENV_PATH",
    "JUPYTERLAB_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "NBGRADER_EXECUTION",
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "PYTHONINSPECT",
    "PYTHONWARNINGS",
    "PYTHONSAFEPATH",
)
"""Variables of the environment that would put other people's files or settings in the way."""


@contextmanager
def session_folder() -> Iterator[Path]:
    """A temporary folder for what the server keeps; gone when the learner leaves the shared PC.

    What a lab left that the power or a kill ended goes, too.

    Raises:
        OSError: no temporary folder can be written.
    """
    for left in Path(tempfile.gettempdir()).glob("nongju-lab-*"):
        owner = left.name.split("-")[2]
        if owner.isdecimal() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(left, ignore_errors=True)
    state = Path(tempfile.mkdtemp(prefix=f"nongju-lab-{os.getpid()}-"))
    try:
        yield state
    finally:
        shutil.rmtree(state, ignore_errors=True)


@contextmanager
def without_own_settings(view: Path, state: Path, *, code: bool) -> Iterator[None]:
    """Points Jupyter and IPython at the session's folder: the PC's own settings and extensions stay out.

    Only code that a learner writes may import what lies beside it.

    Our style sheet goes into the blank configuration folder that Jupyter then makes, our extension of the
    page into the data folder.
    """
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ["JUPYTER_NO_CONFIG"] = "1"
    os.environ["JUPYTER_DATA_DIR"] = str(state / "data")
    os.environ["JUPYTER_RUNTIME_DIR"] = str(state / "runtime")
    os.environ["IPYTHONDIR"] = str(_ipython(state / "ipython", ignore_cwd=not code))
    shutil.copytree(view / "extension", state / "data" / "labextensions" / OWN)
    from jupyter_core.paths import jupyter_config_dir

    blank = Path(jupyter_config_dir())
    (blank / "custom").mkdir()
    shutil.copyfile(view / "custom.css", blank / "custom" / "custom.css")
    try:
        yield
    finally:
        shutil.rmtree(blank, ignore_errors=True)


def _ipython(folder: Path, *, ignore_cwd: bool) -> Path:
    """A blank IPython folder; with `ignore_cwd` kernels import nothing from the folder that they work in."""
    profile = folder / "profile_default"
    profile.mkdir(parents=True)
    config = {"IPKernelApp": {"ignore_cwd": ignore_cwd}}
    (profile / "ipython_kernel_config.json").write_text(json.dumps(config), "utf-8")
    return folder
