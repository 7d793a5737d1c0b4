"""The build tries a question's numbers as people would: with a calculator, rounding, forgetting, adding."""

import pytest
from tests.building.conftest import P1

from nongju import form
from nongju.building.checks.soundness import calculator_faults, few_models, full_marks_faults, one_key_faults
from nongju.marking.reasons.mutants import mutants
from nongju.marking.reasons.tracing import Traced, evaluate
from nongju.marking.scene import Variant

ASK = '            form.wrong("others_asked", "先问别人", "ask", "先算。"),\n'


def variant(**numbers):
    return Variant("甲", "", numbers)


def traced(formula, **numbers):
    return formula(*(Traced.named(name, value) for name, value in numbers.items()))


@pytest.mark.parametrize(
    ("formula", "numbers", "said", "value"),
    [
        (
            lambda cost, fee: cost / (1 - fee),
            {"cost": 69.16, "fee": 0.02},
            "(cost * (1 + fee)) in",
            69.16 * 1.02,
        ),
        (
            lambda price, off: price * (1 - off),
            {"price": 90.0, "off": 0.1},
            "(price / (1 + off)) in",
            90 / 1.1,
        ),
        (lambda z: 100 / z**2, {"z": 3.0}, "(z * 2) in place of (z ** 2)", 100 / 6),
        (
            lambda a, b: (1 - a) * (1 - b),
            {"a": 0.05, "b": 0.1},
            "((1 - a) - b) in",
            0.85,
        ),
        (
            lambda meat, salt: 2 * (meat + salt),
            {"meat": 14.0, "salt": 5.0},
            "meat in place of",
            28.0,
        ),
        (lambda mb, line: mb * 8 / line, {"mb": 90.0, "line": 6.0}, "mb in place of (mb * 8)", 15.0),
    ],
)
def test_a_wrong_model_is_one_step_from_the_formula(formula, numbers, said, value):
    found = {one.said: evaluate(one.node) for one in mutants(traced(formula, **numbers).node)}
    assert any(said in name and worth == pytest.approx(value) for name, worth in found.items())


def test_whole_steps_of_models_keep_their_formula():
    from nongju.models import pricing

    made = traced(pricing.break_even_parcels, fixed=60.0, unit=8.0)
    assert float(made) == 8
    assert any(one.kind == "rounding" and evaluate(one.node) == 7 for one in mutants(made.node))


def rule(key, within, **more):
    return form.rule_number("x", points=1, key=key, within=within, why="算。", **more)


def test_a_wrong_model_within_the_tolerance_is_named_with_its_draw():
    square = rule(lambda s: 100 / s.z**2, 0.5)
    (fault,) = full_marks_faults(square, [variant(z=2.0), variant(z=3.0)])
    assert "(z * 2) in place of (z ** 2) earns full marks in 1 of 2 draws" in fault
    assert "(scene 甲: 25, the key is 25)" in fault
    assert full_marks_faults(square, [variant(z=3.0), variant(z=4.0)]) == []


def test_what_is_the_same_in_every_draw_or_not_there_is_no_wrong_model():
    assert full_marks_faults(rule(lambda s: s.a + s.b, 0.05), [variant(a=5, b=0), variant(a=5, b=0)]) == []
    assert full_marks_faults(rule(lambda s: s.a * s.b, 0.05), [variant(a=5, b=1), variant(a=6, b=3)]) == []


def test_who_rounds_each_step_to_the_fen_must_be_right():
    third = rule(lambda s: s.a / s.b * 300, 0.5)
    (fault,) = calculator_faults(third, variant(a=10, b=3))
    assert "rounds each step to the fen gets 999, the key is 1000 within 0.5" in fault
    assert calculator_faults(rule(lambda s: s.a / s.b * 300, 2), variant(a=10, b=3)) == []


def test_who_rounds_to_the_jiao_must_not_be_told_a_wrong_reason():
    named = [form.wrong("other", "别的", lambda s: 990, "看清。")]
    (fault,) = calculator_faults(rule(lambda s: s.a / s.b * 300, 2, wrong=named), variant(a=10, b=3))
    assert "rounds each step to the jiao gets 990 and is told other" in fault


def test_a_choice_with_one_key_for_all_is_a_fault_and_a_guess_is_not():
    scenes = [variant(a=1), variant(a=2)]
    asked = {"points": 1, "why": "看。"}
    assert one_key_faults([form.rule_choice("x", key="yes", **asked)], scenes) == [
        "x: the key is 'yes' in every scene; add a scene where it is another"
    ]
    assert one_key_faults([form.rule_choice("x", key=lambda s: str(s.a), **asked)], scenes) == []
    assert one_key_faults([form.rule_guess("x", key="yes", **asked)], scenes) == []
    assert "'a+b'" in one_key_faults([form.rule_choices("x", key={"a", "b"}, **asked)], scenes)[0]


def test_a_number_names_five_wrong_models():
    models = [form.wrong(f"m{n}", "别的", 10.0 + n, "看清。") for n in range(5)]
    assert few_models([rule(1, 0.05, wrong=models)], variant()) == ""
    assert few_models([rule(1, 0.05, wrong=models[:4])], variant()) == "m0, m1, m2, m3"


CHOICE = P1.replace(
    'fields=[form.number("cost", "两斤本钱几元？", unit="元")]',
    'fields=[form.choice("go", "开不开？", {"yes": "开", "no": "不开", "ask": "先问问"})]',
)
CHOICE = CHOICE[: CHOICE.index("q.mark(")] + (
    "q.mark(\n    form.rule_choice(\n"
    '        "go", points=3, key={"腊肉": "yes", "香肠": "no", "莲子": "no"}, why="算。",\n'
    "        wrong=[\n"
    '            form.wrong("sales_counted", "只数卖出", {"香肠": "yes", "莲子": "yes"}, "看毛利。"),\n'
    '            form.wrong("fee_only", "只看服务费", {"腊肉": "no"}, "看毛利。"),\n'
    '            form.wrong("others_asked", "先问别人", "ask", "先算。"),\n'
    "        ],\n    ),\n)\n"
)


def test_a_choice_with_a_name_behind_each_wrong_option_is_sound(tiny):
    tiny.write("course/pricing/questions/p1.py", CHOICE)
    tiny.built()
    assert [str(fault) for fault in tiny.log] == []


KEYS = '{"腊肉": "yes", "香肠": "no", "莲子": "no"}'


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        (ASK, ASK.replace('"ask",', '{"腊肉": "ask"},'), "unnamed-option", "go: option 'ask' is wrong here"),
        (KEYS, '"no"', "one-key", "go: the key is 'no' in every scene"),
        ("只看服务费", "怕亏", "unkind", "「怕亏」 tells a character (怕)"),
        ("先算。", "错误，先算。", "unkind", "no learner should read 「错误」"),
        ("先算。", "算对就有分。", "unkind", "「就有分」: learners read 会了"),
    ],
)  # fmt: skip
def test_what_makes_a_choice_unsound_is_named_in_its_file(tiny, old, new, code, says):
    assert CHOICE.count(old) == 1
    text = CHOICE.replace(old, new)
    if code == "one-key":
        text = text.replace('{"香肠": "yes", "莲子": "yes"}', '"yes"').replace('{"腊肉": "no"}', '"maybe"')
        text = text.replace('"ask": "先问问"', '"ask": "先问问", "maybe": "看看"')
    tiny.write("course/pricing/questions/p1.py", text)
    assert tiny.build() is None
    fault = tiny.only_fault(code)
    assert fault.file == "course/pricing/questions/p1.py"
    assert says in fault.message
