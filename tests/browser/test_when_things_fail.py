"""What a learner sees when the PC, the power or a file fails: a sentence, and never a lost answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WEEK = "pricing-margin"
ENGLISH = re.compile(r"[A-Za-z]{3,}")
SAVED = re.compile(r"已保存 \d\d:\d\d")


def english(watched: Any) -> set[str]:
    """English words on the page; the learner's id in the bar is none."""
    return set(ENGLISH.findall(watched.page.inner_text("body").replace("zhao-min", "")))


def kernels(lab: Any) -> list[psutil.Process]:
    family = psutil.Process(lab.process.pid).children(recursive=True)
    return [process for process in family if "ipykernel_launcher" in " ".join(process.cmdline())]


def stored(lab: Any) -> dict[str, Any]:
    return json.loads((lab.folder / "answers.json").read_text("utf-8"))["answers"]


def test_a_kernel_that_dies_in_mid_typing_is_replaced_and_the_value_comes_back(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], tmp_path: Path
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down().open(lab.address)
    blank = watched.blank("p1", "cost")
    blank.scroll_into_view_if_needed()
    box = blank.locator("input.nj-number")
    box.press_sequentially("1")
    expect(blank.locator(".nj-say")).to_contain_text(SAVED)
    (kernel,) = kernels(lab)
    kernel.suspend()
    box.press_sequentially("2.5")
    kernel.kill()
    watched.page.wait_for_event("framenavigated")  # the page loads itself again
    assert watched.page.locator(".jp-Dialog").count() == 0
    watched.ready()
    expect(watched.blank("p1", "cost")).to_be_in_viewport()  # the page stays where the learner was
    watched.picture(tmp_path / "kernel-back.png")
    box = watched.blank("p1", "cost").locator("input.nj-number")
    expect(box).to_have_value("12.5")
    expect(watched.blank("p1", "cost").locator(".nj-say")).to_contain_text("我读到：12.5 元")
    expect(watched.blank("p1", "cost").locator(".nj-say")).to_contain_text(SAVED)
    assert stored(lab)["p1.cost"]["raw"] == "12.5"
    assert not watched.form("p1").locator(".nj-alarm").is_visible()


@pytest.fixture(scope="module")
def at_the_pc(
    course_once: Path, open_lab_once: Callable[..., Any], sit_down_once: Callable[[], Any]
) -> tuple[Any, Any]:
    """One learner's first evening, opened: the lab and the window."""
    lab = open_lab_once(course_once, WEEK, "zhao-min", 1)
    return lab, sit_down_once().open(lab.address)


def test_what_cannot_be_read_gets_a_sentence_and_is_kept_beside_the_last_good_value(
    at_the_pc: tuple[Any, Any], tmp_path: Path
) -> None:
    lab, watched = at_the_pc
    blank = watched.blank("p1", "cost")
    box, said = blank.locator("input.nj-number"), blank.locator(".nj-say")
    for typed in ("十来块", "-3", "猪肉", "3/0", "9" * 400):
        box.fill("7.5")
        expect(said).to_contain_text("我读到：7.5 元")
        expect(said).to_contain_text(SAVED)
        box.fill(typed)
        expect(said).to_contain_text("▶")
        expect(said).to_contain_text("先前读到的：7.5 元")
        kept = stored(lab)["p1.cost"]
        assert (kept["raw"], kept["query"]["last"]) == (typed, "7.5")
    watched.picture(tmp_path / "unreadable.png")
    assert "Traceback" not in watched.page.inner_text("body")


def test_a_table_with_a_blank_row_keeps_the_others(at_the_pc: tuple[Any, Any]) -> None:
    lab, watched = at_the_pc
    blank = watched.blank("own-cost", "rows")
    blank.locator("tbody tr").nth(2).locator("input").first.fill("三块五")
    expect(blank.locator(".nj-say")).to_contain_text("3.5 元")
    expect(blank.locator(".nj-say")).to_contain_text(SAVED)
    expect(watched.form("own-cost").locator(".nj-lines")).to_contain_text("3.5")
    assert [row["yuan"] for row in stored(lab)["own-cost.rows"]["raw"]][:3] == ["", "", "三块五"]


def test_no_english_stands_on_a_learners_page(at_the_pc: tuple[Any, Any]) -> None:
    _, watched = at_the_pc
    shown = watched.page.inner_text("body")
    assert "今天学会" in shown
    assert english(watched) <= {"tou"}, "藠头（jiào tou）alone is spelt out"
    tips = watched.page.eval_on_selector_all("[title], [placeholder], [aria-label]", TIPS)
    assert [words for words in tips if ENGLISH.search(words)] == []


TIPS = """(all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .flatMap((one) => ['title', 'aria-label', 'placeholder'].map((name) => one.getAttribute(name) ?? ''))"""


def test_a_file_of_a_newer_version_is_only_looked_at(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], tmp_path: Path
) -> None:
    own = course / "learners" / "zhao-min" / WEEK
    own.mkdir(parents=True)
    content = '{"format": "nongju-answers", "version": 99, "week": "pricing-margin", "answers": {}}'
    (own / "answers.json").write_text(content, "utf-8")
    lab = open_lab(course, WEEK, "zhao-min", 1)
    assert any("新版本" in line for line in lab.said)
    watched = sit_down().open(lab.address)
    expect(watched.form("p1").locator(".nj-file")).to_contain_text("新版本")
    blank = watched.blank("p1", "cost")
    blank.locator("input.nj-number").fill("8")
    expect(blank.locator(".nj-say")).to_contain_text("不能存")
    watched.picture(tmp_path / "newer.png")
    assert (own / "answers.json").read_text("utf-8") == content


def test_a_server_that_is_gone_is_one_chinese_sentence(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], tmp_path: Path
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down().open(lab.address)
    blank = watched.blank("p1", "cost")
    blank.scroll_into_view_if_needed()
    lab.process.terminate()
    lab.process.wait(timeout=60)
    box = blank.locator("input.nj-number")
    box.press_sequentially("12.5")
    expect(blank.locator(".nj-say")).to_contain_text("还没存上")
    expect(watched.words).to_contain_text("断开")
    assert watched.page.locator(".nj-alarm:visible").count() == 0, "the page says it once"
    watched.picture(tmp_path / "server-gone.png")
    assert english(watched) <= {"tou"}
    watched.faults.clear()  # the browser itself notes each request that nobody answers
