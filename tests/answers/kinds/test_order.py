"""Steps put in order: read, said back, and begun in an order that is never the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju import form
from nongju.answers import session
from nongju.answers.kinds.order import OTHER_STEPS, OrderField
from nongju.marking import MARK_MIME

WEEK = "pricing-margin"
STEPS = {"smoke": "熏", "pick": "选肉", "dry": "晾", "salt": "腌"}
RIGHT = ("pick", "salt", "smoke", "dry")
FIELD = form.order("steps", "先做哪样？", STEPS)


def test_an_order_is_read_and_said_back_step_by_step():
    read = FIELD.reading(list(RIGHT))
    assert (read.value, read.echo) == (RIGHT, "1. 选肉；2. 腌；3. 熏；4. 晾")


@pytest.mark.parametrize("raw", [None, [], "smoke", {}, 3, [3]])
def test_what_was_not_touched_is_blank(raw):
    assert FIELD.reading(raw).blank


@pytest.mark.parametrize(
    "raw", [["pick", "salt"], [*RIGHT[:3], "smoke"], [*RIGHT[:3], "wash"], [*RIGHT, "pick"]]
)
def test_other_steps_than_those_of_today_are_asked_about(raw):
    read = FIELD.reading(raw)
    assert (read.value, read.problem) == (None, OTHER_STEPS)
    assert read.typed.startswith("选肉、腌")


def starts_of(field, learners):
    question = form.question(f"{WEEK}/p1", text="排。", fields=[field])
    return {learner: question.field_for("steps", question.variant_for(learner), learner).spec(str)["start"]
            for learner in learners}  # fmt: skip


def test_a_learner_finds_the_same_start_on_every_machine_and_others_find_others():
    learners = [f"x{n}" for n in range(60)]
    first = starts_of(FIELD, learners)
    assert first == starts_of(OrderField("steps", "先做哪样？", dict(reversed(STEPS.items()))), learners)
    assert len({tuple(start) for start in first.values()}) == len(FIELD.starts()) == 12
    assert starts_of(FIELD, [""]) == {"": list(FIELD.starts()[0])}


@given(st.integers(3, 8), st.integers(0, 50))
def test_starts_are_few_different_orders_of_all_steps(count, shuffle):
    options = {f"s{n}": f"第{n}" for n in range(count)}
    starts = form.order("x", "先后？", options, shuffle=shuffle).starts()
    assert len(set(starts)) == len(starts) == (3 if count == 3 else 12)
    assert all(sorted(start) == sorted(options) for start in starts)


def test_a_field_that_begins_with_the_right_order_is_unfit_and_told_of_another_shuffle():
    start = FIELD.starts()[3]
    said = FIELD.unfit(start)
    assert said.startswith(f"a form begins with the right order {', '.join(start)}; give the field shuffle=")
    other = form.order("steps", "先做哪样？", STEPS, shuffle=int(said.rpartition("=")[2]))
    assert other.unfit(start) == ""
    assert "other steps" not in FIELD.unfit(("pick", "salt"))
    assert FIELD.unfit(("pick", "salt")) == "pick, salt are not the steps smoke, pick, dry, salt"


def test_steps_that_are_written_down_in_their_right_order_are_unfit():
    assert "a release shows" in FIELD.unfit(tuple(STEPS))


@pytest.mark.parametrize("count", [2, 9])
def test_too_few_or_too_many_steps_are_refused(count):
    with pytest.raises(ValueError, match="3 to 8 steps"):
        form.order("x", "先后？", {f"s{n}": f"第{n}" for n in range(count)})


RULE = form.rule_order(
    "steps",
    points=3,
    key=RIGHT,
    why="先腌后熏。",
    wrong=[form.wrong("smoke_first", "先熏后腌", ("smoke", "salt"), "盐要先进去。")],
)


@pytest.fixture
def question():
    return form.question(f"{WEEK}/p1", text="做一块腊肉。", fields=[FIELD], title="第 1 题")


def test_graders_see_the_steps_and_the_mark_names_the_misconception(question, folder, shown, monkeypatch):
    store = session.AnswerStore.open(folder, WEEK)
    store.put("p1.steps", "order", ["pick", "smoke", "salt", "dry"])
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    question.show()
    question.answered()
    for bundle in shown:
        assert "1. 选肉；2. 熏；3. 腌；4. 晾" in bundle["text/html"]
    assert question.mark(RULE) == 2.0
    part = shown[-1][MARK_MIME]["parts"][0]
    assert part["misconception"]["id"] == "smoke_first"
    assert part["key"] == "1. 选肉；2. 腌；3. 熏；4. 晾"


def test_the_words_of_a_scene_stand_in_the_steps(folder):
    field = form.order("steps", "先后？", {"a": "{first}", "b": "腌", "c": "晾"})
    scene = form.scene("腊肉", "做{first}。", first="选肉")
    question = form.question(f"{WEEK}/p1", scenes=[scene], fields=[field])
    filled = question.field_for("steps", question.variant_for(""), "x1")
    assert filled.reading(["a", "b", "c"]).echo == "1. 选肉；2. 腌；3. 晾"
    assert filled.spec(str)["options"][0] == ["a", "选肉"]
