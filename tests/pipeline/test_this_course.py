"""An instructor with several courses: in this folder every command means this course."""

import os
import subprocess
import sys

import pytest
from tests.classroom.conftest import WEEK

from nongju.course.settings import course_config

OTHERS = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.db_url = "sqlite:///{root}/other.db"
c.CourseDirectory.course_id = "other"
c.CourseDirectory.submitted_directory = "eingereicht"
c.CourseDirectory.student_id_exclude = "wang-li"
"""


@pytest.fixture
def elsewhere(tmp_path):
    """The environment of somebody whose own settings name another course."""
    other = tmp_path / "other"
    home = tmp_path / "home"
    for folder in (other, home / ".jupyter"):
        folder.mkdir(parents=True)
    (home / ".jupyter" / "nbgrader_config.py").write_text(OTHERS.format(root=str(other)), encoding="utf-8")
    return {**os.environ, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / ".jupyter")}


def said(course, env, *words):
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=course.root, env=env, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_nbgraders_own_commands_mean_this_course(course, elsewhere, tmp_path):
    assert WEEK in said(course, elsewhere, "nbgrader", "db", "assignment", "list")
    folder = course.folder("submitted", WEEK, "wang-li")
    folder.mkdir(parents=True)
    for path in course.folder("release", WEEK).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    said(course, elsewhere, "nbgrader", "autograde", WEEK)
    assert course.folder("autograded", WEEK, "wang-li").is_dir()
    assert list((tmp_path / "other").iterdir()) == []


def test_what_the_courses_own_file_says_stays(course):
    path = course.root / "nbgrader_config.py"
    own = 'c.CourseDirectory.db_url = "sqlite:////srv/book.db"\n'
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    config = course_config(course.root)
    assert config.CourseDirectory.db_url == "sqlite:////srv/book.db"
    assert config.CourseDirectory.root == str(course.root)
