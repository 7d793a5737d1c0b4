"""A number that is rounded after every operation, as by a person who writes each result down."""

from __future__ import annotations

import math
from typing import Any

LEAST_FIGURES = 2
"""Figures that are kept of a share below 1: nobody writes 0.006 down as 0.01."""


DUST = 1e-9
"""What is smaller is left over from reckoning, and not written down."""


class Rounded(float):
    """A float whose every result is rounded, half away from zero, to `decimals` digits behind the point.

    From 1 up it keeps `decimals` digits (2: the fen, 1: the jiao); below 1 at least LEAST_FIGURES figures.
    """

    decimals: int

    @classmethod
    def of(cls, value: Any, decimals: int) -> Any:
        """The number itself, to be reckoned with from now on; what is no number stays."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        made = cls(value)
        made.decimals = decimals
        return made

    def __index__(self) -> int:
        """The whole number that it is, for a place in a list."""
        if not self.is_integer():
            raise TypeError(f"{float(self)} is no whole number")
        return int(self)

    def _rounded(self, value: float) -> Any:
        return Rounded.of(rounded(value, self.decimals), self.decimals)


def rounded(value: float, decimals: int) -> float:
    """A result as it is written down; see `Rounded`."""
    size = abs(value)
    if size < DUST or not math.isfinite(value):
        return value
    digits = decimals if size >= 1 else max(decimals, LEAST_FIGURES - 1 - math.floor(math.log10(size)))
    scale = 10.0**digits
    return math.copysign(math.floor(size * scale + 0.5 + 1e-9) / scale, value)


def _operation(name: str) -> Any:
    plain = getattr(float, name)

    def operation(self: Rounded, *others: Any) -> Any:
        value = plain(self, *others)
        return value if value is NotImplemented or isinstance(value, complex) else self._rounded(value)

    return operation


for _name in ("add", "sub", "mul", "truediv", "pow", "radd", "rsub", "rmul", "rtruediv", "rpow"):
    setattr(Rounded, f"__{_name}__", _operation(f"__{_name}__"))
for _name in ("neg", "abs", "pos"):
    setattr(Rounded, f"__{_name}__", _operation(f"__{_name}__"))
