"""Our own cells run without a kernel's ceremony, and say what a kernel would."""

import pytest
from nbconvert.filters import strip_ansi

from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.settings import Settings

CELLS = [
    "import sys\nprint('写')\nprint('e', file=sys.stderr)\nkept = 3\nkept + 1",
    "kept + 1;",
    "from IPython.display import HTML, display\nprint('before')\ndisplay(HTML('<b>好</b>'))\n{'a': 1}",
    "def half(x):\n    return x / 0\n\n\nhalf(4)",
    "%pwd",
    "display('没有 import 也能用')",
]


@pytest.fixture(scope="module")
def said(walled):
    """What each cell said, run one after the other; the first once more in a notebook of its own."""

    def ran(run, numbers):
        run.send({"own": [{"id": f"cell-{n}", "cell": n, "borrow": []} for n in numbers]})
        return [run.receive(60) for _ in numbers]

    with Sandbox(Settings(), CELLS) as box, box.run("/tmp/autograded/wang-li/wk") as run:
        run.give({})
        first = ran(run, range(len(CELLS)))
        run.send({"fresh": True})
        return first, ran(run, [1, 0])


def texts(one):
    """The messages of a cell as (type, text)."""
    shown = []
    for message in one["messages"]:
        content = message["content"]
        data = content.get("data", {})
        shown.append(
            (message["type"], content.get("text") or data.get("text/html") or data.get("text/plain"))
        )
    return shown


def test_streams_come_in_order_and_the_value_last(said):
    assert texts(said[0][0]) == [("stream", "写\n"), ("stream", "e\n"), ("execute_result", "4")]
    assert said[0][0]["reply"] == {"status": "ok"}


def test_a_semicolon_keeps_the_value_back(said):
    assert texts(said[0][1]) == []


def test_what_is_shown_stands_after_what_was_printed_before(said):
    assert texts(said[0][2]) == [
        ("stream", "before\n"),
        ("display_data", "<b>好</b>"),
        ("execute_result", "{'a': 1}"),
    ]


def test_an_error_has_the_lines_of_the_cell(said):
    reply = said[0][3]["reply"]
    assert (reply["status"], reply["ename"]) == ("error", "ZeroDivisionError")
    (error,) = (one["content"] for one in said[0][3]["messages"] if one["type"] == "error")
    assert error["traceback"] == reply["traceback"]
    lines = strip_ansi("\n".join(reply["traceback"]))
    assert "return x / 0" in lines
    assert "half(4)" in lines


def test_a_magic_is_run_by_ipython(said):
    assert said[0][4]["reply"]["status"] == "ok"
    assert "autograded/wang-li/wk" in texts(said[0][4])[0][1]


def test_display_is_there_without_an_import_as_in_a_notebook(said):
    assert texts(said[0][5]) == [("display_data", "'没有 import 也能用'")]


def test_cells_are_counted_and_the_next_notebook_begins_anew(said):
    assert [one["count"] for one in said[0]] == [1, 2, 3, 4, 5, 6]
    without, again = said[1]
    assert without["reply"]["ename"] == "NameError"
    assert [without["count"], again["count"]] == [1, 2]
