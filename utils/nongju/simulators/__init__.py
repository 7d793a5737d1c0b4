"""Simulators: a control list, a model and a view; drawn in the browser by the function that marks.

Read in this order: `control`, `simulation` (what one is made of), `phone_camera` and the others,
`widget` (as an ordinary ipywidget), `setting`, `placement` (as a question of a week), `placed` (its widget),
`worksheet` (what an author calls), `stars` (how its challenge is marked), `picture` (without a browser),
`compile` (what is made of the course's facts and of the models), `web/` (the browser's part).
Importing this imports no widget and no solver.
"""

from nongju.simulators.live_funnel import LIVE_FUNNEL
from nongju.simulators.phone_camera import PHONE_CAMERA
from nongju.simulators.placing.stars import rule_stars
from nongju.simulators.placing.worksheet import WorksheetPlacement, place, question
from nongju.simulators.price_waterfall import PRICE_WATERFALL
from nongju.simulators.tiered_clearing import CLEARING_FLOWS, TIERED_CLEARING
from nongju.simulators.traffic_auction import TRAFFIC_AUCTION

ALL = (PHONE_CAMERA, PRICE_WATERFALL, LIVE_FUNNEL, TRAFFIC_AUCTION, TIERED_CLEARING, CLEARING_FLOWS)
"""Every simulation, in the order in which the course meets them."""

__all__ = [
    "ALL",
    "CLEARING_FLOWS",
    "LIVE_FUNNEL",
    "PHONE_CAMERA",
    "PRICE_WATERFALL",
    "TIERED_CLEARING",
    "TRAFFIC_AUCTION",
    "WorksheetPlacement",
    "place",
    "question",
    "rule_stars",
]
