"""The page around the questions: opening, column, scrollbar, coming back, paper, handing in, two tabs."""

from __future__ import annotations

import json
import re
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WEEK = "pricing-margin"
SAVED = re.compile(r"已保存 \d\d:\d\d")

FLASHES = """
  globalThis.flashes = [];
  const bare = /Loading widget|model not found|from nongju import|object at 0x/;
  const look = () => {
    const { body } = document;
    const main = document.querySelector('.jp-Notebook');
    if (body && main && !body.classList.contains('nongju-ready')) {
      const cover = getComputedStyle(body, '::before');
      if (!cover.content.includes('正在打开') || cover.visibility === 'hidden') flashes.push('no cover');
    }
    if (body?.classList.contains('nongju-ready')) {
      for (const one of main?.querySelectorAll('.jp-Cell-outputWrapper, .jp-Cell-inputWrapper') ?? []) {
        const { top, bottom, height } = one.getBoundingClientRect();
        if (height === 0 || bottom < 0 || top > innerHeight || !bare.test(one.innerText)) continue;
        const shown = [...one.querySelectorAll('*')].some((part) =>
          bare.test(part.innerText ?? '') && parseFloat(getComputedStyle(part).fontSize) > 1);
        if (shown) flashes.push(one.innerText.slice(0, 80));
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""
"""Notes in every frame what a learner should not see while the page opens."""


@pytest.fixture(scope="module")
def at_the_pc(
    course_once: Path, open_lab_once: Callable[..., Any], sit_down_once: Callable[[], Any]
) -> tuple[Any, Any]:
    """Wang Li's first evening, opened with an eye on every frame."""
    (course_once / "roster.csv").write_text("id,name\nwang-li,王丽\n", "utf-8")
    lab = open_lab_once(course_once, WEEK, "wang-li", 1)
    watched = sit_down_once()
    watched.page.add_init_script(FLASHES)
    return lab, watched.open(lab.address)


def column(watched: Any) -> list[tuple[float, float]]:
    """Left and right edge of every cell, picture and form, and the width of the page."""
    return [
        (box["x"], box["x"] + box["width"])
        for one in watched.page.locator(".jp-Notebook .jp-Cell, .nj-form, .jp-Notebook img").all()
        if (box := one.bounding_box()) and box["width"] > 0
    ]


def test_opening_shows_a_sentence_and_then_the_sheet_and_nothing_in_between(
    at_the_pc: tuple[Any, Any],
) -> None:
    _, watched = at_the_pc
    watched.page.locator('[data-question="p8"] input').first.wait_for(state="attached")
    assert watched.page.evaluate("flashes") == []


def test_the_page_and_its_tab_say_whose_sheet_it_is(at_the_pc: tuple[Any, Any]) -> None:
    _, watched = at_the_pc
    plate = watched.page.locator(".nongju-plate")
    expect(plate).to_be_in_viewport()
    expect(plate).to_contain_text("王丽的练习纸")
    assert watched.page.title() == "王丽 · 定价与毛利（一）一单赚多少"


@pytest.mark.parametrize("width", [1366, 1920])
def test_the_column_stands_in_the_middle_and_is_no_wider_than_can_be_read(
    at_the_pc: tuple[Any, Any], width: int
) -> None:
    _, watched = at_the_pc
    watched.page.set_viewport_size({"width": width, "height": 768})
    page = watched.page.locator(".jp-WindowedPanel-outer")
    inner = page.evaluate("(one) => one.getBoundingClientRect().x + one.clientWidth / 2")
    edges = column(watched)
    left, right = min(edge for edge, _ in edges), max(edge for _, edge in edges)
    assert right - left <= 46 * 18 + 1
    assert abs((left + right) / 2 - inner) <= 2
    watched.page.set_viewport_size({"width": 1366, "height": 768})


def test_the_scrollbar_reaches_its_end(at_the_pc: tuple[Any, Any]) -> None:
    _, watched = at_the_pc
    outer = watched.page.locator(".jp-WindowedPanel-outer")
    box = outer.bounding_box()
    assert box["y"] + box["height"] <= 768
    outer.evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
    expect(watched.page.locator(".nj-end")).to_be_in_viewport(ratio=1)


def test_f5_comes_back_to_the_same_blank(at_the_pc: tuple[Any, Any]) -> None:
    _, watched = at_the_pc
    blank = watched.blank("p4", watched.form("p4").locator("[data-field]").first.get_attribute("data-field"))
    blank.scroll_into_view_if_needed()
    box = blank.locator("input").first
    box.click()
    where = "(one) => one.getBoundingClientRect().top"
    before = box.evaluate(where)
    watched.page.reload()
    watched.ready()
    box.wait_for()
    assert abs(box.evaluate(where) - before) < 2
    expect(box).to_be_focused()


def test_a_recap_and_the_plate_follow_what_is_stored(at_the_pc: tuple[Any, Any]) -> None:
    _, watched = at_the_pc
    cell = watched.page.locator(".jp-Cell", has=watched.form("p1"))
    line = cell.locator("xpath=following-sibling::*[1]").locator(".nj-recap")
    expect(line).to_have_text("▷ 还差 ①、②")
    keys = [one.get_attribute("data-field") for one in watched.form("p1").locator("[data-field]").all()]
    first, second = (watched.blank("p1", key).locator("input.nj-number") for key in keys)
    first.fill("12")
    expect(line).to_have_text("▷ 还差 ②")
    expect(watched.page.locator(".nongju-progress")).to_contain_text("必做 5 题，做了 0 题")
    second.fill("猪肉")
    expect(line).to_have_text("▷ ② 没读懂")
    second.fill("20")
    expect(line).to_have_text("✓ 都写好了")
    expect(watched.page.locator(".nongju-progress")).to_contain_text("必做 5 题，做了 1 题")
    expect(watched.page.locator(".nongju-progress")).to_contain_text("加练 3 题，做了 0 题")


def test_handing_in_names_what_is_missing_and_then_where_the_zip_lies(at_the_pc: tuple[Any, Any]) -> None:
    lab, watched = at_the_pc
    end = watched.page.locator(".nj-end")
    end.get_by_role("button", name="交作业").click()
    expect(end).to_contain_text("第 2 题 自家的货、自家的工：还没写")
    expect(end).not_to_contain_text("第 1 题")
    end.get_by_role("button", name="先不交，回去写").click()
    end.get_by_role("button", name="交作业").click()
    end.get_by_role("button", name="就这样交").click()
    expect(end.locator(".nj-handed")).to_be_visible()
    name = re.search(r"pricing-margin-wang-li-\d+T\d+\.zip", end.inner_text())
    assert name is not None
    expect(end).to_contain_text(str(lab.folder.parent))
    with zipfile.ZipFile(lab.folder.parent / name[0]) as packed:
        assert "answers.json" in packed.namelist()
        assert json.loads(packed.read("nongju-hand-in.json"))["learner"] == "wang-li"
    assert len(list(lab.folder.parent.glob("*.zip"))) == 1


RADICALS = re.compile("[\u2e80-\u2fdf]")


def printed_text(pdf: bytes) -> str:
    """The text of a PDF without its spaces; a font may give 门 as the radical of that look."""
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(pdf)).pages
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pages} == {(595, 842)}
    return plain("".join(page.extract_text() for page in pages))


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def stands_in(words: str, text: str) -> bool:
    pattern = "".join(f"(?:{re.escape(sign)}|{RADICALS.pattern})" for sign in plain(words))
    return re.search(pattern, text) is not None


def test_printing_gives_the_whole_sheet_on_a4_and_the_page_is_as_before(at_the_pc: tuple[Any, Any]) -> None:
    _, watched = at_the_pc
    page = watched.page
    text = printed_text(page.pdf(prefer_css_page_size=True))
    titles = page.locator("[data-question] .nj-title").all_inner_texts()
    assert len(titles) > 12
    assert [title for title in titles if not stands_in(title, text)] == []
    for words in ("王丽的练习纸", "今天学会", "一句话带走", "进阶（选做）"):
        assert stands_in(words, text), words
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 673, "height": 950})
    wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0, "nothing is cut off at the edge of the paper"
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(page.get_by_role("button", name="开始／重新打开本页")).to_be_visible()


def test_two_tabs_follow_each_other(at_the_pc: tuple[Any, Any]) -> None:
    lab, watched = at_the_pc
    other = type(watched)(watched.page.context.new_page())
    other.open(lab.address)
    key = watched.form("p2").locator("[data-field]").nth(1).get_attribute("data-field")
    watched.blank("p2", key).locator("input[type=radio]").first.check()
    expect(other.blank("p2", key).locator("input[type=radio]").first).to_be_checked()
    key = watched.form("p1").locator("[data-field]").first.get_attribute("data-field")
    mine, theirs = (tab.blank("p1", key) for tab in (watched, other))
    mine.locator("input.nj-number").click()  # the cursor in it is no reason to show what is no longer stored
    theirs.locator("input.nj-number").fill("21")
    expect(theirs.locator(".nj-say")).to_contain_text(SAVED)
    expect(mine.locator("input.nj-number")).to_have_value("21")
    expect(mine.locator(".nj-say")).to_contain_text("我读到：21 元")
    stored = json.loads((lab.folder / "answers.json").read_text("utf-8"))["answers"]
    assert stored[f"p1.{key}"]["raw"] == "21"
    other.page.close()


def kernel_of(lab: Any) -> psutil.Process:
    family = psutil.Process(lab.process.pid).children(recursive=True)
    (kernel,) = [one for one in family if "ipykernel_launcher" in " ".join(one.cmdline())]
    return kernel


@pytest.mark.parametrize("answer", ["再存一次", "用存着的"])
def test_what_was_stored_elsewhere_is_not_written_over_in_silence(
    answer: str, course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any]
) -> None:
    labs = [open_lab(course, WEEK, "wang-li", 1) for _ in range(2)]
    tabs = [sit_down().open(lab.address) for lab in labs]
    mine, theirs = (tab.blank("p1", "cost") for tab in tabs)
    kernel = kernel_of(labs[0])
    kernel.suspend()
    mine.locator("input.nj-number").fill("5")
    theirs.locator("input.nj-number").fill("6")
    expect(theirs.locator(".nj-say")).to_contain_text(SAVED)
    kernel.resume()
    say = mine.locator(".nj-say")
    expect(say).to_contain_text("在别的窗口改过了")
    expect(say).to_contain_text("存着的是：6 元")
    stored = labs[0].folder / "answers.json"
    assert json.loads(stored.read_text("utf-8"))["answers"]["p1.cost"]["raw"] == "6"
    say.get_by_role("button", name=answer).click()
    kept = {"再存一次": "5", "用存着的": "6"}[answer]
    expect(say).to_contain_text(f"我读到：{kept} 元")
    expect(theirs.locator("input.nj-number")).to_have_value(kept)
    assert json.loads(stored.read_text("utf-8"))["answers"]["p1.cost"]["raw"] == kept


def test_a_double_click_is_one_try_and_a_warning_goes_with_what_it_warned_of(
    at_the_pc: tuple[Any, Any],
) -> None:
    lab, watched = at_the_pc
    form = watched.form("try-shrink")
    button, say = form.get_by_role("button", name="看看对不对"), form.locator(".nj-foot-say")
    button.dblclick()
    expect(say).to_contain_text("先把这几样写好、选好")
    form.locator("input.nj-number").fill("0.01")
    expect(say).to_contain_text("还有 3 次")
    button.dblclick()
    expect(say).to_contain_text("还有 2 次")
    expect(form.locator(".nj-verdict")).to_be_visible()
    stored = json.loads((lab.folder / "answers.json").read_text("utf-8"))["answers"]
    assert stored["try-shrink._practice"]["raw"] == {"tries": 1, "done": False}

    guess = watched.form("guess-1")
    guess.get_by_role("button", name="就猜这个").dblclick()
    expect(guess.locator(".nj-foot-say")).to_contain_text("先把这几样写好、选好")
    guess.locator("input").first.check()
    expect(guess.locator(".nj-foot-say")).not_to_contain_text("先把这几样写好、选好")


def test_an_answer_that_cannot_be_stored_just_now_is_stored_by_itself_once_it_can(
    at_the_pc: tuple[Any, Any],
) -> None:
    lab, watched = at_the_pc
    stored, away = lab.folder / "answers.json", lab.folder / "away.json"
    content = stored.read_bytes()
    stored.rename(away)
    stored.symlink_to("answers.json")  # a file that nobody can open: too many levels of links
    key = watched.form("p4").locator("[data-field]").first.get_attribute("data-field")
    blank = watched.blank("p4", key)
    blank.locator("input.nj-number").fill("33")
    expect(blank.locator(".nj-say")).to_contain_text("现在读不出来")
    assert stored.is_symlink()
    assert not list(lab.folder.glob("answers.坏了-*"))
    stored.unlink()
    away.rename(stored)
    assert stored.read_bytes() == content
    expect(blank.locator(".nj-say")).to_contain_text(SAVED)
    answers = json.loads(stored.read_text("utf-8"))["answers"]
    assert answers[f"p4.{key}"]["raw"] == "33"
    assert answers.items() >= json.loads(content)["answers"].items()
