"""`nongju lab` as it really runs, in places and on accounts that nobody would choose."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.answers.worksheets import course_with
from tests.conftest import NONGJU
from tests.grading.ordinary_user import ORDINARY, shown
from tests.missing import missing

from nongju.grading.sandbox import bubblewrap

WEEK = "pricing-margin"
FORM = """
    # 第 1 题
    from nongju import form
    q = form.question("pricing-margin/p1", text="一单的账。", title="第 1 题", fields=[
        form.number("cost", "① 一单本钱几元？", unit="元")])
    q.show()"""
WIDGET = "application/vnd.jupyter.widget-view+json"


def course_at(place: Path) -> Path:
    """A course of one small week."""
    place.mkdir(parents=True)
    course_with(place, WEEK, {"p1": FORM})
    assets = place / "release" / WEEK / "assets"
    assets.mkdir()
    (assets / "1-shelf.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return place


def fetch(lab: Any, path: str) -> bytes:
    with urllib.request.urlopen(f"{lab.server}{path}?token={lab.token}", timeout=90) as response:
        return bytes(response.read())


def works(lab: Any) -> None:
    """The question is drawn by a widget, and its answer's file and pictures are there."""
    (cell,) = json.loads(fetch(lab, "/api/contents/worksheet-1.ipynb"))["content"]["cells"]
    assert WIDGET in cell["outputs"][0]["data"], cell["outputs"]
    assert b"<svg" in fetch(lab, f"/files/{quote('assets/1-shelf.svg')}")
    assert json.loads((lab.folder / "answers.json").read_text("utf-8"))["learner"] == "wang-li"


ODD = ["方括号[2026]", "50%25 off", "a#b", "两 个 空 格", "$HOME", "~", "a'b\"c", "emoji🌶️", "a&b;c", "..点"]


def test_a_folder_may_be_called_anything(tmp_path: Path, open_lab: Callable[..., Any]) -> None:
    course = course_at(tmp_path.joinpath(*ODD))
    temporary = tmp_path / "临 时[1]%20#"
    temporary.mkdir()
    lab = open_lab(course, WEEK, "wang-li", 1, env={**os.environ, "TMPDIR": str(temporary)})
    works(lab)
    lab.process.terminate()
    assert lab.process.wait(timeout=30) == 0
    assert list(temporary.iterdir()) == []


def test_other_peoples_settings_and_modules_stay_out(tmp_path: Path, open_lab: Callable[..., Any]) -> None:
    course = course_at(tmp_path / "course")
    stray = tmp_path / "stray"
    own = course / "learners" / "wang-li" / WEEK
    start = tmp_path / "home" / ".ipython" / "profile_default" / "startup"
    for folder in (stray, own, start):
        folder.mkdir(parents=True)
    for name in ("nongju", "json", "typing_extensions", "ipykernel_launcher", "anywidget"):
        for folder in (stray, own):
            (folder / f"{name}.py").write_text("raise SystemExit('stray')")
    (start / "00-shout.py").write_text("raise SystemExit('startup')")
    (start.parent / "ipython_config.py").write_text("c.InteractiveShell.ast_node_interactivity = 'all'")
    jupyter = tmp_path / "home" / ".jupyter"
    jupyter.mkdir()
    (jupyter / "jupyter_server_config.json").write_text('{"ServerApp": {"ip": "0.0.0.0", "root_dir": "/"}}')
    env = {
        **os.environ,
        "HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(stray),
        "PYTHONSTARTUP": "/nowhere",
    }
    script = Path(sys.executable).with_name("nongju")
    lab = open_lab(course, WEEK, "wang-li", 1, env=env, command=[str(script)])
    works(lab)


def test_a_home_that_is_none_does_no_harm(tmp_path: Path, open_lab: Callable[..., Any]) -> None:
    course = course_at(tmp_path / "course")
    (tmp_path / "home").write_text("a file where the home would be")
    works(open_lab(course, WEEK, "wang-li", 1, env={**os.environ, "HOME": str(tmp_path / "home")}))


def test_without_shared_memory_the_sheet_opens(
    tmp_path: Path, open_lab: Callable[..., Any], walled: None
) -> None:
    course = course_at(tmp_path / "course")
    wall = [bubblewrap.find(), "--dev-bind", "/", "/", "--tmpfs", "/dev/shm", "--remount-ro", "/dev/shm"]
    works(open_lab(course, WEEK, "wang-li", 1, command=[*map(str, wall), "--die-with-parent", *NONGJU]))


def somebody(course: Path, *more: str) -> list[str]:
    """The command as a user who is not root runs it, at a home that is somebody else's."""
    if os.getuid() != 0 or shutil.which("setpriv") is None:
        missing("root and the program setpriv", "run the suite as root with util-linux")
    for path in [course.parent, *course.parent.rglob("*")]:
        os.chown(path, ORDINARY, ORDINARY, follow_symlinks=False)
    python = bubblewrap.python_folders()
    wall = [
        str(bubblewrap.find()),
        "--die-with-parent",
        "--dev-bind",
        "/",
        "/",
        *shown([course.parent, *python]),
    ]
    for folder in python:
        wall += ["--ro-bind", str(folder), str(folder)]
    wall += ["--bind", str(course.parent), str(course.parent), *more, "--setenv", "HOME", "/root"]
    wall += ["--unshare-pid", "--proc", "/proc"]  # so that all end with the command
    wall += ["--chdir", str(course), "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    return [*wall, "setpriv", f"--reuid={ORDINARY}", f"--regid={ORDINARY}", "--clear-groups", *NONGJU]


def test_a_worksheet_that_cannot_be_written_opens_on_anybodys_account(
    tmp_path: Path, open_lab: Callable[..., Any], walled: None
) -> None:
    course = course_at(tmp_path / "course")
    own = course / "learners" / "wang-li" / WEEK
    shutil.copytree(course / "release" / WEEK, own)
    (own / "worksheet-1.ipynb").chmod(0o444)
    works(open_lab(course, WEEK, "wang-li", 1, command=somebody(course)))


@pytest.mark.parametrize("fault", ["read-only folder", "read-only disk", "full disk"])
def test_a_folder_that_cannot_be_written_is_one_sentence_and_an_end_in_order(
    fault: str, tmp_path: Path, walled: None
) -> None:
    course = course_at(tmp_path / "course")
    own = course / "learners" / "wang-li" / WEEK
    shutil.copytree(course / "release" / WEEK, own)
    more: list[str] = []
    if fault == "read-only disk":
        more = ["--ro-bind", str(own), str(own)]
    elif fault == "full disk":
        more = ["--size", "4096", "--tmpfs", str(own)]
    command = somebody(course, *more)
    if fault == "read-only folder":
        own.chmod(0o555)
    temporary = tmp_path / "temporary"
    temporary.mkdir(mode=0o777)
    temporary.chmod(0o777)
    done = subprocess.run(
        [*command, "lab", WEEK, "--id", "wang-li", "--evening", "1", "--no-browser", "--port", "0"],
        cwd=course,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(temporary)},
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 2, said
    assert said.count("\n") == 1, said
    assert "写不进去" in said or "盘满了" in said
    assert list(temporary.iterdir()) == []
