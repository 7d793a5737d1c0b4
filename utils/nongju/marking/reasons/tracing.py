"""Numbers that remember how they were worked out, and the formulas that come of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from nongju.digits import plain

Node = tuple[Any, ...]
"""("number", name, value), ("constant", value), (operation, left, right), ("whole", way, inner) or
("step", name, inner)."""

OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
}

ONE: Node = ("constant", 1.0)
HUNDRED: Node = ("constant", 100.0)

WORDS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
"""How a person writes an operation."""

BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}
"""Which operation is worked out first where no bracket stands."""

DECIMALS, OF_A_SHARE = 2, 4
"""Digits behind the point of a number in a formula that a person reads, and of one below 1."""


class Traced(float):
    """A number that remembers how it was worked out; every operation on it gives another."""

    node: Node

    @classmethod
    def named(cls, name: str, value: Any) -> Any:
        """A number of a scene; what is no number stays as it is."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return value
        return cls._made(float(value), ("number", name, float(value)))

    @classmethod
    def _made(cls, value: float, node: Node) -> Traced:
        made = cls(value)
        made.node = node
        return made

    def as_step(self, name: str) -> Traced:
        """The same number as the result of a step."""
        return self._made(float(self), ("step", name, self.node))

    def rounded_whole(self, way: str, value: float) -> Traced:
        """What a whole step makes of this number."""
        return self._made(value, ("whole", way, self.node))

    def __ceil__(self) -> Any:
        return self.rounded_whole("up", float(math.ceil(float(self))))

    def __floor__(self) -> Any:
        return self.rounded_whole("down", float(math.floor(float(self))))

    def __round__(self, digits: Any = None) -> Any:
        return self if digits else self.rounded_whole("near", float(round(float(self))))

    def __index__(self) -> int:
        if not self.is_integer():
            raise TypeError(f"{float(self)} is no whole number")
        return int(self)

    def __floordiv__(self, other: Any) -> Any:
        return math.floor(self / other)

    def __neg__(self) -> Traced:
        return self._made(-float(self), ("-", ("constant", 0.0), self.node))


def _operation(sign: str, *, turned: bool = False) -> Any:
    work_out = OPERATIONS[sign]

    def operation(self: Traced, other: Any) -> Any:
        if isinstance(other, bool) or not isinstance(other, int | float):
            return NotImplemented
        one: Node = self.node
        two: Node = getattr(other, "node", ("constant", float(other)))
        left, right = (float(other), float(self)) if turned else (float(self), float(other))
        node: Node = (sign, two, one) if turned else (sign, one, two)
        if sign == "+" and two == ONE and one[:2] == ("whole", "down"):
            node = ("whole", "up", one[2])  # x // 1 + 1, where something was left over
        return Traced._made(work_out(left, right), node)

    return operation


for _name, _sign in (("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("pow", "**")):
    setattr(Traced, f"__{_name}__", _operation(_sign))
    setattr(Traced, f"__r{_name}__", _operation(_sign, turned=True))


def evaluate(node: Node) -> float:
    """The value of a formula.

    Raises:
        ArithmeticError: a division by zero, or a number too large.
    """
    if node[0] == "number":
        return float(node[2])
    if node[0] == "constant":
        return float(node[1])
    if node[0] == "step":
        return evaluate(node[2])
    if node[0] == "whole":
        value = evaluate(node[2])
        dust = 1e-9 * max(1.0, abs(value))
        ways = {
            "up": math.ceil(value - dust),
            "down": math.floor(value + dust),
            "near": math.floor(value + 0.5),
        }
        return float(ways[node[1]])
    value = OPERATIONS[node[0]](evaluate(node[1]), evaluate(node[2]))
    if isinstance(value, complex):
        raise ArithmeticError("no real number")
    return value


def inside(node: Node) -> Node:
    """A formula without the name of the step that it makes, and without its rounding."""
    while node[0] in ("step", "whole"):
        node = node[2]
    return node


def text(node: Node) -> str:
    """A formula in one line, numbers by their names, as an author reads it."""
    if node[0] == "number":
        return str(node[1])
    if node[0] == "constant":
        return f"{node[1]:g}"
    if node[0] == "step":
        return text(node[2])
    if node[0] == "whole":
        return f"{node[1]}({text(node[2])})"
    return f"({text(node[1])} {node[0]} {text(node[2])})"


def shown(value: float) -> str:
    """A number in a formula that a person reads."""
    return plain(value, DECIMALS if abs(value) >= 1 else OF_A_SHARE)


def figures(node: Node, *, binds: int = 0, right: bool = False) -> str:
    """A formula in figures, as a learner reads it: 135 ÷ 6.2; a step before it stands as its result.

    Arguments:
        node: the formula.
        binds: how strongly the operation around it binds; 0 where none is.
        right: whether it stands behind that operation's sign.

    Raises:
        ArithmeticError: a step in it cannot be worked out.
    """
    if node[0] in ("number", "constant", "step", "whole"):
        value = evaluate(node)
        return f"（{shown(value)}）" if right and value < 0 else shown(value)
    if node[0] == "+" and ("constant", 0.0) in node[1:]:
        return figures(node[2] if node[1] == ("constant", 0.0) else node[1], binds=binds, right=right)
    if node[0] == "/" and node[2] == HUNDRED and inside(node[1])[0] == "number":
        return f"{shown(evaluate(node[1]))}%"
    if node[0] == "**":
        times = evaluate(node[2])
        if times != int(times) or not 1 <= times <= MOST_FACTORS:
            return shown(evaluate(node))
        factor = figures(node[1], binds=2, right=True)
        made, own = " × ".join([factor] * int(times)), 2
    else:
        own = BINDS[node[0]]
        left = figures(node[1], binds=own)
        made = f"{left} {WORDS[node[0]]} {figures(node[2], binds=own, right=True)}"
    return f"（{made}）" if own < binds or (own == binds and right) else made


MOST_FACTORS = 4
"""A power is written out up to this many factors."""
