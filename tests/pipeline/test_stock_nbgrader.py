"""collect, then stock nbgrader autograde and generate_feedback, then the report, on real files."""

import json
import re
import subprocess
import sys

import pytest
from tests.classroom.conftest import WEEK, zipped
from tests.pipeline.conftest import EVIL, answered
from tests.snapshots import assert_as_seen

from nongju.classroom.collecting.collect import collect
from nongju.classroom.demo import demo_rows
from nongju.classroom.reporting.patterns import misconception_counts
from nongju.classroom.reporting.report import report_html
from nongju.classroom.reporting.results import class_result
from nongju.course.grades import GradebookError, grades_of
from nongju.nbgrading.stock import AutogradeError, autograde, waiting

LEARNERS = ["blank", "damaged", "evil", "right", "wrong", "学员三"]


@pytest.fixture(scope="module")
def grades(marked):
    return {(one.learner, one.cell): one for one in grades_of(marked.address, WEEK)}


@pytest.fixture(scope="module")
def result(marked):
    return class_result(marked.course, WEEK, marked.roster)


def nbgrader(course, verb, *options):
    """A command of nbgrader's own, as a grader types it in the course's folder."""
    run = [sys.executable, "-m", "nbgrader", verb, WEEK, *options]
    done = subprocess.run(run, cwd=course.root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def person(course, learner, cell, points, words):
    """What a grader gives and writes in formgrader."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.find_grade(cell, "worksheet-1", WEEK, learner).manual_score = points
        gradebook.find_comment(cell, "worksheet-1", WEEK, learner).manual_comment = words
        gradebook.db.commit()


def autograded(marked, learner, name="worksheet-1"):
    path = marked.course.root / "autograded" / learner / WEEK / f"{name}.ipynb"
    return json.loads(path.read_bytes())["cells"]


def test_one_learners_dead_kernel_stops_nobody_and_is_named(marked):
    assert marked.outcome.graded == LEARNERS
    assert marked.outcome.failed == {"killer": "advanced：程序把内核弄停了"}
    assert marked.pages == sorted([*LEARNERS, "killer"])


def test_code_that_stops_the_kernel_costs_no_marks_of_the_worksheet(grades, result):
    assert grades["killer", "p1-mark"].auto_score == 6
    assert grades["killer", "code-tests"].auto_score is None
    (killer,) = [row for row in result.rows if row.learner == "killer"]
    assert killer.status == "marked"
    assert killer.reasons == ("没有批成：advanced：程序把内核弄停了", "「写一个函数」")


def test_the_progress_counts_notebooks_and_ends_full(marked):
    done, total = marked.steps[-1]
    assert done == total == 13


def test_marks_are_those_that_the_answers_earn(grades):
    scores = {learner: grades[learner, "p1-mark"].auto_score for learner in LEARNERS}
    assert scores == {"blank": 0, "damaged": 6, "evil": 1, "right": 6, "wrong": 6, "学员三": 3}
    assert grades["right", "code-tests"].auto_score == 2
    assert grades["blank", "code-tests"].auto_score == 0


def test_a_graded_cell_deleted_behind_a_read_only_one_still_gets_its_mark(grades, marked):
    assert grades["damaged", "p1-mark"].auto_score == 6
    ids = [one["metadata"].get("nbgrader", {}).get("grade_id") for one in autograded(marked, "damaged")]
    assert [one for one in ids if one] == ["p1", "p1-mark", "own", "own-task"]


def test_a_mark_in_doubt_waits_for_a_person_in_formgrader_and_keeps_its_points(grades):
    assert grades["学员三", "p1-mark"].needs_person
    assert grades["学员三", "p1-mark"].score == 3
    assert not grades["right", "p1-mark"].needs_person


def test_a_blank_hand_in_asks_for_no_person_beyond_its_task(grades, result):
    asking = {cell for (learner, cell), grade in grades.items() if learner == "blank" and grade.needs_person}
    assert asking == {"own-task"}
    (row,) = [one for one in result.rows if one.learner == "blank"]
    assert not row.needs_person
    assert {one.verdict for one in row.results.values()} == {"blank"}


def test_autograding_again_marks_nobody_who_is_marked(marked):
    assert waiting(marked.course, WEEK) == []


def test_everybody_on_the_roster_has_a_row_with_the_reason(result):
    status = {row.learner: row.status for row in result.rows}
    assert status == {**dict.fromkeys([*LEARNERS, "killer"], "marked"), "gone": "missing"}


def test_misconceptions_reach_the_report_with_their_sentence(result):
    told = {(one.title, one.learners) for one in misconception_counts(result)}
    assert told == {("忘了本钱", ("evil",)), ("怕亏", ("evil",)), ("把本钱当毛利", ("学员三",))}
    page = report_html(result)
    assert "卖价不是赚的，先减本钱。" in page


def test_demo_rows_are_as_the_design_says(result):
    rows = {(row["learner"], row["notebook"]): row for row in demo_rows(result)}
    row = rows["学员三", "worksheet-1"]
    assert list(row) == [
        "week", "learner", "notebook", "auto_score", "max_auto_score", "needs_person", "misconceptions",
        "note",
    ]  # fmt: skip
    assert (row["auto_score"], row["max_auto_score"], row["needs_person"]) == (3, 6, True)
    assert [one["id"] for one in row["misconceptions"]] == ["cost_as_margin"]
    assert "换成了发下去的那份" in row["note"]
    assert rows["gone", "worksheet-1"]["note"] == "没有交"
    assert json.loads(json.dumps(demo_rows(result))) == demo_rows(result)


def test_the_feedback_page_explains_and_shows_no_points_code_or_key(marked):
    page = marked.page("evil")
    for words in (
        "再练一次",
        "很多人第一次都这样：忘了本钱",
        "卖价不是赚的，先减本钱。",
        "60 元",
        'lang="zh-CN"',
    ):
        assert words in page
    for words in (
        "HIDDEN",
        "rule_number",
        "q.mark",
        "Traceback",
        "Score",
        "from nongju",
        "/ 6",
        "http:",
        "https:",
    ):
        assert words not in page


def test_the_feedback_page_shows_what_the_learner_wrote_and_the_teachers_words_escaped(marked):
    page = marked.page("right")
    assert "我家的腊肉" in page
    assert "老师的话" in page
    assert "&lt;script&gt;window.hacked" in page
    assert "<script" not in page


def test_returning_students_see_their_own_code_and_no_tests(marked):
    page = marked.page("right")
    assert "return 价 - 本" in page
    assert "assert" not in page
    blank = marked.page("blank")
    assert "选做的，还没做。" in blank
    assert "你写的" not in blank


@pytest.mark.parametrize("learner", ["right", "wrong", "blank", "evil", "killer"])
def test_the_pages_of_a_class_that_nbgrader_marked_are_as_they_were_looked_at(marked, learner):
    assert_as_seen(f"nbgrader-{learner}.html", marked.page(learner))


def test_the_report_of_a_class_that_nbgrader_marked_is_as_it_was_looked_at(result):
    assert_as_seen("nbgrader-report.html", report_html(result))


def test_a_week_is_one_page_whichever_notebook_was_converted(marked):
    folder = marked.course.root / "feedback" / "right" / WEEK
    assert [path.name for path in folder.glob("*.html")] == ["worksheet-1.html"]
    before = marked.page("right")
    for once in ("advanced", "worksheet-1"):
        nbgrader(marked.course, "generate_feedback", f"--notebook={once}", "--student=right", "--force")
        assert [path.name for path in folder.glob("*.html")] == ["worksheet-1.html"]
        assert marked.page("right") == before


def test_notebooks_that_are_marked_one_after_the_other_come_together_on_the_page(course, roster, tmp_path):
    files = {
        name: (course.root / "release" / WEEK / name).read_text(encoding="utf-8")
        for name in ("worksheet-1.ipynb", "advanced.ipynb")
    }
    files["answers.json"] = answered("right", "25", "yes", "毛利", "我家的腊肉")
    collect(course, WEEK, [zipped(tmp_path / "right.zip", files)], roster=roster)
    page = course.root / "feedback" / "right" / WEEK / "worksheet-1.html"
    said = []
    for once in ("advanced", "worksheet-1"):
        nbgrader(course, "autograde", f"--notebook={once}")
        nbgrader(course, "generate_feedback", "--force")
        shown = list(page.parent.glob("*.html"))
        assert len(shown) == 1
        said.append(shown[0].read_text(encoding="utf-8"))
    assert "这一晚还没批。" in said[0]
    assert "这一晚还没批。" not in said[1]
    for words in ("第 1 题 一斤毛利", "我的价格单", "选做的，还没做。"):
        assert words in said[1]
    for points, word in ((9, "▲ 会了"), (6, "▼ 再练一次")):
        person(course, "right", "own-task", points, "底价再算算。")
        nbgrader(course, "generate_feedback", "--force")
        shown = re.sub("<[^>]+>", "", page.read_text(encoding="utf-8"))
        assert f"{word} 我的价格单" in shown
        assert shown.index("底价再算算。") < shown.index("我家的腊肉")


def test_an_empty_hand_in_is_told_no_key_by_the_page_nor_by_the_graded_cell(marked):
    ids = {one["metadata"].get("nbgrader", {}).get("grade_id"): one for one in autograded(marked, "blank")}
    for shown in (marked.page("blank"), json.dumps(ids["p1-mark"]["outputs"], ensure_ascii=False)):
        assert "还没做。" in shown
        for key in ("25 元", "毛利 25", "有毛利就开", "说到毛利就行"):
            assert key not in shown
    assert "毛利 25 元。" in marked.page("right")


def test_code_that_fails_the_tests_is_practised_again_and_untouched_code_is_not_done(result):
    verdicts = {
        row.learner: row.results["advanced", "code-tests"].verdict for row in result.rows if row.results
    }
    assert verdicts == {
        "right": "learned", "wrong": "again", "blank": "blank", "evil": "blank", "学员三": "blank",
        "killer": "teacher", "damaged": "blank",
    }  # fmt: skip


def test_the_feedback_folder_holds_no_notes_for_instructors(marked):
    assert list((marked.course.root / "feedback").rglob("nongju-notes.json")) == []


def test_what_a_learner_added_is_inert_in_the_autograded_notebook(marked):
    for name in ("worksheet-1", "advanced"):
        cells = autograded(marked, "evil", name)
        for one in cells[:2]:
            text = "".join(one["source"])
            assert one["cell_type"] == "markdown"
            assert "<script" not in text
            assert "$" not in text
            assert "attachments" not in one
        assert "".join(cells[0]["source"]).count("汉") == 10_000
        outputs = json.dumps(cells[2]["outputs"])
        for word in ("<script", "onerror", "text/latex", "text/markdown", "application/javascript"):
            assert word not in outputs.replace(json.dumps(EVIL)[1:-1], "")
        assert "tags" not in cells[1]["metadata"]


def test_without_a_gradebook_there_is_a_sentence(tmp_path):
    with pytest.raises(GradebookError, match="先批改一次"):
        grades_of(f"sqlite:///{tmp_path / 'none.db'}", WEEK)


def test_a_week_that_nobody_handed_in_marks_nobody(marked):
    assert autograde(marked.course, "no-such-week").graded == []


def test_a_hand_in_that_cannot_be_marked_at_all_is_one_sentence(course, roster, tmp_path):
    files = {"worksheet-1.ipynb": "{", "answers.json": answered("right", "25")}
    collect(course, WEEK, [zipped(tmp_path / "right.zip", files)], roster=roster)
    (course.root / "gradebook.db").unlink()
    with pytest.raises(AutogradeError, match="nongju release"):
        autograde(course, WEEK)
