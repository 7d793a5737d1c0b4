"""Orders: steps or goods that were put in order, with part marks for neighbours that stand rightly."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, ClassVar

from nongju.marking.mark import PartMark
from nongju.marking.misconception import Misconception
from nongju.marking.rule import Rule
from nongju.marking.scene import Show, Variant

LOOK_BELOW = "和下面的先后对一对，看是从哪一步起不一样。"

Order = tuple[str, ...]
"""Option keys, first step first."""

LEAST = 3
"""Steps of an order."""


class OrderRule(Rule):
    """Mark an order.

    The key is the sequence of all option keys. Each two neighbours of the key are worth the same share of the
    points, earned where the first of them stands before the second, wherever they stand: one step that is out
    of place costs its own neighbours and no others.

    A misconception is either a whole order, named when the learner's is that, or two option keys ("smoke",
    "salt"), named when the first stands before the second. Whole orders are looked at first, then pairs in
    the author's order.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"order"})

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark an order; see `Rule.judge`."""
        unmarked = self._unmarked(None if value == () else value, variant, label, show)
        if unmarked is not None:
            return unmarked
        given, key = tuple(value), self.expected(variant)
        answer = show(given)
        if given == key:
            return self._part(variant, label, show, verdict="learned", answer=answer, points=self.points)
        pairs = list(pairwise(key))
        right = sum(_before(pair, given) for pair in pairs)
        return self._part(
            variant,
            label,
            show,
            verdict="again",
            answer=answer,
            points=self.points * right / len(pairs),
            wrong=self._named(given, variant),
            remark=LOOK_BELOW,
        )

    def expected(self, variant: Variant) -> Order:
        """The right order, of LEAST steps or more, each once."""
        key = tuple(super().expected(variant))
        if len(key) < LEAST or len(set(key)) != len(key):
            raise ValueError(f"{self.field}: the key is {LEAST} or more different steps in order, not {key}")
        return key

    def faults(self, variant: Variant) -> list[str]:
        """Misconceptions that are right, say the same as another, or speak of other steps."""
        key = self.expected(variant)
        faults, seen = [], {key: "the key"}
        for wrong, predicted in self.predictions(variant):
            told = tuple(predicted)
            if told in seen:
                faults.append(f"{self.field}: {wrong.id} and {seen[told]} cannot be told apart")
            elif not _speaks_of(told, key):
                faults.append(f"{self.field}: {wrong.id} is no order of all steps, nor two of them: {told}")
            elif len(told) == 2 and _before(told, key):
                faults.append(f"{self.field}: {wrong.id} cannot be told apart from the key, which has it so")
            seen.setdefault(told, wrong.id)
        return faults

    def options(self, value: Any) -> frozenset[str]:
        """The steps that an order names."""
        return frozenset(value)

    def example_of(self, predicted: Any, variant: Variant) -> Order:
        """The right order with the first of the two steps moved before the second; a whole order as it is."""
        told, key = tuple(predicted), self.expected(variant)
        if len(told) != 2:
            return told
        rest = [step for step in key if step != told[0]]
        at = rest.index(told[1])
        return (*rest[:at], told[0], *rest[at:])

    def _named(self, given: Order, variant: Variant) -> Misconception | None:
        pairs = [(wrong, tuple(predicted)) for wrong, predicted in self.predictions(variant)]
        whole = [wrong for wrong, told in pairs if told == given]
        part = [wrong for wrong, told in pairs if len(told) == 2 and _before(told, given)]
        return next(iter([*whole, *part]), None)


def _before(pair: Sequence[str], order: Order) -> bool:
    """Whether the first of two steps stands before the second; a step that is not there stands nowhere."""
    first, second = pair
    return first in order and second in order and order.index(first) < order.index(second)


def _speaks_of(told: Order, key: Order) -> bool:
    """Whether a misconception is the key's steps in another order, or two different ones of them."""
    if len(told) == 2:
        return set(told) <= set(key) and told[0] != told[1]
    return sorted(told) == sorted(key)
