"""The feedback page and the report in a real Chromium: on an old PC's screen, on a phone, on paper."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.classroom.conftest import WEEK
from tests.classroom.small_week import LEARNER, OUTLINES, handed_in
from tests.classroom.test_feedbackpage import SEVERAL
from tests.classroom.test_report import class_of_five

from nongju.classroom.reporting.feedbackpage import feedback_html, feedback_page
from nongju.classroom.reporting.report import report_html

pytestmark = pytest.mark.browser

POINT = 4 / 3
"""Pixels of CSS."""

WIDTHS = [(1366, 768), (390, 844)]


@pytest.fixture
def pages(tmp_path):
    """Both pages as files; the learner has something of every kind on hers, and a long comment."""
    marked = handed_in(
        tmp_path / "own",
        {**SEVERAL, "p3.left": ("number", "78")},
        people={"own-plan-task": 6},
        comments={"own-plan-task": "底价再算算。" * 20},
    )
    made = {
        "feedback": feedback_html(feedback_page(WEEK, LEARNER, OUTLINES, marked)),
        "report": report_html(class_of_five()),
    }
    for name, html in made.items():
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: (tmp_path / f"{name}.html").as_uri() for name in made}


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["feedback", "report"])
@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_a_page_fits_loads_nothing_and_has_no_barrier(page, pages, name, width, height):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": width, "height": height})
    page.goto(pages[name])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "18px"
    assert asked == [pages[name]]
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_a_worked_answer_of_what_is_right_opens_with_a_click_and_by_keyboard(page, pages):
    page.goto(pages["feedback"])
    why = page.get_by_text("肉钱就要 22.58 元，改了价再开。")
    assert not why.is_visible()
    page.get_by_text("② 开不开？").click()
    assert why.is_visible()
    page.get_by_text("② 开不开？").focus()
    page.keyboard.press("Enter")
    assert not why.is_visible()


def test_what_a_person_wrote_is_larger_than_what_a_machine_says(page, pages):
    page.goto(pages["feedback"])
    size = "one => parseFloat(getComputedStyle(one).fontSize) * getComputedStyle(one).fontWeight"
    said, machine = page.locator(".words").first, page.locator(".nj-mark section p").nth(1)
    assert said.evaluate(size) > machine.evaluate(size)


def test_on_paper_a_learner_takes_a_sheet_or_two_in_sixteen_points(page, pages):
    page.goto(pages["feedback"])
    page.emulate_media(media="print")
    for part in ("body", ".nj-mark", ".nj-mark p", ".story p:not(.who)"):
        size = page.locator(part).first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert size == pytest.approx(16 * POINT, abs=0.1)
    assert len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))) <= 2
    assert page.get_by_text("很多人第一次都这样：忘了缩水。").first.is_visible()
    brief = page.locator(".briefly")
    assert brief.count() > 0
    assert not brief.locator(".story, .way").first.is_visible()
    assert brief.locator(".nj-hint").first.is_visible()


def test_without_colour_each_verdict_has_a_sign_a_word_and_a_border_of_its_own(page, pages):
    page.goto(pages["feedback"])
    page.emulate_media(media="print")
    seen = page.eval_on_selector_all(
        "h3 .verdict", "all => all.map(one => [one.innerText, getComputedStyle(one).borderTopStyle])"
    )
    signs = dict(seen)
    assert {"▼ 再练一次", "◎ 还没做完", "□ 猜过了"} <= set(signs)
    assert signs["▼ 再练一次"] != signs["◎ 还没做完"] != signs["□ 猜过了"]
    grey = page.evaluate(
        """() => [...document.querySelectorAll('main *')].flatMap(one => {
             const style = getComputedStyle(one);
             return [style.color, style.backgroundColor, style.borderTopColor];
           }).filter(colour => { const [r, g, b] = colour.match(/[0-9.]+/g); return r !== g || g !== b; })"""
    )
    assert grey == []
