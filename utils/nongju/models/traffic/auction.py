"""The queue for a place: who is shown first, and what each pays for a click."""

from nongju.models.traffic.visits import _amount


def position_auction(
    bids: list[float], qualities: list[float], position_clicks: list[float], reserve: float = 0.0
) -> list[list[float]]:
    """Who gets which place in a generalized second-price auction with quality, and pays what.

    Sellers are ranked by bid times quality. Each pays per click the least that keeps the place:
    the next one's bid times quality, divided by the own quality, and at least the reserve.

    Arguments:
        bids: yuan a click, at least 0.
        qualities: relative click-through of each seller's own cover, above 0, as many as bids.
        position_clicks: clicks that a place brings at quality 1, best place first, not rising.
        reserve: least bid that is served, yuan a click.

    Returns:
        One row for each place that is filled: [seller's index, price a click, clicks].

    Source: Edelman, Ostrovsky and Schwarz, American Economic Review 97 (2007); Varian,
    International Journal of Industrial Organization 25 (2007).
    """
    if len(bids) != len(qualities):
        raise ValueError("each seller needs a bid and a quality")
    _amount("reserve", reserve)
    for i in range(1, len(position_clicks)):
        if position_clicks[i] > position_clicks[i - 1]:
            raise ValueError("clicks must not rise from one place to the next")
    served = []
    for i in range(len(bids)):
        _amount("bid", bids[i])
        if not qualities[i] > 0:
            raise ValueError("quality must be above 0")
        if bids[i] >= reserve:
            served.append(i)
    # Insertion sort by bid times quality: few sellers, ties keep the order in which they came.
    for i in range(1, len(served)):
        here = served[i]
        j = i
        while j > 0 and bids[served[j - 1]] * qualities[served[j - 1]] < bids[here] * qualities[here]:
            served[j] = served[j - 1]
            j = j - 1
        served[j] = here
    rows = []
    for place in range(len(served)):
        if place >= len(position_clicks):
            break
        seller = served[place]
        price = reserve
        if place + 1 < len(served):
            after = served[place + 1]
            price = max(reserve, bids[after] * qualities[after] / qualities[seller])
        rows.append([seller, price, position_clicks[place] * qualities[seller]])
    return rows


def externality_payments(values: list[float], position_clicks: list[float]) -> list[float]:
    """Vickrey-Clarke-Groves payments for the places, yuan in all, sellers in falling value.

    Each pays what the others lose by its being there. The yardstick beside the second price.

    Arguments:
        values: yuan a click, falling.
        position_clicks: clicks of each place, not rising.

    Source: as position_auction, section 1.
    """
    for i in range(1, len(values)):
        if values[i] > values[i - 1]:
            raise ValueError("values must not rise")
    payments = []
    for place in range(min(len(position_clicks), len(values))):
        owed = 0.0
        for below in range(place + 1, len(values)):
            now = position_clicks[below] if below < len(position_clicks) else 0.0
            moved_up = position_clicks[below - 1] if below - 1 < len(position_clicks) else 0.0
            owed = owed + values[below] * (moved_up - now)
        payments.append(owed)
    return payments
