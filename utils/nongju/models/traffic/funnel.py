"""Who is left after each gate of a live room, and who is in it."""

from nongju.models.traffic.checks import _amount, _share


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
