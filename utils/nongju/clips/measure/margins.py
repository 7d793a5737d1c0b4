"""What the platform's own buttons and words will cover, and bars that fill the screen with nothing.

On an upright clip Channels draws the caption and the seller's name over the lower part and a column of
buttons at the lower right. What matters must stand elsewhere: the share of the picture's detail under them is
compared with the share of its area.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import Bytes, Decoded
from nongju.clips.report import Measure

COVERED_BELOW = 0.20
"""Share of the height, from below, under caption and name (assumption: read off phones of 2023)."""

COVERED_RIGHT, COVERED_RIGHT_FROM = 0.14, 0.45
"""Share of the width, at the right, under the buttons, and the share of the height from which they begin
(assumption: read off phones of 2023)."""

MOST_CROWDED = 1.25
"""Detail under the buttons against what an even picture would have there (assumption)."""

UPRIGHT = 1.5
"""Height over width from which a clip fills the screen and is covered."""

BAR_LEVEL = 24
"""Grey level, of 255, up to which a line at the edge is part of a black bar."""

MOST_BARS = 4.0
"""Per cent of the picture that bars may take; encoders leave a line or two."""

MOST_FRAMES = 24
"""Frames that are looked at, spread over the clip."""


def measures(decoded: Decoded) -> Iterator[Measure]:
    """Bars, and for upright clips the detail under the buttons."""
    gray = decoded.gray[:: max(1, len(decoded.gray) // MOST_FRAMES)]
    bars = bars_of(gray)
    share = round(100 * (1 - (bars[1] - bars[0]) * (bars[3] - bars[2]) / (gray.shape[1] * gray.shape[2])), 1)
    if share > MOST_BARS:
        advice = "边上有黑边，画面变小了。手机竖起来直接拍满。"
        yield Measure("bars", share, "%", "change", advice)
    else:
        yield Measure("bars", share, "%", "good", "画面是满的。")
    if gray.shape[1] < UPRIGHT * gray.shape[2]:
        return
    value = round(crowding(gray), 2)
    unit = "倍（1 是平均）"
    if value > MOST_CROWDED:
        advice = "要紧的东西会被按钮挡住。往中间和上面挪一点。"
        yield Measure("covered", value, unit, "unsure", advice)
    else:
        yield Measure("covered", value, unit, "good", "要紧的地方没被挡住。")


def covered(height: int, width: int) -> npt.NDArray[np.bool_]:
    """The points of a frame that Channels draws over."""
    mask = np.zeros((height, width), dtype=bool)
    mask[round(height * (1 - COVERED_BELOW)) :] = True
    mask[round(height * COVERED_RIGHT_FROM) :, round(width * (1 - COVERED_RIGHT)) :] = True
    return mask


def crowding(gray: Bytes) -> float:
    """Detail under the buttons: its share of all detail over its share of the area."""
    mask = covered(gray.shape[1], gray.shape[2])
    detail = np.zeros(gray.shape[1:])
    for frame in gray:
        signed = frame.astype(np.int16)
        detail[:, 1:] += np.abs(np.diff(signed, axis=1))
        detail[1:] += np.abs(np.diff(signed, axis=0))
    total = float(detail.sum())
    return float(detail[mask].sum()) / total / float(mask.mean()) if total else 0.0


def bars_of(gray: Bytes) -> tuple[int, int, int, int]:
    """Top, bottom, left and right of the picture inside bars that stay black through the whole clip."""
    brightest = gray.max(axis=0)
    rows = np.flatnonzero(np.percentile(brightest, 95, axis=1) > BAR_LEVEL)
    columns = np.flatnonzero(np.percentile(brightest, 95, axis=0) > BAR_LEVEL)
    if not len(rows) or not len(columns):
        return 0, gray.shape[1], 0, gray.shape[2]
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
