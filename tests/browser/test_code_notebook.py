"""The optional code notebook opens with its code in sight, and runs what a returning student types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WEEK = "pricing-margin"


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
