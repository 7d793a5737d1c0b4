"""Clearing a harvest through tiers of buyers: nearest first, by what comes home, or at least cost.

One jin is half a kilogram. A buyer is a list [tier, price, freight, share_lost, demand]:
tier 0 is nearest; price in yuan for a jin that arrives saleable; freight in yuan for a jin
loaded; share_lost of what was loaded, 0 to 1; demand in jin loaded, at least 0.
"""


def net_price(price: float, freight: float, share_lost: float) -> float:
    """What one jin loaded brings home, yuan (到手价): price on what arrives, less the road.

    Arguments:
        price: yuan a jin that arrives saleable, at least 0.
        freight: yuan a jin loaded, at least 0; the truck carries what spoils, too.
        share_lost: spoiled on the way, 0 to 1.
    """
    if not price >= 0 or not freight >= 0:
        raise ValueError("price and freight must be at least 0")
    if not 0 <= share_lost <= 1:
        raise ValueError(f"share_lost must lie between 0 and 1, not {share_lost}")
    return price * (1 - share_lost) - freight


def truck_worth_calling(truck_cost: float, price: float, share_lost: float, local_price: float) -> float:
    """Load from which a truck beats selling at the door, jin.

    Arguments:
        truck_cost: yuan a trip, at least 0.
        price: yuan a jin that arrives saleable.
        share_lost: spoiled on the way, 0 to 1.
        local_price: yuan a jin at the door, at least 0.

    Raises:
        ValueError: a jin brings no more there than at the door, so no load is large enough.
    """
    if not truck_cost >= 0:
        raise ValueError("truck_cost must be at least 0")
    gain = net_price(price, 0.0, share_lost) - local_price
    if not gain > 0:
        raise ValueError("a jin brings no more there than at the door: no truck is worth calling")
    return truck_cost / gain


def _take(supply: float, buyers: list[list[float]], order: list[int], floor: float) -> list[float]:
    loads = [0.0 for _ in buyers]
    left = supply
    for i in order:
        buyer = buyers[i]
        if net_price(buyer[1], buyer[2], buyer[3]) > floor:
            loads[i] = min(left, buyer[4])
            left = left - loads[i]
    return loads


def _ordered(keys: list[list[float]]) -> list[int]:
    # Insertion sort by the first, then the second key, rising; equal ones keep their order.
    order: list[int] = []
    for i in range(len(keys)):
        j = len(order)
        order.append(i)
        while j > 0 and (
            keys[order[j - 1]][0] > keys[i][0]
            or (keys[order[j - 1]][0] == keys[i][0] and keys[order[j - 1]][1] > keys[i][1])
        ):
            order[j] = order[j - 1]
            j = j - 1
        order[j] = i
    return order


def nearest_first(supply: float, buyers: list[list[float]], floor: float = 0.0) -> list[float]:
    """Load for each buyer when the nearest tier is filled first, jin, in the buyers' order.

    Within a tier the one that brings home more goes first. A buyer whose net price is not
    above floor gets nothing.

    Arguments:
        supply: jin to clear, at least 0.
        buyers: rows as in the module's docstring.
        floor: what a jin is worth if it stays, yuan (feed, compost), 0 if it rots.
    """
    _check(supply, buyers)
    keys = [[buyer[0], -net_price(buyer[1], buyer[2], buyer[3])] for buyer in buyers]
    return _take(supply, buyers, _ordered(keys), floor)


def best_net_first(supply: float, buyers: list[list[float]], floor: float = 0.0) -> list[float]:
    """Load for each buyer that brings home the most in all, jin: sort by net price, fill from the top.

    With one place of supply and freight by the jin this is the optimum of the transportation
    programme (a fractional knapsack): see least_cost for several places.

    Source: Dantzig, Discrete-Variable Extremum Problems, Operations Research 5 (1957).
    """
    _check(supply, buyers)
    keys = [[-net_price(buyer[1], buyer[2], buyer[3]), buyer[0]] for buyer in buyers]
    return _take(supply, buyers, _ordered(keys), floor)


def price_that_trades(
    supply: float, buyers: list[list[float]], which: int, floor: float = 0.0, nearest: bool = False
) -> float:
    """Reservation price of a buyer: above it a first jin goes there, at or below it none, yuan a jin.

    What the jin given up would have brought home elsewhere, plus the road, over what arrives. The
    others keep their prices; the buyer's own price in `buyers` is not looked at.

    Arguments:
        supply: jin to clear, at least 0.
        buyers: rows as in the module's docstring.
        which: the buyer's place in the list.
        floor: what a jin is worth if it stays, yuan.
        nearest: True if nearer tiers are filled first whatever they pay, False for the best net price.

    Returns:
        At least 0. The optimum's dual price of a jin, put through the road.

    Raises:
        ValueError: no price brings a jin there: nothing is to clear, nearer tiers take it all,
            nothing is wanted, or nothing arrives.

    Source: marginal value of a constraint, Dantzig, Linear Programming and Extensions (1963), ch. 12.
    """
    _check(supply, buyers)
    mine = buyers[which]
    left = supply
    rivals: list[list[float]] = []
    for i in range(len(buyers)):
        if i == which:
            continue
        if nearest and buyers[i][0] != mine[0]:
            if buyers[i][0] < mine[0] and net_price(buyers[i][1], buyers[i][2], buyers[i][3]) > floor:
                left = left - min(left, buyers[i][4])
        else:
            rivals.append(buyers[i])
    if not (left > 0 and mine[4] > 0 and mine[3] < 1):
        raise ValueError("no price brings a jin there: nothing is left, wanted or able to arrive")
    given_up = floor
    keys = [[-net_price(rival[1], rival[2], rival[3]), rival[0]] for rival in rivals]
    for i in _ordered(keys):
        if -keys[i][0] > floor and left > 0 and rivals[i][4] > 0:
            given_up = -keys[i][0]
            left = left - min(left, rivals[i][4])
    if left > 0:
        given_up = floor
    return max((given_up + mine[2]) / (1 - mine[3]), 0.0)


def brought_home(loads: list[float], buyers: list[list[float]]) -> float:
    """Yuan in all that the loads bring home."""
    total = 0.0
    for i in range(len(buyers)):
        total = total + loads[i] * net_price(buyers[i][1], buyers[i][2], buyers[i][3])
    return total


def _check(supply: float, buyers: list[list[float]]) -> None:
    if not supply >= 0:
        raise ValueError(f"supply must be at least 0, not {supply}")
    for buyer in buyers:
        if len(buyer) != 5:
            raise ValueError("a buyer is [tier, price, freight, share_lost, demand]")
        if not buyer[4] >= 0:
            raise ValueError(f"demand must be at least 0, not {buyer[4]}")
