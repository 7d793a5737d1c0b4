"""A key that changed after hand-ins were marked is told until they are marked again."""

import json
import subprocess
import sys

import pytest
from tests.classroom.conftest import WEEK, zipped
from tests.pipeline.conftest import SHEET_NAME, answered

from nongju.building.register import register
from nongju.building.release import cut_release
from nongju.building.stale import stale_learners, stale_sentence
from nongju.classroom.collecting.collect import collect
from nongju.course.layout import Course
from nongju.course.roster import Roster
from nongju.course.settings import course_config


def nongju(root, *words):
    run = [sys.executable, "-c", "from nongju.cli import main; main()", *words]
    return subprocess.run(run, cwd=root, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def marked(course, tmp_path):
    """Two learners, marked."""
    sheet = (course.root / "release" / WEEK / SHEET_NAME).read_bytes()
    for learner in ("a", "b"):
        zipped(tmp_path / f"{learner}.zip", {SHEET_NAME: sheet, "answers.json": answered(learner, "25")})
    collect(course, WEEK, [tmp_path / "a.zip", tmp_path / "b.zip"], roster=Roster())
    assert nongju(course.root, "grade", WEEK).returncode == 0
    return course


def new_key(course, work):
    path = course.root / "source" / WEEK / SHEET_NAME
    changed = json.loads(path.read_bytes())
    for cell in changed["cells"]:
        cell["source"] = "".join(cell["source"]).replace("points=3, within=0.05", "points=3, within=0.1")
    path.write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
    source = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    for name, raw in cut_release(WEEK, source, course_config(course.root), work).items():
        (course.root / "release" / WEEK / name).write_bytes(raw)
    register(Course(course.root), WEEK)


def test_it_is_told_by_grade_and_report_until_everybody_is_marked_again(marked, tmp_path):
    assert stale_learners(marked.root, WEEK) == []
    new_key(marked, tmp_path / "cut")
    assert stale_learners(marked.root, WEEK) == ["a", "b"]
    words = "2 人的分还是照旧答案批的（a、b）。重新批：nongju grade pricing-margin --force。"
    assert stale_sentence(["a", "b"], WEEK) == words
    for _ in range(2):
        assert words in nongju(marked.root, "grade", WEEK).stderr
        assert words in nongju(marked.root, "report", WEEK).stderr
    assert "（b）" in nongju(marked.root, "grade", WEEK, "--force", "--student", "a").stderr + stale_sentence(
        stale_learners(marked.root, WEEK), WEEK
    )
    assert nongju(marked.root, "grade", WEEK, "--force").returncode == 0
    assert stale_learners(marked.root, WEEK) == []
    assert "旧答案" not in nongju(marked.root, "report", WEEK).stderr


def test_without_a_gradebook_nothing_is_told(tmp_path):
    assert stale_learners(tmp_path, WEEK) == []
    assert stale_sentence([], WEEK) == ""
    assert list(tmp_path.iterdir()) == []
