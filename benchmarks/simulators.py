"""How fast a slider's step is redrawn, and what a drag tells the kernel: `make bench-simulators`.

Each simulation is opened in Chromium as a worksheet places it. Every slider is stepped through its range;
a step is timed in the page, from the input event to the first task after the frame was painted:

    handler of the input event, which draws  +  style, layout, paint of that frame

The wait for the screen's next refresh (0 to 16.7 ms, whatever the program does) lies between the handler
and the frame and is left out; the wall time with it is printed beside. What other threads do
after the page handed its layers over is not in it. The figures are the slowest simulation's medians. The
drag is a real one, by mouse; messages are counted where the widget hands them to Jupyter.

The last line is one JSON object.
"""

import gzip
import json
import shutil
import statistics
import sys
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from nongju.simulators import ALL
from nongju.simulators.simulation import FORMS, HERE, Simulation

SLOWER = 6
"""Times that Chromium slows the page's processor: an old service-centre PC."""

STEPS = 60
"""Steps of each slider."""

WARM_UP = 10
"""Steps before the clock counts: the first ones compile."""

ADDRESS = "http://nongju.test/"
FIELDS = [{"key": key, "kind": "setting", "label": key} for key in ("setting", "best")]

OPEN = """async ([source, data]) => {
  const module = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  window.messages = 0;
  const model = {
    get: (key) => data[key], set: (key, value) => { data[key] = value; }, on() {}, off() {},
    save_changes: () => { window.messages += 1; }, send: () => { window.messages += 1; },
  };
  const widget = module.default();
  widget.initialize({ model });
  widget.render({ model, el: document.getElementById("here") });
}"""

STEP = """async ([steps, warm]) => {
  // Asked for before the step, so that it runs ahead of the page's own callbacks in the same frame; its
  // message is the first task after that frame was painted.
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const began = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done([began, performance.now()]);
    channel.port2.postMessage(0);
  }));
  const work = [], wall = [];
  for (const slider of document.querySelectorAll("#here input[type=range]")) {
    const most = Number(slider.max);
    for (let i = 0; i < steps + warm; i++) {
      const to = Math.round((most * ((i * 7) % 61)) / 60);
      if (to === Number(slider.value)) continue;
      slider.value = to;
      const drawn = frame();
      const start = performance.now();
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      const handled = performance.now();
      const [began, end] = await drawn;
      if (i < warm) continue;
      work.push(handled - start + end - began);
      wall.push(end - start);
    }
  }
  return [work, wall];
}"""


def opened(browser: Browser, simulation: Simulation) -> Page:
    """A page with the simulation on it, as placed in a worksheet, but without a kernel."""
    css = (HERE / "static" / "simulator.css").read_text("utf-8") + (FORMS / "form.css").read_text("utf-8")
    body = f"<!doctype html><html lang='zh-CN'><style>{css}</style><body><div id='here'></div></body></html>"
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.route(ADDRESS, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto(ADDRESS)
    placed = {"week": "bench", "question": "q", "learner": "", "folder": "", "fields": FIELDS}
    data = {
        "spec": {**simulation.spec(), **placed},
        "values": simulation.start(),
        "state": {"answers": {}},
        "closed": "",
    }
    page.evaluate(OPEN, [simulation.module(), data])
    return page


def stepped(page: Page, slower: int) -> tuple[float, float]:
    """Median work and wall time of a step, ms."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    work, wall = page.evaluate(STEP, [STEPS, WARM_UP])
    return statistics.median(work), statistics.median(wall)


def dragged(page: Page) -> int:
    """Messages to the kernel while each slider is dragged over its length and not yet let go."""
    told = 0
    for slider in page.locator("#here input[type=range]").all():
        box = slider.bounding_box()
        assert box is not None
        y = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + 10, y)
        page.evaluate("window.messages = 0")
        page.mouse.down()
        for step in range(40):
            page.mouse.move(box["x"] + 10 + step * (box["width"] - 20) / 40, y)
        told += page.evaluate("window.messages")
        page.mouse.up()
    return told


def main() -> None:
    """Print a table, then the JSON line."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("the program chromium is missing; apt-get install chromium")
    write = sys.stdout.write
    bundle = (HERE / "static" / "core.bundle.js").read_bytes()
    rows: list[tuple[float, float, int]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for simulation in ALL:
            page = opened(browser, simulation)
            work, wall = stepped(page, 1)
            slow, slow_wall = stepped(page, SLOWER)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 1})
            rows.append((work, slow, dragged(page)))
            view = (HERE / "views" / simulation.view).stat().st_size / 1000
            sent = gzip.compress(simulation.module().encode())
            write(
                f"{simulation.name}: {work:.1f} ms (with the wait {wall:.1f}); {SLOWER} times slower "
                f"{slow:.1f} ms ({slow_wall:.1f}); view {view:.1f} kB, "
                f"in all {len(sent) / 1000:.1f} kB compressed; {rows[-1][2]} messages in a drag\n"
            )
            page.context.close()
        browser.close()
    write(f"bundle: {len(bundle) / 1000:.1f} kB, {len(gzip.compress(bundle)) / 1000:.1f} kB compressed\n")
    result: dict[str, Any] = {
        "median_ms": round(max(row[0] for row in rows), 2),
        "median_ms_cpu6": round(max(row[1] for row in rows), 2),
        "bundle_kb": round(len(bundle) / 1000, 1),
        "kernel_messages_while_dragging": sum(row[2] for row in rows),
    }
    write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
