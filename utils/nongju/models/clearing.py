"""Clearing several harvests at once at the least cost: the transportation programme, by HiGHS.

The solver stays in Python; a browser shows the case that a sort solves (cooperative.best_net_first).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.sparse import coo_array, vstack

from nongju.models.programme import Infeasible, minimise


@dataclass(frozen=True)
class ClearingPlan:
    """What goes where.

    Attributes:
        flows: jin from each place (row) to each buyer (column).
        value: objective in yuan: cost to be paid, or money that comes home.
        supply_prices: what one more jin at each place would change the objective by, yuan.
        demand_prices: what one more jin of each buyer's demand would change it by, yuan.
    """

    flows: list[list[float]]
    value: float
    supply_prices: list[float]
    demand_prices: list[float]


def least_cost(
    supply: Sequence[float], demand: Sequence[float], cost: Sequence[Sequence[float]]
) -> ClearingPlan:
    """Cheapest way to meet every demand in full.

    Arguments:
        supply: jin at each place, at least 0.
        demand: jin that each buyer must get, at least 0.
        cost: yuan a jin from each place (row) to each buyer (column).

    Raises:
        Infeasible: the supply does not reach for the demand.

    Source: Hitchcock (1941); Dantzig, Linear Programming and Extensions (1963), ch. 14.
    """
    _shape(supply, demand, cost)
    if sum(supply) < sum(demand) - 1e-9:
        raise Infeasible(f"{sum(demand):g} jin are wanted and only {sum(supply):g} are there")
    return _solve(supply, demand, cost, meet_demand=True)


def most_brought_home(
    supply: Sequence[float], demand: Sequence[float], net: Sequence[Sequence[float]]
) -> ClearingPlan:
    """Plan that brings the most money home; nobody has to be served and goods may stay.

    Arguments:
        supply: jin at each place, at least 0.
        demand: jin that each buyer takes at most, at least 0.
        net: yuan that a jin loaded brings home, place (row) to buyer (column); may be negative.
    """
    _shape(supply, demand, net)
    plan = _solve(supply, demand, [[-x for x in row] for row in net], meet_demand=False)
    return ClearingPlan(
        plan.flows, -plan.value, [-x for x in plan.supply_prices], [-x for x in plan.demand_prices]
    )


def _shape(supply: Sequence[float], demand: Sequence[float], table: Sequence[Sequence[float]]) -> None:
    if len(table) != len(supply) or any(len(row) != len(demand) for row in table):
        raise ValueError("the table needs a row for each place and a column for each buyer")
    if any(x < 0 for x in supply) or any(x < 0 for x in demand):
        raise ValueError("supply and demand must be at least 0")


def _solve(
    supply: Sequence[float], demand: Sequence[float], cost: Sequence[Sequence[float]], *, meet_demand: bool
) -> ClearingPlan:
    places, buyers = len(supply), len(demand)
    if not places or not buyers:
        return ClearingPlan([[] for _ in supply], 0.0, [0.0] * places, [0.0] * buyers)
    cells = range(places * buyers)
    of_place = coo_array(
        ([1.0] * len(cells), ([k // buyers for k in cells], list(cells))), shape=(places, len(cells))
    )
    of_buyer = coo_array(
        ([1.0] * len(cells), ([k % buyers for k in cells], list(cells))), shape=(buyers, len(cells))
    )
    # A demand that must be met is a lower bound on what arrives: minus arrivals is at most minus demand.
    sign = -1.0 if meet_demand else 1.0
    solved = minimise(
        [x for row in cost for x in row],
        vstack([of_place, sign * of_buyer]).tocsr(),
        [*supply, *(sign * x for x in demand)],
    )
    flows = [[float(solved.x[i * buyers + j]) for j in range(buyers)] for i in range(places)]
    prices = [float(x) for x in solved.ineqlin.marginals]
    return ClearingPlan(flows, float(solved.fun), prices[:places], [sign * x for x in prices[places:]])
