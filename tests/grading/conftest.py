"""Courses that several tests grade, made once and copied."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from nongju.grading.running.children import close_shared

sys.path.insert(0, str(Path(__file__).parent))

import course_kit as kit

from nongju.classroom import configure

SQUARE = "def sq(x):\n    return x * x"


@pytest.fixture(autouse=True, scope="session")
def alembic_on_path():
    """A new gradebook runs the program alembic, which stands beside Python."""
    kept = os.environ["PATH"]
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{kept}"
    yield
    os.environ["PATH"] = kept
    close_shared()


@pytest.fixture(scope="session")
def small_release(tmp_path_factory):
    """A released week: one function to write, tested in two cells worth 2 and 1."""
    course = kit.Course(tmp_path_factory.mktemp("small") / "course")
    course.source(
        {
            "one.ipynb": [
                kit.code("import math"),
                kit.solution("sq", f"### BEGIN SOLUTION\n{SQUARE}\n### END SOLUTION"),
                kit.tests("sq-visible", 2, "assert sq(2) == 4"),
                kit.tests(
                    "sq-hidden",
                    1,
                    "ok = True\n### BEGIN HIDDEN TESTS\nassert sq(3) == 9, 'SECRET-TEST'\n### END HIDDEN TESTS",  # noqa: E501
                ),
                kit.manual_text("why", 3, "answer"),
            ]
        }
    )
    return course


@pytest.fixture
def small(small_release, tmp_path):
    """A fresh copy of the small course, nothing handed in."""
    return small_release.copy(tmp_path / "course")


@pytest.fixture(scope="session")
def nongju_release(tmp_path_factory):
    """The week pricing-margin of this repository, released into a course of its own."""
    course = kit.Course(tmp_path_factory.mktemp("nongju") / "course", "pricing-margin")
    configure(course.config)
    repository = Path(__file__).parents[2]
    shutil.copytree(repository / "source" / "pricing-margin", course.root / "source" / "pricing-margin")
    course.release()
    return course


@pytest.fixture
def week(nongju_release, tmp_path):
    """A fresh copy of the released week pricing-margin."""
    return nongju_release.copy(tmp_path / "course")
