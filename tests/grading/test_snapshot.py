"""The files of a hand-in that cells may read."""

from contextlib import ExitStack

import pytest

from nongju.grading.running.snapshot import snapshot_of, without_links


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "marks.csv").write_text("SECRET")
    folder = tmp_path / "li" / "wk"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "a.csv").write_text("a")
    (folder / "one.ipynb").write_text("{}")
    (folder / "peek").symlink_to(tmp_path / "secret" / "marks.csv")
    (folder / "deep").symlink_to(tmp_path / "secret")
    (folder / "data" / "deeper").symlink_to(tmp_path / "secret")
    return folder


def test_links_and_notebooks_are_left_out(folder):
    assert set(snapshot_of(folder, 1).files) == {"data/a.csv"}


def test_files_through_a_folder_that_is_a_link_are_left_out(folder, monkeypatch):
    inside = [
        folder / "deep" / "marks.csv",
        folder / "data" / "deeper" / "marks.csv",
        folder / "data" / "a.csv",
    ]
    monkeypatch.setattr(type(folder), "rglob", lambda *_: iter(inside))  # as Python before 3.13 may walk
    assert set(snapshot_of(folder, 1).files) == {"data/a.csv"}


def test_small_files_come_first_and_what_is_too_much_is_named(folder):
    (folder / "large.mov").write_bytes(bytes(2 << 20))
    found = snapshot_of(folder, 1)
    assert set(found.files) == {"data/a.csv"}
    assert found.left_out == ["large.mov"]


def test_a_copy_without_links_holds_nothing_of_what_they_show(folder):
    with ExitStack() as stack:
        clean, left_out = without_links(folder, stack.enter_context)
        assert left_out
        assert clean != folder
        assert {path.relative_to(clean).as_posix() for path in clean.rglob("*")} == {
            "data",
            "data/a.csv",
            "one.ipynb",
        }


def test_a_hand_in_without_links_is_read_where_it_lies(tmp_path):
    (tmp_path / "a.csv").write_text("a")
    with ExitStack() as stack:
        assert without_links(tmp_path, stack.enter_context) == (tmp_path, False)
