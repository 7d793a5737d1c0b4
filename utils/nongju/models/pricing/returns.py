"""What comes back: refunds, refused parcels, goods that can be sold again."""

from nongju.models.pricing.checks import require_amount, require_part, require_share


def margin_after_returns(
    price: float,
    fee_rate: float,
    goods: float,
    packing: float,
    freight: float,
    returned: float,
    sent_back: float,
    recovered: float,
) -> float:
    """Contribution margin of one paid order before advertising, returns averaged in, yuan.

    price·(1−returned)·(1−fee_rate) − goods·(1 − returned·recovered) − packing
    − freight·(1+sent_back)

    Arguments:
        price: what reaches the seller for one order, yuan, at least 0.
        fee_rate: platform fee, 0 up to, not including, 1; refunded orders pay none.
        goods: goods of one order after loss in storage, yuan, at least 0.
        packing: yuan, at least 0; lost with every return.
        freight: yuan one way, at least 0.
        returned: share of paid orders that are refunded, 0 to 1, refused parcels included.
        sent_back: share of paid orders sent back at the seller's cost, 0 to `returned`.
        recovered: share of returned goods that can be sold again, 0 to 1: 0 for fresh goods,
            more for sealed dry goods.

    Raises:
        ValueError: out of range; or more is sent back than refunded.

    Source: expected value of one paid order, over the share that is kept and the share that
    comes back; nothing is assumed beyond the terms listed.
    """
    require_amount(price, "price")
    require_part(fee_rate, "fee_rate")
    require_amount(goods, "goods")
    require_amount(packing, "packing")
    require_amount(freight, "freight")
    require_share(returned, "returned")
    require_share(sent_back, "sent_back")
    require_share(recovered, "recovered")
    if sent_back > returned:
        raise ValueError("sent_back is part of returned, not more: " + str(sent_back))
    kept = price * (1 - returned) * (1 - fee_rate)
    return kept - goods * (1 - returned * recovered) - packing - freight * (1 + sent_back)
