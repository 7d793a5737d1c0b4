"""The same class graded by stock nbgrader, by stock nbgrader with our plug-in and by our engine."""

import shutil
from pathlib import Path

import course_kit as kit
import pytest
from nbgrader.apps import quickstartapp

SHOW = """
from IPython.display import HTML, Markdown, display
display(HTML('<b>hi</b>'))
handle = display(Markdown('a'), display_id='k')
print('between')
handle.update(Markdown('b'))
{'a': [1, 2]}
"""
NESTED = """
def g():
    raise KeyError('k')
try:
    g()
except KeyError as e:
    raise ValueError('v') from e
"""

FIRST = [
    kit.code("import math, sys\nprint('hello')\nprint('err', file=sys.stderr)"),
    kit.solution("sq", "### BEGIN SOLUTION\ndef sq(x):\n    return x * x\n### END SOLUTION"),
    kit.tests(
        "sq-t", 2, "assert sq(2) == 4\n### BEGIN HIDDEN TESTS\nassert sq(3) == 9\n### END HIDDEN TESTS"
    ),
    kit.tests("part", 4, "2.5"),
    kit.locked("ro", "x = 5\nx"),
    kit.tests("ro-t", 1, "assert x == 5"),
    kit.manual_code("mc", 3, "### BEGIN SOLUTION\n1\n### END SOLUTION"),
    kit.manual_text("mt", 5, "answer"),
    kit.task("tk", 2, "do it"),
    kit.tests("stderr", 1, "import sys; print('x', file=sys.stderr)"),
    kit.tests("none", 1, "None"),
    kit.tests("text", 1, "'2/3'"),
    kit.tests("negative", 1, "-1"),
    kit.tests("zero", 0, "None"),
]

SECOND = [
    kit.solution("a", "### BEGIN SOLUTION\na = 1\n### END SOLUTION"),
    kit.tests("a-t", 1, "assert a == 1"),
    kit.code(SHOW),
    kit.code("from IPython.display import clear_output\nprint('gone'); clear_output(); print('kept')"),
    # a kernel reads what a subprocess wrote in a thread of its own, and loses it if the cell ends before
    kit.code("import os, time\nstatus = os.system('echo sub')\ntime.sleep(1)\nstatus"),
    kit.code("import warnings; warnings.warn('careful')"),
    kit.code("!echo shell"),
    kit.code("import asyncio\nawait asyncio.sleep(0)\nopen('data.txt').read()"),
    kit.code("raise SystemExit(2)"),
    kit.code(NESTED),
    kit.code("%%html\n<i>x</i>"),
    kit.code("def f(:\n pass"),
    kit.code("_"),
    kit.code("1;"),
    kit.code("%nosuchmagic"),
    kit.code("import json\njson.loads('{')"),
    kit.code("input('?')"),
    kit.code("asyncio.run(None)"),
    kit.code("print('a\\rb', 1, flush=True)"),
    kit.code("%%capture out\nprint('caught')"),
    kit.code("%%bash\necho one\necho two >&2\nexit 3"),
    kit.code("from ipywidgets import IntSlider, Output\nout = Output()\nwith out:\n    print('inside')\n1"),
]


@pytest.fixture(scope="module")
def matrix(tmp_path_factory):
    """Four hand-ins: one late and with a file of its own, one that loops, one that lacks a notebook."""
    course = kit.Course(tmp_path_factory.mktemp("matrix") / "course")
    course.config.Execute.timeout = 3
    course.config.LateSubmissionPlugin.penalty_method = "zero"
    course.source({"one.ipynb": FIRST, "two.ipynb": SECOND, "data.txt": "data"})
    course.due("2026-01-01 00:00:00 UTC")
    good = {
        "one.ipynb": {"sq": "def sq(x):\n    return x * x", "mc": "print('mine')\n7", "mt": "my answer"},
        "two.ipynb": {"a": "a = 1"},
    }
    course.hand_in("good", good, timestamp__txt="2025-12-31 00:00:00 UTC")
    course.hand_in("late", good, timestamp__txt="2026-01-02 00:00:00 UTC", data__txt="mine", notes__txt="own")
    loop = {"one.ipynb": {"sq": "print('start')\nwhile True: pass"}, "two.ipynb": {"a": "a = 2"}}
    course.hand_in("loop", loop)
    (course.hand_in("missing", good) / "two.ipynb").unlink()
    return course


@pytest.fixture(scope="module")
def stock(matrix, tmp_path_factory):
    course = matrix.copy(tmp_path_factory.mktemp("stock") / "course")
    assert course.stock_autograde()
    return course


@pytest.fixture(scope="module", params=["engine", "plugin"])
def ours(request, walled, matrix, tmp_path_factory):
    course = matrix.copy(tmp_path_factory.mktemp("ours") / "course")
    if request.param == "engine":
        summary = course.grade(workers=2)
        assert summary.complete
    else:
        assert course.plugged().stock_autograde()
    return course


def test_every_row_is_the_same(stock, ours):
    assert kit.rows(ours.db_url) == kit.rows(stock.db_url)


def test_every_notebook_that_formgrader_shows_is_the_same(stock, ours):
    expected, found = kit.graded_notebooks(stock), kit.graded_notebooks(ours)
    assert found.keys() == expected.keys()
    for name in expected:
        assert found[name] == expected[name], name


def test_every_other_file_and_its_permissions_are_the_same(stock, ours):
    def files(course):
        folder = course.root / "autograded"
        return {
            (str(path.relative_to(folder)), path.stat().st_mode)
            for path in folder.glob("*/*/*")
            if path.is_file()
        }

    assert files(ours) == files(stock)


def test_a_second_run_changes_nothing_and_force_keeps_marks_given_by_hand(stock, ours, walled, tmp_path):
    again = stock.copy(tmp_path / "course")
    kit.mark_by_hand(again.db_url, "good", "one", "mt", score=4.0, extra=1.0, comment="nice")
    before = kit.rows(again.db_url)
    assert again.grade().skipped == 4
    assert kit.rows(again.db_url) == before
    assert again.grade(force=True, student="good").complete
    after = kit.rows(again.db_url)
    assert after["good/one/mt"] == (None, 4.0, 1.0, True, 5.0)
    assert after["good/one/mt/comment"][1] == "nice"


@pytest.fixture(scope="module")
def quickstart(tmp_path_factory):
    """The course that `nbgrader quickstart` copies: handed in as released, solved, and without a notebook.

    The command itself starts five nbgrader processes; its notebooks and its settings are what counts here.
    """
    course = kit.Course(tmp_path_factory.mktemp("quickstart") / "course101", "ps1")
    example = Path(quickstartapp.__file__).parents[1] / "docs" / "source" / "user_guide" / "source"
    for name in ("ps1", "header.ipynb"):
        copy = shutil.copytree if name == "ps1" else shutil.copy
        (course.root / "source").mkdir(exist_ok=True)
        copy(example / name, course.root / "source" / name)
    course.config.CourseDirectory.course_id = "course101"
    course.config.IncludeHeaderFooter.header = str(course.root / "source" / "header.ipynb")
    course.release()
    course.hand_in("blank")
    solved = course.hand_in("solved")
    for path in (course.root / "source" / "ps1").glob("*.ipynb"):
        (solved / path.name).write_bytes(path.read_bytes())
    (course.hand_in("half") / "problem2.ipynb").unlink()
    return course


def test_the_quickstart_course_gets_the_same_rows(walled, quickstart, tmp_path):
    theirs, ours = quickstart.copy(tmp_path / "stock"), quickstart.copy(tmp_path / "ours")
    assert theirs.stock_autograde()
    assert ours.grade(workers=2).complete
    assert kit.rows(ours.db_url) == kit.rows(theirs.db_url)
    assert kit.graded_notebooks(ours).keys() == kit.graded_notebooks(theirs).keys()
