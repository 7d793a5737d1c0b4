"""Files in a hand-in: only photos and clips go on, what is doubtful is said, a copied clip is noticed."""

import zipfile
from pathlib import Path

import pytest
from tests.classroom.conftest import PHOTO, WEEK, answers, named, zipped
from tests.classroom.test_collecting import run, submitted, whole

from nongju.answers.uploads import transfer as limits
from nongju.course.roster import Learner, Roster

CLIP = b"\0\0\0\x18ftypmp42" + bytes(400)
NAME = "p2-clip-1a2b3c4d.mp4"


def with_files(learner="wang-li", files=None, pair=None, **more):
    """Files of a hand-in that names a clip."""
    entries = files if files is not None else {"p2.clip": named(CLIP, NAME, "clip", "VID_1.mp4")}
    return whole(
        **{"answers.json": answers(learner, pair=pair, files=entries), f"uploads/{NAME}": CLIP, **more}
    )


def line(course, roster, path, learner="wang-li"):
    records, _ = run(course, roster, path)
    return records[learner].line, records[learner].needs_person


def test_a_clip_that_an_answer_names_goes_on_unchanged(course, roster, tmp_path):
    said, needs_person = line(course, roster, zipped(tmp_path / "a-wang-li.zip", with_files()))
    assert "文件" not in said
    assert not needs_person
    assert (submitted(course) / "uploads" / NAME).read_bytes() == CLIP


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("uploads/page.html", "「page.html」不是照片或视频，留在 received 里"),
        ("uploads/run.svg", "「run.svg」不是照片或视频"),
        ("uploads/x.mp4.exe", "不是照片或视频"),
        ("uploads/deep/x.mp4", "「deep/x.mp4」不在 uploads 的最上面一层"),
    ],
)
def test_what_is_no_photo_or_clip_stays_in_received(course, roster, tmp_path, name, words):
    path = zipped(tmp_path / "wang-li.zip", with_files(**{name: b"<script>alert(1)</script>"}))
    said, _ = line(course, roster, path)
    assert words in said
    kept = [one.name for one in (submitted(course) / "uploads").iterdir()]
    assert kept == [NAME]
    with zipfile.ZipFile(course.root / "received" / WEEK / path.name) as archive:
        assert name in archive.namelist()


def test_a_clip_over_the_limit_stays_in_received_and_is_missed(course, roster, tmp_path, monkeypatch):
    monkeypatch.setattr("nongju.classroom.collecting.uploads.MAX_BYTES", 300)
    assert limits.MAX_BYTES == 100_000_000
    said, needs_person = line(course, roster, zipped(tmp_path / "wang-li.zip", with_files()))
    assert "超过 100 MB" in said
    assert "p2.clip 记的文件「VID_1.mp4」没有一起交来" in said
    assert needs_person
    assert not (submitted(course) / "uploads").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "p2.clip 记的文件「VID_1.mp4」没有一起交来"),
        (CLIP + b"x", "p2.clip 的文件和学员当初存的不一样"),
        (b"ffconcat version 1.0", "p2.clip 的文件不像视频"),
    ],
)
def test_a_file_that_is_not_what_the_answer_says_is_for_a_person(course, roster, tmp_path, content, words):
    path = zipped(tmp_path / "wang-li.zip", with_files(**{f"uploads/{NAME}": content}))
    said, needs_person = line(course, roster, path)
    assert words in said
    assert needs_person


def test_an_answer_cannot_name_a_file_outside(course, roster, tmp_path):
    entry = named(CLIP, NAME, "clip")
    entry["raw"]["file"] = "../../secret.mp4"
    said, _ = line(course, roster, zipped(tmp_path / "wang-li.zip", with_files(files={"p2.clip": entry})))
    assert "secret" not in said


def test_one_padded_clip_beside_a_large_one_is_left_out(course, roster, tmp_path):
    path = tmp_path / "wang-li.zip"
    zipped(path, with_files(**{"uploads/bomb.mp4": bytes(30_000_000)}))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("uploads/large.mp4"), CLIP * 10_000)
    said, needs_person = line(course, roster, path)
    assert "「uploads/bomb.mp4」压得太小、展开极大" in said
    assert needs_person
    assert sorted(one.name for one in (submitted(course) / "uploads").iterdir()) == ["large.mp4", NAME]


def test_a_clip_that_two_learners_handed_in_is_noted_with_both(course, roster, tmp_path):
    one = zipped(tmp_path / "a-wang-li.zip", with_files("wang-li"))
    two = zipped(tmp_path / "b-li-na.zip", with_files("li-na"))
    entry = {"p2.clip": named(PHOTO, NAME, "clip")}
    own = zipped(tmp_path / "c.zip", with_files("学员三", entry, **{f"uploads/{NAME}": PHOTO}))
    records, _ = run(course, roster, one, two, own)
    assert "p2.clip 和「li-na」交的是同一个文件，请问一下" in records["wang-li"].line
    assert "p2.clip 和「wang-li」交的是同一个文件，请问一下" in records["li-na"].line
    assert records["li-na"].needs_person
    assert "同一个文件" not in records["学员三"].line
    again, _ = run(course, roster)
    assert again == records


@pytest.mark.parametrize("declared", ["both", "roster", "one"])
def test_a_pair_may_hand_in_one_clip_if_both_say_so_or_the_roster_does(course, tmp_path, declared):
    pair = "li-na" if declared == "roster" else None
    roster = Roster({"wang-li": Learner(id="wang-li", pair=pair), "li-na": Learner(id="li-na")})
    stated = ["li-na", "wang-li"]
    one = zipped(tmp_path / "a.zip", with_files("wang-li", pair=stated if declared != "roster" else None))
    two = zipped(tmp_path / "b.zip", with_files("li-na", pair=stated if declared == "both" else None))
    records, _ = run(course, roster, one, two)
    assert ("同一个文件" in records["li-na"].line) == (declared == "one")


def test_a_copied_clip_with_bytes_appended_is_the_same_clip(course, roster, tmp_path):
    real = (Path(__file__).parents[1] / "sample_class" / "clips" / "pan.mp4").read_bytes()
    other = (Path(__file__).parents[1] / "sample_class" / "clips" / "push.mp4").read_bytes()
    paths = [
        zipped(
            tmp_path / f"{learner}.zip",
            with_files(learner, {"p2.clip": named(clip, NAME, "clip")}, **{f"uploads/{NAME}": clip}),
        )
        for learner, clip in (("wang-li", real), ("li-na", real + b"x" * 16), ("学员三", other))
    ]
    records, _ = run(course, roster, *paths)
    assert "p2.clip 和「li-na」交的是同一个文件，请问一下" in records["wang-li"].line
    assert "p2.clip 和「wang-li」交的是同一个文件，请问一下" in records["li-na"].line
    assert "同一个文件" not in records["学员三"].line
