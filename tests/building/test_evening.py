"""One evening asks what one evening can hold, and says of itself what is so."""

import pytest
from tests.building.conftest import P1

from nongju.building.checks.evening import chinese_number

SYLLABUS = """\
[[week]]
name = "pricing"
minutes = [90]

[[week.evening]]
notebook = "worksheet"
points = {points}
"""


def add_questions(tiny, count, extra=""):
    for number in range(2, count + 2):
        text = P1.replace("pricing/p1", f"pricing/p{number}")
        tiny.add(f"p{number}", f"第 {number} 题{extra}", text, "## 一句话带走")


def test_eight_graded_questions_are_an_evening_and_nine_are_not(tiny):
    add_questions(tiny, 7)
    tiny.built()
    tiny.add("p9", "第 9 题", P1.replace("pricing/p1", "pricing/p9"), "## 一句话带走")
    assert tiny.build() is None
    assert "9 graded questions, at most 8 an evening" in tiny.only_fault("many-questions").message


def test_about_twelve_typed_numbers_are_an_evening_and_those_for_the_week_do_not_count(tiny):
    field = 'form.number("cost", "两斤本钱几元？", unit="元")'
    more = ", ".join(f'form.number("n{n}", "几元？", unit="元")' for n in range(12))
    rules = "".join(
        f'    form.rule_number("n{n}", points=1, key={n + 50}, within=0.05, why="看。", wrong=[]),\n'
        for n in range(12)
    )
    tiny.edit(field, f"{field}, {more}")
    tiny.edit("        ],\n    )\n)\n", f"        ],\n    ),\n{rules})\n")
    tiny.edit('["key"] points=3', '["key"] points=15')
    assert tiny.build() is None
    assert "13 numbers to type" in tiny.only_fault("many-numbers").message
    tiny.edit("{question} p1 第 1 题", "{question} p1 第 1 题（加练）")
    tiny.built()


def test_reading_counts_the_lesson_the_questions_and_their_explanations(tiny):
    tiny.edit("两斤就是两个 {price} 元。", "两斤就是两个 {price} 元。" + "再想一想，慢慢算。" * 450)
    assert tiny.build() is None
    assert (
        "characters must be read, explanations included, at most 3600"
        in tiny.only_fault("long-evening").message
    )


@pytest.mark.parametrize("said", ["五道必做", "必做五题", "2 道加练"])
def test_counts_in_the_lesson_are_those_of_its_questions(tiny, said):
    tiny.edit("先称，再算。", f"{said}，先称，再算。")
    assert tiny.build() is None
    fault = tiny.only_fault("count")
    assert fault.line == tiny.line(said)
    assert f"'{said}': there are {0 if '加练' in said else 1}" in fault.message


def test_a_question_is_numbered_by_its_place(tiny):
    tiny.edit("{question} p1 第 1 题", "{question} p1 第 2 题")
    assert tiny.build() is None
    assert "p1 is called 第 2 题 and is number 1" in tiny.only_fault("numbering").message


def test_the_parts_take_the_minutes_that_the_syllabus_says(tiny):
    tiny.write("course/syllabus.toml", SYLLABUS.format(points=8))
    tiny.edit("会算一单本钱。", "会算一单本钱。（三十分钟）会看运费。（六十分钟）")
    tiny.built()
    tiny.edit("（六十分钟）", "（四十分钟）")
    assert tiny.build() is None
    assert "the parts take 70 minutes, the syllabus says 90" in tiny.only_fault("minutes").message
    tiny.edit("会算一单本钱。", "余下的时间，写自己的单子。会算一单本钱。")
    tiny.built()


def test_a_question_sends_back_to_a_section_that_is_there(tiny):
    tiny.edit("猪肉批发价", "### 一 先称\n\n猪肉批发价")
    tiny.edit('    "pricing/p1",\n', '    "pricing/p1",\n    see="讲一讲 一、练一练",\n')
    tiny.built()
    tiny.edit('see="讲一讲 一、练一练"', 'see="讲一讲 二"')
    assert tiny.build() is None
    assert "p1: the lesson has no 「讲一讲 二」; there are 讲一讲 一" in tiny.only_fault("see").message


@pytest.mark.parametrize(
    ("text", "number"), [("三十", 30), ("二十五", 25), ("十", 10), ("两", 2), ("40", 40), ("几", None)]
)
def test_small_numbers_are_read_in_chinese(text, number):
    assert chinese_number(text) == number
