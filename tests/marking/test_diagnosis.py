"""Which reason is told where several give a number: the exact one, the one that fits the answers before."""

from dataclasses import replace

import pytest

from nongju import form
from nongju.marking.reasons.arithmetic import story_numbers, sum_reason
from nongju.marking.reasons.mutants import mutants
from nongju.marking.reasons.tracing import Traced
from nongju.marking.scene import Variant

DRAWN = Variant(
    "渣海椒",
    "发货 {days} 天，一天 {orders} 单，本钱 {cost} 元，手里 {cash} 元，一单压 {each} 元。",
    {"days": 16, "orders": 10, "cost": 144, "cash": 23750, "each": 1440, "fee": 0},
)


def told(work, field, answer, *, variant=DRAWN, within=0.5, **answers):
    rules = {
        name: form.rule_number(name, points=1, of=work, within=within, why="算。") for name in work.steps
    }
    part = rules[field].judge(
        answer, replace(variant, answers={**answers, field: answer}, signed=False), field, str
    )
    return part.misconception and part.misconception.title, part.why


def test_a_right_answer_before_speaks_against_a_slip_that_would_change_it():
    work = form.work(
        {
            "tied": lambda s: s.days * s.orders * s.cost,
            "most": form.down(lambda s: s.cash / (s.days * 90)),
        },
        [form.slip("day_short", "少数了一天", "第一天也算。", days=lambda s: s.days - 1)],
    )
    assert told(work, "most", 17)[0] == "少数了一天"
    assert told(work, "most", 17, tied=16 * 10 * 144)[0] == "取整的方向反了"
    assert told(work, "most", 17, tied=15 * 10 * 144)[0] == "少数了一天"


def test_the_slip_that_gives_the_very_number_is_told_before_a_nearer_relative():
    work = form.work(
        {"tied": lambda s: s.each / 12, "most": lambda s: s.tied + s.cost},
        [
            form.slip("a", "差不多的", "甲。", tied=50.3, most=100.3),
            form.slip("b", "正好的", "乙。", most=100.0),
        ],
    )
    assert told(work, "most", 100, tied=50.3)[0] == "正好的"


@pytest.mark.parametrize("typed", [131, 130, 130.6, 130.7])
def test_the_key_made_whole_is_rounding_before_a_slip_that_only_comes_near(typed):
    work = form.work(
        {"most": lambda s: s.cost - 13.35},
        [form.slip("near", "该除的用了乘", "丙。", most=lambda s: s.cost * 0.9087)],
    )
    assert told(work, "most", typed, within=0.01)[0] == "四舍五入差了一点"


def test_two_slips_are_told_only_of_a_number_that_few_pairs_give():
    slips = [
        form.slip("cost", "忘了本钱", "还有本钱。", cost=0),
        form.slip("days", "当成了一天", "有好几天。", days=1),
    ]
    work = form.work({"most": lambda s: s.days * s.orders + s.cost + 107.5}, slips)
    assert "还有一处：" in told(work, "most", 117.5)[1]
    small = form.work({"most": lambda s: (s.days * s.orders + s.cost) / 5}, slips)
    assert "还有一处：" not in told(small, "most", 2)[1]


def test_a_small_whole_number_is_told_no_sum():
    assert sum_reason(6, None, [18, 3], [], signed=False) is not None
    assert sum_reason(2, None, [18, 9], [], signed=False) is None


def test_a_name_with_figures_is_no_number_of_the_story():
    assert story_numbers("1080P 一秒 15 兆位，4K 一秒 48 兆位，拍 3.5 分钟") == [15, 48, 3.5]


def test_a_number_below_nothing_comes_only_of_a_turned_difference():
    cost, cash = Traced.named("cost", 60), Traced.named("cash", 23)
    assert sum_reason(37, cost - cash, [], [], signed=False) is None
    assert sum_reason(37, cash - cost, [9], [], signed=True).title == "前后弄反了"
    assert sum_reason(14, cost - cash, [9], [], signed=False) is None, "9 − 23 is no answer"


def test_a_term_of_nothing_is_not_forgotten():
    paid, help_ = Traced.named("paid", 0.7), Traced.named("help", 0)
    orders = Traced.named("orders", 30)
    assert not any(
        one.kind == "left_out" and one.left_out == (paid - help_).node and not one.harmless()
        for one in mutants((orders - (paid - help_)).node)
    )
