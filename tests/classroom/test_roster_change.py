"""What a class list changes is said before it is taken in, and no class inherits another's marks."""

import pytest
from typer.testing import CliRunner

from nongju.cli import app
from nongju.course.roster import RosterProblems, find_roster, read_roster

FIRST = "编号,姓名,班级\n001,王丽,一班\n002,李娜,一班\n"


@pytest.fixture
def take(course, monkeypatch, tmp_path):
    """Takes in a list: (exit code, what was said)."""
    monkeypatch.chdir(course.root)

    def take(text, *options):
        path = tmp_path / "名单.csv"
        path.write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, ["roster", str(path), *options])
        return done.exit_code, done.output

    return take


def names(course):
    return {one.id: one.name for one in find_roster(course.root)}


def test_a_first_list_is_taken_in_with_its_class(take, course):
    assert take(FIRST)[0] == 0
    assert find_roster(course.root).class_name == "一班"
    assert (course.root / "roster.csv").read_text(encoding="utf-8-sig").startswith("id,name,pair,class\n")


def test_who_comes_is_said_and_taken_in(take, course):
    take(FIRST)
    code, said = take(FIRST + "003,赵六,一班\n")
    assert (code, "新来 1 人：003。" in said) == (0, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("编号,姓名,班级\n001,王丽,一班\n", "不再在名单上 1 人：002"),
        (FIRST.replace("李娜", "李娜娜"), "改了名字 1 人：002（李娜 → 李娜娜）"),
    ],
)
def test_who_goes_or_is_renamed_is_said_and_waits_for_a_yes(take, course, text, words):
    take(FIRST)
    before = names(course)
    code, said = take(text)
    assert (code, words in said, "--yes" in said) == (1, True, True)
    assert names(course) == before
    assert take(text, "--yes")[0] == 0
    assert names(course) != before


def test_an_id_with_work_that_becomes_another_persons_is_told(take, course):
    take(FIRST)
    (course.root / "submitted" / "001").mkdir(parents=True)
    code, said = take(FIRST.replace("王丽", "赵六"))
    assert code == 1
    assert "分会算到新来的人头上" in said
    assert "001（王丽 → 赵六）" in said
    assert names(course)["001"] == "王丽"


def test_another_class_needs_another_course_once_there_is_work(take, course):
    take(FIRST)
    other = FIRST.replace("一班", "二班").replace("王丽", "赵六")
    (course.root / "autograded" / "001").mkdir(parents=True)
    for options in ((), ("--yes",)):
        code, said = take(other, *options)
        assert (code, "另建一个课程文件夹" in said) == (1, True)
    assert names(course)["001"] == "王丽"
    plain = "编号,姓名\n001,赵六\n002,李娜\n"
    assert "另建一个课程文件夹" in take(plain, "--class", "二班", "--yes")[1]


def test_of_a_list_with_several_classes_one_is_taken(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(FIRST + "101,赵六,二班\n", encoding="utf-8")
    with pytest.raises(RosterProblems, match="名单里有几个班（一班、二班）"):
        read_roster(path)
    assert [one.id for one in read_roster(path, "二班")] == ["101"]


def test_a_list_without_a_class_is_as_before(take, course):
    assert take("id,name\n001,王丽\n")[0] == 0
    assert (course.root / "roster.csv").read_text(encoding="utf-8-sig") == "id,name,pair\n001,王丽,\n"
