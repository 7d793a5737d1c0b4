"""The optional code notebook opens with its code in sight, and runs what a returning student types."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import expect
from tests.browser.test_healing import close, free_port
from tests.browser.test_when_things_fail import kernels

pytestmark = pytest.mark.browser

WEEK = "pricing-margin"
ENGLISH = re.compile(r"[A-Za-z]{3,}")


def test_code_is_shown_typed_and_run(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], tmp_path: Path
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 3)
    page = (watched := sit_down()).page
    page.goto(lab.address)
    given = nbformat.read(lab.folder / "advanced.ipynb", as_version=4)
    written = [cell for cell in given.cells if cell.metadata.get("nbgrader", {}).get("solution")]
    editors = page.locator(".jp-CodeCell .cm-content")
    editors.first.wait_for()
    watched.picture(tmp_path / "code.png")
    solution = editors.filter(has_text=written[0].source.splitlines()[0]).first
    solution.click()
    expect(page.locator(".cm-editor.cm-focused")).to_have_count(1)
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("answer = 6 * 7\nprint('算出来是', answer)")
    expect(page.locator(".cm-editor.cm-focused")).to_contain_text("算出来是")
    page.get_by_role("button", name="运行这一格").click()
    expect(page.locator(".jp-OutputArea-output").filter(has_text="算出来是 42")).to_be_visible()
    watched.picture(tmp_path / "code-run.png")
    assert page.locator(".jp-Dialog").count() == 0
    expect(page.locator(".nongju-plate")).to_contain_text("zhao-min的练习纸")
    assert page.title().startswith("zhao-min · ")
    bar = page.locator(".jp-NotebookPanel-toolbar")
    assert ENGLISH.findall(bar.inner_text()) == []
    tips = bar.locator("[title]:visible").evaluate_all("(all) => all.map((one) => one.title)")
    assert set(ENGLISH.findall(" ".join(tips))) <= {"Shift"}, "what stands on the key"

    (kernel,) = kernels(lab)
    kernel.kill()
    expect(watched.words).to_contain_text("重新启动了")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    page.get_by_role("button", name="运行这一格").click()
    expect(page.locator(".jp-OutputArea-output").filter(has_text="算出来是 42")).to_be_visible()


@pytest.mark.parametrize("there", ["what the page read", "what another wrote"])
def test_what_was_typed_is_saved_when_the_lab_is_back_and_writes_over_nobody_unasked(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], there: str
) -> None:
    port = free_port()
    lab = open_lab(course, WEEK, "zhao-min", 3, port=port)
    page = (watched := sit_down()).page
    page.goto(lab.address)
    page.locator("body.nongju-ready").wait_for(state="attached")
    close(lab)
    expect(watched.words).to_contain_text("断开")
    solution = page.locator(".jp-CodeCell .cm-content").filter(has_text="NotImplementedError").first
    solution.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("\n# 我写的一行")
    kept = lab.folder / "advanced.ipynb"
    if there == "what another wrote":
        kept.write_text(kept.read_text("utf-8").replace("NotImplementedError", "别人写的"), "utf-8")
    later = kept.stat().st_mtime + 60  # a save whose answer was lost has another date, too
    os.utime(kept, (later, later))
    if there == "what another wrote":
        open_lab(course, WEEK, "zhao-min", 3, port=port)
        asked = page.locator(".jp-Dialog")
        expect(asked).to_contain_text("在磁盘上已经改变")
        assert ENGLISH.findall(asked.inner_text().replace("advanced.ipynb", "")) == []
        assert "别人写的" in kept.read_text("utf-8")
        with page.expect_navigation():
            asked.get_by_role("button", name="覆盖").click()
    else:
        with page.expect_navigation():
            open_lab(course, WEEK, "zhao-min", 3, port=port)
    expect(page.locator(".jp-CodeCell .cm-content").filter(has_text="我写的一行")).to_be_visible()
    assert "我写的一行" in kept.read_text("utf-8")
    watched.faults.clear()  # the browser itself notes each request that nobody answers
