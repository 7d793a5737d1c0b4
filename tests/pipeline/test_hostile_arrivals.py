"""A class of twenty in one folder with some 200 hostile or untidy arrivals, through the real commands."""

import json
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from time import perf_counter

import pytest
from tests.classroom.conftest import WEEK, zipped
from tests.pipeline.conftest import ADVANCED_NAME, SHEET_NAME, answered, text_of, with_code
from tests.pipeline.hostile_arrivals import Kit, arrivals

from nongju.classroom.collecting.decisions import Decision, write_decisions
from nongju.classroom.collecting.record import read_record
from nongju.course.grades import grades_of
from nongju.course.layout import Course
from nongju.printable import printable_line

GOOD = [f"{number:03d}" for number in range(1, 21)]
RUN = "import sys; from nongju.cli import main; sys.argv[0] = 'nongju'; main()"


def nongju(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-c", RUN, *words]
    return subprocess.run(run, cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=300)


@pytest.fixture(scope="module")
def hostile(built_course, tmp_path_factory):
    """The course after `nongju collect FOLDER`, the folder, what was said, and how long it took."""
    root = tmp_path_factory.mktemp("hostile") / "course"
    shutil.copytree(built_course, root)
    (root / "roster.csv").write_text(
        "id,name\n" + "".join(f"{one},学员{one}\n" for one in GOOD), encoding="utf-8"
    )
    folder = tmp_path_factory.mktemp("arrived")
    release = root / "release" / WEEK
    sheet, advanced = (json.loads((release / name).read_bytes()) for name in (SHEET_NAME, ADVANCED_NAME))
    solved = text_of(with_code(advanced, "def 毛利(价, 本):\n    return 价 - 本"))
    for learner in GOOD:
        files = {SHEET_NAME: text_of(sheet), ADVANCED_NAME: solved}
        zipped(
            folder / f"good-{learner}.zip", {**files, "answers.json": answered(learner, "25", "yes", "毛利")}
        )
    for name, write in arrivals(Kit(release)).items():
        write(folder / name)
    started = perf_counter()
    said = nongju(root, "collect", WEEK, str(folder))
    return root, folder, said, perf_counter() - started


def test_no_arrival_stops_the_class(hostile):
    root, _, said, seconds = hostile
    assert "Traceback" not in said.stdout + said.stderr
    assert said.returncode == 1
    assert "收了 20 人，缺 0 人" in said.stdout
    assert seconds < 60
    record = read_record(Course(root), WEEK)
    assert [one.learner for one in record.learners if one.status == "collected"] == GOOD
    assert not any(one.needs_person for one in record.learners)


def test_each_other_arrival_is_named_with_what_to_do(hostile):
    _, folder, said, _ = hostile
    silent = []
    for path in folder.iterdir():
        name = printable_line(path.name)
        inside = [printable_line(one.name) for one in path.rglob("*")] if path.is_dir() else []
        if not any(
            line.startswith((one + "：", one + " › "))
            for line in said.stdout.splitlines()
            for one in (name, *inside)
        ):
            silent.append(name)
    assert [one for one in silent if not one.startswith("good-")] == []
    asks = ("请", "就运行", "看看", "不用管")
    for line in said.stdout.splitlines()[:-1]:
        if not line.startswith(tuple(GOOD)):
            assert any(word in line for word in asks), line


def test_nothing_of_it_steers_the_terminal(hostile):
    _, _, said, _ = hostile
    assert {c for c in said.stdout if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs"}} == set()


def test_collecting_again_says_the_same_and_changes_nothing(hostile):
    root, *_ = hostile
    before = {path: path.stat().st_mtime_ns for path in (root / "submitted").rglob("*")}
    again = nongju(root, "collect", WEEK)
    assert "收了 20 人，缺 0 人" in again.stdout
    assert {path: path.stat().st_mtime_ns for path in (root / "submitted").rglob("*")} == before


def test_the_class_gets_its_marks_its_report_and_its_pages(hostile):
    root, *_ = hostile
    for words in (("grade", WEEK), ("report", WEEK), ("feedback", WEEK)):
        done = nongju(root, *words)
        assert done.returncode == 0, done.stdout + done.stderr
    points = dict.fromkeys(GOOD, 0.0)
    for grade in grades_of(f"sqlite:///{root / 'gradebook.db'}", WEEK):
        points[grade.learner] += grade.auto_score or 0.0
    assert points == dict.fromkeys(GOOD, 8.0)
    assert len(list((root / "feedback").glob(f"*/{WEEK}/*.html"))) == 20


def test_given_to_learners_each_is_marked_or_named_and_costs_nobody_else(hostile, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(hostile[0], root)
    strays = [one for one in read_record(Course(root), WEEK).strays if "--as" in one.reason]
    given = {f"x{number:03d}": stray.where for number, stray in enumerate(strays)}
    assert len(given) > 100
    with (root / "roster.csv").open("a", encoding="utf-8") as roster:
        roster.writelines(f"{learner},\n" for learner in given)
    made = {where: Decision(where, learner) for learner, where in given.items()}
    write_decisions(made, Course(root), WEEK)
    said = nongju(root, "collect", WEEK)
    assert "Traceback" not in said.stdout + said.stderr
    record = {one.learner: one for one in read_record(Course(root), WEEK).learners}
    assert {one.status for one in record.values()} <= {"collected", "unusable"}
    assert all(record[learner].needs_person for learner in given if record[learner].status == "unusable")
    assert not any("出了意外" in one.line for one in record.values())
    marked = nongju(root, "grade", WEEK)
    assert marked.returncode == 0, marked.stdout + marked.stderr
    for words in (("report", WEEK), ("feedback", WEEK)):
        done = nongju(root, *words)
        assert done.returncode == 0, done.stdout + done.stderr
    points: dict[str, float] = {}
    for grade in grades_of(f"sqlite:///{root / 'gradebook.db'}", WEEK):
        points[grade.learner] = points.get(grade.learner, 0.0) + (grade.auto_score or 0.0)
    assert {points[one] for one in GOOD} == {8.0}
    took = {one for one in given if record[one].status == "collected"}
    assert took <= points.keys()


def test_memory_stays_small(hostile):
    root, folder, *_ = hostile
    measure = (  # VmHWM is the child's own; what getrusage says begins with its parent's
        "import re, sys; from pathlib import Path; from nongju.cli import app\n"
        "from typer.testing import CliRunner\n"
        f"CliRunner().invoke(app, ['collect', {WEEK!r}, {str(folder)!r}])\n"
        "print(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", measure], cwd=root, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 500_000  # kB
