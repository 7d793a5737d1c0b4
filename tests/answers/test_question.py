"""A question while nbgrader runs: stored answers shown, missing ones named, marks that never raise."""

import sys
import warnings

import pytest

from nongju import form
from nongju.answers import session
from nongju.answers.judging import MARKING_BROKE
from nongju.answers.recording import examining
from nongju.answers.schema import Query
from nongju.answers.web.exchange import Exchange
from nongju.answers.web.worksheet import Unanswered
from nongju.marking import MARK_MIME

from .conftest import cost


def right(question, learner="wang-li"):
    s = question.variant_for(learner)
    profit = s.price - cost(s)
    return {
        "cost": f"{cost(s):.2f}块",
        "profit": f"{'赚' if profit > 0 else '亏'}{abs(profit):.2f}",
        "open": "no",
    }


@pytest.fixture
def grading(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")


def test_the_right_answers_earn_all_points_as_one_builtin_float(question, rules, fill, shown, grading):
    fill(**right(question))
    points = question.mark(*rules)
    assert (type(points), points) == (float, 6.0)
    assert shown[0][MARK_MIME]["verdict"] == "learned"
    assert shown[0][MARK_MIME]["learner"] == "wang-li"


def test_a_misconception_is_named(question, rules, fill, shown, grading):
    s = question.variant_for("wang-li")
    fill(cost=str(2 * (s.pork + s.extra) + s.pack))
    assert question.mark(*rules) == 0.0
    part = shown[0][MARK_MIME]["parts"][0]
    assert part["misconception"]["id"] == "yield_forgotten"


def test_a_blank_hand_in_scores_nothing_and_needs_nobody(question, rules, folder, shown, grading):
    assert question.mark(*rules) == 0.0
    assert shown[0][MARK_MIME]["verdict"] == "blank"
    assert shown[0][MARK_MIME]["needs_person"] is False


def test_numbers_are_read_again_from_what_was_typed_never_from_the_echo(
    question, rules, folder, shown, grading
):
    session.AnswerStore.open(folder, "pricing-margin").put("p1.cost", "number", "999", echo="69.16 元")
    question.mark(*rules)
    assert shown[0][MARK_MIME]["parts"][0]["answer"] == "999 元"


def test_a_kind_that_does_not_fit_the_field_is_no_answer(question, folder, grading):
    session.AnswerStore.open(folder, "pricing-margin").put("p1.cost", "text", "69.16")
    assert question.readings(session.current("pricing-margin"))[0][1].blank


@pytest.mark.parametrize("broken", ["formula", "field", "scene"])
def test_marking_that_breaks_scores_zero_and_says_so_to_a_person(
    question, rules, fill, shown, grading, capsys, monkeypatch, broken
):
    fill(**right(question))
    if broken == "formula":
        rules = [form.rule_number("cost", points=2, key=lambda s: 1 / 0, why="x")]
    elif broken == "field":
        rules = [form.rule_number("floor", points=2, key=1, why="x")]
    else:
        monkeypatch.setattr(question, "variant_for", lambda _: 1 / 0)
    assert question.mark(*rules) == 0.0
    told = shown[0][MARK_MIME]
    assert (told["needs_person"], MARKING_BROKE in told["notes"]) == (True, True)
    assert {part["verdict"] for part in told["parts"]} == {"teacher"}
    assert capsys.readouterr() == ("", "")


def test_one_broken_part_does_not_take_the_points_of_the_others(question, rules, fill, shown, grading):
    fill(**right(question))
    broken = form.rule_choice("open", points=2, key=lambda s: 1 / 0, why="x")
    assert question.mark(*rules[:2], broken) == 4.0
    assert shown[0][MARK_MIME]["needs_person"] is True


def test_warnings_and_prints_of_a_key_never_reach_the_cell(question, fill, shown, grading, capsys):
    def noisy(s):
        sys.stderr.write("x")
        warnings.warn("noise", stacklevel=1)
        return cost(s)

    fill(**right(question))
    assert question.mark(form.rule_number("cost", points=2, within=0.05, key=noisy, why="x")) == 2.0
    assert capsys.readouterr() == ("", "")


def test_validate_names_what_is_missing_in_one_chinese_sentence(question, fill, shown, monkeypatch):
    fill(cost="十块")
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(Unanswered) as caught:
        question.answered()
    price = question.variant_for("wang-li").price
    sentence = f"「第 1 题 开不开」还没写完，还差：② 卖 {price} 元，赚还是亏几元；③ 这个价开不开。"
    assert str(caught.value) == sentence
    assert caught.value._render_traceback_() == [sentence]
    assert "10 元" in shown[0]["text/html"]


@pytest.fixture
def question_of_two():
    pieces = [form.number(key, f"第 {key} 个", unit="个") for key in ("a", "b", "c")]
    return form.question("pricing-margin/p1", text="选两个填。", fields=pieces, title="选两个", enough=2)


def test_where_two_are_enough_any_two_are_a_whole_answer(question_of_two, folder, shown, monkeypatch):
    store = session.AnswerStore.open(folder, "pricing-margin")
    store.put("p1.b", "number", "3")
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(Unanswered, match="「选两个」还没写完，要 2 样。还可以选：第 a 个；第 c 个。"):
        question_of_two.answered()
    assert shown[-1]["text/html"].count("还没写") == 2
    store.put("p1.c", "number", "5")
    question_of_two.answered()
    assert "还没写" not in shown[-1]["text/html"]
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    rules = [form.rule_number(key, points=2, within=0.1, key=3, why="三个。") for key in ("a", "b", "c")]
    assert question_of_two.mark(*rules) == 2.0
    assert shown[-1][MARK_MIME]["max_points"] == 4.0


@pytest.mark.parametrize("enough", [0, 2, 3])
def test_enough_leaves_a_choice(enough):
    pieces = [form.number(key, "几个？", unit="个") for key in ("a", "b")]
    with pytest.raises(ValueError, match="enough is from 1 to 1"):
        form.question("pricing-margin/p1", text="填。", fields=pieces, enough=enough)


def test_validate_names_an_answer_that_cannot_be_read(question, fill, shown, monkeypatch):
    fill(**{**right(question), "cost": "百把块"})
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(Unanswered, match="一单本钱几元"):
        question.answered()


@pytest.fixture
def typed_after_a_right_answer(question, fill, folder, rules):
    """Right answers, and then a number that cannot be read in place of the first."""
    fill(**right(question))
    exchange = Exchange(question, session.current("pricing-margin"), "answer")
    exchange.handle({"type": "save", "seq": 1, "field": "cost", "raw": "七十来块"})
    session._sessions.clear()


def test_an_older_answer_is_never_marked_as_what_was_typed_last(
    question, rules, typed_after_a_right_answer, shown, grading
):
    assert question.mark(*rules) == 4.0
    told = shown[0][MARK_MIME]
    part = told["parts"][0]
    assert (part["verdict"], part["points"], part["answer"]) == ("teacher", 0.0, "「七十来块」（没读懂）")
    assert told["needs_person"] is True
    spent = f"{cost(question.variant_for('wang-li')):.2f}".rstrip("0").rstrip(".")
    assert f"① 一单本钱几元？ 差不多是多少？写一个数。之前读到过：{spent} 元。没有按它算。" in told["notes"]


def test_graders_see_what_was_typed_and_that_it_could_not_be_read(
    question, typed_after_a_right_answer, shown, grading
):
    question.show()
    question.answered()
    for bundle in shown:
        assert "「七十来块」（还没读懂） 差不多是多少？写一个数。之前读到过：" in bundle["text/html"]


def test_a_table_with_a_cell_that_cannot_be_read_is_marked_by_the_others_and_goes_to_a_person(
    folder, shown, grading
):
    columns = [form.column("n", "几斤", kind="number", unit="斤"), form.column("note", "备注")]
    table = form.table("rows", "表", columns=columns, rows=["甲", "乙"])
    question = form.question("pricing-margin/p1", text="写。", fields=[table])
    rule = form.rule_table("rows", points=2, within=0.1, key=[{"n": 1}, {"n": 2}], why="一和二。")
    store = session.AnswerStore.open(folder, "pricing-margin")
    store.put("p1.rows", "table", [{"n": "一斤", "note": ""}, {"n": "两三斤", "note": ""}])
    assert question.mark(rule) == 1.0
    told = shown[0][MARK_MIME]
    assert told["needs_person"] is True
    assert told["parts"][0]["answer"] == "甲 1 斤；乙 「两三斤」（还没读懂）"
    assert "表 第 2 行（乙）「几斤」：是两斤还是三斤？写一个数。" in told["notes"]


def test_a_cell_that_no_mark_hangs_on_asks_for_nobody(folder, shown, grading):
    columns = [form.column("n", "几斤", kind="number", unit="斤"), form.column("say", "几块", kind="number")]
    table = form.table("rows", "表", columns=columns, rows=["甲"])
    question = form.question("pricing-margin/p1", text="写。", fields=[table])
    store = session.AnswerStore.open(folder, "pricing-margin")
    store.put("p1.rows", "table", [{"n": "一斤", "say": "几块"}])
    assert question.mark(form.rule_table("rows", points=2, key=[{"n": 1}], why="一。")) == 2.0
    assert shown[0][MARK_MIME]["needs_person"] is False


def test_what_is_unread_in_part_is_named_before_it_is_handed_in(folder, shown, monkeypatch):
    columns = [form.column("n", "几斤", kind="number", unit="斤")]
    table = form.table("rows", "装几斤", columns=columns, rows=["甲", "乙"])
    fields = [table, form.number("yuan", "几元？", unit="元"), form.text("why", "为什么？")]
    question = form.question("pricing-margin/p1", text="写。", fields=fields, title="装箱")
    store = session.AnswerStore.open(folder, "pricing-margin")
    store.put("p1.rows", "table", [{"n": "一斤"}, {"n": "两三斤"}])
    store.put("p1.yuan", "number", "几块")
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(Unanswered) as caught:
        question.answered()
    assert str(caught.value) == "「装箱」还没写完，还差：为什么。这几处写了，还没读懂：装几斤；几元「几块」。"


def test_grading_never_stops_at_a_missing_answer(question, folder, shown, grading):
    question.answered()
    assert shown[0]["text/html"].count("还没写") == 3


def test_a_form_under_nbgrader_is_escaped_and_inert(folder, shown, grading):
    nasty = "<script>alert(1)</script> $x^2$ <img src=x onerror=alert(1)>"
    q = form.question(
        "pricing-margin/p1", text="写。", fields=[form.text("reason", "为什么？", max_chars=20_000)]
    )
    answers = session.AnswerStore.open(folder, "pricing-margin")
    answers.put("p1.reason", "text", nasty + "长" * 12_000)
    q.show()
    html = shown[0]["text/html"]
    assert "<script" not in html and "<img" not in html
    assert "&lt;script&gt;" in html and "mathjax_ignore" in html
    assert 10_000 < len(html) < 11_500 and "后面还有" in html


def test_examining_records_rules_and_shows_nothing(question, rules, folder, shown):
    with examining() as seen:
        question.show()
        question.answered()
        question.predict()
        question.practice(*rules)
        question.sheet()
        form.recall("guess.pick")
        assert question.mark(*rules) == 0.0
    assert seen == [(question, rules)]
    assert shown == []


def test_the_same_learner_draws_the_same_everywhere_and_the_sample_is_the_first(question):
    assert question.variant_for("wang-li") == question.variant_for("wang-li")
    assert question.variant_for(None) == question.variant_for("")
    assert question.variant_for(None).name == "腊肉"
    assert {question.variant_for(f"x{n}").name for n in range(40)} == {"腊肉", "香肠", "腊排"}


@pytest.mark.parametrize(
    "make",
    [
        lambda: form.question("p1", text="x", fields=[form.number("a", "几？")]),
        lambda: form.question("w/p1", text="x", fields=[]),
        lambda: form.question("w/p1", text="x", fields=[form.number("a", "几？"), form.number("a", "几？")]),
        lambda: form.question(
            "w/p1", text="x", scenes=[form.scene("a", "x")], fields=[form.number("a", "几？")]
        ),
        lambda: form.question("w/p1", scenes=[form.scene("a", "x")] * 2, fields=[form.number("a", "几？")]),
    ],
)
def test_a_definition_that_cannot_work_is_refused(make):
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_a_prediction_is_recalled_in_words(folder, shown, grading):
    session.AnswerStore.open(folder, "pricing-margin").put("guess.pick", "choice", "loss", echo="亏")
    form.recall("guess.pick")
    assert "你一开始猜的是：" in shown[0]["text/html"] and "亏" in shown[0]["text/html"]


def test_what_is_recalled_unread_is_said_to_be_unread(folder, shown, grading):
    query = Query("差不多是多少？写一个数。", last="12", echo="12 元")
    session.AnswerStore.open(folder, "pricing-margin").put("guess.cost", "number", "十来块", query=query)
    form.recall("guess.cost")
    assert "「十来块」（还没读懂）" in shown[0]["text/html"] and "12 元" not in shown[0]["text/html"]
