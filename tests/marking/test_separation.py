"""What the build finds before a question may mark."""

from hypothesis import given
from hypothesis import strategies as st

from nongju.building.checks.separation import misconceptions, separation_faults
from nongju.marking import Variant, rule_choice, rule_choices, rule_number, rule_table, rule_text, wrong

ANY = Variant("腊肉", "", {"pork": 14})


def number(key, *predictions, within=0.05, why=""):
    wrongs = [wrong(f"w{n}", "错", value, "提示") for n, value in enumerate(predictions)]
    return rule_number("cost", points=1, within=within, key=key, why=why, wrong=wrongs)


def test_a_sound_question_has_no_faults(cost_rule, open_rule, pork):
    assert separation_faults([cost_rule, open_rule], pork, {"open": {"yes", "no"}}) == []
    assert misconceptions([cost_rule, open_rule], pork) == [
        "yield_forgotten",
        "yield_multiplied",
        "all_divided",
        "turnover_not_margin",
    ]


def test_cost_times_102_percent_cannot_be_told_from_dividing_by_98():
    faults = separation_faults([number(70.5727, 70.5445)], ANY)
    assert faults == [
        "scene 腊肉: cost: the key and w0 cannot be told apart (70.5727 and 70.5445, tolerance 0.05)"
    ]


def test_two_misconceptions_within_twice_the_tolerance_are_a_fault():
    assert "w0 and w1" in separation_faults([number(10, 20, 20.1)], ANY)[0]
    assert separation_faults([number(10, 20, 20.11)], ANY) == []


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=5), st.floats(-120, 120), st.floats(0, 3))
def test_without_faults_no_answer_can_claim_two_numbers(predictions, answer, within):
    rule = number(0, *predictions, within=within)
    if not separation_faults([rule], ANY):
        claims = [value for value in (0, *predictions) if abs(answer - value) <= within]
        assert len(claims) <= 1


def test_numbers_that_are_none_are_a_fault():
    assert "the key is nan" in separation_faults([number(float("nan"))], ANY)[0]
    assert "w0 predicts inf" in separation_faults([number(1, float("inf"))], ANY)[0]


def test_a_formula_that_raises_is_reported_with_its_reason():
    faults = separation_faults([number(lambda s: 1 / 0), number(lambda s: s.prok)], ANY)
    assert "ZeroDivisionError" in faults[0]
    assert "no number 'prok'" in faults[1]


def test_a_text_that_cannot_be_filled_is_reported():
    assert "no number for '{prok}'" in separation_faults([number(1, why="{prok} 元")], ANY)[0]
    hint = rule_number("x", points=1, key=1, why="", wrong=[wrong("a", "错", 5, "{prok}")])
    assert "no number for '{prok}'" in separation_faults([hint], ANY)[0]


def test_a_choice_misconception_must_choose_something_else():
    pair = [wrong("a", "错", "yes", "提示"), wrong("b", "错", "no", "提示"), wrong("c", "错", "no", "提示")]
    faults = separation_faults([rule_choice("open", points=1, key="yes", why="", wrong=pair)], ANY)
    assert faults == [
        "scene 腊肉: open: a gives the same answer as the key",
        "scene 腊肉: open: c gives the same answer as b",
    ]


def test_an_option_that_does_not_exist_is_reported():
    rule = rule_choice("open", points=1, key="ja", why="", wrong=[wrong("a", "错", "nein", "提示")])
    several = rule_choices("what", points=1, key={"a", "x"}, why="")
    faults = separation_faults([rule, several], ANY, {"open": {"yes", "no"}, "what": {"a", "b"}})
    assert [fault.split(": ", 2)[2] for fault in faults] == [
        "the key names no option: ja",
        "a names no option: nein",
        "the key names no option: x",
    ]


def test_table_misconceptions_must_differ_in_a_cell_that_both_name():
    wrongs = [
        wrong("same", "错", [{"left": 1.04}, {}], "提示"),
        wrong("short", "错", [{"left": 5}], "提示"),
        wrong("one", "错", [{"left": 5}, {"left": 9}], "提示"),
        wrong("two", "错", [{"left": 5.05}, {}], "提示"),
        wrong("other_row", "错", [{}, {"left": 7}], "提示"),
    ]
    rule = rule_table("t", points=1, within=0.05, key=[{"left": 1}, {"left": 2}], why="", wrong=wrongs)
    assert separation_faults([rule], ANY) == [
        "scene 腊肉: t: same cannot be told apart from the key",
        "scene 腊肉: t: short has 1 rows, the key 2",
        "scene 腊肉: t: one and two cannot be told apart",
    ]


def test_one_word_cannot_stand_for_two_ideas():
    rule = rule_text("why", points=1, any_of=[["运费", "贵"], ["贵"]], why="")
    assert separation_faults([rule], ANY) == ["scene 腊肉: why: 贵 stands in two groups"]
