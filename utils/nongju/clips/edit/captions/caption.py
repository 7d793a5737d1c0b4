"""Captions of a shot or a film: what is written, from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from nongju.clips.edit import times
from nongju.clips.edit.fault import EditFault

MOST = 60
"""Captions of one film: 90 s of talk at one caption each second and a half (assumption)."""

READING_SPEED = 9.0
"""Characters a second that people read (Netflix, Timed Text Style Guide, Simplified Chinese). Advice."""

SHORTEST = 5 / 6
"""Seconds that a caption must stand to be seen at all (Netflix, Timed Text Style Guide). Advice."""


@dataclass(frozen=True)
class Caption:
    """A caption.

    Arguments:
        text: what is written; it is broken into lines by itself.
        start: seconds from the beginning of the shot or film it belongs to.
        end: seconds; None is the end of that shot or film.
    """

    text: str
    start: times.Time = 0
    end: times.Time | None = None


Captionlike: TypeAlias = str | Caption | tuple[tuple[times.Time, times.Time | None], str]
"""A text for the whole length, a Caption, or moviepy's pair ((start, end), text)."""


@dataclass(frozen=True)
class Timed:
    """A caption with its times in seconds, both known."""

    text: str
    start: float
    end: float

    def moved(self, by: float) -> Timed:
        """The same caption earlier or later."""
        return replace(self, start=self.start + by, end=self.end + by)

    def scaled(self, speed: float) -> Timed:
        """The same caption when its picture runs faster by this factor."""
        return replace(self, start=self.start / speed, end=self.end / speed)


def timed(captions: Iterable[Captionlike], length: float) -> tuple[Timed, ...]:
    """Captions with their times checked against the length of what they belong to.

    Raises:
        EditFault: a time is not within the length, or two captions would stand at once.
    """
    found: list[Timed] = []
    for given in captions:
        caption = _caption(given)
        try:
            start, end = times.part(caption.start, caption.end, length)
        except EditFault as fault:
            raise EditFault(fault.reason, f"字幕「{caption.text[:8]}」：{fault.sentence}") from fault
        found.append(Timed(caption.text, start, end))
    return tuple(found)


def within(captions: Iterable[Timed], start: float, end: float) -> tuple[Timed, ...]:
    """What is left of captions when only the time from start to end is kept; times count from start."""
    return tuple(
        replace(caption, start=max(0.0, caption.start - start), end=min(end, caption.end) - start)
        for caption in captions
        if min(end, caption.end) - max(start, caption.start) > times.HALF_FRAME
    )


def in_order(captions: Iterable[Timed]) -> tuple[Timed, ...]:
    """Captions by their start.

    Raises:
        EditFault: `overlap` or `many_captions`.
    """
    ordered = tuple(sorted(captions, key=lambda caption: caption.start))
    if len(ordered) > MOST:
        raise EditFault("many_captions", f"字幕有 {len(ordered)} 条，最多 {MOST} 条。合并几条。")
    for before, after in pairwise(ordered):
        if after.start < before.end - times.HALF_FRAME:
            raise EditFault("overlap", f"字幕「{before.text[:6]}」和「{after.text[:6]}」叠在一起。错开时间。")
    return ordered


def advice(captions: Iterable[Timed]) -> list[str]:
    """Chinese sentences about captions that stand too short a time to be read."""
    said = []
    for caption in captions:
        stands = caption.end - caption.start
        if stands < needed(caption.text) - times.TINY:
            said.append(f"字幕「{caption.text[:8]}」只停 {times.shown(stands)} 秒。字少一点，或者停久一点。")
    return said


def needed(text: str) -> float:
    """Seconds that a caption must stand to be read."""
    return max(SHORTEST, sum(1 for character in text if character.isalnum()) / READING_SPEED)


def _caption(given: Captionlike) -> Caption:
    if isinstance(given, Caption):
        return given
    if isinstance(given, str):
        return Caption(given)
    (start, end), text = given
    return Caption(text, start, end)
