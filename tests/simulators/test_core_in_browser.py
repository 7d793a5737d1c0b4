"""The part that all simulators share, in a real browser and without a kernel."""

import itertools

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from tests.browser.accessible import serious_findings

from nongju.simulators import (
    ALL,
    CLEARING_FLOWS,
    LIVE_FUNNEL,
    PHONE_CAMERA,
    PRICE_WATERFALL,
    TIERED_CLEARING,
    TRAFFIC_AUCTION,
)

from .conftest import mounted, vectors

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium):
    with mounted(chromium, PRICE_WATERFALL) as page:
        yield page


def sentence(page: Page):
    return page.locator(".nj-sentence")


def test_the_sentence_follows_the_slider_by_keyboard(page):
    expect(sentence(page)).to_have_text("卖 15 元，寄省内，每卖一单亏 0.6 元。")
    page.get_by_label("一单卖几元", exact=True).press("ArrowRight")
    expect(sentence(page)).to_have_text("卖 16 元，寄省内，每卖一单赚 0.4 元。")


def test_plus_and_minus_move_one_step_and_undo_goes_back(page):
    page.get_by_role("button", name="一单卖几元加一格").click()
    page.get_by_role("button", name="一单卖几元加一格").click()
    page.get_by_role("button", name="一单卖几元减一格").click()
    expect(sentence(page)).to_contain_text("卖 16 元")
    page.get_by_role("button", name="退一步").click()
    expect(sentence(page)).to_contain_text("卖 17 元")
    page.get_by_role("button", name="重置").click()
    expect(sentence(page)).to_contain_text("卖 15 元")


def test_two_settings_can_be_compared(page):
    page.get_by_role("button", name="记住这一种").click()
    page.get_by_label("省外").check()
    expect(page.locator(".nj-versus")).to_have_text("记住的那一种：卖 15 元，寄省内，每卖一单亏 0.6 元。")
    expect(sentence(page)).to_contain_text("寄省外")
    page.get_by_role("button", name="不比了").click()
    expect(page.locator(".nj-versus")).to_have_text("")


def test_the_challenge_gives_stars_in_words_too(page):
    page.get_by_label("腊肉 2 斤").check()
    page.get_by_label("省外").check()
    for _ in range(5):
        page.get_by_role("button", name="每百单退几单加一格").click()
    page.get_by_label("一单卖几元", exact=True).fill("110")
    expect(page.locator(".nj-stars")).to_have_attribute("aria-label", "三颗星里得了 3 颗。" + THREE)


THREE = "都做到了。想一想：哪样货做不到，为什么？"


def test_a_code_brings_a_setting_back_and_a_misread_one_says_so(page):
    page.get_by_label("省外").check()
    page.get_by_text("存图、存表、暗号").click()
    code = page.get_by_label("这一组的暗号").input_value()
    page.get_by_role("button", name="重置").click()
    expect(sentence(page)).to_contain_text("省内")
    page.get_by_label("这一组的暗号").fill(code.upper())
    page.get_by_role("button", name="用这个暗号").click()
    expect(sentence(page)).to_contain_text("省外")
    page.get_by_label("这一组的暗号").fill(code[:-1])
    page.get_by_role("button", name="用这个暗号").click()
    expect(page.locator(".nj-note")).to_have_text("暗号不对。看看有没有漏字，再试一次。")


def test_the_table_is_saved_as_rows_that_a_spreadsheet_reads(page):
    page.get_by_text("存图、存表、暗号").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="存成表").click()
    content = saved.value.path().read_bytes()
    assert saved.value.suggested_filename == "价格瀑布.csv"
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0] == "项目,数,单位"
    assert "一单卖几元,15,元" in lines
    assert lines[-1].startswith("一句话,")


def test_the_figure_is_saved_as_a_picture(page):
    page.get_by_text("存图、存表、暗号").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="存成图").click()
    assert saved.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_picture_painted_on_a_canvas_is_saved_with_its_pixels(chromium):
    with mounted(chromium, PHONE_CAMERA) as page:
        page.get_by_text("存图、存表、暗号").click()
        with page.expect_download() as saved:
            page.get_by_role("button", name="存成图").click()
        with Image.open(saved.value.path()) as picture:
            mine = picture.convert("RGB").crop((40, 400, 320, 700))
            assert len(mine.getcolors(maxcolors=100_000)) > 1000


def test_dragging_tells_the_kernel_nothing_until_the_slider_is_let_go(page):
    told = page.evaluate("""() => {
      const slider = document.querySelectorAll("input[type=range]")[0];
      for (let value = 0; value < 50; value++) {
        slider.value = value;
        slider.dispatchEvent(new Event("input"));
      }
      const before = window.told.length;
      slider.dispatchEvent(new Event("change"));
      return [before, window.told.length];
    }""")
    assert told == [0, 1]


def test_a_finished_drag_is_one_step_of_undo(page):
    slider = page.get_by_label("一单卖几元", exact=True)
    box = slider.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 22)
    page.mouse.down()
    for x in range(30, 200, 10):
        page.mouse.move(box["x"] + x, box["y"] + 22)
    page.mouse.up()
    expect(sentence(page)).not_to_contain_text("卖 15 元")
    page.get_by_role("button", name="退一步").click()
    expect(sentence(page)).to_contain_text("卖 15 元")


def test_setting_the_values_from_python_moves_the_controls(page):
    page.evaluate("model.set('values', { goods: 'bacon', price: 100, zone: 'far', returns: 0 })")
    expect(sentence(page)).to_contain_text("卖 100 元，寄省外")
    expect(page.get_by_label("腊肉 2 斤")).to_be_checked()


PROBLEMS = [
    (LIVE_FUNNEL, {"impressions": 0}),
    (TRAFFIC_AUCTION, {"wallet": 0}),
    (TIERED_CLEARING, {"reach": 0}),
    (CLEARING_FLOWS, {"reach": 0}),
]


@pytest.mark.parametrize(("simulation", "change"), PROBLEMS, ids=lambda one: getattr(one, "name", ""))
def test_a_setting_that_cannot_be_drawn_shows_its_sentence_in_place_of_the_figure(
    chromium, simulation, change
):
    with mounted(chromium, simulation) as page:
        page.evaluate("change => model.set('values', { ...model.get('values'), ...change })", change)
        problem = simulation.outcome({**simulation.start(), **change})["problem"]
        expect(sentence(page)).to_have_text(problem)
        expect(page.locator("svg .nj-complaint")).to_be_visible()
        assert "".join(page.locator("svg text").all_text_contents()) == problem
        page.get_by_role("button", name="重置").click()
        expect(page.locator("svg .nj-complaint")).to_have_count(0)
        assert page.locator("svg rect").count() > 2


def test_a_model_that_breaks_shows_a_sentence_too(chromium):
    broken = PRICE_WATERFALL.module().replace("outcome: waterfall_outcome", "outcome: () => { throw 1; }")
    with mounted(chromium, PRICE_WATERFALL, source=broken, faults=["nongju: 1"]) as page:
        expect(sentence(page)).to_contain_text("这样的数算不出来")


EVERY_TEXT = """() => [...document.querySelectorAll("#here *")].filter((node) =>
  [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) && node.checkVisibility())
  .map((node) => [parseFloat(getComputedStyle(node).fontSize), node.textContent])"""
TARGETS = """() => [...document.querySelectorAll(
  ".nj-simulator button, .nj-simulator input[type=range], .nj-pick label, .nj-more summary")]
  .filter((node) => node.checkVisibility()).map((node) => node.getBoundingClientRect())
  .map((box) => Math.min(box.height, box.width))"""


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
@pytest.mark.parametrize("width", [960, 1366])
def test_everything_fits_an_old_screen_and_is_large_enough(chromium, simulation, width):
    with mounted(chromium, simulation, width=width) as page:
        small = [text for size, text in page.evaluate(EVERY_TEXT) if size < 18]
        assert small == []
        assert min(page.evaluate(TARGETS)) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        stars = page.locator(".nj-stars").bounding_box()
        assert stars["y"] + stars["height"] <= 768
        outside = page.evaluate(
            """() => { const frame = document.querySelector("svg").getBoundingClientRect();
              const within = (box) => box.left > frame.left - 2 && box.right < frame.right + 2
                && box.top > frame.top - 2 && box.bottom < frame.bottom + 2;
              return [...document.querySelectorAll("svg text")].filter((node) => node.textContent
                && !within(node.getBoundingClientRect())).map((node) => node.textContent); }"""
        )
        assert outside == []


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
def test_every_control_is_reached_by_tab_with_a_name_and_a_focus_that_shows(chromium, simulation):
    with mounted(chromium, simulation) as page:
        page.get_by_text("存图、存表、暗号").click()
        page.evaluate("document.activeElement.blur()")
        wanted = page.evaluate(
            """() => { window.all = [...document.querySelectorAll("#here :is(button, input, summary)")]
              .filter((node) => node.checkVisibility() && (node.type !== "radio" || node.checked));
              return window.all.length; }"""
        )
        reached = set()
        for _ in range(wanted + 2):
            page.keyboard.press("Tab")
            at, name, outline = page.evaluate(
                """() => { const node = document.activeElement;
                  const name = node.ariaLabel || node.labels?.[0]?.textContent || node.textContent;
                  const outline = parseFloat(getComputedStyle(node).outlineWidth);
                  return [window.all.indexOf(node), name, outline]; }"""
            )
            if at >= 0:
                reached.add(at)
                assert name.strip()
                assert outline >= 3, name
        assert reached == set(range(wanted))
        assert serious_findings(page)[0] == []


@pytest.mark.parametrize("simulation", ALL, ids=lambda simulation: simulation.name)
def test_no_setting_draws_what_is_not_a_number(chromium, simulation):
    with mounted(chromium, simulation) as page:
        odd = page.evaluate(
            """async (cases) => { const odd = [];
              for (const values of cases) {
                model.set("values", values);
                await new Promise(requestAnimationFrame);
                const drawn = document.getElementById("here").innerHTML;
                if (/NaN|undefined|Infinity|null/.test(drawn)) odd.push(values);
              }
              return odd; }""",
            list(itertools.islice(vectors(simulation), 120)),
        )
        assert odd == []
