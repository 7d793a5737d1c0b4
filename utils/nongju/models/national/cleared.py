"""What became of a season's harvest."""

from dataclasses import dataclass

from nongju.models.national.country import Floats
from nongju.models.national.crops import Season


@dataclass(frozen=True)
class Cleared:
    """Every jin is sold, lost or left. Thousand jin; money in thousand yuan.

    Attributes:
        value: paid by the markets, less freight and storage.
        harvested: in all.
        sold: in counties, in prefecture cities, in provincial capitals.
        lost_on_road: spoiled between nodes.
        lost_in_store: spoiled in storage.
        left: taken by nobody.
    """

    value: float
    harvested: float
    sold: tuple[float, float, float]
    lost_on_road: float
    lost_in_store: float
    left: float

    def __add__(self, other: "Cleared") -> "Cleared":
        """Both together, as two crops of one country."""
        first, second, third = (a + b for a, b in zip(self.sold, other.sold, strict=True))
        return Cleared(
            self.value + other.value,
            self.harvested + other.harvested,
            (first, second, third),
            self.lost_on_road + other.lost_on_road,
            self.lost_in_store + other.lost_in_store,
            self.left + other.left,
        )

    @property
    def unaccounted(self) -> float:
        """Harvest less all that became of it: 0 but for rounding."""
        return self.harvested - sum(self.sold) - self.lost_on_road - self.lost_in_store - self.left


def sold_by_level(season: Season, sold: Floats) -> tuple[float, float, float]:
    """What each market took, summed over counties, prefecture cities and provincial capitals."""
    level = season.country.level[season.market]
    return float(sold[level == 0].sum()), float(sold[level == 1].sum()), float(sold[level == 2].sum())
