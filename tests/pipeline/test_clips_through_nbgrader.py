"""Clips through collect, stock nbgrader and the feedback page: marked from the file, shown, and harmless."""

import hashlib
import json

import pytest
from tests.answers.films import film
from tests.classroom.conftest import WEEK, cell, graded, notebook, text_of, zipped
from tests.pipeline.conftest import CONFIG

from nongju.building.register import register
from nongju.building.release import cut_release
from nongju.classroom.collecting.collect import collect
from nongju.classroom.reporting.results import class_result
from nongju.course.grades import grades_of
from nongju.course.layout import Course
from nongju.course.roster import Learner, Roster
from nongju.course.settings import course_config
from nongju.nbgrading.stock import autograde, generate_feedback

DEFINITION = """\
# 第 1 题 交一段视频
from nongju import form
q = form.question("pricing-margin/p1", text="竖着拍。", title="第 1 题 交一段视频", fields=[
    form.clip("clip", "把视频交上来", kind="edited", seconds=90)])
"""
KEY = 'q.mark(form.rule_clip("clip", points=5, kind="edited", wants=("shape", "rate"), why="竖着拍就行。"))'
SHEET = notebook(
    cell("markdown", "# 拍一段", "text-1"),
    cell("code", f"{DEFINITION}q.show()", "p1", grade_id="p1"),
    cell(
        "code",
        f"{DEFINITION}q.answered()\n### BEGIN HIDDEN TESTS\n{KEY}\n### END HIDDEN TESTS",
        "p1-mark",
        **graded("p1-mark", 5),
    ),
)
EVIL_CELL = (
    "from IPython.display import HTML, display\n"
    "display(HTML('<video src=\"uploads/p1-clip-1.mp4\"></video><script>window.hacked=1</script>'))"
)
NASTY = "<script>window.hacked=1</script>.mp4"


def hand_in(learner, content=None, original="VID_1.mp4", extra=(), **files):
    raw = {
        "file": "p1-clip-1.mp4",
        "sha256": hashlib.sha256(content or b"").hexdigest(),
        "bytes": len(content or b""),
        "from": original,
    }
    entries = {} if content is None else {"p1.clip": {"kind": "clip", "raw": raw, "saved": ""}}
    made = {"format": "nongju-answers", "version": 2, "week": WEEK, "learner": learner, "pair": None}
    given = {"worksheet-1.ipynb": text_of({**SHEET_RELEASED, "cells": [*SHEET_RELEASED["cells"], *extra]})}
    given["answers.json"] = json.dumps({**made, "answers": entries})
    if content is not None:
        given["uploads/p1-clip-1.mp4"] = content
    return {**given, **files}


SHEET_RELEASED: dict = {}


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    root = tmp_path_factory.mktemp("course")
    course = Course(root)
    (root / "nbgrader_config.py").write_text(CONFIG, "utf-8")
    source = {"worksheet-1.ipynb": text_of(SHEET).encode()}
    released = cut_release(WEEK, source, course_config(root), tmp_path_factory.mktemp("cut"))
    for stage, files in (("source", source), ("release", released)):
        (root / stage / WEEK).mkdir(parents=True)
        for name, content in files.items():
            (root / stage / WEEK / name).write_bytes(content)
    SHEET_RELEASED.update(json.loads(released["worksheet-1.ipynb"]))
    register(Course(root), WEEK)
    clips = tmp_path_factory.mktemp("clips")
    place = ("-metadata", "location=+29.5+108.7/", "-metadata", "title=<script>window.hacked=1</script>")
    good = film(clips / "good.mp4", seconds=2, more=place).read_bytes()
    across = film(clips / "across.mp4", size="640x360", seconds=2).read_bytes()
    hand_ins = {
        "good": hand_in("good", good),
        "across": hand_in("across", across, NASTY, [cell("code", EVIL_CELL, "mine")]),
        "empty": hand_in("empty", b""),
        "blank": hand_in("blank"),
    }
    zips = [zipped(clips / f"{name}.zip", files) for name, files in hand_ins.items()]
    roster = Roster({name: Learner(id=name) for name in hand_ins})
    collect(course, WEEK, zips, roster=roster)
    outcome = autograde(course, WEEK)
    assert outcome.failed == {}
    generate_feedback(course, WEEK)
    return course, roster


def autograded(course, learner):
    path = course.folder("autograded", WEEK, learner) / "worksheet-1.ipynb"
    return json.loads(path.read_bytes())["cells"]


def shown(cells, name):
    found = [one for one in cells if one["metadata"].get("nbgrader", {}).get("grade_id", "") == name]
    return "".join("".join(out["data"].get("text/html", "")) for out in found[0]["outputs"] if "data" in out)


def test_marks_come_from_the_files_and_nobody_loses_any_to_a_machine(marked):
    course, _ = marked
    grades = {one.learner: one for one in grades_of(f"sqlite:///{course.root / 'gradebook.db'}", WEEK)}
    told = {learner: (one.auto_score, one.needs_person) for learner, one in grades.items()}
    assert told == {"good": (5, False), "across": (5, True), "empty": (5, True), "blank": (0, False)}


def test_graders_see_the_clip_in_our_cells_and_in_no_cell_of_a_learner(marked):
    course, _ = marked
    cells = autograded(course, "across")
    assert 'src="uploads/p1-clip-1.mp4"></video>' in shown(cells, "p1")
    outputs = json.dumps([one["outputs"] for one in cells if one["cell_type"] == "code"], ensure_ascii=False)
    assert outputs.count("<video") == 1
    assert "<script" not in outputs
    assert "&lt;script&gt;" in shown(cells, "p1")
    assert (course.folder("autograded", WEEK, "across") / "uploads" / "p1-clip-1.mp4").exists()


def test_the_feedback_page_shows_a_still_and_the_advice_and_no_file_of_the_learners(marked):
    course, _ = marked
    folder = course.folder("feedback", WEEK, "across")
    page = (folder / "worksheet-1.html").read_text("utf-8")
    assert "data:image/jpeg;base64," in page
    assert "这段是横着的。手机竖起来再拍，别回头裁。" in page
    assert "老师看看" in page
    assert "<video" not in page
    assert "<script" not in page
    assert not (folder / "uploads").exists()


def test_the_report_says_why_a_person_should_look(marked):
    course, roster = marked
    rows = {row.learner: row for row in class_result(course, WEEK, roster).rows}
    assert rows["good"].reasons == ()
    assert "「第 1 题 交一段视频」" in rows["across"].reasons
    assert any("要看：画面形状。先当你做到了，老师再看一眼" in said for said in rows["across"].said)
    assert any("这个文件是空的" in said for said in rows["empty"].said)
    assert rows["blank"].results[("worksheet-1", "p1-mark")].verdict == "blank"
