"""What helps an author: a question's proof sheet, and a new week that builds."""

import json

import pytest
from typer.testing import CliRunner

from nongju.building.fault import FaultLog
from nongju.building.new_week import NewWeekError, new_week
from nongju.building.proof import proof, proof_lines
from nongju.building.week import WeekBuilder
from nongju.cli import app
from nongju.course.facts import read_facts
from nongju.course.layout import Course
from nongju.course.settings import course_config


@pytest.fixture
def fresh(tiny):
    """A new week beside the tiny course's own."""
    new_week(Course(tiny.root), "shop-rules", "店铺与规矩")
    return tiny


def test_a_new_week_builds_without_a_fault(fresh):
    built = fresh.build("shop-rules")
    assert [str(fault) for fault in fresh.log] == []
    assert {"worksheet-1.ipynb", "assets/1-goods.svg"} == set(built.release)
    assert Course(fresh.root).syllabus()["shop-rules"]["title"] == "店铺与规矩"


@pytest.mark.parametrize(
    ("name", "title", "says"),
    [
        ("shop-rules", "店铺", "已经有了"),
        ("Shop", "店铺", "不能当周名"),
        ("../out", "店铺", "不能当周名"),
        ("shop", '店"铺', "标题里不要引号"),
    ],
)
def test_a_week_that_cannot_be_made_is_told_and_nothing_is_written(fresh, name, title, says):
    before = sorted(path for path in fresh.root.rglob("*"))
    with pytest.raises(NewWeekError, match=says):
        new_week(Course(fresh.root), name, title)
    assert sorted(path for path in fresh.root.rglob("*")) == before


def sheet_of(course, name, scene=""):
    log = FaultLog()
    builder = WeekBuilder(
        Course(course.root), read_facts(course.root / "course/facts.csv"), log, course_config(course.root)
    )
    return proof(builder.question("shop-rules", name), scene), log


def test_the_proof_sheet_has_every_scene_and_draw(fresh):
    sheet, log = sheet_of(fresh, "p1")
    assert len(log) == 0
    assert {draw["scene"] for draw in sheet["draws"]} == {"藠头", "山药", "土豆"}
    assert len(sheet["draws"]) == 6
    first = next(draw for draw in sheet["draws"] if draw["numbers"]["jin"] == 60)
    assert first["story"].startswith("收 60 斤藠头")
    each, cost, sell = first["fields"]
    assert (each["key"], each["tolerance"]) == ("3.23 元", "0.02")
    assert each["fen"] == {"value": "3.23", "told": "对"}
    assert each["jiao"] == {"value": "3.2", "told": "听到「四舍五入差了一点」"}
    carton = next(wrong for wrong in cost["wrong"] if wrong["id"] == "carton_free")
    assert carton == {
        "id": "carton_free",
        "title": "箱子没算钱",
        "answer": "16.1538 元",
        "hint": "箱子也花钱，4 元。",
        "tolerances": "20",
    }
    assert sell["key"] == "卖"
    assert any("in place of" in said for said, _ in each["unnamed"])


def test_the_proof_sheet_reads_as_text(fresh):
    sheet, _ = sheet_of(fresh, "p1", "山药")
    text = "\n".join(proof_lines(sheet))
    assert text.startswith("第 1 题 一斤本钱，一箱几元？（shop-rules/p1，5 分）")
    for said in ("━━ 山药", "答案：4.67 元（±0.02）", "✎ 坏掉的没算钱（spoilt_free）：3.5 元", "每步收到角"):
        assert said in text
    assert "━━ 藠头" not in text


@pytest.mark.parametrize("name", ["guess-1", "try-1", "own"])
def test_predictions_practice_and_sheets_have_a_proof_sheet_too(fresh, name):
    sheet, log = sheet_of(fresh, name)
    assert len(log) == 0
    assert sheet["question"] == f"shop-rules/{name}"


def test_the_commands_say_what_they_did_and_what_is_not_there(fresh, monkeypatch):
    monkeypatch.chdir(fresh.root)
    run = CliRunner().invoke
    made = run(app, ["new-week", "cold-chain", "--title", "物流"])
    assert made.exit_code == 0
    assert "course/cold-chain/questions/p1.py" in made.output
    shown = run(app, ["question", "cold-chain/p1", "--json"])
    assert json.loads(shown.stdout)["title"] == "第 1 题 一斤本钱，一箱几元？"
    missing = run(app, ["question", "cold-chain/p7"])
    assert missing.exit_code == 1
    assert "没有「p7」这道题。有：back-1、guess-1、own、p1、try-1" in missing.output
    again = run(app, ["new-week", "cold-chain"])
    assert again.exit_code == 1
    assert "course/cold-chain 已经有了" in again.output


def test_a_question_with_a_fault_is_shown_and_its_fault_named(fresh, monkeypatch):
    monkeypatch.chdir(fresh.root)
    path = fresh.root / "course/shop-rules/questions/p1.py"
    path.write_text(path.read_text(encoding="utf-8").replace("within=0.02", "within=2"), encoding="utf-8")
    shown = CliRunner().invoke(app, ["question", "shop-rules/p1"])
    assert shown.exit_code == 1
    assert "答案：3.75 元（±2）" in shown.output
    assert "cannot be told apart" in shown.output
