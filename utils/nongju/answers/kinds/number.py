"""Amounts: a number in a unit, and a gain or a loss."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from nongju.answers.fields import Field, Fill, Reading, text_of, unread
from nongju.answers.quantities import quantity
from nongju.answers.quantities.units import unit_of

_OF_ONE = re.compile(r"一(斤|公斤)[^。；？?]*几元")

FLOAT_DUST = 1e-9
"""How far a computed whole number may be from one."""


@dataclass(frozen=True)
class NumberField(Field):
    """A number of 0 or more (below 0 too if `negative`), in `unit`; whole if `whole` or the unit says so."""

    unit: str = ""
    negative: bool = False
    whole: bool | None = None
    kind: ClassVar[str] = "number"
    stored: ClassVar[str] = 'the text as typed: "3。5", "一百二"'
    in_column: ClassVar[bool] = True
    said_back: ClassVar[bool] = True

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.negative and not unit_of(self.unit).signed:
            raise ValueError(f"field {self.key}: nobody has less than 0 {self.unit}; leave negative out")

    @property
    def signed(self) -> bool:
        """Whether a number below 0 may be typed."""
        return self.negative

    @classmethod
    def of_column(cls, key: str, label: str, **settings: Any) -> Field:
        """A number in the column's unit."""
        return cls(key, label, settings["unit"])

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read what was typed."""
        read = quantity.read(text_of(raw), self.unit, negative=self.negative, whole=self.whole)
        if read.value is None and not read.blank and (asked := _OF_ONE.search(self.label)):
            read = self._of_one(text_of(raw), asked[1]) or read
        return _of_amount(read, raw, before)

    def _of_one(self, typed: str, thing: str) -> quantity.AmountReading | None:
        """「一斤十一块五」 where the label asks what one jin costs: the price of one is the amount."""
        read = quantity.read(typed, f"元/{thing}", negative=self.negative) if self.unit == "元" else None
        if read is None or read.value is None:
            return None
        return quantity.AmountReading(read.value, quantity.echo(read.value, self.unit))

    def echo(self, value: Any) -> str:
        """69.16 元."""
        return quantity.echo(float(value), self.unit)

    def sample(self, number: float) -> float:
        """The number itself."""
        return number

    def unfit(self, value: Any) -> str:
        """A right answer that is no whole number, where only whole ones are taken, or one below 0."""
        whole = unit_of(self.unit).whole if self.whole is None else self.whole
        if whole and abs(value - round(value)) > FLOAT_DUST:
            return f"{value:g} is no whole number of {self.unit}; round it, or give the field whole=False"
        below = value < 0 and not self.negative
        return f"{value:g} is below 0; give the field negative=True" if below else ""

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds the unit."""
        return {**super().spec(fill), "unit": self.unit}


@dataclass(frozen=True)
class GainField(NumberField):
    """A gain or a loss: 赚 or 亏 is chosen, then how much."""

    kind: ClassVar[str] = "gain"
    stored: ClassVar[str] = '赚 or 亏 and the text as typed: "亏1.54"'
    in_column: ClassVar[bool] = False

    @property
    def signed(self) -> bool:
        """A gain or a loss is said."""
        return True

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read 赚 or 亏 and the amount typed behind it."""
        return _of_amount(quantity.read_gain(text_of(raw), self.unit), raw, before)

    def echo(self, value: Any) -> str:
        """亏 1.54 元."""
        return quantity.echo_gain(float(value), self.unit)

    def sample(self, number: float) -> float:
        """A loss of that much."""
        return -number

    def unfit(self, value: Any) -> str:  # noqa: ARG002
        """Any amount will do."""
        return ""


def _of_amount(read: quantity.AmountReading, raw: Any, before: Any) -> Reading:
    """What a field makes of a reading of an amount."""
    if read.blank:
        return Reading()
    if read.value is None:
        return unread(text_of(raw).strip(), read.ask, before)
    return Reading(read.value, read.echo)
