"""Wrong models of a key, found in its own formula: a term forgotten, a loss added, × for ÷.

A key is worked out once on numbers that remember how they came about (`nongju.marking.reasons.tracing`). Each
mutant is the same formula with one thing done as a sensible person might do it instead. The build asks that
none lies within the tolerance; marking tells a learner which one gives the number that has no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nongju.marking.reasons.tracing import ONE, OPERATIONS, Node, evaluate, inside, text


@dataclass(frozen=True)
class Mutant:
    """A wrong model one step away from a formula.

    Arguments:
        kind: "left_out", "rounding", "inverted", "shares_added", "turned", "added", "stopped"
            or "other_number".
        where: the operation that is done differently.
        changed: what stands in its place.
        node: the whole formula as it is then.
        left_out: what is forgotten, if that is what happens.
    """

    kind: str
    where: Node
    changed: Node
    node: Node
    left_out: Node | None = None

    def within(self, node: Node) -> Mutant:
        """The same change, seen from the whole formula around it."""
        return Mutant(self.kind, self.where, self.changed, node, self.left_out)

    @property
    def said(self) -> str:
        """What is done differently, for an author."""
        return f"{text(self.changed)} in place of {text(self.where)}"

    def harmless(self) -> bool:
        """Whether these numbers hide it: a term of 0 or a factor of 1 is forgotten, or all of it is 0."""
        if evaluate(self.where) == 0:
            return True
        left_out = self.left_out
        return left_out is not None and (evaluate(left_out) in (0.0, 1.0) or _holds_nothing(left_out))


def _holds_nothing(node: Node) -> bool:
    """Whether a number of 0 stands in a formula, which no learner sees there."""
    if node[0] == "number":
        return bool(node[2] == 0)
    return any(_holds_nothing(part) for part in node[1:] if isinstance(part, tuple))


def mutants(node: Node) -> Iterator[Mutant]:
    """Each wrong model one step away from a formula."""
    yield from _everywhere(node, _changed_here)


def hands(node: Node) -> Iterator[Mutant]:
    """What a hand does further with a formula: it stops half way, or turns an operation round."""
    yield from _everywhere(node, _turned_here)
    for part in _parts(node):
        yield Mutant("stopped", node, part, part)


def swaps(node: Node, numbers: dict[str, float]) -> Iterator[Mutant]:
    """The formula with one of its numbers, but for 0 and 1, replaced by another one of the scene."""

    def here(leaf: Node) -> Iterator[Mutant]:
        if leaf[0] == "number" and leaf[2] not in (0, 1):
            for name, value in numbers.items():
                if value != leaf[2]:
                    other: Node = ("number", name, value)
                    yield Mutant("other_number", leaf, other, other)

    yield from _everywhere(node, here)


def _everywhere(node: Node, here: object) -> Iterator[Mutant]:
    """The mutants of a formula whose change lies in any of its operations."""
    assert callable(here)
    yield from here(node)
    if node[0] in ("whole", "step"):
        for inner in _everywhere(node[2], here):
            yield inner.within((node[0], node[1], inner.node))
    elif node[0] in OPERATIONS:
        for left in _everywhere(node[1], here):
            yield left.within((node[0], left.node, node[2]))
        for right in _everywhere(node[2], here):
            yield right.within((node[0], node[1], right.node))


def _parts(node: Node) -> Iterator[Node]:
    """The operations below the outermost one."""
    outer = inside(node)
    if outer[0] in OPERATIONS:
        for part in outer[1:]:
            if inside(part)[0] in OPERATIONS:
                yield part
            yield from _parts(part)


def _changed_here(node: Node) -> Iterator[Mutant]:
    """The mutants whose change lies in the outermost operation."""
    sign, *rest = node
    if sign == "whole":
        way, inner = rest
        for other in sorted({"up", "down"} - {way}):
            made: Node = ("whole", other, inner)
            yield Mutant("rounding", node, made, made)
    elif sign in ("+", "-"):
        yield _without(node, rest[0], rest[1])
        if sign == "+":
            yield _without(node, rest[1], rest[0])
    elif sign == "*":
        yield from _products(node, *rest)
    elif sign == "/":
        yield from _quotients(node, *rest)
    elif sign == "**":
        yield _instead("shares_added", node, ("*", *rest))
        yield _without(node, rest[0], rest[0])
        share = _one_less(rest[0])
        if share is not None:
            yield _instead("shares_added", node, ("-", ONE, ("*", share, rest[1])))


def _products(node: Node, left: Node, right: Node) -> Iterator[Mutant]:
    yield _without(node, left, right)
    yield _without(node, right, left)
    yield _instead("inverted", node, ("/", left, right), right)
    for one, other in ((left, right), (right, left)):
        share = _one_less(one)
        if share is not None:
            yield _instead("inverted", node, ("/", other, ("+", ONE, share)), share)
    first, second = _one_less(left), _one_less(right)
    if first is not None and second is not None:
        yield _instead("shares_added", node, ("-", ("-", ONE, first), second), first)
    if left == right:
        yield _instead("shares_added", node, ("*", ("constant", 2.0), left))


def _quotients(node: Node, left: Node, right: Node) -> Iterator[Mutant]:
    yield _without(node, left, right)
    yield _instead("inverted", node, ("*", left, right), right)
    product = inside(left)
    if product[0] == "*":  # a share of ten, a rule of three: forgotten whole, or upside down
        one, two = product[1:]
        for kept, ratio in ((one, two), (two, one)):
            yield _without(node, kept, ("/", ratio, right))
            yield _instead("inverted", node, ("/", ("*", kept, right), ratio), right)
    share = _one_less(right)
    if share is not None:
        yield _instead("inverted", node, ("*", left, ("+", ONE, share)), share)


def _turned_here(node: Node) -> Iterator[Mutant]:
    """What is done the other way round in the outermost operation."""
    if node[0] in ("-", "/"):
        yield _instead("turned", node, (node[0], node[2], node[1]))
    if node[0] in ("+", "-"):
        yield _instead("added", node, ("-" if node[0] == "+" else "+", node[1], node[2]))
    share = _one_less(node)
    if share is not None:
        yield _instead("left_out", node, share)


def _without(node: Node, kept: Node, left_out: Node) -> Mutant:
    return Mutant("left_out", node, kept, kept, left_out)


def _instead(kind: str, node: Node, made: Node, left_out: Node | None = None) -> Mutant:
    return Mutant(kind, node, made, made, left_out)


def _one_less(node: Node) -> Node | None:
    """The share in 1 - share."""
    node = inside(node) if node[0] == "step" else node
    return node[2] if node[0] == "-" and node[1] == ONE else None
