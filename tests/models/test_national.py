"""A small country like the benchmark's large one: what is published of it, mass balance, two solvers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ortools.linear_solver.python import model_builder_helper as ortools
from scipy.sparse import csr_matrix

from nongju.models import national
from nongju.models.national.optimum import outcome
from nongju.models.national.tiers import meet
from nongju.models.programme import minimise

SOME = [crop for crop in national.CROPS if crop.name in ("potato", "mountain cabbage", "heilaohu")]


def test_the_whole_country_has_the_published_333_prefectures_and_31_provinces():
    whole = national.country()
    assert [int((whole.level == level).sum()) for level in range(4)] == [2800, 333, 31, 1]
    straight = whole.level[whole.parent[:2800]] == 2
    assert straight.sum() == 18 + 18 + 19 + 40, "counties of the four municipalities"
    assert np.unique(whole.parent[:2800][straight]).size == 4
    assert np.unique(whole.parent[:2800]).size == 333 + 4, "no prefecture is empty"


@pytest.mark.parametrize(("counties", "prefectures", "provinces"), [(28, 3, 2), (280, 33, 4)])
def test_a_smaller_country_shrinks_tier_by_tier(counties, prefectures, provinces):
    small = national.country(counties)
    assert [int((small.level == level).sum()) for level in range(3)] == [counties, prefectures, provinces]


def test_the_same_seed_draws_the_same_season_and_another_draws_another():
    one, same, other = (national.season(national.country(28, seed), SOME[0], 4, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.harvest, same.harvest)
    assert np.array_equal(one.price, same.price)
    assert not np.array_equal(one.harvest, other.harvest)


def test_a_season_is_what_its_assumptions_say():
    drawn = national.season(national.country(280), SOME[0])
    assert drawn.harvest.sum() == pytest.approx(national.crops.PLENTY * drawn.demand.sum())
    assert min(drawn.harvest.min(), drawn.demand.min(), drawn.price.min()) >= 0
    assert np.median(drawn.price[:, -2:]) > np.median(drawn.price[:, :280]), "the capital pays more"


@pytest.fixture(scope="module", params=SOME, ids=lambda crop: crop.name)
def season(request):
    return national.season(national.country(28), request.param, 6)


def test_every_jin_is_sold_lost_or_left_either_way(season):
    for cleared in (national.tier_by_tier(season), national.optimum(season)):
        assert cleared.harvested == pytest.approx(season.harvest.sum())
        assert cleared.unaccounted == pytest.approx(0, abs=1e-6 * cleared.harvested)
        parts = (*cleared.sold, cleared.lost_on_road, cleared.lost_in_store, cleared.left)
        assert min(parts) >= -1e-6 * cleared.harvested


def test_no_tier_takes_more_than_it_asks_for(season):
    level = season.country.level[season.market]
    for cleared in (national.tier_by_tier(season), national.optimum(season)):
        for tier, sold in enumerate(cleared.sold):
            assert sold <= season.demand[:, level == tier].sum() * (1 + 1e-9)


def test_no_market_and_week_takes_more_than_it_asks_for_at_the_optimum(season):
    plan = national.programme(season)
    solved = minimise(plan.cost, plan.rows, plan.most, plan.upper)
    assert (solved.x <= plan.upper * (1 + 1e-9) + 1e-6).all()
    assert (plan.rows @ solved.x <= plan.most + 1e-5).all()
    served = plan.market >= 0
    asked = np.bincount(plan.market[served], (plan.upper * plan.kept)[served], season.market.size)
    assert (asked <= season.demand.sum(axis=0) * (1 + 1e-9)).all(), "no demand stands in two columns"
    assert outcome(season, plan, solved.x).value == pytest.approx(-solved.fun)


def test_where_goods_move_or_wait_prices_differ_by_what_it_costs(season):
    plan = national.programme(season)
    solved = minimise(plan.cost, plan.rows, plan.most, plan.upper)
    worth = -solved.ineqlin.marginals  # yuan a jin at each node and week
    loss = plan.cost + plan.rows.T @ worth
    ways = plan.market < 0
    assert worth.min() >= -1e-9
    assert loss[ways].min() >= -1e-6, "nowhere does moving or waiting gain more than it costs"
    assert loss[ways & (solved.x > 1e-6)] == pytest.approx(0, abs=1e-6)


def test_planning_the_season_is_never_worse_than_tier_by_tier(season):
    assert national.optimum(season).value >= national.tier_by_tier(season).value - 1e-6


@pytest.mark.parametrize("method", ["highs-ds", "highs-ipm"])
def test_a_second_solver_finds_the_same_optimum(season, method):
    plan = national.programme(season)
    model = ortools.ModelBuilderHelper()
    least, none = np.zeros(plan.cost.size), np.full(plan.most.size, -np.inf)
    model.fill_model_from_sparse_data(least, plan.upper, plan.cost, none, plan.most, csr_matrix(plan.rows))
    solver = ortools.ModelSolverHelper("glop")
    solver.solve(model)
    assert solver.status() == ortools.SolveStatus.OPTIMAL
    assert national.optimum(season, method).value == pytest.approx(-solver.objective_value(), rel=1e-6)


def test_without_a_road_each_county_sells_at_home_whichever_way_it_is_cleared():
    open_ = national.season(national.country(28), SOME[0], 1)
    shut = national.Season(**{**vars(open_), "kept": np.where(open_.country.level < 3, 1e-6, 1.0)})
    near, best = national.tier_by_tier(shut), national.optimum(shut)
    assert near.value == pytest.approx(best.value)
    assert best.lost_on_road == pytest.approx(0, abs=1e-6)
    assert best.sold[1:] == pytest.approx((0, 0), abs=1e-6)


hub = st.integers(-1, 2)
amount = st.integers(0, 50).map(float)
yuan = st.integers(0, 20).map(lambda x: x / 4)
side = st.lists(st.tuples(hub, amount, yuan), min_size=1, max_size=6)


@given(side, side)
def test_at_a_hub_goods_move_exactly_while_both_sides_gain(senders, takers):
    columns = [np.array(column) for side in (senders, takers) for column in zip(*side, strict=True)]
    at, has, ask, to, wants, bid = columns
    sent, taken = meet(at, has, ask, to, wants, bid)
    assert (sent <= has + 1e-9).all()
    assert (taken <= wants + 1e-9).all()
    for place in (0, 1, 2):
        assert sent[at == place].sum() == pytest.approx(taken[to == place].sum())
        # A jin that stays and a wish that stays would not both gain: the gains from trade are used up.
        stays = ask[(at == place) & (sent < has - 1e-9)]
        open_ = bid[(to == place) & (taken < wants - 1e-9)]
        assert not stays.size or not open_.size or open_.max() <= stays.min()
        moved, got = ask[(at == place) & (sent > 1e-9)], bid[(to == place) & (taken > 1e-9)]
        assert not moved.size or got.min() > moved.max()
    assert sent[at < 0].sum() == taken[to < 0].sum() == 0


@pytest.mark.parametrize(
    "call", [lambda: national.country(19), lambda: national.season(national.country(28), SOME[0], 0)]
)
def test_sizes_that_make_no_country_are_refused(call):
    with pytest.raises(ValueError, match="at least"):
        call()
