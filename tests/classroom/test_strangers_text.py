"""What strangers wrote (names of files, ids, sentences with either in them) on the terminal and in tables."""

import os
import sys
import unicodedata

import pytest
from tests.classroom.conftest import ADVANCED, SHEET_1, WEEK, answers, text_of, zipped
from typer.testing import CliRunner

from nongju.classroom.collecting.record import read_record
from nongju.cli import app
from nongju.course.tables import FORMULA_STARTS, plain_cell, safe_cell

STEERING = "\x1b[2J\x1b]0;x\x07\u202e\u2066\u200b\x9b"
"""Clears a screen, renames a window, turns text around."""

HAND_IN = {"worksheet-1.ipynb": text_of(SHEET_1), "advanced.ipynb": text_of(ADVANCED)}


def steers(text):
    return {char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs"}}


@pytest.fixture
def collected(course, monkeypatch, tmp_path):
    """Collects what lies in a folder and returns what the terminal was told."""
    monkeypatch.chdir(course.root)
    (course.root / "roster.csv").write_text("id,name\nwang-li,王丽\n", encoding="utf-8")

    def collect(*paths):
        done = CliRunner().invoke(app, ["collect", WEEK, *map(str, paths)])
        assert done.exit_code == 1, done.output  # something is left to look at
        return done.output

    return collect


def test_names_and_ids_of_strangers_never_steer_the_terminal_or_the_record(collected, course, tmp_path):
    away = tmp_path / "stick"
    away.mkdir()
    other = {**HAND_IN, "answers.json": answers(learner="mallory\u202e\u2066\u200b")}
    said = collected(
        zipped(away / f"wang-li{STEERING}.zip", other), zipped(away / f"x{STEERING}.zip", {"a.txt": "a"})
    )
    assert "答案属于另一位学员" in said
    assert "x [2J" in said
    assert not steers(said)
    record = read_record(course, WEEK)
    assert not steers(repr(record).replace("\\n", ""))
    assert not steers("".join(stray.where for stray in record.strays))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' names are Unicode")
def test_a_name_that_is_not_utf_8_is_collected_and_said(collected, course, tmp_path):
    folder = tmp_path / "wang-li"
    folder.mkdir()
    for name, text in {**HAND_IN, "answers.json": answers()}.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_bytes(b"")
    (tmp_path / os.fsdecode(b"\xff.zip")).write_bytes(b"")
    said = collected(folder, tmp_path / os.fsdecode(b"\xff.zip"))
    assert "\N{REPLACEMENT CHARACTER}.zip：" in said
    assert "wang-li：收到" in said


@pytest.mark.parametrize("start", [*FORMULA_STARTS, " =", "\u200b=", "\u3000+", "\ufeff@"])
def test_a_csv_cell_that_a_spreadsheet_would_evaluate_gets_an_apostrophe_and_reads_back(start):
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"
    assert plain_cell(safe_cell(f"{start}1+1")) == f"{start}1+1"


@pytest.mark.parametrize("text", ["", "腊肉", "3-5 斤", "a=b", "'quoted'", "’=1"])
def test_an_ordinary_cell_stays_as_it_is(text):
    assert safe_cell(text) == text
    assert plain_cell(text) == text


def test_what_cannot_be_done_and_who_is_on_the_list_are_said_without_what_steers(collected, course):
    run = CliRunner()
    missing = run.invoke(app, ["roster", f"名单{STEERING}.csv"])
    assert (missing.exit_code, steers(missing.output)) == (1, set())
    (course.root / "roster.csv").write_text(f"id,name\nwang-li,王{STEERING}丽\n", encoding="utf-8")
    listed = run.invoke(app, ["roster"])
    assert "王" in listed.output
    assert not steers(listed.output)
