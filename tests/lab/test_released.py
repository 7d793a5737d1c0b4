"""A released week is found and read wherever a learner has it: in the course, in a folder, in a zip."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from nongju.course.layout import CourseError
from nongju.lab.released import find_week

WEEK = "pricing-margin"


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """A released week in a folder of that name, with a picture and what a stick adds."""
    folder = tmp_path / "from-teacher" / WEEK
    (folder / "assets").mkdir(parents=True)
    source = f'from nongju import form\nq = form.question(\n    "{WEEK}/p1",\n)\nq.show()'
    cells = [
        {"cell_type": "markdown", "id": "t", "metadata": {}, "source": ["# 一单赚多少"]},
        {"cell_type": "code", "id": "c", "metadata": {}, "outputs": [], "source": source.splitlines(True)},
    ]
    notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "worksheet-1.ipynb").write_text(json.dumps(notebook), "utf-8")
    (folder / "assets" / "1.svg").write_text("<svg/>", "utf-8")
    (folder / "._worksheet-1.ipynb").write_bytes(b"\0\5\x16\7")
    return folder


def zipped(week: Path, target: Path, *, top: str = "") -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(week.rglob("*")):
            if path.is_file():
                archive.write(path, f"{top}{path.relative_to(week)}")
        archive.writestr("__MACOSX/._worksheet-1.ipynb", b"\0")
        archive.writestr("../outside.ipynb", "{}")
    return target


FILES = {"worksheet-1.ipynb", "assets/1.svg"}


def test_a_folder_is_read_without_what_a_stick_adds(week: Path, tmp_path: Path) -> None:
    found = find_week(str(week), tmp_path)
    assert (found.name, set(found.files), set(found.notebooks), found.base) == (
        WEEK,
        FILES,
        {"worksheet-1.ipynb"},
        tmp_path,
    )


@pytest.mark.parametrize("top", ["", f"{WEEK}/", "第一周/内容/"])
@pytest.mark.parametrize("name", [f"{WEEK}.zip", "第一周 (1).zip", "a[2026]%25 #$HOME.ZIP"])
def test_a_zip_is_read_and_its_questions_name_the_week(
    week: Path, tmp_path: Path, top: str, name: str
) -> None:
    found = find_week(str(zipped(week, tmp_path / name, top=top)), tmp_path)
    assert (found.name, set(found.files)) == (WEEK, FILES)
    there = sorted(path.name for path in tmp_path.iterdir())
    assert there == sorted(["from-teacher", name]), "nothing is unpacked"


@pytest.mark.parametrize("place", ["folder", "zip", "release folder", "release zip"])
def test_the_name_alone_finds_what_lies_where_one_stands(week: Path, tmp_path: Path, place: str) -> None:
    here = tmp_path / "here"
    inside = here / "release" if place.startswith("release") else here
    inside.mkdir(parents=True)
    if place.endswith("zip"):
        zipped(week, inside / f"{WEEK}.zip")
    else:
        shutil.copytree(week, inside / WEEK)
    assert set(find_week(WEEK, here).files) == FILES


def test_in_a_course_the_name_is_the_courses(week: Path, tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("")
    shutil.copytree(week, tmp_path / "release" / WEEK)
    below = tmp_path / "learners" / "wang-li"
    below.mkdir(parents=True)
    assert find_week(WEEK, below).base == tmp_path
    with pytest.raises(CourseError, match="现有的周次：pricing-margin"):
        find_week("no-such-week", below)


def test_a_learners_own_folder_is_no_release(week: Path, tmp_path: Path) -> None:
    own = tmp_path / "learners" / WEEK
    shutil.copytree(week, own)
    (own / "answers.json").write_text("{}", "utf-8")
    with pytest.raises(CourseError, match="没找到"):
        find_week(WEEK, own.parent)


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "没有传过来"), (b"PK\3\4half", "打不开"), (b"not a zip", "打不开")]
)
def test_a_zip_that_is_none_is_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "week.zip").write_bytes(content)
    with pytest.raises(CourseError, match=says):
        find_week("week.zip", tmp_path)


def test_a_zip_without_worksheets_is_one_sentence(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "week.zip", "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(CourseError, match="没有练习纸"):
        find_week("week.zip", tmp_path)
