"""The sample hand-ins in tests/sample_class are those that the course of today gives."""

import hashlib
import json
import zipfile
from functools import cache

import pytest
from tests.sample_class import make_classroom as maker
from tests.sample_class.filming import CAMERAS
from tests.sample_class.hand_ins import CLASSES, LARGE, SMALL
from tests.sample_class.questions import read_classroom

WEEKS = maker.weeks()
LARGE_WEEK = "pricing-margin"
MOST_BYTES = 950_000
"""Of a class in git: eight worksheets of 20 kB each, and the small clips of six."""

FAULTS = {"sideways", "shaky", "dark", "silent", "truncated"}
"""What phones and hands do to a clip."""


@pytest.fixture(scope="module")
def room_of():
    """The questions of a week, read once."""
    return cache(read_classroom)


def contents(folder):
    """Every zip's names, times and bytes, and the text files: compression may differ between machines."""
    found = {}
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            found[path.name] = [
                (i.filename, i.flag_bits, i.date_time, archive.read(i)) for i in archive.infolist()
            ]
    for name in ("roster.csv", "expected.json"):
        found[name] = (folder / name).read_bytes()
    return found


@pytest.mark.parametrize("week", WEEKS)
def test_the_sample_hand_ins_are_fresh(week, room_of, tmp_path):
    maker.write(week, tmp_path, room_of(week))
    fresh, kept = contents(tmp_path), contents(maker.HERE / week)
    assert sorted(fresh) == sorted(kept), "run: make classroom"
    assert [name for name in fresh if fresh[name] != kept[name]] == [], "run: make classroom"


def test_building_twice_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        maker.write(LARGE_WEEK, tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


@pytest.mark.parametrize("week", WEEKS)
def test_the_class_has_everybody_who_should_be_in_it(week):
    about = json.loads((maker.HERE / week / "expected.json").read_bytes())
    people = CLASSES.get(week, SMALL)
    assert {learner: one["kind"] for learner, one in about.items()} == people
    assert len(list((maker.HERE / week).glob("*.zip"))) == len(people)
    thinking = [one["id"] for one in about.values() if "id" in one]
    assert len(thinking) == len(set(thinking)) == (5 if people is LARGE else 3)


@pytest.mark.parametrize("week", WEEKS)
def test_the_small_classes_go_wrong_in_answers_of_different_kinds(week, room_of):
    about = json.loads((maker.HERE / week / "expected.json").read_bytes())
    rules = {(one.cell, rule.field): type(rule) for one in room_of(week).graded for rule in one.rules}
    kinds = {rules[one["question"], one["field"]] for one in about.values() if "id" in one}
    assert len(kinds) > 1 or week == LARGE_WEEK


def test_every_fault_of_a_clip_is_handed_in_with_camera_settings():
    shown = [clip for blanks in CAMERAS["camera-settings"].values() for clip in blanks.values()]
    assert sorted(shown) == sorted(FAULTS)


@pytest.mark.parametrize("week", CAMERAS)
def test_clips_are_each_learners_own_small_and_named_by_the_answers(week):
    about = json.loads((maker.HERE / week / "expected.json").read_bytes())
    seen: set[str] = set()
    for path in sorted((maker.HERE / week).glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            uploads = {name: archive.read(name) for name in archive.namelist() if name.startswith("uploads/")}
            answers = json.loads(archive.read("answers.json"))
        named = {key: one["raw"] for key, one in answers["answers"].items() if one["kind"] == "clip"}
        handed_in = {key: raw for key, raw in named.items() if not raw.get("stays")}
        clips = about[answers["learner"]].get("clips", {})
        assert handed_in.keys() == clips.keys()
        assert {f"uploads/{raw['file']}" for raw in handed_in.values()} == uploads.keys()
        for key, raw in handed_in.items():
            digest = hashlib.sha256(uploads[f"uploads/{raw['file']}"]).hexdigest()
            assert (digest == raw["sha256"]) is (clips[key] != "truncated")
            assert digest not in seen
            seen.add(digest)
    size = sum(path.stat().st_size for path in (maker.HERE / week).iterdir())
    assert size < MOST_BYTES, f"{week}: {size} bytes"


@pytest.mark.parametrize("week", WEEKS)
def test_the_model_answers_every_graded_question(week, room_of):
    given = set(json.loads(maker.model_answers(week))["answers"])
    for one in room_of(week).graded:
        answered = [rule for rule in one.rules if f"{one.question.key}.{rule.field}" in given]
        assert len(answered) == (one.question.required or len(one.rules)), one.cell
