"""Money not yet settled: what a seller lays out until the platform pays."""

from nongju.models.pricing.checks import require_amount, require_positive


def money_tied_up(parcels_a_day: float, outlay: float, days: float) -> float:
    """Yuan a seller has laid out at any moment, once sales run steadily.

    Arguments:
        parcels_a_day: parcels sent a day, at least 0.
        outlay: yuan paid out for one parcel before its money comes, at least 0.
        days: days from sending to the money's arrival, at least 0.

    Source: Little's law, L = λW (Little 1961), in yuan.
    """
    require_amount(parcels_a_day, "parcels_a_day")
    require_amount(outlay, "outlay")
    require_amount(days, "days")
    return parcels_a_day * outlay * days


def parcels_affordable(cash: float, outlay: float, days: float) -> float:
    """Parcels a day that the cash at hand can carry.

    Arguments:
        cash: yuan at hand, at least 0.
        outlay: yuan paid out for one parcel, above 0.
        days: days from sending to the money's arrival, above 0.
    """
    require_amount(cash, "cash")
    require_positive(outlay, "outlay")
    require_positive(days, "days")
    return cash / outlay / days


def days_affordable(cash: float, parcels_a_day: float, outlay: float) -> float:
    """Days the cash at hand lasts while no money comes in.

    Arguments:
        cash: yuan at hand, at least 0.
        parcels_a_day: parcels sent a day, above 0.
        outlay: yuan paid out for one parcel, above 0.
    """
    require_amount(cash, "cash")
    require_positive(parcels_a_day, "parcels_a_day")
    require_positive(outlay, "outlay")
    return cash / (parcels_a_day * outlay)


def waiting_cost(outlay: float, days: float, yearly_rate: float) -> float:
    """What waiting for the money of one parcel costs, at simple interest, yuan.

    Arguments:
        outlay: yuan laid out, at least 0.
        days: days until the money comes, at least 0.
        yearly_rate: what the money would earn or what a loan costs, share a year, at least 0.
    """
    require_amount(outlay, "outlay")
    require_amount(days, "days")
    require_amount(yearly_rate, "yearly_rate")
    return outlay * yearly_rate * days / 365
