"""How long a learner waits for the first question, and what the lab costs in memory: `make bench-lab`.

`nongju lab` is started on a copy of the committed week, its address opened in Chromium as soon as it is
printed. The clock runs from the command until the first blank of the page can be clicked; that includes the
server, the kernel with the whole sheet in it, and JupyterLab's own page. An old service-centre PC is Chromium
with its processor slowed: the server and the kernel are not. Memory is the sum of PSS while the page is open,
the server's own and its kernel's apart; the browser's is not in it.

The last line is one JSON object.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from memory import pss_mb
from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).parents[1]
WEEK = "pricing-margin"

SLOWER = 6
"""Times that Chromium slows the page's processor: an old service-centre PC."""

RUNS = 5
"""Openings of each kind; the median counts."""

FIRST = 'body.nongju-ready .nj-form[data-question="guess-1"] input'
NONGJU = [sys.executable, "-c", "from nongju.cli import main; main()"]


def opened(browser: Browser, course: Path, slower: int) -> dict[str, float]:
    """Seconds until the first blank can be clicked, and megabytes of server and kernel."""
    began = time.perf_counter()
    options = ["--id", "wang-li", "--evening", "1", "--no-browser", "--port", "0"]
    lab = subprocess.Popen(
        [*NONGJU, "lab", WEEK, *options], cwd=course, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert lab.stdout is not None
    address = next(line.strip() for line in lab.stdout if line.startswith("http://"))
    threading.Thread(target=lab.stdout.read, daemon=True).start()
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    page = context.new_page()
    if slower > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.locator(FIRST).first.click(trial=True, timeout=180_000)
    seconds = time.perf_counter() - began
    (kernel,) = (
        one.pid
        for one in psutil.Process(lab.pid).children()
        if "ipykernel_launcher" in " ".join(one.cmdline())
    )
    kernel_mb = pss_mb(kernel)
    server_mb = pss_mb(lab.pid) - kernel_mb
    context.close()
    lab.terminate()
    lab.wait(60)
    return {"usable_s": seconds, "server_mb": server_mb, "kernel_mb": kernel_mb}


def main() -> None:
    """Measures and prints."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        course = Path(folder)
        shutil.copytree(REPOSITORY / "release", course / "release")
        (course / "nbgrader_config.py").write_text("", "utf-8")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        opened(browser, course, 1)  # lays the folder out, and fills the system's file cache
        runs = {slower: [opened(browser, course, slower) for _ in range(RUNS)] for slower in (1, SLOWER)}
        browser.close()
    medians = {
        (slower, name): round(statistics.median(run[name] for run in found), 2)
        for slower, found in runs.items()
        for name in found[0]
    }
    for slower, found in runs.items():
        seconds = ", ".join(f"{run['usable_s']:.1f}" for run in found)
        sys.stdout.write(f"first blank, page's processor {slower} times slower: {seconds} s" + "\n")
    result = {name: medians[1, name] for name in ("usable_s", "server_mb", "kernel_mb")}
    sys.stdout.write(json.dumps({**result, f"usable_s_cpu{SLOWER}": medians[SLOWER, "usable_s"]}) + "\n")


if __name__ == "__main__":
    main()
