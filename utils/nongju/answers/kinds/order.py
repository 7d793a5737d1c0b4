"""Steps or goods that are put in order.

At first they stand in an order that comes of the learner's id. It is one of a few, so that the build can try
them all and see that none is the right one; until something is moved, the blank is blank.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import permutations
from math import factorial
from typing import Any, ClassVar

from nongju.answers.bounds import bounded_texts
from nongju.answers.fields import Draw, Field, Fill, Reading
from nongju.answers.kinds.choice import ChoiceField

LEAST, MOST = 3, 8
"""Steps of an order: two would be a choice, and more than eight do not stand on one screen."""

STARTS = 12
"""Orders that a form may begin with; of three steps half of the six there are."""

OTHER_STEPS = "这里的步骤和现在的不一样了，再排一次。"


@dataclass(frozen=True)
class OrderField(ChoiceField):
    """All of `options` (key to label), in the order that the learner gives them.

    Arguments:
        options: LEAST to MOST steps.
        shuffle: number of the set of orders to begin with; another one where the build finds the right order.
        start: the order that stands there at first; empty for the first of the set.
    """

    shuffle: int = 0
    start: tuple[str, ...] = ()
    kind: ClassVar[str] = "order"
    stored: ClassVar[str] = "list of option keys, first step first; nothing until one was moved"
    since: ClassVar[int] = 3
    in_column: ClassVar[bool] = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if not LEAST <= len(self.options) <= MOST:
            raise ValueError(f"field {self.key}: {LEAST} to {MOST} steps can be put in order")

    @classmethod
    def bounded(cls, raw: Any, notes: list[str]) -> Any:
        """A list of texts."""
        return bounded_texts(raw, notes)

    def reading(self, raw: Any, before: Any = None) -> Reading:  # noqa: ARG002
        """Read the steps in their order; each stands there once."""
        steps = [step for step in raw if isinstance(step, str)] if isinstance(raw, list | tuple) else []
        if not steps:
            return Reading()
        if sorted(steps) != sorted(self.options):
            typed = "、".join(self.options.get(step, step) for step in steps)
            return Reading(problem=OTHER_STEPS, typed=typed)
        return Reading(tuple(steps), self.echo(steps))

    def echo(self, value: Any) -> str:
        """1. 腌；2. 熏；3. 晾."""
        return "；".join(f"{at}. {self.options.get(step, step)}" for at, step in enumerate(value, start=1))

    def sample(self, number: float) -> Any:  # noqa: ARG002
        """The steps as they were written down."""
        return tuple(self.options)

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds the order that stands there at first."""
        return {**super().spec(fill), "start": list(self.start or self.starts()[0])}

    def for_learner(self, draw: Draw) -> Field:
        """The same field, beginning as it does for this learner."""
        starts = self.starts()
        return OrderField(
            self.key, self.label, self.options, self.shuffle, starts[draw(f"{self.key} order", len(starts))]
        )

    def starts(self) -> list[tuple[str, ...]]:
        """The orders that a form may begin with; the same on every machine."""
        keys = sorted(self.options)
        if len(keys) > 5:  # 720 orders and more: drawn one by one
            return list(dict.fromkeys(self._drawn(number) for number in range(2 * STARTS)))[:STARTS]
        every = sorted(permutations(keys), key=lambda order: self._digest("/".join(order)))
        return every[: min(STARTS, factorial(len(keys)) // 2)]

    def _drawn(self, number: int) -> tuple[str, ...]:
        return tuple(sorted(self.options, key=lambda step: self._digest(f"{number}/{step}")))

    def _digest(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.shuffle}/{text}".encode()).digest()

    def unfit(self, value: Any) -> str:
        """An order of other steps, or one that a form begins with: it would be right untouched."""
        if sorted(value) != sorted(self.options):
            return f"{', '.join(value)} are not the steps {', '.join(self.options)}"
        if tuple(value) == tuple(self.options):
            return (
                f"the steps are written down in their right order, {', '.join(value)}: a release shows them"
            )
        if tuple(value) not in self.starts():
            return ""
        other = next(
            (
                shuffle
                for shuffle in range(100)
                if tuple(value) not in OrderField(self.key, self.label, self.options, shuffle).starts()
            ),
            None,
        )
        return f"a form begins with the right order {', '.join(value)}; give the field shuffle={other}"
