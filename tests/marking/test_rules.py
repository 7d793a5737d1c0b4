"""Rules: the key wins, then the nearest misconception, and never two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.marking import (
    Unread,
    Variant,
    rule_choice,
    rule_choices,
    rule_guess,
    rule_number,
    rule_table,
    rule_text,
    wrong,
)

ANY = Variant("腊肉", "", {"pork": 14})
OTHER = Variant("香肠", "", {"pork": 10})


def show(value):
    if isinstance(value, frozenset):
        return "、".join(sorted(value))
    return f"{value:.10g} 元" if isinstance(value, int | float) else str(value)


def judged(rule, value, variant=ANY):
    return rule.judge(value, variant, "① 一单本钱几元？", show)


def test_a_number_within_the_tolerance_is_learned(cost_rule, pork):
    for answer in (69.16, 69.2, 69.12):
        part = judged(cost_rule, answer, pork)
        assert (part.verdict, part.points, part.misconception) == ("learned", 2.0, None)
    assert part.why == "鲜肉 14 元一斤，一单本钱 69.16 元，就是 69.16 元。"
    assert part.key == "69.16 元"


@pytest.mark.parametrize(
    ("answer", "name"), [(52, "yield_forgotten"), (41.36, "yield_multiplied"), (75.29, "all_divided")]
)
def test_yield_mistakes_get_their_own_hint(cost_rule, pork, answer, name):
    part = judged(cost_rule, answer, pork)
    assert (part.verdict, part.points, part.misconception.id) == ("again", 0.0, name)


def test_a_number_of_no_known_misconception_gets_the_worked_answer(cost_rule, pork):
    part = judged(cost_rule, 60, pork)
    assert (part.verdict, part.points, part.misconception) == ("again", 0.0, None)
    assert part.why.startswith("和下面的算法对一对")
    assert "一单本钱 69.16 元" in part.why


def test_a_blank_is_not_yet_done_and_an_unreadable_answer_says_why(cost_rule, pork):
    blank = judged(cost_rule, None, pork)
    assert (blank.verdict, blank.points, blank.answer) == ("blank", 0.0, "还没填")
    unread = judged(cost_rule, Unread("差不多是多少？写一个数。"), pork)
    assert (unread.verdict, unread.points, unread.answer) == ("teacher", 0.0, "没读懂")
    assert unread.notes == ("① 一单本钱几元？ 差不多是多少？写一个数。",)


def test_what_cannot_be_read_asks_for_a_person_and_no_older_answer_is_marked(cost_rule, pork):
    part = judged(cost_rule, Unread("差不多是多少？写一个数。", typed="七十来块", last="69.16 元"), pork)
    assert (part.points, part.needs_person, part.answer) == (0.0, True, "「七十来块」（没读懂）")
    assert part.notes == ("① 一单本钱几元？ 差不多是多少？写一个数。之前读到过：69.16 元。没有按它算。",)


def test_the_key_wins_over_a_misconception_within_reach():
    rule = rule_number("x", points=1, within=1, key=10, why="", wrong=[wrong("near", "近", 10.5, "提示")])
    assert judged(rule, 10.6).verdict == "learned"


def test_the_nearest_of_two_misconceptions_is_named():
    pair = [wrong("far", "远", 200, "提示"), wrong("near", "近", 201, "提示")]
    rule = rule_number("x", points=1, within=1, key=10, why="", wrong=pair)
    assert judged(rule, 200.6).misconception.id == "near"


def test_a_tolerance_that_was_made_for_the_key_does_not_reach_as_far_about_a_smaller_number():
    rule = rule_number(
        "x", points=1, within=5, key=400, why="", wrong=[wrong("one_day", "只算一天", 40, "提示")]
    )
    assert judged(rule, 40.5).misconception.id == "one_day"
    assert judged(rule, 44).misconception is None


def test_relative_tolerance_grows_with_the_key():
    rule = rule_number("x", points=1, relative=0.01, key=1000, why="")
    assert judged(rule, 1010).verdict == "learned"
    assert judged(rule, 1010.1).verdict == "again"


def test_without_a_tolerance_only_float_dust_is_forgiven():
    rule = rule_number("x", points=1, key=0.3, why="")
    assert judged(rule, 0.1 + 0.2).verdict == "learned"
    assert judged(rule, 0.3001).verdict == "again"


@pytest.mark.parametrize(
    ("key", "within", "shown"),
    [
        (69.16129, 0.05, "69.16 元"),
        (0.725, 0.001, "0.725 元"),
        (33.000000000000004, 0, "33 元"),
        (1 / 3, 0, "0.333333 元"),
    ],
)
def test_a_key_is_shown_as_exactly_as_the_tolerance_asks(key, within, shown):
    rule = rule_number("x", points=1, within=within, key=key, why="{key}")
    part = judged(rule, None)
    assert (part.key, f"{part.why} 元") == (shown, shown)


@given(st.floats(-10_000, 10_000), st.floats(1e-5, 10))
def test_whoever_types_the_key_that_was_shown_is_right(key, within):
    rule = rule_number("x", points=1, within=within, key=key, why="{key}")
    assert judged(rule, float(judged(rule, None).why)).verdict == "learned"


def test_what_follows_from_an_own_wrong_part_may_earn_credit():
    followed = wrong("from_own_cost", "跟着上一步", 5, "上一步改了，这步就对了。", credit=0.5)
    rule = rule_number("x", points=3, key=4, why="", wrong=[followed])
    assert (judged(rule, 5).points, judged(rule, 5).verdict) == (1.5, "again")


def test_keys_reasons_and_misconceptions_may_differ_by_scene():
    rule = rule_number(
        "x",
        points=1,
        key={"腊肉": lambda s: s.pork * 2, "香肠": 7},
        why={"腊肉": "肉 {pork} 元", "香肠": lambda s: f"{s.pork} 元！"},
        wrong=[wrong("only_pork", "只在腊肉", {"腊肉": 14}, "乘 2")],
    )
    assert (judged(rule, 28).verdict, judged(rule, 28).why) == ("learned", "肉 14 元")
    assert judged(rule, 14).misconception.id == "only_pork"
    assert (judged(rule, 7, OTHER).verdict, judged(rule, 7, OTHER).why) == ("learned", "10 元！")
    assert judged(rule, 14, OTHER).misconception.id == "off_by_two"
    with pytest.raises(ValueError, match="no key for scene 土豆"):
        rule.expected(Variant("土豆", "", {}))


def test_a_choice_that_looks_at_turnover_gets_its_hint(open_rule, pork):
    assert judged(open_rule, "no", pork).points == 1.0
    part = judged(open_rule, "yes", pork)
    assert (part.points, part.misconception.title) == (0.0, "看流水不看毛利")


def test_a_choice_without_a_known_reason_gets_the_worked_answer():
    rule = rule_choice("x", points=1, key="a", why="选甲。")
    assert judged(rule, "c").why == "和下面的算法对一对，看是哪一步不一样。选甲。"


def test_every_guess_earns_the_points_and_a_wrong_one_is_told_what_lies_behind_it():
    rule = rule_guess(
        "x", points=1, key="a", why="选甲。", wrong=[wrong("by_eye", "只看样子", "b", "看里头。")]
    )
    right, other = judged(rule, "a"), judged(rule, "b")
    assert (right.points, right.verdict, right.misconception) == (1.0, "guessed", None)
    assert (other.points, other.verdict, other.misconception.title) == (1.0, "guessed", "只看样子")
    unknown = judged(rule, "c")
    assert (unknown.points, unknown.verdict, unknown.misconception) == (1.0, "guessed", None)
    assert right.why == other.why == unknown.why == "选甲。"


def test_no_guess_and_one_that_cannot_be_read_earn_nothing_and_are_nothing_to_practise():
    rule = rule_guess("x", points=1, key="a", why="选甲。")
    for nothing in (None, Unread("没读懂。")):
        part = judged(rule, nothing)
        assert (part.points, part.verdict) == (0.0, "blank")


SEVERAL = rule_choices(
    "x",
    points=2,
    key={"腊肉": {"a", "b"}, "香肠": ("a",)},
    why="甲和乙。",
    wrong=[
        wrong("ticked_c", "多选丙", "c", "丙不是"),
        wrong("all_of_them", "全选", frozenset("abcd"), "不是越多越好"),
        wrong("left_b", "漏了乙", "b", "乙也是"),
    ],
)


@pytest.mark.parametrize(
    ("ticked", "points", "name"),
    [
        ("ab", 2.0, None),
        ("a", 1.0, "left_b"),
        ("abc", 1.0, "ticked_c"),
        ("ac", 0.0, "ticked_c"),
        ("abcd", 0.0, "all_of_them"),
        ("cd", 0.0, "ticked_c"),
        ("abd", 1.0, None),
    ],
)
def test_each_right_tick_earns_a_share_and_each_wrong_one_takes_one_back(ticked, points, name):
    part = judged(SEVERAL, frozenset(ticked))
    assert part.points == points
    assert (part.misconception.id if part.misconception else None) == name


def test_several_choices_say_what_is_missing_and_what_is_too_much():
    assert judged(SEVERAL, frozenset("ac")).why == "还差：b。多选了：c。甲和乙。"
    assert judged(SEVERAL, frozenset()).verdict == "blank"
    assert judged(SEVERAL, frozenset("a"), OTHER).points == 2.0


KEY_ROWS = [{"item": "省内", "left": 0.437}, {"item": "省外", "left": -8.563}]
ZONES = rule_table(
    "zones",
    points=3,
    within=0.05,
    key=KEY_ROWS,
    why="省内剩几毛，省外亏。",
    by="item",
    wrong=[
        wrong("loss_forgotten", "没算挑掉的", [{"left": 0.70}, {"left": -8.3}], "挑掉的也花了钱。"),
        wrong("mean_freight", "运费取平均", [{"left": -4.06}, {"left": -4.06}], "各算各的。"),
        wrong("far_only", "省外忘了箱子", [{}, {"left": -6.56}], "箱子也要钱。"),
    ],
)


def rows(*pairs):
    return [{"item": item, "left": left} for item, left in pairs]


def test_a_table_earns_by_row_and_says_which_row_to_look_at():
    part = judged(ZONES, rows(("省内", 0.44), ("省外", 9)))
    assert (part.points, part.verdict) == (1.5, "again")
    assert part.why == "1 行会了。再看看：省外。省内剩几毛，省外亏。"


def test_a_tables_rows_are_found_by_name_whatever_their_order():
    part = judged(ZONES, rows((" 省外", -8.56), ("省内 ", 0.44)))
    assert (part.points, part.verdict) == (3.0, "learned")


@pytest.mark.parametrize(
    ("near", "far", "name"),
    [
        (0.7, -8.3, "loss_forgotten"),
        (-4.06, -4.06, "mean_freight"),
        (0.44, -6.56, "far_only"),
        (0.7, -1, None),
    ],
)
def test_a_tables_misconception_needs_all_of_its_cells(near, far, name):
    part = judged(ZONES, rows(("省内", near), ("省外", far)))
    assert (part.misconception.id if part.misconception else None) == name


def test_a_table_with_a_blank_row_or_cell_loses_that_row_only():
    assert judged(ZONES, rows(("省内", 0.44), (None, None))).points == 1.5
    assert judged(ZONES, rows(("省内", 0.44), ("省外", None))).points == 1.5
    assert judged(ZONES, rows((None, None), (None, None))).verdict == "blank"
    assert judged(ZONES, []).verdict == "blank"


def test_rows_beyond_the_key_cost_what_right_rows_earn():
    part = judged(ZONES, rows(("省内", 0.44), ("省外", -8.56), ("国外", 3)))
    assert (part.points, "多写了 1 行" in part.why) == (1.5, True)


def test_rows_without_names_stand_in_order():
    rule = rule_table("x", points=2, key=[{"left": 1}, {"left": 2}], why="", row_names=["头一单", "第二单"])
    assert judged(rule, [{"left": 2}, {"left": 2}]).why == "1 行会了。再看看：头一单。"
    bare = rule_table("x", points=2, key=[{"left": 1}, {"left": 2}], why="")
    assert judged(bare, [{"left": 3}, {"left": 4}]).why == "再看看：第 1 行、第 2 行。"


STEPS = rule_table(
    "x",
    points=3,
    key=[{"left": 1.5, "go": "yes"}, {"left": 2.5, "go": "no"}, {"left": 3.5, "go": "yes"}],
    row_names=["头一单", "第二单", "第三单"],
    why="1.5，2.5，3.5。",
)


@pytest.mark.parametrize(
    ("rows", "verdict", "key", "remark"),
    [
        (
            [{"left": 1.5, "go": "yes"}, {}, {"left": 9, "go": "yes"}],
            "again",
            [{"left": 1.5, "go": "yes"}, {}, {"left": 3.5, "go": "yes"}],
            "1 行会了。再看看：第三单。还没填：第二单。",
        ),
        (
            [{"left": 1.5, "go": "yes"}, {"left": None, "go": ""}],
            "partial",
            [{"left": 1.5, "go": "yes"}, {}, {}],
            "1 行会了。还没填：第二单、第三单。",
        ),
        (
            [{"left": 1.5, "go": "yes"}, {"left": 2.5, "go": "no"}, {"left": 3.5}],
            "again",
            [{"left": 1.5, "go": "yes"}, {"left": 2.5, "go": "no"}, {"left": 3.5}],
            "2 行会了。再看看：第三单。",
        ),
    ],
)
def test_of_a_table_only_what_was_tried_is_answered(rows, verdict, key, remark):
    part = STEPS.judge(rows, ANY, "表", repr)
    assert (part.verdict, part.key) == (verdict, repr(key))
    assert part.why == remark + "空着的填好了，讲解就给你看。"


def test_a_table_that_was_tried_whole_gets_its_worked_answer():
    rows = [{"left": 1, "go": "yes"}, {"left": 1, "go": "yes"}, {"left": 1, "go": "yes"}]
    part = STEPS.judge(rows, ANY, "表", repr)
    assert part.key == repr(STEPS.key)
    assert part.why == "再看看：头一单、第二单、第三单。1.5，2.5，3.5。"


def test_a_table_does_not_tell_the_names_of_rows_that_are_to_be_found():
    part = judged(ZONES, rows(("省内", 9)))
    assert "省外" not in part.why + part.key
    assert part.why.startswith("再看看：省内。还差 1 行。")


REASON = rule_text("reason", points=2, any_of=[["运费", "快递"], ["退", "拒收"]], why="说到运费和退货就好。")


def test_a_text_that_names_every_idea_is_learned():
    assert judged(REASON, "快 递太贵，还有人拒收").verdict == "learned"


def test_a_text_that_is_not_recognised_keeps_its_points_and_goes_to_a_person():
    part = judged(REASON, "我觉得不划算")
    assert (part.verdict, part.points, part.needs_person) == ("teacher", 2.0, True)
    assert "老师再看一眼" in part.notes[0]


@pytest.mark.parametrize("nothing", [None, "", "  \n", "____", "。。。"])
def test_a_blank_text_earns_nothing_and_asks_for_nobody(nothing):
    part = judged(REASON, nothing)
    assert (part.verdict, part.points, part.needs_person) == ("blank", 0.0, False)


def test_some_of_the_ideas_may_be_enough():
    rule = rule_text("x", points=1, any_of=[["运费"], ["退"]], need=1, why="")
    assert judged(rule, "运费").verdict == "learned"


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(0, 5),
    st.lists(st.floats(-50, 50), max_size=4),
)
def test_points_stay_between_nothing_and_full_whatever_the_number(answer, within, predictions):
    wrongs = [wrong(f"w{n}", "错", value, "提示", credit=0.5) for n, value in enumerate(predictions)]
    rule = rule_number("x", points=2, within=within, key=10, why="", wrong=wrongs)
    part = judged(rule, answer)
    assert 0 <= part.points <= 2
    assert (part.verdict == "learned") == (part.points == 2)


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: rule_number("x", points=0, key=1, why=""), "points must be above 0"),
        (lambda: rule_number("x", points=float("nan"), key=1, why=""), "points must be above 0"),
        (lambda: rule_number("x", points=1, key=1, why="", within=1, relative=0.1), "not both"),
        (lambda: rule_number("x", points=1, key=1, why="", within=-1), "within"),
        (lambda: rule_number("x", points=1, key=1, why="", relative=5), "relative"),
        (
            lambda: rule_number("x", points=1, key=1, why="", wrong=[wrong("a", "b", 1, "c")] * 2),
            "share an id",
        ),
        (lambda: wrong("中文", "标题", 1, "提示"), "lower-case"),
        (lambda: wrong("a", "", 1, "提示"), "must say something"),
        (lambda: wrong("a", "标题", 1, "提示", credit=1), "credit"),
        (lambda: rule_text("x", points=1, any_of=[], why=""), "needs groups"),
        (lambda: rule_text("x", points=1, any_of=[["a"]], need=2, why=""), "need must be"),
        (lambda: judged(rule_choices("x", points=1, key=(), why=""), frozenset("a")), "ticks nothing"),
        (lambda: judged(rule_table("x", points=1, key=[], why=""), [{"a": 1}]), "needs rows"),
        (lambda: judged(rule_table("x", points=1, key=[{"a": 1}], by="b", why=""), [{"a": 1}]), "column b"),
    ],
)
def test_a_rule_that_cannot_mark_is_refused_with_the_reason(make, word):
    with pytest.raises(ValueError, match=word):
        make()
