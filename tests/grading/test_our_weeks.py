"""The week pricing-margin: no learner cell runs in a worksheet, and no code gains a mark."""

import json
import shutil
import subprocess

import course_kit as kit
import nbformat
import pytest
from imageio_ffmpeg import get_ffmpeg_exe
from nbgrader.api import Gradebook

from nongju.grading import policy as trust
from nongju.grading.limits import Limits
from nongju.grading.plan import read_plan

RIGHT = """import math
def floor_price(raw, out, extra, jin, pack, percent):
    if out <= 0:
        raise ValueError("out")
    return math.ceil((jin * (raw / (out / 10) + extra) + pack) / (1 - percent / 100) - 1e-9)
"""

CHEATS = {
    "equal": "class Any(float):\n    __eq__ = lambda self, other: True\n    __sub__ = lambda self, other: 0.0\n"  # noqa: E501
    "def floor_price(*_):\n    return Any(1)",
    "builtins": "import builtins\nbuiltins.min = lambda *_: 10.0\nbuiltins.abs = lambda *_: 0\nbuiltins.float = lambda _: 10.0\n"  # noqa: E501
    "def floor_price(*_):\n    return 1",
    "hook": "import sys\nget_ipython().displayhook.__class__.__call__ = lambda self, value: print(10.0)\n"
    "def floor_price(*_):\n    return 1",
    "marking": "import nongju.marking as m, sys\nfor name in dir(m):\n    setattr(m, name, lambda *a, **k: 10.0)\n"  # noqa: E501
    "def floor_price(*_):\n    return 1",
    "frames": "import sys, gc\ndef floor_price(*_):\n    frame = sys._getframe()\n    while frame:\n"
    "        frame.f_locals['points'] = 10.0\n        frame = frame.f_back\n    return 1",
    "exit": "import os\ndef floor_price(*_):\n    os._exit(0)",
    "huge": "def floor_price(*_):\n    return [[0] * 10 ** 6] * 100",
    "forge": "import gc, json, socket, struct\n"
    "def say(thing, message):\n    body = json.dumps(message).encode()\n    thing.sendall(struct.pack('>I', len(body)) + body)\n"  # noqa: E501
    "def floor_price(*_):\n    for thing in gc.get_objects():\n        if isinstance(thing, socket.socket):\n"
    "            for parent in ('cell-1', 'cell-2', ''):\n"
    "                say(thing, {'type': 'execute_result', 'parent': parent, 'content': {'data': {'text/plain': '10.0'}, 'metadata': {}}})\n"  # noqa: E501
    "                say(thing, {'type': 'execute_reply', 'parent': parent, 'content': {'status': 'ok'}})\n    return 1",  # noqa: E501
}


def answers(learner, **fields):
    """An answers.json with some fields filled in."""
    kept = {
        key.replace("__", "."): {"kind": "number", "raw": raw, "saved": "2026-11-22T10:32:05+08:00"}
        for key, raw in fields.items()
    }
    return json.dumps(
        {"format": "nongju-answers", "version": 1, "week": "pricing-margin", "learner": learner, "pair": None}
        | {"answers": kept}
    )


@pytest.fixture(scope="module")
def graded(walled, nongju_release, tmp_path_factory):
    """A class: one honest learner, one who wrote nothing, damaged hand-ins, and cheats."""
    course = nongju_release.copy(tmp_path_factory.mktemp("ours") / "course")
    (course.root / "roster.csv").write_text("id,name,pair\nhonest,老实人,\n", "utf-8")
    folder = course.hand_in("honest", {"advanced.ipynb": {"floor-price": RIGHT}})
    (folder / "answers.json").write_text(answers("honest", p4__kg="4"))
    course.hand_in("nothing")
    for name in ("broken", "gone"):
        folder = course.hand_in(name)
        (folder / "answers.json").write_text(answers(name, p4__kg="4"))
        path = folder / "worksheet-1.ipynb"
        path.write_text(path.read_text()[:3000]) if name == "broken" else path.unlink()
    for name, source in CHEATS.items():
        course.hand_in(name, {"advanced.ipynb": {"floor-price": source}})
    folder = course.hand_in("adder")
    path = folder / "worksheet-1.ipynb"
    nb = nbformat.read(path, as_version=4)
    nb.cells.insert(0, kit.code("open('answers.json', 'w').write('{}')\nprint('I RAN')"))
    nb.cells.insert(0, kit.text("<img src=x onerror=alert(1)>"))
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "p1-mark":
            cell.source = "4.0"
    nbformat.write(nb, path)
    course.summary = course.grade(workers=2)
    return course


def score(course, learner, cell, notebook="advanced"):
    return kit.rows(course.db_url)[f"{learner}/{notebook}/{cell}"][0]


def test_worksheets_are_data_and_the_code_question_is_marked_outside(nongju_release):
    with Gradebook(nongju_release.db_url) as book:
        plan = read_plan(book, "pricing-margin")
    modes = {item.name: trust.policy_for(plan, item.name).mode for item in plan.notebooks}
    assert modes == {"advanced": "outside", "worksheet-1": "data", "worksheet-2": "data"}


def test_a_right_function_gets_its_points_across_the_wall(graded):
    assert score(graded, "honest", "floor-price-check") == 10


@pytest.mark.parametrize("cheat", CHEATS)
def test_no_cheat_gains_a_mark(graded, cheat):
    assert score(graded, cheat, "floor-price-check") == 0


def test_names_of_the_class_list_reach_formgrader(graded):
    with Gradebook(graded.db_url) as book:
        assert {one.id: one.last_name for one in book.students if one.last_name} == {"honest": "老实人"}


def test_an_unwritten_answer_runs_nothing_and_scores_nothing(graded):
    cells = kit.notebook(graded.root / "autograded" / "nothing" / "pricing-margin" / "advanced.ipynb")
    written = [cell for cell in cells[1:] if cell["metadata"].get("nbgrader", {}).get("solution")]
    assert [cell["count"] for cell in written] == [None]
    assert score(graded, "nothing", "floor-price-check") == 0


def test_a_cell_that_a_learner_added_is_kept_and_not_run(graded):
    cells = kit.notebook(graded.root / "autograded" / "adder" / "pricing-margin" / "worksheet-1.ipynb")
    added = next(cell for cell in cells[1:] if "I RAN" in cell["source"])
    assert added["outputs"] == []


def test_a_graded_cell_that_a_learner_rewrote_is_the_course_s_again(graded):
    assert score(graded, "adder", "p1-mark", "worksheet-1") == 0


def test_scripts_in_a_learner_s_text_are_spelled_out(graded):
    cells = kit.notebook(graded.root / "autograded" / "adder" / "pricing-margin" / "worksheet-1.ipynb")
    shown = next(cell["source"] for cell in cells[1:] if "onerror" in cell["source"])
    assert "<img" not in shown


def test_every_row_and_every_output_of_our_cells_is_stock_nbgrader_s(graded, nongju_release, tmp_path):
    stock = nongju_release.copy(tmp_path / "stock")
    for learner in ("honest", "nothing"):
        shutil.copytree(graded.root / "submitted" / learner, stock.root / "submitted" / learner)
    assert stock.stock_autograde()
    expected, found = kit.rows(stock.db_url), kit.rows(graded.db_url)
    assert {key: found[key] for key in expected} == expected
    for name, cells in kit.graded_notebooks(stock).items():
        ours = kit.notebook(graded.root / "autograded" / name)
        assert [cell["source"] for cell in ours[1:]] == [cell["source"] for cell in cells[1:]]
        if "worksheet" in name:
            assert shown(ours) == shown(cells), name


def shown(cells):
    """Outputs of the course's own code cells by name, without the count of cells that ran before."""
    found = {}
    for cell in cells[1:]:
        about = cell["metadata"].get("nbgrader", {})
        if cell["type"] == "code" and about.get("locked"):
            found[about["grade_id"]] = [{**output, "execution_count": None} for output in cell["outputs"]]
    return found


LOOKS = """import json
from nongju import failures
found = sorted(str(path) for path in failures.Path("uploads").iterdir())
with failures.os.popen("{ffmpeg} -v error -i uploads/a.mp4 -f null - 2>&1; echo $?") as said:
    told = said.read()
print(json.dumps([found, told.strip(), failures.Path("{secret}").exists()]))
### BEGIN HIDDEN TESTS
2.0
### END HIDDEN TESTS"""
"""Of the nongju package alone, so that no learner code is needed: what is there, and does ffmpeg read it."""


@pytest.fixture
def clip_week(tmp_path):
    """A data-only week whose graded cell reads a clip in uploads/ and runs ffmpeg on it."""
    course = kit.Course(tmp_path / "clips")
    ffmpeg = get_ffmpeg_exe()
    looks = LOOKS.format(ffmpeg=ffmpeg, secret=course.root / "source")
    course.source({"one.ipynb": [kit.tests("clip", 2, looks)]})
    folder = course.hand_in("li") / "uploads"
    folder.mkdir()
    make = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", "testsrc=d=1:s=160x120", folder / "a.mp4"]
    subprocess.run(make, check=True, stdin=subprocess.DEVNULL)
    (folder / "large.mov").write_bytes(bytes(2_000_000))
    course.config.Sandbox.upload_mb = 1
    return course


@pytest.mark.parametrize("way", ["walled", "bare", "kernel"])
def test_a_graded_cell_sees_the_clips_and_runs_ffmpeg_on_every_kind_of_machine(
    way, walled, clip_week, monkeypatch
):
    if way != "walled":
        monkeypatch.setattr("nongju.grading.sandbox.bubblewrap.find", lambda: None)
    if way == "kernel":
        monkeypatch.setattr("nongju.grading.running.execute.can_fork", lambda: False)
    summary = clip_week.grade()
    assert summary.complete
    notes = " ".join(summary.hand_ins[0].notes)
    assert "large.mov" in notes
    assert ("没有沙箱" in notes) is (way != "walled")
    assert kit.rows(clip_week.db_url)["li/one/clip"][0] == 2
    (_, cell) = kit.notebook(clip_week.root / "autograded" / "li" / "wk" / "one.ipynb")
    printed = next(output["text"] for output in cell["outputs"] if output["output_type"] == "stream")
    seen, told, sees_source = json.loads(printed)
    assert (seen, told) == (["uploads/a.mp4"], "0")
    assert sees_source is (way != "walled")


def test_our_cells_get_a_minute_for_each_clip():
    limits = Limits().with_uploads(3, notebooks=2)
    assert limits.total_seconds == 2 * (Limits().total_seconds + 3 * Limits().upload_seconds)
    assert (limits.memory_mb, limits.folder_mb) == (Limits().upload_memory_mb, Limits().upload_folder_mb)


def test_a_broken_or_missing_worksheet_is_marked_from_its_answers(graded):
    notes = {item.learner: item for item in graded.summary.hand_ins}
    for learner in ("broken", "gone"):
        assert notes[learner].graded
        assert "answers.json" in " ".join(notes[learner].notes)
        cells = kit.notebook(graded.root / "autograded" / learner / "pricing-margin" / "worksheet-1.ipynb")
        shown = next(
            cell for cell in cells[1:] if cell["metadata"].get("nbgrader", {}).get("grade_id") == "p4"
        )
        assert "4" in str(shown["outputs"])


@pytest.mark.parametrize(
    ("source", "alone"),
    [
        ("from nongju import form\nform.number('a', 'b')", True),
        ("from nongju import form\nimport math\nx = 1\ndef f():\n    return x + math.pi\nf()", True),
        ("from nongju import form\nfloor_price(1)", False),
        ("from nongju import form\ndef f():\n    return helper\nf()", False),
        ("from nongju import form\nopen('x').read()", False),
        ("from nongju import form\nimport os", False),
        ("from nongju import form\nfrom mine import thing", False),
        ("from nongju import form\nglobals()['floor_price']", False),
        ("from nongju import form\n%run x.py", False),
        ("1 + 1", False),
    ],
)
def test_a_cell_is_data_only_when_it_needs_nothing_that_a_learner_made(source, alone):
    assert trust.stands_alone(source) is alone


def test_without_a_sandbox_worksheets_are_marked_and_code_waits(week, monkeypatch):
    monkeypatch.setattr("nongju.grading.sandbox.bubblewrap.find", lambda: None)
    folder = week.hand_in("li", {"advanced.ipynb": {"floor-price": RIGHT}})
    (folder / "answers.json").write_text(answers("li", p4__kg="4"))
    summary = week.grade()
    assert not summary.complete
    assert "沙箱" in " ".join(summary.hand_ins[0].notes)
    assert score(week, "li", "p4-mark", "worksheet-1") is not None
    assert score(week, "li", "floor-price-check") is None
