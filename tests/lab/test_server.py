"""The server of `nongju lab` as it really runs, seen over HTTP."""

from __future__ import annotations

import json
import re
import signal
import socket
import urllib.error
import urllib.request
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

WEEK = "pricing-margin"
CELL = "import os\nprint(os.path.basename(os.getcwd()), os.environ.get('NBGRADER_EXECUTION'))"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    release = tmp_path / "release" / WEEK
    release.mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").write_text("", "utf-8")
    (tmp_path / "roster.csv").write_text("id,name,pair\nwang-li,王丽,li-si\nli-si,李四,wang-li\n", "utf-8")
    given = {"editable": False, "deletable": False}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cells = [
        new_markdown_cell("# 一单赚多少", metadata=given, id="t1"),
        new_code_cell(CELL, metadata=given, id="c1"),
    ]
    broken = new_code_cell("1 / 0", metadata=given, id="c2")
    last = new_code_cell("'最后一格'", metadata=given, id="c3")
    nbformat.write(new_notebook(cells=[*cells, broken, last], metadata=kernel), release / "worksheet-1.ipynb")
    return tmp_path


def fetch(address: str) -> Any:
    with urllib.request.urlopen(address, timeout=20) as response:
        return json.loads(response.read())


def sheet(lab: Any) -> Any:
    """The worksheet as the page gets it; waits until it has been run."""
    with urllib.request.urlopen(
        f"{lab.server}/api/contents/worksheet-1.ipynb?token={lab.token}", timeout=90
    ) as response:
        return json.loads(response.read())["content"]


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as response:
            return int(response.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_the_sheet_is_run_before_it_opens_and_serves_this_pc_alone(
    course: Path, open_lab: Callable[..., Any]
) -> None:
    lab = open_lab(course, WEEK, "Wang-Li", 1)
    parts = urlsplit(lab.address)
    folder = course / "learners" / "wang-li" / WEEK
    key = f"?token={lab.token}"

    assert (parts.hostname, parts.path) == ("127.0.0.1", "/doc/tree/worksheet-1.ipynb")
    listening = {
        connection.laddr.ip
        for process in [
            psutil.Process(lab.process.pid),
            *psutil.Process(lab.process.pid).children(recursive=True),
        ]
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    }
    assert listening == {"127.0.0.1"}

    cells = sheet(lab)["cells"]
    assert cells[1]["outputs"][0]["text"].split()[:2] == [WEEK, "None"]
    assert "请老师看看" in cells[2]["outputs"][0]["data"]["text/html"]
    assert "Traceback" not in json.dumps(cells[2]["outputs"])
    assert cells[3]["outputs"][0]["data"]["text/plain"] == "'最后一格'"
    own = nbformat.read(folder / "worksheet-1.ipynb", 4)
    assert not any(cell.get("outputs") for cell in own.cells), "the learner's copy is never written"

    answers = json.loads((folder / "answers.json").read_text("utf-8"))
    assert (answers["learner"], answers["pair"]) == ("wang-li", ["li-si", "wang-li"])

    (session,) = fetch(f"{lab.server}/api/sessions{key}")
    assert session["path"] == "worksheet-1.ipynb"
    listed = {entry["name"] for entry in fetch(f"{lab.server}/api/contents{key}")["content"]}
    assert listed == {"worksheet-1.ipynb", "answers.json"}

    assert status(f"{lab.server}/api/contents") == 403
    assert status(f"{lab.server}/api/contents/..%2F..%2Froster.csv{key}") == 404
    assert status(f"{lab.server}/api/terminals{key}") == 404
    assert fetch(f"{lab.server}/lab/api/news{key}") == {"news": []}

    assert not any(re.search("[A-Za-z]{4,}", line) for line in lab.said[:-1]), lab.said


def test_page_settings_reach_the_browser(course: Path, open_lab: Callable[..., Any]) -> None:
    lab = open_lab(course, WEEK, "wang-li", 1)
    with urllib.request.urlopen(lab.address, timeout=20) as response:
        page = response.read().decode()
    config = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    wanted = json.loads((files("nongju.lab") / "view" / "page_config.json").read_text("utf-8"))
    assert set(wanted["disabledExtensions"]) <= set(config["disabledExtensions"])
    running = {one["name"] for one in config["federated_extensions"]} - set(config["disabledExtensions"])
    assert running == {"@jupyter-widgets/jupyterlab-manager", "anywidget", "nongju-lab"}
    assert config["news"] == {"disabled": True}
    assert not config["terminalsAvailable"]
    with urllib.request.urlopen(f"{lab.server}/custom/custom.css?token={lab.token}", timeout=20) as response:
        assert response.read() == (files("nongju.lab") / "view" / "custom.css").read_bytes()
    settings = fetch(f"{lab.server}/lab/api/settings/@jupyterlab/notebook-extension:panel?token={lab.token}")
    shown = [
        item for item in settings["schema"]["properties"]["toolbar"]["default"] if not item.get("disabled")
    ]
    assert [item["command"] for item in shown] == ["nongju:open"]


IN_ORDER = hasattr(signal, "SIGHUP")
"""Windows ends the whole group itself, at once."""


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "SIGHUP"] if IN_ORDER else ["SIGTERM"])
def test_closing_ends_the_kernel_frees_the_port_and_leaves_nothing_behind(
    how: str,
    course: Path,
    open_lab: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    lab = open_lab(course, WEEK, "wang-li", 1)
    sheet(lab)
    family = psutil.Process(lab.process.pid).children(recursive=True)
    assert family, "a kernel runs"
    assert list(temporary.iterdir())
    lab.process.send_signal(getattr(signal, how))
    code = lab.process.wait(timeout=30)
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not alive
    with (
        pytest.raises(OSError),
        socket.create_connection(("127.0.0.1", urlsplit(lab.address).port or 0), timeout=5),
    ):
        pytest.fail("the port still answers")
    if IN_ORDER:
        assert (code, list(temporary.iterdir())) == (0, [])


DIES_ONCE = """
import os, pathlib
tried = pathlib.Path("tried")
if not tried.exists():
    tried.touch()
    os._exit(1)
"""


def test_a_kernel_that_dies_while_the_sheet_is_run_is_replaced_and_the_lab_can_be_closed(
    course: Path, open_lab: Callable[..., Any]
) -> None:
    path = course / "release" / WEEK / "worksheet-1.ipynb"
    released = nbformat.read(path, 4)
    released.cells.insert(2, new_code_cell(DIES_ONCE, id="dies"))
    nbformat.write(released, path)
    lab = open_lab(course, WEEK, "wang-li", 1)
    cells = sheet(lab)["cells"]
    assert (lab.folder / "tried").exists()
    assert cells[4]["outputs"][0]["data"]["text/plain"] == "'最后一格'"
    (session,) = fetch(f"{lab.server}/api/sessions?token={lab.token}")
    assert session["kernel"]["execution_state"] in {"idle", "starting"}
    lab.process.terminate()
    code = lab.process.wait(timeout=30)
    assert code == 0 or not IN_ORDER


def test_a_week_that_is_not_released_is_one_sentence(course: Path) -> None:
    from typer.testing import CliRunner

    from nongju.cli import app

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course)
        said = CliRunner().invoke(app, ["lab", "no-such-week", "--id", "wang-li"])
        assert said.exit_code == 2
        assert "release/no-such-week 里没有练习纸" in said.output
        said = CliRunner().invoke(app, ["lab", WEEK, "--id", "../wang"])
        assert said.exit_code == 2
        assert "不能当编号" in said.output
        assert "Traceback" not in said.output
