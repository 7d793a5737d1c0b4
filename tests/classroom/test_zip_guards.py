"""A zip or folder that somebody sent: what is judged before anything of it is opened."""

import zipfile

import pytest

from nongju.course import archive as arrivals
from nongju.course import zipentries
from nongju.course.archive import open_arrival


@pytest.fixture
def packed(tmp_path):
    def packed(**files):
        path = tmp_path / "sent.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name.replace("__", "/"), content)
        return path

    return packed


def test_an_archive_of_too_many_files_is_refused(packed, monkeypatch):
    monkeypatch.setattr(zipentries, "MAX_ENTRIES", 2)
    assert open_arrival(packed(a="", b="")).sizes
    assert open_arrival(packed(a="", b="", c="")).refused


def test_an_archive_that_unpacks_to_too_much_is_refused(packed, monkeypatch):
    monkeypatch.setattr(zipentries, "MAX_TOTAL_BYTES", 9)
    assert not open_arrival(packed(a="12345", b="1234")).refused
    assert open_arrival(packed(a="12345", b="12345")).refused


def test_an_archive_that_is_small_and_unpacks_to_very_much_is_refused_though_no_file_is(packed, monkeypatch):
    monkeypatch.setattr(zipentries, "RATIO_FLOOR_BYTES", 1_000_000)
    many = {f"f{number}": bytes(900_000) for number in range(3)}
    assert open_arrival(packed(**many)).refused


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../x", "a/../../x", "C:/x", "c:x", "\\\\host\\x", "..\\x"]
)
def test_a_path_out_of_the_folder_is_no_file(packed, name):
    arrived = open_arrival(packed(**{name: "x", "good": "x"}))
    assert set(arrived.sizes) == {"good"}
    assert "跑到了文件夹外面" in arrived.problems[0]


def test_a_path_that_windows_could_not_hold_is_no_file(packed):
    arrived = open_arrival(packed(**{"x" * 201: "x", "y" * 200: "y"}))
    assert set(arrived.sizes) == {"y" * 200}


def test_links_in_a_folder_are_no_files(tmp_path):
    folder = tmp_path / "sent"
    folder.mkdir()
    (tmp_path / "secret").write_text("SECRET")
    (folder / "peek").symlink_to(tmp_path / "secret")
    (folder / "good").write_text("x")
    assert set(open_arrival(folder).sizes) == {"good"}


def test_a_folder_of_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(arrivals, "MAX_ENTRIES", 2)
    for name in "abc":
        (tmp_path / name).write_text("")
    assert open_arrival(tmp_path).refused
