"""Steps put in order in a real `nongju lab`: by mouse, by keys, by touch; told aloud, kept over a reload."""

import json
import re

import pytest
from playwright.sync_api import expect
from tests.answers.worksheets import course_with
from tests.browser.accessible import serious_findings
from tests.browser.filling import FILL, steps

from nongju import form

pytestmark = pytest.mark.browser

WEEK = "camera-settings"
STEPS = {"smoke": "柏树枝熏", "pick": "选后腿肉", "dry": "挂起来晾", "salt": "抹盐腌"}
RIGHT = ("pick", "salt", "smoke", "dry")

CELLS = {
    "p1": f"""
        # 第 1 题 先做哪样
        from nongju import form
        q = form.question("{WEEK}/p1", text="做一块腊肉。", title="第 1 题 先做哪样", fields=[
            form.order("steps", "① 先做哪样，后做哪样？", {STEPS!r})])
        q.show()""",
    "x1": f"""
        # 练 1 先做哪样
        from nongju import form
        q = form.question("{WEEK}/x1", text="做一块腊肉。", title="练 1", fields=[
            form.order("steps", "先做哪样？", {STEPS!r})])
        q.practice(form.rule_order("steps", points=3, key={RIGHT!r}, why="先腌后熏再晾。",
            wrong=[form.wrong("smoke_first", "先熏后腌", ("smoke", "salt"), "盐要先进去。")]))""",
    "again": f"""
        # 你排的
        from nongju import form
        q = form.question("{WEEK}/p1", text="做一块腊肉。", title="第 1 题 先做哪样", fields=[
            form.order("steps", "① 先做哪样，后做哪样？", {STEPS!r})])
        q.answered()
        form.recall("p1.steps", "你排的")""",
}


@pytest.fixture(scope="module")
def lab(tmp_path_factory, open_lab_once):
    """One learner's open worksheet; each test finds what the one before has stored."""
    course = course_with(tmp_path_factory.mktemp("course"), WEEK, CELLS)
    return open_lab_once(course, WEEK, "wang-li", 1)


class Sheet:
    """A worksheet open in the browser, with an order in it."""

    def __init__(self, page, lab, question: str) -> None:
        self.page, self.lab = page, lab
        self.form = page.locator(f"[data-question={question}]")
        self.field = self.form.locator("[data-field=steps]")
        self.said = self.field.locator(".nj-say")
        self.aloud = self.field.locator("p[aria-live]")

    def open(self) -> None:
        self.page.goto(self.lab.address)
        self.field.locator("[data-step]").first.wait_for(timeout=90_000)

    def arrow(self, step: str, word: str):
        return self.field.get_by_role("button", name=f"「{STEPS[step]}」{word}")

    def recalls(self, order) -> None:
        """Waits until the lines that follow what is stored say this order."""
        said = "；".join(f"{at}. {STEPS[step]}" for at, step in enumerate(order, start=1))
        expect(self.page.locator(".nj-recap", has_text="你排的")).to_contain_text(said)

    def stored(self) -> dict:
        return json.loads((self.lab.folder / "answers.json").read_text("utf-8"))["answers"]


@pytest.fixture
def open_sheet(lab, chromium):
    contexts = []

    def opened(question: str, **settings) -> Sheet:
        size = {"width": 1366, "height": 768}
        context = chromium.new_context(viewport=size, locale="zh-CN", **settings)
        contexts.append(context)
        sheet = Sheet(context.new_page(), lab, question)
        sheet.open()
        return sheet

    yield opened
    for context in contexts:
        context.close()


def test_it_begins_in_an_order_of_the_learners_own_blank_until_it_is_touched(open_sheet, lab):
    sheet = open_sheet("p1")
    field = form.order("steps", "x", STEPS)
    assert tuple(steps(sheet.field)) in field.starts()
    assert tuple(steps(sheet.field)) != RIGHT
    assert serious_findings(sheet.page)[0] == []
    assert "p1.steps" not in sheet.stored()
    expect(sheet.said).to_have_text("")
    expect(sheet.page.locator(".nj-recap").first).to_contain_text("还差 ①")


def test_by_mouse_it_is_put_in_order_and_told_aloud(open_sheet):
    sheet = open_sheet("p1")
    step = steps(sheet.field)[2]
    sheet.arrow(step, "往前挪").click()
    expect(sheet.aloud).to_have_text(f"第 2 步：{STEPS[step]}")
    expect(sheet.said).to_have_text(re.compile(r"✓ 已保存 \d\d:\d\d"))
    assert sheet.stored()["p1.steps"]["raw"] == steps(sheet.field)
    FILL["order"](sheet.field, None, RIGHT)
    sheet.recalls(RIGHT)
    assert sheet.stored()["p1.steps"]["raw"] == list(RIGHT)
    boxes = [button.bounding_box() for button in sheet.field.locator(".nj-arrow").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44


def test_it_stands_there_after_a_reload(open_sheet):
    sheet = open_sheet("p1")
    assert tuple(steps(sheet.field)) == RIGHT
    expect(sheet.said).to_have_text(re.compile(r"✓ 已保存 \d\d:\d\d"))


def test_by_keyboard_a_step_is_walked_to_its_place_and_the_focus_stays_on_it(open_sheet):
    sheet = open_sheet("p1")
    keyboard = sheet.page.keyboard
    sheet.arrow("dry", "往前挪").focus()
    for key in ("Enter", " ", "ArrowUp", "ArrowUp"):  # the last one finds it at the top
        keyboard.press(key)
    expect(sheet.aloud).to_have_text("第 1 步：挂起来晾")
    assert steps(sheet.field) == ["dry", "pick", "salt", "smoke"]
    sheet.recalls(steps(sheet.field))
    assert sheet.page.evaluate("document.activeElement.getAttribute('aria-label')") == "「挂起来晾」往前挪"
    keyboard.press("Tab")
    assert sheet.page.evaluate("document.activeElement.getAttribute('aria-label')") == "「挂起来晾」往后挪"
    for _ in range(3):
        keyboard.press("ArrowDown")
    expect(sheet.aloud).to_have_text("第 4 步：挂起来晾")
    sheet.recalls(RIGHT)
    assert sheet.stored()["p1.steps"]["raw"] == list(RIGHT)


def test_by_touch_it_is_put_in_order_on_a_narrow_screen(open_sheet):
    sheet = open_sheet("p1", has_touch=True)
    sheet.page.set_viewport_size({"width": 360, "height": 740})
    sheet.arrow("pick", "往后挪").tap()
    expect(sheet.aloud).to_have_text("第 2 步：选后腿肉")
    sheet.recalls(("salt", "pick", "smoke", "dry"))
    sheet.arrow("pick", "往前挪").tap()
    expect(sheet.aloud).to_have_text("第 1 步：选后腿肉")
    sheet.recalls(RIGHT)
    assert tuple(steps(sheet.field)) == RIGHT


def test_the_order_that_stands_there_can_be_taken_as_it_is(open_sheet):
    sheet = open_sheet("x1")
    sheet.form.get_by_role("button", name="看看对不对").click()
    expect(sheet.form.locator(".nj-foot-say")).to_contain_text("先把这几样写好、选好")
    sheet.field.get_by_role("button", name="就按这样排").click()
    expect(sheet.said).to_have_text(re.compile(r"✓ 已保存 \d\d:\d\d"))
    assert sheet.stored()["x1.steps"]["raw"] == steps(sheet.field)
    expect(sheet.field.get_by_role("button", name="就按这样排")).to_be_hidden()


def test_practice_tells_a_misconception_and_what_is_done_moves_no_more(open_sheet):
    sheet = open_sheet("x1")
    FILL["order"](sheet.field, None, ("pick", "smoke", "salt", "dry"))
    expect(sheet.said).to_have_text(re.compile(r"✓ 已保存 \d\d:\d\d"))
    sheet.form.get_by_role("button", name="看看对不对").click()
    expect(sheet.field.locator(".nj-verdict")).to_contain_text("盐要先进去。")
    FILL["order"](sheet.field, None, RIGHT)
    expect(sheet.said).to_have_text(re.compile(r"✓ 已保存 \d\d:\d\d"))
    sheet.form.get_by_role("button", name="看看对不对").click()
    expect(sheet.field.locator(".nj-verdict")).to_contain_text("先腌后熏再晾。")
    sheet.arrow("dry", "往前挪").click(force=True)
    assert tuple(steps(sheet.field)) == RIGHT
    assert sheet.arrow("dry", "往前挪").get_attribute("aria-disabled") == "true"


def test_clicks_in_one_place_move_one_step_on_and_then_the_next_is_its_own(open_sheet):
    sheet = open_sheet("p1")
    before = steps(sheet.field)
    box = sheet.arrow(before[3], "往前挪").bounding_box()
    for moved in (3, 2, 1):
        sheet.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(sheet.aloud).to_have_text(f"第 {moved} 步：{STEPS[before[3]]}")
    sheet.arrow(before[1], "往前挪").click()  # another row's, where the pointer has to go
    expect(sheet.aloud).to_have_text(f"第 2 步：{STEPS[before[1]]}")
