"""Tables: blank rows are ignored, a bad cell is named by row and column and spares the rest."""

from nongju import form

COLUMNS = [
    form.column("item", "名目"),
    form.column("yuan", "多少钱", kind="number", unit="元"),
    form.column("sure", "准不准", kind="choice", options={"yes": "准", "no": "估的"}),
]
FREE = form.table("rows", "成本", columns=COLUMNS)
FIXED = form.table("rows", "成本", columns=COLUMNS[1:], rows=["肉", "箱子", "快递"])


def test_blank_rows_of_a_free_table_fall_away():
    read = FREE.reading([{}, {"item": "盐", "yuan": "两块五"}, {"item": " ", "yuan": ""}])
    assert read.value == [{"item": "盐", "yuan": 2.5, "sure": None}]
    assert read.echo == "盐 2.5 元"


def test_rows_of_a_fixed_table_keep_their_place():
    read = FIXED.reading([{}, {"yuan": "3", "sure": "no"}])
    assert read.value == [
        {"yuan": None, "sure": None},
        {"yuan": 3.0, "sure": "no"},
        {"yuan": None, "sure": None},
    ]
    assert read.echo == "箱子 3 元 估的"


def test_what_a_row_label_has_in_brackets_is_not_said_back():
    near = form.column("jin", "斤", kind="number", unit="斤")
    table = form.table("rows", "装几斤", columns=[near], rows=["食堂（最多 200 斤）", "邻县（远）", "供销社"])
    read = table.reading([{"jin": "150"}, {"jin": "30"}, {"jin": "0"}])
    assert read.echo == "食堂 150 斤；邻县 30 斤；供销社 0 斤"


def test_an_all_blank_table_is_blank():
    assert FREE.reading([{}, {"item": ""}]).blank
    assert FIXED.reading([]).blank


def test_a_bad_cell_is_named_kept_as_typed_and_never_falls_back_to_what_stood_there_before():
    typed = [
        {"item": "盐和柴", "yuan": "十来块"},
        {"item": "箱", "yuan": "5斤"},
        {"item": "", "yuan": "几块"},
    ]
    read = FREE.reading(typed, before=[{"item": "盐", "yuan": "3"}])
    assert read.problem == (
        "第 1 行「多少钱」：差不多是多少？写一个数。 "
        "第 2 行「多少钱」：这一格要几元，你写的是「斤」。是几元？ "
        "第 3 行「多少钱」：到底是几？写一个数。"
    )
    assert read.cells == ((0, "yuan"), (1, "yuan"), (2, "yuan"))
    assert [row["yuan"] for row in read.value] == [None, None, None]
    assert read.echo == "盐和柴 「十来块」（还没读懂）；箱 「5斤」（还没读懂）；「几块」（还没读懂）"
    assert read.keep == typed


def test_a_table_of_which_nothing_can_be_read_has_no_value_and_is_not_blank():
    read = FIXED.reading([{"yuan": "几块"}])
    assert (read.value, read.blank) == (None, False)
    assert "「几块」" in read.shown


def test_a_cell_with_a_mobile_number_is_not_kept_and_the_others_are():
    read = FREE.reading([{"item": "王姐 13800138000", "yuan": "3"}])
    assert read.refused
    assert read.keep == [{"item": "", "yuan": "3"}]
    assert "13800138000" not in f"{read.echo}{read.problem}{read.typed}"


def test_a_fixed_row_is_named_by_its_label():
    assert FIXED.reading([{}, {"yuan": "-3"}]).problem.startswith("第 2 行（箱子）「多少钱」")


def test_words_of_the_scene_stand_in_rows_and_options():
    shots = form.column("shot", "放哪个", kind="choice", options={"a": "{a}", "b": "{b}"})
    order = form.table("order", "怎么排", columns=[shots], rows=["{first}", "第二个"])
    said = order.filled(lambda text: text.format(a="开坛", b="下锅", first="第一个"))
    assert said.reading([{"shot": "b"}, {"shot": "a"}]).echo == "第一个 下锅；第二个 开坛"


def test_rows_beyond_the_table_are_left_out():
    assert len(FREE.reading([{"item": str(n)} for n in range(50)]).value) == FREE.max_rows
