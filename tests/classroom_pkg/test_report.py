"""The report and its tables, from a class made by hand."""

import pytest
from openpyxl import load_workbook

from nongju.classroom.course import Course
from nongju.classroom.marks import ReadMark
from nongju.classroom.patterns import hardest, misconception_counts, question_counts
from nongju.classroom.record import Stray
from nongju.classroom.report import report_html, write_report
from nongju.classroom.results import ClassResult, Column, LearnerRow, Result

EVIL = [
    '=HYPERLINK("https://example.com")',
    "<script>alert(1)</script>",
    "+1",
    "@x",
    "-1",
    "长" * 10_000,
    "\x0b坏",
]

P1 = Column("worksheet-1", "p1-mark", "第 1 题 一单本钱", "question", 6.0)
P2 = Column("worksheet-1", "p2-mark", "第 2 题 开不开", "question", 4.0)
TASK = Column("worksheet-1", "own-task", "我的价格单", "task", 10.0)
CODE = Column("advanced", "code-tests", "写一个函数", "code", 2.0)


def mark(verdict, told=None, title="第 1 题 一单本钱"):
    said = {"label": "① 几元？", "answer": "a", "key": "k", "why": "w", "misconception": told}
    points = {"points": 0, "max_points": 6, "verdict": verdict}
    head = {"version": 1, "week": "w", "question": "p1", "title": title, "learner": "x", "scene": "s"}
    return ReadMark.model_validate({**head, **points, "parts": [{"field": "cost", **points, **said}]})


FORGOT = {"id": "forgot", "title": "忘了缩水", "hint": "摊到剩下的斤数上。"}


def row(learner, verdict, points, told=None, **more):
    results = {
        P1.key: Result(verdict, points, False, mark(verdict, told)),
        P2.key: Result("blank", 0.0, False),
        TASK.key: Result("teacher", None, True),
        CODE.key: Result("blank", 0.0, False),
    }
    return LearnerRow(learner, f"{learner}的名字", None, "marked", results, **more)


@pytest.fixture
def result():
    rows = (
        row("a", "learned", 6.0),
        row("b", "again", 0.0, FORGOT),
        row("c", "again", 0.0, FORGOT, reasons=("「第 1 题」",), said=("补回了一格",)),
        row("d", "blank", 0.0),
        LearnerRow("e", "五", "a", "missing", said=("没有交",)),
    )
    return ClassResult("pricing-margin", (P1, P2, TASK, CODE), rows, (Stray("x.zip", None, "打不开"),))


def test_not_done_stands_apart_from_practise_again(result):
    first, second, *_ = question_counts(result)
    assert (first.learned, first.again, first.blank, first.done) == (1, 2, 1, 3)
    assert first.hardness == pytest.approx(2 / 3)
    assert (second.done, second.hardness) == (0, 0.0)


def test_hardest_questions_leave_out_those_nobody_got_wrong(result):
    assert [count.column for count in hardest(result)] == [P1]


def test_misconceptions_are_counted_with_their_sentence_and_learners(result):
    (count,) = misconception_counts(result)
    assert (count.title, count.hint, count.learners) == ("忘了缩水", "摊到剩下的斤数上。", ("b", "c"))
    assert (count.question, count.label) == ("第 1 题 一单本钱", "① 几元？")


def test_points_of_the_worksheet_and_of_the_optional_part_stand_apart(result):
    assert [column.cell for column in result.worksheet] == ["p1-mark", "p2-mark", "own-task"]
    assert [column.cell for column in result.advanced] == ["code-tests"]
    assert result.rows[0].points(result.worksheet) == 6.0


def test_names_are_hidden_until_asked_for(result):
    assert "a的名字" not in report_html(result)
    assert "a的名字" in report_html(result, names=True)


def test_the_page_says_who_is_missing_who_needs_a_person_and_who_is_a_pair(result):
    page = report_html(result)
    assert "没有交" in page
    assert "e（和 a 一组）" in page
    assert "<strong>c</strong>：「第 1 题」。补回了一格" in page
    assert "x.zip：打不开" in page


def test_the_page_loads_nothing_and_runs_nothing(result):
    page = report_html(result)
    for word in ("http:", "https:", "src=", "<script", "<link", "@import", "url("):
        assert word not in page
    assert '<html lang="zh-CN">' in page


@pytest.mark.parametrize("evil", EVIL)
def test_peoples_text_is_escaped_on_the_page_and_a_string_in_the_workbook(tmp_path, evil):
    results = {P1.key: Result("again", 1.5, True, mark("again", None, evil))}
    bad = LearnerRow("a", evil, None, "marked", results, reasons=(evil,), said=(evil,))
    column = Column("worksheet-1", "p1-mark", evil, "question", 6.0)
    made = ClassResult("w", (column,), (bad,), (Stray(evil, evil, evil),))
    written = write_report(Course(tmp_path), made, names=True)
    assert "<script>alert" not in written.page.read_text(encoding="utf-8")
    book = load_workbook(written.workbook)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert evil.replace("\x0b", " ") in [cell.value for cell in cells]
    assert [cell.value for cell in cells if cell.data_type == "n"].count(1.5) == 2


def test_the_workbook_keeps_points_as_numbers(result, tmp_path):
    written = write_report(Course(tmp_path), result)
    sheet = load_workbook(written.workbook)["全班"]
    heading = [cell.value for cell in sheet[1]]
    line = [cell.value for cell in sheet[2]]
    assert line[heading.index("练习纸得分")] == 6
    assert line[heading.index("第 1 题 一单本钱")] == "会了"
