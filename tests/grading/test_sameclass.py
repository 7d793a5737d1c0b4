"""Notebooks of a class that are the same but for what ran in them are sanitised once."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, writes
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput

from nongju.grading.sameclass import MOST_KEPT, SameClass


def text(source="1 + 1", **cell):
    made = new_notebook(cells=[new_code_cell(source, id="a", **cell), new_markdown_cell("说明", id="b")])
    return writes(made)


@pytest.fixture
def same():
    return SameClass([ClearOutput, CheckCellMetadata])


def test_what_ran_makes_no_difference(same):
    ran = text(execution_count=7, outputs=[new_output("stream", text="2")])
    assert same.key("one", ran) == same.key("one", text())


@pytest.mark.parametrize("other", [text("1 + 2"), text(metadata={"tags": ["mine"]})])
def test_every_other_difference_counts(same, other):
    assert same.key("one", other) != same.key("one", text())
    assert same.key("two", text()) != same.key("one", text())


def test_each_learner_gets_a_notebook_of_her_own(same):
    key = same.key("one", text())
    assert same.get(key) is None
    same.keep(key, new_notebook(cells=[new_markdown_cell("干净", id="b")]))
    first = same.get(key)
    first.cells[0].source = "改了"
    assert same.get(key).cells[0].source == "干净"


def test_the_one_not_asked_for_longest_goes_first(same):
    keys = [same.key("one", text(str(number))) for number in range(MOST_KEPT + 1)]
    for key in keys[:-1]:
        same.keep(key, new_notebook())
    same.get(keys[0])
    same.keep(keys[-1], new_notebook())
    assert [same.get(key) is None for key in keys[:3]] == [False, True, False]


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"cells": [1]}', '{"cells": null}', "[" * 100_000])
def test_what_is_no_notebook_is_not_looked_up(same, broken):
    assert same.key("one", broken) is None
    same.keep(None, new_notebook())
    assert same.get(None) is None


def test_without_clear_output_in_front_nothing_is_kept():
    assert SameClass([CheckCellMetadata, ClearOutput]).key("one", text()) is None
    assert SameClass([]).key("one", text()) is None
