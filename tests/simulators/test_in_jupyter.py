"""The widget under a real kernel: an ordinary one in a VBox, and one placed in a worksheet, by Voila."""

import json
import socket
import subprocess
import sys
import threading

import nbformat
import pytest
from playwright.sync_api import expect

from nongju.simulators import PRICE_WATERFALL
from nongju.simulators.widget import simulator

WAIT_MS = 60_000
"""Longest wait for a kernel to start and a page to follow; a loaded machine takes its time."""

WORKSHEET = """
from nongju import form
guess = form.question("pricing-margin/guess-1", text="猜一猜。",
                      fields=[form.choice("pick", "土豆能寄省外吗?", {"yes": "能", "no": "不能"})])
guess.predict()
---
from nongju.simulators import PRICE_WATERFALL, place
place("pricing-margin/waterfall", PRICE_WATERFALL, after="guess-1")
---
from ipywidgets import HTML, VBox
from nongju.simulators import TRAFFIC_AUCTION
from nongju.simulators.widget import simulator
free = simulator(TRAFFIC_AUCTION)
words = HTML()
def moved(change):
    words.value = f"内核看到 {change['new']['bid']:.2f},{free.outcome['stars']} 颗星"
free.observe(moved, "values")
VBox([free, words])
"""


@pytest.fixture
def voila(folder):
    """The address of a worksheet that Voila serves from the learner's folder."""
    cells = [nbformat.v4.new_code_cell(source.strip()) for source in WORKSHEET.split("---")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "page.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", "page.ipynb", "--no-browser", f"--port={port}"]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    late = threading.Timer(WAIT_MS / 1000, process.kill)
    late.start()
    said = []
    rest = threading.Thread(target=process.stderr.read, daemon=True)
    try:
        for line in process.stderr:
            said.append(line)
            if "http://" in line:
                break
        else:
            pytest.fail("".join(said))
        late.cancel()
        rest.start()
        yield f"http://127.0.0.1:{port}/"
    finally:
        late.cancel()
        process.terminate()
        process.wait(timeout=30)
        if rest.ident is not None:
            rest.join()
        process.stderr.close()


def stored(folder):
    answers = json.loads((folder / "answers.json").read_text("utf-8"))["answers"]
    return {key: entry["raw"] for key, entry in answers.items()}


@pytest.mark.browser
def test_under_a_real_kernel_guess_first_then_move_and_it_is_there_again(chromium, voila, folder):
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(voila, timeout=WAIT_MS)
    waterfall = page.locator("section[aria-label^=价格瀑布]")
    expect(waterfall.locator(".nj-closed")).to_contain_text("先在前面猜一猜", timeout=WAIT_MS)
    page.get_by_label("不能").check()
    page.get_by_role("button", name="就猜这个").click()
    expect(waterfall.get_by_role("slider")).to_have_count(2, timeout=WAIT_MS)
    waterfall.get_by_role("button", name="一单卖几元加一格").click()
    expect(waterfall.locator(".nj-kept > .nj-say")).to_contain_text("✓ 已保存", timeout=WAIT_MS)
    assert stored(folder)["waterfall.setting"]["price"] == 16

    auction = page.locator("section[aria-label^=流量竞价]")
    auction.get_by_label("腊肉").check()
    expect(page.get_by_text("内核看到 0.50,3 颗星")).to_be_visible(timeout=WAIT_MS)

    page.goto(voila, timeout=WAIT_MS)  # another kernel
    expect(waterfall.locator(".nj-sentence")).to_contain_text("卖 16 元", timeout=WAIT_MS)
    context.close()


def test_values_go_both_ways_and_stay_within_what_the_controls_show():
    widget = simulator(PRICE_WATERFALL, {"price": 16})
    assert widget.outcome["sentence"] == "卖 16 元，寄省内，每卖一单赚 0.4 元。"
    widget.values = {"price": 1e9, "zone": "far"}
    assert widget.values == {**PRICE_WATERFALL.start(), "zone": "far"}
    assert "寄省外" in widget.outcome["sentence"]


def test_a_page_without_a_browser_gets_the_picture():
    bundle = simulator(PRICE_WATERFALL)._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "▼5.26 元" in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data
