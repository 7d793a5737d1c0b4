"""What the lesson prints is not what a question asks."""

import pytest

RULES = """            form.wrong("one_jin", "只算一斤", lambda s: s.price, "看清几斤。"),"""


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("一单两斤，本钱 {case}`26 元`。", "26 元: the key of p1, cost, in scene 腊肉"),
        ("一单两斤，{case}`26.00 元`。", "26.00 元: the key of p1, cost, in scene 腊肉"),
    ],
)
def test_a_key_in_the_lesson_is_named_with_its_line(tiny, printed, said):
    tiny.edit("## 动手试\n", f"{printed}\n\n## 动手试\n")
    assert tiny.build() is None
    fault = tiny.only_fault("key-printed")
    assert fault.line == tiny.line(printed)
    assert said in fault.message


@pytest.mark.parametrize(
    "harmless",
    ["第 26 题，2026 年，26 号。", "一单 {case}`27 元`。", "上好的肉 {case}`26 斤`。", "一箱 {case}`8 元`。"],
)
def test_dates_numbering_other_units_and_small_numbers_give_nothing_away(tiny, harmless):
    tiny.edit("## 动手试\n", f"{harmless}\n\n## 动手试\n")
    tiny.built()
    assert not [fault for fault in tiny.log if fault.code == "key-printed"]


def test_a_worked_case_takes_other_numbers_than_any_scene(tiny):
    tiny.edit("鲜肉 {price} 元一斤。", "鲜肉 {price} 元一斤，熏 {days} 天。")
    tiny.edit("price=[15, 16], box=0", "price=[15, 16], days=20, box=0")
    tiny.edit("## 动手试\n", "肉 {case}`15 元`一斤，熏 {case}`20 天`。\n\n## 动手试\n")
    assert tiny.build() is None
    fault = tiny.only_fault("same-numbers")
    assert fault.line == tiny.line("熏 {case}`20 天`")
    assert "15 元、20 天 are the numbers of p1, scene 香肠" in fault.message


def test_the_right_one_of_several_numbers_is_a_key_too(tiny):
    tiny.edit(
        'fields=[form.number("cost", "两斤本钱几元？", unit="元")]',
        'fields=[form.number("cost", "两斤本钱几元？", unit="元"),\n'
        '        form.choice("open", "快门？", {"a": "1/100", "b": "1/60", "c": "1/250"})]',
    )
    more = """        ],
    ),
    form.rule_choice(
        "open",
        points=1,
        key={"腊肉": "a", "香肠": "c", "莲子": "a"},
        why="看。",
        wrong=[
            form.wrong("other_mains", "照外国的电", "b", "看。"),
            form.wrong("shortest", "只看快", {"腊肉": "c", "莲子": "c"}, "看。"),
            form.wrong("lamp_taken", "白天也当有灯", {"香肠": "a"}, "看。"),
        ],
    ),
)
"""
    tiny.edit("        ],\n    )\n)\n", more)
    tiny.edit('["key"] points=3', '["key"] points=4')
    tiny.built()
    tiny.edit("## 动手试\n", "灯下用 1/100。\n\n## 动手试\n")
    assert tiny.build() is None
    assert "1/100 : the right option of p1, open" in tiny.only_fault("key-printed").message
