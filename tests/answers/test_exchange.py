"""What the browser is answered: acknowledged with time and echo, or a sentence while the last value stays."""

import json
import re

import pytest

from nongju import form
from nongju.answers import session
from nongju.answers.web.exchange import LOCKED, SHEET_BROKE, SHEET_WAITS, Exchange

WEEK = "pricing-margin"


def talk(question, role="answer", rules=(), respond=None):
    return Exchange(question, session.current(WEEK), role, rules, respond)


def save(exchange, field, raw, seq=1):
    return exchange.handle({"type": "save", "seq": seq, "field": field, "raw": raw})


def test_a_save_is_acknowledged_with_time_and_echo(question, folder):
    reply = save(talk(question), "cost", "三块五", seq=7)
    assert (reply["seq"], reply["echo"], reply["problem"]) == (7, "3.5 元", "")
    assert len(reply["clock"]) == 5 and reply["clock"][2] == ":"
    assert (
        json.loads((folder / "answers.json").read_text(encoding="utf-8"))["answers"]["p1.cost"]["raw"]
        == "三块五"
    )


def test_what_cannot_be_read_is_kept_as_typed_with_its_sentence_and_the_last_good_value(question, folder):
    exchange = talk(question)
    save(exchange, "cost", "12")
    for typed in ("十来", "十来块"):
        reply = save(exchange, "cost", typed)
        assert (reply["problem"], reply["keptEcho"]) == ("差不多是多少？写一个数。", "12 元")
        assert reply["kept"] == "typed"
    entry = exchange.session.store.get("p1.cost")
    assert (entry.raw, entry.echo) == ("十来块", "")
    query = entry.query
    assert (query.ask, query.last, query.echo) == ("差不多是多少？写一个数。", "12", "12 元")
    assert query.label == "第 1 题 开不开 ① 一单本钱几元"


def test_what_could_not_be_read_comes_back_after_a_reload_with_its_sentence(question, folder):
    save(talk(question), "cost", "12")
    save(talk(question), "cost", "十来块")
    session._sessions.clear()
    stands = talk(question).state()["answers"]["cost"]
    assert (stands["raw"], stands["problem"]) == ("十来块", "差不多是多少？写一个数。")
    assert (stands["keptEcho"], stands["kept"], stands["echo"]) == ("12 元", "typed", "")


def test_what_can_be_read_again_ends_the_query(question, folder):
    exchange = talk(question)
    save(exchange, "cost", "十来块")
    assert exchange.session.store.get("p1.cost").query.last is None
    reply = save(exchange, "cost", "12块")
    assert (reply["kept"], reply["keptEcho"]) == ("", "12 元")
    assert exchange.session.store.get("p1.cost").query is None


@pytest.mark.parametrize(
    ("make", "raw"),
    [
        (lambda: form.number("x", "几元？", unit="元"), "三五块"),
        (lambda: form.gain("x", "赚还是亏？"), "1.5"),
        (lambda: form.gain("x", "赚还是亏？"), "亏"),
        (lambda: form.text("x", "为什么？", max_chars=3), "写得太长了"),
        (lambda: form.choice("x", "哪个？", {"a": "甲", "b": "乙"}), "c"),
        (lambda: form.choices("x", "哪几个？", {"a": "甲", "b": "乙"}), ["a", "c"]),
        (
            lambda: form.table(
                "x", "表", columns=[form.column("n", "数", kind="number"), form.column("t", "字")]
            ),
            [{"n": "几个", "t": "盐"}, {"n": "3", "t": ""}],
        ),
        (lambda: form.table("x", "表", columns=[form.column("n", "数", kind="number")]), [{"n": "几个"}]),
    ],
)
def test_every_kind_of_answer_that_cannot_be_read_is_kept_as_it_is(folder, make, raw):
    question = form.question(f"{WEEK}/p1", text="写。", fields=[make()])
    reply = save(talk(question), "x", raw)
    assert reply["problem"]
    session._sessions.clear()
    stands = talk(question).state()["answers"]["x"]
    assert (stands["raw"], stands["problem"], stands["kept"]) == (raw, reply["problem"], "typed")


def test_an_emptied_field_is_empty_when_opened_again(question, folder):
    exchange = talk(question)
    save(exchange, "cost", "12")
    assert save(exchange, "cost", " ")["blank"]
    assert "cost" not in exchange.state()["answers"]


def test_a_mobile_number_is_written_nowhere(folder):
    question = form.question(f"{WEEK}/p1", text="写。", fields=[form.text("reason", "为什么？")])
    exchange = talk(question)
    assert "手机号" in save(exchange, "reason", "打 13800138000")["problem"]
    assert "13800138000" not in (folder / "answers.json").read_text(encoding="utf-8")
    assert "13800138000" not in str(exchange.state())


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (form.text("x", "为什么？"), ["问王姐", "打 1380013800", "打 13800138000"], "打 "),
        (form.number("x", "几元？", unit="元"), ["1380013800", "13800138000"], ""),
        (form.gain("x", "赚还是亏？"), ["亏13800138000"], ""),
        (form.text("x", "为什么？"), ["问王姐", "问王姐 500101199003070011"], "问王姐"),
    ],
)
def test_nothing_of_a_private_number_is_kept_not_even_its_beginning(folder, field, typed, kept):
    question = form.question(f"{WEEK}/p1", text="写。", fields=[field])
    exchange = talk(question)
    for raw in typed:
        reply = save(exchange, "x", raw)
    assert "号" in reply["problem"] and reply["kept"] == "refused"
    text = (folder / "answers.json").read_text(encoding="utf-8")
    assert not re.search(r"\d{7}", re.sub(r'"saved": ".*?"', "", text))
    session._sessions.clear()
    stands = talk(question).state()["answers"]["x"]
    assert (stands["raw"], stands["problem"]) == (kept, reply["problem"])
    assert question.readings(session.current(WEEK))[0][1].value is None


@pytest.mark.parametrize(
    "message",
    [None, "x", {}, {"type": "save"}, {"type": "x", "seq": 1}, {"type": "check", "seq": 1}, {"seq": "1"}],
)
def test_what_is_no_message_of_ours_gets_no_answer(question, folder, message):
    assert talk(question).handle(message) is None


@pytest.mark.parametrize("raw", [None, 3, ["x"], {"a": 1}])
@pytest.mark.parametrize("field", ["cost", "profit", "open"])
def test_a_raw_value_of_a_wrong_kind_stores_nothing(question, folder, field, raw):
    exchange = talk(question)
    assert save(exchange, field, raw)["type"] == "saved"
    assert exchange.session.store.get(f"p1.{field}") is None


def test_a_folder_that_takes_no_writes_is_refused_in_words(question, folder, monkeypatch):
    exchange = talk(question)
    (folder / "answers.json").write_text('{"format": "nongju-answers", "version": 9}')
    reply = save(exchange, "cost", "3")
    assert reply["type"] == "refused" and "新版本" in reply["problem"]


# ---- prediction ----


@pytest.fixture
def guess():
    return form.question(
        f"{WEEK}/guess", text="猜。", fields=[form.choice("pick", "你猜？", {"a": "赚", "b": "亏"})]
    )


def test_a_prediction_locks_once_it_is_complete_and_stays(guess, folder):
    exchange = talk(guess, "predict")
    lock = {"type": "lock", "seq": 2}
    assert exchange.handle(lock)["locked"] is False
    save(exchange, "pick", "b")
    assert exchange.handle(lock)["locked"] is True
    reply = save(exchange, "pick", "a")
    assert (reply["problem"], reply["keptEcho"]) == (LOCKED, "亏")
    session._sessions.clear()
    again = talk(guess, "predict")
    assert again.state()["locked"] is True
    assert again.state()["answers"]["pick"]["raw"] == "b"


# ---- practice ----


@pytest.fixture
def practice(question, rules, folder):
    exchange = talk(question, "practice", rules)
    for field, raw in (("cost", "1"), ("profit", "亏9"), ("open", "no")):
        save(exchange, field, raw)
    return exchange


CHECK = {"type": "check", "seq": 5}


def test_a_blank_or_unreadable_field_costs_no_try(practice):
    save(practice, "cost", "百把块")
    reply = practice.handle(CHECK)
    assert "一单本钱几元" in reply["problem"]
    assert reply["used"] == 0


def test_an_unreadable_field_costs_no_try_after_a_reload_either(practice, question, rules):
    save(practice, "cost", "百把块")
    session._sessions.clear()
    reply = talk(question, "practice", rules).handle(CHECK)
    assert ("一单本钱几元" in reply["problem"], reply["used"]) == (True, 0)


def test_a_table_with_an_unreadable_cell_costs_no_try(folder):
    table = form.table("rows", "表", columns=[form.column("n", "数", kind="number")], rows=["甲", "乙"])
    question = form.question(f"{WEEK}/p1", text="写。", fields=[table])
    rule = form.rule_table("rows", points=2, key=[{"n": 1}, {"n": 2}], why="一和二。")
    exchange = talk(question, "practice", [rule])
    assert save(exchange, "rows", [{"n": "1"}, {"n": "几个"}])["cells"] == ((1, "n"),)
    assert exchange.handle(CHECK)["used"] == 0
    save(exchange, "rows", [{"n": "1"}, {"n": "2"}])
    assert exchange.handle(CHECK)["done"] is True


def test_the_worked_answer_comes_with_the_third_try_and_not_before(practice):
    said = []
    for _ in range(3):
        reply = practice.handle(CHECK)
        said.append((reply["used"], reply["done"], "一单本钱" in str(reply["parts"])))
    assert said == [(1, False, False), (2, False, False), (3, True, True)]
    assert practice.handle(CHECK)["used"] == 3


def test_a_known_misconception_is_told_as_a_rule_of_thumb_at_once(practice):
    s = practice.variant
    save(practice, "cost", str(2 * (s.pork + s.extra) + s.pack))
    part = practice.handle(CHECK)["parts"][0]
    assert part["verdict"] == "again"
    assert part["texts"] == ["很多人第一次都这样。用除，不用乘。"]


def test_tries_are_stored_so_that_a_reload_gives_no_new_ones(practice, question, rules):
    practice.handle(CHECK)
    session._sessions.clear()
    assert talk(question, "practice", rules).state()["used"] == 1


# ---- sheet ----


def test_a_sheet_answers_every_change_and_escapes_what_was_typed(folder):
    q = form.question(
        f"{WEEK}/own",
        text="写。",
        fields=[form.text("name", "卖什么？"), form.number("yuan", "几元？", unit="元")],
    )
    exchange = talk(q, "sheet", respond=lambda v: form.lines([f"{v['name']}卖 {v['yuan'] + 1:g} 元"]))
    assert exchange.state()["lines"] == f"<p>{SHEET_WAITS}</p>"
    save(exchange, "name", "<b>腊肉</b>")
    assert save(exchange, "yuan", "三块五")["lines"] == "<p>&lt;b&gt;腊肉&lt;/b&gt;卖 4.5 元</p>"


def test_a_sheet_reckons_with_no_older_number_than_the_one_that_stands_there(folder):
    q = form.question(f"{WEEK}/own", text="写。", fields=[form.number("yuan", "几元？", unit="元")])
    exchange = talk(q, "sheet", respond=lambda v: f"{v['yuan'] * 2:g}")
    assert save(exchange, "yuan", "3")["lines"] == "6"
    assert save(exchange, "yuan", "三五块")["lines"] == f"<p>{SHEET_WAITS}</p>"


def test_a_sheet_that_returns_plain_text_is_escaped_too(folder):
    q = form.question(f"{WEEK}/own", text="写。", fields=[form.text("name", "卖什么？")])
    exchange = talk(q, "sheet", respond=lambda v: f"<b>{v['name']}</b>")
    assert save(exchange, "name", "x")["lines"] == "&lt;b&gt;x&lt;/b&gt;"


def test_a_sheet_whose_formula_breaks_calls_for_the_teacher(folder):
    q = form.question(f"{WEEK}/own", text="写。", fields=[form.number("yuan", "几元？")])
    exchange = talk(q, "sheet", respond=lambda v: 1 / 0)
    assert save(exchange, "yuan", "3")["lines"] == f"<p>{SHEET_BROKE}</p>"
