"""Paid pushes (加热): what beans cost, and what the platform's cost guarantee pays back."""

from nongju.models.traffic.visits import _amount


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
