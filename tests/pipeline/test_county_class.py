"""A class of 24 as a county office has it: totals are true, marks are those of the scenes that were seen."""

import json
import shutil
import subprocess
import sys

import pytest
from tests.classroom.conftest import WEEK, zipped
from tests.pipeline.conftest import SHEET_NAME, answered
from tests.pipeline.test_hostile_arrivals import nongju

from nongju import form
from nongju.building.register import register
from nongju.building.release import cut_release
from nongju.classroom.collecting.record import read_record
from nongju.course.grades import grades_of
from nongju.course.layout import Course
from nongju.course.settings import course_config

COSTS = {"腊肉": (35, 60), "香肠": (30, 50), "干莲子": (40, 90)}
QUESTION = form.question(
    f"{WEEK}/p1",
    scenes=[form.scene(name, "{cost} {price}", cost=c, price=p) for name, (c, p) in COSTS.items()],
    fields=[form.number("margin", "一斤毛利几元?")],
)


def right(seed: str) -> str:
    """The right answer of who saw the scenes of this id."""
    drawn = QUESTION.variant_for(seed)
    return str(drawn.price - drawn.cost)


@pytest.fixture
def county(built_course, tmp_path):
    """The course with scenes that differ, registered."""
    root = tmp_path / "course"
    shutil.copytree(built_course, root)
    path = root / "source" / WEEK / SHEET_NAME
    made = json.loads(path.read_bytes())
    for cell in made["cells"]:
        cell["source"] = "".join(cell["source"])
        for name, (cost, price) in COSTS.items():
            old = f'form.scene("{name}", "一斤本钱 {{cost}} 元,卖 {{price}} 元。", cost=35, price=60)'
            cell["source"] = cell["source"].replace(
                old, old.replace("35", str(cost)).replace("60", str(price))
            )
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    source = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    for name, raw in cut_release(WEEK, source, course_config(root), tmp_path / "cut").items():
        (root / "release" / WEEK / name).write_bytes(raw)
    register(Course(root), WEEK)
    people = [f"{number:03d},{'王丽' if number == 15 else f'学员{number}'}," for number in range(1, 25)]
    people[19] += "021"
    (root / "roster.csv").write_text("id,name,pair\n" + "\n".join(people) + "\n", encoding="utf-8")
    return root


def hand_ins(root, stick):
    sheet = (root / "release" / WEEK / SHEET_NAME).read_bytes()

    def whole(who, seed=None, **changed):
        seed = who if seed is None else seed
        text = json.loads(answered(who, right(seed), "yes", "毛利"))
        return {SHEET_NAME: sheet, "answers.json": json.dumps({**text, **changed})}

    def manifest(learner, hour=0):
        made = {"format": "nongju-hand-in", "version": 1, "week": WEEK, "learner": learner}
        return {"nongju-hand-in.json": json.dumps({**made, "created": f"2026-11-20T{12 + hour}:00:00+08:00"})}

    for number in range(1, 13):
        learner = f"{number:03d}"
        zipped(stick / f"{WEEK}-{learner}.zip", {**whole(learner), **manifest(learner)})
    for learner, typed in (("013", "13"), ("014", "0014"), ("015", "王丽")):
        zipped(stick / f"hand-in of {ord(learner[-1])}.zip", {**whole(typed), **manifest(typed)})
    emptier = {**whole("016", "016"), "answers.json": answered("016", right("016"))}
    zipped(stick / "016 第一次.zip", {**whole("016"), **manifest("016")})
    zipped(stick / "016 第二次.zip", {**emptier, **manifest("016", 3)})
    copy = zipped(stick / "017.zip", {**whole("017"), **manifest("017")})
    shutil.copy2(copy, stick / "017 (1).zip")
    for name, raw in whole("018").items():
        path = stick / "上周的" / "再里面" / "018" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    (stick / "019 的答案.json").write_text(whole("019")["answers.json"], encoding="utf-8")
    pair = ["020", "021"]
    for learner in pair:
        zipped(stick / f"{learner}.zip", whole(learner, "020+021", pair=pair))
    zipped(stick / "022.zip", whole("022", "", learner=None))
    zipped(stick / "023.zip", whole("023", week="channels"))
    zipped(stick / "zhou.zip", whole("zhou-jie"))
    (stick / SHEET_NAME).write_bytes(sheet)
    (stick / "合影.jpg").write_bytes(b"\xff\xd8\xff")


def test_totals_are_true_and_each_mark_is_that_of_the_scenes_that_were_seen(county, tmp_path):
    stick = tmp_path / "U 盘"
    stick.mkdir()
    hand_ins(county, stick)
    assert len({right(seed) for seed in ("13", "013", "王丽", "015", "020+021", "020", "")}) > 1
    said = nongju(county, "collect", WEEK, str(stick))
    assert said.returncode == 1
    assert "收了 22 人，缺 2 人（学员23（023）、学员24（024））" in said.stdout.splitlines()[-1]
    for words in ("13 可能是 013", "0014 可能是 014", "王丽 可能是 015", "填的少了（1 处，这份 3 处）"):
        assert words in said.stdout
    for words in (
        "023.zip：是另一周（channels）的作业",
        "zhou.zip：编号「zhou-jie」不在名单上",
        "合影.jpg：单独的照片",
    ):
        assert words in said.stdout
    record = read_record(Course(county), WEEK)
    asking = {"013", "014", "015", "016", "022"}
    assert {one.learner for one in record.learners if one.needs_person} == asking
    assert set(record.to_look_at) == asking | {"023.zip", "zhou.zip", "合影.jpg", SHEET_NAME}
    assert nongju(county, "grade", WEEK).returncode == 0
    rows = grades_of(f"sqlite:///{county / 'gradebook.db'}", WEEK)
    points = {one.learner: one.auto_score for one in rows if one.cell == "p1-mark"}
    assert points == dict.fromkeys((f"{number:03d}" for number in range(1, 23)), 6.0)
    assert nongju(county, "report", WEEK).returncode == 0


@pytest.mark.parametrize("command", ["grade", "autograde"])
def test_a_question_that_was_changed_after_it_was_answered_waits_for_a_person(county, tmp_path, command):
    sheet = (county / "release" / WEEK / SHEET_NAME).read_text(encoding="utf-8")
    older = sheet.replace("一斤本钱 {cost} 元", "一斤进价 {cost} 元")
    assert older != sheet
    for who, text in (("001", older), ("002", sheet.replace(r"\n", r" \r\n"))):
        zipped(
            tmp_path / f"{who}.zip",
            {SHEET_NAME: text, "answers.json": answered(who, right(who), "yes", "毛利")},
        )
    said = nongju(county, "collect", WEEK, str(tmp_path / "001.zip"), str(tmp_path / "002.zip"))
    assert "p1 的题目和现在发的不一样，这几题按现在的批，请老师看" in said.stdout
    marking = {"grade": ["nongju", "grade", WEEK], "autograde": ["nbgrader", "autograde", WEEK]}[command]
    run = subprocess.run([sys.executable, "-m", *marking], cwd=county, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    rows = grades_of(f"sqlite:///{county / 'gradebook.db'}", WEEK)
    waiting = {(one.learner, one.cell) for one in rows if one.needs_person and one.cell == "p1-mark"}
    assert waiting == {("001", "p1-mark")}
