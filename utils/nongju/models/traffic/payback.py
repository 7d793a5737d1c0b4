"""What a visit or a customer may cost, and what more money brings."""

from nongju.models.traffic.checks import _amount, _share


def break_even_return(price: float, unit_margin: float) -> float:
    """Turnover that one yuan of advertising must bring before it costs nothing (保本投产比).

    Arguments:
        price: paid per order, yuan, above 0.
        unit_margin: contribution margin per order before advertising, yuan, above 0.

    Raises:
        ValueError: the margin is not above 0: no return ever pays for the advertisement.
    """
    if not price > 0:
        raise ValueError(f"price must be above 0, not {price}")
    if not unit_margin > 0:
        raise ValueError("unit_margin is not above 0: no advertisement can pay for itself")
    return price / unit_margin


def break_even_bid(unit_margin: float, click_rate: float, buy_rate: float) -> float:
    """The most that one visit may cost, yuan: the margin of an order times orders per visit.

    A margin at or below 0 gives 0: nothing may be paid for a visit.
    """
    _share("click_rate", click_rate)
    _share("buy_rate", buy_rate)
    if unit_margin <= 0:
        return 0.0
    return unit_margin * click_rate * buy_rate


def cost_per_order(spent: float, orders: float) -> float:
    """Advertising yuan per order that came (获客成本).

    Raises:
        ValueError: there was no order, so there is no cost per order.
    """
    _amount("spent", spent)
    if not orders > 0:
        raise ValueError("there was no order: the cost of one order is not defined")
    return spent / orders


def marginal_gains(spends: list[float], orders: list[float], unit_margin: float) -> list[float]:
    """What each further step of a budget adds after paying for itself, yuan.

    Arguments:
        spends: budgets in rising order, yuan; the first is the start, usually 0.
        orders: orders in all at each budget, as many as spends.
        unit_margin: contribution margin per order before advertising, yuan.

    Returns:
        One amount a step, so one fewer than spends. Stop before the first one below 0
        when each step brings less than the one before it.
    """
    if len(spends) != len(orders):
        raise ValueError("each budget needs its number of orders")
    gains = []
    for i in range(1, len(spends)):
        if not spends[i] > spends[i - 1]:
            raise ValueError("budgets must rise from step to step")
        gains.append((orders[i] - orders[i - 1]) * unit_margin - (spends[i] - spends[i - 1]))
    return gains


def customer_value(margin: float, retention: float, discount: float) -> float:
    """Lifetime value of a customer after the first purchase, yuan: m·r / (1 + i - r).

    Arguments:
        margin: contribution margin per period, yuan.
        retention: share of customers that buy again in the next period, 0 to 1.
        discount: interest per period, at least 0.

    Raises:
        ValueError: nobody ever leaves and money costs nothing, so the value is unbounded.

    Source: Gupta and Lehmann, Customers as Assets, Journal of Interactive Marketing 17 (2003).
    """
    _share("retention", retention)
    _amount("discount", discount)
    if not 1 + discount - retention > 0:
        raise ValueError("retention of 1 without interest has no finite value")
    return margin * retention / (1 + discount - retention)


def periods_to_earn_back(cost: float, margin: float, retention: float, most: int = 120) -> int:
    """Purchases until a customer has brought in what it cost to win her, the first one included.

    The expected margin of purchase n is margin·retention^(n-1).

    Arguments:
        cost: yuan paid to win one customer (获客成本), at least 0.
        margin: contribution margin per purchase, yuan.
        retention: share of customers that buy again in the next period, 0 to 1.
        most: purchases after which to stop counting.

    Returns:
        At least 0; -1 if it is never earned back within `most` purchases.

    Source: payback beside lifetime value, Gupta and Lehmann (2003).
    """
    _amount("cost", cost)
    _share("retention", retention)
    earned = 0.0
    share = 1.0
    bought = 0
    while earned < cost:
        if bought >= most or not margin * share > 0:
            return -1
        earned = earned + margin * share
        share = share * retention
        bought = bought + 1
    return bought
