"""From the township to the buyer: days, billed weight with room, loss on the road, which carrier and box.

A way of sending is a list [packing, box_kg, room_kg, first_price, step_price, step_kg, days, lost_a_day]:

    packing      yuan a parcel for box, foam, ice, tape, at least 0
    box_kg       what they weigh, kilogram, at least 0
    room_kg      volumetric weight of the sealed box, kilogram, 0 where the contract bills weight alone
    first_price  yuan for the first kilogram, at least 0
    step_price   yuan for each further kilogram, at least 0
    step_kg      rounding step of the contract, kilogram, 0 for exact weight
    days         from the door to the buyer, at least 0
    lost_a_day   share of what is still sound that spoils a day in this box, 0 to 1

Weight and freight are `pricing.courier`'s, loss over time is `freshness.left_after`.
"""

from nongju.models.freshness import left_after
from nongju.models.pricing.checks import require_amount, require_part, require_positive
from nongju.models.pricing.courier import billed_weight, freight, sealed_weight


def days_to_buyer(legs: list[list[float]]) -> list[float]:
    """Fewest and most days on the road, as [fewest, most]: the sums over the legs.

    Township to county 1 to 2 days, county to a far province 3 to 5: in all 4 to 7.

    Arguments:
        legs: [fewest, most] days of each leg, each at least 0, the most not below the fewest.
    """
    fewest = 0.0
    most = 0.0
    for leg in legs:
        require_amount(leg[0], "days")
        require_amount(leg[1], "days")
        if leg[0] > leg[1]:
            raise ValueError("a leg is [fewest, most] days, not " + str(leg))
        fewest = fewest + leg[0]
        most = most + leg[1]
    return [fewest, most]


def volumetric_weight(length_cm: float, width_cm: float, height_cm: float, divisor: float) -> float:
    """Kilogram that a carrier takes a box for by the room it needs.

    Arguments:
        length_cm: outside length of the sealed box, centimetre, above 0.
        width_cm: outside width, centimetre, above 0.
        height_cm: outside height, centimetre, above 0.
        divisor: cubic centimetre for a kilogram by the contract, above 0; carriers write 4000 to 12000.

    Source: the carriers' rule (length·width·height)/divisor, the greater of it and the scale is billed:
    https://help.ecoparcel.eu/en/articles/3019497-chargeable-weight-rules
    """
    require_positive(length_cm, "length_cm")
    require_positive(width_cm, "width_cm")
    require_positive(height_cm, "height_cm")
    require_positive(divisor, "divisor")
    return length_cm * width_cm * height_cm / divisor


def _way(way: list[float]) -> None:
    if len(way) != 8:
        raise ValueError(
            "a way is [packing, box_kg, room_kg, first_price, step_price, step_kg, days, lost_a_day]"
        )
    require_amount(way[0], "packing")
    require_amount(way[2], "room_kg")


def sending_cost(jin: float, way: list[float]) -> float:
    """Yuan a parcel for packing and freight: the scale or the room, whichever is more, rounded up.

    Arguments:
        jin: goods in the box, above 0.
        way: as in the module's docstring.
    """
    require_positive(jin, "jin")
    _way(way)
    kg = max(sealed_weight(jin, way[1], 0.5), way[2])
    return way[0] + freight(billed_weight(kg, way[5]), way[3], way[4], 1.0)


def lost_on_the_road(way: list[float]) -> float:
    """Share of a parcel that has spoiled when it is opened, 0 to 1.

    Arguments:
        way: as in the module's docstring.
    """
    _way(way)
    return 1 - left_after(way[7], way[6])


def home_per_jin(jin: float, price: float, fee_rate: float, way: list[float]) -> float:
    """Yuan that come home for each jin packed: paid for what arrives sound, less fee, packing and freight.

    What spoils is refunded by weight (坏果包赔) and pays no platform fee; nothing of it comes back.

    Arguments:
        jin: goods in the box, above 0.
        price: what the buyer pays a jin, freight included, yuan, at least 0.
        fee_rate: platform fee, 0 up to, not including, 1.
        way: as in the module's docstring.
    """
    require_amount(price, "price")
    require_part(fee_rate, "fee_rate")
    paid = price * (1 - fee_rate) * (1 - lost_on_the_road(way))
    return paid - sending_cost(jin, way) / jin


def best_way(jin: float, price: float, fee_rate: float, ways: list[list[float]], floor: float) -> int:
    """Place in the list of the carrier and box that bring home most a jin, -1 if none beats the door.

    Arguments:
        jin: goods in the box, above 0.
        price: what the buyer pays a jin, freight included, yuan, at least 0.
        fee_rate: platform fee, 0 up to, not including, 1.
        ways: as in the module's docstring; of equal ones the first is taken.
        floor: yuan a jin that a buyer at the door pays.
    """
    best = -1
    most = floor
    for i in range(len(ways)):
        home = home_per_jin(jin, price, fee_rate, ways[i])
        if home > most:
            best = i
            most = home
    return best


def price_for_better_way(jin: float, fee_rate: float, better: list[float], cheaper: list[float]) -> float:
    """Selling price from which the dearer, safer way pays, yuan a jin: extra cost over extra jin sound.

    Arguments:
        jin: goods in the box, above 0.
        fee_rate: platform fee, 0 up to, not including, 1.
        better: the way on which less spoils.
        cheaper: the other way.

    Returns:
        0 where the better way costs no more, so that it pays at any price.

    Raises:
        ValueError: no less spoils on the better way: no price makes it worth more money.
    """
    require_part(fee_rate, "fee_rate")
    saved = lost_on_the_road(cheaper) - lost_on_the_road(better)
    if not saved > 0:
        raise ValueError("no less spoils on the better way: no price is high enough for it")
    extra = sending_cost(jin, better) - sending_cost(jin, cheaper)
    return max(extra / (jin * saved * (1 - fee_rate)), 0)
