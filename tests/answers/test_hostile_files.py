"""Whatever stands in an answers.json, lab, hand-in and grader do not fail, and the good entries count."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongju.answers import schema, session
from nongju.answers.store import AnswerStore
from nongju.answers.web.exchange import Exchange
from nongju.classroom.collecting.answersfile import look_at_answers
from nongju.classroom.collecting.handin import HandInError, hand_in
from nongju.simulators import PRICE_WATERFALL
from nongju.simulators.placing.worksheet import WorksheetPlacement

WEEK = "pricing-margin"
GOOD = {"kind": "number", "raw": "三块五", "saved": "2026-11-22T10:32:05+08:00"}
FILE = ("p1-x-1.mp4", "0" * 64)


def a_file(entries, **changes):
    whole = {"format": schema.FORMAT, "version": 1, "week": WEEK, "learner": "wang-li", "pair": None}
    return {**whole, "answers": entries, **changes}


def text_of(content):
    """JSON as a stranger's program writes it: NaN, surrogates and endless numbers in it."""
    return json.dumps(content).replace('"<endless>"', "9" * 6000)


HOSTILE = {
    "kind is a list": {"kind": ["number"], "raw": "1"},
    "kind is an object": {"kind": {}, "raw": "1"},
    "kind is a number": {"kind": 10**400, "raw": "1"},
    "kind is missing": {"raw": "1"},
    "entry is a list": ["number", "1"],
    "entry is null": None,
    "raw is NaN": {"kind": "number", "raw": float("nan")},
    "raw is endless": {"kind": "number", "raw": "<endless>"},
    "a setting at NaN": {"kind": "setting", "raw": {"price": float("nan")}},
    "a setting at infinity": {"kind": "setting", "raw": {"price": float("inf")}},
    "a setting beyond floats": {"kind": "setting", "raw": {"price": 10**400}},
    "a setting of endless digits": {"kind": "setting", "raw": {"price": "<endless>"}},
    "a setting at a list": {"kind": "setting", "raw": {"price": [1]}},
    "a file of a huge size": {
        "kind": "clip",
        "raw": {"file": FILE[0], "sha256": FILE[1], "bytes": 10**400, "from": "x"},
    },
    "tries are a list": {"kind": "practice", "raw": {"tries": [], "done": True}},
    "rows are numbers": {"kind": "table", "raw": [1, 2]},
    "cells are numbers": {"kind": "table", "raw": [{"n": 10**400}]},
    "steps are numbers": {"kind": "order", "raw": [1, 2, 3]},
    "a foreign kind with NaN": {"kind": "hologram", "raw": [float("nan")]},
    "a foreign kind with a surrogate": {"kind": "hologram", "raw": "\ud800"},
}


@pytest.mark.parametrize("entry", HOSTILE.values(), ids=HOSTILE)
def test_one_hostile_entry_is_left_out_with_a_note_and_the_others_stay(tmp_path, entry):
    path = tmp_path / "answers.json"
    path.write_text(text_of(a_file({"p1.cost": GOOD, "p1.bad": entry})), "utf-8")
    store = AnswerStore.open(tmp_path, WEEK)
    assert set(store.answers) == {"p1.cost"}
    assert len(store.problems) == 1
    store.put("p1.more", "number", "1")
    assert set(AnswerStore.open(tmp_path, WEEK).answers) == {"p1.cost", "p1.more"}
    assert [one.name for one in tmp_path.glob("answers.*.json")] == []
    assert look_at_answers(path.read_bytes(), WEEK).usable


SURROGATES = {
    "p1.cost": {**GOOD, "raw": "三块五\ud83d", "echo": "\ud800", "saved": "\udfff"},
    "p1.why": {
        "kind": "text",
        "raw": "好\ud83d吃",
        "saved": "",
        "query": {"ask": "\ud800x", "label": "\ud801"},
    },
    "p1.rows": {"kind": "table", "raw": [{"n\ud800": "\ud800", "n": "3"}], "saved": ""},
}


@pytest.mark.parametrize("raw", ["escaped", "bytes"])
def test_lone_surrogates_are_dropped_from_texts_and_the_file_can_be_written(tmp_path, raw):
    content = a_file(SURROGATES, learner="wang-li\ud800", pair=["a\ud800", "b"])
    text = json.dumps(content, ensure_ascii=raw == "escaped")
    (tmp_path / "answers.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    store = AnswerStore.open(tmp_path, WEEK)
    assert (store.learner, store.pair, store.problems) == (None, None, [])
    assert (store.get("p1.cost").raw, store.get("p1.why").raw) == ("三块五", "好吃")
    store.put("p1.more", "text", "也\ud83d好", echo="\ud800也好")
    assert set(AnswerStore.open(tmp_path, WEEK).answers) == {*SURROGATES, "p1.more"}


def test_half_an_emoji_that_is_typed_is_saved_and_answered_in_what_can_be_sent(folder, question):
    exchange = Exchange(question, session.current(WEEK), "answer")
    for raw in ("三块五\ud83d", "十来块\ud83d"):
        reply = exchange.handle({"type": "save", "seq": 1, "field": "cost", "raw": raw})
        json.dumps([reply, exchange.state()], ensure_ascii=False).encode()
    assert exchange.session.store.get("p1.cost").raw == "十来块"


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 10**400},
        {"version": "<endless>"},
        {"version": float("nan")},
        {"version": [1]},
        {"week": "\ud800"},
        {"week": [WEEK]},
        {"learner": ["wang-li"]},
        {"learner": 10**400},
        {"pair": [["a"], {"b": 1}]},
        {"format": ["nongju-answers"]},
        {"answers": [GOOD]},
    ],
)
def test_a_hostile_head_is_a_sentence_and_never_a_crash(tmp_path, changes):
    folder = tmp_path / "wang-li"
    folder.mkdir()
    path = folder / "answers.json"
    path.write_text(text_of(a_file({"p1.cost": GOOD}, **changes)), "utf-8")
    look = look_at_answers(path.read_bytes(), WEEK)
    json.dumps([look.learner, look.week, look.problem], ensure_ascii=False).encode()
    made = hand_in(folder, WEEK, learner="wang-li")
    "".join(made.sentences).encode()
    snapshot = AnswerStore.snapshot(folder, WEEK)
    store = AnswerStore.open(folder, WEEK)
    assert "".join([*store.problems, *snapshot.problems]).isprintable()
    if not store.read_only:
        store.put("p1.more", "number", "1")


NAMES = ["kind", "raw", "saved", "echo", "query", "ask", "last", "file", "n"]
ODD = [10**400, float("nan"), float("inf"), "\ud800", "number", "setting", "order", "clip"]
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(ODD)
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner),
    max_leaves=12,
)
KEYS = ["p1.cost", "p1.profit", "p1.open", "waterfall.setting", "waterfall.best", "p1._practice"]
HEADS = ["version", "week", "learner", "pair"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    answers=st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=5),
    head=st.dictionaries(st.sampled_from(HEADS), ANYTHING, max_size=2),
)
def test_whatever_json_it_is_the_lab_opens_and_the_hand_in_goes(folder, question, answers, head):
    (folder / "answers.json").write_text(json.dumps(a_file(answers, **head)), "utf-8")
    session._sessions.clear()
    for asked in (question, WorksheetPlacement(f"{WEEK}/waterfall", PRICE_WATERFALL)):
        exchange = Exchange(asked, session.current(WEEK), "answer")
        json.dumps([exchange.spec(), exchange.state()], ensure_ascii=False, allow_nan=False).encode()
    try:
        made = hand_in(folder, WEEK, learner="wang-li", destination=folder.parent)
    except HandInError as refused:
        str(refused).encode()
    else:
        "".join(made.sentences).encode()
        made.path.unlink()
    for kept in folder.glob("answers.*.json"):
        kept.unlink()
