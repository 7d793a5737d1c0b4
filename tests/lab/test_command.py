"""`nongju lab` up to the moment at which the server would start."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from typer.testing import CliRunner

from nongju.answers.schema import VERSION
from nongju.cli import app

WEEK = "pricing-margin"
Run = Callable[..., tuple[Any, list[Any]]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a course with two evenings; gives what it printed and what would be served."""
    release = tmp_path / "release" / WEEK
    release.mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").write_text("", "utf-8")
    (tmp_path / "roster.csv").write_text("id,name,pair\nwang-li,王丽,li-si\nli-si,李四,wang-li\n", "utf-8")
    for number, title in enumerate(("一单赚多少", "降价与包邮"), start=1):
        cells = [new_markdown_cell(f"# {title}", id="t"), new_code_cell("1", id="c")]
        nbformat.write(new_notebook(cells=cells), release / f"worksheet-{number}.ipynb")
    monkeypatch.chdir(tmp_path)
    served: list[Any] = []
    monkeypatch.setattr("nongju.lab.server.serve", lambda own, sheet, **_: served.append((own, sheet.name)))

    def command(*options: str, typed: str = "") -> tuple[Any, list[Any]]:
        return CliRunner().invoke(app, ["lab", WEEK, *options], input=typed), served

    return command


def answers(course: Path, learner: str) -> dict[str, Any]:
    return json.loads((course / "learners" / learner / WEEK / "answers.json").read_text("utf-8"))


def test_a_number_for_the_learner_and_one_for_the_evening_are_all_that_is_typed(
    run: Run, tmp_path: Path
) -> None:
    said, served = run(typed="1\n2\n")
    assert said.exit_code == 0, said.output
    assert "王丽" in said.output
    assert served == [(tmp_path / "learners" / "wang-li" / WEEK, "worksheet-2.ipynb")]
    assert (answers(tmp_path, "wang-li")["learner"], answers(tmp_path, "wang-li")["pair"]) == (
        "wang-li",
        ["li-si", "wang-li"],
    )


def test_return_alone_opens_the_first_evening_and_a_wrong_number_is_asked_again(run: Run) -> None:
    said, served = run(typed="2\n7\n\n")
    assert "打 1 到 2 的数" in said.output
    assert served[0][1] == "worksheet-1.ipynb"


def test_a_new_learner_confirms_the_id(run: Run, tmp_path: Path) -> None:
    said, _ = run("--evening", "1", typed="zhao\n1\n")
    assert "没见过「zhao」" in said.output
    assert answers(tmp_path, "zhao")["learner"] == "zhao"


def test_folders_may_lie_elsewhere(run: Run, tmp_path: Path) -> None:
    _, served = run("--id", "zhao", "--evening", "1", "--folder", str(tmp_path / "stick"))
    assert served[0][0] == tmp_path / "stick" / "zhao" / WEEK


def test_nobody_at_the_keyboard_is_one_sentence(run: Run) -> None:
    said, served = run()
    assert (said.exit_code, served) == (2, [])
    assert "没有人回答" in said.output


def test_an_evening_that_is_not_there_is_one_sentence(run: Run) -> None:
    said, served = run("--id", "zhao", "--evening", "5")
    assert (said.exit_code, served) == (2, [])
    assert "这一周只有 2 份" in said.output


def test_a_faulty_list_is_named_and_keeps_nobody_from_working(run: Run, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("id\nwang-li\nwang-li\n", "utf-8")
    said, served = run("--id", "zhao", "--evening", "1")
    assert served
    assert "重复" in said.output


@pytest.mark.parametrize(
    ("content", "sentence", "kept"),
    [
        ('{"format": "nongju-answers", "version": 1, "we', "答案文件坏了", "坏了"),
        (
            '{"format": "nongju-answers", "version": 1, "week": "other-week", "learner": "x", "pair": null,'
            ' "answers": {}}',
            "另一周（other-week）的答案",
            "别周",
        ),
    ],
    ids=["cut in half", "another week"],
)
def test_an_answers_file_that_is_unfit_is_kept_and_named(
    run: Run, tmp_path: Path, content: str, sentence: str, kept: str
) -> None:
    own = tmp_path / "learners" / "zhao" / WEEK
    own.mkdir(parents=True)
    (own / "answers.json").write_text(content, "utf-8")
    said, served = run("--id", "zhao", "--evening", "1")
    assert served
    assert sentence in said.output
    assert [path.read_text("utf-8") for path in own.glob(f"answers.{kept}-*.json")] == [content]
    assert answers(tmp_path, "zhao")["learner"] == "zhao"


def test_a_newer_answers_file_is_not_touched(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "learners" / "zhao" / WEEK
    own.mkdir(parents=True)
    version = VERSION + 1
    content = f'{{"format": "nongju-answers", "version": {version}, "week": "{WEEK}", "answers": {{}}}}'
    (own / "answers.json").write_text(content, "utf-8")
    said, served = run("--id", "zhao", "--evening", "1")
    assert served
    assert "新版本" in said.output
    assert (own / "answers.json").read_text("utf-8") == content


def test_answers_that_cannot_be_read_just_now_are_waited_for_and_then_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "learners" / "zhao" / WEEK
    own.mkdir(parents=True)
    content = '{"format": "nongju-answers", "version": 1, "week": "pricing-margin", "answers": {}}'
    (own / "answers.json").write_text(content, "utf-8")
    read, refusals = Path.read_bytes, [0]

    def refuse(path: Path) -> bytes:
        if path.name == "answers.json" and refusals[0]:
            refusals[0] -= 1
            raise OSError(5, "Input/output error")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr("nongju.lab.command.time.sleep", lambda _seconds: None)
    refusals[0] = 3
    said, served = run("--id", "zhao", "--evening", "1")
    assert (said.exit_code, len(served)) == (0, 1)
    assert "读不出来" not in said.output
    refusals[0] = 99
    said, served = run("--id", "zhao", "--evening", "1")
    assert (said.exit_code, len(served)) == (2, 1)
    assert said.output.count("读不出来") == 1
    assert json.loads(read(own / "answers.json"))["learner"] == "zhao"
    assert sorted(path.name for path in own.iterdir() if "坏了" in path.name) == []


def test_renamed_answers_go_on_and_the_rest_is_named(run: Run, tmp_path: Path) -> None:
    run("--id", "zhao", "--evening", "1")
    own = tmp_path / "learners" / "zhao" / WEEK
    (own / "answers.json").rename(own / "answers (1).json")
    (own / "answers (2).json").write_text("", "utf-8")
    said, served = run("--id", "zhao", "--evening", "1")
    assert len(served) == 2
    assert "答案文件的名字变成了「answers (1).json」，照样接着用。" in said.output
    assert "文件夹里还有「answers (2).json」" in said.output


def test_a_folder_that_cannot_be_made_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("a file where the folder would be")
    said, served = run("--id", "zhao", "--evening", "1", "--folder", str(tmp_path / "stick"))
    assert (said.exit_code, served) == (2, [])
    assert "写不进去" in said.output
    assert "Traceback" not in said.output


def test_a_code_notebook_that_cannot_be_written_is_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = {"nbgrader": {"grade_id": "own", "solution": True, "locked": False}}
    cells = [new_markdown_cell("# 进阶", id="t"), new_code_cell("1", metadata=marked, id="own")]
    nbformat.write(new_notebook(cells=cells), tmp_path / "release" / WEEK / "advanced.ipynb")
    monkeypatch.setattr("nongju.lab.command.may_be_written", lambda path: path.name != "advanced.ipynb")
    said, served = run("--id", "zhao", "--evening", "3")
    assert (said.exit_code, served) == (2, [])
    assert "「advanced.ipynb」现在写不进去" in said.output
    assert run("--id", "zhao", "--evening", "1")[1], "a worksheet is not written"


def test_a_release_without_a_course_is_enough(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").unlink()
    said, served = run("--id", "zhao", "--evening", "1")
    assert said.exit_code == 0, said.output
    assert served == [(tmp_path / "learners" / "zhao" / WEEK, "worksheet-1.ipynb")]


@pytest.mark.parametrize(("typed", "meant"), [("15", "--id 015（赵六）"), ("赵六", "--id 015（赵六）")])
def test_an_id_that_is_written_otherwise_on_the_list_opens_no_other_scenes(
    run: Run, tmp_path: Path, typed: str, meant: str
) -> None:
    (tmp_path / "roster.csv").write_text("id,name\n015,赵六\n", "utf-8")
    said, served = run("--id", typed, "--evening", "1")
    assert (said.exit_code, served) == (2, [])
    assert meant in said.output
    assert run("--id", "015", "--evening", "1")[0].exit_code == 0


def test_a_newcomer_whose_id_is_like_another_may_sit_down_and_is_asked(run: Run, tmp_path: Path) -> None:
    said, served = run("--id", "wang-lin", "--evening", "1")
    assert "是不是 --id wang-li（王丽）" in said.output
    assert [own.parent.name for own, _ in served] == ["wang-lin"]
