"""Photos: a person reads every one; a machine says whether it can be read at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from nongju.clips.isolated import look_at
from nongju.marking.clip import CHANGE, CHANGED, GOOD, MOST_ADVICE, NOT_BROUGHT
from nongju.marking.mark import PartMark
from nongju.marking.misconception import Text
from nongju.marking.rule import Rule, Unread
from nongju.marking.scene import Show, Variant
from nongju.marking.text import LOOK_AGAIN


class PhotoRule(Rule):
    """Hand a photo to a person, with a word on whether it is sharp and bright.

    Its points stand until the person has looked; a photo that is named but did not come along has none until
    then, and a blank field earns nothing.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"photo"})
    upload: ClassVar[str] = "photo"

    def __init__(self, field: str, *, points: float, why: Text) -> None:
        super().__init__(field, points=points, key="", why=why)

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Hand a photo on; see `Rule.judge`."""
        if isinstance(value, Unread):
            notes = (f"{label} {value.sentence}{NOT_BROUGHT}",)
            return self._part(
                variant,
                label,
                show,
                verdict="teacher",
                answer="没看到文件",
                notes=notes,
                needs_person=True,
                unread=True,
            )
        unmarked = self._unmarked(value, variant, label, show)
        if unmarked is not None:
            return unmarked
        look = look_at(value.path, kind="photo", name=value.original)
        lines = [GOOD.format(said="".join(look.good))] if look.good else []
        lines += [CHANGE.format(advice=one) for one in look.advice[:MOST_ADVICE]]
        lines += [look.refused] if look.refused else []
        doubts = [look.refused] if look.refused else list(look.advice)
        if look.digest != value.sha256:
            doubts.insert(0, CHANGED)
        part = self._part(
            variant,
            label,
            show,
            verdict="teacher",
            answer="、".join(look.facts) or show(value),
            points=self.points,
            remark="".join(f"{line}\n" for line in lines),
            notes=(f"{label} {''.join(doubts)}{LOOK_AGAIN}",),
            needs_person=True,
        )
        return replace(part, picture=look.poster)

    def faults(self, variant: Variant) -> list[str]:  # noqa: ARG002  the same in every scene
        """None: there is no key and no misconception that could be confused."""
        return []
