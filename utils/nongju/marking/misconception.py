"""Named wrong models, and values that an author may give plainly, by formula or by scene.

A misconception is a function that computes what a person gets who, say, reads markup as
margin. Whoever answers that number is told the reason as a rule of thumb.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nongju.marking.scene import Scalar, Variant

Spec = Any
"""A value; or a function of the drawn scene; or a dict from scene name to either."""

Text = str | Callable[[Variant], str] | Mapping[str, str | Callable[[Variant], str]]
"""A text with `{numbers}`; or a function of the drawn scene; or a dict by scene name."""

IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")


class Absent:
    """Marks a misconception that does not exist in a scene."""


ABSENT = Absent()


@dataclass(frozen=True)
class Reason:
    """What a learner is told about the way of thinking behind a wrong answer.

    Arguments:
        id: lower-case English; the class report counts by it.
        title: a few Chinese words, such as 忘了缩水.
        hint: the rule of thumb that helps.
    """

    id: str
    title: str
    hint: str


@dataclass(frozen=True)
class Misconception:
    """A way of thinking behind a wrong answer, as the author writes it.

    Arguments:
        id: lower-case English, digits and underscores; the class report counts by it.
        title: a few Chinese words, such as 忘了缩水.
        predict: what a person with this misconception answers: a value, a function of the
            drawn scene, or a dict from scene name to either (other scenes do not have it).
        hint: the rule of thumb that helps; may use the scene's `{numbers}`.
        credit: share of the points such an answer still earns, 0 to 1. Above 0 where part ②
            follows rightly from the learner's own wrong part ①.

    Raises:
        ValueError: an id, title, hint or credit that cannot be used.
    """

    id: str
    title: str
    predict: Spec
    hint: Text
    credit: float = 0.0

    def __post_init__(self) -> None:
        if not IDENTIFIER.fullmatch(self.id):
            raise ValueError(f"misconception id {self.id!r}: lower-case English, digits, underscores")
        if not self.title or not self.hint:
            raise ValueError(f"misconception {self.id}: title and hint must say something")
        if not 0 <= self.credit < 1:
            raise ValueError(f"misconception {self.id}: credit is a share from 0 up to, not including, 1")

    def predicted(self, variant: Variant) -> Any:
        """The answer this misconception gives in a scene, or ABSENT."""
        return resolve(self.predict, variant)


def resolve(spec: Spec, variant: Variant) -> Any:
    """Work out a value given plainly, by formula, or by scene name; ABSENT if the scene has none."""
    if isinstance(spec, Mapping):
        if variant.name not in spec:
            return ABSENT
        spec = spec[variant.name]
    return spec(variant) if callable(spec) else spec


def resolve_text(text: Text, variant: Variant, **extra: Scalar) -> str:
    """Work out a text: a plain one gets the scene's numbers, a function's result stands as it is.

    Raises:
        ValueError: the scene has no text, or a placeholder is unknown.
    """
    words = text
    if isinstance(words, Mapping):
        if variant.name not in words:
            raise ValueError(f"no text for scene {variant.name}")
        words = words[variant.name]
    return words(variant) if callable(words) else variant.fill(words, **extra)
