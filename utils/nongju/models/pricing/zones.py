"""Free shipping: what an order leaves near and far, and how many far ones one can bear."""

from collections.abc import Sequence

from nongju.models.pricing.checks import (
    require_amount,
    require_finite,
    require_part,
    require_positive,
    require_share,
)


def zone_margins(price: float, fee_rate: float, cost: float, freights: Sequence[float]) -> list[float]:
    """Contribution margin in each zone when the seller pays the freight, yuan.

    Arguments:
        price: what the buyer pays, freight included, yuan, at least 0.
        fee_rate: platform fee, 0 up to, not including, 1.
        cost: goods and packing without freight, yuan, at least 0.
        freights: yuan for each zone, each at least 0.
    """
    require_amount(price, "price")
    require_part(fee_rate, "fee_rate")
    require_amount(cost, "cost")
    margins = []
    for one in freights:
        require_amount(one, "a freight")
        margins.append(price * (1 - fee_rate) - cost - one)
    return margins


def mixed_margin(margins: Sequence[float], weights: Sequence[float]) -> float:
    """Average margin over zones, each weighted by its orders, yuan an order.

    Arguments:
        margins: yuan an order in each zone.
        weights: orders of each zone, each at least 0, not all 0; as many as margins.
    """
    if len(margins) != len(weights):
        raise ValueError("give one weight for each margin")
    total = 0.0
    orders = 0.0
    for index in range(len(margins)):
        require_finite(margins[index], "a margin")
        require_amount(weights[index], "a weight")
        total = total + margins[index] * weights[index]
        orders = orders + weights[index]
    require_positive(orders, "the sum of weights")
    return total / orders


def far_share_allowed(near_margin: float, far_margin: float) -> float:
    """Share of far orders at which free shipping everywhere leaves nothing, 0 to 1.

    Arguments:
        near_margin: yuan a near order, at least 0.
        far_margin: yuan a far order; from 0 up every share is bearable.

    Returns:
        near / (near + loss); 1 when far orders lose nothing.
    """
    require_amount(near_margin, "near_margin")
    require_finite(far_margin, "far_margin")
    if far_margin >= 0:
        return 1.0
    return near_margin / (near_margin - far_margin)


def freight_share(freight: float, price: float) -> float:
    """Freight as a share of what the buyer pays; why a 5-jin box changes everything.

    Arguments:
        freight: yuan a parcel, at least 0.
        price: yuan a parcel, above 0.
    """
    require_amount(freight, "freight")
    require_positive(price, "price")
    return freight / price


def kept_after_returns(orders: float, returned: float) -> float:
    """Orders that stay sold.

    Arguments:
        orders: paid orders, at least 0.
        returned: share refunded, 0 to 1.
    """
    require_amount(orders, "orders")
    require_share(returned, "returned")
    return orders * (1 - returned)
