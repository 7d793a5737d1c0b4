"""What comes back: refused at the door or sent back later, what it costs, how much of it one can bear.

`pricing.margin_after_returns` is what one paid order leaves with returns averaged in. Here stand
the shares that it asks for, and what follows from it. A parcel *refused* (拒收) was never accepted;
one *returned* (退货) was accepted first. Shares are 0 to 1, money is in yuan.
"""

from nongju.models.freshness import left_after
from nongju.models.pricing.checks import require_amount, require_part, require_share


def parcels_by_fate(parcels: float, refused: float, returned: float) -> list[float]:
    """Parcels that are [kept, refused, returned]; together they are all that were sent.

    Arguments:
        parcels: sent, at least 0.
        refused: share of those sent that is never accepted, 0 to 1.
        returned: share of those accepted that is sent back, 0 to 1.
    """
    require_amount(parcels, "parcels")
    require_share(refused, "refused")
    require_share(returned, "returned")
    accepted = parcels * (1 - refused)
    return [accepted * (1 - returned), parcels * refused, accepted * returned]


def share_refunded(refused: float, returned: float) -> float:
    """Share of paid orders whose money goes back: `returned` of `pricing.margin_after_returns`.

    Arguments:
        refused: share of parcels sent that is never accepted, 0 to 1.
        returned: share of those accepted that is sent back, 0 to 1.
    """
    require_share(refused, "refused")
    require_share(returned, "returned")
    return refused + (1 - refused) * returned


def share_sent_back(refused: float, returned: float, seller_pays: float) -> float:
    """Share of paid orders that travels back at the seller's cost: `sent_back` of `pricing`.

    A refused parcel always does; of the returned ones only those whose freight the seller pays
    (spoiled or wrong goods; a buyer who changed her mind pays herself, 消费者权益保护法 art. 25).

    Arguments:
        refused: share of parcels sent that is never accepted, 0 to 1.
        returned: share of those accepted that is sent back, 0 to 1.
        seller_pays: share of the returned whose way back the seller pays, 0 to 1.
    """
    require_share(refused, "refused")
    require_share(returned, "returned")
    require_share(seller_pays, "seller_pays")
    return refused + (1 - refused) * returned * seller_pays


def resalable_share(lost_a_day: float, days_there: float, days_kept: float, days_back: float) -> float:
    """Share of a returned parcel still fit to be sold: `recovered` of `pricing.margin_after_returns`.

    Arguments:
        lost_a_day: share of what is still sound that spoils a day, 0 to 1.
        days_there: on the road to the buyer, at least 0.
        days_kept: until the buyer sends it back, at least 0; 7 is the law's limit without a reason.
        days_back: on the road home, at least 0.
    """
    require_amount(days_there, "days_there")
    require_amount(days_kept, "days_kept")
    require_amount(days_back, "days_back")
    return left_after(lost_a_day, days_there + days_kept + days_back)


def cost_of_one_return(
    goods: float, packing: float, freight: float, freight_back: float, recovered: float
) -> float:
    """Yuan gone with one parcel that comes back: goods not sold again, packing, both ways.

    Arguments:
        goods: what stands in the box, yuan, at least 0.
        packing: yuan, at least 0.
        freight: yuan to the buyer, at least 0.
        freight_back: yuan home that the seller pays, at least 0; 0 if the buyer does.
        recovered: share of the goods that can be sold again, 0 to 1.
    """
    require_amount(goods, "goods")
    require_amount(packing, "packing")
    require_amount(freight, "freight")
    require_amount(freight_back, "freight_back")
    require_share(recovered, "recovered")
    return goods * (1 - recovered) + packing + freight + freight_back


def bearable_returns(
    price: float, fee_rate: float, goods: float, packing: float, freight: float, freight_back: float,
    recovered: float,
) -> float:  # fmt: skip
    """Share of orders that may come back before an order leaves nothing on average, 0 to 1.

    margin kept / (margin kept + cost of one return): `pricing.margin_after_returns` is 0 there.

    Arguments:
        price: what reaches the seller for one order, yuan, at least 0.
        fee_rate: platform fee, 0 up to, not including, 1; refunded orders pay none.
        goods: goods of one order after loss in storage, yuan, at least 0.
        packing: yuan, at least 0.
        freight: yuan to the buyer, at least 0.
        freight_back: yuan home that the seller pays, at least 0.
        recovered: share of returned goods that can be sold again, 0 to 1.

    Returns:
        0 where even an order that is kept leaves nothing; 1 where a return costs nothing.
    """
    require_amount(price, "price")
    require_part(fee_rate, "fee_rate")
    lost = cost_of_one_return(goods, packing, freight, freight_back, recovered)
    kept = price * (1 - fee_rate) - goods - packing - freight
    if kept <= 0:
        return 0.0
    return kept / (kept + lost)
