from __future__ import annotations

import pytest

from nongju.course.roster import Learner, Roster
from nongju.lab.seat import by_id, pair_of, who_sits_down

CLASS = Roster(
    {
        "wang-li": Learner(id="wang-li", name="王丽", pair="li-si"),
        "li-si": Learner(id="li-si", name="李四", pair="wang-li"),
        "谭三妹": Learner(id="谭三妹"),
    }
)


def sits_down(*typed: str, roster: Roster = CLASS, known: tuple[str, ...] = ()) -> tuple[Learner, list[str]]:
    """Who is found when these lines are typed, and everything that was shown."""
    lines, shown = iter(typed), []

    def ask(question: str) -> str:
        shown.append(question)
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    return who_sits_down(roster, known, ask, shown.append), shown


def test_a_number_of_the_list_is_enough() -> None:
    learner, shown = sits_down("2")
    assert learner.id == "li-si"
    assert "李四" in shown[1]
    assert shown[-1] == "你好，李四！"


def test_full_width_digits_and_capitals_are_read_as_meant() -> None:
    assert sits_down("３")[0].id == "谭三妹"
    assert sits_down(" Wang-Li ")[0].name == "王丽"


@pytest.mark.parametrize(
    ("typed", "meant"), [("wangli", "wang-li"), ("wang-lii", "wang-li"), ("李四", "li-si")]
)
def test_an_id_that_is_on_no_list_brings_suggestions(typed: str, meant: str) -> None:
    learner, shown = sits_down(typed, "1")
    assert learner.id == meant
    assert any("名单上有" in line and meant in line for line in shown)


def test_a_suggestion_that_is_not_taken_leads_back_to_the_question() -> None:
    assert sits_down("wangli", "", "", "2")[0].id == "li-si"
    assert sits_down("wangli", known=("wangli",))[0].id == "wangli"


def test_a_new_id_is_confirmed_before_it_makes_a_folder() -> None:
    learner, shown = sits_down("wang-lee", "", "", "wang-li")
    assert learner.id == "wang-li"
    assert sum("没见过「wang-lee」" in line for line in shown) == 1
    assert sits_down("zhao", "1")[0] == Learner(id="zhao")


def test_an_id_that_worked_here_before_is_not_asked_again() -> None:
    learner, shown = sits_down("zhao", roster=Roster(), known=("zhao",))
    assert learner.id == "zhao"
    assert not any("没见过" in line for line in shown)


@pytest.mark.parametrize("typed", ["", "../别人", "a/b", "con", "x" * 99, "99"])
def test_what_cannot_be_a_folder_is_asked_again_with_a_reason(typed: str) -> None:
    learner, shown = sits_down(typed, "", "1") if typed == "99" else sits_down(typed, "1")
    assert learner.id == "wang-li"
    assert any("再打一次" in line or "没见过" in line for line in shown)


def test_nobody_there_ends_the_questions() -> None:
    with pytest.raises(EOFError):
        sits_down()


def test_the_pair_comes_from_the_list() -> None:
    learner = by_id("ＷＡＮＧ-li", CLASS)
    assert learner is not None
    assert pair_of(learner) == ("wang-li", "li-si")
    assert pair_of(Learner(id="zhao")) is None
    assert by_id("a b", CLASS) is None
