"""Amounts as people type and say them: every row of the teaching notes, and the kinds beside them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.answers.quantities import quantity, sentences
from nongju.answers.quantities.quantity import read_gain
from nongju.answers.quantities.units import UNITS
from nongju.form import EVEN, format_gain, read_number

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
    ("一块八毛", "元", 1.8, "1.8 元"),
    ("两毛", "元", 0.2, "0.2 元"),
    ("2角", "元", 0.2, "0.2 元"),
    ("两毛五", "元", 0.25, "0.25 元"),
    ("三毛半", "元", 0.35, "0.35 元"),
    ("¥3.5", "元", 3.5, "3.5 元"),
    ("¥3.5元", "元", 3.5, "3.5 元"),
    ("12块钱", "元", 12, "12 元"),
    ("12元块", "元", 12, "12 元"),
    ("九斤斤", "斤", 9, "9 斤"),
    ("一百二", "元", 120, "120 元"),
    ("一千五", "元", 1500, "1500 元"),
    ("一万二", "元", 12000, "12000 元"),
    ("1万2", "元", 12000, "12000 元"),
    ("1w2", "元", 12000, "12000 元"),
    ("1.2w", "元", 12000, "12000 元"),
    ("1.2W", "人次", 12000, "12000 人次"),
    ("12k", "元", 12000, "12000 元"),
    ("3k斤", "斤", 3000, "3000 斤"),
    ("一百零二", "元", 102, "102 元"),
    ("三千零六", "元", 3006, "3006 元"),
    ("伍拾捌元整", "元", 58, "58 元"),
    ("1,200", "元", 1200, "1200 元（逗号是千位）"),
    ("3，600块", "元", 3600, "3600 元（逗号是千位）"),
    ("3 600", "元", 3600, "3600 元"),
    ("3 600元", "元", 3600, "3600 元"),
    ("12 元 5 角", "元", 12.5, "12.5 元"),
    ("O.5", "元", 0.5, "0.5 元（把字母当成了数字）"),
    ("l2", "元", 12, "12 元（把字母当成了数字）"),
    ("3О", "元", 30, "30 元（把字母当成了数字）"),  # a Cyrillic O
    ("至少71元", "元", 71, "71 元"),
    ("嗯十一块五毛二", "元", 11.52, "11.52 元"),
    ("呃，那个18块", "元", 18, "18 元"),
    ("本钱是69.16元", "元", 69.16, "69.16 元"),
    ("算下来12块", "元", 12, "12 元"),
    ("69.16。", "元", 69.16, "69.16 元"),
    ("69，", "元", 69, "69 元"),
    ("12(元)", "元", 12, "12 元"),
    ("\u202e12\u202c", "元", 12, "12 元"),
    ("1\u200b2", "元", 12, "12 元"),
    ("⑥", "元", 6, "6 元"),
    ("①6.5", "元", 6.5, "6.5 元"),
    ("8\ufe0f\u20e3", "元", 8, "8 元"),
    ("⁸", "元", 8, "8 元"),
    ("1/2", "元", 0.5, "0.5 元"),
    ("½块", "元", 0.5, "0.5 元"),
    ("2½", "元", 2.5, "2.5 元"),
    ("二又二分之一", "元", 2.5, "2.5 元"),
    ("三分之二元", "元", 0.6667, "0.6667 元"),
    ("一半", "元", 0.5, "0.5 元"),
    ("赚6块", "元", 6, "6 元"),
    ("半斤", "斤", 0.5, "0.5 斤"),
    ("斤半", "斤", 1.5, "1.5 斤"),
    ("三斤半", "斤", 3.5, "3.5 斤"),
    ("一斤二两", "斤", 1.2, "1.2 斤"),
    ("五斤七", "斤", 5.7, "5.7 斤"),
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
    ("2公斤=4斤", "斤", 4, "4 斤"),
    ("三成", "%", 30, "30 %"),
    ("三成五", "%", 35, "35 %"),
    ("半成", "%", 5, "5 %"),
    ("３０％", "%", 30, "30 %"),
    ("3个点", "%", 3, "3 %"),
    ("三个点五", "%", 3.5, "3.5 %"),
    ("4点5%", "%", 4.5, "4.5 %"),
    ("百分之三", "%", 3, "3 %"),
    ("百分之百", "%", 100, "100 %"),
    ("0.03%", "%", 0.03, "0.03 %"),
    ("8‰", "%", 0.8, "0.8 %"),
    ("千分之六", "%", 0.6, "0.6 %"),
    ("三分之一", "%", 33.3333, "33.3333 %"),
    ("⅖", "%", 40, "40 %"),
    ("3/100", "%", 3, "3 %"),
    ("一半", "%", 50, "50 %"),
    ("八折", "折", 0.8, "8 折"),
    ("八五折", "折", 0.85, "8.5 折"),
    ("八五折折", "折", 0.85, "8.5 折"),
    ("打8折", "折", 0.8, "8 折"),
    ("打个九折", "折", 0.9, "9 折"),
    ("7.2", "折", 0.72, "7.2 折"),
    ("85", "折", 0.85, "8.5 折"),
    ("0.8", "折", 0.8, "8 折"),
    ("打对折", "折", 0.5, "5 折"),
    ("半价", "折", 0.5, "5 折"),
    ("不打折", "折", 1, "10 折"),
    ("便宜三成", "折", 0.7, "7 折"),
    ("收九成", "折", 0.9, "9 折"),
    ("七折半", "折", 0.75, "7.5 折"),
    ("63单", "单", 63, "63 单"),
    ("8个", "单", 8, "8 单"),
    ("八单", "单", 8, "8 单"),
    ("俩", "单", 2, "2 单"),
    ("8.0", "单", 8, "8 单"),
    ("12个字", "个", 12, "12 个"),
    ("一个半小时", "小时", 1.5, "1.5 小时"),
    ("90分钟", "小时", 1.5, "90 分钟 = 1.5 小时"),
    ("三刻钟", "分钟", 45, "3 刻钟 = 45 分钟"),
    ("一个小时二十", "分钟", 80, "80 分钟"),
    ("两分半", "秒", 150, "150 秒"),
    ("1分20", "秒", 80, "80 秒"),
    ("两分半钟", "秒", 150, "150 秒"),
    ("1:20", "秒", 80, "80 秒"),
    ("一周", "天", 7, "1 周 = 7 天"),
    ("两天半", "天", 2.5, "2.5 天"),
    ("三里路", "公里", 1.5, "3 里 = 1.5 公里"),
    ("800米", "公里", 0.8, "800 米 = 0.8 公里"),
    ("2km", "里", 4, "2 公里 = 4 里"),
    ("一里", "米", 500, "1 里 = 500 米"),
    ("一米八", "米", 1.8, "1.8 米"),
    ("12元/斤", "元/斤", 12, "12 元/斤"),
    ("12块5一斤", "元/斤", 12.5, "12.5 元/斤"),
    ("每斤12", "元/斤", 12, "12 元/斤"),
    ("24元/公斤", "元/斤", 12, "一公斤 24 元 = 12 元/斤"),
    ("3000人次", "人次", 3000, "3000 人次"),
    ("两万五", "万元", 2.5, "2.5 万元"),
    ("3棵", "棵", 3, "3 棵"),
    ("3把", "把", 3, "3 把"),
]


@pytest.mark.parametrize(("text", "unit", "value", "echo"), HOW_PEOPLE_SAY_IT)
def test_read_and_said_back(text, unit, value, echo):
    reading = read_number(text, unit)
    assert reading.ask == ""
    assert reading.value == pytest.approx(value, abs=1e-9)
    assert reading.echo == echo


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("-7.5", "元", -7.5),
        ("−7.5", "元", -7.5),
        ("¥-7.5", "元", -7.5),
        ("-¥7.5", "元", -7.5),
        ("➖6", "元", -6),
        ("负三块五", "元", -3.5),
        ("亏了八块", "元", -8),
        ("倒贴2元", "元", -2),
        ("赔本1,200", "元", -1200),
        ("亏5%", "%", -5),
        ("赚8块2", "元", 8.2),
        ("不赚不亏", "元", 0),
        ("-16", "分贝", -16),
    ],
)
def test_a_sign_may_be_any_dash_or_a_word(text, unit, value):
    assert read_number(text, unit, negative=True).value == pytest.approx(value)


@pytest.mark.parametrize("unit", [unit for unit, known in UNITS.items() if not known.signed])
def test_nobody_has_less_than_nothing_of_things_weights_and_times(unit):
    assert read_number("-3", unit, negative=True).ask == sentences.NO_NEGATIVE


@pytest.mark.parametrize("unit", [unit for unit, known in UNITS.items() if known.whole])
@pytest.mark.parametrize("typed", ["8.5{unit}", "{unit}半", "八{unit}半", "1/2", "8½", "二分之一{unit}"])
def test_whole_things_want_whole_numbers(unit, typed):
    assert read_number(typed.format(unit=unit), unit).value is None


def test_a_whole_number_is_asked_for_with_its_neighbours():
    asked = "这里要整数，没有零头。是 8 单还是 9 单？写一个整数。"
    assert read_number("8.5单", "单").ask == asked


ROUGH = [
    # kinds of words that make an amount a rough one, in several places each
    *("百把斤", "块把", "毛把", "三块把", "斤把"),
    *("十来块", "五十来斤", "百十来块", "十来个点"),
    *("二十多块", "三块多", "十多斤", "一个多钟头", "一半多"),
    *("几块", "十几单", "几十块", "好几百", "二十几"),
    *("69左右", "三块上下", "大概70", "约12", "差不多十块", "十块的样子", "估计八块"),
    *("不到 50", "二十不到", "不足十斤", "将近一百", "近百斤", "快十块", "小一百"),
    *("十块出头", "五十开外", "三十以上", "超过十斤", "最多十块", "12元起", "100+", ">12", "≈3"),
    *("上百块", "上十斤", "成百", "数十", "十余斤", "百十块", "百八十块", "千八百", "千儿八百"),
    *("三五块", "七八十块", "三两块", "两三百", "十七八斤", "七、八块", "一两天", "二三成", "五六七块"),
    *("3-5", "3～5", "20-8", "20到30", "十到二十斤", "二十或三十", "3元-5元", "三块到四块"),
    *("三块四块", "十块八块", "三斤四斤"),
]


@pytest.mark.parametrize("text", ROUGH)
@pytest.mark.parametrize("unit", ["元", "斤", "%", "折", "单", "秒", "分钟", "天", "公里", "元/斤", ""])
def test_a_rough_amount_is_asked_about_in_every_unit(text, unit):
    reading = read_number(text, unit, negative=True)
    assert (reading.value, reading.echo) == (None, "")
    assert reading.ask.endswith(("。", "？"))


@pytest.mark.parametrize(
    ("text", "unit", "sentence"),
    [
        ("百把斤", "斤", sentences.SAY_ONE_NUMBER),
        ("最多十块", "元", sentences.SAY_ONE_NUMBER),
        ("三块多", "元", "多多少？写一个数，比如 3.5 元。"),
        ("三十多单", "单", "多多少？写一个数，比如 8 单。"),
        ("几块", "元", sentences.HOW_MANY),
        ("七、八块", "元", "是七块还是八块？写一个数。"),
        ("十七八斤", "斤", "是十七斤还是十八斤？写一个数。"),
        ("20-8", "元", "是 20 还是 8？写一个数。"),
        ("七八折", "折", "是七折还是八折？写一个数。"),
        ("5斤", "元", "这一格要几元，你写的是「斤」。是几元？"),
        ("5元", "斤", "这一格要几斤，你写的是「元」。是几斤？"),
        ("八折", "元", "这一格要几元，你写的是「折」。是几元？"),
        ("百分之五", "元", "这一格要几元，你写的是「百分之」。是几元？"),
        ("5斤", "", "这里只写数，不写「斤」。"),
        ("12元/斤", "元", "这是一斤的价。这一格问一共几元，算好再写。"),
        ("一斤12块", "元", "这是一斤的价。这一格问一共几元，算好再写。"),
        ("24元/公斤", "元", "这是一公斤的价。这一格问一共几元，算好再写。"),
        ("两筐", "斤", "一筐是几斤？写几斤。"),
        ("50天", "单", "这一格要几单，你写的是「天」。是几单？"),
        ("3000人", "人次", "这一格要几人次，你写的是「人」。是几人次？"),
        ("12元/箱", "元/斤", "这一格要一斤几元，你写的是「箱」。是一斤几元？"),
        ("8折", "%", "这里写百分之几。8 折是便宜 20 %，付 80 %。你要写哪一个？"),
        ("0.03", "%", "是 3 % 还是 0.03 %？带上 % 再写一次。"),
        ("点五", "%", "是 50 % 还是 0.5 %？带上 % 再写一次。"),
        ("万五", "%", sentences.TENTHS_OF_A_PERCENT),
        ("0.8折", "折", "0.8 折是付原价的 8 %。你是说 8 折吗？写「8 折」。"),
        ("1", "折", sentences.WHOLE_OR_TENTH),
        ("20%", "折", sentences.PAID_OR_OFF),
        ("15", "折", sentences.PAID_OR_OFF),
        ("三分之一", "折", sentences.PAID_OR_OFF),
        ("满200减30", "折", sentences.NOT_A_DISCOUNT),
        ("买二送一", "折", sentences.NOT_A_DISCOUNT),
        ("3k", "斤", "「3k」有两种读法。写清楚几斤。"),
        ("两块钱五毛", "元", sentences.ABOUT_OR_EXACT),
        ("1,2345", "元", sentences.COMMA_UNCLEAR),
        ("-3", "元", sentences.NO_NEGATIVE),
        ("亏1.5", "元", sentences.NO_NEGATIVE),
        ("69.16 70", "元", sentences.ONE_ONLY),
        ("3.5.1", "元", "这里没看懂。写一个数，比如 3.5 元。"),
        ("①②", "元", sentences.ONE_ONLY),
        ("10²", "元", sentences.ONE_ONLY),
        ("45+14", "元", sentences.WORK_OUT),
        ("十加五", "元", sentences.WORK_OUT),
        ("3×4", "元", sentences.WORK_OUT),
        ("50/63", "元", sentences.WORK_OUT),
        ("2+3=5", "元", sentences.WORK_OUT),
        ("99999999999", "元", sentences.TOO_BIG),
        ("0.000001", "元", sentences.TOO_SMALL),
        ("不知道", "元", sentences.DONT_KNOW),
        ("没算", "斤", sentences.DONT_KNOW),
        ("？？", "元", sentences.DONT_KNOW),
        ("腊肉", "元", "这里没看懂。写一个数，比如 3.5 元。"),
    ],
)
def test_what_cannot_be_used_gets_a_kind_sentence(text, unit, sentence):
    reading = read_number(text, unit)
    assert (reading.value, reading.ask) == (None, sentence)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("多半", "斤"),
        ("一个半", "元"),
        ("两半", "斤"),
        ("半百", "元"),
        ("块5", "元"),
        ("斤8", "斤"),
        ("五三", "元"),
        ("七八九", "元"),
        ("二十块零五", "元"),
        ("三斤零二", "斤"),
        ("三块二五", "元"),
        ("3.5元5角", "元"),
        ("3元15角", "元"),
        ("半斤八两", "斤"),
        ("一分五", "秒"),
        ("1:30", "分钟"),
        ("两点半", "分钟"),
        ("一个半", "分钟"),
        ("III", "元"),
        ("O", "元"),
        ("12..5", "元"),
        ("12…", "元"),
        ("(7.5)", "元"),
        ("--3", "元"),
        ("一百零五十", "元"),
        ("二又二分之一", "%"),
        ("0x10", "元"),
        ("1e3", "元"),
        ("3斤10元", "元/斤"),
        ("十一斤", "元/斤"),
        ("1.2.3", "元"),
        ("半天", "分钟"),
        ("25兆", "MB"),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about(text, unit):
    reading = read_number(text, unit, negative=True)
    assert reading.value is None
    assert reading.ask


@pytest.mark.parametrize("text", ["", "  ", "　", "\u200b", "\u202e"])
def test_nothing_typed_is_blank(text):
    assert read_number(text, "元").blank
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
        ("亏一半", -0.5, "亏 0.5 元"),
        ("0", 0, "不赚不亏"),
        ("不赚不亏", 0, "不赚不亏"),
        ("保本", 0, "不赚不亏"),
        ("赚0", 0, "不赚不亏"),
    ],
)
def test_gain_is_signed_by_word(text, value, echo):
    reading = read_gain(text)
    assert (reading.value, reading.echo) == (pytest.approx(value), echo)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1.5", sentences.WHICH_SIGN),
        ("赚-1.5", sentences.TWO_SIGNS),
        ("亏", "再写上是几元。"),
        ("亏十来块", sentences.SAY_ONE_NUMBER),
    ],
)
def test_gain_without_a_clear_sign_is_asked_back(text, sentence):
    assert read_gain(text).ask == sentence


SOME_UNITS = st.sampled_from(["", "元/斤", "万元", "倍", *UNITS])
TYPED = st.text(
    "0123456789.，。，块元角毛分斤两公千克半成折点个一二三十百万零亏赚-+oOl /%把来又之½①⑥kw里米秒=~()打让",
    max_size=14,
) | st.text(max_size=20)


@given(TYPED, SOME_UNITS, st.booleans())
def test_anything_typed_gives_a_value_or_a_sentence(text, unit, negative):
    reading = read_number(text, unit, negative=negative)
    assert (reading.value is None) == (reading.echo == "")
    assert (reading.value is None) == (reading.ask != "")
    if reading.value is not None:
        assert math.isfinite(reading.value)
        assert negative or reading.value >= 0
        assert not reading.blank


@given(TYPED, SOME_UNITS, st.booleans())
def test_what_was_read_of_anything_reads_as_the_same_value(text, unit, negative):
    reading = read_number(text, unit, negative=negative)
    if reading.value is not None:
        assert read_number(reading.echo, unit, negative=negative).value == reading.value


@given(TYPED)
def test_anything_typed_as_a_gain_gives_a_value_or_a_sentence(text):
    reading = read_gain(text)
    assert (reading.value is None) == (reading.echo == "")
    if reading.value is not None:
        assert read_gain(reading.echo).value == reading.value


@given(st.integers(0, 10**7), st.sampled_from(["元", "元/斤", "斤", "公斤", "%", "天", "小时", "公里", ""]))
def test_plain_digits_mean_themselves_in_every_unit(hundredths, unit):
    text = f"{hundredths / 100:.2f}"
    full_width = text.translate(str.maketrans("0123456789.", "０１２３４５６７８９。"))
    bare = [] if unit == "%" and 0 < hundredths < 100 else [text, full_width]  # 3 %, or 0.03 %?
    for typed in (*bare, f"{text} {unit}"):
        assert read_number(typed, unit).value == pytest.approx(hundredths / 100)


@given(st.integers(0, 99_999), st.integers(0, 9), st.integers(0, 9))
def test_yuan_jiao_fen_add_up(yuan, jiao, fen):
    assert read_number(f"{yuan}元{jiao}角{fen}分", "元").value == pytest.approx(yuan + jiao / 10 + fen / 100)


@given(st.floats(-1e6, 1e6).map(lambda x: round(x, 2)))
def test_what_is_said_back_reads_as_the_same_value(value):
    assert read_gain(quantity.echo_gain(value)).value == pytest.approx(value)
    assert read_number(quantity.echo(abs(value), "元"), "元").value == pytest.approx(abs(value))


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
