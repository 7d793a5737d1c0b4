"""A dozen crops over twelve weeks: who grows them, who asks for them at what price. Drawn, and seeded."""

from dataclasses import dataclass

import numpy as np

from nongju.models.national.country import Country, Floats, Ints

WEEKS = 12
"""Weeks of a season."""


@dataclass(frozen=True)
class Crop:
    """What is assumed of a crop.

    Attributes:
        name: in English.
        price: at the farm gate, yuan a jin.
        grown: share of counties that grow it.
        lost_a_link: share that spoils on a link of the road.
        lost_a_week: share that spoils in a week of storage.
        store_cost: yuan a jin and week.
        asked: thousand jin a week that an average county's shops and canteens take together.
    """

    name: str
    price: float
    grown: float
    lost_a_link: float
    lost_a_week: float
    store_cost: float
    asked: float


CROPS = (
    Crop("potato", 1.00, 0.55, 0.02, 0.015, 0.010, 200),
    Crop("sweet potato", 1.00, 0.45, 0.02, 0.020, 0.010, 90),
    Crop("yam", 6.00, 0.15, 0.03, 0.010, 0.015, 25),
    Crop("mountain cabbage", 0.35, 0.40, 0.05, 0.080, 0.015, 180),
    Crop("radish", 0.60, 0.50, 0.04, 0.050, 0.012, 120),
    Crop("chive bulb", 1.20, 0.10, 0.03, 0.030, 0.015, 15),
    Crop("pepper", 2.50, 0.45, 0.05, 0.100, 0.020, 70),
    Crop("fresh lotus seed", 4.00, 0.12, 0.04, 0.150, 0.030, 12),
    Crop("dragon fruit", 3.20, 0.15, 0.03, 0.070, 0.030, 40),
    Crop("lychee", 5.50, 0.10, 0.05, 0.250, 0.050, 40),
    Crop("heilaohu", 20.0, 0.05, 0.06, 0.300, 0.050, 3),
    Crop("orange", 2.00, 0.35, 0.02, 0.020, 0.015, 150),
)
"""Prices are rounded from single reports, each of one county and year, in yuan a jin: potato 1.0 (Fengdu
2019), yam 6 to 7 (Wenxian 2012), cabbage 0.3 to 0.4 (Wulong 2017), chive bulb 1.1 to 1.25 (Jinshi 2025),
lotus seed 3 to 5 (Ezhou 2023), dragon fruit 3 to 3.5 (Guanling 2018), lychee 5 to 6 (2025), heilaohu 20
(Tongdao 2024). Sweet potato, radish, pepper and orange are assumptions. Losses: circulation in all loses 11 %
of fruit and 20 % of vegetables (course/facts.csv), spread by assumption over up to four links and a week or
two. Shares of counties, storage costs and weekly amounts are assumptions.
"""

TIER_PRICE = (1.30, 1.20, 1.45, 1.80)
"""Price over the farm gate's: canteens and offices, county shops, prefecture city, provincial capital.

The first and the last two after the class example (1.30, 1.45 and 1.80 yuan at a gate price of about 1);
the county's shops lie below its canteens by assumption. Published stalls take 1.07 to 1.67.
"""

CANTEEN_SHARE = 0.3
"""Share of a county's demand that canteens and offices take. Assumption."""

CITY_SIZE = 2.5
"""A prefecture city's own demand in average counties. Assumption."""

CAPITAL_SIZE = 12.0
"""A provincial capital's own demand in average counties. Assumption."""

PLENTY = 1.15
"""Harvest over all demand of the season: more than anyone asks for, so that something is left. Assumption."""

PRICE_SPREAD = 0.12
"""Standard deviation of the logarithm of a market's price around its tier's. Assumption."""

SIZE_SPREAD = 0.6
"""Standard deviation of the logarithm of a county's size, in demand and in harvest. Assumption."""

SEASON_SWING = 0.35
"""How much dearer the first and the last week are than the week when most is harvested. Assumption."""


@dataclass(frozen=True)
class Season:
    """One crop's season in a country.

    Attributes:
        country: where.
        harvest: thousand jin, a row a week, a column a county.
        market: node of each market: canteens of every county, shops of every county, prefecture cities,
            provincial capitals, in this order.
        demand: thousand jin a week at most, a row a week, a column a market.
        price: yuan a jin that arrives, as demand.
        kept: share that arrives over the link above each node.
        store_kept: share still there after a week in store.
        store_cost: yuan a jin put into store for a week.
    """

    country: Country
    harvest: Floats
    market: Ints
    demand: Floats
    price: Floats
    kept: Floats
    store_kept: float
    store_cost: float


def season(where: Country, crop: Crop, weeks: int = WEEKS, seed: int = 20211022) -> Season:
    """A crop's season, drawn by seed, crop and country.

    Arguments:
        where: the country.
        crop: its assumptions.
        weeks: at least 1.
        seed: of the draw.
    """
    if weeks < 1:
        raise ValueError(f"a season needs at least one week, not {weeks}")
    draw = np.random.default_rng([seed, where.counties, *crop.name.encode()])
    counties, nodes = where.counties, np.arange(where.parent.size)
    cities, capitals = nodes[where.level == 1], nodes[where.level == 2]
    size = draw.lognormal(-(SIZE_SPREAD**2) / 2, SIZE_SPREAD, counties)
    asked = crop.asked * np.concatenate([
        size * CANTEEN_SHARE, size * (1 - CANTEEN_SHARE),
        CITY_SIZE * draw.lognormal(0, SIZE_SPREAD, cities.size),
        CAPITAL_SIZE * draw.lognormal(0, SIZE_SPREAD, capitals.size),
    ])  # fmt: skip
    demand = asked * draw.uniform(0.8, 1.2, (weeks, asked.size))
    tier = np.repeat(TIER_PRICE, [counties, counties, cities.size, capitals.size])
    middle = max((weeks - 1) / 2, 0.5)
    swing = 1 + SEASON_SWING * np.abs(np.arange(weeks) - (weeks - 1) / 2) / middle
    swing *= np.exp(np.cumsum(draw.normal(0, 0.03, weeks)))
    price = crop.price * tier * draw.lognormal(0, PRICE_SPREAD, asked.size) * swing[:, None]
    # Where it grows: some provinces much, some hardly; the season moves with the province by up to two weeks.
    province = where.reached(nodes[:counties], 2)
    liking = np.clip(crop.grown * draw.lognormal(0, 0.5, where.parent.size), 0, 1)[province]
    grows = draw.random(counties) < liking
    grows[draw.integers(counties)] = True
    peak = (weeks - 1) / 2 + draw.uniform(-2, 2, where.parent.size)[province]
    week = np.clip(1 - np.abs(np.arange(weeks)[:, None] - peak) / 4, 0, None)
    week[round((weeks - 1) / 2)] += 0.05
    harvest = week * grows * size * draw.lognormal(0, SIZE_SPREAD, counties)
    harvest *= PLENTY * demand.sum() / harvest.sum()
    market = np.concatenate([nodes[:counties], nodes[:counties], cities, capitals])
    kept = np.where(where.level < 3, 1 - crop.lost_a_link, 1.0)
    return Season(where, harvest, market, demand, price, kept, 1 - crop.lost_a_week, crop.store_cost)
