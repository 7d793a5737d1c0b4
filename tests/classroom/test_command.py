"""What a person sees at the command line: sentences, exit codes, JSON."""

import json

import pytest
from tests.classroom.conftest import WEEK
from typer.testing import CliRunner

from nongju.cli import app

runner = CliRunner()


@pytest.fixture
def nongju(course, monkeypatch):
    """Runs a command in the course's folder."""
    monkeypatch.chdir(course.root)
    return lambda *arguments: runner.invoke(app, list(arguments))


def test_hand_in_then_collect_say_what_they_did(nongju, course, folder):
    (course.root / "roster.csv").write_text("id,name\nwang-li,王丽\nli-na,李娜\n", encoding="utf-8")
    packed = nongju("hand-in", WEEK)
    assert packed.exit_code == 0
    assert "把这个文件交给老师" in packed.stdout
    (path,) = course.root.glob("learners/wang-li/*.zip")
    said = nongju("collect", WEEK, str(path))
    assert said.exit_code == 0
    assert said.stdout == (
        "li-na：没有交。\nwang-li：收到。\n收了 1 人，缺 1 人（李娜（li-na）），0 份要看。\n"
    )


def test_collect_gives_json_for_programs(nongju, course, folder):
    nongju("hand-in", WEEK)
    (path,) = course.root.glob("learners/wang-li/*.zip")
    data = json.loads(nongju("collect", WEEK, str(path), "--json").stdout)
    assert [one["learner"] for one in data["learners"]] == ["wang-li"]


def test_hand_in_gives_json_for_the_page_also_when_it_cannot(nongju, course, folder, monkeypatch):
    said = nongju("hand-in", WEEK, "--json")
    made = json.loads(said.stdout)
    assert said.exit_code == 0
    assert (made["learner"], made["sentences"], made["left_out"]) == ("wang-li", [], [])
    assert made["path"].endswith(".zip")
    said = nongju("hand-in", "no-such-week", "--folder", str(course.root / "nowhere"), "--json")
    assert said.exit_code == 1
    assert "找不到文件夹" in json.loads(said.stdout)["problem"]


def test_hand_in_takes_the_answers_and_not_the_release_of_the_same_name(nongju, course, folder):
    beside = course.root / WEEK
    beside.mkdir()
    (beside / "worksheet-1.ipynb").write_text("{}", encoding="utf-8")
    assert nongju("hand-in", WEEK).exit_code == 0
    assert list(course.root.glob("learners/wang-li/*.zip"))


def test_hand_in_of_several_learners_asks_who(nongju, course, folder):
    other = course.root / "learners" / "li-na" / WEEK
    other.mkdir(parents=True)
    (other / "answers.json").write_text("{}", encoding="utf-8")
    made = nongju("hand-in", WEEK)
    assert made.exit_code == 1
    assert "--learner" in made.stderr
    assert nongju("hand-in", WEEK, "--learner", "Wang-Li").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["hand-in", "nonsense"], "--folder"),
        (["collect", "nonsense"], f"现有的周次：{WEEK}"),
        (["report", WEEK], "先批改一次"),
        (["feedback", WEEK], "还没有批改过"),
        (["roster", "missing.csv"], "名单 missing.csv 找不到"),
        (["demo"], "样例作业不在"),
        (["demo", "no-such-week"], "样例作业不在"),
        (["demo", "--all-weeks"], "样例作业不在"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_1(nongju, arguments, words):
    made = nongju(*arguments)
    assert made.exit_code == 1
    assert words in made.stderr
    assert "Traceback" not in made.output


def test_a_path_that_is_not_there_is_named_and_the_rest_is_collected(nongju, course, folder):
    nongju("hand-in", WEEK)
    (path,) = course.root.glob("learners/wang-li/*.zip")
    made = nongju("collect", WEEK, "missing.zip", str(path))
    assert made.exit_code == 1
    assert "missing.zip：找不到" in made.stdout
    assert "收了 1 人，缺 0 人，1 份要看（missing.zip）。" in made.stdout


def test_outside_a_course_there_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = runner.invoke(app, ["collect", WEEK])
    assert made.exit_code == 1
    assert "不是课程文件夹" in made.stderr


def test_a_roster_is_taken_in_normalised_or_refused_whole(nongju, course, tmp_path):
    brought = tmp_path / "名单.csv"
    brought.write_bytes("学号,姓名\nWANG-LI,王丽\n".encode("gbk"))
    assert nongju("roster", str(brought)).exit_code == 0
    assert (course.root / "roster.csv").read_text(encoding="utf-8-sig") == "id,name,pair\nwang-li,王丽,\n"
    brought.write_text("id\na\na\n,\n/\n", encoding="utf-8")
    refused = nongju("roster", str(brought))
    assert refused.exit_code == 1
    assert refused.stderr.count("第 ") >= 2
    assert "wang-li" in (course.root / "roster.csv").read_text(encoding="utf-8-sig")
