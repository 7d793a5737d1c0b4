"""Counties, prefectures and provinces as a tree, and what its roads cost: published counts, drawn roads."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

COUNTIES = 2800
"""County-level units in round figures; 2,859 at the end of 2007, 2,853 at the end of 2011.

Source: National Bureau of Statistics, China Statistical Yearbook 2008 and 2012, table 1-1.
"""

MUNICIPALITIES = (18, 18, 19, 40)
"""County-level units of Beijing, Tianjin, Shanghai and Chongqing, which have no prefectures.

Source: China Statistical Yearbook 2008, table 1-1 (end of 2007).
"""

PREFECTURES = (
    11,
    11,
    12,
    14,
    9,
    13,
    13,
    11,
    17,
    9,
    11,
    17,
    17,
    13,
    14,
    21,
    14,
    2,
    21,
    9,
    16,
    7,
    10,
    14,
    8,
    5,
    14,
)
"""Prefectures of the other 27 provinces, Hebei to Xinjiang in the yearbook's order: 333 in all.

Source: as MUNICIPALITIES.
"""  # fmt: skip

ROAD = (0.10, 0.25, 0.35)
"""Freight on a link: county to prefecture, prefecture to province, province to the country's hub, yuan a jin.

Assumption, after the class example of 0.05 in the county, 0.12 next door, 0.38 to the provincial capital.
"""

ROAD_SPREAD = 0.35
"""Standard deviation of the logarithm of a link's freight: far counties pay twice the near ones.

Assumption.
"""


@dataclass(frozen=True)
class Country:
    """A tree: counties first, then prefectures, provinces, and the country's hub last.

    Attributes:
        counties: how many; they are nodes 0 to counties - 1.
        parent: the node above each node, -1 above the hub; a municipality's county has a province above it.
        level: 0 county, 1 prefecture, 2 province, 3 hub.
        freight: yuan a jin on the way to the node above, the same down; 0 at the hub.
    """

    counties: int
    parent: Ints
    level: Ints
    freight: Floats

    def reached(self, node: Ints, level: int) -> Ints:
        """Node of this level above each node, or itself; -1 where there is none (municipalities)."""
        at = node.copy()
        for _ in range(level):
            at = np.where(self.level[at] < level, self.parent[at], at)
        return np.where(self.level[at] == level, at, -1)


def country(counties: int = COUNTIES, seed: int = 20211022) -> Country:
    """A country of so many counties; below the full number every tier shrinks in proportion.

    Arguments:
        counties: at least 20.
        seed: of the draw: which counties belong to a prefecture, and how long the roads are.
    """
    if counties < 20:
        raise ValueError(f"a country needs at least 20 counties, not {counties}")
    draw = np.random.default_rng([seed, 0])
    scale = counties / COUNTIES
    apart = _shrunk(MUNICIPALITIES, scale)
    of_province = _shrunk(PREFECTURES, scale)
    prefectures, provinces = int(of_province.sum()), of_province.size + apart.size
    rest = counties - int(apart.sum())
    sizes = 1 + draw.multinomial(rest - prefectures, np.full(prefectures, 1 / prefectures))
    first_prefecture, first_province = counties, counties + prefectures
    hub = first_province + provinces
    parent = np.concatenate([
        np.repeat(first_prefecture + np.arange(prefectures), sizes),
        np.repeat(first_province + of_province.size + np.arange(apart.size), apart),
        np.repeat(first_province + np.arange(of_province.size), of_province),
        np.full(provinces, hub),
        [-1],
    ])  # fmt: skip
    level = np.repeat([0, 1, 2, 3], [counties, prefectures, provinces, 1])
    freight = np.append(ROAD, 0.0)[level] * draw.lognormal(0.0, ROAD_SPREAD, level.size)
    return Country(counties, parent.astype(np.int64), level.astype(np.int64), freight)


def _shrunk(published: tuple[int, ...], scale: float) -> Ints:
    """The first of the published units, their total in proportion, each at least 1."""
    if scale == 1:
        return np.array(published)
    units = max(1, round(len(published) * scale))
    total = max(units, round(sum(published) * scale))
    share = np.array(published[:units]) / sum(published[:units]) * (total - units)
    sizes = np.floor(share)
    short = total - units - int(sizes.sum())
    sizes[np.argsort(sizes - share, kind="stable")[:short]] += 1
    return (1 + sizes).astype(np.int64)
