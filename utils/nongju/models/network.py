"""Cheapest way for goods through villages, towns and markets: min-cost flow with losses, by HiGHS."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scipy.sparse import coo_array

from nongju.models.programme import Infeasible, minimise


@dataclass(frozen=True)
class Road:
    """A way from one node to another.

    Attributes:
        tail: node that goods leave.
        head: node that they reach.
        cost: yuan a jin that leaves; below 0 where somebody pays for it.
        most: jin that fit, at least 0.
        kept: share that arrives, 0 to 1.
    """

    tail: str
    head: str
    cost: float
    most: float = math.inf
    kept: float = 1.0


@dataclass(frozen=True)
class NetworkFlow:
    """What moves.

    Attributes:
        jin: that leave over each road, in the roads' order.
        cost: yuan in all.
        prices: what one more jin at each node would save, yuan, at least 0.
    """

    jin: list[float]
    cost: float
    prices: dict[str, float]


def cheapest_flow(balance: Mapping[str, float], roads: Sequence[Road]) -> NetworkFlow:
    """Cheapest way to bring every node what it asks for; what is too much may stay.

    Arguments:
        balance: jin at each node: above 0 what is there, below 0 what it must get, 0 a crossing.
        roads: between nodes of `balance`.

    Raises:
        ValueError: a road to nowhere, or a number out of range.
        Infeasible: some node cannot get what it must.
        Unbounded: a way round earns without end.

    Source: Ahuja, Magnanti and Orlin, Network Flows (1993), ch. 9; with losses, ch. 15.
    """
    row = {node: i for i, node in enumerate(balance)}
    for road in roads:
        if road.tail not in row or road.head not in row:
            raise ValueError(f"the road {road.tail} to {road.head} must join nodes of the balance")
        if not road.most >= 0 or not 0 <= road.kept <= 1 or not math.isfinite(road.cost):
            raise ValueError(f"{road}: most must be at least 0, kept between 0 and 1, cost finite")
    if not all(math.isfinite(jin) for jin in balance.values()):
        raise ValueError("every balance must be a finite number")
    if not roads:
        if any(jin < 0 for jin in balance.values()):
            raise Infeasible("no road leads to a node that must get something")
        return NetworkFlow([], 0.0, dict.fromkeys(balance, 0.0))
    out = [(row[road.tail], j, 1.0) for j, road in enumerate(roads)]
    into = [(row[road.head], j, -road.kept) for j, road in enumerate(roads)]
    at, of, factor = zip(*out, *into, strict=True)
    solved = minimise(
        [road.cost for road in roads],
        coo_array((factor, (at, of)), shape=(len(row), len(roads))).tocsr(),
        list(balance.values()),
        [road.most for road in roads],
    )
    jin = [max(float(x), 0.0) for x in solved.x]
    prices = {node: -float(solved.ineqlin.marginals[i]) for node, i in row.items()}
    return NetworkFlow(jin, float(solved.fun), prices)
