"""`nongju grade`, `feedback` and `report` one after the other, on hand-ins of the sample class."""

import json
import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from nongju.building.register import register
from nongju.classroom.collecting.collect import collect
from nongju.cli import app
from nongju.course.layout import Course
from nongju.course.roster import read_roster
from nongju.grading.running.children import close_shared

ROOT = Path(__file__).parents[2]
WEEK = "pricing-margin"
SAMPLES = ROOT / "tests" / "sample_class" / WEEK
EXPECTED = json.loads((SAMPLES / "expected.json").read_bytes())
MODEL, MISTAKEN, BLANK, DAMAGED = "wang-li", "chen-jun", "sun-bo", "wu-xia"


@pytest.fixture(scope="module")
def course(walled, tmp_path_factory):
    """Four of the sample class, collected as they came; one then loses her code notebook."""
    root = tmp_path_factory.mktemp("class") / "course"
    for stage in ("source", "release"):
        shutil.copytree(ROOT / stage / WEEK, root / stage / WEEK)
    for path in (ROOT / "nbgrader_config.py", SAMPLES / "roster.csv"):
        shutil.copyfile(path, root / path.name)
    register(Course(root), WEEK)
    course = Course(root)
    zips = [next(SAMPLES.glob(f"{WEEK}-{one}-*.zip")) for one in (MODEL, MISTAKEN, BLANK, DAMAGED)]
    collect(course, WEEK, zips, roster=read_roster(root / "roster.csv"))
    yield course
    close_shared()


@pytest.fixture
def run(course, monkeypatch):
    monkeypatch.chdir(course.root)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")

    def run(*words):
        done = CliRunner().invoke(app, words)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.output
        return done.exit_code

    return run


def unmarked(course):
    return json.loads((course.root / "reports" / f"{WEEK}-unmarked.json").read_bytes())


def the_class(course):
    """Rows of the report's first table, by learner and heading."""
    head, *rows = load_workbook(course.root / "reports" / f"{WEEK}.xlsx").worksheets[0].values
    return {row[0]: dict(zip(head, row, strict=True)) for row in rows}


def test_who_could_not_be_marked_stands_in_the_report_until_she_is(course, run):
    notebook = course.folder("submitted", WEEK, DAMAGED) / "advanced.ipynb"
    whole = notebook.read_bytes()
    notebook.write_text("no notebook")
    assert run("grade", WEEK) == 1
    assert list(unmarked(course)) == [DAMAGED]
    assert run("report", WEEK) == 0
    page = course.root / "reports" / f"{WEEK}.html"
    shown = page.read_text(encoding="utf-8")
    assert shown.count(f"<strong>{DAMAGED}</strong>：") == 1
    assert "<li>没有批成：「进阶 一张算底价的表」" in shown
    assert "advanced" not in shown
    assert "没有批成" in the_class(course)[DAMAGED]["要老师看"]

    notebook.write_bytes(whole)
    assert run("grade", WEEK) == 0
    assert unmarked(course) == {}
    assert run("report", WEEK) == 0
    assert "没有批成" not in page.read_text(encoding="utf-8")
    assert the_class(course)[DAMAGED]["要老师看"] is None


def test_pages_and_report_say_what_the_class_was_made_to_answer(course, run):
    assert run("grade", WEEK) == 0
    assert run("feedback", WEEK) == 0
    assert run("report", WEEK) == 0
    found = the_class(course)
    best, blank = found[MODEL], found[BLANK]
    assert blank["练习纸得分"] == blank["进阶得分"] == 0
    assert best["练习纸得分"] == max(found[one]["练习纸得分"] for one in (MODEL, MISTAKEN, DAMAGED))
    thinking = load_workbook(course.root / "reports" / f"{WEEK}.xlsx")["常见想法"].values
    titles = {learner: title for title, *_, people in thinking for learner in people.split("、")}
    for learner in (MISTAKEN, DAMAGED):
        assert EXPECTED[learner]["kind"] == "misconception"
        pages = (course.root / "feedback" / learner / WEEK).glob("*.html")
        assert titles[learner] in "".join(path.read_text(encoding="utf-8") for path in pages)
    assert MODEL not in titles


def test_names_of_the_class_list_reach_the_gradebook(course, run):
    assert run("grade", WEEK) == 0
    people = read_roster(course.root / "roster.csv").learners
    book = sqlite3.connect(course.root / "gradebook.db")
    names = dict(book.execute("SELECT id, last_name FROM student"))
    book.close()
    assert names == {one: people[one].name for one in (MODEL, MISTAKEN, BLANK, DAMAGED)}
