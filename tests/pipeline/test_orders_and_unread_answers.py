"""Orders, and answers that cannot be read, through stock nbgrader and `nongju grade`, feedback and report."""

import json

import pytest
from tests.classroom.conftest import WEEK, cell, graded, notebook, text_of, zipped
from tests.pipeline.conftest import CONFIG, command

from nongju.building.register import register
from nongju.building.release import cut_release
from nongju.classroom.collecting.collect import collect
from nongju.classroom.reporting.results import class_result
from nongju.course.grades import grades_of
from nongju.course.layout import Course
from nongju.course.roster import Learner, Roster
from nongju.course.settings import course_config
from nongju.nbgrading.stock import autograde, generate_feedback

TITLE = "第 1 题 做一块腊肉"
DEFINITION = f"""\
# {TITLE}
from nongju import form
q = form.question("pricing-margin/p1", text="做一块腊肉。", title="{TITLE}", fields=[
    form.order("steps", "① 先做哪样？", {{"smoke": "熏", "pick": "选肉", "dry": "晾", "salt": "腌"}}),
    form.number("cost", "② 本钱几元？", unit="元"),
    form.table("rows", "③ 各要几天？", rows=["腌", "熏"], columns=[
        form.column("days", "几天", kind="number", unit="天")])])
"""
KEY = """\
q.mark(
    form.rule_order("steps", points=3, key=("pick", "salt", "smoke", "dry"), why="先腌后熏。",
        wrong=[form.wrong("smoke_first", "先熏后腌", ("smoke", "salt"), "盐要先进去。")]),
    form.rule_number("cost", points=2, within=0.1, key=69, why="69 元。"),
    form.rule_table("rows", points=2, within=0.1, key=[{"days": 7}, {"days": 15}], why="腌七天，熏半个月。"))
"""
SHEET = notebook(
    cell("markdown", "# 腊肉", "text-1"),
    cell("code", f"{DEFINITION}q.show()", "p1", grade_id="p1"),
    cell(
        "code",
        f"{DEFINITION}q.answered()\n### BEGIN HIDDEN TESTS\n{KEY}### END HIDDEN TESTS",
        "p1-mark",
        **graded("p1-mark", 7),
    ),
)
ASKED = {"ask": "差不多是多少？写一个数。", "label": f"{TITLE} ② 本钱几元", "last": "69", "echo": "69 元"}


def answers(learner, steps=None, cost="", rows=(), query=None):
    entries = {
        "p1.steps": {"kind": "order", "raw": steps},
        "p1.cost": {"kind": "number", "raw": cost, **({"query": query} if query else {})},
        "p1.rows": {"kind": "table", "raw": [{"days": days} for days in rows]},
    }
    made = {"format": "nongju-answers", "version": 3, "week": WEEK, "learner": learner, "pair": None}
    given = {key: {**entry, "saved": ""} for key, entry in entries.items() if entry["raw"]}
    return json.dumps({**made, "answers": given}, ensure_ascii=False)


CLASS = {
    "right": answers("right", ["pick", "salt", "smoke", "dry"], "69块", ("七天", "15")),
    "smoke": answers("smoke", ["pick", "smoke", "salt", "dry"], "69", ("7", "15")),
    "unread": answers("unread", ["pick", "salt", "smoke", "dry"], "七十来块", ("七天", "十来天"), ASKED),
    "others": answers("others", ["pick", "salt", "wash"], "69", ("7", "15")),
    "blank": answers("blank"),
}


@pytest.fixture(scope="module", params=["nbgrader", "nongju grade"])
def marked(request, tmp_path_factory):
    """The class marked by stock nbgrader, and by our engine: the course and its roster."""
    root = tmp_path_factory.mktemp("course")
    course = Course(root)
    (root / "nbgrader_config.py").write_text(CONFIG, "utf-8")
    source = {"worksheet-1.ipynb": text_of(SHEET).encode()}
    released = cut_release(WEEK, source, course_config(root), tmp_path_factory.mktemp("cut"))
    for stage, files in (("source", source), ("release", released)):
        (root / stage / WEEK).mkdir(parents=True)
        for name, content in files.items():
            (root / stage / WEEK / name).write_bytes(content)
    register(Course(root), WEEK)
    away = tmp_path_factory.mktemp("zips")
    sheet = text_of(json.loads(released["worksheet-1.ipynb"]))
    zips = [
        zipped(away / f"{learner}.zip", {"worksheet-1.ipynb": sheet, "answers.json": given})
        for learner, given in CLASS.items()
    ]
    roster = Roster({learner: Learner(id=learner) for learner in CLASS})
    collect(course, WEEK, zips, roster=roster)
    if request.param == "nbgrader":
        assert autograde(course, WEEK).failed == {}
    else:
        command(root, "grade", WEEK)
    generate_feedback(course, WEEK)
    return course, roster


def page(course, learner):
    return (course.folder("feedback", WEEK, learner) / "worksheet-1.html").read_text("utf-8")


def test_neighbours_earn_their_share_and_what_is_unread_waits_for_a_person(marked):
    course, _ = marked
    grades = {one.learner: one for one in grades_of(f"sqlite:///{course.root / 'gradebook.db'}", WEEK)}
    assert {learner: one.auto_score for learner, one in grades.items()} == {
        "right": 7,
        "smoke": 6,
        "unread": 4,
        "others": 4,
        "blank": 0,
    }


def test_the_feedback_page_says_the_order_the_misconception_and_what_could_not_be_read(marked):
    course, _ = marked
    assert "1. 选肉；2. 腌；3. 熏；4. 晾" in page(course, "right")
    assert "盐要先进去。" in page(course, "smoke")
    unread = page(course, "unread")
    assert "「七十来块」（没读懂）" in unread
    assert "之前读到过：69 元。没有按它算。" in unread
    assert "腌 7 天；熏 「十来天」（还没读懂）" in unread
    assert "「选肉、腌、wash」（没读懂）" in page(course, "others")


def test_the_report_sends_a_person_to_what_could_not_be_read_and_to_nothing_else(marked):
    course, roster = marked
    rows = {row.learner: row for row in class_result(course, WEEK, roster).rows}
    asked = {learner for learner, row in rows.items() if f"「{TITLE}」" in row.reasons}
    assert asked == {"unread", "others"}
    assert any("② 本钱几元？ 差不多是多少？写一个数。" in said for said in rows["unread"].said)
    assert any("③ 各要几天？ 第 2 行（熏）「几天」：" in said for said in rows["unread"].said)
