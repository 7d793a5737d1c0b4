import json
import zipfile
from pathlib import Path

import pytest
from tests.classroom.conftest import NOON, PHOTO, WEEK, answers, named

from nongju.classroom.collecting import handin
from nongju.classroom.collecting.handin import HandInError, hand_in


def manifest_of(path):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read("nongju-hand-in.json"))


def test_hand_in_holds_the_manifest_of_the_contract(course, folder):
    made = hand_in(folder, WEEK, release=course.release(WEEK), destination=course.root, now=NOON)
    assert made.path.name == "pricing-margin-wang-li-20261120T120000.zip"
    manifest = manifest_of(made.path)
    assert list(manifest) == [
        "format", "version", "week", "learner", "pair", "created", "release_digest", "files",
    ]  # fmt: skip
    assert manifest["created"] == "2026-11-20T12:00:00+08:00"
    assert manifest["release_digest"] == course.release(WEEK).digest
    assert sorted(manifest["files"]) == [
        "advanced.ipynb", "answers.json", "uploads/p1-photo-1a2b3c4d.jpg", "worksheet-1.ipynb",
    ]  # fmt: skip
    assert made.sentences == ()


def test_same_folder_and_time_give_the_same_bytes(folder, tmp_path):
    first = hand_in(folder, WEEK, destination=tmp_path, now=NOON).path.read_bytes()
    assert hand_in(folder, WEEK, destination=tmp_path, now=NOON).path.read_bytes() == first


def test_missing_notebook_is_said_and_the_answers_still_go(course, folder):
    (folder / "worksheet-1.ipynb").unlink()
    made = hand_in(folder, WEEK, release=course.release(WEEK), now=NOON)
    assert made.sentences == ("少了练习纸 worksheet-1.ipynb，答案照样交了，老师那边会补上。",)
    assert "answers.json" in manifest_of(made.path)["files"]


def test_what_could_not_be_read_is_named_with_what_was_typed(folder):
    content = json.loads(answers())
    query = {
        "ask": "差不多是多少？写一个数。",
        "label": "第 1 题 ① 一单本钱几元",
        "last": "12",
        "echo": "12 元",
    }
    content["answers"]["p1.cost"] = {"kind": "number", "raw": "\u202e十来块", "saved": "", "query": query}
    content["answers"]["p1.rows"] = {
        "kind": "table", "raw": [{"n": "几个"}], "saved": "", "query": {"ask": "到底是几？", "label": "② 表"},
    }  # fmt: skip
    (folder / "answers.json").write_text(json.dumps(content), encoding="utf-8")
    made = hand_in(folder, WEEK, now=NOON)
    assert made.sentences == (
        "还有 2 处写了，没读懂：第 1 题 ① 一单本钱几元「十来块」；② 表。"
        "能改就打开练习纸改好再交一次；照样交了，老师会看。",
    )


def test_someone_elses_answers_are_said_and_handed_in_by_who_sits_there(folder):
    made = hand_in(folder, WEEK, learner="Li-Na ", now=NOON)
    assert made.learner == "li-na"
    assert manifest_of(made.path)["learner"] == "li-na"
    assert "是「wang-li」填的" in made.sentences[0]


def test_a_member_of_the_pair_is_not_someone_else(folder):
    (folder / "answers.json").write_text(answers(pair=["li-na", "wang-li"]), encoding="utf-8")
    made = hand_in(folder, WEEK, learner="li-na", now=NOON)
    assert made.sentences == ()
    assert manifest_of(made.path)["pair"] == ["li-na", "wang-li"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"format": "nongju-ans', "答案文件不完整"),
        (answers(week="other"), "另一周的"),
        (answers(version=99), "更新的软件版本"),
    ],
)
def test_unreadable_answers_are_said_and_packed_as_they_are(folder, content, sentence):
    (folder / "answers.json").write_text(content, encoding="utf-8")
    made = hand_in(folder, WEEK, learner="wang-li", now=NOON)
    assert sentence in made.sentences[0]
    with zipfile.ZipFile(made.path) as archive:
        assert archive.read("answers.json").decode() == content


def test_uploads_over_the_limit_are_left_out_by_name_and_the_rest_goes(folder, monkeypatch):
    monkeypatch.setattr(handin, "MAX_HAND_IN_BYTES", 20_000)
    clip = bytes(30_000)
    (folder / "uploads" / "p2-clip-1.mp4").write_bytes(clip)
    files = {"p1.photo": named(PHOTO), "p2.clip": named(clip, "p2-clip-1.mp4", "clip", "VID_7.mp4")}
    (folder / "answers.json").write_text(answers(files=files), encoding="utf-8")
    made = hand_in(folder, WEEK, now=NOON)
    assert made.left_out == ("p2-clip-1.mp4",)
    assert "这几个没有放进去：VID_7.mp4。" in made.sentences[0]
    assert "uploads/p1-photo-1a2b3c4d.jpg" in manifest_of(made.path)["files"]


def test_what_is_not_marked_stays_behind_before_what_is_and_nothing_is_said_of_it(folder, monkeypatch):
    monkeypatch.setattr(handin, "MAX_HAND_IN_BYTES", 60_000)
    marked, practice = bytes(40_000), bytes(30_000)
    (folder / "uploads" / "p2-clip-1.mp4").write_bytes(marked)
    (folder / "uploads" / "my-shots-m1.mp4").write_bytes(practice)
    files = {
        "p2.clip": named(marked, "p2-clip-1.mp4", "clip", "VID_7.mp4"),
        "my-shots.m1": named(practice, "my-shots-m1.mp4", "clip", "VID_8.mp4"),
    }
    (folder / "answers.json").write_text(answers(files=files), encoding="utf-8")
    cell = {"cell_type": "code", "metadata": {"nbgrader": {"grade": True, "grade_id": "p2-mark"}}}
    (folder / "worksheet-1.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    made = hand_in(folder, WEEK, now=NOON)
    assert made.left_out == ("my-shots-m1.mp4",)
    assert made.sentences == ()
    assert "uploads/p2-clip-1.mp4" in manifest_of(made.path)["files"]


def test_only_files_that_an_answer_names_are_handed_in(folder):
    (folder / "uploads" / "old-clip.mp4").write_bytes(bytes(10))
    (folder / "uploads" / ".abc.part").write_bytes(bytes(10))
    (folder / "previews").mkdir()
    (folder / "previews" / "x.mp4").write_bytes(bytes(10))
    files = manifest_of(hand_in(folder, WEEK, now=NOON).path)["files"]
    assert [name for name in files if "/" in name] == ["uploads/p1-photo-1a2b3c4d.jpg"]


def test_a_clip_that_is_only_for_the_learner_stays_there_and_is_not_missed(folder):
    clip = bytes(30)
    (folder / "uploads" / "own-clip-1.mp4").write_bytes(clip)
    stays = named(clip, "own-clip-1.mp4", "clip", "VID_7.mp4")
    stays["raw"]["stays"] = True
    gone = {"kind": "clip", "raw": {**stays["raw"], "file": "gone-clip-1.mp4"}, "saved": ""}
    files = {"p1.photo": named(PHOTO), "own.clip": stays, "own.gone": gone}
    (folder / "answers.json").write_text(answers(files=files), encoding="utf-8")
    made = hand_in(folder, WEEK, now=NOON)
    assert made.sentences == ()
    packed = [name for name in manifest_of(made.path)["files"] if "/" in name]
    assert packed == ["uploads/p1-photo-1a2b3c4d.jpg"]


def test_a_file_that_is_named_and_gone_is_said_by_its_name_on_the_phone(folder):
    (folder / "uploads" / "p1-photo-1a2b3c4d.jpg").unlink()
    made = hand_in(folder, WEEK, now=NOON)
    assert made.sentences == ("「照片.jpg」找不到了。打开练习纸再选一次，再交。",)


def test_with_unreadable_answers_every_upload_goes_along(folder):
    (folder / "answers.json").write_text("{", encoding="utf-8")
    made = hand_in(folder, WEEK, learner="wang-li", now=NOON)
    assert "uploads/p1-photo-1a2b3c4d.jpg" in manifest_of(made.path)["files"]


def test_nobody_to_hand_in_for_is_a_sentence(folder):
    (folder / "answers.json").write_text(answers(learner=None), encoding="utf-8")
    with pytest.raises(HandInError, match="--learner"):
        hand_in(folder, WEEK)


def test_an_empty_folder_is_a_sentence_and_leaves_no_half_zip(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(HandInError, match="没有作业"):
        hand_in(tmp_path / "empty", WEEK, learner="wang-li")
    assert list(tmp_path.glob("*.zip")) == []


def test_links_in_the_folder_are_not_followed(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    (folder / "uploads" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert "uploads/link.txt" not in manifest_of(hand_in(folder, WEEK, now=NOON).path)["files"]


def test_a_clock_before_1980_still_packs(folder):
    made = hand_in(folder, WEEK, now=NOON.replace(year=1970))
    assert manifest_of(made.path)["created"].startswith("1970")


def test_a_stick_that_is_not_there_is_a_sentence_and_leaves_nothing(folder, tmp_path):
    with pytest.raises(HandInError, match="U 盘插好了吗"):
        hand_in(folder, WEEK, destination=tmp_path / "gone", now=NOON)


def test_what_sticks_and_sync_tools_added_is_not_handed_in(course, folder):
    for name in ("._worksheet-1.ipynb", "worksheet-1-Copy1.ipynb", "worksheet-1(冲突副本).ipynb"):
        (folder / name).write_text("{}", encoding="utf-8")
    for release in (course.release(WEEK), None):
        made = hand_in(folder, WEEK, release=release, now=NOON)
        packed = {name for name in manifest_of(made.path)["files"] if name.endswith(".ipynb")}
        assert packed == {"worksheet-1.ipynb", "advanced.ipynb"}


def test_renamed_answers_are_handed_in_under_their_name_and_said(folder):
    content = (folder / "answers.json").read_bytes()
    (folder / "answers.json").rename(folder / "answers (1).json")
    made = hand_in(folder, WEEK, now=NOON)
    assert made.sentences[0] == "答案文件的名字变成了「answers (1).json」，照样交了。"
    with zipfile.ZipFile(made.path) as archive:
        assert archive.read("answers.json") == content


def refuse(monkeypatch, name):
    """No file of that name can be opened any more, as on a failing stick."""
    opened = Path.open

    def refused(path, *arguments, **options):
        if path.name == name:
            raise OSError(5, "Input/output error", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refused)


def test_answers_that_cannot_be_read_just_now_are_not_handed_in_without(folder, monkeypatch, tmp_path):
    refuse(monkeypatch, "answers.json")
    with pytest.raises(HandInError, match="现在读不出来，没有打包"):
        hand_in(folder, WEEK, learner="wang-li", destination=tmp_path, now=NOON)
    assert list(tmp_path.glob("*.zip")) == []


def test_a_worksheet_that_cannot_be_read_just_now_is_said_and_the_answers_go(course, folder, monkeypatch):
    release = course.release(WEEK)
    assert release.notebooks
    refuse(monkeypatch, "worksheet-1.ipynb")
    made = hand_in(folder, WEEK, release=release, now=NOON)
    assert made.sentences == ("练习纸 worksheet-1.ipynb 现在读不出来，答案照样交了，老师那边会补上。",)
    assert "answers.json" in manifest_of(made.path)["files"]
