"""The form in real JupyterLab and Chromium: filled, kept over a reload, red when the kernel is gone."""

import json
import os
import re
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import nbformat
import pytest

from nongju.answers.store import AnswerStore

pytestmark = pytest.mark.browser

WEEK = "pricing-margin"

CELLS = {
    "p1": """
        # 第 1 题
        from nongju import form
        q = form.question("pricing-margin/p1", text="一单的账。", title="第 1 题", fields=[
            form.number("cost", "① 一单本钱几元?", unit="元"),
            form.gain("profit", "② 赚还是亏几元?"),
            form.choices("which", "③ 哪几样算本钱?", {"meat": "肉", "box": "箱子", "luck": "运气"}),
            form.table("rows", "④ 成本", columns=[
                form.column("item", "名目"), form.column("yuan", "多少钱", kind="number", unit="元")]),
            form.text("reason", "⑤ 为什么?"),
        ])
        q.show()""",
    "guess": """
        # 先猜一猜
        from nongju import form
        q = form.question("pricing-margin/guess", text="猜。", fields=[
            form.choice("pick", "赚还是亏?", {"gain": "赚", "loss": "亏"})])
        q.predict()
        form.recall("guess.pick")""",
    "x1": """
        # 练一练
        from nongju import form
        q = form.question("pricing-margin/x1", text="肉 45 元,箱子 14 元。", fields=[
            form.number("cost", "本钱几元?", unit="元")])
        q.practice(form.rule_number("cost", points=1, within=0.05, key=59, why="45+14=59 元。",
            wrong=[form.wrong("no_box", "忘了箱子", 45, "箱子也是钱。")]))""",
    "slow": """
        # 慢的一格
        import os, pathlib, time
        pathlib.Path("pid").write_text(str(os.getpid()))
        while not pathlib.Path("go").exists():
            time.sleep(0.05)""",
}


def _address(server: subprocess.Popen) -> str:
    """Where JupyterLab listens, from its own log."""
    for line in server.stderr:
        found = re.search(r"http://127\.0\.0\.1:\d+(?=/lab)", line)
        if found:
            return found[0]
    pytest.fail("JupyterLab ended before it listened")


class Worksheet:
    """A worksheet open in JupyterLab."""

    def __init__(self, page, folder: Path, url: str) -> None:
        self.page, self.folder, self.url = page, folder, url

    def open(self) -> None:
        self.page.goto(self.url)
        self.page.wait_for_function(
            "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
            timeout=90_000,
        )

    def run_all(self) -> None:
        self.page.evaluate("void window.jupyterapp.commands.execute('notebook:run-all-cells')")
        self.page.wait_for_selector("[data-question=x1]", timeout=90_000)

    def form(self, question: str):
        return self.page.locator(f"[data-question={question}]")

    def field(self, question: str, key: str):
        return self.form(question).locator(f"[data-field={key}]")

    def says(self, question: str, key: str, words: str, within_ms: int = 15_000) -> None:
        self.field(question, key).locator(".nj-say", has_text=words).wait_for(timeout=within_ms)

    def stored(self) -> dict:
        return json.loads((self.folder / "answers.json").read_text(encoding="utf-8"))["answers"]

    def kernel(self) -> int:
        return int((self.folder / "pid").read_text())


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A JupyterLab that serves a folder; yields (folder, address)."""
    root, config = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("config")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0", "--allow-root",
         "--IdentityProvider.token=t", "--expose-app-in-browser", f"--ServerApp.root_dir={root}"],
        stderr=subprocess.PIPE, text=True, env={**os.environ, "JUPYTER_CONFIG_DIR": str(config)},
    )  # fmt: skip
    address = _address(server)
    reader = threading.Thread(target=server.stderr.read, daemon=True)
    reader.start()
    yield root, address
    server.terminate()
    server.wait(60)
    reader.join(60)
    server.stderr.close()


@pytest.fixture
def worksheet(request, lab, chromium):
    root, address = lab
    folder = root / request.node.name[:40]
    folder.mkdir()
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    for name, source in CELLS.items():
        notebook.cells.append(nbformat.v4.new_code_cell(textwrap.dedent(source).strip(), id=name))
    nbformat.write(notebook, folder / "worksheet.ipynb")
    (folder / "go").touch()
    AnswerStore.open(folder, WEEK).sit_down("wang-li")
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    sheet = Worksheet(page, folder, f"{address}/doc/tree/{folder.name}/worksheet.ipynb?token=t")
    try:
        sheet.open()
        sheet.run_all()
        yield sheet
    finally:
        page.evaluate("window.jupyterapp.serviceManager.sessions.shutdownAll()")
        page.close()


def test_answers_are_acknowledged_stored_and_there_after_a_reload(worksheet):
    sheet = worksheet
    sheet.field("p1", "cost").locator("input").fill("三块五")
    sheet.says("p1", "cost", "我读到：3.5 元")
    sheet.says("p1", "cost", "已保存")
    sheet.field("p1", "profit").locator("input[value=亏]").check()
    sheet.field("p1", "profit").locator("input[type=text]").fill("1。54")
    sheet.says("p1", "profit", "亏 1.54 元")
    for option in ("meat", "box"):
        sheet.field("p1", "which").locator(f"input[value={option}]").check()
    cells = sheet.field("p1", "rows").locator("td input")
    cells.nth(0).fill("盐")
    cells.nth(1).fill("十来块")
    sheet.says("p1", "rows", "第 1 行「多少钱」：差不多是多少？写一个数。")
    cells.nth(1).fill("两块五")
    sheet.says("p1", "rows", "盐 2.5 元")
    cells.nth(2).fill("箱")
    cells.nth(3).fill("几块")
    sheet.says("p1", "rows", "第 2 行「多少钱」：到底是几？写一个数。")
    assert [cells.nth(at).get_attribute("aria-invalid") for at in range(4)] == [None, None, None, "true"]
    sheet.field("p1", "reason").locator("textarea").fill("打 138 0013 8000")
    sheet.says("p1", "reason", "不能写手机号")
    sheet.field("p1", "reason").locator("textarea").fill("<script>window.hit=1</script> $x$")
    sheet.says("p1", "reason", "已保存")
    sheet.field("p1", "cost").locator("input").fill("百把块")
    sheet.says("p1", "cost", "差不多是多少？写一个数。")
    sheet.says("p1", "cost", "写的字留着，还没算数。")
    sheet.says("p1", "cost", "先前读到的：3.5 元")
    raws = {key: entry["raw"] for key, entry in sheet.stored().items()}
    assert raws == {
        "p1.cost": "百把块",
        "p1.profit": "亏1。54",
        "p1.which": ["meat", "box"],
        "p1.rows": [{"item": "盐", "yuan": "两块五"}, {"item": "箱", "yuan": "几块"}],
        "p1.reason": "<script>window.hit=1</script> $x$",
    }

    sheet.open()
    sheet.run_all()
    sheet.says("p1", "cost", "差不多是多少？写一个数。")
    sheet.says("p1", "cost", "先前读到的：3.5 元")
    cost = sheet.field("p1", "cost").locator("input")
    assert (cost.input_value(), cost.get_attribute("aria-invalid")) == ("百把块", "true")
    sheet.says("p1", "rows", "第 2 行「多少钱」：到底是几？写一个数。")
    assert cells.nth(3).input_value() == "几块"
    assert [cells.nth(at).get_attribute("aria-invalid") for at in range(4)] == [None, None, None, "true"]
    assert sheet.field("p1", "profit").locator("input[value=亏]").is_checked()
    assert sheet.field("p1", "profit").locator("input[type=text]").input_value() == "1。54"
    assert sheet.field("p1", "rows").locator("td input").nth(1).input_value() == "两块五"
    assert sheet.page.evaluate("window.hit") is None

    cost.fill("四块")
    sheet.says("p1", "cost", "我读到：4 元")
    assert cost.get_attribute("aria-invalid") is None
    assert "query" not in sheet.stored()["p1.cost"]


def test_the_keyboard_alone_predicts_and_jupyterlab_takes_no_key(worksheet):
    sheet, keyboard = worksheet, worksheet.page.keyboard
    sheet.form("guess").locator("input").first.focus()
    keyboard.press("ArrowDown")
    for key in ("d", "d", "b", "x", "Escape"):
        keyboard.press(key)
    keyboard.press("Tab")
    assert sheet.page.evaluate("document.activeElement.textContent") == "就猜这个"
    keyboard.press("Enter")
    sheet.form("guess").locator(".nj-foot-say", has_text="定了").wait_for()
    assert sheet.page.locator(".jp-Notebook .jp-Cell").count() == len(CELLS)
    assert sheet.form("guess").locator("input:disabled").count() == 2
    sheet.page.locator(".nj-recap", has_text="你一开始猜的是： 亏").wait_for()
    assert {"guess.pick", "guess._locked"} <= set(sheet.stored())


def test_practice_tells_the_rule_of_thumb_then_the_working(worksheet):
    sheet, form = worksheet, worksheet.form("x1")
    form.locator("text=看看对不对").click()
    form.locator(".nj-foot-say", has_text="先把这几样写好、选好").wait_for()
    form.locator("input").fill("45")
    form.locator("text=看看对不对").click()
    form.locator(".nj-verdict", has_text="箱子也是钱").wait_for()
    form.locator("input").fill("五十九块")
    form.locator(".nj-verdict", has_text="箱子也是钱").wait_for(state="hidden")
    form.locator("text=看看对不对").click()
    form.locator(".nj-verdict", has_text="45+14=59 元").wait_for()
    assert sheet.stored()["x1._practice"]["raw"] == {"tries": 2, "done": True}


def test_a_press_counts_once_though_the_button_moves_under_the_finger(worksheet):
    sheet, form, mouse = worksheet, worksheet.form("x1"), worksheet.page.mouse
    form.locator("input").fill("45")
    button = form.locator("text=看看对不对")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mouse.down()
    form.locator(".nj-say").evaluate("(say) => { say.style.paddingBottom = '80px' }")
    mouse.up()
    form.locator(".nj-verdict", has_text="箱子也是钱").wait_for()
    form.locator("input").fill("46")
    button.click()
    form.locator(".nj-verdict", has_text="和我们算的不一样").wait_for()
    assert sheet.stored()["x1._practice"]["raw"] == {"tries": 2, "done": False}
    mouse.move(*(button.bounding_box()[side] + 5 for side in ("x", "y")))
    mouse.down()
    mouse.move(5, 5)
    mouse.up()
    button.focus()
    sheet.page.keyboard.press("Enter")
    form.locator(".nj-foot-say", has_text="做完了").wait_for()


def test_chinese_input_is_sent_when_it_is_composed_and_the_number_pad_types(worksheet):
    sheet = worksheet
    box = sheet.field("p1", "reason").locator("textarea")
    box.focus()
    cdp = sheet.page.context.new_cdp_session(sheet.page)
    cdp.send("Input.imeSetComposition", {"text": "larou", "selectionStart": 5, "selectionEnd": 5})
    sheet.page.wait_for_function("document.activeElement.value === 'larou'")
    cdp.send("Input.insertText", {"text": "腊肉"})
    sheet.says("p1", "reason", "已保存")
    assert sheet.stored()["p1.reason"]["raw"] == "腊肉"
    pad = sheet.field("p1", "cost")
    pad.locator("text=点数字").click()
    for key in ("1", "2", ".", "5", "退格", "6"):
        pad.locator(".nj-pad button", has_text=re.compile(f"^{re.escape(key)}$")).click()
    sheet.says("p1", "cost", "我读到：12.6 元")
    assert "larou" not in json.dumps(sheet.stored())


def test_a_busy_kernel_says_so_and_saves_in_the_end(worksheet):
    sheet = worksheet
    (sheet.folder / "go").unlink()
    sheet.page.evaluate("void window.jupyterapp.commands.execute('notebook:run-all-cells')")
    sheet.page.wait_for_function(
        "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'busy'"
    )
    sheet.form("x1").locator(".nj-foot-say").wait_for()
    sheet.field("p1", "cost").locator("input").fill("7")
    sheet.says("p1", "cost", "正在处理")
    (sheet.folder / "go").touch()
    sheet.says("p1", "cost", "我读到：7 元")


def test_an_idle_kernel_that_does_not_answer_shows_red_and_the_value_is_kept(worksheet):
    sheet, kernel = worksheet, worksheet.kernel()
    os.kill(kernel, signal.SIGSTOP)
    try:
        sheet.field("p1", "cost").locator("input").fill("8")
        sheet.says("p1", "cost", "还没存上。别关这一页，叫老师来看。")
    finally:
        os.kill(kernel, signal.SIGCONT)
    sheet.says("p1", "cost", "我读到：8 元")


def test_a_killed_kernel_shows_red_and_what_was_typed_comes_back(worksheet):
    sheet = worksheet
    os.kill(sheet.kernel(), signal.SIGKILL)
    sheet.field("p1", "cost").locator("input").fill("9")
    sheet.says("p1", "cost", "还没存上。别关这一页，叫老师来看。")
    assert "p1.cost" not in sheet.stored()
    # JupyterLab may say in a dialog of its own that it starts the kernel again
    dialog = sheet.page.locator(".jp-Dialog button").last
    sheet.page.add_locator_handler(dialog, lambda found: found.click())
    sheet.page.wait_for_function(
        "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
    )
    sheet.form("p1").locator(".nj-alarm button").click()
    sheet.says("p1", "cost", "我读到：9 元", within_ms=60_000)
    assert sheet.stored()["p1.cost"]["raw"] == "9"
    assert sheet.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('nongju'))") == []
