"""A wrong number without a name is told by the sum that it comes of, where chance does not explain it."""

from dataclasses import replace

import pytest

from nongju import form
from nongju.marking.reasons.arithmetic import arrives, chance, sum_reason
from nongju.marking.reasons.tracing import Traced, figures
from nongju.marking.scene import Variant

STORY = (
    "鲜肉 {pork} 元一斤，十斤熏出 {out} 斤，料 {salt} 元一斤，箱子 {pack} 元，卖 {price} 元，服务费 {fee}%。"
)
DRAWN = Variant("腊肉", STORY, {"pork": 13.7, "out": 6.2, "salt": 4.9, "pack": 14, "price": 69, "fee": 2})

WORK = form.work(
    {
        "cost": lambda s: 2 * (s.pork * 10 / s.out + s.salt) + s.pack,
        "gain": lambda s: s.price * (1 - s.fee / 100) - s.cost,
        "boxes": form.up(lambda s: s.cost / s.pack),
    },
    [form.slip("fee_forgotten", "忘了服务费", "还有服务费。", fee=0)],
)
RULES = {
    name: form.rule_number(name, points=1, of=WORK, within=0.05, why="算。")
    for name in ("cost", "gain", "boxes")
}


def told(field: str, answer: float, *, signed: bool = False, **answers):
    variant = replace(DRAWN, answers={**answers, field: answer}, signed=signed)
    return RULES[field].judge(answer, variant, field, str)


@pytest.mark.parametrize(
    ("field", "answer", "title", "says"),
    [
        ("cost", 58.19, "漏了一步", "漏了 4.9，"),
        ("cost", 51.2, "漏了一步", "漏了 10 ÷ 6.2，"),
        ("cost", 40.79, "乘除弄反了", "13.7 × 6.2 ÷ 10 算来的"),
        ("cost", 48.39, "加减弄反了", "13.7 × 10 ÷ 6.2 − 4.9 算来的"),
        ("cost", 39.99, "加减弄反了", "53.99 − 14 算来的"),
        ("cost", 79.72, "用错了一个数", "把 4.9 当成了 6.2。"),
        ("cost", 67.13, "算的是别的数", "4.9 × 13.7 算来的"),
        ("gain", 67.62, "漏了一步", "漏了 67.99，"),
        ("boxes", 4.8, "没有取整", "问的是整数"),
        ("boxes", 4, "取整的方向反了", "想一想"),
    ],
)
def test_each_way_of_going_wrong_says_its_sum(field, answer, title, says):
    part = told(field, answer)
    assert part.misconception.title == title
    assert says in part.misconception.hint


def test_the_sum_is_found_on_the_learners_own_way_too():
    part = told("gain", 8.0, signed=True, cost=61)
    assert part.misconception.id == "fee_forgotten"
    part = told("gain", 128.62, signed=True, cost=61)
    assert (part.misconception.title, "（1 − 2%） + 61 算来的" in part.misconception.hint) == (
        "加减弄反了",
        True,
    )


def test_a_whole_answer_is_found_on_the_learners_own_way_too():
    part = told("boxes", 3, cost=50)
    assert part.misconception.title == "取整的方向反了"


def test_a_broken_answer_beside_a_whole_one_is_not_told_to_be_whole():
    near = told("cost", RULES["cost"].expected(DRAWN) + 0.07)
    assert near.misconception is None or near.misconception.title != "没有取整"


def test_a_factor_of_one_is_no_number_of_the_story_that_was_mistaken():
    work = form.work({"cost": lambda s: s.own * s.pork + s.pack}, [])
    rule = form.rule_number("cost", points=1, of=work, within=0.05, why="算。")
    variant = Variant(
        "腊肉", "一斤 {pork} 元，装 2 斤，箱子 {pack} 元。", {"own": 1, "pork": 13.7, "pack": 14}
    )
    assert rule.judge(41.4, variant, "cost", str).misconception is None


def test_a_number_that_anything_could_give_is_told_nothing():
    assert told("cost", 54).misconception is None


def test_a_number_without_a_sign_is_compared_by_its_size():
    assert sum_reason(55, None, [69, 14], [], signed=False).hint.startswith("你的数，像是 69 − 14 算来的")
    assert sum_reason(-55, None, [69, 14], [], signed=True).hint.startswith("你的数，像是 14 − 69 算来的")
    assert sum_reason(55, None, [14, 69], [], signed=True).hint.startswith("你的数，像是 69 − 14 算来的")


def test_a_loss_in_a_sum_stands_in_brackets():
    assert "275 − （-50） 算来的" in sum_reason(325, None, [275], [-50], signed=True).hint


def test_a_one_that_comes_of_rounding_or_of_a_number_divided_by_itself_is_told_no_sum():
    sessions = form.work({"sessions": form.up(lambda s: s.cost / s.each)}, [])
    rule = form.rule_number("sessions", points=1, of=sessions, within=0, why="算。")
    variant = Variant("土豆", "一共 {cost} 元，一场赚 {each} 元。", {"cost": 3980, "each": 31})
    assert rule.judge(1, variant, "sessions", str).misconception is None
    assert rule.judge(123380, variant, "sessions", str).misconception.title == "乘除弄反了"


def test_more_than_two_sums_say_nothing():
    assert sum_reason(12, None, [3, 4, 2, 6, 24], [], signed=False) is None


def test_a_typed_number_is_a_result_to_the_fen_or_rounded_where_that_is_small():
    assert arrives(22.1, 22.097)
    assert arrives(22.10, 22.0968)
    assert arrives(137, 137.4)
    assert not arrives(3, 2.6)
    assert not arrives(0, 0.004)


def test_chance_counts_what_lies_about_a_number():
    assert chance(50, [45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55]) > 1
    assert chance(50, [50, 80, 3.5]) == pytest.approx(0.1)
    assert chance(50.25, [50, 50.25, 51.5]) < 0.01


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (lambda s: s.pork * 10 / s.out, "13.7 × 10 ÷ 6.2"),
        (lambda s: s.price * (1 - s.fee / 100), "69 × （1 − 2%）"),
        (lambda s: s.price - (s.pack - s.salt), "69 − （14 − 4.9）"),
        (lambda s: (1 - s.fee / 100) ** 3, "（1 − 2%） × （1 − 2%） × （1 − 2%）"),
        (lambda s: sum([s.pack, s.salt]), "14 + 4.9"),
    ],
)
def test_a_formula_reads_as_a_person_writes_it(formula, said):
    scene = replace(DRAWN, numbers={name: Traced.named(name, value) for name, value in DRAWN.numbers.items()})
    assert figures(formula(scene).node) == said
