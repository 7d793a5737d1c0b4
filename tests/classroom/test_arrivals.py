"""What arrived is judged before it is opened: each guard by itself."""

import os
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from tests.classroom.conftest import ADVANCED, SHEET_1, WEEK, answers, text_of, zipped
from tests.pipeline.hostile_arrivals import _raw_zip

from nongju.classroom.collecting import submission as submissions
from nongju.classroom.collecting.received import keep
from nongju.classroom.collecting.submission import TooManyError, parcels_in
from nongju.course import archive as arrivals
from nongju.course import zipentries
from nongju.course.archive import open_arrival, release_archives, what_to_do

NOTEBOOKS = {"worksheet-1.ipynb": text_of(SHEET_1).encode(), "advanced.ipynb": text_of(ADVANCED).encode()}


@pytest.fixture(autouse=True)
def _closed():
    yield
    release_archives()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_methods_than_stored_and_deflated_are_left_out_unread(tmp_path, method):
    """Python inflates them without bound: 400 MB came of 337 bytes that claimed ten."""
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("uploads/a.jpg", bytes(50_000_000))
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = raw.find(mark)
        raw[at + offset : at + offset + 4] = struct.pack("<I", 10)
    path.write_bytes(raw)
    tracemalloc.start()
    found = open_arrival(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.sizes == {}
    assert "少见的压缩方法" in found.problems[0]
    assert peak < 5_000_000


@pytest.mark.parametrize("lie", [1, 5, 50])
def test_an_entry_that_is_not_as_long_as_it_claims_is_left_out(tmp_path, lie):
    path = tmp_path / "x.zip"
    path.write_bytes(_raw_zip([("answers.json", b"0123456789", 0, lie)]))
    found = open_arrival(path)
    assert found.sizes == {}


def test_what_grows_while_it_is_read_ends_where_it_may(tmp_path, monkeypatch):
    monkeypatch.setattr(arrivals, "MAX_TEXT_BYTES", 10)
    path = tmp_path / "a.ipynb"
    path.write_bytes(b"x" * 5)
    found = open_arrival(path)
    path.write_bytes(b"x" * 50)
    assert found.read("a.ipynb", 10) == b""


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [
        ("MAX_ENTRIES", 1, "太多了"),
        ("MAX_TOTAL_BYTES", 10, "大得不正常"),
        ("RATIO_FLOOR_BYTES", 10, "展开后却极大"),
    ],
)
def test_a_zip_beyond_a_cap_is_refused_whole_in_a_sentence(tmp_path, monkeypatch, limit, value, words):
    monkeypatch.setattr(zipentries, limit, value)
    path = zipped(tmp_path / "x.zip", {"a": "a" * 100_000, "b": "b"})
    found = open_arrival(path)
    assert found.refused
    assert words in found.problems[0]


def test_one_entry_that_grows_out_of_all_proportion_is_left_out_beside_a_large_clip(tmp_path, monkeypatch):
    monkeypatch.setattr(zipentries, "RATIO_FLOOR_BYTES", 1_000)
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("uploads/clip.mp4", os.urandom(400_000))
        archive.writestr("uploads/b.jpg", bytes(1_000_000), zipfile.ZIP_DEFLATED)
    found = open_arrival(path)
    assert list(found.sizes) == ["uploads/clip.mp4"]
    assert "展开极大" in found.problems[0]


def test_entries_that_share_their_bytes_are_refused(tmp_path):
    raw = _raw_zip([("a", b"x" * 1000, 0, 1000)])
    central = raw[raw.index(b"PK\1\2") : raw.index(b"PK\5\6")]
    body = raw[: raw.index(b"PK\1\2")]
    end = struct.pack("<HHHHIIH", 0, 0, 9, 9, len(central) * 9, len(body), 0)
    path = tmp_path / "x.zip"
    path.write_bytes(body + central * 9 + b"PK\5\6" + end)
    assert "互相重叠" in open_arrival(path).problems[0]


def test_a_folder_of_too_many_files_is_refused_before_they_are_all_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr(arrivals, "MAX_ENTRIES", 3)
    for number in range(9):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    found = open_arrival(tmp_path)
    assert found.refused
    assert "超过 3 个" in found.problems[0]


def test_problems_are_named_up_to_a_number_and_counted(tmp_path):
    found = open_arrival(zipped(tmp_path / "x.zip", {f"../{number}": "x" for number in range(50)}))
    assert len(found.problems) == arrivals.MAX_PROBLEMS + 1
    assert found.problems[-1] == "还有 30 处这样的"


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_never_opened(tmp_path, make):
    path = tmp_path / "x.zip"
    make(path)
    assert "不是普通文件" in open_arrival(path).problems[0]


def test_more_hand_ins_than_a_class_are_refused_and_many_are_read_quickly(tmp_path, monkeypatch):
    files = {f"{number}/answers.json": answers(learner=f"a{number}") for number in range(200)}
    path = zipped(tmp_path / "class.zip", files)
    opened = []
    real = zipfile.ZipFile.__init__
    monkeypatch.setattr(zipfile.ZipFile, "__init__", lambda *a, **k: (opened.append(1), real(*a, **k))[1])
    found = parcels_in(open_arrival(path), WEEK, NOTEBOOKS)
    assert len({submission.look.learner for submission in found}) == 200
    assert len(opened) <= 3  # not once for each file: its directory takes longer to read than they do
    monkeypatch.setattr(submissions, "MAX_ROOTS", 100)
    with pytest.raises(TooManyError, match="有 200 份作业"):
        parcels_in(open_arrival(path), WEEK, NOTEBOOKS)


def test_files_of_one_hand_in_are_looked_at_up_to_a_number(tmp_path, monkeypatch):
    monkeypatch.setattr(submissions, "MAX_FILES", 5)
    path = zipped(
        tmp_path / "x.zip", {"answers.json": answers(), **{f"uploads/{n}.jpg": "x" for n in range(20)}}
    )
    (found,) = parcels_in(open_arrival(path), WEEK, NOTEBOOKS)
    assert len(found.files) <= 6
    assert "文件超过 5 个，多的没有看" in found.renamed


def test_a_large_manifest_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(submissions, "MAX_MANIFEST_BYTES", 50)
    made = '{"format": "nongju-hand-in", "version": 1, "learner": "x", "week": "pricing-margin"}'
    path = zipped(tmp_path / "x.zip", {"nongju-hand-in.json": made, "answers.json": answers()})
    (found,) = parcels_in(open_arrival(path), WEEK, NOTEBOOKS)
    assert found.manifest == {}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.rar", b"Rar!\x1a\x07", "解开"),
        ("a.7z", b"", "空文件"),
        ("a.zip.download", b"half", "再传一次"),
        ("IMG.jpg", b"\xff\xd8\xff", "照片或视频"),
        ("a.mov", b"\0\0\0\x14ftypqt", "照片或视频"),
        ("a.docx", b"PK\3\4", "不是作业"),
        ("a.txt", b"a", "不是作业"),
    ],
)
def test_what_is_no_hand_in_is_said_with_what_to_do(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    assert words in what_to_do(path)


def stick(tmp_path, files):
    for name, content in files.items():
        path = tmp_path / "stick" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path / "stick"


def test_a_stray_notebook_hides_no_zip(tmp_path):
    whole = zipped(tmp_path / "a.zip", {"answers.json": answers()}).read_bytes()
    folder = stick(
        tmp_path, {"worksheet-1.ipynb": text_of(SHEET_1), "a.zip": whole, "sub/deep/er/b.zip": whole + b""}
    )
    (folder / "sub/deep/er/b.zip").write_bytes(
        zipped(tmp_path / "b.zip", {"answers.json": answers("li-na")}).read_bytes()
    )
    kept = keep([folder], tmp_path / "received")
    assert sorted(kept.new) == ["a.zip", "b.zip", "worksheet-1.ipynb"]
    assert kept.left == []


def test_a_learners_folder_stays_one_hand_in_with_a_zip_beside_it(tmp_path):
    files = {"answers.json": answers(), "worksheet-1.ipynb": "{}", "uploads/a.jpg": b"x", "data/t.csv": "a"}
    folder = stick(tmp_path, {f"wang-li/{name}": content for name, content in files.items()})
    old = zipped(folder / "wang-li" / "old.zip", {"answers.json": answers(p1_cost="1")})
    kept = keep([folder], tmp_path / "received")
    assert sorted(kept.new) == ["old.zip", "wang-li"]
    names = {
        one.relative_to(tmp_path / "received" / "wang-li").as_posix()
        for one in (tmp_path / "received" / "wang-li").rglob("*")
    }
    assert names == {"answers.json", "worksheet-1.ipynb", "uploads", "uploads/a.jpg"}
    assert old.exists()


def test_several_answers_in_one_folder_are_each_somebodys(tmp_path):
    folder = stick(tmp_path, {f"{name}.json": answers(learner=name) for name in ("wang-li", "li-na")})
    assert sorted(keep([folder], tmp_path / "received").new) == ["li-na.json", "wang-li.json"]


def test_the_same_file_twice_is_said_and_asks_nothing(tmp_path):
    whole = zipped(tmp_path / "a.zip", {"answers.json": answers()}).read_bytes()
    kept = keep([stick(tmp_path, {"a.zip": whole, "a (1).zip": whole})], tmp_path / "received")
    assert kept.new == ["a (1).zip"]
    assert [(one.where, one.asks) for one in kept.left] == [("a.zip", False)]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_kept(tmp_path, monkeypatch):
    whole = zipped(tmp_path / "b.zip", {"answers.json": answers()}).read_bytes()
    folder = stick(tmp_path, {"a.zip": whole + b"x", "b.zip": whole})
    real = Path.open

    def refusing(self, *arguments, **options):
        if self.name == "a.zip":
            raise OSError(5, "Input/output error", str(self))
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refusing)
    kept = keep([folder], tmp_path / "received")
    assert kept.new == ["b.zip"]
    assert "读不出来" in kept.left[0].reason
