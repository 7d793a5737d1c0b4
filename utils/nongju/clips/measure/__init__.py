"""Numbers about a clip, one subject a module: each with unit, threshold, verdict and one sentence of advice.

A threshold is a constant with its unit and its source, or the word assumption where no source was found.
"""

from __future__ import annotations

from collections.abc import Iterator

from nongju.clips.decode import Decoded
from nongju.clips.measure import (
    exposure,
    flicker,
    focus,
    frame,
    loudness,
    margins,
    motion,
    origin,
    shake,
    shots,
    speech,
    white,
)
from nongju.clips.report import Kind, Measure


def measures_of(decoded: Decoded, kind: Kind, name: str) -> Iterator[Measure]:
    """Every measure of a decoded clip, in the order in which a teacher would go through them.

    Arguments:
        decoded: the clip.
        kind: what it is for.
        name: of the original file; apps name files in ways that tell where a clip comes from.
    """
    moved = motion.shifts(decoded)
    yield from origin.measures(decoded, kind, name)
    yield from frame.measures(decoded, kind)
    yield from margins.measures(decoded)
    yield from exposure.measures(decoded)
    yield from white.measures(decoded)
    yield from focus.measures(decoded, moved)
    yield from shake.measures(decoded, moved)
    yield from flicker.measures(decoded)
    yield from shots.measures(decoded, kind)
    yield from loudness.measures(decoded, kind)
    if kind != "product":
        yield from speech.measures(decoded)
