"""The shape of answers.json: bad entries are left out with a note, the rest is used."""

import pytest

from nongju.answers import schema
from nongju.answers.bounds import MAX_VALUE_CHARACTERS
from nongju.answers.schema import NewerVersionError, Query, WrongShapeError, parse
from nongju.course.identity import normalise_id


def a_file(**changes):
    whole = {
        "format": "nongju-answers",
        "version": 1,
        "week": "w",
        "learner": None,
        "pair": None,
        "answers": {},
    }
    return {**whole, **changes}


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        a_file(format="x"),
        a_file(version=True),
        a_file(version="1"),
        a_file(version=0),
        a_file(week=3),
        a_file(week="../x"),
        a_file(answers=[]),
    ],
)
def test_what_is_not_an_answers_file_is_refused(content):
    with pytest.raises(WrongShapeError):
        parse(content)


def test_a_newer_version_is_told_apart_from_a_broken_file():
    with pytest.raises(NewerVersionError):
        parse(a_file(version=schema.VERSION + 1, week=None))


def test_one_bad_entry_does_not_take_the_others_along():
    good = {"kind": "number", "raw": "1", "saved": ""}
    found = parse(a_file(answers={"p1.cost": good, "p1.x": {"kind": "clip", "raw": 1}, "no-dot": good}))
    assert list(found.answers) == ["p1.cost"]
    assert len(found.notes) == 2


@pytest.mark.parametrize(
    ("kind", "raw", "kept"),
    [
        ("number", 69.16, None),
        ("choice", ["yes"], None),
        ("choices", ["a", 1], None),
        ("choices", ["a"], ["a"]),
        ("table", [{"item": "盐", "yuan": 3}], None),
        ("table", [{"item": "盐"}], [{"item": "盐"}]),
        ("practice", {"tries": 9, "done": False}, {"tries": 3, "done": False}),
        ("practice", {"tries": True, "done": False}, None),
        ("lock", "yes", None),
    ],
)
def test_raw_has_the_shape_of_its_kind(kind, raw, kept):
    assert schema.bounded(kind, raw, []) == kept


def test_a_value_beyond_the_limit_is_cut_with_a_note():
    notes = []
    kept = schema.bounded("text", "好" * 30_000, notes)
    assert len(kept) == MAX_VALUE_CHARACTERS
    assert len(notes) == 1


QUERY = {"ask": "写一个数。", "label": "第 1 题 ① 几元", "last": "12", "echo": "12 元"}


def test_a_query_is_kept_with_its_entry():
    entry = {"kind": "number", "raw": "十来块", "saved": "", "query": QUERY}
    found = parse(a_file(answers={"p1.cost": entry}))
    assert found.answers["p1.cost"].query == Query("写一个数。", "第 1 题 ① 几元", "12", "12 元")
    assert found.to_json()["answers"]["p1.cost"] == entry
    assert found.to_json()["version"] == 1


@pytest.mark.parametrize(
    "query",
    [None, "x", [], {}, {"ask": 3}, {"ask": ""}, {"label": "x"}, {"ask": ["x"]}],
)
def test_a_query_that_asks_nothing_is_none(query):
    entry = {"kind": "number", "raw": "12", "saved": "", "query": query}
    assert parse(a_file(answers={"p1.cost": entry})).answers["p1.cost"].query is None


def test_a_query_takes_texts_as_they_can_be_written_and_a_last_answer_of_its_kind():
    query = {"ask": "写\ud800" + "好" * 900, "label": 3, "last": ["x"], "echo": "12 元", "refused": 1}
    entry = {"kind": "number", "raw": "十来块", "saved": "", "query": query}
    found = parse(a_file(answers={"p1.cost": entry})).answers["p1.cost"].query
    assert (len(found.ask), found.label, found.last, found.echo) == (499, "", None, "")
    assert found.refused is False


@pytest.mark.parametrize("text", ["Wang-Li", " wang-li\n", "ＷＡＮＧ-ＬＩ"])
def test_ids_that_look_the_same_are_the_same(text):
    assert normalise_id(text) == "wang-li"


@pytest.mark.parametrize("pair", [["a", "A"], ["a"], ["a", ""], "ab", ["a", 3]])
def test_what_is_not_a_pair_of_two_is_no_pair(pair):
    assert parse(a_file(pair=pair)).pair is None


FOREIGN = {
    "kind": "hologram",
    "raw": {"deep": [1, {"x": None}], "long": "好" * 30_000},
    "saved": "x",
    "more": 1,
}


def test_a_kind_that_is_not_known_is_kept_as_it_is_and_written_in_a_version_that_keeps_it():
    found = parse(a_file(answers={"p1.cost": FOREIGN}, version=3))
    assert found.notes == []
    assert found.to_json()["answers"] == {"p1.cost": FOREIGN}
    assert found.to_json()["version"] == schema.KEEPS_UNKNOWN


@pytest.mark.parametrize("raw", ["\ud800", float("nan"), float("inf")])
def test_what_could_not_be_written_again_is_left_out_with_a_note(raw):
    found = parse(a_file(answers={"p1.x": {"kind": "hologram", "raw": raw}, "p1.y": FOREIGN}))
    assert list(found.answers) == ["p1.y"]
    assert found.notes == ["p1.x 的答案看不懂，没有用它。"]


@pytest.mark.parametrize(
    ("kinds", "version"),
    [(["number", "table"], 1), (["number", "clip"], 2), (["order", "clip"], 3), ([], 1)],
)
def test_a_file_is_written_as_the_oldest_version_that_can_hold_it(kinds, version):
    raws = {
        "number": "1",
        "table": [],
        "order": ["a", "b", "c"],
        "clip": {"file": "p1-x-1.mp4", "sha256": "0" * 64, "bytes": 1, "from": ""},
    }
    answers = {f"p1.{kind}": {"kind": kind, "raw": raws[kind], "saved": ""} for kind in kinds}
    assert parse(a_file(answers=answers, version=3)).to_json()["version"] == version
