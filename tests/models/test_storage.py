"""Several periods with storage that costs and spoils: published programmes, the notes' keys, properties."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongju.models import cooperative, freshness, storage
from nongju.models.programme import Infeasible, Unbounded


def test_sailco_plans_four_quarters_for_78_450():
    # Winston, Operations Research, ch. 3 (Sailco): 40 boats a quarter at 400, any number more at 450,
    # 20 to keep one, 10 there at the start, demand 40, 60, 75, 25.
    demand = [[40], [60], [75], [25]]
    supply = [[10, 40, math.inf]] + [[0, 40, math.inf]] * 3
    plan = storage.over_periods(
        supply, demand, [[[0], [-400], [-450]]] * 4, [20, 20, 20], [0, 0, 0], promised=demand
    )
    assert -plan.value == pytest.approx(78_450)
    overtime = [period[2][0] for period in plan.flows]
    assert sum(overtime) == pytest.approx(45)


@pytest.mark.parametrize(("later", "kept"), [(1.30, 0), (1.33, 0), (1.34, 20_000)])
def test_the_second_months_price_must_reach_1_34_before_waiting_pays(later, kept):
    # Teaching notes C3: 1.10 now, 6 % a month spoils, storage 0.04 a jin and month. The note pays storage
    # on what was put in; here it is paid on what is there, 0.04 + 0.04 * 0.94: 1.3327 instead of 1.3354.
    plan = storage.over_periods(
        [[20_000], [0], [0]], [[math.inf]] * 3, [[[1.10]], [[0]], [[later]]], [0.04], [0.06]
    )
    assert plan.stored[0][0] == pytest.approx(kept, abs=1e-3)


def test_two_thousand_a_week_clear_11_169_of_12_000_jin_in_six_weeks():
    # Teaching notes 5.3: a school takes 2,000 jin a week, 3 % a week rots of what is left.
    plan = storage.over_periods([[12_000]] + [[0]] * 5, [[2000]] * 6, [[[1]]] * 6, [0], [0.03])
    assert plan.value == pytest.approx(11_169.6, abs=0.1)


amount = st.integers(0, 1000).map(float)
cents = st.integers(-50, 300).map(lambda x: x / 100)


@st.composite
def seasons(draw):
    periods, places, buyers = draw(st.integers(1, 4)), draw(st.integers(1, 3)), draw(st.integers(1, 3))

    def table(rows, columns, of):
        return [[draw(of) for _ in range(columns)] for _ in range(rows)]

    return (
        table(periods, places, amount),
        table(periods, buyers, amount),
        [table(places, buyers, cents) for _ in range(periods)],
        [draw(st.integers(0, 50)) / 100 for _ in range(places)],
        [draw(st.integers(0, 100)) / 100 for _ in range(places)],
    )


@settings(max_examples=40, deadline=None)
@given(seasons())
def test_every_jin_is_sold_stored_spoiled_or_left_and_no_buyer_gets_more_than_asked(season):
    supply, demand, _, _, lost = season
    plan = storage.over_periods(*season)
    for t, row in enumerate(supply):
        for i, harvest in enumerate(row):
            before = plan.stored[t - 1][i] * (1 - lost[i]) if t else 0.0
            out = sum(plan.flows[t][i]) + plan.stored[t][i] + plan.left[t][i]
            assert harvest + before == pytest.approx(out, abs=1e-6)
            assert plan.left[t][i] >= -1e-6
        for j, asked in enumerate(demand[t]):
            assert sum(place[j] for place in plan.flows[t]) <= asked + 1e-6
    spoiled = sum(plan.stored[t][i] * lost[i] for t in range(len(supply)) for i in range(len(lost)))
    sold = sum(x for period in plan.flows for place in period for x in place)
    left = sum(map(sum, plan.left))
    assert sum(map(sum, supply)) == pytest.approx(sold + spoiled + left, abs=1e-5)


@settings(max_examples=40, deadline=None)
@given(seasons())
def test_never_worse_than_selling_each_periods_harvest_by_itself(season):
    supply, demand, net, _, _ = season
    by_hand = 0.0
    for t, row in enumerate(supply):
        asked = list(demand[t])
        for i, harvest in enumerate(row):  # one place after the other, best buyer first
            buyers = [[0, max(p, 0.0), 0.0, 0.0, d] for p, d in zip(net[t][i], asked, strict=True)]
            loads = cooperative.best_net_first(harvest, buyers)
            by_hand += cooperative.brought_home(loads, buyers)
            asked = [d - load for d, load in zip(asked, loads, strict=True)]
    assert storage.over_periods(*season).value >= by_hand - 1e-6


@settings(max_examples=40, deadline=None)
@given(seasons())
def test_where_goods_move_prices_differ_by_what_the_road_leaves(season):
    net = season[2]
    plan = storage.over_periods(*season)
    for t, period in enumerate(plan.flows):
        for i, row in enumerate(period):
            for j, flow in enumerate(row):
                gain = net[t][i][j] - plan.jin_prices[t][i] - plan.demand_prices[t][j]
                assert gain <= 1e-6
                assert flow <= 1e-6 or gain == pytest.approx(0, abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(seasons())
def test_goods_are_stored_only_where_the_later_price_pays_for_loss_and_store(season):
    cost, lost = season[3], season[4]
    plan = storage.over_periods(*season)
    for t in range(len(plan.stored) - 1):
        for i, kept in enumerate(plan.stored[t]):
            later = freshness.waiting_value(max(plan.jin_prices[t + 1][i], 0.0), lost[i], 1, cost[i])
            assert later <= plan.jin_prices[t][i] + 1e-6
            assert kept <= 1e-6 or later == pytest.approx(plan.jin_prices[t][i], abs=1e-6)
    assert all(kept == 0 for kept in plan.stored[-1])


def test_a_promise_beyond_the_harvest_has_no_plan():
    with pytest.raises(Infeasible, match="no plan"):
        storage.over_periods([[100], [0]], [[0], [99]], [[[1]], [[1]]], [0], [0.02], promised=[[0], [99]])


def test_a_promise_without_a_place_has_no_plan():
    with pytest.raises(Infeasible, match="no plan"):
        storage.over_periods([[]], [[5]], [[]], [], [], promised=[[5]])


def test_buying_and_selling_without_limit_at_a_gain_has_no_best_plan():
    with pytest.raises(Unbounded, match="without limit"):
        storage.over_periods([[math.inf]], [[math.inf]], [[[0.1]]], [0], [0])


def test_without_limit_but_at_a_loss_nothing_is_bought():
    assert storage.over_periods([[math.inf]], [[math.inf]], [[[-0.1]]], [0], [0]).value == 0


def test_a_place_without_a_store_keeps_nothing():
    plan = storage.over_periods([[10], [0]], [[1], [9]], [[[1]], [[5]]], [math.inf], [0])
    assert plan.value == pytest.approx(1)
    assert plan.left == [[pytest.approx(9)], [0]]


@pytest.mark.parametrize(
    "season",
    [
        ([[1]], [[1]], [], [0], [0]),
        ([[1]], [[1]], [[[1]]], [0], []),
        ([[1, 2]], [[1]], [[[1]]], [0], [0]),
        ([[1]], [[1]], [[[1, 2]]], [0], [0]),
        ([[-1]], [[1]], [[[1]]], [0], [0]),
        ([[1]], [[1]], [[[math.nan]]], [0], [0]),
        ([[1]], [[1]], [[[1]]], [-1], [0]),
        ([[1]], [[1]], [[[1]]], [0], [1.1]),
        ([[1]], [[1]], [[[1]]], [0], [0], [[2]]),
    ],
)
def test_tables_that_do_not_fit_are_refused(season):
    with pytest.raises(ValueError, match=r"must|need"):
        storage.over_periods(*season)


def test_no_periods_places_or_buyers_bring_nothing():
    for season in (([], [], [], [], []), ([[]], [[5]], [[]], [], []), ([[5]], [[]], [[[]]], [0], [0])):
        plan = storage.over_periods(*season)
        assert plan.value == 0
        assert plan.left == season[0]
