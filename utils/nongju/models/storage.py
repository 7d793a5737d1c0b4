"""Sell now or keep: clearing harvests over several periods, with storage that costs and spoils, by HiGHS.

What is kept at the end of a period pays storage once and is there in the next less what spoils;
`freshness.waiting_value` is the same for one jin.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from scipy.sparse import coo_array

from nongju.models.programme import Infeasible, minimise

Table = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Schedule:
    """What goes where and when.

    Attributes:
        flows: jin in each period from each place to each buyer.
        stored: jin put into store at the end of each period at each place.
        left: jin that nobody takes and nobody stores, each period and place.
        value: yuan that come home less storage.
        jin_prices: what one more jin in each period at each place would bring home, yuan, at least 0.
        demand_prices: what one more jin of each buyer's demand in each period would bring, yuan;
            below 0 where a promise has to be kept at a loss.
    """

    flows: list[list[list[float]]]
    stored: list[list[float]]
    left: list[list[float]]
    value: float
    jin_prices: list[list[float]]
    demand_prices: list[list[float]]


def over_periods(
    supply: Table,
    demand: Table,
    net: Sequence[Table],
    storage_cost: Sequence[float],
    share_lost: Sequence[float],
    promised: Table | None = None,
) -> Schedule:
    """Schedule that brings the most money home over all periods.

    Arguments:
        supply: jin that come in, a row a period, a column a place; at least 0, infinite if as much as
            one likes can be bought in.
        demand: jin that each buyer takes at most, a row a period; infinite for a market without limit.
        net: yuan that a jin loaded brings home: period, place, buyer; may be negative.
        storage_cost: yuan a jin put into store, each place, at least 0; infinite where there is none.
        share_lost: share of what is stored that spoils until the next period, each place, 0 to 1.
        promised: jin that a buyer must get at least, as demand; None for nothing.

    Raises:
        ValueError: tables that do not fit together, or a number out of range.
        Infeasible: what is there does not reach for what was promised.
        Unbounded: without limit bought in, without limit sold, at a gain.

    Source: the production-inventory programme, Winston, Operations Research, ch. 3; storage with loss as
    a flow with gains, Ahuja, Magnanti and Orlin, Network Flows (1993), ch. 15.
    """
    periods, places, buyers = len(supply), len(storage_cost), len(demand[0]) if demand else 0
    promised = promised or [[0.0] * buyers for _ in demand]
    _fit(supply, demand, net, storage_cost, share_lost, promised)
    if not periods or not places or not buyers:
        if any(jin > 0 for line in promised for jin in line):
            raise Infeasible("no place has anything of what was promised: no plan meets every demand")
        none = [[0.0] * places for _ in supply]
        return Schedule([[[] for _ in one] for one in none], none, [list(row) for row in supply], 0.0, none,
                        [[0.0] * buyers for _ in demand])  # fmt: skip
    programme = _Programme(supply, demand, promised)
    sales = list(product(range(periods), range(places), range(buyers)))
    for t, i, j in sales:
        programme.column(-net[t][i][j], {("at", t, i): 1.0, ("asked", t, j): 1.0, ("promised", t, j): -1.0})
    stores = [(t, i) for t, i in product(range(periods - 1), range(places)) if storage_cost[i] < math.inf]
    for t, i in stores:
        programme.column(storage_cost[i], {("at", t, i): 1.0, ("at", t + 1, i): share_lost[i] - 1.0})
    x, cost, price = programme.solved()
    sold = dict(zip(sales, x[: len(sales)], strict=True))
    kept = dict(zip(stores, x[len(sales) :], strict=True))

    def left(t: int, i: int) -> float:
        if supply[t][i] == math.inf:
            return 0.0
        there = supply[t][i] + (1 - share_lost[i]) * kept.get((t - 1, i), 0.0)
        return there - sum(sold[t, i, j] for j in range(buyers)) - kept.get((t, i), 0.0)

    def over(count: int, number: Callable[[int, int], float]) -> list[list[float]]:
        return [[number(t, i) for i in range(count)] for t in range(periods)]

    return Schedule(
        [[[sold[t, i, j] for j in range(buyers)] for i in range(places)] for t in range(periods)],
        over(places, lambda t, i: kept.get((t, i), 0.0)),
        over(places, left),
        -cost,
        over(places, lambda t, i: price.get(("at", t, i), 0.0)),
        over(buyers, lambda t, j: price.get(("asked", t, j), 0.0) - price.get(("promised", t, j), 0.0)),
    )


Limit = tuple[str, int, int]


class _Programme:
    """A row for what is at a place, one for what a buyer asks, one for what was promised; each in a period.

    Where something is without limit, there is no row, and its price is 0.
    """

    def __init__(self, supply: Table, demand: Table, promised: Table) -> None:
        self.row: dict[Limit, int] = {}
        self.most: list[float] = []
        self.cost: list[float] = []
        self.entries: list[tuple[int, int, float]] = []
        for name, table, sign in (("at", supply, 1.0), ("asked", demand, 1.0), ("promised", promised, -1.0)):
            for t, line in enumerate(table):
                for i, amount in enumerate(line):
                    if amount < math.inf and (amount > 0 or sign > 0):
                        self.row[name, t, i] = len(self.most)
                        self.most.append(sign * amount)

    def column(self, cost: float, factors: Mapping[Limit, float]) -> None:
        """One more way for a jin, and what it takes of each limit."""
        known = [(self.row[limit], len(self.cost), x) for limit, x in factors.items() if limit in self.row]
        self.entries += known
        self.cost.append(cost)

    def solved(self) -> tuple[list[float], float, dict[Limit, float]]:
        """Jin of each column, least cost, and what one more jin of each limit would save."""
        rows, columns, factors = zip(*self.entries, strict=True) if self.entries else ((), (), ())
        shape = (len(self.most), len(self.cost))
        found = minimise(self.cost, coo_array((factors, (rows, columns)), shape=shape).tocsr(), self.most)
        prices = {limit: -float(found.ineqlin.marginals[row]) for limit, row in self.row.items()}
        return [max(float(x), 0.0) for x in found.x], float(found.fun), prices


def _fit(
    supply: Table,
    demand: Table,
    net: Sequence[Table],
    storage_cost: Sequence[float],
    share_lost: Sequence[float],
    promised: Table,
) -> None:
    buyers = len(demand[0]) if demand else 0
    if not len(supply) == len(demand) == len(net) == len(promised):
        raise ValueError("supply, demand, net and promised need a row for each period")
    if len(share_lost) != len(storage_cost):
        raise ValueError("each place needs a storage cost and a share that spoils")
    for t in range(len(supply)):
        if len(supply[t]) != len(storage_cost) or len(net[t]) != len(storage_cost):
            raise ValueError("each period needs a number for each place")
        if not len(demand[t]) == len(promised[t]) == buyers or any(len(row) != buyers for row in net[t]):
            raise ValueError("each period needs a number for each buyer")
        if not all(x >= 0 for row in (supply[t], demand[t], promised[t]) for x in row):
            raise ValueError("supply, demand and what was promised must be at least 0")
        if any(least > most for least, most in zip(promised[t], demand[t], strict=True)):
            raise ValueError("more was promised to a buyer than the buyer takes: it must fit into demand")
        if not all(math.isfinite(x) for row in net[t] for x in row):
            raise ValueError("every net price must be a finite number")
    if not all(x >= 0 for x in storage_cost) or not all(0 <= x <= 1 for x in share_lost):
        raise ValueError("storage cost must be at least 0 and the share that spoils between 0 and 1")
