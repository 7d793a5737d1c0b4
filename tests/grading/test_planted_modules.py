"""Modules and settings that somebody handed in beside a worksheet: never imported where our own cells run."""

import json

import course_kit as kit
import pytest

PLANTED = """
import os
with open({marker!r}, "a") as out:
    out.write(__name__ + "\\n")
"""

NAMES = ("nongju.py", "nongju/__init__.py", "json.py", "sitecustomize.py", "usercustomize.py",
         "ipykernel_launcher.py", "ipython_config.py", "jupyter_config.py", "matplotlibrc.py", "answers.py",
         "IPython/__init__.py", "numpy.py", "uploads/nongju.py")  # fmt: skip

SHOWS = """from nongju import failures
import json
names = sorted(path.as_posix() for path in failures.Path(".").rglob("*") if path.is_file())
print(json.dumps([names, failures.sys.flags.safe_path, "" in failures.sys.path]))
### BEGIN HIDDEN TESTS
2.0
### END HIDDEN TESTS"""
"""Of the nongju package alone, so that no learner code is needed."""


@pytest.fixture(params=["walled", "bare", "kernel"])
def graded(walled, request, tmp_path, monkeypatch):
    """A worksheet with modules planted beside it, graded as Linux, a host without a wall and Windows do."""
    if request.param != "walled":
        monkeypatch.setattr("nongju.grading.sandbox.bubblewrap.find", lambda: None)
    if request.param == "kernel":
        monkeypatch.setattr("nongju.grading.running.execute.can_fork", lambda: False)
    course = kit.Course(tmp_path / "planted")
    course.source({"one.ipynb": [kit.tests("seen", 2, SHOWS)]})
    marker = tmp_path / "marker"
    folder = course.hand_in("li")
    for name in NAMES:
        path = folder / name
        if path.parent.is_file():
            continue
        path.parent.mkdir(exist_ok=True)
        path.write_text(PLANTED.format(marker=str(marker)))
    if "folder" in request.node.name:
        (folder / "nongju.py").unlink()
    (folder / "answers.json").write_text("{}")
    (folder / "answers (1).json").write_text("{}")
    (folder / "uploads" / "a.txt").write_text("x")
    course.summary = course.grade(workers=1)
    course.marker, course.way = marker, request.param
    return course


def test_nothing_that_was_handed_in_is_imported(graded):
    assert graded.summary.complete
    assert kit.rows(graded.db_url)["li/one/seen"][0] == 2
    assert not graded.marker.exists()


def test_a_folder_called_like_a_module_is_not_imported_either(graded):
    assert graded.summary.complete
    assert not graded.marker.exists()


def test_without_a_fork_answers_and_uploads_alone_lie_there_and_no_import_looks_there(graded):
    (_, cell) = kit.notebook(graded.root / "autograded" / "li" / "wk" / "one.ipynb")
    printed = next(output["text"] for output in cell["outputs"] if output["output_type"] == "stream")
    names, safe, here = json.loads(printed)
    assert (safe, here) == (graded.way == "kernel", False)
    if graded.way == "kernel":
        assert names == ["answers (1).json", "answers.json", "uploads/a.txt", "uploads/nongju.py"]
