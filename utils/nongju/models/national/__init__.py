"""A whole country's harvests, cleared tier by tier and by optimum.

Read in this order: `country` (counties, prefectures, provinces, the roads between them), `crops` (what
grows, what is asked for and paid: a seeded generator), `cleared` (what became of the goods), `tiers`
(nearest first, a week at a time), `optimum` (the linear programme, a crop at a time).

Counts and names of units are published; prices, distances and harvests are drawn, and each assumption
stands beside its constant. Amounts are in thousand jin (half a tonne), money in thousand yuan, prices
and freight in yuan a jin. NumPy and SciPy are imported here and nowhere on a worksheet's road.
"""

from nongju.models.national.cleared import Cleared
from nongju.models.national.country import Country, country
from nongju.models.national.crops import CROPS, WEEKS, Crop, Season, season
from nongju.models.national.optimum import Programme, optimum, programme
from nongju.models.national.tiers import tier_by_tier

__all__ = [
    "CROPS",
    "WEEKS",
    "Cleared",
    "Country",
    "Crop",
    "Programme",
    "Season",
    "country",
    "optimum",
    "programme",
    "season",
    "tier_by_tier",
]
