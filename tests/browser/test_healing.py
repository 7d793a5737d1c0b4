"""A page that lost what it was drawn from draws itself again, or says in one sentence what helps."""

from __future__ import annotations

import json
import re
import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import expect
from tests.answers.worksheets import course_with

from nongju.lab.opening import TRIES

pytestmark = pytest.mark.browser

FORM = """
    # 第 1 题
    from nongju import form
    q = form.question("pricing-margin/p1", text="一单的账。", title="第 1 题", fields=[
        form.number("cost", "① 一单本钱几元？", unit="元")])
    q.show()"""

WEEK = "pricing-margin"
SAVED = re.compile(r"已保存 \d\d:\d\d")
ENGLISH = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def variant(asked_in: Callable[[str], list[Any]]) -> int:
    """How many forms the first evening's page has; a challenge opens after its guess."""
    forms = [form for form in asked_in(WEEK) if form.notebook == "worksheet-1.ipynb"]
    return sum(not form.question.challenge for form in forms)


def kernel_of(lab: Any) -> psutil.Process:
    family = psutil.Process(lab.process.pid).children(recursive=True)
    (kernel,) = [one for one in family if "ipykernel_launcher" in " ".join(one.cmdline())]
    return kernel


def whole(watched: Any, variant: int) -> None:
    """Every question of the page is drawn, and none of the widget machinery's words stands anywhere."""
    page = watched.ready().page
    for question in page.locator("[data-question]").all():
        question.wait_for(state="attached")
    page.wait_for_function(
        "(count) => document.querySelectorAll('[data-question]').length >= count", arg=variant
    )
    assert page.locator(".jp-OutputArea-output.lm-Panel:not(:has(> *))").count() == 0
    assert not {"Loading", "Error", "nongju"} & set(ENGLISH.findall(page.inner_text("#main")))


def write(watched: Any, value: str) -> None:
    blank = watched.blank("p1", "cost")
    blank.locator("input.nj-number").fill(value)
    expect(blank.locator(".nj-say")).to_contain_text(SAVED)


def test_a_second_lab_on_the_same_sheet_takes_nothing_from_the_first_page(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], variant: int
) -> None:
    first = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down().open(first.address)
    other = sit_down().open(open_lab(course, WEEK, "zhao-min", 1).address)
    write(watched, "12.5")
    expect(other.blank("p1", "cost").locator("input.nj-number")).to_have_value("12.5")
    watched.page.reload()
    whole(watched, variant)
    whole(other, variant)


def test_a_kernel_that_was_killed_is_back_after_f5_and_by_itself(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], variant: int
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down().open(lab.address)
    kernel_of(lab).kill()
    watched.page.reload()
    whole(watched, variant)
    write(watched, "7")
    with watched.page.expect_navigation():
        kernel_of(lab).kill()
    whole(watched, variant)
    expect(watched.blank("p1", "cost").locator("input.nj-number")).to_have_value("7")
    write(watched, "8")


@pytest.mark.parametrize("until", ["at once", "while the new kernel starts", "while it is joined"])
def test_f5_in_the_middle_of_opening_the_page_again_loses_no_question(
    until: str, course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], variant: int
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down().open(lab.address)
    before = kernel_of(lab).pid
    watched.page.get_by_role("button", name="开始／重新打开本页").click()
    if until == "while the new kernel starts":
        watched.page.wait_for_function("document.querySelector('.nongju-words').textContent !== ''")
    elif until == "while it is joined":
        watched.page.wait_for_event("framenavigated")
    watched.page.reload()
    whole(watched, variant)
    assert kernel_of(lab).pid != before
    write(watched, "9")


def test_a_kernel_that_dies_again_and_again_is_one_sentence_and_the_button_tries_anew(
    tmp_path: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any]
) -> None:
    dies = """
        # 内存不够的一格
        import os, pathlib
        if not pathlib.Path("cured").exists():
            os._exit(1)"""
    course = course_with(tmp_path / "course", WEEK, {"dies": dies, "p1": FORM})
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down()
    watched.page.goto(lab.address)
    expect(watched.words).to_contain_text("现在打不开")
    assert watched.page.locator(".jp-Dialog").count() == 0
    assert not {"Traceback", "Error", "Kernel"} & set(ENGLISH.findall(watched.page.inner_text("body")))
    (lab.folder / "cured").touch()
    watched.press_open()
    expect(watched.words).to_be_empty()
    for _ in range(TRIES):
        with watched.page.expect_navigation():
            kernel_of(lab).kill()
        watched.ready()
    kernel_of(lab).kill()
    expect(watched.words).to_contain_text("现在打不开")
    watched.press_open()
    write(watched, "3")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def close(lab: Any) -> None:
    lab.process.terminate()
    lab.process.wait(timeout=60)


def test_a_server_that_is_back_on_its_port_is_joined_again_by_the_same_learner_alone(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], variant: int, tmp_path: Path
) -> None:
    port = free_port()
    lab = open_lab(course, WEEK, "zhao-min", 1, port=port)
    watched = sit_down().open(lab.address)
    close(lab)
    expect(watched.words).to_contain_text("断开")
    watched.blank("p1", "cost").locator("input.nj-number").fill("44")
    with watched.page.expect_navigation():
        lab = open_lab(course, WEEK, "zhao-min", 1, port=port)
    whole(watched, variant)
    expect(watched.words).to_be_empty()
    expect(watched.blank("p1", "cost").locator(".nj-say")).to_contain_text("44 元")
    assert json.loads((lab.folder / "answers.json").read_text("utf-8"))["answers"]["p1.cost"]["raw"] == "44"

    close(lab)
    lab = open_lab(course, WEEK, "zhao-min", 1, port=port)
    watched.page.reload()
    whole(watched, variant)

    close(lab)
    expect(watched.words).to_contain_text("断开")
    open_lab(course, WEEK, "li-si", 1, port=port)
    expect(watched.words).to_contain_text("最后打开的那一页")
    watched.page.reload()
    expect(watched.page.locator("body")).to_contain_text("写过的答案都在")
    watched.picture(tmp_path / "another-learner.png")
    assert watched.page.locator("input").count() == 0, "no password is asked for"
    assert ENGLISH.findall(watched.page.inner_text("body")) == []
    watched.faults.clear()  # the browser itself notes each request that nobody answers


def test_a_page_of_another_evening_says_where_the_sheet_is_and_loads_nothing_again(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any]
) -> None:
    port = free_port()
    lab = open_lab(course, WEEK, "zhao-min", 1, port=port)
    watched = sit_down().open(lab.address)
    close(lab)
    expect(watched.words).to_contain_text("断开")
    with watched.page.expect_navigation():  # it is known, but another sheet is open now
        lab = open_lab(course, WEEK, "zhao-min", 2, port=port)
    expect(watched.words).to_contain_text("最后打开的那一页")
    watched.page.evaluate("window.stays = true")
    sit_down().open(lab.address)
    assert watched.page.evaluate("window.stays") is True
    watched.faults.clear()  # the browser itself notes each request that nobody answers


def test_a_session_that_is_ended_elsewhere_is_begun_again(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], variant: int
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down().open(lab.address)
    before = kernel_of(lab).pid
    ask = f"{lab.server}/api/kernels"
    with urllib.request.urlopen(f"{ask}?token={lab.token}") as response:
        (kernel,) = json.loads(response.read())
    end = urllib.request.Request(f"{ask}/{kernel['id']}?token={lab.token}", method="DELETE")
    with watched.page.expect_navigation():
        urllib.request.urlopen(end).close()
    whole(watched, variant)
    assert watched.page.locator(".jp-Dialog").count() == 0
    assert kernel_of(lab).pid != before


def test_a_cell_that_somebody_planted_is_not_run_and_not_shown(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any], variant: int
) -> None:
    own = course / "learners" / "zhao-min" / WEEK
    own.mkdir(parents=True)
    notebook = json.loads((course / "release" / WEEK / "worksheet-1.ipynb").read_text("utf-8"))
    planted = {
        "cell_type": "code",
        "id": "planted",
        "metadata": {},
        "execution_count": 1,
        "source": "import pathlib; pathlib.Path('planted').touch()",
        "outputs": [
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {"text/html": "<img src=x onerror='window.planted = 1'>"},
            }
        ],
    }
    notebook["cells"].insert(0, planted)
    (own / "worksheet-1.ipynb").write_text(json.dumps(notebook), "utf-8")
    watched = sit_down().open(open_lab(course, WEEK, "zhao-min", 1).address)
    whole(watched, variant)
    watched.press_open()
    assert not (own / "planted").exists()
    assert watched.page.evaluate("window.planted") is None
    assert "planted" in (own / "worksheet-1.ipynb").read_text("utf-8"), "the learner's file stays as it is"
