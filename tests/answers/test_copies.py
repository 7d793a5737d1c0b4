"""Which file is meant, when sticks, browsers and sync tools have been at a folder."""

import pytest

from nongju.answers.copies import copies, is_copy, litter

OF_ANSWERS = [
    "answers (1).json",
    "answers(2).json",
    "answers（1）.json",
    "answers - 副本.json",
    "answers - 副本 (2).json",
    "answers的副本.json",
    "复件 answers.json",
    "副本 answers.json",
    "Copy of answers.json",
    "answers - Copy.json",
    "answers copy 2.json",
    "Answers.JSON",
    "ANSWERS.json",
    "answers(冲突副本 DESKTOP-1 2026-11-10).json",
    "answers_冲突文件_wang_20261110.json",
    "answers.sync-conflict-20261110-203000-ABCDEFG.json",
    "answers (conflicted copy 2026-11-10 203000).json",
    "answers-DESKTOP-7.json",
]
NO_COPY = [
    "answers.json",
    "._answers.json",
    "~$answers.json",
    "answers.json.lock",
    "answers.坏了-20261110-203000.json",
    "answers.别周-20261110-203000.json",
    "answers (1).ipynb",
    "roster.json",
    "answers2.json",
]


@pytest.mark.parametrize("name", OF_ANSWERS)
def test_a_renamed_part_is_known_by_its_name(name):
    assert is_copy(name, "answers.json")


@pytest.mark.parametrize("name", NO_COPY)
def test_what_only_looks_a_little_alike_is_no_copy(name):
    assert not is_copy(name, "answers.json")


def test_the_tenth_worksheet_is_no_copy_of_the_first():
    names = ["worksheet-1.ipynb", "worksheet-10.ipynb", "worksheet-1-Copy1.ipynb", "._worksheet-1.ipynb"]
    assert copies(names, "worksheet-1.ipynb") == ["worksheet-1-Copy1.ipynb"]
    assert copies(names, "worksheet-10.ipynb") == []


def test_litter_is_told_apart_from_work():
    names = ["._answers.json", "answers.json", ".answers-x1.tmp", "worksheet-1.ipynb.crdownload", "~$班.xlsx"]
    assert litter(names) == sorted(set(names) - {"answers.json"})
