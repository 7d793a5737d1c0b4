"""Amounts as people type and say them: every row of the teaching notes, and the ways they go wrong."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.answers import measures, quantity
from nongju.answers.quantity import read, read_gain
from nongju.form import EVEN, format_gain

HOW_PEOPLE_SAY_IT = [
    # what is typed, the field's unit, value, echo
    ("3。5", "元", 3.5, "3.5 元"),
    ("3．5", "元", 3.5, "3.5 元"),
    ("3,5", "元", 3.5, "3.5 元（逗号当小数点）"),
    ("３.５", "元", 3.5, "3.5 元"),
    ("３，５", "元", 3.5, "3.5 元（逗号当小数点）"),
    ("三块五", "元", 3.5, "3.5 元"),
    ("3块5", "元", 3.5, "3.5 元"),
    ("3元5角", "元", 3.5, "3.5 元"),
    ("3块5毛", "元", 3.5, "3.5 元"),
    ("三块半", "元", 3.5, "3.5 元"),
    ("块五", "元", 1.5, "1.5 元"),
    ("3块05", "元", 3.05, "3.05 元"),
    ("三块零五", "元", 3.05, "3.05 元"),
    ("22块58", "元", 22.58, "22.58 元"),
    ("一百二十块零五毛", "元", 120.5, "120.5 元"),
    ("两毛", "元", 0.2, "0.2 元"),
    ("2角", "元", 0.2, "0.2 元"),
    ("两毛五", "元", 0.25, "0.25 元"),
    ("¥3.5", "元", 3.5, "3.5 元"),
    ("12块钱", "元", 12, "12 元"),
    ("一百二", "元", 120, "120 元"),
    ("一千五", "元", 1500, "1500 元"),
    ("一万二", "元", 12000, "12000 元"),
    ("1万2", "元", 12000, "12000 元"),
    ("一百零二", "元", 102, "102 元"),
    ("1,200", "元", 1200, "1200 元（逗号是千位）"),
    ("O.5", "元", 0.5, "0.5 元（把字母当成了数字）"),
    ("l2", "元", 12, "12 元（把字母当成了数字）"),
    ("至少71元", "元", 71, "71 元"),
    ("本钱是69.16元", "元", 69.16, "69.16 元"),
    ("69.16。", "元", 69.16, "69.16 元"),
    ("半斤", "斤", 0.5, "0.5 斤"),
    ("斤半", "斤", 1.5, "1.5 斤"),
    ("三斤半", "斤", 3.5, "3.5 斤"),
    ("一斤二两", "斤", 1.2, "1.2 斤"),
    ("二两", "斤", 0.2, "2 两 = 0.2 斤"),
    ("两两", "斤", 0.2, "2 两 = 0.2 斤"),
    ("两斤", "斤", 2, "2 斤"),
    ("两公斤", "斤", 4, "2 公斤 = 4 斤"),
    ("2千克", "斤", 4, "2 公斤 = 4 斤"),
    ("两千克", "斤", 4, "2 公斤 = 4 斤"),
    ("2kg", "斤", 4, "2 公斤 = 4 斤"),
    ("2 KG", "斤", 4, "2 公斤 = 4 斤"),
    ("一公斤半", "斤", 3, "3 斤"),
    ("500克", "斤", 1, "500 克 = 1 斤"),
    ("三斤", "公斤", 1.5, "3 斤 = 1.5 公斤"),
    ("三成", "%", 30, "30 %"),
    ("三成五", "%", 35, "35 %"),
    ("３０％", "%", 30, "30 %"),
    ("3个点", "%", 3, "3 %"),
    ("百分之三", "%", 3, "3 %"),
    ("一半", "%", 50, "50 %"),
    ("八折", "折", 0.8, "8 折"),
    ("八五折", "折", 0.85, "8.5 折"),
    ("打8折", "折", 0.8, "8 折"),
    ("7.2", "折", 0.72, "7.2 折"),
    ("85", "折", 0.85, "8.5 折"),
    ("0.8", "折", 0.8, "8 折"),
    ("63单", "单", 63, "63 单"),
    ("一个半小时", "小时", 1.5, "1.5 小时"),
    ("90分钟", "小时", 1.5, "90 分钟 = 1.5 小时"),
    ("一周", "天", 7, "1 周 = 7 天"),
    ("12元/斤", "元/斤", 12, "12 元/斤"),
    ("12块5一斤", "元/斤", 12.5, "12.5 元/斤"),
    ("24元/公斤", "元/斤", 12, "一公斤 24 元 = 12 元/斤"),
    ("3000人次", "人次", 3000, "3000 人次"),
    ("3棵", "棵", 3, "3 棵"),
]


@pytest.mark.parametrize(("text", "unit", "value", "echo"), HOW_PEOPLE_SAY_IT)
def test_read_and_said_back(text, unit, value, echo):
    reading = read(text, unit)
    assert reading.problem == ""
    assert reading.value == pytest.approx(value, abs=1e-9)
    assert reading.echo == echo


ONE_NUMBER = measures.SAY_ONE_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "百把斤",
        "十来块",
        "不到 50",
        "二十多块",
        "三五块",
        "七八十块",
        "69左右",
        "大概70",
        "3-5",
        "3～5",
        "几块",
    ],
)
def test_a_rough_amount_is_asked_back_not_guessed(text):
    unit = "斤" if "斤" in text else "元"
    assert read(text, unit).problem == "差不多是多少？写一个数。"


@pytest.mark.parametrize(
    ("text", "unit", "sentence"),
    [
        ("5斤", "元", "这里问的是几元。你写的是「斤」，再看看题。"),
        ("5元", "斤", "这里问的是几斤。你写的是「元」，再看看题。"),
        ("12元/斤", "元", measures.PER_JIN),
        ("50天", "单", "这里问的是几单。你写的是「天」，再看看题。"),
        ("3000人", "人次", "这里问的是几人次。你写的是「人」，再看看题。"),
        ("8折", "%", "这里写百分之几。8 折是便宜 20 %，付 80 %。你要写哪一个？"),
        ("0.8折", "折", "0.8 折是付原价的 8 %。你是说 8 折吗？写「8 折」。"),
        ("-3", "元", quantity.NO_NEGATIVE),
        ("亏1.5", "元", quantity.NO_NEGATIVE),
        ("1,2345", "元", measures.COMMA_UNCLEAR),
        ("69.16 70", "元", measures.ONE_ONLY),
        ("3.5.1", "元", measures.ONE_ONLY),
        ("45+14", "元", quantity.WORK_OUT),
        ("99999999999", "元", quantity.TOO_BIG),
        ("不知道", "元", "这里没看懂。写一个数，比如 3.5 元。"),
    ],
)
def test_what_cannot_be_used_gets_a_kind_sentence(text, unit, sentence):
    reading = read(text, unit)
    assert (reading.value, reading.problem) == (None, sentence)


@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_nothing_typed_is_blank_not_a_problem(text):
    assert read(text, "元").blank
    assert read_gain(text).blank


@pytest.mark.parametrize(
    ("text", "value", "echo"),
    [
        ("亏1.5", -1.5, "亏 1.5 元"),
        ("-1.5", -1.5, "亏 1.5 元"),
        ("少1块5", -1.5, "亏 1.5 元"),
        ("亏-1.5", -1.5, "亏 1.5 元"),
        ("亏亏1.5", -1.5, "亏 1.5 元"),
        ("赚三块五", 3.5, "赚 3.5 元"),
        ("亏 1.54元", -1.54, "亏 1.54 元"),
        ("0", 0, "不赚不亏"),
        ("不赚不亏", 0, "不赚不亏"),
        ("赚0", 0, "不赚不亏"),
    ],
)
def test_gain_is_signed_by_word(text, value, echo):
    reading = read_gain(text)
    assert (reading.value, reading.echo) == (pytest.approx(value), echo)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.5", quantity.WHICH_SIGN),
        ("赚-1.5", quantity.TWO_SIGNS),
        ("亏", "再写上是几元。"),
        ("亏十来块", ONE_NUMBER),
    ],
)
def test_gain_without_a_clear_sign_is_asked_back(text, sentence):
    assert read_gain(text).problem == sentence


UNITS = st.sampled_from(
    ["", "元", "元/斤", "斤", "公斤", "%", "折", "单", "天", "小时", "分钟", "个", "箱", "人次"]
)
TYPED = st.text(
    "0123456789.，。，块元角毛分斤两公千克半成折点个一二三十百万零亏赚-+oOl /%把来 ", max_size=14
) | st.text(max_size=20)


@given(TYPED, UNITS, st.booleans())
def test_anything_typed_gives_a_value_or_a_sentence(text, unit, negative):
    reading = read(text, unit, negative=negative)
    assert (reading.value is None) == (reading.echo == "")
    assert not (reading.value is not None and reading.problem)
    if reading.value is not None:
        assert math.isfinite(reading.value)
        assert negative or reading.value >= 0


@given(TYPED)
def test_anything_typed_as_a_gain_gives_a_value_or_a_sentence(text):
    reading = read_gain(text)
    assert (reading.value is None) == (reading.echo == "")


@given(st.integers(0, 10**7), st.sampled_from(["元", "元/斤", "斤", "公斤", "%", "单", "天", "小时", ""]))
def test_plain_digits_mean_themselves_in_every_unit(hundredths, unit):
    text = f"{hundredths / 100:.2f}"
    for typed in (
        text,
        text.translate(str.maketrans("0123456789.", "０１２３４５６７８９。")),
        f"{text} {unit}",
    ):
        assert read(typed, unit).value == pytest.approx(hundredths / 100)


@given(st.integers(0, 99_999), st.integers(0, 9), st.integers(0, 9))
def test_yuan_jiao_fen_add_up(yuan, jiao, fen):
    assert read(f"{yuan}元{jiao}角{fen}分", "元").value == pytest.approx(yuan + jiao / 10 + fen / 100)


@given(st.floats(-1e6, 1e6).map(lambda x: round(x, 2)))
def test_what_is_said_back_reads_as_the_same_value(value):
    assert read_gain(quantity.echo_gain(value)).value == pytest.approx(value)
    assert read(quantity.echo(abs(value), "元"), "元").value == pytest.approx(abs(value))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (3.2, "赚 3.2 元"),
        (-1.536, "亏 1.54 元"),
        (0.0, EVEN),
        (-0.0, EVEN),
        (-0.004, EVEN),
        (0.005, "赚 0.01 元"),
    ],
)
def test_a_gain_in_a_sentence_is_to_the_fen_and_never_minus_nothing(value, said):
    assert format_gain(value) == said
