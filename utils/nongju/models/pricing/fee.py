"""The platform's technical service fee, and the price that still covers it."""

from nongju.models.pricing.checks import require_amount, require_finite, require_part


def fee_base(goods_paid: float, freight_paid: float, platform_subsidy: float) -> float:
    """What the platform's rate is taken of.

    Arguments:
        goods_paid: yuan the buyer paid for the goods, after every coupon, at least 0.
        freight_paid: yuan the buyer paid for freight, at least 0.
        platform_subsidy: yuan of the coupon that the platform paid, at least 0.

    Source: 视频号商家技术服务费管理规则, 1 Jan 2023: rate × (用户实付含运费 + 支付补贴).
    """
    require_amount(goods_paid, "goods_paid")
    require_amount(freight_paid, "freight_paid")
    require_amount(platform_subsidy, "platform_subsidy")
    return goods_paid + freight_paid + platform_subsidy


def platform_fee(base: float, fee_rate: float) -> float:
    """Fee of one order.

    Arguments:
        base: yuan, from `fee_base`, at least 0.
        fee_rate: the category's rate, 0 up to, not including, 1 (0 until end of 2022; 0.01 to
            0.05 from January 2023).

    Source: 视频号商家技术服务费管理规则, 1 Jan 2023.
    """
    require_amount(base, "base")
    require_part(fee_rate, "fee_rate")
    return base * fee_rate


def lowest_price(cost: float, fee_rate: float, wanted: float = 0.0) -> float:
    """Price that leaves the wanted margin after the fee: divide by what the fee leaves.

    Arguments:
        cost: variable cost of the parcel without the fee, yuan, at least 0.
        fee_rate: 0 up to, not including, 1.
        wanted: contribution margin wanted, yuan a parcel; 0 for break-even.

    Raises:
        ValueError: out of range, or the wanted loss is greater than the cost.
    """
    require_amount(cost, "cost")
    require_part(fee_rate, "fee_rate")
    require_finite(wanted, "wanted")
    require_amount(cost + wanted, "cost + wanted")
    return (cost + wanted) / (1 - fee_rate)
