"""A file is taken whole or not at all, goes on where it stopped, and is named by us."""

import os

import pytest

from nongju import form
from nongju.answers import schema
from nongju.answers.kinds.upload import ClipField, PhotoField, Upload
from nongju.answers.schema import AnswerFile, Entry
from nongju.answers.store import AnswerStore
from nongju.answers.uploads import drives
from nongju.answers.uploads import transfer as uploads
from nongju.answers.uploads.transfer import Transfer, TransferError, suffix_for

SHA = "ab" * 32


def raw(**changed):
    return {"file": "p1-clip-1a2b.mp4", "sha256": SHA, "bytes": 12, "from": "VID_1.mp4", **changed}


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "stick" / "VID_1.mp4"
    path.parent.mkdir()
    path.write_bytes(bytes(range(256)) * 40)
    return path


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(uploads, "BLOCK", 1000)


def test_a_copy_goes_on_where_it_was_interrupted(folder, source, small_blocks):
    size = source.stat().st_size

    def pulled_out(done):
        if done >= 3000:
            raise OSError(5, "Input/output error")

    with pytest.raises(TransferError, match="插稳，再点一次"):
        Transfer(folder, "id", size).copy(source, pulled_out)
    again = Transfer(folder, "id", size)
    assert again.done == 3000
    told = []
    again.copy(source, told.append)
    assert told[0] == 4000
    again.finish()
    assert again.place("p1-clip-1.mp4").read_bytes() == source.read_bytes()
    assert [path.name for path in (folder / "uploads").iterdir()] == ["p1-clip-1.mp4"]


def test_a_part_that_is_not_the_sources_beginning_is_copied_anew(folder, source, small_blocks):
    size = source.stat().st_size
    transfer = Transfer(folder, "id", size)
    transfer.add(0, b"x" * 3000)  # a power cut left other bytes
    transfer.copy(source, lambda done: None)
    transfer.finish()
    assert transfer.part.read_bytes() == source.read_bytes()


def test_another_file_of_the_same_name_begins_anew(folder, source):
    Transfer(folder, "VID_1.mp4\n1", 100).add(0, b"a" * 50)
    assert Transfer(folder, "VID_1.mp4\n2", 100).done == 0
    assert Transfer(folder, "VID_1.mp4\n1", 101).done == 0
    assert Transfer(folder, "VID_1.mp4\n1", 100).done == 50


def test_a_piece_that_does_not_fit_is_left_out_and_the_place_is_told(folder):
    transfer = Transfer(folder, "id", 10)
    assert transfer.add(0, b"12345") == 5
    assert transfer.add(0, b"12345") == 5
    assert transfer.add(7, b"89") == 5
    assert transfer.add(5, b"678901") == 5
    assert transfer.add(5, b"67890") == 10
    with pytest.raises(TransferError):
        Transfer(folder, "other", 10).finish()


def test_sizes_are_judged_before_anything_is_copied(folder):
    with pytest.raises(TransferError, match="是空的"):
        Transfer(folder, "id", 0)
    with pytest.raises(TransferError, match=r"有 120 MB，最多 100 MB"):
        Transfer(folder, "id", 120_000_000)
    assert not (folder / "uploads").exists() or list((folder / "uploads").iterdir()) == []


def test_uploads_that_is_a_link_is_not_written_through(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (folder / "uploads").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TransferError, match="写不进去"):
        Transfer(folder, "id", 10)


def test_copies_that_nobody_came_back_for_are_dropped(folder):
    old = Transfer(folder, "old", 10)
    old.add(0, b"123")
    os.utime(old.part, (0, 0))
    Transfer(folder, "new", 10)
    assert not old.part.exists()


@pytest.mark.parametrize(
    ("head", "kind", "suffix"),
    [
        (b"\0\0\0\x18ftypmp42", "clip", ".mp4"),
        (b"\0\0\0\x14ftypqt  ", "clip", ".mov"),
        (b"\0\0\0\x08wide", "clip", ".mov"),
        (b"\x1aE\xdf\xa3....webm", "clip", ".webm"),
        (b"\x1aE\xdf\xa3....matroska", "clip", ".mkv"),
        (b"\xff\xd8\xff\xe0", "photo", ".jpg"),
        (b"\x89PNG\r\n\x1a\n", "photo", ".png"),
        (b"RIFF\0\0\0\0WEBP", "photo", ".webp"),
        (b"\0\0\0\x18ftypheic", "photo", "「高效」格式"),
        (b"\0\0\0\x18ftypheic", "clip", "这是一张照片"),
        (b"\xff\xd8\xff\xe0", "clip", "这是一张照片"),
        (b"\0\0\0\x18ftypmp42", "photo", "这是一段视频"),
        (b"ffconcat version 1.0", "clip", "不是视频"),
        (b"<html><script>", "photo", "不是照片"),
        (b"RIFF\0\0\0\0AVI ", "photo", "不是照片"),
        (b"", "clip", "不是视频"),
    ],
)
def test_what_a_file_is_is_read_from_its_bytes(tmp_path, head, kind, suffix):
    path = tmp_path / "anything.txt"
    path.write_bytes(head)
    if suffix.startswith("."):
        assert suffix_for(kind, path) == suffix
    else:
        with pytest.raises(TransferError, match=suffix):
            suffix_for(kind, path)


@pytest.mark.parametrize(
    "evil",
    [
        {"file": "../answers.json"},
        {"file": "a/b.mp4"},
        {"file": "..mp4"},
        {"file": ".hidden.mp4"},
        {"file": 'x" onerror="1.mp4'},
        {"file": "照片.jpg"},
        {"file": "C:x.mp4"},
        {"file": 3},
        {"sha256": "AB" * 32},
        {"sha256": "ab"},
        {"bytes": -1},
        {"bytes": True},
    ],
)
def test_an_answer_that_names_anything_but_a_file_of_ours_is_not_read(evil):
    assert schema.bounded("clip", raw(**evil), []) is None
    assert ClipField("clip", "交").reading(raw(**evil)).problem


def test_the_name_on_the_phone_is_kept_short_and_printable():
    kept = schema.bounded("clip", raw(**{"from": "a\u202e\0" + "b" * 100}), [])
    assert kept["from"] == "a" + "b" * 59
    assert schema.bounded("clip", raw(**{"from": 7}), [])["from"] == ""


def test_only_answers_with_files_are_written_as_version_2():
    plain = AnswerFile("w", answers={"p1.cost": Entry("number", "1")})
    filled = AnswerFile("w", answers={"p1.clip": Entry("clip", raw())})
    assert (plain.to_json()["version"], filled.to_json()["version"]) == (1, 2)
    for written in (plain, filled):
        assert schema.parse(written.to_json()).answers == written.answers


def test_a_field_finds_its_file_and_says_what_is_missing(folder):
    field = ClipField("clip", "交", seconds=30).placed(folder)
    assert field.reading(None).blank
    assert "「VID_1.mp4」没有和答案在一起" in field.reading(raw()).problem
    (folder / "uploads").mkdir()
    path = folder / "uploads" / "p1-clip-1a2b.mp4"
    path.write_bytes(b"123456789012")
    read = field.reading(raw())
    assert read.value == Upload(path, SHA, 30, "VID_1.mp4")
    assert read.echo == "VID_1.mp4（不到 0.1 MB）"


def test_a_file_that_stays_with_the_learner_is_not_missed_elsewhere(folder):
    read = ClipField("clip", "交").placed(folder).reading(raw(stays=True))
    assert read.blank
    assert read.echo == "VID_1.mp4（不到 0.1 MB），没有交，留在自己的电脑上"


@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_link_in_place_of_a_file_is_no_answer(folder, tmp_path, linked):
    (tmp_path / "other").mkdir()
    secret = tmp_path / "other" / "p1-clip-1a2b.mp4"
    secret.write_bytes(b"x")
    if linked == "folder":
        (folder / "uploads").symlink_to(secret.parent)
    else:
        (folder / "uploads").mkdir()
        (folder / "uploads" / secret.name).symlink_to(secret)
    assert ClipField("clip", "交").placed(folder).reading(raw()).value is None


def test_what_an_author_may_not_write_is_said():
    assert form.clip("a", "交", kind="talking", move="push").longest == 60
    assert form.photo("a", "拍").longest is None
    for mistake in ({"seconds": 91}, {"seconds": 0}, {"kind": "film"}, {"move": "zoom"}):
        with pytest.raises(ValueError, match="clip a"):
            form.clip("a", "交", **mistake)


def test_a_missing_file_is_not_finished_for_validate(folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    question = form.question("pricing-margin/p1", text="拍", fields=[form.photo("photo", "拍一张")])
    with pytest.raises(form.Unanswered, match="拍一张"):
        question.answered()


def test_the_newest_file_of_a_plugged_in_phone_comes_first(tmp_path):
    stick, home = tmp_path / "stick", tmp_path / "home"
    for path, day in (
        (home / "new.mp4", 9),
        (stick / "DCIM" / "Camera" / "a.MP4", 3),
        (stick / "b.mov", 5),
        (stick / "DCIM" / ".thumbs" / "c.mp4", 8),
        (stick / "Android" / "d.mp4", 8),
        (stick / "e.jpg", 8),
        (stick / "empty.mp4", 8),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"" if path.stem == "empty" else b"x")
        os.utime(path, (day * 86400, day * 86400))
    (stick / "link.mp4").symlink_to(home / "new.mp4")
    places = [drives.Drive(home, "视频", False), drives.Drive(stick, "U 盘", True)]
    found = drives.newest("clip", places)
    assert [one.path.name for one in found] == ["b.mov", "a.MP4", "new.mp4"]
    assert [one.path.name for one in drives.newest("photo", places)] == ["e.jpg"]


def test_a_stick_full_of_files_is_read_no_further_than_its_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(drives, "MAX_ENTRIES", 30)
    for number in range(60):
        (tmp_path / f"{number}.mp4").write_bytes(b"x")
    assert 0 < len(drives.newest("clip", [drives.Drive(tmp_path, "U 盘", True)])) <= drives.MOST


def test_the_own_folders_are_those_of_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "视频").mkdir()
    (tmp_path / "Downloads").mkdir()
    own = [place.name for place in drives.places_of_this_pc() if not place.plugged_in]
    assert own == ["下载", "视频"]


def test_an_older_program_is_kept_from_cutting_an_answer_with_files(folder):
    store = AnswerStore.open(folder, "pricing-margin")
    store.put("p1.clip", "clip", raw())
    assert '"version": 2' in store.path.read_text("utf-8")
    store.drop("p1.clip")
    assert '"version": 1' in store.path.read_text("utf-8")


def test_a_photo_field_takes_its_own_kind_alone(folder):
    field = PhotoField("photo", "拍").placed(folder)
    assert field.reading({"file": "x"}).problem
