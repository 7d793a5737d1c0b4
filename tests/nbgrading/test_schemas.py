"""What nbgrader asks for again and again is compiled once, and nothing piles up over a class."""

import gc
import weakref

import jsonschema
import pytest

from nongju.nbgrading.schemas import MOST_TEXTS, validate


class Schema(dict):
    """A schema whose end can be seen."""


def text_only():
    return Schema(type="object", properties={"grade_id": {"type": "string"}})


def test_a_schema_read_anew_for_every_notebook_does_not_stay():
    first = text_only()
    seen = weakref.ref(first)
    validate({"grade_id": "p1"}, first)
    del first
    for _ in range(MOST_TEXTS):
        validate({"grade_id": "p1"}, text_only())
    gc.collect()
    assert seen() is None


def test_what_does_not_follow_a_schema_is_refused_each_time():
    for _ in range(2):
        with pytest.raises(jsonschema.ValidationError):
            validate({"grade_id": 1}, text_only())
