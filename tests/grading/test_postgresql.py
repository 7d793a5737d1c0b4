"""The gradebook on a real PostgreSQL of Debian's, on loopback, in a folder of its own."""

import os
import pwd
import shutil
import socket
import subprocess
from pathlib import Path

import course_kit as kit
import pytest
import sqlalchemy
from nbgrader.api import Gradebook
from openpyxl import load_workbook
from tests.missing import missing
from typer.testing import CliRunner

from nongju.cli import app
from nongju.course.grades import grades_of
from nongju.course.settings import database_address
from nongju.doctor import gradebook
from nongju.nbgrading.config import COURSE_ID

ROOT, WEEK = Path(__file__).parents[2], "tiered-coop"
CONFIG = "from nongju.classroom import configure\nc = get_config()\nconfigure(c)\n"
SQUARE = "def sq(x):\n    return x * x"
UNPRIVILEGED = "nobody"
"""Whom the server runs as when the tests run as root, which PostgreSQL refuses."""


def programs():
    """The newest folder with PostgreSQL's programs; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else None


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Address of a fresh server's database."""
    place = programs()
    if place is None:
        missing("PostgreSQL", "apt-get install postgresql")
    folder = Path("/tmp") / f"nongju-pg-{os.getpid()}"  # where the unprivileged user may enter
    folder.mkdir(mode=0o700)
    user = {}
    if os.getuid() == 0:
        person = pwd.getpwnam(UNPRIVILEGED)
        os.chown(folder, person.pw_uid, person.pw_gid)
        user = {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    data = folder / "data"

    def run(program, *arguments):
        subprocess.run(
            [place / program, *arguments],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={"LC_ALL": "C.UTF-8", "HOME": str(folder)},
            **user,
        )

    try:
        run("initdb", "-D", data, "-U", "grader", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", data, "-w", "-t", "120", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://grader@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def empty(server):
    """The address, when nothing is in the database."""
    engine = sqlalchemy.create_engine(database_address(server))
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("DROP SCHEMA public CASCADE"))
        connection.execute(sqlalchemy.text("CREATE SCHEMA public"))
    engine.dispose()
    return server


@pytest.fixture
def pair(small_release, empty, tmp_path):
    """The small course twice: with SQLite, and registered in PostgreSQL."""
    server = empty
    plain = small_release.copy(tmp_path / "sqlite")
    other = small_release.copy(tmp_path / "postgresql")
    other.config.CourseDirectory.db_url = database_address(server)
    other.config.CourseDirectory.course_id = "course"  # PostgreSQL minds that nbgrader's default, "", is none
    shutil.rmtree(other.root / "release")
    other.release()
    for course in (plain, other):
        course.hand_in(
            "li", {"one.ipynb": {"sq": SQUARE, "why": "因为"}}, timestamp__txt="2026-01-02 00:00:00 UTC"
        )
        course.hand_in("王小丽", {"one.ipynb": {"sq": "def sq(x): return 4"}})
        (course.hand_in("zhao") / "one.ipynb").write_text("no notebook")
    return plain, other


def test_rows_are_those_of_sqlite_and_a_second_run_changes_nothing(walled, pair, server):
    plain, other = pair
    assert not plain.grade().complete
    summary = other.grade(db_url=server)
    assert [hand_in.learner for hand_in in summary.hand_ins if not hand_in.graded] == ["zhao"]
    found = kit.rows(database_address(server))
    assert found == kit.rows(plain.db_url)
    assert found["li/one/sq-hidden"][0] == 1
    kit.mark_by_hand(database_address(server), "li", "one", "why", score=2.0, extra=1.0, comment="好")
    assert other.grade(db_url=server, force=True, student="li").complete
    assert kit.rows(database_address(server))["li/one/why"][:3] == (None, 2.0, 1.0)
    marks = {(one.learner, one.cell): one.auto_score for one in grades_of(server, "wk")}
    assert marks["王小丽", "sq-visible"] == 2
    assert gradebook(other.root, server).ok


def test_feedback_and_report_read_where_grade_was_told_or_configured_to_write(
    walled, pair, server, monkeypatch
):
    _, course = pair
    assert not course.grade(db_url=server).complete
    kit.mark_by_hand(database_address(server), "li", "one", "why", score=2.0, extra=1.0, comment="好")
    named = f"c.CourseDirectory.db_url = {server!r}\n"
    (course.root / "nbgrader_config.py").write_text(CONFIG)
    (course.root / "gradebook.db").unlink(missing_ok=True)
    monkeypatch.chdir(course.root)
    done = CliRunner().invoke(app, ["feedback", "wk", "--db", server])
    assert done.exit_code == 0, done.output
    (course.root / "nbgrader_config.py").write_text(CONFIG + named)
    for command in ("feedback", "report"):
        done = CliRunner().invoke(app, [command, "wk"])
        assert done.exit_code == 0, done.output
    assert gradebook(course.root).ok
    page = (course.root / "feedback" / "王小丽" / "wk" / "one.html").read_text(encoding="utf-8")
    assert "会了 1 题" in page
    assert "再练一次 1 题" in page
    rows = load_workbook(course.root / "reports" / "wk.xlsx").worksheets[0].iter_rows(values_only=True)
    points = {row[0]: row[2] for row in rows}
    assert (points["li"], points["王小丽"]) == (6, 2)
    assert not (course.root / "gradebook.db").exists()


def test_release_registers_a_week_where_the_course_keeps_its_gradebook(empty, tmp_path, monkeypatch):
    for stage in ("source", "release"):
        shutil.copytree(ROOT / stage / WEEK, tmp_path / stage / WEEK)
    (tmp_path / "course").mkdir()
    shutil.copy(ROOT / "course" / "facts.csv", tmp_path / "course")
    named = f"c.CourseDirectory.db_url = {empty!r}\n"
    (tmp_path / "nbgrader_config.py").write_text(CONFIG + named)
    monkeypatch.chdir(tmp_path)
    for _ in range(2):  # the second time it is there already
        done = CliRunner().invoke(app, ["release", WEEK])
        assert done.exit_code == 0, done.output
    with Gradebook(database_address(empty), COURSE_ID) as book:
        assert len(book.find_assignment(WEEK).notebooks) == 2
    assert not (tmp_path / "gradebook.db").exists()


def test_an_address_without_a_driver_means_psycopg_3():
    assert database_address("postgresql://a@b/c") == "postgresql+psycopg://a@b/c"
    assert database_address("postgres://a@b/c") == "postgresql+psycopg://a@b/c"
    assert database_address("postgresql+psycopg2://a@b/c") == "postgresql+psycopg2://a@b/c"
    assert database_address("sqlite:///x.db") == "sqlite:///x.db"
