"""What being seen costs and brings: the live-room funnel, what a visit and a customer are worth."""


def _share(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must lie between 0 and 1, not {value}")


def _amount(name: str, value: float) -> None:
    if not value >= 0:
        raise ValueError(f"{name} must be at least 0, not {value}")


def funnel(impressions: float, entry_rate: float, click_rate: float, buy_rate: float) -> list[float]:
    """How many are left after each gate of a live room: seen, entered, clicked, bought.

    Arguments:
        impressions: how often the cover was shown, at least 0.
        entry_rate: share of impressions that enter, 0 to 1.
        click_rate: share of entries that open a product, 0 to 1.
        buy_rate: share of clicks that pay, 0 to 1.

    Returns:
        Four counts, each at most the one before it.

    Raises:
        ValueError: a count below 0 or a rate outside 0 to 1.
    """
    _amount("impressions", impressions)
    _share("entry_rate", entry_rate)
    _share("click_rate", click_rate)
    _share("buy_rate", buy_rate)
    entries = impressions * entry_rate
    clicks = entries * click_rate
    return [impressions, entries, clicks, clicks * buy_rate]


def turnover_per_thousand(click_rate: float, buy_rate: float, order_value: float) -> float:
    """Turnover that a thousand visits bring (千次成交), yuan.

    Arguments:
        click_rate: share of visits that open a product, 0 to 1.
        buy_rate: share of clicks that pay, 0 to 1.
        order_value: average paid per order, yuan, at least 0.
    """
    _share("click_rate", click_rate)
    _share("buy_rate", buy_rate)
    _amount("order_value", order_value)
    return 1000 * click_rate * buy_rate * order_value


def average_online(visits: float, stay_seconds: float, session_seconds: float) -> float:
    """People in the room at an average moment, by Little's law L = λW.

    Arguments:
        visits: entries over the whole session, at least 0.
        stay_seconds: mean time a visit lasts, seconds, at least 0.
        session_seconds: length of the session, seconds, above 0.

    Source: Little, A Proof for the Queuing Formula L = λW, Operations Research 9 (1961).
    """
    _amount("visits", visits)
    _amount("stay_seconds", stay_seconds)
    if not session_seconds > 0:
        raise ValueError(f"session_seconds must be above 0, not {session_seconds}")
    return visits / session_seconds * stay_seconds


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
