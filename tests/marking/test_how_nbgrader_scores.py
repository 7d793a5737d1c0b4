"""How nbgrader turns the last value of a graded cell into a score, and how ours stays safe.

One assignment holds a cell for each rule; one run of real nbgrader marks it for three
learners. A file in the hand-in switches on the two values that make nbgrader throw a
learner's whole folder away.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

POINTS = 3
RUN = Path(__file__).with_name("nbgrader_run.py")

THEIRS = {
    "whole": "2",
    "part": "2.5",
    "stderr": "import sys\nprint('harmless', file=sys.stderr)\n3.0",
    "warning": "import warnings\nwarnings.warn('harmless')\n3.0",
    "numpy": "import numpy\nnumpy.float64(2.5)",
    "nan": "float('nan')",
    "negative": "-1",
    "text": "'2/3'",
    "nothing": "answer = 1",
    "hidden": "shown = 'answer'\n### BEGIN HIDDEN TESTS\nkept = 'SECRET-KEY'\n1.25\n### END HIDDEN TESTS",
    "above": "import pathlib\n99.0 if pathlib.Path('above').exists() else 1.0",
}
"""Bare values, as nbgrader reads them."""

OURS = {
    "clamped-numpy": "import numpy\nfrom nongju.marking import clamped\nclamped(numpy.float64(2.5), 3)",
    "clamped-nan": "from nongju.marking import clamped\nclamped(float('nan'), 3)",
    "clamped-negative": "from nongju.marking import clamped\nclamped(-1, 3)",
    "clamped-text": "from nongju.marking import clamped\nclamped('2/3', 3)",
    "clamped-nothing": "from nongju.marking import clamped\nclamped(None, 3)",
    "clamped-above": "from nongju.marking import clamped\nclamped(99.0, 3)",
    "displayed": """from nongju.marking import PartMark, combine, display_mark
part = PartMark("cost", "① 本钱", "again", 2.25, 3, "<script>alert(1)</script>", "69.16 元", "用除,不用乘。")
### BEGIN HIDDEN TESTS
display_mark(combine([part], week="w", question="q", title="第 1 题", learner="wang", scene="腊肉"))
### END HIDDEN TESTS""",
}
"""The same values through nongju.marking."""

LEARNER_CODE = """import os, pathlib
print('reads the key:', 'SECRET-KEY' in pathlib.Path('rules.ipynb').read_text())
print('reads the gradebook:', os.access(pathlib.Path.cwd().parents[2] / 'gradebook.db', os.R_OK))"""


class Outcome(NamedTuple):
    root: Path
    scores: dict[str, dict[str, float | None]]
    graded: list[str]
    failed: str
    validated: dict[str, object]

    def notebook(self, *parts: str) -> nbformat.NotebookNode:
        return nbformat.read(self.root.joinpath(*parts), as_version=4)


def graded_cell(name, source, points=POINTS):
    meta = {"schema_version": 3, "grade_id": name, "grade": True, "solution": False, "locked": True}
    return new_code_cell(
        source, id=name, metadata={"nbgrader": {**meta, "task": False, "points": points, "cell_type": "code"}}
    )


def solution_cell(make, name, source, **more):
    meta = {
        "schema_version": 3,
        "grade_id": name,
        "grade": False,
        "solution": True,
        "locked": False,
        "task": False,
    }
    return make(source, id=name, metadata={"nbgrader": {**meta, **more}})


def write(path, cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory) -> Outcome:
    root = tmp_path_factory.mktemp("course")
    cells = [solution_cell(new_code_cell, "code", "print('a start')")]
    cells += [graded_cell(name, source) for name, source in {**THEIRS, **OURS}.items()]
    bonus = "import pathlib\n1.0 if pathlib.Path('bonus').exists() else 0.0"
    cells.append(graded_cell("bonus", bonus, points=0))
    ours = "from nongju.marking import clamped\nclamped(1.0, 0)"
    cells.append(graded_cell("clamped-bonus", ours, points=0))
    manual = {"grade": True, "points": POINTS, "cell_type": "markdown"}
    cells.append(solution_cell(new_markdown_cell, "own-plan", "写在这里", **manual))
    write(root / "source/rules/rules.ipynb", cells)
    secret = "### BEGIN HIDDEN TESTS\nassert False, 'never seen'\n### END HIDDEN TESTS"
    write(root / "source/rules/wholly-hidden.ipynb", [graded_cell("all-hidden", secret)])
    for learner, switch in {"plain": "code.py", "above": "above", "bonus": "bonus"}.items():
        folder = root / "submitted" / learner / "rules"
        folder.mkdir(parents=True)
        (folder / switch).write_text(LEARNER_CODE if switch == "code.py" else "")
    # nbgrader calls the program alembic by its bare name
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, RUN, root],
        cwd=root,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Outcome(root, **json.loads(done.stdout.splitlines()[-1]))


def printed(notebook):
    cell = next(cell for cell in notebook.cells if cell.metadata.nbgrader.grade_id == "code")
    return "".join(output.get("text", "") for output in cell.outputs)


def cell_of(notebook, name):
    return next(cell for cell in notebook.cells if cell.metadata.nbgrader.grade_id == name)


@pytest.mark.parametrize("name", ["stderr", "warning"])
def test_anything_on_stderr_scores_nothing(outcome, name):
    assert outcome.scores["plain"][name] == 0


@pytest.mark.parametrize(("name", "score"), [("whole", 2), ("part", 2.5)])
def test_a_built_in_number_up_to_the_points_is_partial_credit(outcome, name, score):
    assert outcome.scores["plain"][name] == score


@pytest.mark.parametrize("name", ["numpy", "nan", "negative", "text"])
def test_any_other_value_gets_full_marks(outcome, name):
    assert outcome.scores["plain"][name] == POINTS


def test_no_value_and_no_error_gets_full_marks(outcome):
    assert outcome.scores["plain"]["nothing"] == POINTS


def test_a_number_above_the_points_costs_the_learner_the_autograded_folder(outcome):
    assert "above" not in outcome.graded
    assert outcome.scores["plain"]["above"] == 1


def test_a_zero_point_cell_that_returns_one_costs_the_autograded_folder(outcome):
    assert "bonus" not in outcome.graded
    assert outcome.graded == ["plain"]
    assert outcome.failed


def test_an_unchanged_manual_solution_cell_scores_zero_by_itself(outcome):
    assert outcome.scores["plain"]["own-plan"] == 0


def test_a_wholly_hidden_graded_cell_is_empty_in_the_release_and_passes_validate(outcome):
    released = outcome.notebook("release", "rules", "wholly-hidden.ipynb")
    assert cell_of(released, "all-hidden").source.strip() == ""
    assert outcome.validated == {}


def test_a_float_before_the_end_of_the_hidden_region_keeps_partial_credit(outcome):
    assert outcome.scores["plain"]["hidden"] == 1.25


def test_hidden_tests_leave_the_release_and_come_back_before_execution(outcome):
    assert "SECRET-KEY" not in (outcome.root / "release/rules/rules.ipynb").read_text()
    assert (
        "SECRET-KEY"
        in cell_of(outcome.notebook("autograded", "plain", "rules", "rules.ipynb"), "hidden").source
    )


def test_learner_code_can_read_the_restored_hidden_tests(outcome):
    assert "reads the key: True" in printed(outcome.notebook("autograded", "plain", "rules", "rules.ipynb"))


def test_stock_feedback_shows_the_hidden_tests(outcome):
    assert "SECRET-KEY" in (outcome.root / "feedback/plain/rules/rules.html").read_text()


def test_learner_code_runs_with_the_graders_permissions(outcome):
    assert "reads the gradebook: True" in printed(
        outcome.notebook("autograded", "plain", "rules", "rules.ipynb")
    )


@pytest.mark.parametrize(
    ("name", "score"),
    [
        ("numpy", 2.5),
        ("nan", 0),
        ("negative", 0),
        ("text", 0),
        ("nothing", 0),
        ("above", POINTS),
        ("bonus", 0),
    ],
)
def test_a_clamped_mark_scores_what_it_says(outcome, name, score):
    assert outcome.scores["plain"][f"clamped-{name}"] == score


def test_a_displayed_mark_keeps_partial_credit_beside_its_explanation(outcome):
    assert outcome.scores["plain"]["displayed"] == 2.25
    cell = cell_of(outcome.notebook("autograded", "plain", "rules", "rules.ipynb"), "displayed")
    assert [output.output_type for output in cell.outputs] == ["display_data", "execute_result"]
    bundle = cell.outputs[0].data
    told = bundle["application/vnd.nongju.mark+json"]
    assert (told["points"], told["learner"]) == (2.25, "wang")
    assert "<script>" not in bundle["text/html"]
    assert cell.outputs[1].data["text/plain"] == "2.25"
