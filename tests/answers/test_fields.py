"""Each kind of blank reads what was stored and says back what it read, whatever comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju import form
from nongju.answers.kinds.choice import UNKNOWN_OPTION

ALL = [
    form.number("cost", "几元？", unit="元"),
    form.gain("profit", "赚还是亏？"),
    form.choice("open", "开不开？", {"yes": "开", "no": "不开"}),
    form.choices("which", "哪几样？", {"a": "肉", "b": "箱", "c": "运费"}),
    form.text("reason", "为什么？", max_chars=20, starter="我家的__是__做的"),
    form.table(
        "rows",
        "成本",
        columns=[form.column("item", "名目"), form.column("yuan", "几元", kind="number", unit="元")],
    ),
]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("typed", ["一斤十一块五毛二", "11.52元/斤", "11块5毛2一斤", "23.04/公斤", "11.52"])
def test_where_the_price_of_one_jin_is_asked_it_may_be_said_so(typed):
    asked = form.number("cost", "① 一斤干莲子，光货钱几元？", unit="元")
    assert (asked.reading(typed).value, asked.reading(typed).echo) == (11.52, "11.52 元")


def test_where_all_of_it_is_asked_the_price_of_one_jin_is_asked_back():
    asked = form.number("less", "③ 一斤不留。少落几元？", unit="元")
    assert asked.reading("一斤18元").problem.startswith("这是一斤的价")


@pytest.mark.parametrize("field", ALL, ids=lambda field: field.kind)
@given(raw=JSON)
def test_any_raw_value_is_read_or_refused_never_a_crash(field, raw):
    read = field.reading(raw)
    assert read.value is None or isinstance(read.echo, str)


def test_a_choice_is_its_key_and_says_its_label():
    read = ALL[2].reading("no")
    assert (read.value, read.echo) == ("no", "不开")
    assert ALL[2].reading("maybe").problem == UNKNOWN_OPTION


def test_choices_are_a_set_said_in_the_order_shown():
    read = ALL[3].reading(["c", "a"])
    assert (read.value, read.echo) == (frozenset({"a", "c"}), "肉、运费")
    assert ALL[3].reading([]).blank


def test_the_untouched_starter_counts_as_blank():
    assert ALL[4].reading("我家的__是__做的").blank
    assert ALL[4].reading("我家的腊肉是柴火做的").value == "我家的腊肉是柴火做的"


def test_a_text_that_is_too_long_says_how_long_it_is():
    assert ALL[4].reading("好" * 21).problem == "写得太长了，最多 20 个字。现在 21 个。"


@pytest.mark.parametrize(
    "make",
    [
        lambda: form.number("Cost", "几元？"),
        lambda: form.number("cost", " "),
        lambda: form.number("orders", "几单？", unit="单", negative=True),
        lambda: form.choice("open", "开？", {"yes": "开"}),
        lambda: form.choice("open", "开？", {"yes": "开", "no": "开"}),
        lambda: form.choice("open", "开？", {"是": "开", "no": "不开"}),
        lambda: form.column("x", "列", kind="date"),
        lambda: form.table("rows", "表", columns=[]),
        lambda: form.table("rows", "表", columns=[form.column("x", "列")], min_rows=9, max_rows=3),
    ],
)
def test_what_an_author_gets_wrong_is_said_at_once(make):
    with pytest.raises(ValueError, match=r"\w"):
        make()
