"""The model learner: each week filled in by hand in a browser, handed in, marked by stock nbgrader.

With NONGJU_WRITE_CLASSROOM set (`make classroom`) what was filled in becomes the model hand-in of
tests/sample_class/<week>; otherwise it is compared with that one.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.accessible import SHELL, serious_findings
from tests.sample_class.make_classroom import weeks

pytestmark = pytest.mark.browser

WEEKS = weeks()
MODEL = "wang-li"
CLASSROOM = Path(__file__).parents[1] / "sample_class"
SAVED = "2026-11-10T20:30:00+08:00"
"""Time that stands in the kept model answers, so that a rebuilt file differs only where an answer does."""


def run(course: Path, *command: str) -> str:
    """What a command printed; it must end with 0."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=course,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def nongju(course: Path, *arguments: str) -> str:
    return run(course, "-c", "from nongju.cli import main; main()", *arguments)


def automatic_points(course: Path, week: str, learner: str) -> dict[str, tuple[float, float]]:
    """Automatic points that a learner got and could get in each graded cell of the worksheets."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        return {
            f"{notebook.name}/{grade.name}": (grade.auto_score, grade.max_score)
            for notebook in book.find_submission(week, learner).notebooks
            if notebook.name.startswith("worksheet")
            for grade in notebook.grades
            if grade.cell.cell_type == "code"
        }


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_filled_in_by_hand_comes_back_after_a_reload_and_earns_every_automatic_point(
    week: str,
    course: Path,
    asked_in: Callable[[str], list[Any]],
    open_lab: Callable[..., Any],
    sit_down: Callable[[], Any],
    hands: Callable[..., None],
    tmp_path: Path,
) -> None:
    asked = asked_in(week)
    wanted = {f"{form.question.key}.{one.key}" for form in asked for one in form.wanted}
    spare = {f"{form.question.key}.{one.key}" for form in asked for one in form.question.fields} - wanted
    for evening, notebook in enumerate(dict.fromkeys(form.notebook for form in asked), start=1):
        lab = open_lab(course, week, MODEL, evening)
        assert lab.said[0].startswith("正在打开"), "coming back finds the sheet as it was"
        watched = sit_down().open(lab.address)
        watched.picture(tmp_path / f"{evening}-opened.png")
        for form in asked:
            if form.notebook == notebook:
                hands(watched, form, MODEL)
                watched.picture(tmp_path / f"{evening}-{form.question.key}.png")
        before = watched.values()
        assert {key for key, value in before.items() if not value} == spare & before.keys()
        variant = watched.page.locator(".nj-form").count()
        watched.page.reload()
        watched.ready(variant)
        assert watched.values() == before
        ours, shell = serious_findings(watched.page)
        assert ours == []
        assert shell <= SHELL
        shown = watched.page.inner_text("body").replace(MODEL, "")
        assert set(re.findall("[A-Za-z]{3,}", shown)) <= {"tou"}, "藠头（jiào tou）alone is spelt out"

    own = course / "learners" / MODEL / week
    filled = json.loads((own / "answers.json").read_text("utf-8"))
    wanted |= {key.replace(".best", ".setting") for key in wanted if key.endswith(".best")}
    assert wanted == {key for key in filled["answers"] if not key.partition(".")[2].startswith("_")}

    packed = nongju(course, "hand-in", week, "--folder", str(own), "--to", str(tmp_path)).strip()
    nongju(course, "release", week)
    nongju(course, "collect", week, packed.rpartition("：")[2])
    run(course, "-m", "nbgrader", "autograde", week)
    points = automatic_points(course, week, MODEL)
    assert points
    assert {cell: got for cell, (got, most) in points.items() if got != most} == {}

    for entry in filled["answers"].values():
        entry["saved"] = SAVED
    text = json.dumps(filled, ensure_ascii=False, indent=1) + "\n"
    kept = CLASSROOM / week / "model-answers.json"
    if os.environ.get("NONGJU_WRITE_CLASSROOM"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, "utf-8", newline="\n")
    assert kept.read_text("utf-8") == text, f"{week}/{kept.name} is stale: make classroom"
