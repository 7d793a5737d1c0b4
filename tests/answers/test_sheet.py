"""The sheet as a whole: what must be done, how far one is, what is missing, in one line a question."""

import json

import pytest

from nongju import form, simulators
from nongju.answers import session
from nongju.answers.recap import recap
from nongju.answers.sheet import Sheet, part_of
from nongju.answers.store import AnswerStore

WEEK = "pricing-margin"
CHOICE = {"yes": "开", "no": "不开"}


def asked(key, title, **more):
    fields = [form.number("cost", "① 本钱几元？", unit="元"), form.choice("open", "② 开不开？", CHOICE)]
    return form.question(f"{WEEK}/{key}", text="题。", title=title, fields=fields, **more)


def put(key, kind, raw):
    session.current(WEEK).store.put(key, kind, raw)


def test_a_recap_is_one_line_that_says_what_is_left(folder, question):
    sitting = session.current(WEEK)
    assert recap(question, sitting) == "还差 ①、②、③"
    put("p1.cost", "number", "12")
    put("p1.profit", "gain", "赚几块")
    assert recap(question, sitting) == "还差 ③；② 没读懂"
    put("p1.profit", "gain", "赚3")
    put("p1.open", "choice", "no")
    assert recap(question, sitting) == "都写好了"


def test_a_text_that_stands_on_the_page_and_cannot_be_read_is_said(folder, question):
    from nongju.answers.web.exchange import Exchange

    sitting = session.current(WEEK)
    exchange = Exchange(question, sitting, "answer")
    exchange.handle({"type": "save", "seq": 1, "field": "cost", "raw": "猪肉"})
    assert "① 没读懂" in recap(question, sitting)
    exchange.handle({"type": "save", "seq": 2, "field": "cost", "raw": "12"})
    assert "没读懂" not in recap(question, sitting)


def test_where_a_few_are_enough_the_others_are_not_missing(folder):
    q = form.question(
        f"{WEEK}/moves",
        text="交两样。",
        enough=2,
        fields=[form.number(key, f"{key} 几元？", unit="元") for key in ("push", "pull", "pan")],
    )
    sitting = session.current(WEEK)
    assert recap(q, sitting) == "还差 2 样"
    put("moves.push", "number", "1")
    assert recap(q, sitting) == "还差 1 样"
    put("moves.pan", "number", "1")
    assert recap(q, sitting) == "都写好了"


def test_a_label_without_a_sign_is_named_by_its_first_words(folder):
    q = form.question(f"{WEEK}/own", text="写。", fields=[form.text("why", "为什么不开？说一句。")])
    assert recap(q, session.current(WEEK)) == "还差 「为什么不开」"


@pytest.mark.parametrize(
    ("title", "more", "part"),
    [
        ("第 1 题 开不开？", {}, "must"),
        ("第 6 题 开不开？", {"extra": True}, "extra"),
        ("第 6 题（加练）开不开？", {}, "extra"),
        ("", {}, "must"),
        ("我的题", {}, "must"),
    ],
)
def test_what_must_be_done_comes_from_the_question(title, more, part):
    assert part_of(asked("p1", title, **more)) == part


def test_files_and_challenges_count_apart_unless_the_title_numbers_them():
    clips = form.question(f"{WEEK}/shot", text="拍。", fields=[form.clip("clip", "交上来")], title="第一条")
    assert part_of(clips) == "other"
    one = simulators.question(f"{WEEK}/w", simulators.PRICE_WATERFALL, title="挑战 价格瀑布")
    two = simulators.question(f"{WEEK}/w", simulators.PRICE_WATERFALL, title="第 2 题 照着拍")
    assert (part_of(one), part_of(two)) == ("other", "must")


def test_the_sheet_counts_what_is_done_and_names_what_is_missing(folder):
    sheet = Sheet(session.current(WEEK))
    questions = {
        "p1": asked("p1", "第 1 题 甲？"),
        "p2": asked("p2", "第 2 题 乙"),
        "p6": asked("p6", "第 6 题 丙", extra=True),
        "try": asked("try", "练 1"),
        "guess": asked("guess", "先猜"),
    }
    for key, question in questions.items():
        sheet.shows(question, {"try": "practice", "guess": "predict"}.get(key, "answer"))
        if key != "try":
            sheet.marks(question)
    assert sheet.progress() == ["必做 2 题，做了 0 题", "加练 1 题，做了 0 题"]
    put("p1.cost", "number", "12")
    put("p2.cost", "number", "12")
    put("p2.open", "choice", "no")
    assert sheet.progress()[0] == "必做 2 题，做了 1 题"
    assert sheet.missing() == {"must": ["第 1 题 甲：还差 ②"], "extra": ["第 6 题 丙：还没写"], "other": []}


def test_nobody_answers_before_it_is_said_who_sits_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    sitting = session.current(WEEK)
    assert sitting.closed == session.SEAT_FIRST
    assert Sheet(sitting).state() == {
        "who": "",
        "closed": session.SEAT_FIRST,
        "progress": [],
        "fresh": True,
    }
    sitting.sit("Wang-Li")
    assert (sitting.learner, sitting.seed, sitting.closed) == ("wang-li", "wang-li", "")
    assert json.loads((tmp_path / "answers.json").read_text("utf-8"))["learner"] == "wang-li"
    assert AnswerStore.open(tmp_path, WEEK).learner == "wang-li"
