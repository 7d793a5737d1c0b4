"""The report and its tables, from a class made by hand."""

import re

import pytest
from openpyxl import load_workbook
from tests.classroom.small_week import OUTLINES, SHEETS
from tests.snapshots import assert_as_seen

from nongju.classroom.collecting.record import Stray
from nongju.classroom.reporting.columns import Column, columns_of, titles_of
from nongju.classroom.reporting.patterns import (
    for_all,
    guess_counts,
    hardest,
    misconception_counts,
    question_counts,
    waiting_tasks,
)
from nongju.classroom.reporting.report import report_html, write_report
from nongju.classroom.reporting.results import ClassResult, LearnerRow, Result
from nongju.course.layout import Course
from nongju.nbgrading.marks import ReadMark

EVIL = [
    '=HYPERLINK("https://example.com")',
    "<script>alert(1)</script>",
    "+1",
    "@x",
    "-1",
    "长" * 10_000,
    "\x0b坏",
    "\ud800\u202e坏",
]

COLUMNS = columns_of({f"{name}.ipynb": made for name, made in SHEETS.items()}, OUTLINES, {})
TITLES = titles_of("pricing-margin", OUTLINES, COLUMNS)
GUESS, P1, P2, P3, TASK, CODE = COLUMNS

FORGOT = {"id": "forgot", "title": "忘了缩水", "hint": "摊到剩下的斤数上。"}


def part(verdict, told=None, field="cost", answer="a", key="k"):
    said = {"label": "① 几元？", "answer": answer, "key": key, "why": "w", "misconception": told}
    return {"field": field, "points": 0, "max_points": 6, "verdict": verdict, **said}


def mark(verdict, told=None, title="第 1 题 一单本钱", parts=None, **more):
    head = {"version": 1, "week": "w", "question": "p1", "title": title, "learner": "x", "scene": "s"}
    points = {"points": 0, "max_points": 6, "verdict": verdict}
    return ReadMark.model_validate({**head, **points, "parts": parts or [part(verdict, told)], **more})


def result_of(verdict, points=0.0, told=None, needs_person=False, **more):
    return Result(verdict, points, needs_person, mark(verdict, told, **more))


def row(learner, *results, **more):
    """A learner whose results stand in the order of COLUMNS; None is one that is not there."""
    found = {column.key: one for column, one in zip(COLUMNS, results, strict=False) if one is not None}
    return LearnerRow(learner, f"{learner}的名字", None, "marked", found, **more)


def guessed(answer, told=None):
    return result_of("guessed", 1.0, parts=[part("guessed", told, "pick", answer, "二十多元")])


BLANK = result_of("blank")
TO_SEE, NOTHING = Result("teacher", None, True), Result("blank", None, True)
OWN_FREE = {"id": "own_free", "title": "自家的货没算钱", "hint": "也能卖给肉贩。"}


def class_of_five():
    """Right, wrong in two evenings, half done, blank, and one who did not hand in."""
    wrong = result_of("again", 1.5, FORGOT)
    rows = (
        row(
            "a",
            guessed("二十多元"),
            result_of("learned", 5),
            result_of("learned", 4),
            result_of("learned", 5),
            TO_SEE,
            Result("learned", 10, False),
        ),
        row(
            "b",
            guessed("七十多元", OWN_FREE),
            wrong,
            result_of("partial", 2),
            BLANK,
            NOTHING,
            Result("blank", 0.0, False),
        ),
        row(
            "c",
            guessed("七十多元", OWN_FREE),
            wrong,
            BLANK,
            result_of("again", 0, {**FORGOT, "id": "forgot_again", "hint": "本钱里也有缩水。"}),
            TO_SEE,
            reasons=("「第 1 题」",),
            wants=(("「第 1 题」", "为什么？ 老师再看一眼"),),
            said=("worksheet-1.ipynb：「p1-mark」这一格有两份，用了后一份",),
        ),
        row("d", BLANK, BLANK, BLANK, BLANK, NOTHING),
        LearnerRow("e", "五", "a", "missing", said=("没有交",)),
    )
    return ClassResult("pricing-margin", COLUMNS, rows, (Stray("x.zip", None, "打不开"),), TITLES)


@pytest.fixture
def result():
    return class_of_five()


def words_of(page):
    """What a reader sees, one piece a line."""
    bare = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", "\n", bare))


def test_not_done_stands_apart_from_wrong_and_from_unfinished(result):
    _, first, second, *_ = question_counts(result)
    assert (first.learned, first.again, first.blank, first.done) == (1, 2, 1, 3)
    assert first.hardness == pytest.approx(2 / 3)
    assert (second.learned, second.again, second.partial, second.blank) == (1, 0, 1, 2)
    assert (second.done, second.hardness) == (2, 0.0)


def test_hardest_questions_leave_out_those_nobody_got_wrong_guesses_and_the_optional_part(result):
    assert [count.column for count in hardest(result)] == [P1, P3]
    failed = row("x", result_of("again"), *[None] * 4, Result("again", 0.0, False))
    guesses = row("y", guessed("七十多元", OWN_FREE))
    assert hardest(ClassResult("w", COLUMNS, (guesses, failed), (), TITLES)) == []


def test_one_way_of_thinking_is_one_row_whatever_field_question_or_evening_it_came_from(result):
    (count,) = misconception_counts(result)
    assert (count.title, count.hint, count.learners) == ("忘了缩水", "摊到剩下的斤数上。", ("b", "c"))
    assert count.questions == (P1.title, P3.title)


def test_ids_and_titles_that_meet_later_become_one_row():
    a, b = ({**FORGOT, "id": one, "title": one} for one in ("a", "b"))
    both = {**FORGOT, "id": "a", "title": "b"}
    rows = (row("x", None, result_of("again", 0, a), result_of("again", 0, b), result_of("again", 0, both)),)
    (count,) = misconception_counts(ClassResult("w", COLUMNS, rows, (), TITLES))
    assert (count.learners, count.questions) == (("x",), (P1.title, P2.title, P3.title))


def test_two_ways_of_thinking_stay_two_rows_most_frequent_first():
    other = {"id": "other", "title": "另一种", "hint": "再看。"}
    rows = (
        row("x", None, result_of("again", parts=[part("again", other), part("again", FORGOT, "open")])),
        row("y", None, result_of("again", 0, FORGOT)),
    )
    counts = misconception_counts(ClassResult("w", COLUMNS, rows, (), TITLES))
    assert [(one.title, one.learners) for one in counts] == [("忘了缩水", ("x", "y")), ("另一种", ("x",))]


@pytest.mark.parametrize(
    ("hints", "said"),
    [
        (["箱子也花钱，4 元。", "箱子也花钱，3 元。"], "箱子也花钱，… 元。"),
        (["10 斤出 6.2 斤。", "10 斤出 7 斤。", "先除。"], "10 斤出 … 斤。"),
        (["用除，不用乘。", "用除，不用乘。"], "用除，不用乘。"),
        (["先除。", "再减 5 元。"], "先除。"),
    ],
)
def test_a_sentence_for_many_leaves_out_the_numbers_of_one(hints, said):
    assert for_all(hints) == said


def test_guesses_are_told_apart_and_are_no_misconceptions(result):
    (count,) = guess_counts(result)
    assert (count.column, count.guessed, count.came_out, count.thoughts) == (
        GUESS,
        3,
        1,
        (("自家的货没算钱", 2),),
    )
    assert "自家的货没算钱" not in [one.title for one in misconception_counts(result)]
    assert "自家的货没算钱（2 人）" in report_html(result)


def test_anothers_answers_say_nothing_of_the_class():
    copied = row("x", None, result_of("again", 0, FORGOT), foreign=True)
    made = ClassResult("w", COLUMNS, (copied,), (), TITLES)
    assert misconception_counts(made) == hardest(made) == []
    assert "x 的答案是别人的" in report_html(made)


def test_only_sheets_with_something_on_them_wait_for_the_teacher(result):
    ((column, rows),) = waiting_tasks(result)
    assert (column, [one.learner for one in rows]) == (TASK, ["a", "c"])
    assert "还有 2 份没看（a、c）" in report_html(result)


def test_points_of_the_worksheet_and_of_the_optional_part_stand_apart(result):
    assert [column.cell for column in result.worksheet] == [
        "guess-1-mark", "p1-mark", "p2-mark", "p3-mark", "own-plan-task",
    ]  # fmt: skip
    assert [column.cell for column in result.advanced] == ["floor-check"]
    assert result.rows[0].points(result.worksheet) == 15.0


def test_names_are_hidden_until_asked_for(result):
    assert "a的名字" not in report_html(result)
    page = report_html(result, names=True)
    assert "b（b的名字）、c（c的名字）" in page


def test_the_page_says_who_is_missing_who_needs_a_person_and_why_and_who_is_a_pair(result):
    words = words_of(report_html(result))
    assert "e（和 a 一组）\n：没有交" in words
    assert "c\n：\n「第 1 题」：为什么？ 老师再看一眼" in words
    assert "x.zip：打不开" in words


def test_both_evenings_stand_there_in_order_under_their_chinese_names_and_no_id_is_in_sight(result):
    page = report_html(result)
    names = ["全班情况 · 定价与毛利", "第一晚 一单赚多少", "第二晚 降价与包邮", "进阶 一张表"]
    captions = [name for name in names if page.index(f">{name}<")]
    assert captions == names
    assert [page.index(f">{name}<") for name in names] == sorted(page.index(f">{name}<") for name in names)
    words = words_of(page)
    assert "「第一晚 一单赚多少」：「第 1 题：这一单开不开」这一格有两份" in words
    for english in ("pricing-margin", "worksheet", "advanced", "ipynb", "p1", "-mark", "own-plan", "forgot"):
        assert english not in words


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("advanced.ipynb、worksheet-2.ipynb：没交", "「进阶 一张表」、「第二晚 降价与包邮」：没交"),
        ("advanced：程序把内核弄停了", "「进阶 一张表」：程序把内核弄停了"),
        ("p1.photo 记的文件「a.jpg」没有一起交来", "「第 1 题：这一单开不开」记的文件「a.jpg」没有一起交来"),
        ("「own-plan」这一格被删了，补了回来", "「我的价格单」这一格被删了，补了回来"),
        ("「floor」这一格的类型被改过", "「进阶 一张表」这一格的类型被改过"),
        (
            "「worksheet-1-Copy1.ipynb」当作 worksheet-1.ipynb",
            "「worksheet-1-Copy1.ipynb」当作「第一晚 一单赚多少」",
        ),
        ("格子 p1-mark 不见了，已补回。", "格子「第 1 题：这一单开不开」不见了，已补回。"),
        ("advanced.ipynb 打不开（NotJSONError），请学员重新交。", "「进阶 一张表」 打不开，请学员重新交。"),
        ("答案属于另一位学员（「wang-li」填的）", "答案属于另一位学员（「wang-li」填的）"),
    ],
)
def test_sentences_name_what_they_speak_of_in_chinese(sentence, said):
    assert TITLES.spoken(sentence) == said


def test_a_question_that_nobody_answered_yet_has_its_chinese_title_and_kind():
    assert [column.title for column in COLUMNS] == [
        "猜一猜：落到手里几元", "第 1 题：这一单开不开", "第 2 题：哪一家", "第 3 题：打折做不做",
        "交给老师看：价格单", "进阶 一张表",
    ]  # fmt: skip
    assert [column.kind for column in COLUMNS] == ["question"] * 4 + ["task", "code"]


def test_the_page_loads_nothing_and_runs_nothing(result):
    page = report_html(result)
    for word in ("http:", "https:", "src=", "<script", "<link", "@import", "url("):
        assert word not in page
    assert '<html lang="zh-CN">' in page


def test_the_page_is_as_it_was_looked_at(result):
    assert_as_seen("report.html", report_html(result))


@pytest.mark.parametrize("evil", EVIL)
def test_peoples_text_is_escaped_on_the_page_and_a_string_in_the_workbook(tmp_path, evil):
    told = {"id": "forgot", "title": evil.replace("\ud800", ""), "hint": "x"}
    results = {P1.key: Result("again", 1.5, True, mark("again", told, "题"))}
    bad = LearnerRow("a", evil, None, "marked", results, reasons=(evil,), said=(evil,), wants=((evil, evil),))
    column = Column("worksheet-1", "p1-mark", evil, "question", 6.0)
    made = ClassResult("w", (column,), (bad,), (Stray(evil, evil, evil),))
    written = write_report(Course(tmp_path), made, names=True)
    page = written.page.read_text(encoding="utf-8")
    for word in ("<script>alert", "\u202e", "\x0b"):
        assert word not in page
    book = load_workbook(written.workbook)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    shown = evil.replace("\x0b", " ").replace("\ud800", "\N{REPLACEMENT CHARACTER}").replace("\u202e", "")
    assert shown in [cell.value for cell in cells]
    assert [cell.value for cell in cells if cell.data_type == "n"].count(1.5) == 2


def test_the_workbook_keeps_points_as_numbers_and_says_wrong_and_not_done_apart(result, tmp_path):
    written = write_report(Course(tmp_path), result)
    book = load_workbook(written.workbook)
    heading, *lines = [[cell.value for cell in line] for line in book["全班"]]
    assert [line[heading.index("练习纸得分")] for line in lines] == [15, 4.5, 2.5, 0, None]
    assert [line[heading.index(P1.title)] for line in lines] == ["会了", "做错", "做错", "没做", None]
    assert lines[2][heading.index("要老师看")] == "「第 1 题」：为什么？ 老师再看一眼"
    thoughts = [[cell.value for cell in line] for line in book["常见想法"]]
    assert thoughts[1:] == [
        ["忘了缩水", 2, "摊到剩下的斤数上。", f"{P1.title}、{P3.title}", "b、c"],
    ]
    assert [cell.value for cell in book["先猜一猜"][2]] == [GUESS.title, 3, 1, "自家的货没算钱（2 人）"]
