"""One slip tells its reason wherever it reaches, and what follows from an own number is told so."""

from dataclasses import replace

import pytest

from nongju import form
from nongju.building.checks.separation import separation_faults
from nongju.marking.mark import PartMark
from nongju.marking.misconception import ABSENT
from nongju.marking.scene import Variant
from nongju.marking.steps.whole import Whole
from nongju.marking.steps.work import Work

STORY = "鲜肉 {pork} 元一斤，十斤熏出 {out} 斤，卖 {price} 元。"
DRAWN = Variant("腊肉", STORY, {"pork": 14, "out": 6.2, "extra": 5, "pack": 14, "price": 69, "fee": 2})
"""The worked parcel of the teaching notes: cost 69.16, a loss of 1.54, at least 71 yuan."""


def worked(*more) -> tuple[Work, dict]:
    work = form.work(
        {
            "meat": lambda s: s.pork * 10 / s.out,
            "cost": lambda s: 2 * (s.meat + s.extra) + s.pack,
            "gain": lambda s: s.price * (1 - s.fee / 100) - s.cost,
            "floor": form.up(lambda s: s.cost / (1 - s.fee / 100)),
            "open": lambda s: "yes" if s.gain > 0 else "no",
        },
        [
            form.slip("yield_forgotten", "忘了缩水", "肉钱 {meat} 元一斤。", out=10),
            form.slip("yield_multiplied", "缩水用乘", "用除。", meat=lambda s: s.pork * s.out / 10),
            form.slip("fee_forgotten", "忘了服务费", "服务费 {fee}%。", fee=0),
            *more,
        ],
    )
    rules = {
        "cost": form.rule_number(
            "cost", points=2, of=work, within=0.05, why="{meat} 元一斤，一共 {key_said}。"
        ),
        "gain": form.rule_number("gain", points=2, of=work, within=0.05, why="{gain:gain}。"),
        "floor": form.rule_number(
            "floor", points=1, of=work, within=0.4, why=lambda s: f"往上进，{s.floor:g}。"
        ),
        "open": form.rule_choice(
            "open",
            points=1,
            of=work,
            why="亏就不开。",
            wrong=[form.wrong("any_sale", "有卖就开", "yes", "先看赚亏。")],
        ),
    }
    return work, rules


def mark(rules: dict, field: str, **answers) -> PartMark:
    variant = replace(DRAWN, answers=answers)
    label = {"cost": "① 一单本钱", "gain": "② 赚还是亏", "floor": "③ 最低标价", "open": "④ 开不开"}[field]
    return rules[field].judge(answers[field], variant, label, lambda value: f"{value} 元")


def reason(part: PartMark) -> str:
    return part.misconception.id if part.misconception else ""


def test_each_step_is_the_key_of_its_field():
    work, rules = worked()
    values = work.values(DRAWN)
    assert [round(values[name], 2) for name in ("meat", "cost", "gain", "floor")] == [22.58, 69.16, -1.54, 71]
    for field, right in (("cost", 69.16), ("gain", -1.54), ("floor", 71), ("open", "no")):
        assert mark(rules, field, **{field: right}).verdict == "learned"


def test_texts_know_the_steps():
    _, rules = worked()
    assert mark(rules, "cost", cost=69.16).why == "22.58 元一斤，一共 69.16 元。"
    assert mark(rules, "gain", gain=-1.54).why == "亏 1.54 元。"
    assert mark(rules, "floor", floor=71).why == "往上进，71。"
    assert mark(rules, "cost", cost=52).misconception.hint == "肉钱 22.58 元一斤。"


@pytest.mark.parametrize(
    ("field", "answer", "said"),
    [
        ("cost", 52, "yield_forgotten"),
        ("cost", 41.36, "yield_multiplied"),
        ("gain", 15.62, "yield_forgotten"),
        ("gain", -0.16, "fee_forgotten"),
        ("floor", 70, "fee_forgotten"),
        ("floor", 54, "yield_forgotten"),
        ("floor", 70.57, "not_whole"),
        ("cost", 69.3, ""),
        ("cost", 77, ""),
        ("gain", 1.54, "gain_and_loss_swapped"),
        ("cost", 691.6, "point_shifted"),
        ("cost", 69.0, "rounded_early"),
        ("gain", 69.16, "other_part_answered"),
        ("cost", 6.2, "story_number_copied"),
        ("cost", 138.32, "off_by_two"),
        ("floor", 142, "off_by_two"),
        ("open", "yes", "any_sale"),
    ],
)
def test_one_slip_tells_its_reason_in_every_field_that_it_reaches(field, answer, said):
    _, rules = worked()
    assert reason(mark(rules, field, **{field: answer})) == said


def test_what_follows_rightly_from_an_own_number_is_told_so_and_earns_half():
    _, rules = worked()
    part = mark(rules, "gain", cost=60, gain=69 * 0.98 - 60)
    assert (part.points, reason(part)) == (1.0, "")
    assert part.why.startswith("照你的①，这步是对的。先把①改过来，这里跟着就对了。")
    part = mark(rules, "open", cost=60, gain=7.62, open="yes")
    assert part.why.startswith("照你的①②，这步是对的。")


def test_a_slip_on_top_of_an_own_number_is_told_by_its_name():
    _, rules = worked()
    assert reason(mark(rules, "gain", cost=60, gain=9)) == "fee_forgotten"


def test_of_two_slips_with_one_number_the_one_that_explains_the_other_answers_is_told():
    again = form.slip(
        "all_sold_dear", "别的也贵了", "再看。", gain=lambda s: s.price * 0.98 - 2 * (s.pork + s.extra) - 14
    )
    _, rules = worked(again)
    assert reason(mark(rules, "gain", gain=15.62)) in ("yield_forgotten", "all_sold_dear")
    assert reason(mark(rules, "gain", gain=15.62, cost=69.16)) == "all_sold_dear"
    assert separation_faults(list(rules.values()), DRAWN) == []


def test_two_slips_that_no_field_tells_apart_are_a_fault():
    _, rules = worked(form.slip("shrinkage_forgotten", "忘了缩水", "再看。", meat=lambda s: s.pork))
    assert any(
        "yield_forgotten and shrinkage_forgotten" in fault
        for fault in separation_faults(rules.values(), DRAWN)
    )


def test_a_slip_that_changes_nothing_here_is_not_there():
    work, _ = worked(form.slip("pack_forgotten", "忘了箱子", "箱子也是钱。", pack={"香肠": 0}))
    assert work.predicted(work.slips[-1], "cost", DRAWN) is ABSENT
    assert work.predicted(work.slips[2], "cost", DRAWN) is ABSENT, "a fee does not reach the cost"


def test_a_step_of_some_scenes_alone_may_end_in_a_whole_number():
    work = form.work(
        {"x": {"甲": form.up(lambda s: s.a / 2), "乙": lambda s: s.a}},
        [form.slip("other", "别的", "看。", x={"甲": form.down(lambda s: s.a / 2)})],
    )
    assert work.values(Variant("甲", "", {"a": 7}))["x"] == 4
    assert work.values(Variant("乙", "", {"a": 7}))["x"] == 7
    assert work.predicted(work.slips[0], "x", Variant("甲", "", {"a": 7})) == 3
    with pytest.raises(ValueError, match="no formula for scene 丙"):
        work.values(Variant("丙", "", {"a": 7}))


def test_a_slip_may_be_kept_to_one_field():
    _, rules = worked(form.slip("tip_added", "加了小费", "没有小费。", cost=lambda s: 80, at="cost"))
    assert reason(mark(rules, "cost", cost=80)) == "tip_added"
    assert reason(mark(rules, "gain", gain=67.62 - 80)) == ""


def test_who_rounds_on_the_way_is_right_or_is_told():
    work = form.work({"jin": lambda s: s.a / s.b, "all": lambda s: s.jin * 300})
    rule = form.rule_number("all", points=1, of=work, within=1, why="乘。")
    variant = Variant("一", "", {"a": 10, "b": 3})
    assert rule.judge(999, variant, "几元", str).verdict == "learned"
    assert rule.judge(990, variant, "几元", str).misconception.id == "rounded_early"
    assert rule.judge(1000, variant, "几元", str).verdict == "learned"


@pytest.mark.parametrize(
    ("way", "value", "whole"), [("up", 7.2, 8), ("up", 7 + 1e-12, 7), ("down", 7.8, 7), ("near", 7.5, 8)]
)
def test_a_whole_step_rounds_its_way_and_not_because_of_float_dust(way, value, whole):
    assert Whole(value, way).rounded(value) == whole


@pytest.mark.parametrize(
    "broken",
    [
        lambda: form.slip("a", "甲", "说"),
        lambda: form.work({"x": 1}, [form.slip("a", "甲", "说", x=2), form.slip("a", "乙", "说", x=3)]),
        lambda: form.rule_number("y", points=1, of=form.work({"x": 1}), why="说"),
        lambda: form.rule_number("x", points=1, of=form.work({"x": 1}), key=1, why="说"),
        lambda: form.rule_number("x", points=1, why="说"),
        lambda: form.work({"x": 1}, [form.slip("a", "甲", "说", z=2)]).values(DRAWN, changes={"z": 2}),
        lambda: form.work({"x": lambda s: s.y, "y": 1}).values(DRAWN),
        lambda: form.work({"x": 1}).values(DRAWN, changes={"x": lambda s: s.x + 1}),
    ],
)
def test_what_an_author_may_write_wrong_is_refused(broken):
    with pytest.raises((ValueError, KeyError)):
        broken()


def test_a_slip_at_a_step_that_is_not_there_is_refused_by_name():
    with pytest.raises(ValueError, match="misconception twice: at='costs' is no step; there are cost"):
        form.work({"cost": lambda s: 2 * s.pork}, [form.slip("twice", "两遍", "一遍。", at="costs", pork=0)])


def test_a_slip_of_a_number_that_is_not_there_is_named():
    work = form.work({"cost": lambda s: 2 * s.pork}, [form.slip("twice", "两遍", "一遍。", porks=0)])
    with pytest.raises(KeyError, match="misconception twice: there is no number and no step porks"):
        work.predicted(work.slips[0], "cost", DRAWN)
