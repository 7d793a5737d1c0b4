"""How a camera turned, zoomed or travelled between the ends of a span.

A camera that only turns and zooms moves the picture by one map whatever the depth (rotation about the
camera's centre, `turned`): near and far agree, and the picture's edges move faster than its middle by a share
that the focal length sets. A camera that travels moves near things further than far ones: no such map fits.
Positions are in long sides from the picture's middle, angles in radians.

Source: Hartley and Zisserman, Multiple View Geometry, ch. 8 (the rotation homography) and ch. 13 (planes).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nongju.clips.moves.flow import Span

Floats = npt.NDArray[np.float64]

FOCALS = (0.72, 0.9, 1.15, 1.5, 2.2)
"""Focal lengths tried, in long sides: a phone's main camera has 0.72 (26 mm) and 0.8 to 1.0 with video crop
and stabiliser; 1.5 and 2.2 are its twofold and threefold lenses."""

FLAT = 1000.0
"""A focal length, in long sides, at which a turn looks like a plain shift: no perspective at all."""

CELLS = 6
"""The picture is divided into this many cells a side; each counts once, however many corners it has."""

ROUNDS = 6
"""Steps of the robust fit; it settles after five or six."""

NOISE = 0.0028
"""Residual, in long sides, that tracking and compression leave in a perfect fit: 0.9 pixels at 320."""

OFF = 0.12
"""Residual, as a share of the median motion, above which a point does not follow the map. A thing at 0.85 of
the distance of the rest moves 1.18 times as far; a wrong focal length within `FOCALS` leaves 0.05."""


SCATTER = 2.0
"""Allowed residual in units of how far a point strays from its neighbours (median): grain and blur make
points stray one by one, depth moves neighbours together."""

NEAR = 5
"""A point and its four nearest neighbours are read together: their median residual counts as misfit."""


PAIR = 0.12
"""Long sides that two points are at least apart to tell of growth: closer ones tell mostly of noise."""


@dataclass(frozen=True)
class Measured:
    """One span: weights of its points, their neighbours, median motion, scatter, allowed residual, growth.

    Lengths are in long sides, growth is a logarithm.
    """

    weights: Floats
    near: npt.NDArray[np.int64]
    motion: float
    scatter: float
    allowed: float
    growth: float


@dataclass(frozen=True)
class Fit:
    """The turn, zoom and misfit of one map.

    `yaw`, `pitch`, `roll` in radians (yaw above 0: the camera turned right; pitch above 0: down), `zoom` as a
    natural logarithm, `misfit` 0 (every cell follows) to 1 (none does), `off` each point's residual in units
    of what it may be.
    """

    yaw: float
    pitch: float
    roll: float
    zoom: float
    misfit: float
    off: Floats


def spread_weights(points: Floats) -> Floats:
    """Weights that give every cell of the picture the same say, summing to 1."""
    cell = np.floor((points + 0.5) * CELLS).astype(np.int64)
    _, where, counts = np.unique(cell[:, 0] * 1000 + cell[:, 1], return_inverse=True, return_counts=True)
    weights = 1.0 / np.sqrt(counts[where.ravel()])
    return np.asarray(weights / weights.sum())


def turned(points: Floats, motion: Floats, focal: float) -> Floats:
    """Where points go when the camera turns by (pitch, yaw, roll) and zooms by exp(motion[3])."""
    pitch, yaw, roll, zoom = motion
    x, y = points[:, 0], points[:, 1]
    # Rays (x, y, focal) are turned the opposite way to the camera.
    cos_y, sin_y = np.cos(-yaw), np.sin(-yaw)
    x, depth = cos_y * x + sin_y * focal, -sin_y * x + cos_y * focal
    cos_p, sin_p = np.cos(pitch), np.sin(pitch)
    y, depth = cos_p * y - sin_p * depth, sin_p * y + cos_p * depth
    cos_r, sin_r = np.cos(-roll), np.sin(-roll)
    x, y = cos_r * x - sin_r * y, sin_r * x + cos_r * y
    scale = focal * np.exp(zoom) / np.maximum(depth, 1e-6)
    return np.column_stack([x * scale, y * scale])


def neighbours(points: Floats) -> npt.NDArray[np.int64]:
    """Each point's own number and those of its nearest neighbours: (n, NEAR)."""
    apart = ((points[:, None] - points[None]) ** 2).sum(axis=2)
    return np.asarray(np.argpartition(apart, NEAR - 1, axis=1)[:, :NEAR])


def growth_of(start: Floats, end: Floats) -> float:
    """Logarithm of how much farther apart points have moved: the median over all pairs that are not close.

    Pairs reach across depths and over the whole picture, so that neither a near thing nor a background alone
    decides, and shifts and turns about the axis do not count.
    """
    first, second = np.triu_indices(len(start), 1)
    before = np.linalg.norm(start[first] - start[second], axis=1)
    after = np.linalg.norm(end[first] - end[second], axis=1)
    apart = before > PAIR
    if apart.sum() < 20:
        return 0.0
    return float(np.median(np.log(np.maximum(after[apart], 1e-3) / before[apart])))


def shifts_of(start: Floats, end: Floats, growth: float, roll: float, weights: Floats) -> Floats:
    """Weighted quartiles (3, 2) of where the points went besides growth and roll: 25, 50, 75 %, x and y."""
    turn = np.exp(growth - 1j * roll)
    moved = (end[:, 0] + 1j * end[:, 1]) - turn * (start[:, 0] + 1j * start[:, 1])
    quartiles = np.empty((3, 2))
    for column, values in enumerate((moved.real, moved.imag)):
        order = np.argsort(values)
        quartiles[:, column] = np.interp((0.25, 0.5, 0.75), np.cumsum(weights[order]), values[order])
    return quartiles


def measured(span: Span) -> Measured:
    """What the fits of one span share."""
    near = neighbours(span.start)
    shift = span.end - span.start
    scatter = float(np.median(np.linalg.norm(shift - np.median(shift[near], axis=1), axis=1)))
    motion = float(np.median(np.linalg.norm(shift, axis=1)))
    return Measured(
        spread_weights(span.start),
        near,
        motion,
        scatter,
        max(NOISE, SCATTER * scatter, OFF * motion),
        growth_of(span.start, span.end),
    )


def fit_turn(span: Span, of: Measured, focal: float) -> Fit:
    """The turn and zoom that most of the picture follows (Tukey's biweight, from a RANSAC similarity)."""
    start, end = span.start, span.end
    weights, allowed = of.weights, of.allowed
    motion = _similar(start, end, allowed)
    motion[:2] /= focal
    steps = np.array([1e-4 / min(focal, 1.0)] * 2 + [1e-4, 1e-4])
    if focal > 100:
        steps[:2] = 1e-4 / focal
    for width in np.geomspace(4.0, 1.5, ROUNDS):
        here = turned(start, motion, focal)
        rest = end - here
        far = np.linalg.norm(rest, axis=1) / (allowed * width)
        robust = weights * np.where(far < 1, (1 - far**2) ** 2, 0.0)
        slopes = np.stack(
            [(turned(start, motion + step, focal) - here) / step.sum() for step in np.diag(steps)], axis=2
        ).reshape(-1, 4)
        scaled = slopes * np.repeat(robust, 2)[:, None]
        normal, gain = scaled.T @ slopes, scaled.T @ rest.ravel()
        try:
            motion = motion + np.linalg.solve(normal, gain)
        except np.linalg.LinAlgError:  # too few points left: the similarity stands
            break
    rest = end - turned(start, motion, focal)
    off = np.linalg.norm(np.median(rest[of.near], axis=1), axis=1) / allowed
    misfit = float((weights * np.minimum(off**2, 1.0)).sum())
    pitch, yaw, roll, zoom = (float(value) for value in motion)
    return Fit(yaw, pitch, roll, zoom, misfit, off)


def _similar(start: Floats, end: Floats, allowed: float) -> Floats:
    """(down, right, roll, zoom) of the similarity that most points follow, in long sides and radians."""
    import cv2

    cv2.setRNGSeed(7)
    found: Any = cv2.estimateAffinePartial2D(
        start * 1000, end * 1000, method=cv2.RANSAC, ransacReprojThreshold=allowed * 1000, maxIters=500
    )[0]
    if found is None:
        shift = np.median(end - start, axis=0)
        return np.array([-shift[1], -shift[0], 0.0, 0.0])
    scale = float(np.hypot(found[0, 0], found[1, 0]))
    angle = float(np.arctan2(found[1, 0], found[0, 0]))
    right, down = found[:, 2] / 1000
    return np.array([-down, -right, -angle, np.log(max(scale, 1e-3))])
