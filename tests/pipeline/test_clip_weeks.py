"""The two weeks of clips with their sample classes: through `nongju demo`, and through `nongju grade`.

What a machine doubts of a clip costs nobody a mark: a person is asked, and the page says what to do.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.pipeline.conftest import command
from tests.sample_class.filming import CAMERAS

from nongju.building.register import register
from nongju.course.grades import grades_of
from nongju.course.layout import Course

ROOT = Path(__file__).parents[2]
WEEKS = list(CAMERAS)

ADVICE = {
    "sideways": "下次改：这段是横着的。手机竖起来再拍，别回头裁。",
    "shaky": "下次改：手抖了。手肘夹紧，靠墙，或者用支架。",
    "dark": "下次改：太暗了。搬到窗边，或者加一盏灯再拍。",
    "silent": "下次改：这段没有声音。拍之前点开录音，别静音。",
    "truncated": "这段没传完整，后面缺了一截。从手机再传一次。",
    "zoom": "「镜头怎么动」机器看不准。像是变焦。推镜头要人走动，别变焦。",
    "uncut": "「一个镜头多长」机器看不准。最长的镜头有 11.0 秒。剪短，或者换个近景。",
}
"""What a learner reads on the feedback page for each fault."""

POINTS = {
    "camera-settings": {
        "wang-li": 62,
        "chen-jun": 61,
        "liu-fang": 60,
        "zhao-min": 60,
        "xu-lan": 62,
        "zhou-hai": 62,
    },
    "clip-editing": {
        "wang-li": 63,
        "chen-jun": 61,
        "liu-fang": 61.67,
        "zhao-min": 62,
        "xu-lan": 63,
        "zhou-hai": 63,
    },
}
"""Automatic points of those who handed in clips: what is missing is missing by a misconception alone."""

ALL_POINTS = {"camera-settings": 62, "clip-editing": 63}


def expected(week):
    return json.loads((ROOT / "tests" / "sample_class" / week / "expected.json").read_bytes())


@pytest.fixture(scope="module")
def demo(demo_of):
    """The course that the demo left, and its rows of the worksheets by week and learner."""
    course, told = demo_of(*WEEKS)
    rows = {(row["week"], row["learner"]): row for row in told if row["notebook"] != "advanced"}
    return course, rows


@pytest.fixture(scope="module")
def by_engine(walled, demo, tmp_path_factory):
    """The same hand-ins in a course of their own, marked by `nongju grade`."""
    course = tmp_path_factory.mktemp("engine") / "course"
    left_out = shutil.ignore_patterns("gradebook.db", "autograded", "feedback", "reports")
    shutil.copytree(demo[0], course, ignore=left_out)
    for week in WEEKS:
        register(Course(course), week)
    return course, {week: json.loads(command(course, "grade", week, "--json")) for week in WEEKS}


def page(course, learner, week):
    return (course / "feedback" / learner / week / "worksheet-1.html").read_text("utf-8")


def faults(week, learner):
    """Clips with a fault that a learner handed in, and that count."""
    clips = expected(week)[learner].get("clips", {})
    found = [clip for clip in clips.values() if clip in ADVICE]
    return [] if (week, learner) == ("clip-editing", "liu-fang") else found


PEOPLE = [(week, learner) for week in WEEKS for learner in expected(week)]


@pytest.mark.parametrize(("week", "learner"), PEOPLE)
def test_who_handed_in_a_faulty_clip_waits_for_a_person_and_nobody_else(demo, week, learner):
    row = demo[1][week, learner]
    assert row["max_auto_score"] == ALL_POINTS[week]
    assert row["needs_person"] is bool(faults(week, learner))
    asks = "先当你做到了，老师再看一眼。" in row["note"]
    assert asks is bool(faults(week, learner))


@pytest.mark.parametrize(("week", "learner"), [one for one in PEOPLE if one[1] in POINTS[one[0]]])
def test_a_faulty_clip_costs_no_marks(demo, week, learner):
    assert demo[1][week, learner]["auto_score"] == pytest.approx(POINTS[week][learner], abs=0.01)
    told = [one["id"] for one in demo[1][week, learner]["misconceptions"]]
    assert told == [about for about in [expected(week)[learner].get("id")] if about]


@pytest.mark.parametrize(("week", "learner"), PEOPLE)
def test_the_page_says_what_to_do_about_each_fault_and_shows_no_traceback(demo, week, learner):
    shown = page(demo[0], learner, week)
    for clip in expected(week)[learner].get("clips", {}).values():
        assert (ADVICE.get(clip) or "要看的都好。") in shown
    ours = re.sub("<pre>.*?</pre>", "", shown, flags=re.DOTALL)  # what a returning student wrote may raise
    for words in ("Traceback", "Error", "HIDDEN"):
        assert words not in ours


def test_a_truncated_file_is_known_to_be_another_one_than_was_chosen(demo):
    for week, key in (("camera-settings", "shot.clip"), ("clip-editing", "edited.clip")):
        assert f"{key} 的文件和学员当初存的不一样" in demo[1][week, "zhou-hai"]["note"]


def test_of_the_four_moves_the_best_two_count_and_what_is_more_is_told(demo):
    shown = page(demo[0], "liu-fang", "clip-editing")
    assert "别的已经够了，这一条不算在内。" in shown
    assert "推镜头：慢慢走近，看细处" in shown
    assert "拉镜头：慢慢退开，看在哪里" not in shown
    assert not demo[1]["clip-editing", "liu-fang"]["needs_person"]


def test_blank_and_half_finished_hand_ins_ask_for_no_person(demo):
    for week in WEEKS:
        assert demo[1][week, "sun-bo"]["auto_score"] == 0
        assert 0 < demo[1][week, "wu-xia"]["auto_score"] < ALL_POINTS[week] / 2


@pytest.mark.parametrize("week", WEEKS)
def test_the_engine_marks_every_row_as_stock_nbgrader_does(demo, by_engine, week):
    course, told = by_engine
    assert (told[week]["graded"], told[week]["not_graded"]) == (len(expected(week)), [])
    ours, theirs = (grades_of(f"sqlite:///{one / 'gradebook.db'}", week) for one in (course, demo[0]))
    clips = {"camera-settings": {"shot-mark", "talk-mark"}, "clip-editing": {"moves-mark", "edited-mark"}}
    assert {one.cell for one in theirs} > clips[week]
    assert ours == theirs


def test_the_engine_says_who_waits_for_a_person(by_engine):
    waiting = {
        (week, one["learner"])
        for week, told in by_engine[1].items()
        for one in told["hand_ins"]
        if one["needs_person"]
    }
    assert waiting == {(week, learner) for week, learner in PEOPLE if faults(week, learner)}
