"""What being seen costs and brings: live rooms, places in a queue, paid pushes.

Read in this order: `visits` (the live room, what a visit and a customer are worth), `auction` (the queue for
a place), `pushes` (what beans cost, and the platform's cost guarantee).

All money is in yuan, all rates are shares from 0 to 1, all counts are for one session
unless said otherwise. Nothing is rounded here; who shows a number rounds it.
The plain functions keep to the part of Python that pscript can turn into JavaScript.
"""

from nongju.models.traffic.auction import externality_payments, position_auction
from nongju.models.traffic.pushes import guarantee_refund, orders_guarded, yuan_for_beans
from nongju.models.traffic.visits import (
    average_online,
    break_even_bid,
    break_even_return,
    cost_per_order,
    customer_value,
    funnel,
    marginal_gains,
    periods_to_earn_back,
    turnover_per_thousand,
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
