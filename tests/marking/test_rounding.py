"""Every result on the way is rounded as a person writes it down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.marking.rounding import Rounded, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (22.5806, 2, 22.58),
        (22.5806, 1, 22.6),
        (22.5806, 0, 23),
        (2.675, 2, 2.68),
        (-2.675, 2, -2.68),
        (0.006, 2, 0.006),
        (0.62, 1, 0.62),
        (1 / 3, 2, 0.33),
        (1 / 3, 1, 0.33),
        (0.0, 2, 0.0),
    ],
)
def test_from_one_up_digits_count_and_below_it_figures(value, decimals, written):
    assert rounded(value, decimals) == pytest.approx(written, abs=1e-12)


def test_each_operation_is_rounded_and_the_result_goes_on_as_such():
    a = Rounded.of(10, 2)
    third = a / 3
    assert third == 3.33
    assert third * 3 == 9.99
    assert 10 - third == 6.67
    assert type(abs(-third) + 1) is Rounded


def test_words_and_truths_are_no_numbers():
    assert Rounded.of("甲", 2) == "甲"
    assert Rounded.of(True, 2) is True


@given(st.floats(-1e6, 1e6), st.integers(0, 3))
def test_what_is_written_down_lies_within_half_a_digit(value, decimals):
    assert abs(rounded(value, decimals) - value) <= 0.5 * 10**-decimals + 1e-6
