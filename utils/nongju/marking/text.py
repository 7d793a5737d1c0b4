"""Short texts: a machine may pass one, and never fails one."""

import unicodedata
from collections.abc import Sequence
from typing import Any, ClassVar

from nongju.marking.mark import PartMark
from nongju.marking.misconception import Text
from nongju.marking.rule import Rule
from nongju.marking.scene import Show, Variant

LOOK_AGAIN = "先当你做到了，老师再看一眼。"

NOT_RECOGNISED = "机器认不出要说的说到了没有。"
"""Why a person should look at a text."""


class TextRule(Rule):
    """Mark a short text by the points of view it should mention.

    Each group lists words for one idea; a text passes when it holds a word of every group
    (or of `need` groups). One that is not recognised keeps its full points for now and goes
    to a person. Only a blank one earns nothing.

    Arguments:
        any_of: groups of words; one word of a group is enough for that group.
        need: how many groups must be met, from 1 to all; all without it.
        why: what a good answer says.

    Raises:
        ValueError: no group, an empty group, or a need out of range.
    """

    def __init__(
        self,
        field: str,
        *,
        points: float,
        any_of: Sequence[Sequence[str]],
        why: Text,
        need: int | None = None,
    ) -> None:
        super().__init__(field, points=points, key="", why=why)
        self.groups = tuple(tuple(_folded(word) for word in group) for group in any_of)
        if not self.groups or not all(group and all(group) for group in self.groups):
            raise ValueError(f"{field}: any_of needs groups, and each group words")
        self.need = len(self.groups) if need is None else need
        if not 1 <= self.need <= len(self.groups):
            raise ValueError(f"{field}: need must be from 1 to {len(self.groups)}, not {need}")

    kinds: ClassVar[frozenset[str]] = frozenset({"text"})

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark a text; see `Rule.judge`."""
        said_nothing = isinstance(value, str) and not any(char.isalnum() for char in value)
        unmarked = self._unmarked(None if said_nothing else value, variant, label, show)
        if unmarked is not None:
            return unmarked
        text = _folded(value)
        met = sum(any(word in text for word in group) for group in self.groups)
        if met >= self.need:
            return self._part(variant, label, show, verdict="learned", answer=show(value), points=self.points)
        return self._part(
            variant,
            label,
            show,
            verdict="teacher",
            answer=show(value),
            points=self.points,
            notes=(f"{label} {NOT_RECOGNISED}{LOOK_AGAIN}",),
            needs_person=True,
        )

    def example(self, variant: Variant) -> str:  # noqa: ARG002  the same in every scene
        """A text with the first word of every group."""
        return "、".join(group[0] for group in self.groups)

    def faults(self, variant: Variant) -> list[str]:  # noqa: ARG002  the same in every scene
        """Words that stand in two groups: one word would count as two ideas."""
        words = [word for group in self.groups for word in dict.fromkeys(group)]
        twice = sorted({word for word in words if words.count(word) > 1})
        return [f"{self.field}: {word} stands in two groups" for word in twice]


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
