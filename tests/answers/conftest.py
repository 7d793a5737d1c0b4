"""A small question, and a folder with somebody sitting at it."""

from pathlib import Path

import pytest

from nongju import form
from nongju.answers import session
from nongju.answers.store import AnswerStore

WEEK = "pricing-margin"


def cost(s):
    return 2 * (s.pork / (s.out / 10) + s.extra) + s.pack


RULES = (
    form.rule_number(
        "cost",
        points=2,
        within=0.05,
        key=cost,
        why="一单本钱 {key_said}。",
        wrong=[
            form.wrong(
                "yield_forgotten", "忘了缩水", lambda s: 2 * (s.pork + s.extra) + s.pack, "用除，不用乘。"
            )
        ],
    ),
    form.rule_number("profit", points=2, within=0.05, key=lambda s: s.price - cost(s), why="{key_said}"),
    form.rule_choice("open", points=2, key="no", why="亏钱不开。"),
)


def make_question():
    numbers = {"pork": [13, 13.5, 14], "out": [6.0, 6.5], "extra": 5, "pack": 14, "price": [59, 62]}
    return form.question(
        f"{WEEK}/p1",
        scenes=[form.scene(name, "鲜肉 {pork} 元一斤。", **numbers) for name in ("腊肉", "香肠", "腊排")],
        fields=[
            form.number("cost", "① 一单本钱几元？", unit="元"),
            form.gain("profit", "② 卖 {price} 元，赚还是亏几元？"),
            form.choice("open", "③ 这个价开不开？", {"yes": "开", "no": "不开"}),
        ],
        title="第 1 题 开不开",
    )


@pytest.fixture
def question():
    return make_question()


@pytest.fixture
def rules():
    return RULES


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A learner's folder for the week, in a worksheet; Wang Li sits there."""
    place = tmp_path / "autograded" / "wang-li" / WEEK
    place.mkdir(parents=True)
    monkeypatch.chdir(place)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    AnswerStore.open(place, WEEK).sit_down("wang-li")
    return place


@pytest.fixture
def fill(folder, question):
    """Call with field=raw to store answers as the worksheet would."""

    def put(**raw):
        answers = AnswerStore.open(Path(folder), WEEK)
        for field in question.fields:
            if field.key in raw:
                answers.put(f"p1.{field.key}", field.kind, raw[field.key])

    return put


@pytest.fixture
def shown(monkeypatch):
    """What cells display, as MIME bundles."""
    bundles = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, **_: bundles.append(bundle))
    return bundles


@pytest.fixture(autouse=True)
def no_session_left_over():
    """Sessions are kept for the life of a kernel; each test is a kernel of its own."""
    session._sessions.clear()
    yield
    session._sessions.clear()
    session._listeners.clear()
