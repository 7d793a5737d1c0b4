"""Shake of the hand, apart from a movement that is meant.

The path of the picture is the sum of its shifts. What a hand does on purpose takes longer than half a second;
what remains after that is taken away is shake.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import Decoded
from nongju.clips.measure.motion import Shifts
from nongju.clips.report import Measure

MEANT_SECONDS = 0.6
"""Movements slower than this are meant: tremor and steps lie at 2 to 12 Hz (Stiles 1976, hand tremor)."""

MOST_SHAKE = 2.5
"""Thousandths of the longer side, root mean square: 5 points of 1920, which a viewer sees as unsteady from
about there on (assumption)."""

LEAST_KNOWN = 0.5
"""Share of frames whose shift must be known."""


def measures(decoded: Decoded, moved: Shifts) -> Iterator[Measure]:
    """Root mean square of the shake."""
    unit = "‰（画面长边）"
    if moved.known < LEAST_KNOWN or len(moved.across) < decoded.rate:
        yield Measure("shake", None, unit, "unsure", "画面太素，看不出抖不抖。请老师看一眼。")
        return
    value = round(shake_of(moved, decoded.rate), 2)
    if value > MOST_SHAKE:
        yield Measure("shake", value, unit, "change", "手抖了。手肘夹紧，靠墙，或者用支架。")
    else:
        yield Measure("shake", value, unit, "good", "拿得稳。")


def shake_of(moved: Shifts, rate: float) -> float:
    """Root mean square of the path's fast part, thousandths of the longer side."""
    width = max(3, round(MEANT_SECONDS * rate) | 1)
    fast = [_fast(np.nan_to_num(axis), width) for axis in (moved.across, moved.down)]
    inner = slice(width // 2, -(width // 2)) if len(fast[0]) > 2 * width else slice(None)
    return float(np.sqrt(np.mean(fast[0][inner] ** 2 + fast[1][inner] ** 2)))


def _fast(steps: npt.NDArray[np.float64], width: int) -> npt.NDArray[np.float64]:
    """A path less its moving straight line over `width` frames."""
    path = np.cumsum(steps)
    padded = np.pad(path, width // 2, mode="reflect", reflect_type="odd")
    return np.asarray(path - np.convolve(padded, np.ones(width) / width, mode="valid"))
