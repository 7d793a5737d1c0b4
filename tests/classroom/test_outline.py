"""What a week's notebooks and questions are called, and where a learner goes back to."""

import json

import pytest
from tests.classroom.conftest import cell, graded, notebook
from tests.classroom.small_week import OUTLINES, SHEETS

from nongju.classroom.reporting.outline import Outline, in_order, outline_of, outlines_in, week_title
from nongju.classroom.reporting.practice import way_back

FIRST, SECOND, CODE = OUTLINES


def test_evenings_come_in_order_and_the_optional_part_last():
    names = ["advanced", "worksheet-10", "worksheet-2", "worksheet-1"]
    assert sorted(names, key=in_order) == ["worksheet-1", "worksheet-2", "worksheet-10", "advanced"]
    assert [one.advanced for one in OUTLINES] == [False, False, True]


def test_an_evening_is_called_by_its_number_and_a_week_without_it():
    assert [one.heading for one in OUTLINES] == ["第一晚 一单赚多少", "第二晚 降价与包邮", "进阶 一张表"]
    assert week_title(OUTLINES, "pricing-margin") == "定价与毛利"
    alone = outline_of("worksheet-1", [cell("markdown", "# 手机相机设置", "a")])
    assert (alone.heading, week_title([alone], "camera")) == ("手机相机设置", "手机相机设置")
    assert week_title([], "camera") == "camera"


def test_a_cell_is_called_by_its_first_line_or_heading():
    assert FIRST.names["p1-mark"] == "第 1 题：这一单开不开"
    assert SECOND.names["own-plan-task"] == "交给老师看：价格单"
    bare = outline_of(
        "w", [cell("markdown", "## 写一个函数", "a"), cell("code", "x = 1", "b", **graded("t"))]
    )
    assert bare.names["t"] == "写一个函数"


def test_the_places_of_questions_are_the_parts_of_the_lesson():
    assert (FIRST.places["guess-1-mark"], FIRST.places["p1-mark"]) == ("先猜一猜", "本周作业")
    assert FIRST.asks == ("guess-1-mark", "p1-mark", "p2-mark")


def test_the_outline_is_read_from_the_first_folder_that_has_notebooks(tmp_path):
    release = tmp_path / "release"
    release.mkdir()
    for name, made in SHEETS.items():
        (release / f"{name}.ipynb").write_text(json.dumps(made), encoding="utf-8")
    (release / "._worksheet-1.ipynb").write_text("x")
    assert outlines_in([tmp_path / "source", release]) == OUTLINES
    (release / "worksheet-2.ipynb").write_text("{")
    assert outlines_in([release])[1] == Outline("worksheet-2")
    assert outlines_in([tmp_path / "none"]) == []


@pytest.mark.parametrize(
    ("see", "sentence"),
    [
        ("讲一讲 二", "先看「讲一讲」的「二 鲜的缩了水：用除，不用乘」；做一做「练一练」，再重做这一题。"),
        (
            "讲一讲 一、讲一讲 二",
            "先看「讲一讲」的「一 一单的钱去哪了」，再看「讲一讲」的「二 鲜的缩了水：用除，不用乘」；"
            "做一做「练一练」，再重做这一题。",
        ),
        (
            "讲一讲 一、练一练 练 2",
            "先看「讲一讲」的「一 一单的钱去哪了」，再看「练一练」的「练 2」；再重做这一题。",
        ),
        ("讲一讲", "先看「讲一讲」；做一做「练一练」，再重做这一题。"),
        ("讲一讲 九", "先看「讲一讲」的「九」；做一做「练一练」，再重做这一题。"),
        ("", "先做「练一练」，做了马上有讲解；再重做这一题。"),
    ],
)
def test_the_way_back_is_what_the_author_names_or_the_weeks_practice(see, sentence):
    assert way_back(FIRST, "p1-mark", see) == sentence


@pytest.mark.parametrize(
    ("headings", "beginning"),
    [
        ("## 动手试", "回到「动手试」"),
        ("## 动手试\n\n## 本周作业", "先回到「动手试」"),
        ("## 讲一讲\n\n## 本周作业", "先回到「讲一讲」"),
        ("## 本周作业", "先把题目再读一遍"),
        ("", "先把题目再读一遍"),
    ],
)
def test_without_practice_there_is_always_somewhere_to_go(headings, beginning):
    made = notebook(
        cell("markdown", f"# 一周\n\n{headings}", "a"), cell("code", "# 题", "b", **graded("q-mark"))
    )
    assert way_back(outline_of("w", made["cells"]), "q-mark").startswith(beginning)


def test_what_was_not_done_is_done_and_not_done_again():
    assert way_back(FIRST, "p1-mark", done=False).endswith("；再做这一题。")


def test_a_section_is_found_by_the_whole_of_its_number():
    cells = [cell("markdown", "## 讲一讲\n\n### 十一 甲\n\n### 一百 乙\n\n### 一 丙", "a")]
    assert "「一 丙」" in way_back(outline_of("w", cells), "", "讲一讲 一")
