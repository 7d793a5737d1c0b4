"""Every figure has a value, a unit, a date, a source and a certainty; all faults come at once."""

from pathlib import Path

import pytest

from nongju.course.facts import (
    EmptyFactError,
    FactsError,
    UnknownFactError,
    parse_facts,
    read_facts,
    with_unit,
)

HEAD = "key,value,unit,year,place,topic,source,checked,certainty,note,conflict\n"
GOOD = HEAD + (
    "pork_2022,30.30,元/公斤,2022-09-08,全国批发,pork,新闻 2022-09,2026-11-22,S,,\n"
    "fee_2022,0,%,2022,视频号小店,fee,新闻 2023-01,2026-11-22,S,,\n"
    "fee_low,1,%,2023-01,视频号小店,fee,新闻 2023-01,2026-11-22,S,,\n"
    "fee_own,,%,,我店里现在的数,fee,老师填,2026-11-22,U,,\n"
    "box,0.4,公斤,,,box,本课,2026-11-22,ASSUMED,自己称,\n"
    "loss_a,20,%,约2019,,loss,报道甲,2026-11-22,S,,vegetable\n"
    "loss_b,30,%,,,loss,报道乙,2026-11-22,W,,vegetable\n"
)


def problems(text: str) -> list[tuple[int, str]]:
    with pytest.raises(FactsError) as caught:
        parse_facts(text)
    return [(problem.row, problem.message) for problem in caught.value.problems]


def test_a_fact_is_shown_with_its_unit_and_with_its_date_and_place():
    facts = parse_facts(GOOD)
    assert facts["pork_2022"].number == 30.3
    assert facts["pork_2022"].shown() == "30.3 元/公斤"
    assert facts["pork_2022"].dated() == "30.3 元/公斤（2022年9月8日，全国批发）"
    assert facts["fee_low"].dated() == "1%（2023年1月，视频号小店）"


def test_without_a_place_the_source_stands_beside_the_date():
    facts = parse_facts(GOOD)
    assert facts["loss_a"].dated() == "20%（约2019年，报道甲）"
    assert facts["loss_b"].dated() == "30%（报道乙）"


def test_an_assumption_says_so_and_is_no_stated_fact():
    facts = parse_facts(GOOD)
    assert facts["box"].assumed() == "0.4 公斤（估的，自己改）"
    assert not facts["box"].stated
    assert facts["loss_b"].stated


def test_the_presets_read_as_a_table_with_the_own_shop_left_empty():
    rows = parse_facts(GOOD).topic("fee")
    assert [(row.place, row.value) for row in rows] == [
        ("视频号小店", 0),
        ("视频号小店", 1),
        ("我店里现在的数", None),
    ]
    with pytest.raises(EmptyFactError, match="no value yet"):
        _ = rows[2].number


def test_rows_that_contradict_each_other_are_found_together():
    conflicts = parse_facts(GOOD).conflicts()
    assert {mark: [row.key for row in rows] for mark, rows in conflicts.items()} == {
        "vegetable": ["loss_a", "loss_b"]
    }


def test_an_unknown_key_offers_the_nearest_ones():
    with pytest.raises(UnknownFactError, match="did you mean pork_2022") as caught:
        parse_facts(GOOD)["pork_2020"]
    assert str(caught.value).startswith("no fact 'pork_2020' in facts.csv")


def test_every_problem_is_reported_with_its_row_before_anything_is_read():
    text = HEAD + (
        "Pork,thirty,元,2022,,,新闻,2026-11-22,S,,\n"
        "fee,1,%,2022,,,,yesterday,MAYBE,,\n"
        "fee,nan,%,2022,,,新闻,2026-11-22,S,,\n"
        "empty,,%,2022,,,新闻,2026-11-22,S,,\n"
        "lonely,2,%,2022,,,新闻,2026-11-22,S,,alone\n"
        "short,2,%\n"
    )
    found = problems(text)
    assert found == [
        (2, "key 'Pork' must be lower-case letters, digits, '_' or '.'"),
        (2, "value 'thirty' is not a number"),
        (3, "certainty 'MAYBE' is unknown; use one of A ASSUMED GK L P S SEED U W"),
        (3, "source is missing; name who published it, and when"),
        (3, "checked must be a date such as 2026-11-22, not 'yesterday'"),
        (4, "value 'nan' is not a number"),
        (4, "duplicate key 'fee', first used in row 3"),
        (5, "a stated fact needs a value; leave it empty only with certainty U"),
        (6, "conflict 'alone' stands in one row only; mark the row it disagrees with too"),
        (7, "expected 10 columns; put quotes round a text that holds a comma"),
    ]


def test_a_missing_column_is_named():
    assert problems("key,value\n") == [
        (1, "missing column unit, year, place, topic, source, checked, certainty, note")
    ]


def test_the_courses_own_figures_are_sound():
    facts = read_facts(Path(__file__).parents[2] / "course" / "facts.csv")
    assert facts["fee_2022"].number == 0
    assert facts["fee_own"].value is None
    assert facts["session_turnover_2022"].shown() == "6681 元"
    assert {row.key for row in facts.topic("platform_fee")} >= {"fee_2022", "fee_2023_low", "fee_own"}


@pytest.mark.parametrize(
    ("value", "unit", "digits", "shown"),
    [
        (13.0, "元", None, "13 元"),
        (0.4, "公斤", None, "0.4 公斤"),
        (2, "%", None, "2%"),
        (8, "折", None, "8折"),
        (1_000_000, "元", None, "100 万元"),
        (11_000, "元", None, "1.1 万元"),
        (6681, "元", None, "6681 元"),
        (22.580645, "元/斤", 2, "22.58 元/斤"),
        (2.675, "元", 2, "2.68 元"),
        (-0.001, "元", 2, "0 元"),
        (0.72, "", 2, "0.72"),
    ],
)
def test_figures_are_written_as_people_write_them(value, unit, digits, shown):
    assert with_unit(value, unit, digits) == shown
