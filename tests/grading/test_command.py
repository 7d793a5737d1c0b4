"""`nongju grade` as a grader types it, and what doctor asks of the sandbox."""

import io
import json
import sys
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from nongju.grading.check import check_sandbox
from nongju.grading.command import grade, tell
from nongju.grading.sandbox import bubblewrap
from nongju.grading.summary import HandIn, Summary

app = typer.Typer()
app.command("grade")(grade)
app.command("another")(lambda: None)  # with one command alone typer takes its name for an argument

SQUARE = "def sq(x):\n    return x * x"


@pytest.fixture
def run(monkeypatch):
    def run(course, *options):
        monkeypatch.chdir(course.root)
        return CliRunner().invoke(app, ["grade", "wk", "--workers", "1", *options])

    return run


def test_the_summary_is_json_and_the_exit_code_0_when_all_is_graded(walled, small, run):
    small.hand_in("li", {"one.ipynb": {"sq": SQUARE, "why": "because"}})
    done = run(small, "--json")
    assert done.exit_code == 0
    said = json.loads(done.stdout)
    assert (said["week"], said["graded"], said["not_graded"], said["skipped"]) == ("wk", 1, [], 0)
    assert said["hand_ins"][0]["score"] == 3
    assert said["hand_ins"][0]["by_hand"] == 1
    assert said["hand_ins"][0]["seconds"] > 0


def test_one_line_says_who_needs_a_person_and_why(walled, small, run):
    small.hand_in("li", {"one.ipynb": {"sq": SQUARE, "why": "because"}})
    small.hand_in("wang", {"one.ipynb": {"sq": SQUARE}})
    said = run(small).stderr
    assert "li：有 1 处要老师看。" in said
    assert "wang：" not in said


def test_learners_that_the_config_leaves_out_are_not_graded_and_not_counted(walled, small, run):
    for learner in ("li", "wang", "chen"):
        small.hand_in(learner, {"one.ipynb": {"sq": SQUARE}})
    (small.root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.student_id_exclude = 'li,chen'\n"
    )
    said = json.loads(run(small, "--json").stdout)
    assert [one["learner"] for one in said["hand_ins"]] == ["wang"]
    assert said["skipped"] == 0


def test_the_exit_code_is_1_when_something_was_not_graded(walled, small, run):
    small.hand_in("li", {"one.ipynb": {"sq": SQUARE}})
    (small.hand_in("wang") / "one.ipynb").write_text("no notebook")
    done = run(small, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["not_graded"] == ["wang"]


def test_who_could_not_be_graded_is_tried_again_until_it_can_be(walled, small, run):
    small.hand_in("li", {"one.ipynb": {"sq": SQUARE}})
    folder = small.hand_in("wang", {"one.ipynb": {"sq": SQUARE}})
    whole = (folder / "one.ipynb").read_text()
    (folder / "one.ipynb").write_text("no notebook")
    (folder / "of-her-own.ipynb").write_text(whole)
    assert run(small).exit_code == 1
    again = run(small, "--json")
    assert again.exit_code == 1
    assert json.loads(again.stdout)["not_graded"] == ["wang"]
    (folder / "one.ipynb").write_text(whole)
    done = json.loads(run(small, "--json").stdout)
    assert (done["graded"], done["not_graded"], done["skipped"]) == (1, [], 1)
    assert json.loads(run(small, "--json").stdout)["skipped"] == 2


def test_in_a_course_without_a_gradebook_the_week_is_not_released(small, run, monkeypatch):
    (small.root / "gradebook.db").unlink()
    monkeypatch.setenv("PATH", "/usr/bin:/bin")  # the environment was not activated: no program alembic
    done = run(small)
    assert done.exit_code == 1
    assert "nongju release wk" in done.stderr


def test_a_week_that_is_not_released_is_said_in_a_sentence(walled, small, run, monkeypatch):
    monkeypatch.chdir(small.root)
    done = CliRunner().invoke(app, ["grade", "nosuch"])
    assert done.exit_code == 1
    assert "先" in done.stderr


def test_a_wrong_limit_in_the_config_is_said(walled, small, run):
    (small.root / "nbgrader_config.py").write_text("c = get_config()\nc.Sandbox.memory = 3\n")
    done = run(small)
    assert done.exit_code == 2
    assert "c.Sandbox" in done.stderr


def test_another_gradebook_is_used_when_asked_for(walled, small, run):
    small.hand_in("li", {"one.ipynb": {"sq": SQUARE}})
    other = small.root / "other.db"
    other.write_bytes((small.root / "gradebook.db").read_bytes())
    assert run(small, "--db", f"sqlite:///{other}").exit_code == 0
    assert other.read_bytes() != (small.root / "gradebook.db").read_bytes()


def test_without_a_sandbox_the_grader_may_still_insist(small, run, monkeypatch):
    monkeypatch.setattr(bubblewrap, "find", lambda: None)
    small.hand_in("li", {"one.ipynb": {"sq": SQUARE}})
    assert run(small).exit_code == 1
    done = run(small, "--no-sandbox", "--json", "--force")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["hand_ins"][0]["score"] == 3


def test_doctor_starts_a_real_sandbox(walled):
    found = check_sandbox()
    assert found.ok, found.sentence
    assert found.start_seconds > 0


def test_an_environment_in_the_home_folder_is_no_leak_and_what_stands_beside_it_is(
    walled, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(Path(sys.prefix).parent))  # as in ~/.venv
    assert check_sandbox().ok
    monkeypatch.setenv("HOME", "/home/of-a-grader")  # a clone may lie below /tmp, which no child shows
    beside = Path.home() / "diary"
    inside = bubblewrap.command

    def leaky(*given):
        return [*inside(*given)[:-4], "--ro-bind", str(tmp_path), str(beside), "--chdir", "/"]

    monkeypatch.setattr(bubblewrap, "command", leaky)
    assert check_sandbox().sentence == "沙箱不严：看得到家目录。"


def test_doctor_says_that_bubblewrap_is_missing(monkeypatch):
    monkeypatch.setattr(bubblewrap, "find", lambda: None)
    found = check_sandbox()
    assert not found.ok
    assert "bubblewrap" in found.sentence


def test_names_that_steer_a_terminal_are_printed_without_what_steers():
    said = io.StringIO()
    hand_in = HandIn("li\x1b[2J", notes=["打不开：\u202ea\x07.ipynb"])
    tell(Summary("wk", [hand_in], remarks=["\x1b]0;x\x07"]), Console(file=said))
    assert "li [2J：打不开：a .ipynb" in said.getvalue()
    assert not {"\x1b", "\x07", "\u202e"} & set(said.getvalue())
