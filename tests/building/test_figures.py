"""A figure in a lesson names its source; the rest of the text is left as written."""

import pytest

from nongju.building.checks.figures import calculate, fill_figures
from nongju.building.fault import FaultLog
from nongju.building.myst import Cell
from nongju.course.facts import Facts, parse_facts

FACTS = (
    "key,value,unit,year,place,topic,source,checked,certainty,note,conflict\n"
    "pork,30.30,元/公斤,2022-09-08,全国批发,price,新闻甲,2026-11-22,S,,\n"
    "lard,12,元/斤,,,price,新闻乙,2026-11-22,W,板油,\n"
    "own,,元/斤,,我店里现在的数,price,老师填,2026-11-22,U,,\n"
    "box,0.4,公斤,,,box,本课,2026-11-22,ASSUMED,,\n"
)


@pytest.fixture
def facts() -> Facts:
    return parse_facts(FACTS)


def filled(source: str, facts: Facts) -> str:
    log = FaultLog()
    text = fill_figures(Cell("markdown", source, 10, "a.md"), facts, log).text
    assert [str(fault) for fault in log] == []
    return text


def test_an_assumption_says_so_on_the_page(facts):
    assert filled("箱重 {assume}`box`。", facts) == "箱重 0.4 公斤（估的，自己改）。"


def test_a_calculation_may_use_facts_and_the_pricing_functions(facts):
    assert filled('合 {calc}`f["pork"]/2|2|元/斤`。', facts) == "合 15.15 元/斤。"
    assert calculate("whole_units(62.5)", facts) == 63
    assert calculate("ceil(2.1) + max(1, 2)", facts) == 5


@pytest.mark.parametrize("expression", ["__import__('os')", "open('x')", "True", "f", "().__class__", "1/0"])
def test_a_calculation_gives_a_number_or_a_reason(facts, expression):
    with pytest.raises(ValueError, match=r"cannot be computed|not a number"):
        calculate(expression, facts)


def test_a_topic_becomes_a_table_with_the_empty_row_in_sight(facts):
    assert filled("各说各的：\n\n{topic}`price`\n\n问清再算。", facts) == (
        "各说各的：\n\n"
        "| 说的是哪里、哪样 | 数 | 什么时候 | 谁说的 |\n"
        "| --- | --- | --- | --- |\n"
        "| 全国批发 | 30.3 元/公斤 | 2022年9月8日 | 新闻甲 |\n"
        "| 板油 | 12 元/斤 | 没写日期 | 新闻乙 |\n"
        "| 我店里现在的数 | （空着，老师填） | 没写日期 | 老师填 |\n\n"
        "问清再算。"
    )


def test_a_table_does_not_move_the_lines_of_what_follows(facts):
    log = FaultLog()
    fill_figures(Cell("markdown", "{topic}`price`\n\n一斤 5 元。", 10, "a.md"), facts, log)
    assert [fault.line for fault in log] == [12]


@pytest.mark.parametrize("text", ["`5 元`", "<!-- 5 元 -->", "![图](assets/5元.svg)", "第 5 题", "一斤几元"])
def test_what_is_no_figure_of_the_lesson_is_left_alone(facts, text):
    assert filled(text, facts) == text
