"""What time does to goods: what is left after storage and the road, and when to pick a fruit."""


def left_after(share_lost: float, periods: float) -> float:
    """Share still saleable after periods that each lose the same share of what is left.

    Losses compound: three legs of 5, 5 and 10 % leave 81.2 %, not 80 %.

    Arguments:
        share_lost: lost per period, 0 to 1.
        periods: how many, at least 0.
    """
    if not 0 <= share_lost <= 1:
        raise ValueError(f"share_lost must lie between 0 and 1, not {share_lost}")
    if not periods >= 0:
        raise ValueError(f"periods must be at least 0, not {periods}")
    if periods == 0:
        return 1.0
    return float((1 - share_lost) ** periods)


def left_after_legs(shares_lost: list[float]) -> float:
    """Share still saleable after several legs with a loss each."""
    left = 1.0
    for share in shares_lost:
        left = left * left_after(share, 1)
    return left


def rate_at(rate: float, measured_at: float, temperature: float, q10: float = 2.0) -> float:
    """Spoilage rate at another temperature: it grows by the factor q10 for each 10 °C.

    Arguments:
        rate: per day at measured_at, at least 0.
        measured_at: °C.
        temperature: °C.
        q10: factor for 10 °C, above 0; 2 to 3 for most fruit and vegetables.

    Source: Labuza, Shelf-life Dating of Foods (1982), the Q10 rule.
    """
    if not rate >= 0:
        raise ValueError(f"rate must be at least 0, not {rate}")
    if not q10 > 0:
        raise ValueError(f"q10 must be above 0, not {q10}")
    return float(rate * q10 ** ((temperature - measured_at) / 10))


def waiting_value(price_later: float, share_lost: float, periods: float, storage_cost: float) -> float:
    """What one jin kept for later is worth now, yuan: later price times what is left, less storage.

    Arguments:
        price_later: yuan a jin after the wait, at least 0.
        share_lost: lost per period, 0 to 1.
        periods: how long, at least 0.
        storage_cost: yuan per jin stored and period, at least 0, paid on what was put in.
    """
    if not price_later >= 0 or not storage_cost >= 0:
        raise ValueError("prices and storage cost must be at least 0")
    return price_later * left_after(share_lost, periods) - storage_cost * periods


def price_worth_waiting(price_now: float, share_lost: float, periods: float, storage_cost: float) -> float:
    """Later price from which keeping pays, yuan a jin.

    Raises:
        ValueError: nothing is left by then, so no price is high enough.
    """
    left = left_after(share_lost, periods)
    if left == 0:
        raise ValueError("nothing is left by then: no price makes waiting worth it")
    return (price_now + storage_cost * periods) / left


def edible_when_delivered(
    ripeness_at_harvest: float, ripening_per_day: float, transit_days: float, life_when_ripe: float
) -> float:
    """Share of a fruit's best that the buyer meets, 0 to 1, for fruit that ripens on the road.

    Ripeness runs from 0 (hard) to 1 (ripe) in a straight line and stays at 1; after life_when_ripe
    days at 1 the fruit is lost. Picked too early it arrives hard, picked ripe it may arrive spoiled.
    An assumption for teaching, not a measured curve: nobody has published one for 黑老虎.

    Arguments:
        ripeness_at_harvest: 0 to 1.
        ripening_per_day: gain per day, above 0.
        transit_days: at least 0.
        life_when_ripe: days, above 0.
    """
    if not 0 <= ripeness_at_harvest <= 1:
        raise ValueError("ripeness_at_harvest must lie between 0 and 1")
    if not ripening_per_day > 0 or not life_when_ripe > 0 or not transit_days >= 0:
        raise ValueError("ripening and shelf life must be above 0, transit at least 0")
    days_to_ripe = (1 - ripeness_at_harvest) / ripening_per_day
    if transit_days <= days_to_ripe:
        return ripeness_at_harvest + ripening_per_day * transit_days
    if transit_days - days_to_ripe > life_when_ripe:
        return 0.0
    return 1.0
