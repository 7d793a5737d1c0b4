"""What `nongju doctor` finds on this machine, and says of one that lacks something."""

import json
import sqlite3

import pytest
from typer.testing import CliRunner

from nongju import doctor
from nongju.cli import app
from nongju.grading.sandbox import bubblewrap


@pytest.fixture
def look(tmp_path, monkeypatch):
    (tmp_path / "nbgrader_config.py").write_text("")
    monkeypatch.chdir(tmp_path)

    def look(*options):
        done = CliRunner().invoke(app, ["doctor", "--json", *options])
        said = json.loads(done.stdout)
        assert done.exit_code == (0 if said["ok"] else 1)
        return {one["name"]: one for one in said["checks"]}, said["ok"]

    return look


def test_a_machine_that_has_everything_needed_is_well(walled, look):
    found, well = look()
    assert well
    assert all(one["ok"] for one in found.values() if one["needed"])
    assert "7.0.2" in found["ffmpeg"]["sentence"]


def test_without_bubblewrap_it_says_what_is_missing_and_what_then_happens(look, monkeypatch):
    monkeypatch.setattr(bubblewrap, "find", lambda: None)
    found, well = look()
    assert not well
    assert "apt install bubblewrap" in found["sandbox"]["sentence"]
    assert "进阶代码题不能批改" in found["sandbox"]["sentence"]


def test_a_gradebook_that_another_program_holds_is_not_writable(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("")
    with sqlite3.connect(tmp_path / "gradebook.db") as held:
        held.execute("CREATE TABLE a (b)")
        assert doctor.gradebook(tmp_path).ok
        held.commit()
        held.execute("BEGIN EXCLUSIVE")
        found = doctor.gradebook(tmp_path, f"sqlite:///{tmp_path / 'gradebook.db'}?timeout=0.1")
        assert not found.ok
        assert "locked" in found.sentence
    held.close()


def test_a_database_that_nobody_answers_for_is_said(tmp_path):
    assert not doctor.gradebook(tmp_path, "postgresql://grader@127.0.0.1:1/x").ok


def test_outside_a_course_the_gradebook_is_not_tried(tmp_path):
    found = doctor.gradebook(tmp_path)
    assert found.ok
    assert not found.needed


def test_an_ffmpeg_that_does_not_run_is_said(monkeypatch):
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", "/nonexistent")
    found = doctor.ffmpeg()
    assert not found.ok
    assert "片子不能看" in found.sentence


def test_a_machine_without_chinese_fonts_is_told_how_to_get_them(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(tmp_path),))
    assert not doctor.fonts().ok
    (tmp_path / "msyh.ttc").touch()
    assert doctor.fonts().ok
