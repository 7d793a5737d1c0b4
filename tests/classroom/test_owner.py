"""Whose a hand-in is, which of several counts, and on whose scenes it is marked."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.classroom.conftest import ADVANCED, NOON, SHEET_1, WEEK, answers, text_of, zipped

from nongju.answers import session as sessions
from nongju.classroom.collecting.collect import collect
from nongju.classroom.collecting.giving import GivingError, give
from nongju.classroom.collecting.record import read_record
from nongju.course.likeness import alike, written_otherwise
from nongju.course.roster import Learner, Roster

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SHEETS = {"worksheet-1.ipynb": text_of(SHEET_1), "advanced.ipynb": text_of(ADVANCED)}


def roster_of(*people, **pairs):
    made = {id_: Learner(id=id_, name=name, pair=pairs.get(f"p{id_}")) for id_, name in people}
    return Roster(made)


CLASS = roster_of(("015", "王丽"), ("016", "李娜"), ("017", "张三丰"), ("wang-li", "赵六"))


class Desk:
    """A course, a class, and a folder of zips."""

    def __init__(self, course, tmp_path, roster):
        self.course, self.away, self.roster = course, tmp_path / "away", roster
        self.away.mkdir()

    def zip(self, name, learner, manifest=None, hour=0, **given):
        files = {**SHEETS, "answers.json": answers(learner=learner, **{"p1_cost": "1", **given})}
        if manifest is not None:
            made = {"format": "nongju-hand-in", "version": 1, "week": WEEK, "learner": manifest}
            made["created"] = (NOON + timedelta(hours=hour)).isoformat()
            files["nongju-hand-in.json"] = json.dumps(made)
        return zipped(self.away / name, files)

    def collect(self, *paths, **options):
        found = collect(self.course, WEEK, paths, roster=self.roster, now=NOW, **options)
        self.records = {one.learner: one for one in found.learners}
        self.strays = {one.where: one.reason for one in found.strays}
        return found

    def session(self, learner):
        """What grading makes of the hand-in."""
        return sessions.graded(self.course.folder("submitted", WEEK, learner), WEEK, learner)

    def cost(self, learner):
        return self.session(learner).store.get("p1.cost").raw


@pytest.fixture
def desk(course, tmp_path):
    return Desk(course, tmp_path, CLASS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15", "015"),
        ("0015", "015"),
        ("王丽", "015"),
        ("wangli", "wang-li"),
        ("wang_li", "wang-li"),
        ("18", None),
        ("王", None),
        ("nobody", None),
    ],
)
def test_zeros_signs_and_whole_names_are_the_same_id_written_otherwise(typed, meant):
    found = written_otherwise(typed, CLASS)
    assert (found.id if found else None) == meant


def test_what_two_learners_could_mean_is_nobodys():
    twice = roster_of(("015", "王丽"), ("15", "李娜"), ("16", "王丽"))
    assert written_otherwise("0015", twice) is None
    assert written_otherwise("王丽", twice) is None


@pytest.mark.parametrize(
    ("typed", "first"), [("15", "015"), ("o15", "015"), ("wang-lu", "wang-li"), ("张三", "017")]
)
def test_an_id_that_is_on_no_list_brings_suggestions(typed, first):
    assert next(one.id for one in alike(typed, CLASS)) == first
    assert alike("zhou-jie-lun", CLASS) == ()


@pytest.mark.parametrize("manifest", ["15", "015", None])
def test_an_id_typed_wrong_is_told_and_marked_on_the_scenes_that_were_shown(desk, manifest):
    desk.collect(desk.zip("x.zip", "15", manifest))
    record = desk.records["015"]
    assert record.status == "collected"
    assert record.needs_person
    if manifest != "015":
        assert "15 可能是 015" in record.line
    assert "做的是编号「15」的题" in record.line
    session = desk.session("015")
    assert (session.learner, session.seed) == ("015", "15")
    assert "答案属于另一位学员。" not in session.notes


def test_a_name_for_an_id_is_marked_on_the_scenes_of_the_name(desk):
    desk.collect(desk.zip("x.zip", "王丽", "王丽"))
    assert desk.session("015").seed == "王丽"
    assert "王丽 可能是 015" in desk.records["015"].line


def test_a_likely_id_is_suggested_and_not_taken(desk):
    desk.collect(desk.zip("x.zip", "105", "105"))
    assert "105 可能是 015" in desk.strays["x.zip"]
    assert f'nongju collect {WEEK} --as 编号 "x.zip"' in desk.strays["x.zip"]
    assert {one.status for one in desk.records.values()} == {"missing"}


def test_own_hand_in_comes_before_one_that_may_be_ones_own(desk):
    desk.collect(desk.zip("a.zip", "015", "015"), desk.zip("b.zip", "15", "15", hour=5, p1_cost="2"))
    assert desk.cost("015") == "1"
    assert desk.records["015"].needs_person
    assert "拿不准是不是本人交的" in desk.records["015"].line


def test_answers_of_a_classmate_are_marked_on_ones_own_scenes_until_a_person_says_otherwise(desk):
    desk.collect(desk.zip("x.zip", "016", "015"))
    assert desk.session("015").seed == "015"
    assert desk.session("015").needs_person
    assert "答案属于另一位学员" in desk.records["015"].line
    give(desk.course, WEEK, "015", [desk.away / "x.zip"], CLASS, accept_unknown=False)
    desk.collect()
    assert desk.session("015").seed == "016"
    assert not desk.records["015"].needs_person
    assert "老师说这份是「015」的" in desk.records["015"].line


def test_a_scene_that_a_hand_in_claims_is_dropped(desk):
    files = {
        **SHEETS,
        "answers.json": json.dumps({**json.loads(answers(learner="015", p1_cost="1")), "scene": "016"}),
    }
    desk.collect(zipped(desk.away / "x.zip", files))
    assert desk.session("015").seed == "015"
    assert b"016" not in (desk.course.folder("submitted", WEEK, "015") / "answers.json").read_bytes()


def test_a_stray_hand_in_is_given_to_a_learner_once_and_stays_given(desk):
    desk.collect(desk.zip("x.zip", None))
    assert "看不出是谁的" in desk.strays["x.zip"]
    give(desk.course, WEEK, "015", [desk.away / "x.zip"], CLASS, accept_unknown=False)
    for _ in range(2):
        desk.collect(desk.away / "x.zip")
        assert desk.records["015"].status == "collected"
        assert desk.strays == {}


def test_it_can_be_called_as_collecting_showed_it(desk):
    files = {f"{who}/{name}": text for who in ("a", "b") for name, text in SHEETS.items()}
    files |= {f"{who}/answers.json": answers(learner=None, p1_cost=who) for who in ("a", "b")}
    path = zipped(desk.away / "class.zip", files)
    desk.collect(path)
    with pytest.raises(GivingError, match="里有 2 份作业"):
        give(desk.course, WEEK, "015", [path], CLASS, accept_unknown=False)
    shown = next(where for where in desk.strays if where.endswith("b"))
    give(desk.course, WEEK, "015", [Path(shown)], CLASS, accept_unknown=False)
    desk.collect()
    assert desk.cost("015") == "b"
    assert list(desk.strays) == ["class.zip › a"]


@pytest.mark.parametrize(
    ("learner", "file", "words"),
    [("15", "x.zip", "15 可能是 015"), ("../x", "x.zip", "不能用"), ("015", "y.zip", "没有收到过「y.zip」")],
)
def test_what_cannot_be_given_is_a_sentence(desk, learner, file, words):
    desk.collect(desk.zip("x.zip", None))
    with pytest.raises(GivingError, match=words):
        give(desk.course, WEEK, learner, [desk.away / file], CLASS, accept_unknown=False)


def test_a_newer_hand_in_that_is_emptier_is_asked_about_and_taken_on_a_persons_word(desk):
    full = desk.zip("a.zip", "015", "015", p1_open="yes", p2_net="3")
    desk.collect(full, desk.zip("b.zip", "015", "015", hour=3, p1_cost="9"))
    assert desk.cost("015") == "1"
    assert desk.records["015"].needs_person
    assert "更新的「b.zip」填的少了（1 处，这份 3 处）" in desk.records["015"].line
    give(desk.course, WEEK, "015", [desk.away / "b.zip"], CLASS, accept_unknown=False)
    desk.collect()
    assert desk.cost("015") == "9"
    assert not desk.records["015"].needs_person
    give(desk.course, WEEK, "015", [desk.away / "a.zip"], CLASS, accept_unknown=False)
    desk.collect()
    assert desk.cost("015") == "1"


def test_what_arrives_after_a_decision_is_weighed_anew(desk):
    desk.collect(desk.zip("a.zip", "015", "015", p1_open="yes"), desk.zip("b.zip", "015", "015", hour=1))
    give(desk.course, WEEK, "015", [desk.away / "b.zip"], CLASS, accept_unknown=False)
    desk.collect(desk.zip("c.zip", "015", "015", hour=2, p1_cost="7", p2_net="3"))
    assert desk.cost("015") == "7"


def test_a_newer_hand_in_under_another_learners_name_is_asked_about_and_not_taken(desk):
    own = desk.zip("015.zip", "015", "015")
    desk.collect(own, desk.zip("016-的作业.zip", "015", "015", hour=3, p1_cost="9"))
    assert desk.cost("015") == "1"
    assert "拿不准是不是本人交的" in desk.records["015"].line


def test_a_ghost_partner_draws_nothing(desk):
    files = {**SHEETS, "answers.json": answers(learner="015", pair=["015", "z1162"], p1_cost="1")}
    desk.collect(zipped(desk.away / "x.zip", files))
    assert desk.session("015").seed == "015"
    assert "按一个人的题批" in desk.records["015"].line
    assert desk.records["015"].needs_person


@pytest.mark.parametrize("by", ["roster", "both"])
def test_a_pair_counts_when_the_roster_or_both_hand_ins_say_so(course, tmp_path, by):
    people = (("015", "王丽"), ("016", "李娜"))
    desk = Desk(course, tmp_path, roster_of(*people, **({"p015": "016"} if by == "roster" else {})))
    for learner in ("015", "016") if by == "both" else ("015",):
        files = {**SHEETS, "answers.json": answers(learner=learner, pair=["015", "016"], p1_cost="1")}
        zipped(desk.away / f"{learner}.zip", files)
    desk.collect(desk.away)
    assert desk.session("015").seed == "015+016"
    assert not desk.records["015"].needs_person


def test_work_of_nobody_goes_to_a_person(desk):
    files = {**SHEETS, "answers.json": answers(learner=None, p1_cost="1")}
    desk.collect(zipped(desk.away / "015.zip", files))
    assert desk.records["015"].needs_person
    assert "做的时候没写是谁" in desk.records["015"].line


def test_the_record_says_whose_scenes_were_shown(desk):
    desk.collect(desk.zip("x.zip", "15", "15"))
    (record,) = (one for one in read_record(desk.course, WEEK).learners if one.learner == "015")
    assert record.scene == "15"
