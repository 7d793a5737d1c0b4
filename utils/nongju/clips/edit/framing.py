"""How a shot of any shape is brought to the film's upright picture, as ffmpeg filters.

A shot of the same shape is only scaled. Any other is cut to the shape around its subject, or shown whole
with bars. A cut never zooms in further than the shape demands.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nongju.clips.edit.fault import EditFault

SAME_SHAPE = 0.015
"""Relative difference of two shapes below which one is scaled to the other: 8 of 540 points (assumption)."""

BARS = "0x1c1814"
"""Colour of the bars beside a picture that is shown whole: a warm near-black."""


@dataclass(frozen=True)
class Key:
    """Where the middle of the cut is at a time: share of width or height, 0 to 1, seconds of the shot."""

    time: float
    place: float


@dataclass(frozen=True)
class Framing:
    """What is kept of a shot: `place` is the subject's (x, y), None to look for it."""

    place: tuple[float, float] | None = None
    whole: bool = False

    @classmethod
    def of(cls, x: float | None, y: float | None, *, whole: bool) -> Framing:
        """A framing out of what was asked for.

        Raises:
            EditFault: `subject`.
        """
        if whole:
            if x is not None or y is not None:
                raise EditFault("subject", "整幅放进来，就不用写主角在哪里。")
            return cls(whole=True)
        if x is None and y is None:
            return AUTOMATIC
        place = (0.5 if x is None else x, 0.5 if y is None else y)
        if not all(isinstance(share, int | float) and 0 <= share <= 1 for share in place):
            raise EditFault("subject", "主角的位置写 0 到 1。0 是最左或最上，0.5 是正中。")
        return cls(place=place)


AUTOMATIC = Framing()
"""The subject is looked for."""


def same_shape(size: tuple[int, int], frame: tuple[int, int]) -> bool:
    """Whether a picture need only be scaled to fill the frame."""
    return abs(size[0] * frame[1] / (size[1] * frame[0]) - 1) <= SAME_SHAPE


def wider(size: tuple[int, int], frame: tuple[int, int]) -> bool:
    """Whether a picture is wider than the frame's shape, so that a cut runs from side to side."""
    return size[0] * frame[1] > size[1] * frame[0]


def kept(size: tuple[int, int], frame: tuple[int, int]) -> tuple[int, int]:
    """Width and height of the part that a cut keeps, even."""
    width, height = size
    if wider(size, frame):
        return _even(min(width, height * frame[0] / frame[1])), height
    return width, _even(min(height, width * frame[1] / frame[0]))


def filters(
    size: tuple[int, int], frame: tuple[int, int], framing: Framing, path: Sequence[Key]
) -> list[str]:
    """The filters from a shot's picture to the film's.

    Arguments:
        size: of the shot, points.
        frame: of the film, points.
        framing: as asked for.
        path: where the subject is over time, at least one key; not looked at when nothing is cut.
    """
    scaled = f"scale={frame[0]}:{frame[1]}:flags=bicubic"
    if same_shape(size, frame):
        return [] if size == frame else [scaled]
    if framing.whole:
        share = min(frame[0] / size[0], frame[1] / size[1])
        inner = _even(size[0] * share), _even(size[1] * share)
        return [
            f"scale={inner[0]}:{inner[1]}:flags=bicubic",
            f"pad={frame[0]}:{frame[1]}:(ow-iw)/2:(oh-ih)/2:color={BARS}",
        ]
    part = kept(size, frame)
    across = wider(size, frame)
    full, length = (size[0], part[0]) if across else (size[1], part[1])
    moving = _expression(path, full, length)
    x, y = (moving, "0") if across else ("0", moving)
    return [f"crop=w={part[0]}:h={part[1]}:x='{x}':y='{y}':exact=1", scaled]


def _expression(path: Sequence[Key], full: int, length: int) -> str:
    """First point of the cut as an ffmpeg expression of the time: straight lines from key to key."""
    points = [(key.time, min(max(key.place * full - length / 2, 0), full - length)) for key in path]
    text = f"{points[0][1]:.2f}"
    for (t0, p0), (t1, p1) in pairwise(points):
        if not math.isclose(p0, p1, abs_tol=0.01):
            text += f"{(p1 - p0) / (t1 - t0):+.4f}*clip(t-{t0:.3f},0,{t1 - t0:.3f})"
    return text


def _even(points: float) -> int:
    return max(2, 2 * round(points / 2))
