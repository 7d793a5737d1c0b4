import itertools
import json
from copy import deepcopy

import nbformat
import pytest
from nbgrader.preprocessors import DeduplicateIds
from tests.classroom.conftest import ADVANCED, SHEET_1, cell, text_of

from nongju.nbgrading.repair import Unreadable, repair_cells, repair_file, repaired


def repaired_file(notebook, released=SHEET_1):
    raw = notebook if isinstance(notebook, bytes) else text_of(notebook).encode()
    made = repair_file(raw, released)
    result = json.loads(made.raw)
    nbformat.validate(result)
    return result, made.changes


def grade_ids(notebook):
    return [c["metadata"].get("nbgrader", {}).get("grade_id") for c in notebook["cells"]]


RELEASED_IDS = [None, "p1", "p1-mark", "p2", "p2-mark"]


def test_an_undamaged_notebook_is_left_byte_for_byte():
    raw = text_of(SHEET_1).encode()
    assert repair_file(raw, SHEET_1).raw is raw


def test_learners_own_cells_and_outputs_stay():
    notebook = deepcopy(SHEET_1)
    notebook["cells"].insert(1, cell("markdown", "我的话", "mine"))
    notebook["cells"][2]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    assert repaired_file(notebook) == (notebook, ())


@pytest.mark.parametrize(
    ("encode", "said"),
    [
        (lambda text: text.replace("\n", "\r\n").encode(), "Windows 换行"),
        (lambda text: text.encode("utf-8-sig"), "BOM"),
        (lambda text: text.encode("gb18030"), "文字编码"),
        (lambda text: text.encode("utf-16"), "文字编码"),
    ],
)
def test_line_ends_and_encodings_of_windows_are_mended(encode, said):
    notebook, changes = repaired_file(encode(text_of(SHEET_1)))
    assert notebook == SHEET_1
    assert said in "".join(changes)


def test_of_a_duplicated_graded_cell_the_last_counts_as_in_nbgrader():
    notebook = deepcopy(SHEET_1)
    copy = deepcopy(notebook["cells"][2])
    copy["source"] = "# 复制的"
    notebook["cells"].append(copy)
    result, changes = repaired_file(notebook)
    assert grade_ids(result) == [None, "p1", None, "p2", "p2-mark", "p1-mark"]
    assert result["cells"][5]["source"] == "# 复制的"
    assert result["cells"][5]["id"] != result["cells"][2]["id"]
    assert changes == ("「p1-mark」这一格有两份，用了后一份",)


@pytest.mark.parametrize("order", [*itertools.permutations(["one", "two", "three"])])
def test_all_three_ways_of_mending_choose_the_copy_that_nbgrader_chooses(order):
    notebook = deepcopy(ADVANCED)
    at = next(i for i, c in enumerate(notebook["cells"]) if c["metadata"]["nbgrader"]["solution"])
    copies = [deepcopy(notebook["cells"][at]) | {"source": text, "id": text} for text in order]
    notebook["cells"][at : at + 1] = copies

    def chosen(cells):
        return [c["source"] for c in cells if c["metadata"].get("nbgrader", {}).get("solution")]

    stock, _ = DeduplicateIds().preprocess(nbformat.from_dict(deepcopy(notebook)), {})
    assert chosen(stock["cells"]) == [order[-1]]
    assert chosen(repaired_file(deepcopy(notebook), ADVANCED)[0]["cells"]) == [order[-1]]
    assert chosen(repair_cells(deepcopy(notebook["cells"]), ADVANCED["cells"], [])) == [order[-1]]
    assert chosen(repaired(json.dumps(notebook), ADVANCED["cells"], None)[0]["cells"]) == [order[-1]]


@pytest.mark.parametrize("gone", [{1}, {2}, {3, 4}, {1, 2, 3, 4}, {0, 2, 4}])
def test_deleted_cells_come_back_in_their_place(gone):
    notebook = deepcopy(SHEET_1)
    notebook["cells"] = [c for i, c in enumerate(notebook["cells"]) if i not in gone] or [
        cell("raw", "", "r")
    ]
    result, changes = repaired_file(notebook)
    assert [one for one in grade_ids(result) if one] == RELEASED_IDS[1:]
    assert len(changes) == len(gone - {0})


def test_a_retyped_cell_gets_its_type_back():
    notebook = deepcopy(SHEET_1)
    broken = notebook["cells"][2]
    broken["cell_type"] = "markdown"
    del broken["outputs"], broken["execution_count"]
    result, changes = repaired_file(notebook)
    assert result["cells"][2]["cell_type"] == "code"
    assert "类型被改过" in changes[0]


@pytest.mark.parametrize(
    "damage", [None, [], "x", {}, {"grade": True}, {"grade_id": 3}, {"grade_id": "unknown"}]
)
def test_metadata_that_nbgrader_would_stop_at_is_removed_from_learners_cells(damage):
    notebook = deepcopy(SHEET_1)
    extra = cell("code", "print(1)", "mine")
    extra["metadata"]["nbgrader"] = damage
    notebook["cells"].append(extra)
    result, _ = repaired_file(notebook)
    assert "nbgrader" not in result["cells"][-1]["metadata"]


def test_points_edited_by_the_learner_are_those_of_the_release():
    notebook = deepcopy(SHEET_1)
    notebook["cells"][2]["metadata"]["nbgrader"]["points"] = 600
    result, _ = repaired_file(notebook)
    assert result["cells"][2]["metadata"]["nbgrader"]["points"] == 6


def test_the_learners_code_stays_in_a_solution_cell():
    notebook = deepcopy(ADVANCED)
    notebook["cells"][0]["source"] = "def 毛利(): return 1"
    assert repaired_file(notebook, ADVANCED) == (notebook, ())


def test_an_old_format_is_converted():
    old = nbformat.v3.new_notebook(
        worksheets=[nbformat.v3.new_worksheet(cells=[nbformat.v3.new_code_cell("1")])]
    )
    result, changes = repaired_file(nbformat.v3.nbjson.writes(old).encode())
    assert [one for one in grade_ids(result) if one] == RELEASED_IDS[1:]
    assert "很旧的格式" in changes[0]


@pytest.mark.parametrize(
    "raw",
    [b"", b"  ", b"\x00\x01", b"[]", b"null", b'{"cells": []}', b'{"nbformat": 4, "cells": []}',
     b'{"nbformat": 4, "cells": {}}', b'{"nbformat": 5, "cells": [{}]}', text_of(SHEET_1).encode()[:200],
     b"[" * 100_000],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(raw):
    with pytest.raises(Unreadable, match="练习纸"):
        repair_file(raw, SHEET_1)


@pytest.mark.parametrize(
    "broken",
    [3, {}, {"cell_type": "code"}, {"cell_type": "code", "source": 3}, {"cell_type": "video", "source": ""},
     {"cell_type": "code", "source": ["a", 3], "outputs": "x", "metadata": 3, "execution_count": "y"},
     {"cell_type": "code", "source": "", "outputs": [3, {"output_type": "stream"}]}],
)  # fmt: skip
def test_a_broken_cell_never_costs_the_others(broken):
    notebook = deepcopy(SHEET_1)
    notebook["cells"].insert(2, broken)
    result, _ = repaired_file(notebook)
    assert [one for one in grade_ids(result) if one] == RELEASED_IDS[1:]


def test_repair_is_repeatable():
    notebook = deepcopy(SHEET_1)
    notebook["cells"] += deepcopy(notebook["cells"])
    raw = text_of(notebook).encode()
    assert repair_file(raw, SHEET_1).raw == repair_file(raw, SHEET_1).raw
