"""Whether the middle of the picture is sharp, and whether speed blurs it.

Sharpness shows only at full size, so that it is read from pieces cut out of the middle before reduction. An
edge that is blurred once more loses steepness: much if it was sharp, little if it was blurred already. The
ratio tells its width, as the standard deviation of a Gaussian, in points; the strongest edges of each
direction are asked. Out of focus, both directions are wide; smeared by speed, one is.

Source: Zhuo and Sim, Defocus map estimation from a single image, Pattern Recognition 44, 2011.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import Bytes, Decoded
from nongju.clips.measure.motion import Shifts
from nongju.clips.report import Measure

ONCE, TWICE = 1.0, 2.5
"""Points of standard deviation of the two blurs that are compared: the first one quiets noise."""

MOST_WIDTH = 1.8
"""Points (of 1080): photographs measure 0.0 to 0.7, blurred with 1 point up to 1.3, with 3 points 1.9 to 2.9,
with noise of 3 grey levels on top (nine photographs; where to draw the line is an assumption)."""

STRONGEST = 80.0
"""Percentile of edge steepness from which an edge is asked: weak ones are texture and noise."""

LEAST_STEEPNESS = 2.0
"""Grey levels a point below which nothing is an edge: four times what noise of 3 levels leaves."""

LEAST_EDGES = 30
"""Points on edges that a piece must have to say anything."""

BORDER = 4
"""Points at a piece's border whose blur knows nothing of what lies beyond."""

FAST = 6.0
"""Thousandths of the longer side a frame: a shutter of 1/60 s smears that over 6 points of 1920."""

SMEARED = 0.9
"""Points by which edges along the movement are wider than across it: a smear of 7 points
gives 1.1 to 1.8 on photographs."""

Widths = npt.NDArray[np.float64]


def measures(decoded: Decoded, moved: Shifts) -> Iterator[Measure]:
    """Width of edges at rest, and what speed adds."""
    widths = np.array([edge_widths(piece) for piece in decoded.pieces]).reshape(-1, 2)
    if np.isnan(widths).all():
        advice = "中间太素，看不出清不清楚。请老师看一眼。"
        yield Measure("blur", None, "点（越小越清楚）", "unsure", advice)
        return
    across, down = _speeds(decoded, moved, len(widths))
    yield _focus(widths, np.hypot(across, down) > FAST)
    yield _smear(widths, across, down)


def edge_widths(piece: Bytes) -> tuple[float, float]:
    """Median width of upright edges and of lying ones, in points; NaN where there are too few.

    Arguments:
        piece: (height, width) grey.
    """
    import cv2

    picture = piece.astype(np.float32)
    once = cv2.GaussianBlur(picture, (0, 0), ONCE)
    twice = cv2.GaussianBlur(picture, (0, 0), TWICE)
    steep = [cv2.Sobel(once, cv2.CV_32F, *axis) / 8 for axis in ((1, 0), (0, 1))]
    flat = [cv2.Sobel(twice, cv2.CV_32F, *axis) / 8 for axis in ((1, 0), (0, 1))]
    return _width(steep[0], steep[1], flat[0], axis=1), _width(steep[1], steep[0], flat[1], axis=0)


def _width(steep: Widths, beside: Widths, flat: Widths, *, axis: int) -> float:
    """Median width of edges whose steepness runs along `axis`."""
    height = np.abs(steep)
    inner = (slice(BORDER, -BORDER), slice(BORDER, -BORDER))
    rows, columns = np.nonzero(
        (height[inner] > 2 * np.abs(beside[inner])) & (height[inner] >= LEAST_STEEPNESS)
    )
    rows, columns = rows + BORDER, columns + BORDER
    here = height[rows, columns]
    before, after = (height[rows - axis_0, columns - axis_1] for axis_0, axis_1 in _sides(axis))
    top = (here >= before) & (here >= after)
    if top.sum() < LEAST_EDGES:
        return math.nan
    top &= here >= np.percentile(here[top], STRONGEST)
    blurred = np.abs(flat[rows[top], columns[top]])
    ratio = np.clip(here[top] / np.maximum(blurred, 1e-3), 1.02, TWICE / ONCE)
    squared = (TWICE**2 - ratio**2 * ONCE**2) / (ratio**2 - 1)
    return float(np.median(np.sqrt(np.maximum(squared, 0))))


def _sides(axis: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Steps (down, across) to the neighbours along an axis."""
    return ((0, 1), (0, -1)) if axis == 1 else ((1, 0), (-1, 0))


def _speeds(decoded: Decoded, moved: Shifts, pieces: int) -> tuple[Widths, Widths]:
    """Shift across and down at the time of each piece."""
    at = np.arange(pieces) * decoded.rate / decoded.pieces_fps
    frames = np.clip(np.round(at).astype(int), 1 if len(moved.across) > 1 else 0, len(moved.across) - 1)
    return np.abs(np.nan_to_num(moved.across[frames])), np.abs(np.nan_to_num(moved.down[frames]))


def _focus(widths: Widths, fast: npt.NDArray[np.bool_]) -> Measure:
    """The sharper direction counts: speed widens only the other."""
    told = ~np.isnan(widths).all(axis=1)
    chosen = told & ~fast if (told & ~fast).any() else told
    value = round(float(np.median(np.nanmin(widths[chosen], axis=1))), 2)
    unit = "点（越小越清楚）"
    if value > MOST_WIDTH:
        return Measure("blur", value, unit, "change", "有点糊。先擦镜头，再点一下产品对焦。")
    return Measure("blur", value, unit, "good", "清楚。")


def _smear(widths: Widths, across: Widths, down: Widths) -> Measure:
    unit = "点"
    fast = (np.hypot(across, down) > FAST) & np.isfinite(widths).all(axis=1)
    if not fast.any():
        return Measure("smear", 0.0, unit, "good", "没有动糊。")
    extra = np.where(across >= down, widths[:, 0] - widths[:, 1], widths[:, 1] - widths[:, 0])[fast]
    value = round(max(0.0, float(np.median(extra))), 2)
    if value > SMEARED:
        return Measure("smear", value, unit, "change", "动得太快，糊了。走慢一半，光再亮些。")
    return Measure("smear", value, unit, "good", "动起来也清楚。")
