"""A learner who has the wheel and what the teacher sent, and nothing else of the repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]
WEEK = "pricing-margin"
WIDGET = "application/vnd.jupyter.widget-view+json"


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel in it.

    What the wheel depends on is lent by this environment, so that nothing is fetched; the package is not.
    """
    here = tmp_path_factory.mktemp("wheel")
    source, fresh = here / "source", here / "fresh"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-content"):
        shutil.copy(REPOSITORY / name, source)
    shutil.copytree(
        REPOSITORY / "utils",
        source / "utils",
        ignore=shutil.ignore_patterns("__pycache__", "*.egg-info", "node_modules"),
    )
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", here, source)
    (wheel,) = here.glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", fresh)
    programs = fresh / ("Scripts" if os.name == "nt" else "bin")
    run(*pip, "--python", programs / "python", "install", "--quiet", "--no-deps", "--no-index", wheel)
    own = sysconfig.get_path("purelib", vars={"base": str(fresh), "platbase": str(fresh)})
    (Path(own) / "lent.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    (fresh / "share").symlink_to(Path(sys.prefix) / "share")
    where = run(programs / "python", "-c", "import nongju; print(nongju.__file__)", cwd=here)
    assert Path(where.strip()).is_relative_to(fresh)
    return programs


@pytest.mark.parametrize("form", ["zip", "folder"])
def test_the_wheel_and_a_release_are_enough_to_work_and_to_hand_in(
    form: str, installed: Path, open_lab: Callable[..., Any], tmp_path: Path
) -> None:
    release = REPOSITORY / "release" / WEEK
    if form == "zip":
        run(sys.executable, "-m", "zipfile", "-c", tmp_path / f"{WEEK}.zip", release)
    else:
        shutil.copytree(release, tmp_path / WEEK)
    (tmp_path / "roster.csv").write_text("id,name\nwang-li,王丽\n", "utf-8")
    given = f"{WEEK}.zip" if form == "zip" else WEEK
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    lab = open_lab(tmp_path, given, "wang-li", 1, command=[str(installed / "nongju")], env=env)
    address = f"{lab.server}/api/contents/worksheet-1.ipynb?token={lab.token}"
    with urllib.request.urlopen(address, timeout=120) as response:
        cells = json.loads(response.read())["content"]["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert len(outputs) > 20
    assert all(WIDGET in output["data"] for output in outputs)
    with urllib.request.urlopen(lab.address, timeout=60) as response:
        page = response.read().decode()
    assert "<title>王丽 · 定价与毛利（一）一单赚多少</title>" in page
    with urllib.request.urlopen(
        f"{lab.server}/lab/extensions/nongju-lab/static/page.js?token={lab.token}", timeout=60
    ) as response:
        assert b"nongju-lab:page" in response.read()
    assert (tmp_path / "learners" / "wang-li" / WEEK / "assets" / "1-shelf.svg").exists()

    said = run(installed / "nongju", "hand-in", WEEK, cwd=tmp_path)
    assert "把这个文件交给老师" in said
    (packed,) = (tmp_path / "learners" / "wang-li").glob(f"{WEEK}-wang-li-*.zip")
    with zipfile.ZipFile(packed) as archive:
        assert {"answers.json", "worksheet-1.ipynb", "worksheet-2.ipynb"} <= set(archive.namelist())
