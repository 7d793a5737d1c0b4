"""剪片台 in a real `nongju lab` and Chromium: a film is made of a table, seen, stopped, handed in."""

import time

import pytest
from playwright.sync_api import expect
from tests.answers.films import film
from tests.answers.worksheets import course_with

pytestmark = pytest.mark.browser

WEEK = "clip-editing"
CELLS = {
    "my-shots": """
        # 我拍的
        from nongju import form
        q = form.question("clip-editing/my-shots", text="选。", title="我拍的", fields=[
            form.clip("m1", "第 1 段", seconds=60)])
        q.show()""",
    "film": """
        # 剪片台
        from nongju import form
        q = form.question("clip-editing/film", text="排。", title="排镜头", fields=[
            form.table("cuts", "镜头", rows=["第一个", "第二个"], columns=[
                form.column("clip", "哪一段", kind="choice", options={"m1": "第 1 段", "p1": "练习片"}),
                form.column("start", "从", kind="number", unit="秒"),
                form.column("end", "到", kind="number", unit="秒"),
                form.column("words", "字")]),
            form.text("title", "封面"),
            form.choice("sound", "声音", {"own": "原来的", "mute": "不要"})])
        q.sheet()
        form.film(q, mine="my-shots", hand_in="edited.clip")""",
    "edited": """
        # 交成片
        from nongju import form
        q = form.question("clip-editing/edited", text="交。", title="交成片", fields=[
            form.clip("clip", "成片", seconds=90, kind="edited")])
        q.show()""",
}
FILM_SECONDS = 120_000
"""Longest wait for a film of twelve seconds, on a loaded machine too."""


@pytest.fixture(scope="module")
def lab(tmp_path_factory, open_lab_once):
    """A worksheet with the learner's shot, the table with its panel, and the blank that takes the film."""
    course = course_with(tmp_path_factory.mktemp("course"), WEEK, CELLS)
    return open_lab_once(course, WEEK, "wang-li", 1)


@pytest.fixture
def page(lab, chromium):
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    page.goto(lab.address)
    expect(page.locator(".nj-film")).to_be_visible(timeout=90_000)
    yield page
    page.close()


def saved(page, question, field):
    said = page.locator(f'[data-question="{question}"] [data-field="{field}"] .nj-say')
    expect(said).to_contain_text("已保存", timeout=60_000)


def row(page, at, start, end):
    cells = page.locator("[data-field=cuts] tbody tr").nth(at).locator("input, select")
    cells.nth(0).select_option("m1")
    for cell, value in ((cells.nth(1), start), (cells.nth(2), end)):
        cell.fill(str(value))
        cell.press("Tab")


def test_a_film_is_made_of_the_table_seen_handed_in_and_there_after_a_reload(lab, page, tmp_path):
    panel = page.locator(".nj-film")
    said = panel.locator(".nj-say")
    panel.get_by_role("button", name="做成片").click()
    expect(said).to_contain_text("▶ 先在上面选一个镜头")

    shot = film(tmp_path / "VID_1.mp4", size="360x640", seconds=8)
    page.locator("[data-field=m1] input[type=file]").set_input_files(str(shot))
    saved(page, "my-shots", "m1")
    row(page, 0, 0, 2)
    row(page, 1, 3, 5)
    page.get_by_label("原来的").check()
    saved(page, "film", "cuts")
    saved(page, "film", "sound")
    panel.get_by_role("button", name="做成片").click()
    expect(panel.get_by_role("progressbar")).to_be_visible()
    expect(said).to_contain_text("✓ 做好了，4 秒", timeout=FILM_SECONDS)
    expect(panel.get_by_role("progressbar")).to_be_hidden()
    page.wait_for_function("document.querySelector('.nj-film video').readyState >= 2")
    assert page.evaluate("document.querySelector('.nj-film video').duration") == pytest.approx(4, abs=0.1)
    panel.get_by_role("button", name="交这一条").click()
    expect(page.locator("[data-field=clip] .nj-card")).to_contain_text("成片.mp4", timeout=60_000)
    saved(page, "edited", "clip")

    page.reload()
    expect(panel.locator("video")).to_be_visible(timeout=90_000)
    expect(page.locator("[data-field=clip] .nj-card")).to_contain_text("成片.mp4")


def test_stopping_leaves_no_half_file_and_the_film_before_stays(lab, page):
    panel = page.locator(".nj-film")
    films = lab.folder / "films"
    names, whole = {path.name for path in films.iterdir()}, (films / "成片.mp4").read_bytes()
    row(page, 0, 0, 8)
    row(page, 1, 0, 8)
    saved(page, "film", "cuts")
    panel.get_by_role("button", name="做成片").click()
    panel.get_by_role("button", name="停").click()
    expect(panel.locator(".nj-say")).to_contain_text("停下了")
    expect(panel.get_by_role("button", name="做成片")).to_be_enabled()
    ending = time.monotonic() + 30  # the encoder is ended a moment after the panel has said so
    while (left := {path.name for path in films.iterdir()}) != names and time.monotonic() < ending:
        time.sleep(0.1)
    assert left == names
    assert (films / "成片.mp4").read_bytes() == whole
