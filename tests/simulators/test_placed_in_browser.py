"""A placed simulation in a real browser, its kernel's side answering for real."""

import json

import pytest
from playwright.sync_api import expect

from nongju import form
from nongju.answers import session as sessions
from nongju.simulators import PRICE_WATERFALL, WorksheetPlacement

from .conftest import WEEK, mounted

pytestmark = pytest.mark.browser


@pytest.fixture
def placement(folder):
    why = form.choice("why", "土豆为什么做不到？", {"freight": "快递比货贵", "fee": "服务费高"})
    return WorksheetPlacement(f"{WEEK}/waterfall", PRICE_WATERFALL, after="guess-1", fields=[why])


def stored(folder):
    answers = json.loads((folder / "answers.json").read_text("utf-8"))["answers"]
    return {key: entry["raw"] for key, entry in answers.items()}


def test_until_the_guess_is_locked_one_sentence_stands_instead_of_the_figure(chromium, placement):
    with mounted(chromium, PRICE_WATERFALL, placement=placement, closed="先猜一猜。") as page:
        expect(page.locator(".nj-closed")).to_have_text("先猜一猜。")
        expect(page.get_by_role("slider")).to_have_count(0)
        expect(page.locator("svg")).to_have_count(0)
        page.evaluate("model.set('closed', '')")
        expect(page.get_by_role("slider")).to_have_count(2)
        expect(page.locator(".nj-closed")).to_have_count(0)


def test_each_finished_move_is_saved_and_the_best_stays(chromium, placement, folder):
    with mounted(chromium, PRICE_WATERFALL, placement=placement) as page:
        expect(page.locator(".nj-best")).to_be_hidden()
        page.get_by_label("腊肉 2 斤").check()
        page.get_by_label("省外").check()
        page.get_by_label("每百单退几单", exact=True).fill("5")
        page.get_by_label("一单卖几元", exact=True).fill("102")
        expect(page.locator(".nj-best")).to_contain_text("最好的一次：★★★")
        page.get_by_label("土豆 5 斤").check()
        expect(page.locator(".nj-stars")).to_contain_text("☆☆☆")
        expect(page.locator(".nj-kept > .nj-say")).to_contain_text("✓ 已保存")
        assert stored(folder)["waterfall.best"] == {
            "goods": "bacon",
            "price": 110,
            "zone": "far",
            "returns": 5,
        }
        assert stored(folder)["waterfall.setting"]["goods"] == "potato"
        page.get_by_role("button", name="回到最好的一次").click()
        expect(page.locator(".nj-sentence")).to_contain_text("卖 110 元")


def test_a_choice_below_the_figure_is_saved_like_any_answer(chromium, placement, folder):
    with mounted(chromium, PRICE_WATERFALL, placement=placement) as page:
        page.get_by_label("快递比货贵").check()
        expect(page.locator("[data-field=why] .nj-say")).to_contain_text("✓ 已保存")
    assert stored(folder)["waterfall.why"] == "freight"


def test_a_number_below_the_figure_is_said_back_as_it_was_read(chromium, folder):
    left = form.number("left", "一单剩几元？", unit="元")
    placed = WorksheetPlacement(f"{WEEK}/waterfall", PRICE_WATERFALL, fields=[left])
    with mounted(chromium, PRICE_WATERFALL, placement=placed) as page:
        page.locator("[data-field=left] input").fill("三块五")
        expect(page.locator("[data-field=left] .nj-say")).to_contain_text("我读到：3.5 元 ✓ 已保存")
        page.get_by_role("button", name="一单卖几元加一格").click()
        own = page.locator(".nj-kept > .nj-say")
        expect(own).to_contain_text("✓ 已保存")
        expect(own).not_to_contain_text("我读到")


def test_opened_again_it_stands_where_it_was_left(chromium, placement, folder):
    with mounted(chromium, PRICE_WATERFALL, placement=placement) as page:
        page.get_by_role("button", name="一单卖几元加一格").click()
        expect(page.locator(".nj-kept > .nj-say")).to_contain_text("✓ 已保存")
    sessions._sessions.clear()  # another kernel
    with mounted(chromium, PRICE_WATERFALL, placement=placement) as page:
        expect(page.locator(".nj-sentence")).to_contain_text("卖 16 元")


def test_a_kernel_that_does_not_answer_shows_red(chromium, placement):
    with mounted(chromium, PRICE_WATERFALL, placement=placement, kernel=False) as page:
        page.get_by_role("button", name="一单卖几元加一格").click()
        expect(page.locator(".nj-kept > .nj-say")).to_contain_text("还没存上", timeout=10_000)
        expect(page.get_by_role("button", name="再存一次")).to_be_visible()
        kept = page.evaluate("Object.values(localStorage).map((text) => JSON.parse(text).raw.price)")
        assert kept == [16, 16]
