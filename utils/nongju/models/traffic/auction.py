"""Paid places: the queue for a place, what each pays, and what a push guarantees."""

from nongju.models.traffic.checks import _amount


def position_auction(
    bids: list[float], qualities: list[float], position_clicks: list[float], reserve: float = 0.0
) -> list[list[float]]:
    """Who gets which place in a generalized second-price auction with quality, and pays what.

    Sellers are ranked by bid times quality. Each pays per click the least that keeps the place:
    the next one's bid times quality, divided by the own quality, and at least the reserve.

    Arguments:
        bids: yuan a click, at least 0.
        qualities: relative click-through of each seller's own cover, above 0, as many as bids.
        position_clicks: clicks that a place brings at quality 1, best place first, not rising.
        reserve: least bid that is served, yuan a click.

    Returns:
        One row for each place that is filled: [seller's index, price a click, clicks].

    Source: Edelman, Ostrovsky and Schwarz, American Economic Review 97 (2007); Varian,
    International Journal of Industrial Organization 25 (2007).
    """
    if len(bids) != len(qualities):
        raise ValueError("each seller needs a bid and a quality")
    _amount("reserve", reserve)
    for i in range(1, len(position_clicks)):
        if position_clicks[i] > position_clicks[i - 1]:
            raise ValueError("clicks must not rise from one place to the next")
    served = []
    for i in range(len(bids)):
        _amount("bid", bids[i])
        if not qualities[i] > 0:
            raise ValueError("quality must be above 0")
        if bids[i] >= reserve:
            served.append(i)
    # Insertion sort by bid times quality: few sellers, ties keep the order in which they came.
    for i in range(1, len(served)):
        here = served[i]
        j = i
        while j > 0 and bids[served[j - 1]] * qualities[served[j - 1]] < bids[here] * qualities[here]:
            served[j] = served[j - 1]
            j = j - 1
        served[j] = here
    rows = []
    for place in range(len(served)):
        if place >= len(position_clicks):
            break
        seller = served[place]
        price = reserve
        if place + 1 < len(served):
            after = served[place + 1]
            price = max(reserve, bids[after] * qualities[after] / qualities[seller])
        rows.append([seller, price, position_clicks[place] * qualities[seller]])
    return rows


def externality_payments(values: list[float], position_clicks: list[float]) -> list[float]:
    """Vickrey-Clarke-Groves payments for the places, yuan in all, sellers in falling value.

    Each pays what the others lose by its being there. The yardstick beside the second price.

    Arguments:
        values: yuan a click, falling.
        position_clicks: clicks of each place, not rising.

    Source: as position_auction, section 1.
    """
    for i in range(1, len(values)):
        if values[i] > values[i - 1]:
            raise ValueError("values must not rise")
    payments = []
    for place in range(min(len(position_clicks), len(values))):
        owed = 0.0
        for below in range(place + 1, len(values)):
            now = position_clicks[below] if below < len(position_clicks) else 0.0
            moved_up = position_clicks[below - 1] if below - 1 < len(position_clicks) else 0.0
            owed = owed + values[below] * (moved_up - now)
        payments.append(owed)
    return payments


def yuan_for_beans(beans: float, beans_per_yuan: float) -> float:
    """What a bid or a budget in 微信豆 costs, yuan.

    Arguments:
        beans: 微信豆, at least 0.
        beans_per_yuan: how many one yuan buys, above 0: 10 on Android, 7 on an iPhone (WeChat, 2023).
    """
    _amount("beans", beans)
    if not beans_per_yuan > 0:
        raise ValueError(f"beans_per_yuan must be above 0, not {beans_per_yuan}")
    return beans / beans_per_yuan


def orders_guarded(spent: float, bid: float, tolerance: float = 1.2) -> float:
    """Orders from which a push is no longer dear enough for its cost guarantee to pay: spent/(1.2·bid).

    With fewer orders the cost guarantee pays (if the other terms hold), from here on it does not.

    Arguments:
        spent: yuan or beans used up, at least 0.
        bid: the same unit an order, above 0.
        tolerance: how far above the bid the cost may run, at least 1; 1.2 in 2023.

    Source: the handbook flygon-dahanghai-2023, shipinhao-daihuo-2: 12000 beans at 500 guard 20 orders.
    """
    _amount("spent", spent)
    if not bid > 0:
        raise ValueError(f"bid must be above 0, not {bid}")
    if not tolerance >= 1:
        raise ValueError(f"tolerance must be at least 1, not {tolerance}")
    return spent / (tolerance * bid)


def guarantee_refund(
    bid: float,
    orders: float,
    spent: float,
    charged: float,
    hours: float,
    least_orders: float = 3,
    tolerance: float = 1.2,
) -> float:
    """What a platform's cost guarantee (成本保障) pays back, yuan, by one handbook of 2023.

    It pays only when the push ran an hour, brought least_orders, and spent more than tolerance
    times bid times orders. Then it pays spent - bid·orders, at most twice the expected cost and
    at most what was charged. It never looks at the seller's margin.

    Arguments:
        bid: yuan an order, at least 0.
        orders: orders that the push brought, at least 0.
        spent: yuan used up, 0 to charged.
        charged: yuan paid in, at least 0.
        hours: how long it ran, at least 0.
        least_orders: orders below which nothing is refunded (sources say 3 or more than 3).
        tolerance: how far above the bid the cost may run, 1.2 in 2023.
    """
    _amount("bid", bid)
    _amount("orders", orders)
    _amount("hours", hours)
    _amount("spent", spent)
    if spent > charged:
        raise ValueError("more was spent than was charged")
    expected = bid * orders
    if hours < 1 or orders < least_orders or not spent > tolerance * expected:
        return 0.0
    return min(spent - expected, 2 * expected, charged)
