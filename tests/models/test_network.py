"""Min-cost flow: a published example, the transportation programme as a special case, and what must hold."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongju.models.clearing import least_cost
from nongju.models.network import Road, cheapest_flow
from nongju.models.programme import Infeasible, Unbounded


def test_networkx_s_documented_example_costs_24():
    roads = [Road("a", "b", 3, 4), Road("a", "c", 6, 10), Road("b", "d", 1, 9), Road("c", "d", 2, 5)]
    flow = cheapest_flow({"a": 5, "b": 0, "c": 0, "d": -5}, roads)
    assert flow.cost == pytest.approx(24)
    assert flow.jin == pytest.approx([4, 1, 4, 1])


def test_dantzigs_cannery_is_a_network_without_crossings():
    miles = [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]]
    roads = [Road(f"from{i}", f"to{j}", 0.09 * m) for i, row in enumerate(miles) for j, m in enumerate(row)]
    balance = {"from0": 350, "from1": 600, "to0": -325, "to1": -300, "to2": -275}
    assert cheapest_flow(balance, roads).cost == pytest.approx(153.675)


def test_what_spoils_must_be_loaded_on_top():
    flow = cheapest_flow({"village": 200, "town": 0, "school": -81}, [
        Road("village", "town", 0.1, kept=0.9), Road("town", "school", 0.2, kept=0.9),
    ])  # fmt: skip
    assert flow.jin == pytest.approx([100, 90])
    assert flow.prices["school"] == pytest.approx((0.1 / 0.9 + 0.2) / 0.9)


jin = st.integers(0, 100).map(float)


@settings(max_examples=30, deadline=None)
@given(st.lists(jin, min_size=1, max_size=3), st.lists(jin, min_size=1, max_size=3), st.data())
def test_without_crossings_it_is_the_transportation_programme(supply, demand, data):
    cost = [[data.draw(st.integers(0, 50)) / 10 for _ in demand] for _ in supply]
    balance = {f"s{i}": x for i, x in enumerate(supply)} | {f"d{j}": -x for j, x in enumerate(demand)}
    roads = [Road(f"s{i}", f"d{j}", x) for i, row in enumerate(cost) for j, x in enumerate(row)]
    if sum(supply) < sum(demand):
        with pytest.raises(Infeasible):
            cheapest_flow(balance, roads)
    else:
        assert cheapest_flow(balance, roads).cost == pytest.approx(least_cost(supply, demand, cost).value)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_nothing_is_invented_at_a_crossing_and_prices_follow_the_goods(data):
    cost, kept = (st.integers(least, most).map(lambda x: x / 10) for least, most in ((0, 30), (5, 10)))
    roads = [
        Road(tail, head, data.draw(cost), data.draw(jin), data.draw(kept))
        for tail, head in permutations("abcd", 2)
    ]
    balance = {"a": 100.0, "b": 0.0, "c": data.draw(jin), "d": -data.draw(st.integers(0, 40))}
    try:
        flow = cheapest_flow(balance, roads)
    except Infeasible:
        return
    for node, there in balance.items():
        left = there + sum(x * r.kept for x, r in zip(flow.jin, roads, strict=True) if r.head == node)
        left -= sum(x for x, r in zip(flow.jin, roads, strict=True) if r.tail == node)
        assert left >= -1e-6
    for x, road in zip(flow.jin, roads, strict=True):
        loss = road.cost + flow.prices[road.tail] - road.kept * flow.prices[road.head]
        assert x <= road.most + 1e-6
        assert loss >= -1e-6 or x >= road.most - 1e-6
        assert loss <= 1e-6 or x <= 1e-6


def test_a_school_without_a_road_gets_nothing_and_is_told_so():
    for roads in ([], [Road("school", "village", 1)]):
        with pytest.raises(Infeasible, match="no "):
            cheapest_flow({"village": 10, "school": -1}, roads)


def test_a_way_round_that_earns_has_no_best_plan():
    with pytest.raises(Unbounded, match="without limit"):
        cheapest_flow({"a": 1, "b": 0}, [Road("a", "b", -2), Road("b", "a", 1)])


def test_no_roads_and_nothing_asked_for_cost_nothing():
    assert cheapest_flow({"a": 1}, []).cost == 0


@pytest.mark.parametrize(
    "road",
    [Road("a", "nowhere", 1), Road("a", "a", 1, -1), Road("a", "a", 1, 1, 1.5), Road("a", "a", float("nan"))],
)
def test_roads_that_make_no_sense_are_refused(road):
    with pytest.raises(ValueError, match="must"):
        cheapest_flow({"a": 1}, [road])
    with pytest.raises(ValueError, match="must"):
        cheapest_flow({"a": float("inf")}, [])
