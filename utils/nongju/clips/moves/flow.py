"""Points followed through a clip: sparse Lucas-Kanade flow, checked forwards and backwards.

A clip is cut into spans. In each span corners are found once and followed from frame to frame; a span ends
when the picture has moved far enough to compare its ends, when too many points were lost, or when it has
lasted long enough. Slow moves so get long spans, fast ones short spans. Brightness is levelled locally
first, so that exposure drift and poor light change little.

Sources: Shi and Tomasi 1994 (corners); Lucas and Kanade 1981, Bouguet 2001 (pyramid); Kalal et al. 2010
(forward-backward check).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

LONG_SIDE = 320
"""Pixels of the longer side at which flow is computed; larger frames are reduced first."""

RATE = 8.0
"""Frames a second that are looked at, about: hands tremble and walk below half of it."""

POINTS = 200
"""Most points that are followed at once: enough for eight parameters, few enough for ten times real time."""

APART = 0.022
"""Least distance between two corners, in long sides: spreads the points over the picture."""

WINDOW = (13, 13)
"""Pixels around a point that are followed with it."""

LEVELS = 3
"""Halvings of the frame above the full one: reaches moves of about 50 pixels a frame."""

SETTLED = (3, 10, 0.03)
"""A point is settled after ten steps or at three hundredths of a pixel."""

BACK_AND_FORTH = 0.6
"""Pixels by which a point may miss its start when it is followed forwards and then backwards."""

SPAN_SHIFT = 0.10
"""A span ends once a quarter of the points have moved this share of the long side: parallax and perspective
then show well above the noise of tracking (about 0.3 pixels), and most points are still in the picture."""

FAR_SHARE = 75
"""Per cent of the points that may move less than `SPAN_SHIFT`: in a push the middle hardly moves."""

SPAN_SECONDS = 2.5
"""Longest span, in seconds."""

SPAN_LOSS = 0.45
"""A span ends when fewer than this share of its points are left."""

FEWEST = 14
"""Points below which two frames are not compared: eight parameters need four, the rest is for the check."""

FLATTEN = 0.04
"""Radius, in long sides, within which brightness is levelled."""

LEAST_CONTRAST = 5.0
"""Grey levels of local contrast below which a place counts as blank: sensor noise in poor light has 2 to 5,
and is blurred to a third of that before."""

BAR_LEVEL = 24
"""Grey level that no pixel of a black bar ever passes."""


@dataclass(frozen=True)
class Span:
    """Points followed over part of a clip.

    `path` is (frames, points, 2): positions in long sides from the middle of the picture, x to the right, y
    down. `first` is the number of the span's first frame.
    """

    first: int
    path: Floats

    @property
    def last(self) -> int:
        """Number of the span's last frame."""
        return self.first + len(self.path) - 1

    @property
    def start(self) -> Floats:
        """Where the points were in the first frame."""
        return np.asarray(self.path[0])

    @property
    def end(self) -> Floats:
        """Where they are in the last frame."""
        return np.asarray(self.path[-1])


@dataclass(frozen=True)
class OpticalFlow:
    """The spans of the longest run of frames that could be followed without a break, and the clip's measures.

    Sides in long sides; `frames` is how many were looked at, `rate` how many a second.
    """

    spans: tuple[Span, ...]
    width: float
    height: float
    frames: int
    rate: float
    pixel: float
    """One pixel, in long sides."""


def follow(gray: Bytes, fps: float) -> OpticalFlow:
    """Follow points through a clip.

    Arguments:
        gray: frames (n, h, w), 0 to 255.
        fps: frames a second; where there are many more than `RATE`, only some are looked at.
    """
    step = max(1, round(fps / RATE))
    frames = _levelled(_reduced(_without_bars(gray[::step])))
    height, width = frames[0].shape
    side = max(height, width)
    most = max(2, round(SPAN_SECONDS * fps / step))
    middle = np.array([(width - 1) / 2, (height - 1) / 2])
    runs: list[list[Span]] = [[]]
    at = 0
    while at < len(frames) - 1:
        path = _span(frames, at, most)
        if len(path) < 2:  # a cut, a blank or a blur: what comes after is another run
            runs.append([])
            at += 1
            continue
        runs[-1].append(Span(at, (path - middle) / side))
        at += len(path) - 1
    longest = max(runs, key=lambda run: sum(len(span.path) - 1 for span in run))
    return OpticalFlow(tuple(longest), width / side, height / side, len(frames), fps / step, 1 / side)


def _span(frames: Sequence[Bytes], first: int, most: int) -> Floats:
    """Positions (frames, points, 2) in pixels, of the points that lasted to the span's end."""
    import cv2

    side = max(frames[0].shape)
    found = cv2.goodFeaturesToTrack(frames[first], POINTS, 0.02, max(4.0, APART * side), blockSize=5)
    if found is None or len(found) < FEWEST:
        return np.zeros((1, 0, 2))
    path = found.reshape(1, -1, 2).astype(np.float64)
    count = path.shape[1]
    for at in range(first, min(first + most, len(frames) - 1)):
        guess = path[-1] + (path[-1] - path[-2] if len(path) > 1 else 0)
        moved, good = _step(frames[at], frames[at + 1], path[-1], guess)
        if good.sum() < max(FEWEST, SPAN_LOSS * count):
            break
        path = np.concatenate([path, moved[None]])[:, good]
        if np.percentile(np.linalg.norm(path[-1] - path[0], axis=1), FAR_SHARE) > SPAN_SHIFT * side:
            break
    return path


def _step(before: Bytes, after: Bytes, points: Floats, guess: Floats) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Where points went from one frame to the next, and which of them can be trusted."""
    import cv2

    start = points.astype(np.float32)[:, None]
    there: Any = guess.astype(np.float32)[:, None].copy()
    flags = cv2.OPTFLOW_USE_INITIAL_FLOW
    there, found, _ = cv2.calcOpticalFlowPyrLK(
        before, after, start, there, None, None, WINDOW, LEVELS, SETTLED, flags
    )
    back, returned, _ = cv2.calcOpticalFlowPyrLK(
        after, before, there, start.copy(), None, None, WINDOW, 1, SETTLED, flags
    )
    miss = np.linalg.norm((back - start)[:, 0], axis=1)
    shape = before.shape
    inside = (there[:, 0] > 1).all(1) & (there[:, 0, 0] < shape[1] - 2) & (there[:, 0, 1] < shape[0] - 2)
    good = (found[:, 0] == 1) & (returned[:, 0] == 1) & (miss < BACK_AND_FORTH) & inside
    return there[:, 0].astype(np.float64), good


def _without_bars(gray: Bytes) -> Bytes:
    """The frames without black bars at their edges: a bar's rim looks like a thing that never moves."""
    brightest = gray[:: max(1, len(gray) // 8)].max(axis=0)
    kept = []
    for axis in (1, 0):
        lit = np.flatnonzero((brightest > BAR_LEVEL).mean(axis=axis) > 0.02)
        whole = brightest.shape[1 - axis]
        if len(lit) < whole // 3:  # a dark clip, not a clip with bars
            return gray
        kept.append(slice(int(lit[0]), int(lit[-1]) + 1))
    return np.asarray(gray[:, kept[0], kept[1]])


def _reduced(gray: Bytes) -> list[Bytes]:
    import cv2

    height, width = gray.shape[1:]
    times = LONG_SIDE / max(height, width)
    if times >= 0.9:
        return list(gray)
    size = (max(2, round(width * times)), max(2, round(height * times)))
    return [np.asarray(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), np.uint8) for frame in gray]


def _levelled(frames: Sequence[Bytes]) -> list[Bytes]:
    """Each place less its surroundings' mean, over their contrast: 128 is average."""
    import cv2

    wide = FLATTEN * max(frames[0].shape)
    window = (2 * round(wide) + 1, 2 * round(wide) + 1)
    levelled = []
    for frame in frames:
        smooth = cv2.GaussianBlur(frame.astype(np.float32), (0, 0), 0.9)
        mean = cv2.blur(smooth, window)
        spread = np.sqrt(np.maximum(cv2.blur(smooth * smooth, window) - mean * mean, 0))
        scaled = (smooth - mean) * (42 / (spread + LEAST_CONTRAST)) + 128
        levelled.append(np.clip(scaled, 0, 255).astype(np.uint8))
    return levelled
