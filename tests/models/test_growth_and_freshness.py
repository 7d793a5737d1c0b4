"""Growth and freshness against published values and the teaching notes' computed keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.models import freshness, growth


def test_bass_peak_of_the_average_coefficients():
    when, share = growth.bass_peak(0.03, 0.38)
    assert when == pytest.approx(6.1926, abs=1e-4)
    assert share == pytest.approx(0.11059, abs=1e-5)
    assert growth.bass_share(when, 0.03, 0.38) == pytest.approx(0.46053, abs=1e-5)


@given(st.floats(0.001, 0.5), st.floats(0, 1), st.floats(0, 50), st.floats(0, 50))
def test_adoption_never_falls_and_never_passes_all(p, q, earlier, wait):
    before, after = growth.bass_share(earlier, p, q), growth.bass_share(earlier + wait, p, q)
    assert 0 <= before <= after + 1e-12
    assert after <= 1


def test_stages_of_one_ten_and_fifty_tonnes_in_five_jin_boxes():
    assert [growth.boxes_per_year(t, 5) for t in (1, 10, 50)] == [400, 4000, 20000]


def test_the_stages_are_one_eleven_and_fifty_five_boxes_a_day():
    daily = [growth.boxes_a_day(t, 5, 365) for t in (1, 10, 50)]
    assert daily == pytest.approx([1.1, 11, 55], abs=0.25)
    assert growth.boxes_a_day(10, 5, 30) == pytest.approx(133.33, abs=0.01)


def test_the_slowest_step_says_which_stage_is_reached():
    steps = [40, 25, 60, 12]  # boxes a day: sorted, packed, fetched by the courier, ordered
    carried = growth.tonnes_carried(steps, 5, 365)
    assert carried == pytest.approx(12 * 365 * 5 / 2000)
    assert growth.stage_reached(carried, [1, 10, 50]) == 2
    assert [growth.stage_reached(t, [1, 10, 50]) for t in (0, 0.9, 1, 50, 99)] == [0, 0, 1, 3, 3]


@given(st.floats(0, 1000), st.floats(0.5, 50), st.floats(1, 365))
def test_what_a_days_boxes_carry_in_a_season_is_the_harvest(tonnes, jin, days):
    daily = growth.boxes_a_day(tonnes, jin, days)
    assert growth.tonnes_carried([daily, daily + 1], jin, days) == pytest.approx(tonnes)


def test_five_weeks_of_orders_when_sixteen_jin_a_week_are_left():
    assert growth.days_to_clear(40, 8) == 5


def test_a_thousand_fans_at_a_hundred_each():
    assert growth.fans_needed(100_000, 100) == 1000


def test_losses_of_three_legs_compound():
    assert 1 - freshness.left_after_legs([0.05, 0.05, 0.10]) == pytest.approx(0.18775)


def test_waiting_two_months_costs_more_than_the_higher_price_brings():
    assert freshness.waiting_value(1.30, 0.06, 2, 0.04) == pytest.approx(1.06868)
    assert freshness.price_worth_waiting(1.10, 0.06, 2, 0.04) == pytest.approx(1.3354, abs=1e-4)


@given(st.floats(0, 10), st.floats(0, 0.99), st.floats(0, 24), st.floats(0, 1))
def test_at_the_price_worth_waiting_for_it_makes_no_difference(now, lost, periods, storage):
    later = freshness.price_worth_waiting(now, lost, periods, storage)
    assert freshness.waiting_value(later, lost, periods, storage) == pytest.approx(now, abs=1e-6)


def test_ten_degrees_double_the_rate():
    assert freshness.rate_at(0.03, 10, 20) == pytest.approx(0.06)
    assert freshness.rate_at(0.03, 10, 0, q10=3) == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("picked_at", "transit", "best"), [(0.5, 2, 0.7), (0.5, 5, 1.0), (0.9, 5, 0.0), (1.0, 0, 1.0)]
)
def test_fruit_arrives_hard_ripe_or_spoiled(picked_at, transit, best):
    assert freshness.edible_when_delivered(picked_at, 0.1, transit, 3) == pytest.approx(best)


@pytest.mark.parametrize(
    "call",
    [
        lambda: growth.boxes_per_year(-1, 5),
        lambda: growth.boxes_per_year(1, 0),
        lambda: growth.days_to_clear(10, 0),
        lambda: growth.boxes_a_day(1, 5, 0),
        lambda: growth.tonnes_carried([], 5, 30),
        lambda: growth.tonnes_carried([-1], 5, 30),
        lambda: growth.tonnes_carried([1], 0, 30),
        lambda: growth.tonnes_carried([1], 5, -1),
        lambda: growth.stage_reached(-1, [1]),
        lambda: growth.stage_reached(1, [10, 1]),
        lambda: growth.bass_share(-1, 0.03, 0.38),
        lambda: growth.bass_share(1, 0, 0.38),
        lambda: growth.bass_share(1, 0.03, -1),
        lambda: growth.bass_peak(0.5, 0.4),
        lambda: growth.fans_needed(1000, 0),
        lambda: growth.fans_needed(-1, 1),
        lambda: freshness.left_after(1.1, 1),
        lambda: freshness.left_after(0.1, -1),
        lambda: freshness.rate_at(-0.1, 10, 10),
        lambda: freshness.rate_at(0.1, 10, 10, q10=0),
        lambda: freshness.waiting_value(-1, 0.1, 1, 0),
        lambda: freshness.price_worth_waiting(1, 1, 1, 0),
        lambda: freshness.edible_when_delivered(2, 0.1, 1, 1),
        lambda: freshness.edible_when_delivered(0.5, 0, 1, 1),
    ],
)
def test_settings_that_make_no_sense_are_refused(call):
    with pytest.raises(ValueError, match=r"must|no |nobody|nothing|needs|adoption"):
        call()
