"""Notebooks are written as nbformat writes them."""

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from nongju.nbgrading.notebooktext import notebook_text

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), values), st.text(), st.text())
def test_the_text_is_nbformat_s_own(metadata, source, text):
    output = new_output(
        "display_data", {"text/html": text, "application/json": metadata, "image/png": "aa\n"}
    )
    cells = [new_code_cell(source, outputs=[output, new_output("stream", text=text)], metadata=metadata)]
    nb = new_notebook(cells=[*cells, new_markdown_cell(source)], metadata={"a": metadata, "signature": "x"})
    expected = nbformat.v4.writes(nb) + "\n"
    assert notebook_text(nb) == expected


@pytest.mark.parametrize("value", [float("inf"), 10**400, -0.0, 1e300, 5e-324])
def test_numbers_are_spelled_as_json_does(value):
    nb = new_notebook(metadata={"number": value})
    assert notebook_text(nb) == nbformat.v4.writes(new_notebook(metadata={"number": value})) + "\n"
