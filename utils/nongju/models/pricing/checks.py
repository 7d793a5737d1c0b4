"""Checks of input, shared with the simulators' JavaScript.

`not (x >= 0)` is true for nan in both languages, `x < 0` in neither.
"""


def require_amount(value: float, name: str) -> None:
    """Stop unless a value is at least 0 (and below a million million, so no infinity)."""
    if not (value >= 0 and value < 1000000000000):
        raise ValueError(name + " must be at least 0 and finite, not " + str(value))


def require_positive(value: float, name: str) -> None:
    """Stop unless a value is above 0 (and below a million million)."""
    if not (value > 0 and value < 1000000000000):
        raise ValueError(name + " must be above 0 and finite, not " + str(value))


def require_finite(value: float, name: str) -> None:
    """Stop unless a value lies within a million million of 0; it may be negative."""
    if not (value > -1000000000000 and value < 1000000000000):
        raise ValueError(name + " must be finite, not " + str(value))


def require_share(value: float, name: str) -> None:
    """Stop unless a value is a share from 0 to 1."""
    if not (value >= 0 and value <= 1):
        raise ValueError(name + " is a share from 0 to 1, write 0.62 for 62 percent, not " + str(value))


def require_part(value: float, name: str) -> None:
    """Stop unless a value is a share from 0 up to, not including, 1."""
    if not (value >= 0 and value < 1):
        raise ValueError(name + " is a share from 0, below 1, write 0.02 for 2 percent, not " + str(value))


def require_coupons(listed: float, seller_off: float, platform_off: float) -> None:
    """Stop unless the seller's and the platform's coupons fit into the listed price."""
    require_amount(listed, "listed")
    require_amount(seller_off, "seller_off")
    require_amount(platform_off, "platform_off")
    if seller_off + platform_off > listed + 0.000000001:  # float dust: 99.9 + 0.1 off 100
        raise ValueError("the coupons are worth more than the listed price " + str(listed))
