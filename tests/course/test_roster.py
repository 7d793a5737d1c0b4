from pathlib import Path

import pytest
from openpyxl import Workbook

from nongju.course.roster import (
    Roster,
    RosterProblems,
    fault_of_id,
    find_roster,
    read_roster,
    write_roster,
)

ROWS = "id,name,pair\nwang-li,王丽,li-na\nli-na,李娜,\n学员三,张三,\n"


def csv_file(folder: Path, text: str | bytes, name="roster.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def xlsx_file(folder: Path, rows) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / "roster.xlsx")
    return folder / "roster.xlsx"


def faults(path):
    with pytest.raises(RosterProblems) as raised:
        read_roster(path)
    return [(problem.row, problem.code) for problem in raised.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_every_encoding_that_excel_and_wps_write_is_read(tmp_path, encoding):
    people = read_roster(csv_file(tmp_path, ROWS.encode(encoding)))
    assert [(one.id, one.name, one.pair) for one in people] == [
        ("wang-li", "王丽", "li-na"),
        ("li-na", "李娜", None),
        ("学员三", "张三", None),
    ]


@pytest.mark.parametrize("separator", [",", "\t", ";", "\uff0c"])
def test_every_separator_is_read(tmp_path, separator):
    assert len(read_roster(csv_file(tmp_path, ROWS.replace(",", separator)))) == 3


def test_chinese_headings_blank_lines_and_full_width_signs_are_understood(tmp_path):
    text = "\n姓名,学号\n\n王丽, Wang-Li \n,\n"
    assert [(one.id, one.name) for one in read_roster(csv_file(tmp_path, text))] == [("wang-li", "王丽")]


def test_numbers_in_a_workbook_are_ids_without_a_point(tmp_path):
    people = read_roster(xlsx_file(tmp_path, [["编号", "姓名"], [3.0, "王丽"], [None, None], [12, "李娜"]]))
    assert [one.id for one in people] == ["3", "12"]


def test_every_fault_is_told_with_its_row(tmp_path):
    text = "id,name,pair\nwang-li,a,\n,无名,\nWANG-LI,b,\na/b,c,\nli-na,d,nobody\nzhou,e,zhou\n"
    assert faults(csv_file(tmp_path, text)) == [
        (3, "blank-id"),
        (4, "duplicate-id"),
        (5, "bad-id"),
        (6, "pair-unknown"),
        (7, "pair-self"),
    ]


def test_a_pair_that_does_not_agree_is_told(tmp_path):
    assert faults(csv_file(tmp_path, "id,pair\na,b\nb,c\nc,b\n")) == [(2, "pair-differs")]


@pytest.mark.parametrize(
    ("text", "code"), [("wang-li,王丽\nli-na,李娜\n", "header"), ("", "empty"), ("id,name\n", "empty")]
)
def test_a_table_without_heading_or_people_is_one_sentence(tmp_path, text, code):
    assert [found for _, found in faults(csv_file(tmp_path, text))] == [code]


@pytest.mark.parametrize("name", ["roster.xlsx", "roster.csv"])
def test_a_damaged_or_missing_file_is_one_sentence(tmp_path, name):
    assert faults(tmp_path / name) == [(0, "unreadable")]
    if name.endswith("xlsx"):
        assert faults(csv_file(tmp_path, b"PK\x03\x04 cut", name)) == [(0, "unreadable")]


@pytest.mark.parametrize("good", ["wang-li", "学员三", "3", "a_b", "a.b", "é"])
def test_usable_ids(good):
    assert fault_of_id(good) is None


@pytest.mark.parametrize(
    "bad", ["", "..", "a/b", "a\\b", "*", "a,b", "-x", ".x", "x.", "nul", "com1.txt", "x" * 41, "a b"]
)
def test_ids_that_are_no_folder_names(bad):
    assert fault_of_id(bad)


def test_what_is_written_is_read_back_and_no_name_is_a_formula(tmp_path):
    people = read_roster(csv_file(tmp_path, "id,name\nwang-li,=1+1\n"))
    write_roster(people, tmp_path / "out.csv")
    assert "'=1+1" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert read_roster(tmp_path / "out.csv").learners == people.learners


def test_without_a_roster_the_class_is_open(tmp_path):
    assert find_roster(tmp_path) == Roster()
