"""A worksheet on an old PC: every question is drawn and every answer saved, however late the parts come."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WEEK = "pricing-margin"
SLOWER = 6
"""How much slower the page's processor is made; the bar of the simulators uses the same."""

LATE = "widget model not found"
"""What ipywidgets says of a widget that came late, before it is drawn again."""

DEAF = """
  const slots = new Map();
  const keep = slots.set.bind(slots);
  slots.set = (key, one) => {
    const { fill } = one;
    let heard = false;
    one.fill = (whole) => (heard ? fill(whole) : (heard = true));
    return keep(key, one);
  };
  globalThis.nongjuSlots = slots;
"""
"""A page that misses the first time the forms' script comes."""


def says_saved(watched: Any) -> None:
    blank = watched.blank("p1", "cost")
    blank.locator("input.nj-number").fill("12.5")
    expect(blank.locator(".nj-say")).to_contain_text(re.compile(r"已保存 \d\d:\d\d"), timeout=60_000)


def test_a_slow_page_draws_every_question_and_saves_answers(
    course: Path,
    open_lab: Callable[..., Any],
    sit_down: Callable[[], Any],
    asked_in: Callable[[str], list[Any]],
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down()
    devtools = watched.page.context.new_cdp_session(watched.page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    watched.open(lab.address)
    for form in asked_in(WEEK):
        if form.notebook == "worksheet-1":
            watched.form(form.question.key).wait_for(timeout=60_000)
    assert LATE not in watched.page.inner_text("body")
    says_saved(watched)
    watched.faults[:] = [fault for fault in watched.faults if LATE not in fault]


def test_a_page_that_missed_the_script_of_the_forms_asks_for_it(
    course: Path, open_lab: Callable[..., Any], sit_down: Callable[[], Any]
) -> None:
    lab = open_lab(course, WEEK, "zhao-min", 1)
    watched = sit_down()
    watched.page.add_init_script(DEAF)
    watched.open(lab.address)
    says_saved(watched)
