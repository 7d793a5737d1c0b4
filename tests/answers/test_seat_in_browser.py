"""A worksheet in plain JupyterLab: it asks once who sits there, and says so from then on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect
from tests.answers.test_form_in_browser import _address

from nongju.answers.store import AnswerStore

pytestmark = pytest.mark.browser

WEEK = "pricing-margin"
SCENE = 'form.scene(name, "{said}：一斤 {price} 元。", said=name, price=[11, 12, 13, 14, 15, 16])'
SCENES = f'scenes=[{SCENE} for name in ("腊肉", "香肠", "莲子", "土豆", "山药")]'
CELLS = {
    "p1": f"""
        from nongju import form
        q = form.question("{WEEK}/p1", title="第 1 题 一斤几元？", {SCENES},
            fields=[form.number("yuan", "① 一斤几元？", unit="元")])
        q.show()""",
    "p1-mark": f"""
        from nongju import form
        q = form.question("{WEEK}/p1", title="第 1 题 一斤几元？", {SCENES},
            fields=[form.number("yuan", "① 一斤几元？", unit="元")])
        q.answered()""",
    "w": f"""
        from nongju import simulators
        simulators.place("{WEEK}/w", simulators.PRICE_WATERFALL)""",
    "p6": f"""
        from nongju import form
        q = form.question("{WEEK}/p6", title="第 2 题 为什么？", text="写。", extra=True,
            fields=[form.text("why", "① 为什么？")])
        q.show()
        q.answered()""",
}


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A JupyterLab that anybody may have: the folder it serves, and its address."""
    root, config = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("config")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0", "--allow-root",
         "--IdentityProvider.token=t", f"--ServerApp.root_dir={root}"],
        stderr=subprocess.PIPE, text=True, env={**os.environ, "JUPYTER_CONFIG_DIR": str(config)},
    )  # fmt: skip
    address = _address(server)
    reader = threading.Thread(target=server.stderr.read, daemon=True)  # type: ignore[union-attr]
    reader.start()
    yield root, address
    server.terminate()
    server.wait(60)
    reader.join(60)
    server.stderr.close()  # type: ignore[union-attr]


def open_sheet(root: Path, address: str, page: Page, name: str) -> Path:
    """Opens a worksheet in a folder of its own and runs all of it, as the menu does."""
    folder = root / name
    folder.mkdir(exist_ok=True)
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    for key, source in CELLS.items():
        notebook.cells.append(nbformat.v4.new_code_cell(textwrap.dedent(source).strip(), id=key))
    nbformat.write(notebook, folder / "worksheet-1.ipynb")
    page.goto(f"{address}/doc/tree/{name}/worksheet-1.ipynb?token=t")
    page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(timeout=90_000)
    run_all(page)
    return folder


def run_all(page: Page) -> None:
    """Runs every cell by the menu; again where a page that is still being built took no notice."""
    begun = page.locator(".jp-Notebook .jp-InputPrompt", has_text=re.compile(r"\[[*\d]")).first
    for _ in range(3):
        page.locator(".jp-Notebook .jp-CodeCell").first.click()
        page.get_by_role("menuitem", name=re.compile("Run|运行")).first.click()
        page.get_by_role("menuitem", name=re.compile("Run All Cells|运行所有单元格")).first.click()
        with suppress(TimeoutError):
            return begun.wait_for(timeout=15_000)
    raise AssertionError("no cell was run")


def stored(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "answers.json").read_text("utf-8")))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    made = chromium.new_page(viewport={"width": 1366, "height": 768})
    made.set_default_timeout(60_000)
    yield made
    made.close()


def test_it_asks_once_who_sits_there_and_gives_that_learners_questions(
    jupyterlab: tuple[Path, str], page: Page, tmp_path: Path
) -> None:
    folder = open_sheet(*jupyterlab, page, "nobody")
    seat = page.locator(".nj-seat")
    expect(seat).to_be_visible(timeout=90_000)
    closed = page.locator(".nj-closed")
    expect(closed).to_have_count(3)
    expect(closed.first).to_contain_text("先在第一格写上你是谁")
    assert page.locator("[data-question]").count() == 0
    assert not (folder / "answers.json").exists()

    seat.locator("input").fill("../wang")
    seat.get_by_role("button", name="坐下").click()
    seat.get_by_role("button", name="对，开始").click()
    expect(seat).to_contain_text("编号要用字母、数字或汉字开头")
    seat.locator("input").fill("Wang-Li")
    seat.get_by_role("button", name="坐下").click()
    expect(seat).to_contain_text("你的编号是「Wang-Li」，对吗？")
    seat.get_by_role("button", name="打错了").click()
    seat.locator("input").fill("li-si")
    seat.locator("input").press("Enter")
    page.screenshot(path=tmp_path / "seat.png")
    seat.get_by_role("button", name="对，开始").click()
    expect(page.locator(".nj-strip")).to_contain_text("这是「li-si」的练习纸")
    assert stored(folder)["learner"] == "li-si"
    expect(page).to_have_title(re.compile(r"^li-si · "))

    from nongju import form

    def scene_of(learner: str) -> str:
        pool = eval(f"dict({SCENES})", {"form": form})["scenes"]
        fields = [form.number("yuan", "① 一斤几元？", unit="元")]
        return form.question(f"{WEEK}/p1", scenes=pool, fields=fields).variant_for(learner).story

    expect(page.locator('[data-question="p1"] .nj-story')).to_have_text(scene_of("li-si"))
    assert scene_of("li-si") != scene_of(""), "the sample is another one"
    blank = page.locator('[data-question="p1"] [data-field="yuan"]')
    blank.locator("input.nj-number").fill("12")
    expect(blank.locator(".nj-say")).to_contain_text("已保存")
    expect(page.locator(".nj-strip")).to_contain_text("必做 1 题，做了 1 题")
    expect(page.locator(".nj-strip")).to_contain_text("加练 1 题，做了 0 题")
    expect(page.locator(".nj-simulator .nj-figure")).to_be_visible()
    page.screenshot(path=tmp_path / "seated.png")

    end = page.locator(".nj-end")
    end.scroll_into_view_if_needed()
    end.get_by_role("button", name="交作业").click()
    expect(end).to_contain_text("第 2 题 为什么：还没写")
    end.get_by_role("button", name="就这样交").click()
    expect(end.locator(".nj-handed")).to_contain_text(f"{WEEK}-li-si-")
    assert len(list(folder.parent.glob(f"{WEEK}-li-si-*.zip"))) == 1


def test_a_folder_of_nongju_lab_says_whose_it_is_at_once(jupyterlab: tuple[Path, str], page: Page) -> None:
    root, address = jupyterlab
    (root / "somebody").mkdir()
    AnswerStore.open(root / "somebody", WEEK).sit_down("zhao-min")
    open_sheet(root, address, page, "somebody")
    expect(page.locator(".nj-strip")).to_contain_text("这是「zhao-min」的练习纸", timeout=90_000)
    assert page.locator(".nj-seat").count() == 0
    page.get_by_role("button", name="不是我").click()  # nothing is written yet: it may be another's
    seat = page.locator(".nj-seat")
    seat.locator("input").fill("li-si")
    seat.locator("input").press("Enter")
    seat.get_by_role("button", name="对，开始").click()
    expect(page.locator(".nj-strip")).to_contain_text("这是「li-si」的练习纸")
    page.locator('[data-question="p1"] input.nj-number').fill("12")
    expect(page.get_by_role("button", name="不是我")).to_have_count(0)
    assert stored(root / "somebody")["learner"] == "li-si"
