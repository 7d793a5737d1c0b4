"""The season's best clearing: a flow with losses over counties, hubs and weeks, as a sparse programme.

No truck is shared between crops, so each crop is a programme of its own: a dozen of them, not one. A county
takes part as a node from its first harvest week on, when its store opens; before, and where a crop does not
grow, it is only a market, served straight from the hub above. That keeps the rows to about a third.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import coo_array

from nongju.models.national.cleared import Cleared, sold_by_level
from nongju.models.national.country import Floats, Ints
from nongju.models.national.crops import Season
from nongju.models.programme import minimise


@dataclass(frozen=True)
class Programme:
    """Least cost·x with rows·x at most `most`, x between 0 and `upper`; and what each column is.

    Attributes:
        cost: thousand yuan a thousand jin that leaves the column's node; below 0 where a market pays.
        rows: sparse matrix; a row for each node and week: what leaves it less what arrives.
        most: harvest of each row, thousand jin.
        upper: demand that a column can serve, infinite for roads and stores.
        kept: share of the column's goods that arrives.
        market: market that the column serves, -1 for roads and stores.
        is_store: whether the column is a week in store.
    """

    cost: Floats
    rows: Any
    most: Floats
    upper: Floats
    kept: Floats
    market: Ints
    is_store: Any


def programme(season: Season) -> Programme:
    """The season as a linear programme."""
    where = season.country
    weeks, counties = season.harvest.shape
    hubs = where.parent.size - counties
    is_node = np.cumsum(season.harvest, axis=0) > 0
    own = int(is_node.sum())
    row = np.full((weeks, where.parent.size), -1)
    row[:, :counties][is_node] = np.arange(own)
    row[:, counties:] = own + np.arange(weeks * hubs).reshape(weeks, hubs)
    columns = _Columns()

    at, above = row[:, season.market], row[:, where.parent[season.market]]
    name = np.broadcast_to(np.arange(season.market.size), at.shape)
    here = at >= 0
    columns.add(at[here], -1, -season.price[here], 1.0, season.demand[here], name[here])
    # A county that is no node yet: its market is served from the hub over the last link.
    kept = np.broadcast_to(season.kept[season.market], at.shape)
    gain = season.price * kept - where.freight[season.market]
    far = ~here & (gain > 0)
    columns.add(above[far], -1, -gain[far], kept[far], season.demand[far] / kept[far], name[far])

    linked = np.flatnonzero(where.parent >= 0)
    low, high = row[:, linked], row[:, where.parent[linked]]
    there = low >= 0
    freight, kept = (np.broadcast_to(one[linked], low.shape)[there] for one in (where.freight, season.kept))
    columns.add(low[there], high[there], freight, kept)
    columns.add(high[there], low[there], freight, kept)

    today, tomorrow = row[:-1, :counties], row[1:, :counties]
    stores = today >= 0
    columns.add(today[stores], tomorrow[stores], season.store_cost, season.store_kept, is_store=True)
    most = np.concatenate([season.harvest[is_node], np.zeros(weeks * hubs)])
    return columns.programme(most)


class _Columns:
    """Columns collected block by block; a block is a set of ways out of a row, to a row or to a market."""

    def __init__(self) -> None:
        self.blocks: list[tuple[Any, ...]] = []

    def add(
        self, tail: Ints, head: Any, cost: Any, kept: Any, upper: Any = np.inf, market: Any = -1,
        is_store: bool = False,
    ) -> None:  # fmt: skip
        """One column for each tail; the rest is one number for all or one for each."""
        rest = (head, cost, kept, upper, market, is_store)
        self.blocks.append((tail, *(np.broadcast_to(one, tail.shape) for one in rest)))

    def programme(self, most: Floats) -> Programme:
        """All blocks side by side."""
        tail, head, cost, kept, upper, market, is_store = map(np.concatenate, zip(*self.blocks, strict=True))
        column, arrives = np.arange(tail.size), np.flatnonzero(head >= 0)
        rows = coo_array(
            (
                np.concatenate([np.ones(tail.size), -kept[arrives]]),
                (np.concatenate([tail, head[arrives]]), np.concatenate([column, arrives])),
            ),
            shape=(most.size, tail.size),
        ).tocsr()
        return Programme(cost, rows, most, upper, kept, market, is_store)


def optimum(season: Season, method: str = "highs") -> Cleared:
    """What becomes of a season's harvest when the whole season is planned at once, by HiGHS.

    Arguments:
        season: one crop's.
        method: `highs` leaves the choice to SciPy, `highs-ds` is dual simplex, `highs-ipm` interior point.
    """
    plan = programme(season)
    solved = minimise(plan.cost, plan.rows, plan.most, plan.upper, method)
    return outcome(season, plan, np.maximum(solved.x, 0.0))


def outcome(season: Season, plan: Programme, x: Floats) -> Cleared:
    """What a plan's columns make of the harvest, by whichever solver they were found."""
    serves = plan.market >= 0
    sold = np.bincount(plan.market[serves], (x * plan.kept)[serves], season.market.size).astype(np.float64)
    lost = x * (1 - plan.kept)
    return Cleared(
        -float(plan.cost @ x),
        float(season.harvest.sum()),
        sold_by_level(season, sold),
        float(lost[~plan.is_store].sum()),
        float(lost[plan.is_store].sum()),
        float((plan.most - plan.rows @ x).sum()),
    )
