"""Clearing tier by tier: the own county first, then prefecture, province, country; a week at a time.

What nobody takes is kept, as far as the own county's markets will ask for it next week; the rest is left.
No plan, no foresight beyond that week: what a county co-op can do with a telephone.
"""

import numpy as np

from nongju.models.national.cleared import Cleared, sold_by_level
from nongju.models.national.country import Floats, Ints
from nongju.models.national.crops import Season


def tier_by_tier(season: Season) -> Cleared:
    """What becomes of a season's harvest, nearest tier first."""
    where = season.country
    counties = where.counties
    sold, value, on_road, in_store, left = np.zeros(season.market.size), 0.0, 0.0, 0.0, 0.0
    stock = np.zeros(counties)
    opened = np.cumsum(season.harvest, axis=0) > 0
    ways = [_Way(season, level) for level in (1, 2, 3)]
    for week, harvest in enumerate(season.harvest):
        has = stock + harvest
        wanted = season.demand[week].copy()
        for block in (slice(0, counties), slice(counties, 2 * counties)):  # canteens pay more than shops
            taken = np.minimum(has, wanted[block])
            has -= taken
            wanted[block] -= taken
            sold[block] += taken
            value += float(taken @ season.price[week, block])
        for way in ways:
            worth = season.price[week] * way.down_kept - way.down_freight
            ask, wants = way.up_freight / way.up_kept, wanted / way.down_kept
            sent, taken = meet(way.senders, has * way.up_kept, ask, way.takers, wants, worth)
            loaded, arrived = sent / way.up_kept, taken * way.down_kept
            has = np.maximum(has - loaded, 0.0)
            wanted = np.maximum(wanted - arrived, 0.0)
            sold += arrived
            value += float(taken @ worth) - float(loaded @ way.up_freight)
            on_road += float(loaded.sum() - arrived.sum())
        put = np.zeros(counties)
        if week + 1 < len(season.harvest) and season.store_kept > 0:
            asked = season.demand[week + 1, : 2 * counties].reshape(2, counties).sum(axis=0)
            put = np.where(opened[week], np.minimum(has, asked / season.store_kept), 0.0)
        left += float((has - put).sum())
        value -= season.store_cost * float(put.sum())
        in_store += float(put.sum()) * (1 - season.store_kept)
        stock = put * season.store_kept
    return Cleared(value, float(season.harvest.sum()), sold_by_level(season, sold), on_road, in_store, left)


class _Way:
    """The road over the hubs of one level: for each county up to its hub, for each market down from it.

    Both ways lose alike. Up, freight is paid on what leaves each node, so a jin at the county costs
    `up_freight`; down, a jin that leaves the hub costs `down_freight`.
    """

    def __init__(self, season: Season, level: int) -> None:
        where = season.country
        self.senders = where.reached(np.arange(where.counties), level)
        self.takers = where.reached(season.market, level)
        self.up_kept, self.up_freight = np.ones(where.counties), np.zeros(where.counties)
        self.down_kept, self.down_freight = np.ones(season.market.size), np.zeros(season.market.size)
        at, to = np.arange(where.counties), season.market.copy()
        for _ in range(level):
            climbs = where.level[at] < level
            self.up_freight += np.where(climbs, self.up_kept * where.freight[at], 0.0)
            self.up_kept *= np.where(climbs, season.kept[at], 1.0)
            at = np.where(climbs, where.parent[at], at)
            climbs = where.level[to] < level
            self.down_freight = np.where(
                climbs, where.freight[to] + season.kept[to] * self.down_freight, self.down_freight
            )
            self.down_kept *= np.where(climbs, season.kept[to], 1.0)
            to = np.where(climbs, where.parent[to], to)


def meet(
    senders: Ints, has: Floats, ask: Floats, takers: Ints, wants: Floats, bid: Floats
) -> tuple[Floats, Floats]:
    """What is sent and taken at every hub: the cheapest to send meets who pays most, while both gain.

    Arguments:
        senders: hub of each sender, -1 for none.
        has: thousand jin that each could bring to its hub.
        ask: yuan a jin at the hub below which it stays at home.
        takers: hub of each taker, -1 for none.
        wants: thousand jin from the hub that each takes at most.
        bid: yuan a jin that each is worth at the hub.

    Returns:
        thousand jin at the hub: what each sender brings, each taker gets; hub by hub the sums are equal.
    """
    sent, taken = np.zeros_like(has), np.zeros_like(wants)
    s = np.flatnonzero((senders >= 0) & (has > 0))
    s = s[np.lexsort((ask[s], senders[s]))]
    t = np.flatnonzero((takers >= 0) & (wants > 0))
    t = t[np.lexsort((-bid[t], takers[t]))]
    if not s.size or not t.size:
        return sent, taken
    hubs = np.union1d(senders[s], takers[t])
    # Each hub's goods as a stretch of one long line: senders laid end to end from its start, takers too.
    offer, want = np.searchsorted(hubs, senders[s]), np.searchsorted(hubs, takers[t])
    longest = np.maximum(np.bincount(offer, has[s], hubs.size), np.bincount(want, wants[t], hubs.size))
    start = np.concatenate([[0.0], np.cumsum(longest + 1.0)])
    s_from, s_to = _laid(offer, has[s], start)
    t_from, t_to = _laid(want, wants[t], start)
    edges = np.unique(np.concatenate([s_from, s_to, t_from, t_to]))
    middle, length = (edges[:-1] + edges[1:]) / 2, np.diff(edges)
    i, j = np.searchsorted(s_to, middle), np.searchsorted(t_to, middle)
    both = (i < s.size) & (j < t.size)
    i, j = np.minimum(i, s.size - 1), np.minimum(j, t.size - 1)
    trades = both & (s_from[i] < middle) & (t_from[j] < middle) & (bid[t[j]] > ask[s[i]])
    sent[s] = np.bincount(i[trades], length[trades], s.size)
    taken[t] = np.bincount(j[trades], length[trades], t.size)
    return sent, taken


def _laid(hub: Ints, amount: Floats, start: Floats) -> tuple[Floats, Floats]:
    """Where each one's goods begin and end on the line, hubs in order and each from its start."""
    total = np.cumsum(amount)
    before = np.concatenate([[0.0], total])[np.searchsorted(hub, hub)]
    end = start[hub] + (total - before)
    return np.where(np.diff(hub, prepend=-1) > 0, start[hub], np.concatenate([[0.0], end[:-1]])), end
