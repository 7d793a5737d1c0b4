"""A learner at the PC: what the course asks, what a right answer would be, and hands that type it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.filling import FILL
from tests.sample_class.demo_clips import kept, own, phone_name
from tests.sample_class.filming import good_for

from nongju.answers.question import Question
from nongju.answers.web.worksheet import WorksheetQuestion
from nongju.simulators.placing.setting import BEST

REPOSITORY = Path(__file__).parents[2]
WAIT_MS = 60_000
"""Longest wait for one thing to happen in the browser; a loaded machine takes its time."""

expect.set_options(timeout=WAIT_MS)


SAID: dict[str, Any] = {
    "calc-send.line": 6,
    "calc-send.people": 8,
    "calc-funnel.seen": 4000,
    "calc-funnel.enter": 15,
    "calc-funnel.click": 8,
    "calc-funnel.buy": 25,
    "calc-funnel.price": 98,
    "calc-funnel.margin": 28,
    "own-limit.product": "potato",
    "own-limit.papers": "farm",
    "own-limit.margin": 0.5,
    "own-limit.sold": 2,
    "own-limit.ad": 0,
    "own-limit.limit": 0,
    "own-limit.home": "yes",
    "own-limit.money": "none",
    "own-limit.first": "near",
    "own-limit.stop": "none",
    "own-limit.words": "我一单毛利五角，广告付不起，先问食堂和邻县",
    "calc-load.loads": [{"jin": jin} for jin in (5000, 15000, 0, 20000, 30000, 30000)],
    "calc-load.drop": "none",
    "shot-list.shots": [
        {"what": what, "how": how, "sec": sec, "words": words}
        for what, how, sec, words in (
            ("show", "push", 4, 8),
            ("origin", "pan", 4, 12),
            ("close", "static", 3, 10),
            ("eat", "static", 4, 12),
            ("where", "static", 5, 18),
        )
    ],
    "shot-list.phone": "friend",
    "film.cuts": [
        {"clip": f"m{at}", "start": 0.5, "end": 4.5, "words": words}
        for at, words in enumerate(
            ("自家熏的腊肉", "柏树枝熏半个月", "肥的透亮", "蒸熟切片炒蒜苗", "小店里一斤一袋"), start=1
        )
    ],
    "film.title": "灶上腊肉",
    "film.sound": "own",
    "own-buyers.product": "potato",
    "own-buyers.supply": 600,
    "own-buyers.buyers": [
        {"who": "canteen", "jin": 200, "price": 1.3, "km": 3, "pay": "month"},
        {"who": "school", "jin": 250, "price": 1.25, "km": 4, "pay": "month"},
        {"who": "coop", "jin": 100, "price": 1.2, "km": 2, "pay": "week"},
    ],
    "own-buyers.asked": "one",
    "own-buyers.trip": 30,
    "own-buyers.lost": 3,
    "own-buyers.first": "c",
    "own-buyers.words": "我家有土豆，一周供得出六百斤。你们一周要几斤？",
    "calc-parcel.raw": 14,
    "calc-parcel.out": 6.2,
    "calc-parcel.extra": 12,
    "calc-parcel.pack": 4,
    "calc-parcel.post": 10,
    "calc-parcel.price": 98,
    "calc-parcel.back": 10,
    "calc-parcel.own_fee": 2,
    "calc-discount.price": 98,
    "calc-discount.cost": 70,
    "calc-discount.fold": 0.9,
    "calc-discount.orders": 30,
    "calc-box.jin": 5,
    "calc-box.box": 0.6,
    "calc-box.first": 8,
    "calc-box.step": 2,
    "own-cost.scale": "one",
    "own-cost.product": "potato",
    "own-cost.jin": 5,
    "own-cost.price": 39,
    "own-cost.fixed": 120,
    "own-cost.rows": [
        {"yuan": yuan, "who": who}
        for yuan, who in zip(
            (8, 4, 4, 9, 0.5, 1.5), ("me", "me", "me", "courier", "platform", "buyer"), strict=True
        )
    ],
    "own-plan.cost": 27,
    "own-plan.price": 39,
    "own-plan.lowest": 30,
    "own-plan.coupon": "mine",
    "own-plan.ship": "near",
    "own-plan.orders": 20,
    "own-plan.fixed": 60,
    "own-plan.words": "这个价里有人工和好箱子，再低就亏了，所以不能再让",
}
"""What the model learner writes where nothing is right or wrong: five jin of her own potatoes to a box."""


@dataclass(frozen=True)
class Asked:
    """One form of the week: its notebook, how it is asked, and the rules that mark it, by field."""

    notebook: str
    role: str
    question: Question
    rules: dict[str, Any]

    @property
    def wanted(self) -> tuple[Any, ...]:
        """The fields that are filled in: all, or as many as are enough."""
        return self.question.fields[: self.question.required]

    def answer(self, one: Any, learner: str) -> Any:
        """A right answer to a field; where nothing is right or wrong, something a person may say."""
        rule = self.rules.get(one.key)
        if rule is None:
            return SAID.get(f"{self.question.key}.{one.key}", one.sample(6))
        answer = rule.example(self.question.variant_for(learner))
        return answer.replace("、", "") if one.kind == "text" else answer


@pytest.fixture(scope="session")
def asked_in() -> Callable[[str], list[Asked]]:
    """Gives every form of a week, read from the committed instructor notebooks."""
    return forms_of


@cache
def forms_of(week: str) -> list[Asked]:
    """Every form of a week in the order of the worksheets."""
    found: dict[str, Asked] = {}
    notebook = ""

    def meets(role: str) -> Callable[..., None]:
        def meet(question: Question, *rules: Any) -> None:
            given = {rule.field: rule for rule in rules if hasattr(rule, "judge")}
            if question.key in found:
                found[question.key].rules.update(given)
            else:
                found[question.key] = Asked(notebook, role, question, given)

        return meet

    with pytest.MonkeyPatch.context() as patch:
        for name, role in {
            "show": "answer",
            "practice": "practice",
            "predict": "predict",
            "sheet": "sheet",
        }.items():
            patch.setattr(WorksheetQuestion, name, meets(role))
        patch.setattr(WorksheetQuestion, "answered", lambda _question: None)
        patch.setattr(WorksheetQuestion, "mark", meets("answer"))
        patch.setattr("nongju.form.recall", lambda *_, **__: None)
        for path in sorted((REPOSITORY / "source" / week).glob("worksheet-*.ipynb")):
            notebook = path.name
            for cell in nbformat.read(path, as_version=4).cells:
                if cell.cell_type == "code":
                    exec(compile(cell.source, f"{path.name}:{cell.id}", "exec"), {"__name__": "__main__"})
    return list(found.values())


def copy_course(folder: Path) -> Path:
    """A course folder of its own with the committed week, as an instructor has it."""
    for name in ("course", "release", "source"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    return folder


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course for one test."""
    return copy_course(tmp_path)


@pytest.fixture(scope="module")
def course_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that several tests of a module work in."""
    return copy_course(tmp_path_factory.mktemp("course"))


@dataclass
class Watched:
    """A page and what went wrong on it: errors in the console, requests to another host."""

    page: Page
    faults: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def open(self, address: str) -> Watched:
        """Opens a worksheet and waits for its first form."""
        self.page.goto(address)
        return self.ready()

    def ready(self, forms: int = 1) -> Watched:
        """Waits until the page is shown and so many of its forms are drawn."""
        self.page.locator("body.nongju-ready .nj-form").nth(forms - 1).wait_for(timeout=WAIT_MS)
        return self

    @property
    def words(self) -> Locator:
        """What the page says about itself, in one sentence."""
        return self.page.locator(".nongju-words")

    def form(self, question: str) -> Locator:
        """The form of a question."""
        return self.page.locator(f'.nj-form[data-question="{question}"]')

    def blank(self, question: str, key: str) -> Locator:
        """One field of a form, with what is said below it."""
        return self.form(question).locator(f'[data-field="{key}"]')

    def close_dialogs(self) -> None:
        """Presses the button of JupyterLab's message, if one is in the way."""
        for button in self.page.locator(".jp-Dialog .jp-mod-accept").all():
            button.click()

    def press_open(self) -> None:
        """Presses the big button above the page and waits for fresh forms."""
        with self.page.expect_navigation():
            self.page.locator(".jp-NotebookPanel-toolbar jp-button").first.click()
        self.ready()

    def picture(self, path: Path) -> None:
        """What the learner sees at this moment."""
        self.page.screenshot(path=path)

    def values(self) -> dict[str, Any]:
        """What stands in every field of the page, by "question.field"."""
        return dict(self.page.evaluate(VALUES))


VALUES = """() => {
  const box = (one) =>
    ['radio', 'checkbox'].includes(one.type) ? (one.checked ? one.value : null) : one.value;
  const stands = (part) => [
    ...[...part.querySelectorAll('input:not([type=file]), textarea, select')].map(box),
    ...[...part.querySelectorAll('.nj-card .nj-name')].map((name) => name.textContent),
    ...[...part.querySelectorAll('[data-step]')].map((step) => step.dataset.step),
  ].filter((value) => value !== null);
  const forms = [...document.querySelectorAll('.nj-form')].flatMap((form) =>
    [...form.querySelectorAll('[data-field]')].map((one) =>
      [form.dataset.question + '.' + one.dataset.field, stands(one)]));
  const simulators = [...document.querySelectorAll('.nj-simulator')].map((one) =>
    [one.getAttribute('aria-label'), stands(one.querySelector('.nj-controls'))]);
  return Object.fromEntries([...forms, ...simulators]);
}"""


@contextmanager
def sitting(chromium: Browser) -> Iterator[Callable[[], Watched]]:
    """Opens windows of 1366 by 768 pixels, as in the county; a fault on any of them fails the test."""
    opened: list[Watched] = []

    def sit() -> Watched:
        context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
        context.set_default_timeout(WAIT_MS)
        watched = Watched(context.new_page())
        watch(watched)
        opened.append(watched)
        return watched

    yield sit
    for watched in opened:
        watched.page.context.close()
    assert [fault for watched in opened for fault in watched.faults] == []
    assert [address for watched in opened for address in watched.elsewhere] == []


@pytest.fixture
def sit_down(chromium: Browser) -> Iterator[Callable[[], Watched]]:
    """Opens a window for one test."""
    with sitting(chromium) as sit:
        yield sit


@pytest.fixture(scope="module")
def sit_down_once(chromium: Browser) -> Iterator[Callable[[], Watched]]:
    """Opens a window that several tests of a module look at."""
    with sitting(chromium) as sit:
        yield sit


def watch(watched: Watched) -> None:
    """Notes what must not happen on the page."""
    here = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")

    def asked_for(address: str) -> None:
        if not address.startswith(here):
            watched.elsewhere.append(address)

    def said(message: Any) -> None:
        if message.type == "error" and "WebSocket connection" not in message.text:
            watched.faults.append(f"{message.text} ({message.location.get('url')})")

    watched.page.on("request", lambda request: asked_for(request.url))
    watched.page.on("websocket", lambda socket: asked_for(socket.url))
    watched.page.on("console", said)
    watched.page.on("pageerror", lambda error: watched.faults.append(str(error)))


def fill(watched: Watched, asked: Asked, one: Any, value: Any) -> None:
    """Answers one field as a person does, by its kind."""
    blank = watched.blank(asked.question.key, one.key)
    blank.scroll_into_view_if_needed()
    FILL[one.kind](blank, one, value)
    saved(blank)


def choose(watched: Watched, asked: Asked, one: Any, path: Path) -> None:
    """Chooses a file as from a phone on a cable; waits until it was looked at and is kept."""
    blank = watched.blank(asked.question.key, one.key)
    blank.scroll_into_view_if_needed()
    with watched.page.expect_file_chooser() as chooser:
        blank.get_by_text("自己选一个文件").first.click()
    chooser.value.set_files(path)
    saved(blank)
    expect(blank.locator(".nj-card .nj-name")).to_contain_text(path.name)


def on_the_phone(folder: Path, asked: Asked, one: Any, learner: str) -> Path:
    """The learner's own good clip of what a blank asks for, under the name that her phone gave it."""
    path = folder / learner / phone_name(asked.question.key, one.key)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(own(kept(good_for(one.clip_kind, one.move)), learner))
    return path


def move(watched: Watched, asked: Asked, learner: str) -> None:
    """Moves a simulator as a person does: tries it; with a challenge, meets it, then stands where asked."""
    simulator = watched.page.locator(f'.nj-simulator[aria-label="{asked.question.title}"]')
    simulator.scroll_into_view_if_needed()
    rule = asked.rules.get(BEST)
    if rule is None:
        simulator.get_by_role("radio").last.check()
        simulator.get_by_role("button", name="加一格").last.click()
        simulator.get_by_role("slider").first.press("ArrowRight")
    else:
        variant = asked.question.variant_for(learner)
        stand(simulator, rule.simulation, rule.example(variant))
        expect(simulator.locator(".nj-stars")).to_contain_text("★★★")
        stand(simulator, rule.simulation, variant.numbers)
    saved(simulator.locator(".nj-kept"))


def stand(simulator: Locator, simulation: Any, values: dict[str, Any]) -> None:
    """Puts each control that is named where it should stand, sliders by keyboard."""
    for control in simulation.controls:
        if control.key not in values:
            continue
        value = values[control.key]
        if hasattr(control, "options"):
            simulator.get_by_role("radio", name=dict(control.options)[value], exact=True).check()
            continue
        slider = simulator.get_by_label(control.label, exact=True)
        steps = round((value - control.low) / control.step) - int(slider.input_value())
        for _ in range(abs(steps)):
            slider.press("ArrowRight" if steps > 0 else "ArrowLeft")


def saved(blank: Locator) -> None:
    """Waits until the field says that it is saved, and says what was read."""
    said = blank.locator(".nj-say").filter(has_text=re.compile(r"已保存 \d\d:\d\d"))
    said.first.wait_for(timeout=WAIT_MS)


@pytest.fixture(scope="session")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Watched, Asked, str], None]:
    """Fills every field of one form with right answers, and presses its button if it has one."""
    phones = tmp_path_factory.mktemp("phones")

    def fill_form(watched: Watched, asked: Asked, learner: str) -> None:
        if any(one.kind == "setting" for one in asked.question.fields):
            move(watched, asked, learner)
        for one in asked.wanted:
            if one.kind == "setting":
                continue
            if one.kind == "clip":
                choose(watched, asked, one, on_the_phone(phones, asked, one, learner))
                continue
            variant = asked.question.variant_for(learner)
            fill(watched, asked, one.filled(variant.fill), asked.answer(one, learner))
        foot = watched.form(asked.question.key).locator(".nj-foot")
        if asked.role == "practice":
            foot.get_by_role("button").click()
            foot.get_by_text("做完了").wait_for()
        if asked.role == "predict":
            foot.get_by_role("button").click()
            foot.get_by_text("定了").wait_for()

    return fill_form
