"""Wrong models of a key, found in its own formula: a term forgotten, a loss added, × for ÷.

A key is worked out once on numbers that remember how they came about. Each mutant is the same formula with
one thing done as a sensible person might do it instead. One within the tolerance would earn full marks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

Node = tuple[Any, ...]
"""("number", name, value), ("constant", value), (operation, left, right) or ("whole", way, inner)."""

_OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
}
_ONE: Node = ("constant", 1.0)


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
    work_out = _OPERATIONS[sign]

    def operation(self: Traced, other: Any) -> Any:
        if isinstance(other, bool) or not isinstance(other, int | float):
            return NotImplemented
        one: Node = self.node
        two: Node = getattr(other, "node", ("constant", float(other)))
        left, right = (float(other), float(self)) if turned else (float(self), float(other))
        node: Node = (sign, two, one) if turned else (sign, one, two)
        if sign == "+" and two == _ONE and one[:2] == ("whole", "down"):
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
    if node[0] == "whole":
        value = evaluate(node[2])
        dust = 1e-9 * max(1.0, abs(value))
        ways = {
            "up": math.ceil(value - dust),
            "down": math.floor(value + dust),
            "near": math.floor(value + 0.5),
        }
        return float(ways[node[1]])
    value = _OPERATIONS[node[0]](evaluate(node[1]), evaluate(node[2]))
    if isinstance(value, complex):
        raise ArithmeticError("no real number")
    return value


@dataclass(frozen=True)
class Mutant:
    """A wrong model one step away from a formula.

    Arguments:
        said: what is done differently.
        node: the formula as it is then.
        left_out: what is forgotten, if that is what happens.
        where: the operation that is done differently.
    """

    said: str
    node: Node
    left_out: Node | None = None
    where: Node | None = None

    def harmless(self) -> bool:
        """Whether these numbers hide it: a term of 0 or a factor of 1 is forgotten, or all of it is 0."""
        if self.where is not None and evaluate(self.where) == 0:
            return True
        return self.left_out is not None and evaluate(self.left_out) in (0.0, 1.0)


def mutants(node: Node) -> Iterator[Mutant]:
    """Each wrong model one step away from a formula."""
    yield from (replace(one, where=node) for one in _changed_here(node))
    if node[0] == "whole":
        for inner in mutants(node[2]):
            yield replace(inner, node=("whole", node[1], inner.node))
    elif node[0] in _OPERATIONS:
        for left in mutants(node[1]):
            yield replace(left, node=(node[0], left.node, node[2]))
        for right in mutants(node[2]):
            yield replace(right, node=(node[0], node[1], right.node))


def text(node: Node) -> str:
    """A formula in one line, numbers by their names."""
    if node[0] == "number":
        return str(node[1])
    if node[0] == "constant":
        return f"{node[1]:g}"
    if node[0] == "whole":
        return f"{node[1]}({text(node[2])})"
    return f"({text(node[1])} {node[0]} {text(node[2])})"


def _changed_here(node: Node) -> Iterator[Mutant]:
    """The mutants whose change lies in the outermost operation."""
    if node[0] == "whole":
        for way in sorted({"up", "down"} - {node[1]}):
            yield Mutant(f"{text(node[2])} rounded {way}", ("whole", way, node[2]))
    elif node[0] in ("+", "-"):
        yield from _sums(*node)
    elif node[0] == "*":
        yield from _products(*node[1:])
    elif node[0] == "/":
        yield from _quotients(*node[1:])
    elif node[0] == "**":
        yield Mutant(f"{text(node[1])} times {text(node[2])} in place of the power", ("*", node[1], node[2]))
        yield Mutant(f"{text(node[1])} without its power", node[1], node[1])


def _sums(sign: str, left: Node, right: Node) -> Iterator[Mutant]:
    yield Mutant(f"{text(right)} forgotten", left, right)
    if sign == "+":
        yield Mutant(f"{text(left)} forgotten", right, left)


def _products(left: Node, right: Node) -> Iterator[Mutant]:
    yield Mutant(f"not times {text(right)}", left, right)
    yield Mutant(f"not times {text(left)}", right, left)
    yield Mutant(f"divided by {text(right)}", ("/", left, right), right)
    for one, other in ((left, right), (right, left)):
        share = _one_less(one)
        if share is not None:
            yield Mutant(f"divided by 1 + {text(share)}", ("/", other, ("+", _ONE, share)), share)
    first, second = _one_less(left), _one_less(right)
    if first is not None and second is not None:
        said = f"{text(first)} and {text(second)} added"
        yield Mutant(said, ("-", ("-", _ONE, first), second), first)
    if left == right:
        yield Mutant(f"twice {text(left)} in place of its square", ("*", ("constant", 2.0), left))


def _quotients(left: Node, right: Node) -> Iterator[Mutant]:
    yield Mutant(f"not divided by {text(right)}", left, right)
    yield Mutant(f"times {text(right)}", ("*", left, right), right)
    share = _one_less(right)
    if share is not None:
        yield Mutant(f"times 1 + {text(share)}", ("*", left, ("+", _ONE, share)), share)


def _one_less(node: Node) -> Node | None:
    """The share in 1 - share."""
    return node[2] if node[0] == "-" and node[1] == _ONE else None
