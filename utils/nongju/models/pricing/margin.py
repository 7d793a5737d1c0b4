"""Margin and markup: the same yuan, divided by the price or by the cost."""

from nongju.models.pricing.checks import require_amount, require_part, require_positive


def contribution_margin(price: float, variable_cost: float) -> float:
    """What one unit leaves for fixed cost and profit, yuan; negative is a loss.

    Arguments:
        price: what reaches the seller for one unit, yuan, at least 0.
        variable_cost: everything that is spent once more for one more unit, yuan, at least 0.

    Source: Horngren, Cost Accounting, ch. 3.
    """
    require_amount(price, "price")
    require_amount(variable_cost, "variable_cost")
    return price - variable_cost


def margin_share(price: float, cost: float) -> float:
    """Margin (毛利率): what is left, as a share of the price.

    Arguments:
        price: yuan, above 0.
        cost: yuan, at least 0.
    """
    require_positive(price, "price")
    require_amount(cost, "cost")
    return (price - cost) / price


def markup_share(price: float, cost: float) -> float:
    """Markup (加价率): what was added, as a share of the cost.

    Arguments:
        price: yuan, at least 0.
        cost: yuan, above 0.
    """
    require_amount(price, "price")
    require_positive(cost, "cost")
    return (price - cost) / cost


def margin_from_markup(markup: float) -> float:
    """Margin of a price set by a markup: 0.25 on the cost is 0.20 of the price.

    Arguments:
        markup: share of the cost, at least 0.
    """
    require_amount(markup, "markup")
    return markup / (1 + markup)


def markup_from_margin(margin: float) -> float:
    """Markup that gives a margin: for 0.20 of the price add 0.25 to the cost.

    Arguments:
        margin: share of the price, 0 up to, not including, 1.
    """
    require_part(margin, "margin")
    return margin / (1 - margin)


def price_for_markup(cost: float, markup: float) -> float:
    """Price that adds a share of the cost, yuan.

    Arguments:
        cost: yuan, at least 0.
        markup: share of the cost, at least 0.
    """
    require_amount(cost, "cost")
    require_amount(markup, "markup")
    return cost * (1 + markup)


def price_for_margin(cost: float, margin: float, fee_rate: float = 0.0) -> float:
    """Price of which a share is left after cost and platform fee, yuan.

    Arguments:
        cost: variable cost without the fee, yuan, at least 0.
        margin: share of the price to be left, 0 up to, not including, 1.
        fee_rate: platform fee, 0 up to, not including, 1.

    Raises:
        ValueError: out of range, or fee and margin together leave nothing for the cost.
    """
    require_amount(cost, "cost")
    require_part(margin, "margin")
    require_part(fee_rate, "fee_rate")
    require_part(margin + fee_rate, "margin + fee_rate")
    return cost / (1 - fee_rate - margin)
