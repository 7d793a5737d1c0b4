"""One line in nbgrader_config.py, on machines with and without a sandbox, and how it is turned off."""

import course_kit as kit
import pytest
from nbgrader.preprocessors import Execute
from traitlets.config import Config

import nongju.grading
from nongju.classroom import configure
from nongju.grading.running.execute import SandboxExecute
from nongju.grading.sandbox import bubblewrap

WHERE = "import os\nprint(os.environ.get('USER'), os.getpid() == 1)\ndef sq(x):\n    return x * x"
"""Says whether it runs in the sandbox, where it is the first process of its own namespace."""


def said(course):
    cells = kit.notebook(course.root / "autograded" / "li" / "wk" / "one.ipynb")
    return next(cell for cell in cells[1:] if "os.getpid" in cell["source"])["outputs"][0]["text"]


@pytest.fixture
def handed_in(small):
    small.hand_in("li", {"one.ipynb": {"sq": WHERE}})
    return small


def test_our_executor_stands_where_nbgrader_s_stood_and_nothing_else_moves():
    config, plain = Config(), Config()
    configure(plain)
    configure(config)
    nongju.grading.configure(config)
    before, after = (one.Autograde.autograde_preprocessors for one in (plain, config))
    assert after == [SandboxExecute if step is Execute else step for step in before]
    assert SandboxExecute in after


def test_where_no_sandbox_works_nbgrader_runs_the_notebook_itself_and_says_so(handed_in, monkeypatch):
    monkeypatch.setattr(bubblewrap, "find", lambda: None)
    assert handed_in.plugged().stock_autograde()
    assert "learner True" not in said(handed_in)
    assert kit.rows(handed_in.db_url)["li/one/sq-hidden"][0] == 1


def test_without_the_fallback_such_a_notebook_is_not_graded(handed_in, monkeypatch):
    monkeypatch.setattr(bubblewrap, "find", lambda: None)
    handed_in.config.Sandbox.fallback = False
    assert not handed_in.plugged().stock_autograde()
    assert kit.rows(handed_in.db_url)["li/one/sq-hidden"][0] is None


def test_the_executor_can_be_turned_off_for_one_run(walled, handed_in):
    course = handed_in.plugged()
    assert course.stock_autograde(SandboxExecute={"sandboxed": False})
    assert "learner True" not in said(course)


def test_with_the_line_learner_code_is_alone_in_its_sandbox(walled, handed_in):
    assert handed_in.plugged().stock_autograde()
    assert "learner True" in said(handed_in)
