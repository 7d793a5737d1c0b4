"""Clearing a harvest: keys of the classroom questions, published programmes, and what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.models import clearing, cooperative
from nongju.models.programme import Infeasible

#         tier price freight lost demand
CANTEEN = [0, 1.30, 0.05, 0.02, 3000]
NEIGHBOUR = [1, 1.45, 0.12, 0.05, 4000]
CITY = [3, 1.80, 0.38, 0.15, 20000]
BUYERS = [CANTEEN, NEIGHBOUR, CITY]


def test_what_comes_home_decides_not_the_price():
    assert [cooperative.net_price(*b[1:4]) for b in BUYERS] == pytest.approx([1.224, 1.2575, 1.15])


def test_six_thousand_jin_go_to_the_neighbour_and_then_the_canteen():
    loads = cooperative.best_net_first(6000, BUYERS)
    assert loads == [2000, 4000, 0]
    assert cooperative.brought_home(loads, BUYERS) == pytest.approx(7478)


def test_nearest_first_gives_up_little():
    loads = cooperative.nearest_first(6000, BUYERS)
    assert loads == [3000, 3000, 0]
    assert cooperative.brought_home(loads, BUYERS) == pytest.approx(7444.5)


def test_a_truck_is_charged_by_the_trip():
    assert cooperative.truck_worth_calling(800, 1.60, 0.05, 0.90) == pytest.approx(1290.32, abs=0.01)
    with pytest.raises(ValueError, match="no truck"):
        cooperative.truck_worth_calling(800, 0.90, 0.05, 0.90)


def test_dantzigs_cannery_ships_for_153_675():
    distance = [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]]
    cost = [[90 * d / 1000 for d in row] for row in distance]
    assert clearing.least_cost([350, 600], [325, 300, 275], cost).value == pytest.approx(153.675)


def test_the_sas_example_costs_6500():
    assert clearing.least_cost([200, 100], [150, 150], [[30, 20], [40, 10]]).value == pytest.approx(6500)


def test_promising_more_than_there_is_has_no_plan():
    with pytest.raises(Infeasible, match="only 100"):
        clearing.least_cost([100], [150], [[1]])


jin = st.integers(0, 100_000).map(float)
buyer = st.tuples(st.integers(0, 4).map(float), st.floats(0, 5), st.floats(0, 1), st.floats(0, 0.5), jin)
buyers = st.lists(buyer.map(list), min_size=1, max_size=7)


@given(jin, buyers)
def test_nothing_is_invented_and_no_buyer_gets_more_than_asked(supply, rows):
    for clear in (cooperative.nearest_first, cooperative.best_net_first):
        loads = clear(supply, rows)
        assert sum(loads) <= supply + 1e-6
        assert all(0 <= load <= row[4] for load, row in zip(loads, rows, strict=True))


@given(jin, buyers)
def test_the_sort_is_never_worse_than_nearest_first_and_equals_the_solver(supply, rows):
    best = cooperative.brought_home(cooperative.best_net_first(supply, rows), rows)
    near = cooperative.brought_home(cooperative.nearest_first(supply, rows), rows)
    net = [[cooperative.net_price(*row[1:4]) for row in rows]]
    solved = clearing.most_brought_home([supply], [row[4] for row in rows], net)
    assert best >= near - 1e-6
    assert solved.value == pytest.approx(best, rel=1e-6, abs=1e-4)


@given(st.lists(jin, min_size=1, max_size=4), st.lists(jin, min_size=1, max_size=4), st.data())
def test_where_goods_move_the_prices_differ_by_what_the_road_leaves(supply, demand, data):
    net = [[data.draw(st.integers(-100, 300)) / 100 for _ in demand] for _ in supply]
    plan = clearing.most_brought_home(supply, demand, net)
    for i, row in enumerate(plan.flows):
        assert sum(row) <= supply[i] + 1e-6
        for j, flow in enumerate(row):
            reduced = net[i][j] - plan.supply_prices[i] - plan.demand_prices[j]
            assert reduced <= 1e-6
            assert flow <= 1e-6 or reduced == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "call",
    [
        lambda: cooperative.net_price(-1, 0, 0),
        lambda: cooperative.net_price(1, 0, 1.5),
        lambda: cooperative.nearest_first(-1, BUYERS),
        lambda: cooperative.best_net_first(1, [[0, 1, 0, 0]]),
        lambda: cooperative.best_net_first(1, [[0, 1, 0, 0, -5]]),
        lambda: cooperative.truck_worth_calling(-1, 2, 0, 1),
        lambda: clearing.least_cost([1], [1], [[1, 2]]),
        lambda: clearing.least_cost([-1], [0], [[1]]),
    ],
)
def test_settings_that_make_no_sense_are_refused(call):
    with pytest.raises(ValueError, match=r"must|is \[|needs"):
        call()
