"""Limits as nbgrader_config.py gives them."""

import pytest

from nongju.grading.limits import Limits


@pytest.mark.parametrize("value", [0, -1])
def test_a_limit_is_above_nothing(value):
    with pytest.raises(ValueError, match="memory_mb"):
        Limits.from_json({"memory_mb": value})


def test_a_limit_that_does_not_exist_is_named():
    with pytest.raises(ValueError, match="memory"):
        Limits.from_json({"memory": 3})


def test_limits_come_out_of_json_as_they_went_in():
    assert Limits.from_json(Limits(processes=7).to_json()) == Limits(processes=7)
