"""A misconception as a change of the working: a number or a step that a person takes for another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nongju.marking.misconception import ABSENT, Misconception, Spec, Text


@dataclass(frozen=True)
class Slip(Misconception):
    """A misconception as a change of the working: see `slip`.

    Arguments:
        changes: name of a scene's number or of a step, to the value or formula in its place.
        at: fields in which it may be named; empty for all that it reaches.
    """

    changes: Mapping[str, Spec] = None  # type: ignore[assignment]
    at: tuple[str, ...] = ()


def slip(identity: str, title: str, hint: Text, /, *, at: str | Sequence[str] = (), **changes: Spec) -> Slip:
    """Write a misconception as what a person with it does differently.

    Arguments:
        identity: lower-case English; the class report counts by it.
        title: what was counted or left out, such as 忘了缩水.
        hint: the rule of thumb that helps; may use the scene's numbers and the steps.
        at: field or fields in which it may be named; all that it reaches without it.
        changes: a number of the scene (`fee=0`) or a step (`meat=lambda s: ...`) with what stands in its
            place; a dict by scene name where only some scenes have the misconception.

    Raises:
        ValueError: it changes nothing, or a word of it cannot be used.
    """
    if not changes:
        raise ValueError(f"misconception {identity}: say what it changes, such as fee=0")
    fields = (at,) if isinstance(at, str) else tuple(at)
    return Slip(identity, title, ABSENT, hint, changes=dict(changes), at=fields)
