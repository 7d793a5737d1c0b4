"""What stands in the box: goods from raw to finished, one's own pig and hours, loss, papers."""

from nongju.models.pricing.checks import require_amount, require_part, require_positive


def cost_per_finished(raw_price: float, yield_share: float) -> float:
    """Goods cost of one finished unit: the raw price divided by the yield, never multiplied.

    Arguments:
        raw_price: yuan a jin of the raw goods, at least 0.
        yield_share: finished weight over raw weight, above 0 and at most 3 (0.62 where 10 jin
            of fresh pork smoke down to 6.2; above 1 where flour or brine is added).

    Raises:
        ValueError: out of range, such as 62 for 62 percent.

    Source: yield costing, Horngren, Cost Accounting, ch. 18 (normal spoilage borne by good
    units).
    """
    require_amount(raw_price, "raw_price")
    if not (yield_share > 0 and yield_share <= 3):
        raise ValueError(
            "yield_share is finished over raw weight, above 0, at most 3, not " + str(yield_share)
        )
    return raw_price / yield_share


def own_goods_cost(amount: float, buyer_price: float) -> float:
    """Cost of one's own goods: what others would pay for them.

    Arguments:
        amount: jin taken from one's own pig or field, at least 0.
        buyer_price: yuan a jin that a buyer at the gate pays, at least 0.

    Source: opportunity cost, Horngren, Cost Accounting, ch. 11.
    """
    require_amount(amount, "amount")
    require_amount(buyer_price, "buyer_price")
    return amount * buyer_price


def own_time_cost(minutes: float, hourly_wage: float) -> float:
    """Cost of one's own time: what the same hours would earn elsewhere.

    Arguments:
        minutes: minutes of work, at least 0.
        hourly_wage: yuan an hour that others pay nearby, at least 0.

    Source: opportunity cost, Horngren, Cost Accounting, ch. 11.
    """
    require_amount(minutes, "minutes")
    require_amount(hourly_wage, "hourly_wage")
    return minutes / 60 * hourly_wage


def cost_after_loss(unit_cost: float, loss_share: float) -> float:
    """Cost of one unit that can be sold, when a share is sorted out or spoils in storage.

    Arguments:
        unit_cost: yuan a unit bought, at least 0.
        loss_share: share lost before sale, 0 up to, not including, 1.

    Source: normal spoilage, Horngren, Cost Accounting, ch. 18.
    """
    require_amount(unit_cost, "unit_cost")
    require_part(loss_share, "loss_share")
    return unit_cost / (1 - loss_share)


def spread_cost(total: float, parcels: float) -> float:
    """Share of one parcel in a cost paid once: licence, registration, a batch of labels.

    Arguments:
        total: yuan paid once, at least 0.
        parcels: parcels that it serves, above 0.
    """
    require_amount(total, "total")
    require_positive(parcels, "parcels")
    return total / parcels
