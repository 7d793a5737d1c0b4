"""A learner's folder for a week, and a browser page that talks to the kernel's side of a simulation."""

import json
import random
from contextlib import contextmanager

import pytest

from nongju.answers import session as sessions
from nongju.answers.store import AnswerStore
from nongju.answers.web.exchange import Exchange
from nongju.simulators.control import Pick
from nongju.simulators.simulation import FORMS, HERE

WEEK = "pricing-margin"

MOUNT = """async ([source, data]) => {
  const file = new Blob([source], { type: "text/javascript" });
  const address = URL.createObjectURL(file);
  const module = await import(address);
  window.told = [];
  window.sent = [];
  const heard = {};
  const emit = (name, ...rest) => (heard[name] ?? []).forEach((callback) => callback(...rest));
  const model = {
    get: (key) => data[key],
    set: (key, value) => { data[key] = value; emit(`change:${key}`); },
    save_changes: () => window.told.push({ ...data.values }),
    on: (name, callback) => (heard[name] ??= []).push(callback),
    off: (name, callback) => { heard[name] = (heard[name] ?? []).filter((one) => one !== callback); },
    send: async (message) => {
      window.sent.push(message);
      if (!window.kernel) return;
      const reply = await window.kernel(JSON.stringify(message));
      if (reply) emit("msg:custom", JSON.parse(reply));
    },
  };
  window.model = model;
  const widget = module.default();
  widget.initialize({ model });
  const el = document.getElementById("here");
  widget.render({ model, el });
}"""
HTML = "text/html; charset=utf-8"
PAGE = "<!doctype html><html lang='zh-CN'><style>{css}</style><body><div id='here'></div></body></html>"


VECTORS = 300


def vectors(simulation):
    draw = random.Random(20221022)
    for _ in range(VECTORS):
        values = {}
        for control in simulation.controls:
            if isinstance(control, Pick):
                values[control.key] = draw.choice([slug for slug, _ in control.options])
            else:
                steps = round((control.high - control.low) / control.step)
                values[control.key] = control.low + control.step * draw.randint(0, steps)
        yield values


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A learner's folder for the week, in a worksheet; Wang Li sits there."""
    place = tmp_path / "autograded" / "wang-li" / WEEK
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    AnswerStore.open(place, WEEK).sit_down("wang-li")
    sessions._sessions.clear()
    yield place
    sessions._sessions.clear()
    sessions._listeners.clear()


@contextmanager
def mounted(
    chromium,
    simulation,
    *,
    width=1366,
    height=768,
    placement=None,
    closed="",
    kernel=True,
    source="",
    faults=(),
):
    """A page with one simulation on it; with a placement, its kernel's side answers for real.

    The page may ask nothing of the network, and write to its console no other error than `faults`.
    """
    context = chromium.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    page.on("request", lambda request: problems.append(request.url))
    css = (HERE / "static" / "simulator.css").read_text("utf-8") + (FORMS / "form.css").read_text("utf-8")
    data = {"spec": simulation.spec(), "values": simulation.start(), "closed": closed}
    if placement is not None:
        exchange = Exchange(placement.kept, sessions.current(placement.week), "answer")
        data["spec"] |= exchange.spec()
        data["state"] = exchange.state()
        if kernel:
            page.expose_function("kernel", lambda text: json.dumps(exchange.handle(json.loads(text))))
    # an address of our own: about:blank has no localStorage
    page.route(
        "http://nongju.test/",
        lambda route: route.fulfill(body=PAGE.format(css=css), content_type="text/html; charset=utf-8"),
    )
    page.goto("http://nongju.test/")
    page.evaluate(MOUNT, [source or simulation.module(), data])
    yield page
    context.close()
    said = [one for one in problems if not one.startswith(("blob:", "data:", "http://nongju.test/"))]
    assert {*said} == {*faults}
