"""`nongju grade` against `nbgrader autograde` on the same hand-ins: `make bench-grading`.

Both sides are whole commands, started cold, in one run, on two courses:

    pricing   the week pricing-margin of this repository, handed in by copies of the sample class
    pandas    a course as anybody writes it: 12 cells, pandas, hidden tests

Stock nbgrader marks a part of the hand-ins (`--stock`, 40 unless told). Its start, some 7 s of imports, is
taken from a run over one hand-in, so that a short run does not count it against nbgrader: what it would take
for all is start + hand-ins x the time of each further one. Ours marks all of them. The marks of the hand-ins
that both marked are compared, every grade of every cell; one that differs fails the run.

Memory is the sum of the proportional set sizes (PSS) of the command and all its children, sampled every
50 ms in a run of its own: reading it takes time on the cores that are timed.

The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from time import perf_counter
from typing import Any

import nbformat
import psutil
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

WEEK = "pricing-margin"
"""The week of this repository that is marked."""

DAMAGED = {"hu-ying", "guo-jing", "he-mei"}
"""Sample learners whose hand-in is broken: nbgrader leaves some of their notebooks out."""

SAMPLE_S = 0.05
"""Seconds between two looks at memory."""

STOCK_CONFIG = "from nongju.classroom import configure\n\nc = get_config()\nconfigure(c)\n"
"""nbgrader_config.py of the stock side: the course's settings without our executor."""


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def pricing(folder: Path, count: int) -> list[Path]:
    """The week pricing-margin with `count` hand-ins, copies of the sound ones of the sample class.

    Each copy is marked on the scenes that its learner saw, as many right and wrong as in a class.
    """
    from nongju.building.register import register
    from nongju.classroom.collecting.collect import collect
    from nongju.course.layout import Course
    from nongju.course.roster import Roster

    samples = folder.parent / "samples"
    for root in (folder, samples):
        for stage in ("source", "release"):
            shutil.copytree(ROOT / stage / WEEK, root / stage / WEEK)
        (root / "nbgrader_config.py").write_text(STOCK_CONFIG)
    register(Course(folder), WEEK)
    zips = sorted((ROOT / "tests" / "sample_class" / "pricing-margin").glob("*.zip"))
    collect(Course(samples), WEEK, zips, roster=Roster({}))
    people = sorted(path for path in (samples / "submitted").iterdir() if path.name not in DAMAGED)
    made = []
    for number in range(count):
        learner = f"learner-{number:05d}"
        target = folder / "submitted" / learner / WEEK
        person = people[number % len(people)]
        shutil.copytree(person / WEEK, target)
        for name in ("answers.json", "nongju-notes.json"):
            if (target / name).exists():
                data = json.loads((target / name).read_text(encoding="utf-8"))
                data |= {"learner": learner} | ({"scene": person.name} if name == "answers.json" else {})
                (target / name).write_text(json.dumps(data, ensure_ascii=False))
        made.append(target)
    return made


def _nbgrader(name: str, **own: Any) -> dict[str, Any]:
    base = {"schema_version": 3, "grade_id": name, "grade": False, "solution": False, "locked": False}
    return {"nbgrader": {**base, "task": False, **own}}


def _task(name: str, wrong: str, right: str, test: str, hidden: str) -> list[Any]:
    """A function to write and the cell that tests it; `wrong` is what some learners write."""
    solution = new_code_cell(
        f"### BEGIN SOLUTION\n{right}\n### END SOLUTION", metadata=_nbgrader(name, solution=True)
    )
    solution.metadata["wrong"] = wrong
    text = f"{test}\n### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    return [
        solution,
        new_code_cell(text, metadata=_nbgrader(f"{name}-test", grade=True, locked=True, points=2)),
    ]


SALES = """import pandas as pd
products = ["bacon", "orange", "bacon", "tea"] * 25
sales = pd.DataFrame({"product": products, "jin": range(100), "price": 20.0})"""

TASKS = [
    _task("total", "def total(t):\n    return t.price.sum()",
          "def total(t):\n    return (t.jin * t.price).sum()",
          "assert total(sales) > 0", "assert total(sales) == 99000.0"),
    _task("by_product", "def by_product(t):\n    return t.groupby('product').jin.mean()",
          "def by_product(t):\n    return t.groupby('product').jin.sum()",
          "assert len(by_product(sales)) == 3", "assert by_product(sales)['bacon'] == 2450"),
    _task("best", "def best(t):\n    return t['product'].max()",
          "def best(t):\n    return t.groupby('product').jin.sum().idxmax()",
          "assert isinstance(best(sales), str)", "assert best(sales) == 'bacon'"),
    _task("wide", "def wide(t):\n    return t",
          "def wide(t):\n    return t.assign(half=t.jin % 2).pivot_table('jin', 'product', 'half', 'sum')",
          "assert wide(sales) is not None", "assert list(wide(sales).columns) == [0, 1]"),
]  # fmt: skip


def pandas_week(folder: Path, count: int) -> list[Path]:
    """A released 12-cell pandas notebook, handed in `count` times; every third gets something wrong."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    cells = [new_markdown_cell("# Sales"), new_code_cell(SALES), new_code_cell("sales.head()")]
    cells += [cell for task in TASKS for cell in task]
    cells.append(new_code_cell("by_product(sales)"))
    assert len(cells) == 12
    notebook = new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    (folder / "source" / "sales").mkdir(parents=True)
    nbformat.write(notebook, folder / "source" / "sales" / "sales.ipynb")
    (folder / "nbgrader_config.py").write_text("c = get_config()\n")
    config = Config()
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.assignment_id = "sales"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        GenerateAssignment(coursedir=CourseDirectory(config=config), config=config).start()
    released = nbformat.read(folder / "release" / "sales" / "sales.ipynb", as_version=4)
    made = []
    for number in range(count):
        target = folder / "submitted" / f"learner-{number:05d}" / "sales"
        target.mkdir(parents=True)
        turn = 0
        for cell in released.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                right = "\n".join(TASKS[turn][0].source.splitlines()[1:-1])
                cell.source = (
                    TASKS[turn][0].metadata["wrong"] if number % 3 == 1 and turn == number % 4 else right
                )
                turn += 1
        nbformat.write(released, target / "sales.ipynb")
        made.append(target)
    return made


def part(course: Path, where: Path, hand_ins: list[Path], plug: str) -> Path:
    """A copy of the course with some of its hand-ins, and `plug` in its config."""
    shutil.copytree(course, where, ignore=lambda folder, _: ["submitted"] if Path(folder) == course else [])
    for path in hand_ins:
        shutil.copytree(path, where / path.relative_to(course))
    if plug:
        with (where / "nbgrader_config.py").open("a") as config:
            config.write(plug)
    return where


def timed(course: Path, *command: str) -> float:
    """Wall seconds of a whole command in a course's folder.

    Raises:
        SystemExit: it failed.
    """
    with (course / "said.txt").open("w") as said:
        started = perf_counter()
        done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=course, stdout=said,
                              stderr=subprocess.STDOUT, check=False)  # fmt: skip
        seconds = perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{(course / 'said.txt').read_text()[-2000:]}")
    return seconds


def marks(course: Path) -> dict[tuple[str, str, str], tuple[float | None, bool]]:
    """Every grade of the gradebook."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        return {
            (submission.student.id, notebook.name, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for assignment in book.assignments
            for submission in assignment.submissions
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def pss_mb(root: psutil.Process) -> float:
    """Proportional set size of a process and all below it, megabytes."""
    total = 0
    try:
        family = [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0.0
    for process in family:
        try:
            for line in Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except (OSError, ValueError):  # it ended while it was looked at
            continue
    return total / 1024


def watched(course: Path, *command: str) -> tuple[float, list[float]]:
    """Peak and course of memory while a command runs, megabytes."""
    sizes = []
    with (course / "said.txt").open("w") as said, subprocess.Popen(
        [str(BIN / command[0]), *command[1:]], cwd=course, stdout=said, stderr=subprocess.STDOUT
    ) as process:  # fmt: skip
        root = psutil.Process(process.pid)
        while process.poll() is None:
            sizes.append(pss_mb(root))
            try:
                process.wait(SAMPLE_S)
            except subprocess.TimeoutExpired:
                continue
    return max(sizes), sizes


def compare(
    name: str, course: Path, hand_ins: list[Path], stock_count: int, folder: Path
) -> tuple[float, Path]:
    """Both sides on one course; how many times the throughput ours has, and our side's folder."""
    week = hand_ins[0].name
    first = timed(part(course, folder / "one", hand_ins[:1], ""), "nbgrader", "autograde", week)
    theirs = part(course, folder / "stock", hand_ins[:stock_count], "")
    seconds = timed(theirs, "nbgrader", "autograde", week)
    each = (seconds - first) / (stock_count - 1)
    stock_all = first + each * (len(hand_ins) - 1)
    mine = part(course, folder / "ours", hand_ins, "")
    say(f"{name}: nbgrader autograde, {stock_count} hand-ins: {seconds:.1f} s, {each:.2f} s each further one")
    own = timed(mine, "nongju", "grade", week, "--workers", "2")
    expected, found = marks(theirs), marks(mine)
    different = {key: (expected[key], found.get(key)) for key in expected if expected[key] != found.get(key)}
    if different or len({key[0] for key in found}) != len(hand_ins):
        raise SystemExit(f"{name}: the marks differ: {different}")
    count = len(hand_ins)
    say(f"{name}: nongju grade, {count} hand-ins: {own:.1f} s, {own / count:.3f} s each")
    say(f"{name}: {len(expected)} marks compared, the same; {stock_all / own:.1f} times the throughput")
    return stock_all / own, mine


def many(folder: Path, count: int) -> None:
    """`--many N`: peak memory over the course of a run over N hand-ins, quarter by quarter."""
    course = folder / "many"
    pricing(course, count)
    started = perf_counter()
    _, sizes = watched(course, "nongju", "grade", WEEK, "--workers", "2", "--json")
    seconds = perf_counter() - started
    said = json.loads((course / "said.txt").read_text().splitlines()[-1])
    quarter = len(sizes) // 4
    peaks = [round(max(sizes[turn * quarter : (turn + 1) * quarter])) for turn in range(4)]
    say(f"{said['graded']} of {count} hand-ins graded in {seconds:.0f} s; peak MB by quarter: {peaks}")
    say(json.dumps({"hand_ins": said["graded"], "seconds": round(seconds), "peak_mb_by_quarter": peaks}))


def main() -> None:
    """Both courses, both sides; the last line is JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hand-ins", type=int, default=200, help="hand-ins of each course")
    parser.add_argument("--stock", type=int, default=40, help="hand-ins that stock nbgrader marks")
    parser.add_argument("--only", choices=["pricing", "pandas"], help="one course alone")
    parser.add_argument("--many", type=int, help="instead: flat memory over this many hand-ins of ours")
    options = parser.parse_args()
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ['PATH']}"  # nbgrader runs the program alembic
    with tempfile.TemporaryDirectory(prefix="nongju-bench-") as name:
        folder = Path(name)
        if options.many:
            many(folder, options.many)
            return
        figures: dict[str, float] = {}
        peaks = []
        for course, make in (("pricing", pricing), ("pandas", pandas_week)):
            if options.only not in (None, course):
                continue
            hand_ins = make(folder / course / "course", options.hand_ins)
            ratio, mine = compare(
                course, folder / course / "course", hand_ins, options.stock, folder / course
            )
            figures[f"ratio_{course}"] = round(ratio, 1)
            peak, _ = watched(mine, "nongju", "grade", hand_ins[0].name, "--workers", "2", "--force")
            say(f"{course}: peak {peak:.0f} MB PSS")
            peaks.append(peak)
        figures["peak_mb"] = round(max(peaks))
        say(json.dumps(figures))


if __name__ == "__main__":
    main()
