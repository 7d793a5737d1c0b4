"""A shop in one's own house against a rented one: no rent to pay is not no cost."""

from nongju.models.pricing.checks import require_amount, require_finite


def rented_shop(units: float, unit_margin: float, rent: float, other_fixed: float) -> list[list[float | str]]:
    """A month in a rented shop, step by step, as [name, yuan].

    Arguments:
        units: sold in the month, at least 0.
        unit_margin: contribution margin, yuan a unit.
        rent: yuan a month, at least 0.
        other_fixed: wages, power, network, one's own hours, yuan a month, at least 0.

    Returns:
        Steps margin, rent, other_fixed, then "left": their sum.
    """
    require_amount(units, "units")
    require_finite(unit_margin, "unit_margin")
    require_amount(rent, "rent")
    require_amount(other_fixed, "other_fixed")
    margin = units * unit_margin
    return [
        ["margin", margin],
        ["rent", -rent],
        ["other_fixed", -other_fixed],
        ["left", margin - rent - other_fixed],
    ]


def shop_in_own_house(
    units: float, unit_margin: float, rent_forgone: float, other_fixed: float
) -> list[list[float | str]]:
    """A month in one's own ground floor, step by step, as [name, yuan].

    Arguments:
        units: sold in the month, at least 0.
        unit_margin: contribution margin, yuan a unit.
        rent_forgone: rent that others would pay for the room, yuan a month, at least 0.
        other_fixed: wages, power, network, one's own hours, yuan a month, at least 0.

    Returns:
        Steps margin, other_fixed, "cash": what is in hand; rent_forgone, "left": what the
        shop is worth beyond letting the room.

    Source: opportunity cost, Horngren, Cost Accounting, ch. 11.
    """
    require_amount(units, "units")
    require_finite(unit_margin, "unit_margin")
    require_amount(rent_forgone, "rent_forgone")
    require_amount(other_fixed, "other_fixed")
    margin = units * unit_margin
    cash = margin - other_fixed
    return [
        ["margin", margin],
        ["other_fixed", -other_fixed],
        ["cash", cash],
        ["rent_forgone", -rent_forgone],
        ["left", cash - rent_forgone],
    ]
