"""Where the money of one parcel goes: the steps whose sum is the contribution margin."""

from nongju.models.pricing.checks import require_amount, require_coupons, require_part, require_share


def parcel_waterfall(
    listed: float,
    freight_paid: float,
    seller_off: float,
    platform_off: float,
    fee_rate: float,
    goods: float,
    own_time: float,
    packing: float,
    freight: float,
    returned: float,
    sent_back: float,
    recovered: float,
    spread: float,
    waiting: float,
) -> list[list[float | str]]:
    """Steps from what one paid order brings to what it leaves, as [name, yuan].

    Money in is above 0, money out below. Names, in order: paid (by the buyer, freight
    included), platform_coupon, refunds, fee, goods, recovered_goods, own_time, packing,
    freight, freight_back, spread, waiting. Their sum is the contribution margin of
    `parcel_margin`. A refund gives back the buyer's money and the platform's coupon, and
    the fee on both.

    Arguments:
        listed: listed price of the parcel, yuan, at least 0.
        freight_paid: freight that the buyer pays on top, yuan, at least 0.
        seller_off: coupons that the seller pays, yuan, at least 0.
        platform_off: coupons that the platform pays, yuan, at least 0.
        fee_rate: platform fee, 0 up to, not including, 1.
        goods: goods after yield and loss, one's own at what others would pay, yuan, at least 0.
        own_time: one's own minutes at what others would pay, yuan, at least 0.
        packing: box, bag, ice, label, yuan, at least 0.
        freight: what the courier bills one way, yuan, at least 0.
        returned: share of paid orders refunded or refused, 0 to 1.
        sent_back: share of paid orders sent back at the seller's cost, 0 to `returned`.
        recovered: share of returned goods that can be sold again, 0 to 1.
        spread: this parcel's share of licence and registration, yuan, at least 0.
        waiting: what waiting for the money costs, yuan, at least 0.

    Raises:
        ValueError: out of range; coupons worth more than the price; more sent back than
            refunded.

    Source: fee base of 视频号商家技术服务费管理规则, 1 Jan 2023; the rest is the definition of
    contribution margin, Horngren, Cost Accounting, ch. 3.
    """
    require_amount(freight_paid, "freight_paid")
    require_part(fee_rate, "fee_rate")
    require_amount(goods, "goods")
    require_amount(own_time, "own_time")
    require_amount(packing, "packing")
    require_amount(freight, "freight")
    require_share(returned, "returned")
    require_share(sent_back, "sent_back")
    require_share(recovered, "recovered")
    require_amount(spread, "spread")
    require_amount(waiting, "waiting")
    if sent_back > returned:
        raise ValueError("sent_back is part of returned, not more: " + str(sent_back))
    require_coupons(listed, seller_off, platform_off)
    paid = listed - seller_off - platform_off + freight_paid
    taken = paid + platform_off
    return [
        ["paid", paid],
        ["platform_coupon", platform_off],
        ["refunds", -taken * returned],
        ["fee", -taken * (1 - returned) * fee_rate],
        ["goods", -goods],
        ["recovered_goods", goods * returned * recovered],
        ["own_time", -own_time],
        ["packing", -packing],
        ["freight", -freight],
        ["freight_back", -freight * sent_back],
        ["spread", -spread],
        ["waiting", -waiting],
    ]


def parcel_margin(steps: list[list[float | str]]) -> float:
    """Contribution margin of one paid order: the sum of its steps, yuan.

    Arguments:
        steps: from `parcel_waterfall`.
    """
    total = 0.0
    for step in steps:
        amount = step[1]
        if isinstance(amount, str):
            raise ValueError("a step is [name, yuan], not " + str(step))
        total = total + amount
    return total
