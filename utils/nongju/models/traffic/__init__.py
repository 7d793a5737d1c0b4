"""What being seen costs and brings: the live-room funnel, the queue for a place, paid pushes.

All money is in yuan, all rates are shares from 0 to 1, all counts are for one session
unless said otherwise. Nothing is rounded here; who shows a number rounds it.
The plain functions keep to the part of Python that pscript can turn into JavaScript.
"""

from nongju.models.traffic.auction import (
    externality_payments,
    guarantee_refund,
    orders_guarded,
    position_auction,
    yuan_for_beans,
)
from nongju.models.traffic.funnel import average_online, funnel, turnover_per_thousand
from nongju.models.traffic.payback import (
    break_even_bid,
    break_even_return,
    cost_per_order,
    customer_value,
    marginal_gains,
    periods_to_earn_back,
)

__all__ = [
    "average_online",
    "break_even_bid",
    "break_even_return",
    "cost_per_order",
    "customer_value",
    "externality_payments",
    "funnel",
    "guarantee_refund",
    "marginal_gains",
    "orders_guarded",
    "periods_to_earn_back",
    "position_auction",
    "turnover_per_thousand",
    "yuan_for_beans",
]
