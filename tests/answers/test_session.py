"""Who sits here: the worksheet trusts answers.json, grading trusts the folder alone."""

import json

import pytest

from nongju.answers import session
from nongju.answers.store import AnswerStore


@pytest.fixture
def hand_in(tmp_path, monkeypatch):
    """A folder as nbgrader has it while grading; call it to sit somebody down there."""
    folder = tmp_path / "autograded" / "Wang-Li" / "pricing-margin"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")

    def sit(learner, pair=None):
        AnswerStore.open(folder, "pricing-margin").sit_down(learner, pair)
        return session.current("pricing-margin")

    return sit


def test_grading_takes_the_learner_from_the_folder(hand_in):
    found = hand_in(None)
    assert (found.mode, found.learner, found.seed, found.notes) == ("autograde", "wang-li", "wang-li", ())


def test_somebody_elses_answers_are_noted_and_go_to_a_person(hand_in):
    found = hand_in("zhou")
    assert (found.seed, found.needs_person) == ("wang-li", True)
    assert found.notes == ("答案属于另一位学员。",)


def test_a_declared_pair_shares_a_seed_and_is_nothing_foreign(hand_in):
    found = hand_in("zhou", ("zhou", "wang-li"))
    assert (found.seed, found.needs_person) == ("wang-li+zhou", False)
    assert found.learner == "wang-li"


def test_a_pair_that_the_learner_is_not_in_gives_no_seed(hand_in):
    found = hand_in("zhou", ("zhou", "chen"))
    assert (found.seed, found.needs_person) == ("wang-li", True)


def test_a_worksheet_without_anybody_shows_the_sample(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    found = session.current("pricing-margin")
    assert (found.mode, found.learner, found.seed) == ("worksheet", None, "")


def test_validate_takes_the_learner_who_sat_down_and_writes_nothing(hand_in, monkeypatch):
    hand_in("zhou")
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    found = session.current("pricing-margin")
    assert (found.mode, found.learner, found.store.read_only) == ("validate", "zhou", True)


def test_a_scene_that_collecting_names_is_the_one_that_is_marked(tmp_path):
    folder = tmp_path / "015" / "w"
    folder.mkdir(parents=True)
    made = {"format": "nongju-answers", "version": 1, "week": "w", "learner": "15", "pair": None}
    (folder / "answers.json").write_text(json.dumps({**made, "answers": {}, "scene": "15"}), encoding="utf-8")
    made_of = session.graded(folder, "w", "015")
    assert (made_of.learner, made_of.seed, made_of.notes) == ("015", "15", ())


def test_work_of_nobody_is_marked_on_the_sample_that_was_shown(tmp_path):
    folder = tmp_path / "015" / "w"
    folder.mkdir(parents=True)
    entry = {"p1.cost": {"kind": "number", "raw": "1", "saved": ""}}
    made = {"format": "nongju-answers", "version": 1, "week": "w", "learner": None, "pair": None}
    (folder / "answers.json").write_text(json.dumps({**made, "answers": entry}), encoding="utf-8")
    assert session.graded(folder, "w", "015").seed == ""


def test_work_that_was_done_without_anybody_is_never_marked_without_a_word(hand_in, tmp_path):
    found = hand_in(None)
    AnswerStore.open(found.store.folder, "pricing-margin").put("p1.cost", "number", "12")
    found = session.current("pricing-margin")
    assert (found.notes, found.needs_person) == ((session.NOBODY,), True)
    found = hand_in("wang-li")
    assert (found.notes, found.needs_person) == ((), False)


def test_nongju_lab_says_who_sits_there_where_the_file_cannot(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setenv(session.SEATED, "Wang-Li")
    newer = '{"format": "nongju-answers", "version": 99, "week": "pricing-margin", "answers": {}}'
    (tmp_path / "answers.json").write_text(newer)
    found = session.current("pricing-margin")
    assert (found.learner, found.seed, found.closed) == ("wang-li", "wang-li", "")
