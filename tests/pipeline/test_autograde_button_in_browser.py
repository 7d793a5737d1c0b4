"""Formgrader's Autograde button with our line in nbgrader_config.py, pressed in a real browser."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from tests.classroom.conftest import WEEK, text_of
from tests.pipeline.conftest import (
    ADVANCED_NAME,
    CONFIG,
    SHEET_NAME,
    answered,
    with_code,
)
from tests.pipeline.formgrader import TOKEN, running
from typer.testing import CliRunner

from nongju.cli import app
from nongju.course.grades import grades_of
from nongju.course.layout import Course
from nongju.course.roster import Learner, Roster, write_roster
from nongju.grading.running.children import close_shared

pytestmark = pytest.mark.browser


LINE = "import nongju.grading\nnongju.grading.configure(c)\n"

WHERE = """
import os
print("alone:", os.getpid() == 1, "gradebook:", os.path.exists({gradebook!r}), os.environ.get("USER"))
"""
"""Says whether the cell runs in the sandbox: as process 1 there, the gradebook out of sight, as nobody."""

RIGHT = "def 毛利(价, 本):\n    return 价 - 本"
WRONG = "def 毛利(价, 本):\n    return 价"


@pytest.fixture(scope="module")
def twins(walled, built_course, tmp_path_factory):
    """A course with three hand-ins and its twin: one for the button, one for the command."""
    root = tmp_path_factory.mktemp("twins") / "button"
    shutil.copytree(built_course, root)
    (root / "nbgrader_config.py").write_text(CONFIG + LINE, encoding="utf-8")
    sheet, advanced = (
        json.loads((root / "release" / WEEK / n).read_bytes()) for n in (SHEET_NAME, ADVANCED_NAME)
    )
    where = WHERE.format(gradebook=str(root / "gradebook.db"))
    hand_ins = {
        "right": (where + RIGHT, answered("right", "25", "yes", "有毛利", "我家的腊肉")),
        "wrong": (where + WRONG, answered("wrong", "60", "no", "不知道")),
        "blank": (None, answered("blank")),
    }
    for learner, (code, answers) in hand_ins.items():
        folder = root / "submitted" / learner / WEEK
        folder.mkdir(parents=True)
        (folder / SHEET_NAME).write_text(text_of(sheet), encoding="utf-8")
        written = advanced if code is None else with_code(advanced, code)
        (folder / ADVANCED_NAME).write_text(text_of(written), encoding="utf-8")
        (folder / "answers.json").write_text(answers, encoding="utf-8")
    write_roster(Roster({one: Learner(id=one, name=f"{one}的名字") for one in hand_ins}), root / "roster.csv")
    twin = root.with_name("command")
    shutil.copytree(root, twin)
    yield Course(root), Course(twin), list(hand_ins)
    close_shared()


@pytest.fixture(scope="module")
def pressed(twins, chromium):
    """The button pressed for each learner; gives the words of each dialog."""
    course, _, learners = twins
    said = {}
    with running(course.root) as address:
        page = chromium.new_context().new_page()
        page.goto(f"{address}/login?token={TOKEN}")
        for learner in learners:
            page.goto(f"{address}/formgrader/manage_submissions/{WEEK}")
            row = page.locator("tr", has=page.get_by_text(learner, exact=True))
            row.locator(".autograde a").click()
            dialog = page.locator(".modal.in, .modal.show", has_text=learner)
            dialog.wait_for(timeout=180_000)
            said[learner] = dialog.inner_text()
        page.context.close()
    return said


def marks(course):
    address = f"sqlite:///{course.root / 'gradebook.db'}"
    return {(one.learner, one.notebook, one.cell): one for one in grades_of(address, WEEK)}


def test_the_button_gives_the_marks_of_the_command(twins, pressed, monkeypatch):
    course, twin, learners = twins
    assert all("Successfully autograded" in words for words in pressed.values()), pressed
    monkeypatch.chdir(twin.root)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert CliRunner().invoke(app, ["grade", WEEK]).exit_code == 0
    found = marks(course)
    assert found == marks(twin)
    assert found["right", "worksheet-1", "p1-mark"].auto_score == 6
    assert found["right", "advanced", "code-tests"].auto_score == 2
    assert found["wrong", "advanced", "code-tests"].auto_score == 0
    assert {learner for learner, _, _ in found} == set(learners)


def test_the_button_runs_a_learner_s_code_in_the_sandbox(twins, pressed):
    course, _, _ = twins
    for learner in ("right", "wrong"):
        notebook = course.folder("autograded", WEEK, learner) / ADVANCED_NAME
        cells = json.loads(notebook.read_bytes())["cells"]
        printed = "".join(
            "".join(output.get("text", "")) for cell in cells for output in cell.get("outputs", [])
        )
        assert "alone: True gradebook: False learner" in printed
    assert not any("No sandbox" in words for words in pressed.values())
