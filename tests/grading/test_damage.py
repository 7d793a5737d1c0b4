"""Damaged notebooks: every learner gets a row, a mark for what can be marked, and a sentence."""

import json
from typing import Any

import course_kit as kit
import nbformat
import pytest

SQUARE = "def sq(x):\n    return x * x"
FULL, NOTHING, UNMARKED = (2.0, 1.0), (0.0, 0.0), (None, None)


def _load(path):
    return json.loads(path.read_text())


def _save(path, nb):
    path.write_text(json.dumps(nb))


def cells(change):
    """Damage done to the list of cells."""

    def damage(path):
        nb = _load(path)
        change(nb["cells"])
        _save(path, nb)

    return damage


def raw(change):
    """Damage done to the bytes of the file."""

    def damage(path):
        path.write_bytes(change(path.read_bytes()))

    return damage


def at(found: list[Any], name: str) -> int:
    return next(
        i for i, cell in enumerate(found) if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


def twice(name, change=lambda cell: None):
    def damage(found):
        extra = json.loads(json.dumps(found[at(found, name)]))
        extra["id"] = "copied"
        change(extra)
        found.insert(at(found, name), extra)

    return cells(damage)


def without(*names):
    def damage(found):
        for name in names:
            del found[at(found, name)]

    return cells(damage)


def meta(name, **values):
    def damage(found):
        found[at(found, name)]["metadata"]["nbgrader"].update(values)

    return cells(damage)


def dropped(name, *keys):
    def damage(found):
        for key in keys:
            del found[at(found, name)]["metadata"]["nbgrader"][key]

    return cells(damage)


def source(name, text):
    def damage(found):
        found[at(found, name)]["source"] = text

    return cells(damage)


def retyped(name, kind):
    def damage(found):
        cell = found[at(found, name)]
        cell["cell_type"] = kind
        for key in ("outputs", "execution_count"):
            cell.pop(key, None)
        if kind == "code":
            cell.update(outputs=[], execution_count=None)

    return cells(damage)


def split(found):
    place = at(found, "sq")
    second = json.loads(json.dumps(found[place]))
    found[place]["source"] = "def sq(x):"
    second.update(source="    return x * x", id="second")
    second["metadata"] = {}
    found.insert(place + 1, second)


def kernelspec(value):
    def damage(path):
        nb = _load(path)
        nb["metadata"] = value
        _save(path, nb)

    return damage


def version_three(path):
    nb = nbformat.convert(nbformat.read(path, as_version=4), 3)
    path.write_text(json.dumps(nb))


def renamed(path):
    path.rename(path.with_name("我的作业.ipynb"))


def other_week(path):
    nb = _load(path)
    nb["cells"] = [{"cell_type": "markdown", "metadata": {}, "source": "another week", "id": "a"}]
    _save(path, nb)


def large_output(path):
    nb = _load(path)
    nb["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 30_000_000}]
    _save(path, nb)


def very_large(path):
    with path.open("ab") as out:
        out.truncate(101 * 1024 * 1024)


# name: (damage, marks of the two tests, whether a sentence is due)
CORPUS = {
    "sound": (lambda path: None, FULL, False),
    "test-twice": (twice("sq-visible"), FULL, False),
    "answer-twice": (twice("sq", lambda cell: cell.update(source="def sq(x): return 0")), FULL, False),
    "same-cell-id": (twice("sq-visible", lambda cell: cell.update(id="cell-2")), FULL, False),
    "answer-split": (cells(split), NOTHING, False),
    "test-deleted": (without("sq-hidden"), (2.0, None), False),
    "answer-deleted": (without("sq"), NOTHING, False),
    "all-deleted": (without("sq", "sq-visible", "sq-hidden", "why"), UNMARKED, False),
    "test-rewritten": (source("sq-visible", "pass"), FULL, False),
    "test-emptied": (source("sq-hidden", ""), FULL, False),
    "test-to-markdown": (retyped("sq-visible", "markdown"), FULL, False),
    "answer-to-markdown": (retyped("sq", "markdown"), FULL, False),
    "answer-to-raw": (retyped("sq", "raw"), FULL, False),
    "text-to-code": (retyped("why", "code"), FULL, False),
    "reversed": (cells(lambda found: found.reverse()), NOTHING, False),
    "points-raised": (meta("sq-visible", points=100), FULL, False),
    "points-lost": (dropped("sq-visible", "points"), FULL, True),
    "grade-lost": (dropped("sq-visible", "grade"), FULL, True),
    "schema-lost": (dropped("sq-visible", "schema_version"), FULL, True),
    "schema-old": (meta("sq-visible", schema_version=1), FULL, True),
    "schema-new": (meta("sq-visible", schema_version=99), FULL, True),
    "nbgrader-emptied": (cells(lambda found: found[at(found, "sq-visible")]["metadata"].update(nbgrader={})), FULL, True),  # noqa: E501
    "unlocked": (meta("sq-visible", locked=False), FULL, False),
    "unknown-id": (meta("sq", grade_id="other"), FULL, False),
    "id-a-number": (meta("sq-visible", grade_id=7), None, False),
    "metadata-stripped": (cells(lambda found: [cell.update(metadata={}) for cell in found]), UNMARKED, False),
    "truncated": (raw(lambda data: data[: len(data) // 2]), UNMARKED, True),
    "empty-file": (raw(lambda data: b""), UNMARKED, True),
    "not-json": (raw(lambda data: "这是一封信".encode()), UNMARKED, True),
    "html-page": (raw(lambda data: b"<!DOCTYPE html><html></html>"), UNMARKED, True),
    "binary": (raw(lambda data: bytes(range(256)) * 50), UNMARKED, True),
    "json-list": (raw(lambda data: b"[1, 2, 3]"), UNMARKED, True),
    "no-cells": (raw(lambda data: b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'), UNMARKED, False),  # noqa: E501
    "cells-a-number": (raw(lambda data: b'{"cells": 3, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'), UNMARKED, True),  # noqa: E501
    "deep": (raw(lambda data: b"[" * 100_000), UNMARKED, True),
    "crlf": (raw(lambda data: data.replace(b"\n", b"\r\n")), FULL, False),
    "bom": (raw(lambda data: b"\xef\xbb\xbf" + data), FULL, True),
    "nbformat-3": (version_three, None, False),
    "kernel-absent": (kernelspec({"kernelspec": {"name": "nosuch", "display_name": "?"}}), FULL, False),
    "kernel-missing": (kernelspec({}), FULL, False),
    "kernel-r": (kernelspec({"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}), FULL, False),  # noqa: E501
    "renamed": (renamed, NOTHING, True),
    "missing": (lambda path: path.unlink(), NOTHING, True),
    "other-week": (other_week, UNMARKED, False),
    "large-output": (large_output, FULL, False),
    "hundred-megabytes": (very_large, UNMARKED, True),
    "王小丽": (lambda path: None, FULL, False),
}  # fmt: skip


@pytest.fixture(scope="module")
def graded(walled, small_release, tmp_path_factory):
    course = small_release.copy(tmp_path_factory.mktemp("damage") / "course")
    for name, (damage, _, _) in CORPUS.items():
        damage(course.hand_in(name, {"one.ipynb": {"sq": SQUARE}}) / "one.ipynb")
    course.summary = {item.learner: item for item in course.grade(workers=2).hand_ins}
    course.found = kit.rows(course.db_url)
    return course


def test_the_corpus_is_large_enough():
    assert len(CORPUS) >= 30


@pytest.mark.parametrize("name", CORPUS)
def test_every_learner_has_rows(graded, name):
    assert f"{name}/one/sq-visible" in graded.found
    assert f"{name}/one/why" in graded.found


@pytest.mark.parametrize("name", [name for name, (_, marks, _) in CORPUS.items() if marks is not None])
def test_what_can_be_marked_is_marked(graded, name):
    marks = tuple(graded.found[f"{name}/one/{cell}"][0] for cell in ("sq-visible", "sq-hidden"))
    assert marks == CORPUS[name][1]


@pytest.mark.parametrize("name", [name for name, (_, _, told) in CORPUS.items() if told])
def test_a_sentence_says_what_was_wrong(graded, name):
    said = [note for note in graded.summary[name].notes if not note.startswith("有 ")]
    assert said
    assert graded.summary[name].needs_person


@pytest.mark.parametrize("name", CORPUS)
def test_whoever_could_not_be_graded_is_reported_as_such(graded, name):
    marks = [graded.found[f"{name}/one/{cell}"][0] for cell in ("sq-visible", "sq-hidden")]
    if not graded.summary[name].graded:
        assert marks == [None, None]
