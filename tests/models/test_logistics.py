"""The road to the buyer against published figures, and by what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.models import freshness, logistics, pricing

#            packing box  room first step step_kg days lost
PLAIN_BOX = [2.0, 0.4, 0.0, 4.0, 1.5, 1.0, 3.0, 0.03]
COLD_BOX = [6.0, 1.1, 0.0, 9.0, 2.0, 1.0, 1.0, 0.01]


def test_county_days_and_the_township_leg_add_up_to_the_essays_four_to_seven():
    assert logistics.days_to_buyer([[3, 5], [1, 2]]) == [4, 7]


@pytest.mark.parametrize(
    ("sides", "kilogram"),
    [((30, 50, 50), 15), ((25, 30, 15), 2.25), ((30, 25, 20), 3)],
    ids=["Ecoparcel, chargeable weight rules", "ParcelPal, what is volumetric weight", "Skynet, DIM weight"],
)
def test_carriers_published_examples_of_volumetric_weight(sides, kilogram):
    assert logistics.volumetric_weight(*sides, 5000) == pytest.approx(kilogram)


def test_room_is_billed_only_where_it_is_more_than_the_scale():
    by_scale = logistics.sending_cost(5, PLAIN_BOX)
    assert by_scale == 2 + pricing.parcel_freight(5, 0.4, 4, 1.5)
    assert logistics.sending_cost(5, [*PLAIN_BOX[:2], 2.25, *PLAIN_BOX[3:]]) == by_scale
    assert logistics.sending_cost(5, [*PLAIN_BOX[:2], 15.0, *PLAIN_BOX[3:]]) == 2 + pricing.freight(
        15, 4, 1.5
    )


def test_loquats_to_beijing_leave_sixteen_yuan_of_a_hundred_for_five_jin():
    # Report of 14 July 2018: price about 100 yuan, box and freight about 84.
    courier = [84.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 0.0]
    assert 5 * logistics.home_per_jin(5, 20, 0, courier) == pytest.approx(16)


def test_twelve_kilogram_of_lychees_to_the_north_cost_more_to_send_than_they_fetch():
    # Undated report: freight 168 yuan for 78 yuan of fruit; no price at the door is beaten.
    courier = [0.0, 0.0, 0.0, 168.0, 0.0, 0.0, 4.0, 0.0]
    assert logistics.best_way(24, 78 / 24, 0, [courier], 0) == -1
    assert 24 * logistics.home_per_jin(24, 78 / 24, 0, courier) == pytest.approx(78 - 168)


def test_cheap_fruit_goes_in_the_plain_box_and_dear_fruit_in_the_cold_one():
    turning = logistics.price_for_better_way(5, 0.02, COLD_BOX, PLAIN_BOX)
    assert logistics.best_way(5, turning - 0.01, 0.02, [PLAIN_BOX, COLD_BOX], -99) == 0
    assert logistics.best_way(5, turning + 0.01, 0.02, [PLAIN_BOX, COLD_BOX], -99) == 1


share = st.floats(0, 1)
way = st.tuples(
    st.floats(0, 20), st.floats(0, 3), st.floats(0, 20), st.floats(0, 30), st.floats(0, 10),
    st.sampled_from([0.0, 0.1, 0.5, 1.0]), st.floats(0, 9), share,
).map(list)  # fmt: skip
jin = st.floats(0.5, 50)


@given(jin, st.floats(0, 100), st.floats(0, 0.3), way)
def test_what_is_paid_is_fee_refund_sending_and_what_comes_home(box, price, fee, one):
    lost = logistics.lost_on_the_road(one)
    assert lost == pytest.approx(1 - freshness.left_after(one[7], one[6]))
    refund, taken = price * lost, price * (1 - lost) * fee
    home = logistics.home_per_jin(box, price, fee, one)
    sending = logistics.sending_cost(box, one) / box
    assert refund + taken + sending + home == pytest.approx(price, abs=1e-9)


@given(jin, st.floats(0, 100), st.floats(0, 0.3), st.lists(way, max_size=5), st.floats(0, 20))
def test_no_way_brings_more_home_than_the_one_chosen(box, price, fee, ways, floor):
    chosen = logistics.best_way(box, price, fee, ways, floor)
    best = floor if chosen < 0 else logistics.home_per_jin(box, price, fee, ways[chosen])
    assert best >= floor
    assert all(logistics.home_per_jin(box, price, fee, one) <= best for one in ways)


@given(jin, st.floats(0, 0.3), way, way)
def test_at_the_price_for_the_better_way_both_bring_home_the_same(box, fee, better, cheaper):
    saved = logistics.lost_on_the_road(cheaper) - logistics.lost_on_the_road(better)
    if saved < 1e-3:
        return
    price = logistics.price_for_better_way(box, fee, better, cheaper)
    gain = logistics.home_per_jin(box, price, fee, better) - logistics.home_per_jin(box, price, fee, cheaper)
    assert gain == pytest.approx(0, abs=1e-6) if price > 0 else gain >= -1e-9


@given(way, way, st.floats(0, 9))
def test_a_day_longer_never_brings_more_home(one, other, longer):
    slower = [*one[:6], one[6] + longer, one[7]]
    assert logistics.home_per_jin(5, 10, 0.02, slower) <= logistics.home_per_jin(5, 10, 0.02, one) + 1e-9


@pytest.mark.parametrize(
    "call",
    [
        lambda: logistics.days_to_buyer([[2, 1]]),
        lambda: logistics.days_to_buyer([[-1, 1]]),
        lambda: logistics.volumetric_weight(0, 1, 1, 5000),
        lambda: logistics.volumetric_weight(1, 1, 1, 0),
        lambda: logistics.sending_cost(5, PLAIN_BOX[:7]),
        lambda: logistics.sending_cost(0, PLAIN_BOX),
        lambda: logistics.sending_cost(5, [-1, *PLAIN_BOX[1:]]),
        lambda: logistics.lost_on_the_road([*PLAIN_BOX[:7], 1.5]),
        lambda: logistics.home_per_jin(5, 10, 1, PLAIN_BOX),
        lambda: logistics.home_per_jin(5, float("nan"), 0, PLAIN_BOX),
        lambda: logistics.price_for_better_way(5, 0.02, PLAIN_BOX, COLD_BOX),
    ],
)
def test_settings_that_make_no_sense_are_refused(call):
    with pytest.raises(ValueError, match=r"must|is \[|share|no less"):
        call()
