"""At which price a buyer trades at all when several places compete for several buyers: from the duals.

`cooperative.price_that_trades` is the case of one place, which a sort solves.
"""

from collections.abc import Sequence

from scipy.sparse import coo_array

from nongju.models.clearing import ClearingPlan, most_brought_home
from nongju.models.cooperative import net_price
from nongju.models.programme import Unbounded, minimise

SLACK = 1e-7
"""Share of all supply below which a flow or a remainder counts as none: HiGHS's own tolerance, 1e-7."""

Table = Sequence[Sequence[float]]


def lowest_trading_price(
    supply: Sequence[float],
    demand: Sequence[float],
    prices: Sequence[float],
    freight: Table,
    share_lost: Table,
    which: int,
) -> float:
    """Reservation price of one buyer: above it a first jin goes there, at or below it none, yuan a jin.

    The optimum without the buyer has dual prices of a jin at each place, often more than one set. The
    buyer trades when for every such set some place would gain by sending it a jin; so the price is the
    greatest, over the sets, of the least (price of the jin + freight) / share that arrives.

    Arguments:
        supply: jin at each place, at least 0.
        demand: jin that each buyer takes at most, at least 0.
        prices: what each buyer pays for a jin that arrives, yuan; that of `which` is not looked at.
        freight: yuan a jin loaded, a row a place, a column a buyer.
        share_lost: spoiled on the way, as freight, 0 to 1.
        which: the buyer's column.

    Raises:
        ValueError: no price brings a jin there: nothing is to clear, wanted or able to arrive.
    """
    others = [j for j in range(len(demand)) if j != which]
    senders = [i for i in range(len(supply)) if supply[i] > 0 and share_lost[i][which] < 1]
    if not senders or not demand[which] > 0:
        raise ValueError("no price brings a jin there: nothing is left, wanted or able to arrive")
    net = [
        [net_price(prices[j], freight[i][j], share_lost[i][j]) for j in others] for i in range(len(supply))
    ]
    plan = most_brought_home(supply, [demand[j] for j in others], net)
    return max(_greatest(supply, [demand[j] for j in others], net, plan, senders,
                         [freight[i][which] for i in senders],
                         [1 - share_lost[i][which] for i in senders]), 0.0)  # fmt: skip


def _greatest(
    supply: Sequence[float],
    demand: Sequence[float],
    net: Table,
    plan: ClearingPlan,
    senders: list[int],
    freight: list[float],
    arrives: list[float],
) -> float:
    """Greatest t for which a set of dual prices makes every sender ask at least t.

    Columns: the jin's price at each place, each other buyer's, then t as a difference of two (it may be
    below 0). The sets are those that complementary slackness allows beside the optimal plan.
    """
    places, buyers = len(supply), len(demand)
    nothing = SLACK * max(sum(supply), 1.0)
    entries: list[tuple[int, int, float]] = []
    most: list[float] = []

    def at_most(limit: float, *terms: tuple[int, float]) -> None:
        entries.extend((len(most), column, factor) for column, factor in terms)
        most.append(limit)

    for i in range(places):
        if sum(plan.flows[i]) < supply[i] - nothing:
            at_most(0.0, (i, 1.0))
        for j in range(buyers):
            at_most(-net[i][j], (i, -1.0), (places + j, -1.0))
            if plan.flows[i][j] > nothing:
                at_most(net[i][j], (i, 1.0), (places + j, 1.0))
    for j in range(buyers):
        if sum(row[j] for row in plan.flows) < demand[j] - nothing:
            at_most(0.0, (places + j, 1.0))
    up, down = places + buyers, places + buyers + 1
    for i, road, share in zip(senders, freight, arrives, strict=True):
        at_most(road, (up, share), (down, -share), (i, -1.0))
    rows, columns, factors = zip(*entries, strict=True)
    cost = [0.0] * (places + buyers) + [-1.0, 1.0]
    try:
        solved = minimise(
            cost, coo_array((factors, (rows, columns)), shape=(len(most), len(cost))).tocsr(), most
        )
    except Unbounded as unlimited:
        raise ValueError("no price brings a jin there: every jin is promised elsewhere") from unlimited
    return -float(solved.fun)
