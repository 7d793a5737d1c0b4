"""Pricing: what one parcel costs, what is left of it, and how many it takes.

Read in this order: `goods` (what stands in the box), `courier` (the sealed box on
the scale), `fee` (the platform), `coupons` (who gives what away), `returns` (what comes back),
`waiting` (money not yet settled), `margin`, `break_even`, `zones` (free shipping to where),
`shop` (a house of one's own), `waterfall` (all of one parcel, step by step).

Money is in yuan, weight as named (jin or kilogram), shares are 0 to 1. Nothing is rounded.
Every function raises ValueError for input outside its stated range.
"""

from nongju.models.pricing.break_even import (
    break_even_parcels,
    break_even_turnover,
    break_even_units,
    discounted_units,
    fixed_cost_per_day,
    profit,
    session_fixed_cost,
    whole_units,
)
from nongju.models.pricing.coupons import (
    after_coupons,
    buyer_pays,
    discount_room,
    extra_free_share,
    lowest_listed_price,
    seller_takes,
    stacked_share,
    threshold_reduction,
)
from nongju.models.pricing.courier import billed_weight, freight, parcel_freight, sealed_weight
from nongju.models.pricing.fee import fee_base, lowest_price, platform_fee
from nongju.models.pricing.goods import (
    cost_after_loss,
    cost_per_finished,
    own_goods_cost,
    own_time_cost,
    spread_cost,
)
from nongju.models.pricing.margin import (
    contribution_margin,
    margin_from_markup,
    margin_share,
    markup_from_margin,
    markup_share,
    price_for_margin,
    price_for_markup,
)
from nongju.models.pricing.returns import margin_after_returns
from nongju.models.pricing.shop import rented_shop, shop_in_own_house
from nongju.models.pricing.waiting import (
    days_affordable,
    money_tied_up,
    parcels_affordable,
    waiting_cost,
)
from nongju.models.pricing.waterfall import parcel_margin, parcel_waterfall
from nongju.models.pricing.zones import (
    far_share_allowed,
    freight_share,
    kept_after_returns,
    mixed_margin,
    zone_margins,
)

__all__ = [
    "after_coupons",
    "billed_weight",
    "break_even_parcels",
    "break_even_turnover",
    "break_even_units",
    "buyer_pays",
    "contribution_margin",
    "cost_after_loss",
    "cost_per_finished",
    "days_affordable",
    "discount_room",
    "discounted_units",
    "extra_free_share",
    "far_share_allowed",
    "fee_base",
    "fixed_cost_per_day",
    "freight",
    "freight_share",
    "kept_after_returns",
    "lowest_listed_price",
    "lowest_price",
    "margin_after_returns",
    "margin_from_markup",
    "margin_share",
    "markup_from_margin",
    "markup_share",
    "mixed_margin",
    "money_tied_up",
    "own_goods_cost",
    "own_time_cost",
    "parcel_freight",
    "parcel_margin",
    "parcel_waterfall",
    "parcels_affordable",
    "platform_fee",
    "price_for_margin",
    "price_for_markup",
    "profit",
    "rented_shop",
    "sealed_weight",
    "seller_takes",
    "session_fixed_cost",
    "shop_in_own_house",
    "spread_cost",
    "stacked_share",
    "threshold_reduction",
    "waiting_cost",
    "whole_units",
    "zone_margins",
]
