"""The word that counts: a person's mark, then the marker's, then the points."""

import pytest
from tests.classroom.test_report import mark

from nongju.classroom.reporting.verdicts import LEARNED_SHARE, verdict_of
from nongju.course.grades import Grade


def grade(auto=None, manual=None, most=10.0, task=False, extra=0.0):
    return Grade("a", "w", "c", task, auto, manual, extra, False, most)


@pytest.mark.parametrize(
    ("points", "most", "word"),
    [
        (10, 10, "learned"),
        (9, 10, "learned"),
        (8, 10, "learned"),
        (4.8, 6, "learned"),
        (7.99, 10, "again"),
        (0, 10, "again"),
    ],
)
def test_from_eight_in_ten_on_a_persons_mark_is_learned(points, most, word):
    assert LEARNED_SHARE == 0.8
    for machine in (None, mark("again"), mark("learned"), mark("teacher")):
        assert verdict_of(grade(manual=points, most=most, task=machine is None), machine) == word


def test_extra_points_of_a_person_count():
    assert verdict_of(grade(manual=7, extra=1), None) == "learned"


def test_a_guess_stays_a_guess_whoever_marked_it():
    for given in (None, 0, 10):
        assert verdict_of(grade(auto=1, manual=given), mark("guessed")) == "guessed"


def test_nothing_is_not_done_unless_a_person_gave_points_for_it():
    assert verdict_of(grade(manual=0), mark("blank")) == "blank"
    assert verdict_of(grade(manual=9), mark("blank")) == "learned"
    assert verdict_of(grade(task=True), None, untouched=True) == "blank"
    assert verdict_of(grade(manual=0, task=True), None, untouched=True) == "blank"
    assert verdict_of(grade(auto=0), None, untouched=True) == "blank"


def test_what_nobody_marked_is_for_a_teacher():
    assert verdict_of(None, None) == "teacher"
    assert verdict_of(grade(), None, untouched=True) == "teacher"  # code that could not be run
    assert verdict_of(grade(task=True), None) == "teacher"
    assert verdict_of(grade(auto=0, task=True), None) == "teacher"


def test_code_is_learned_when_every_test_passes():
    assert verdict_of(grade(auto=10), None) == "learned"
    assert verdict_of(grade(auto=9), None) == "again"
