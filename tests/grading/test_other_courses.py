"""Generated courses in the shapes of public ones: stock nbgrader and ours give the same rows and outputs."""

import course_kit as kit
import pytest
from courses import course_of, display, environment, folders, language

from nongju.grading.differences import DIFFERENCES

LONG_NAME = "a very long name of a notebook (2026) – 第一周 [draft] " + "x" * 80

COURSES = {
    "language": {"classes": language.CLASSES, "checked": language.CHECKED, "tasks": language.TASKS,
                 "warnings": language.WARNINGS, "state": language.STATE, "many": language.MANY},
    "processes": {"threads": language.THREADS, "processes": language.PROCESSES},
    "display": {"inline-first": display.INLINE_FIRST, "inline-later": display.INLINE_LATER,
                "pylab": display.PYLAB, "tables": display.TABLES, "mime": display.MIME,
                "widgets": display.WIDGETS, "long": display.LONG},
    "folders": {"modules": folders.MODULES, "modules-2": folders.WRITTEN},
    "one after the other": {"later-1": folders.LEAVES, "later-2": folders.FINDS, "later-3": folders.LAST,
                            LONG_NAME: folders.LAST},
}  # fmt: skip
"""Notebooks by name, for each course."""


def graded_by_all(shapes, folder):
    """The course graded by stock nbgrader, by our engine and by stock nbgrader with our plug-in.

    Each in the same place: cells print where they are.
    """
    released = course_of(shapes, folder / "released")
    theirs = released.copy(folder / "course")
    assert theirs.stock_autograde()
    theirs.root.rename(folder / "stock")
    ours = released.copy(folder / "course")
    assert all(hand_in.graded for hand_in in ours.grade(workers=2).hand_ins)
    ours.root.rename(folder / "engine")
    assert released.copy(folder / "course").plugged().stock_autograde()
    return kit.Course(folder / "stock"), kit.Course(folder / "engine"), kit.Course(folder / "course")


@pytest.fixture(scope="module", params=COURSES)
def graded(request, walled, tmp_path_factory):
    """One course, graded by stock nbgrader first and then by us in both ways."""
    return graded_by_all(COURSES[request.param], tmp_path_factory.mktemp("course"))


def test_every_row_is_the_same(graded):
    stock, *ours = graded
    for course in ours:
        assert kit.rows(course.db_url) == kit.rows(stock.db_url), course.root.name


def test_every_output_is_the_same(graded):
    stock, *ours = graded
    expected = kit.graded_notebooks(stock)
    for course in ours:
        found = kit.graded_notebooks(course)
        assert found.keys() == expected.keys()
        for name in expected:
            for place, (cell, other) in enumerate(zip(found[name], expected[name], strict=True)):
                assert cell == other, f"{course.root.name}: {name}, cell {place}"


@pytest.fixture(scope="module")
def lines(walled, tmp_path_factory):
    """What the notebook that looks around prints, on both sides: line by line, and the cells below."""
    theirs, ours, _ = graded_by_all(
        {"environment": environment.ENVIRONMENT}, tmp_path_factory.mktemp("environment")
    )

    def printed(course):
        cells = kit.graded_notebooks(course)["li/wk/environment.ipynb"][1:]
        looked = cells[: len(environment.SEEN)]
        text = "".join(output["text"] for cell in looked for output in cell["outputs"])
        seen = dict(line.split(" = ", 1) for line in text.splitlines())
        return seen, cells[len(looked) :]

    return printed(theirs), printed(ours)


def test_a_cell_sees_the_environment_that_a_kernel_has(lines):
    (expected, _), (found, _) = lines
    assert set(found) == set(expected) == {what for asked in environment.SEEN.values() for what in asked}
    different = {what for what in expected if found[what] != expected[what]}
    assert different - set(environment.MEANT) == set()
    assert not [what for what in expected if "Error: " in expected[what]]


def test_magics_that_look_around_see_the_same(lines):
    (_, expected), (_, found) = lines
    assert found == expected


def test_what_may_differ_in_the_environment_has_its_reason_in_the_list():
    names = {difference.name for difference in DIFFERENCES}
    assert {row for row in environment.MEANT.values() if row} <= names
    assert set(environment.MEANT) <= {what for asked in environment.SEEN.values() for what in asked}
