"""Hand-ins that somebody put straight into submitted/: a row, a mark and a reason for each, and a report."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.classroom.conftest import WEEK
from tests.pipeline.conftest import SHEET_NAME, answered
from tests.pipeline.hostile_arrivals import Kit
from tests.pipeline.test_hostile_arrivals import nongju

from nongju.course.grades import grades_of

DEEP = {"x": json.loads("[" * 900 + "]" * 900)}


def stamp(raw: bytes) -> Callable[[Path, Kit], object]:
    return lambda folder, _: (folder / "timestamp.txt").write_bytes(raw)


def sheet(raw: str | bytes) -> Callable[[Path, Kit], object]:
    return lambda folder, _: (folder / SHEET_NAME).write_bytes(
        raw if isinstance(raw, bytes) else raw.encode()
    )


def changed(change: Callable[[dict], object]) -> Callable[[Path, Kit], object]:
    return lambda folder, kit: (folder / SHEET_NAME).write_text(kit.sheet(lambda made: change(made) and None))


def encoded(encoding: str) -> Callable[[Path, Kit], object]:
    return lambda folder, _: (folder / "answers.json").write_bytes(
        (folder / "answers.json").read_text(encoding="utf-8").encode(encoding)
    )


def code(source: str) -> dict:
    made = {"cell_type": "code", "id": "mine", "metadata": {}, "execution_count": None, "outputs": []}
    return {**made, "source": source}


def shown(data: object) -> dict:
    return {**code("1"), "outputs": [{"output_type": "display_data", "metadata": {}, "data": data}]}


PLACED = {
    "time-bytes": stamp(b"\xff\xfe\x00"),
    "time-nonsense": stamp("昨天".encode()),
    "time-9999": stamp(b"9999-12-31 23:59:59 UTC"),
    "time-99999": stamp(b"99999-01-01 00:00:00 UTC"),
    "time-long": stamp(b"2" * 1_000_000),
    "time-folder": lambda folder, _: (folder / "timestamp.txt").mkdir(),
    "time-link": lambda folder, _: (folder / "timestamp.txt").symlink_to("/etc/passwd"),
    "pipe": lambda folder, _: os.mkfifo(folder / "pipe"),
    "utf-16": encoded("utf-16"),
    "utf-32": encoded("utf-32"),
    "sheet-utf-16": sheet("{}".encode("utf-16")),
    "sheet-boxes": sheet('{"cells": [' + "{}," * 1_000_000 + "{}]}"),
    "no-format": changed(lambda made: made.pop("nbformat")),
    "null-text": changed(lambda made: made["cells"].append(shown({"text/plain": None}))),
    "deep": changed(lambda made: made["cells"][0]["metadata"].update(DEEP)),
    "half-of-a-character": changed(lambda made: made["cells"].append(code("x = '\ud800'"))),
    "notes-list": lambda folder, _: (folder / "nongju-notes.json").write_text("[1]"),
}


@pytest.fixture
def placed(course):
    kit = Kit(course.root / "release" / WEEK)
    for learner, change in PLACED.items():
        folder = course.folder("submitted", WEEK, learner)
        folder.mkdir(parents=True)
        for name, text in kit.texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        (folder / "answers.json").write_text(answered(learner, "25", "yes", "毛利"), encoding="utf-8")
        change(folder, kit)
    return course


def test_each_has_its_marks_and_the_report_names_them(placed):
    done = nongju(placed.root, "grade", WEEK)
    assert done.returncode == 0, done.stderr
    points: dict[str, float] = {}
    for grade in grades_of(f"sqlite:///{placed.root / 'gradebook.db'}", WEEK):
        points[grade.learner] = points.get(grade.learner, 0.0) + (grade.auto_score or 0.0)
    assert points == dict.fromkeys(PLACED, 6.0)  # nobody did 进阶
    assert "time-nonsense：文件夹里有链接、特殊文件或读不懂的 timestamp.txt" in done.stderr
    report = nongju(placed.root, "report", WEEK)
    assert report.returncode == 0, report.stderr


def test_one_poisoned_entry_leaves_the_others_and_a_claimed_scene_is_told(placed):
    path = placed.folder("submitted", WEEK, "no-format") / "answers.json"
    made = json.loads(path.read_bytes())
    made["answers"]["p1.why"]["kind"] = ["text"]
    made["scene"] = "pipe"  # as if collecting had found that another's scenes were shown
    path.write_text(json.dumps(made), encoding="utf-8")
    assert nongju(placed.root, "grade", WEEK, "--student", "no-format").returncode == 0
    rows = [
        one for one in grades_of(f"sqlite:///{placed.root / 'gradebook.db'}", WEEK) if one.cell == "p1-mark"
    ]
    assert [(one.auto_score, one.needs_person) for one in rows] == [(5.0, True)]
    assert nongju(placed.root, "report", WEEK).returncode == 0
    page = (placed.root / "reports" / f"{WEEK}.html").read_text(encoding="utf-8")
    assert "答案文件自己说按编号「pipe」的题批" in page
