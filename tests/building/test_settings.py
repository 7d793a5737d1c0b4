"""A course's nbgrader_config.py: what it says is read, and one that fails is named with line and reason."""

import sys

import pytest

from nongju import cli
from nongju.course.settings import ConfigError, course_config


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("c = get_config()\nraise ValueError('no course')\n", ["第 2 行", "ValueError", "no course"]),
        ("c = get_config()\n\nc.X.y = [1\n", ["第 3 行", "SyntaxError"]),
        ("import a_module_that_nobody_has\n", ["第 1 行", "a_module_that_nobody_has"]),
        ("c = get_config()\n\ndef f():\n    return 1 / 0\n\nf()\n", ["第 4 行", "ZeroDivisionError"]),
    ],
)
def test_a_config_that_fails_is_named_with_its_line_and_reason(tmp_path, text, words):
    (tmp_path / "nbgrader_config.py").write_text(text)
    with pytest.raises(ConfigError) as raised:
        course_config(tmp_path)
    assert [word for word in words if word not in str(raised.value)] == []


def test_every_command_says_so_in_one_line(tmp_path, monkeypatch, capsys):
    (tmp_path / "nbgrader_config.py").write_text("1 / 0\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["nongju", "grade", "wk"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert said.count("\n") == 1
    assert "nbgrader_config.py 第 1 行运行不了（ZeroDivisionError" in said
