"""Reservation prices: the closed form and the duals against trying prices out."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nongju.models import clearing, cooperative, reservation

CANTEEN = [0, 1.30, 0.05, 0.02, 3000]
NEIGHBOUR = [1, 1.45, 0.12, 0.05, 4000]
CITY = [3, 1.80, 0.38, 0.15, 20000]
BUYERS = [CANTEEN, NEIGHBOUR, CITY]


def test_the_city_gets_a_jin_once_it_pays_1_887():
    # 6,000 jin fill the neighbour and part of the canteen at 1.224 a jin: (1.224 + 0.38) / 0.85.
    price = cooperative.price_that_trades(6000, BUYERS, 2)
    assert price == pytest.approx((1.224 + 0.38) / 0.85)


def test_nearest_first_leaves_the_city_out_at_any_price_until_the_near_ones_are_full():
    with pytest.raises(ValueError, match="no price"):
        cooperative.price_that_trades(6000, BUYERS, 2, 0.0, True)
    assert cooperative.price_that_trades(7001, BUYERS, 2, 0.0, True) == pytest.approx(0.38 / 0.85)


jin = st.integers(0, 1000).map(float)
buyer = st.tuples(
    st.integers(0, 3).map(float), st.integers(0, 300).map(lambda x: x / 100),
    st.integers(0, 100).map(lambda x: x / 100), st.integers(0, 99).map(lambda x: x / 100), jin,
).map(list)  # fmt: skip


@given(jin, st.lists(buyer, min_size=1, max_size=6), st.data(), st.sampled_from([0.0, 0.2]), st.booleans())
def test_above_it_a_jin_goes_there_and_at_or_below_it_none(supply, buyers, data, floor, nearest):
    which = data.draw(st.integers(0, len(buyers) - 1))
    clear = cooperative.nearest_first if nearest else cooperative.best_net_first

    def load_at(price):
        offered = [*buyers]
        offered[which] = [buyers[which][0], price, *buyers[which][2:]]
        return clear(supply, offered, floor)[which]

    try:
        lowest = cooperative.price_that_trades(supply, buyers, which, floor, nearest)
    except ValueError:
        assert load_at(1e6) == 0
        return
    assert load_at(lowest + 1e-6) > 0
    if lowest > 1e-6:
        assert load_at(lowest - 1e-6) == 0


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(1, 3), st.integers(1, 4))
def test_with_several_places_the_optimum_gains_above_it_and_not_below(data, places, count):
    def table(of):
        return [[data.draw(of) for _ in range(count)] for _ in range(places)]

    supply = [data.draw(st.integers(0, 5)) * 100.0 for _ in range(places)]
    demand = [data.draw(st.integers(0, 5)) * 100.0 for _ in range(count)]
    prices = [data.draw(st.integers(0, 30)) / 10 for _ in range(count)]
    freight = table(st.integers(0, 10).map(lambda x: x / 10))
    lost = table(st.integers(0, 9).map(lambda x: x / 10))
    which = data.draw(st.integers(0, count - 1))

    def best_at(price, asked):
        offered = [*prices]
        offered[which] = price
        net = [
            [cooperative.net_price(offered[j], freight[i][j], lost[i][j]) for j in range(count)]
            for i in range(places)
        ]
        wanted = [*demand]
        wanted[which] = asked
        return clearing.most_brought_home(supply, wanted, net).value

    try:
        lowest = reservation.lowest_trading_price(supply, demand, prices, freight, lost, which)
    except ValueError:
        assert sum(supply) == 0 or demand[which] == 0
        return
    alone = best_at(0, 0)
    assert best_at(lowest + 0.01, demand[which]) > alone + 1e-6
    if lowest > 0.01:
        assert best_at(lowest - 0.01, demand[which]) == pytest.approx(alone, abs=1e-5)


@given(st.integers(1, 1000).map(float), st.lists(buyer, min_size=1, max_size=5), st.data())
@settings(max_examples=30, deadline=None)
def test_with_one_place_the_duals_give_the_closed_form(supply, buyers, data):
    which = data.draw(st.integers(0, len(buyers) - 1))
    assume(buyers[which][4] > 0)
    found = reservation.lowest_trading_price(
        [supply], [b[4] for b in buyers], [b[1] for b in buyers], [[b[2] for b in buyers]],
        [[b[3] for b in buyers]], which,
    )  # fmt: skip
    assert found == pytest.approx(cooperative.price_that_trades(supply, buyers, which), abs=1e-6)
