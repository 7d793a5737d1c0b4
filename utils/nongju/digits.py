"""Numbers written in digits, as people write them: everything that is shown to anybody goes through here.

The browser's side of it is simulators/web/digits.js.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

MOST_DECIMALS = 9
"""Digits behind the point that are kept where nobody asks for fewer: a milliardth is nobody's money."""

SIGNIFICANT = 12
"""Digits that a computed number is trusted for. What comes after them is the dust of binary fractions:
0.1 + 0.2 is 0.30000000000000004."""


def plain(number: float | Fraction, decimals: int | None = None) -> str:
    """Write a number as people do: no exponent, no trailing zeros, no dust, halves rounded away from 0.

    Arguments:
        number: any finite number.
        decimals: most digits after the point, at least 0; None keeps up to MOST_DECIMALS.
    """
    if isinstance(number, int):
        return str(int(number))
    value = float(number)
    exact = Decimal(int(value)) if value.is_integer() else Decimal(format(value, f".{SIGNIFICANT}g"))
    step = Decimal(1).scaleb(-(MOST_DECIMALS if decimals is None else decimals))
    text = format(exact if exact == int(exact) else exact.quantize(step, rounding=ROUND_HALF_UP), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
