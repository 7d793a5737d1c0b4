"""Coupons: 折 multiply, reductions add; the order counts, and so does who pays.

A 折 is given as the share that is still paid: 0.8 for 8 折, never 0.2.
"""

from collections.abc import Sequence

from nongju.models.pricing.checks import require_amount, require_coupons, require_positive


def stacked_share(shares: Sequence[float]) -> float:
    """What is still paid when several 折 are stacked: their product, 0.8 × 0.9 = 0.72.

    Arguments:
        shares: shares still paid, each above 0 and at most 1; empty gives 1.
    """
    paid = 1.0
    for share in shares:
        if not (share > 0 and share <= 1):
            raise ValueError("a discount is the share still paid, 0.8 for 8 zhe, not " + str(share))
        paid = paid * share
    return paid


def threshold_reduction(price: float, threshold: float, amount: float) -> float:
    """Yuan that a 满减 coupon takes off a price: its amount once the threshold is reached.

    Arguments:
        price: yuan at the moment the coupon applies, at least 0.
        threshold: yuan from which it applies, at least 0.
        amount: yuan it takes off, at least 0; never more than the price.
    """
    require_amount(price, "price")
    require_amount(threshold, "threshold")
    require_amount(amount, "amount")
    if price < threshold:
        return 0.0
    if amount > price:
        return price
    return amount


def after_coupons(
    listed: float, shares: Sequence[float], reductions: Sequence[float], reductions_first: bool = False
) -> float:
    """Price after all coupons: 折 multiply one another, reductions add up.

    Arguments:
        listed: listed price, yuan, at least 0.
        shares: the stacked 折, as shares still paid.
        reductions: yuan taken off, each at least 0.
        reductions_first: whether reductions come off before the 折 apply. The buyer then pays
            more: the 折 also shrinks the reduction.

    Returns:
        Yuan, never below 0.
    """
    require_amount(listed, "listed")
    off = 0.0
    for amount in reductions:
        require_amount(amount, "a reduction")
        off = off + amount
    paid = stacked_share(shares)
    price = (listed - off) * paid if reductions_first else listed * paid - off
    if price < 0:
        return 0.0
    return price


def lowest_listed_price(
    floor: float, shares: Sequence[float], reductions: Sequence[float], reductions_first: bool = False
) -> float:
    """Listed price at which all coupons together still leave the floor: `after_coupons` turned round.

    Arguments:
        floor: yuan that must be left after every coupon, at least 0.
        shares: the stacked 折, as shares still paid.
        reductions: yuan taken off, each at least 0.
        reductions_first: as in `after_coupons`.
    """
    require_amount(floor, "floor")
    off = 0.0
    for amount in reductions:
        require_amount(amount, "a reduction")
        off = off + amount
    paid = stacked_share(shares)
    if reductions_first:
        return floor / paid + off
    return (floor + off) / paid


def buyer_pays(listed: float, seller_off: float, platform_off: float) -> float:
    """What the buyer pays after the seller's and the platform's coupons, yuan.

    Arguments:
        listed: listed price, yuan, at least 0.
        seller_off: yuan of the coupons that the seller pays, at least 0.
        platform_off: yuan of the coupons that the platform pays, at least 0.

    Raises:
        ValueError: the coupons are worth more than the price.
    """
    require_coupons(listed, seller_off, platform_off)
    return listed - seller_off - platform_off


def seller_takes(listed: float, seller_off: float, platform_off: float) -> float:
    """What reaches the seller before fees: the buyer's money and the platform's coupon.

    The platform's coupon is not the seller's loss.

    Arguments:
        listed: listed price, yuan, at least 0.
        seller_off: yuan of the coupons that the seller pays, at least 0.
        platform_off: yuan of the coupons that the platform pays, at least 0.

    Raises:
        ValueError: the coupons are worth more than the price.
    """
    require_coupons(listed, seller_off, platform_off)
    return listed - seller_off


def extra_free_share(bought: float, free: float) -> float:
    """The 折 hidden in "buy so many, get so many free": 3 and 1 is 0.75, not two thirds.

    Arguments:
        bought: units paid, above 0.
        free: units given on top, at least 0.
    """
    require_positive(bought, "bought")
    require_amount(free, "free")
    return bought / (bought + free)


def discount_room(price: float, floor: float) -> float:
    """The lowest 折 a price can bear, as the share still paid: floor over price.

    Arguments:
        price: listed price, yuan, above 0.
        floor: lowest price, yuan, at least 0; above the price there is no room at all.

    Returns:
        A share from 0 to 1; above 1 when the price already lies below the floor.
    """
    require_positive(price, "price")
    require_amount(floor, "floor")
    return floor / price
