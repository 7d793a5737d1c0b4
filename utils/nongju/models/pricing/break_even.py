"""Break-even: how many units carry the fixed cost, a day's or a live session's."""

from nongju.models.pricing.checks import require_amount, require_finite, require_positive


def break_even_units(fixed_cost: float, unit_margin: float) -> float:
    """Units that must be sold before fixed cost is covered, not rounded.

    The same division says how many near parcels make up for the loss on a far one.

    Arguments:
        fixed_cost: yuan for the period, at least 0.
        unit_margin: contribution margin, yuan a unit, above 0.

    Raises:
        ValueError: unit_margin is not above 0: no volume ever breaks even.

    Source: Horngren, Cost Accounting, ch. 3.
    """
    require_amount(fixed_cost, "fixed_cost")
    require_positive(unit_margin, "unit_margin")
    return fixed_cost / unit_margin


def whole_units(units: float) -> float:
    """Units rounded up to whole ones: 62.5 parcels means 63.

    What passes a whole number by less than a thousand-millionth is that number.

    Arguments:
        units: at least 0.
    """
    require_amount(units, "units")
    whole = units // 1
    if units - whole > 0.000000001:
        whole = whole + 1
    return whole


def break_even_parcels(fixed_cost: float, unit_margin: float) -> float:
    """Whole parcels a day or a live session until its fixed cost is covered.

    Arguments:
        fixed_cost: yuan of the day or the session, at least 0.
        unit_margin: contribution margin, yuan a parcel, above 0.
    """
    return whole_units(break_even_units(fixed_cost, unit_margin))


def break_even_turnover(fixed_cost: float, margin_share: float) -> float:
    """Turnover that covers fixed cost, yuan.

    Arguments:
        fixed_cost: yuan for the period, at least 0.
        margin_share: contribution margin over price, above 0 and at most 1.

    Source: Horngren, Cost Accounting, ch. 3.
    """
    require_amount(fixed_cost, "fixed_cost")
    if not (margin_share > 0 and margin_share <= 1):
        raise ValueError("margin_share is a share above 0, at most 1, not " + str(margin_share))
    return fixed_cost / margin_share


def profit(units: float, unit_margin: float, fixed_cost: float) -> float:
    """What is left of a period or a session, yuan; negative is a loss.

    Arguments:
        units: sold and kept, at least 0.
        unit_margin: contribution margin, yuan a unit; may be negative.
        fixed_cost: yuan, at least 0.
    """
    require_amount(units, "units")
    require_finite(unit_margin, "unit_margin")
    require_amount(fixed_cost, "fixed_cost")
    return units * unit_margin - fixed_cost


def fixed_cost_per_day(monthly: float, days: float) -> float:
    """Fixed cost of one day that the shop is open, yuan.

    Arguments:
        monthly: rent, network and the like, yuan a month, at least 0.
        days: days open in the month, above 0.
    """
    require_amount(monthly, "monthly")
    require_positive(days, "days")
    return monthly / days


def session_fixed_cost(hours: float, people: float, hourly_wage: float, other: float) -> float:
    """Fixed cost of one live session, yuan: it is spent even if nobody buys.

    Arguments:
        hours: preparation, session and clearing up, at least 0.
        people: host and helpers, at least 0; one's own hours count too.
        hourly_wage: yuan an hour that others would pay, at least 0.
        other: network, samples, room, registration, yuan, at least 0.
    """
    require_amount(hours, "hours")
    require_amount(people, "people")
    require_amount(hourly_wage, "hourly_wage")
    require_amount(other, "other")
    return hours * people * hourly_wage + other


def discounted_units(
    units: float, margin_before: float, margin_after: float, extra_cost: float = 0.0
) -> float:
    """Units a discount must bring so that as much is earned as before, not rounded.

    Arguments:
        units: sold without the discount, at least 0.
        margin_before: contribution margin without it, yuan a unit, at least 0.
        margin_after: contribution margin with it, yuan a unit, above 0.
        extra_cost: paid once to take part, yuan, at least 0.

    Raises:
        ValueError: margin_after is not above 0: no volume brings it back.
    """
    require_amount(units, "units")
    require_amount(margin_before, "margin_before")
    require_positive(margin_after, "margin_after")
    require_amount(extra_cost, "extra_cost")
    return (units * margin_before + extra_cost) / margin_after
