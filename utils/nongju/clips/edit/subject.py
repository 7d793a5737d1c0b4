"""Where the subject of a shot is over time, and a path for the cut that keeps it and never jumps.

Found on frames of 160 points, five a second, from one decode. For each frame a map adds up what draws the
eye: colour unlike the picture's mean (frequency-tuned saliency: Achanta et al., CVPR 2009), fine detail (the
thing in focus), and movement against the camera's own. Its mass in every possible cut gives the place.

The path follows the modes of AutoFlip (Google, 2020): if the subject stays within the cut, the cut stands
still; else it follows, no faster than a camera on a stand would, smoothed. A shot is taken as one take: a
cut inside it is not looked for.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from nongju.clips import ffmpeg
from nongju.clips.edit.framing import Framing, Key, kept, same_shape, wider
from nongju.clips.edit.source import Source

if TYPE_CHECKING:
    from nongju.clips.edit.shot import ShotPlan

Numbers: TypeAlias = npt.NDArray[np.float64]

RATE = 5.0
"""Frames a second that are looked at: a person who walks past moves 0.3 m between two of them."""

LONG_SIDE = 160
"""Points of the longer side of those frames."""

WEIGHTS = {"colour": 1.0, "detail": 0.6, "movement": 1.5}
"""Of the three maps, each scaled to mean 1 (assumption, tried on drawn scenes)."""

CENTRE = 0.25
"""How much less a place at the very edge counts than the middle: people point a camera at things
(assumption)."""

STILL = 0.35
"""The cut stands still while the subject's place stays within this share of the cut's length (assumption)."""

SHIFTS = 5
"""Steps by which the cut is moved onto the middle of what it holds (mean shift); two or three are enough."""

FASTEST = 0.22
"""Largest speed of the cut, shares of the whole width a second: a pan that crosses the picture takes 4.5 s
(assumption: camera schools let an object take 5 to 7 s across the frame; a little faster is allowed)."""

SMOOTHING = 0.5
"""Standard deviation of the smoothing over time, seconds."""


def path_of(shot: ShotPlan, frame: tuple[int, int]) -> tuple[Key, ...]:
    """Where the cut of a shot goes, in seconds of the shot as the film shows it.

    Arguments:
        shot: with its framing; only an automatic one is looked into.
        frame: width and height of the film's picture.
    """
    framing: Framing = shot.framing
    size = shot.size
    if same_shape(size, frame) or framing.whole:
        return (Key(0.0, 0.5),)
    across = wider(size, frame)
    if framing.place is not None:
        return (Key(0.0, framing.place[0 if across else 1]),)
    part = kept(size, frame)
    share = part[0] / size[0] if across else part[1] / size[1]
    places = _places(shot.source, round(shot.start, 3), round(shot.end, 3), across, round(share, 4))
    return tuple(keys(places, share, shot.speed))


@functools.lru_cache(maxsize=64)
def _places(source: Source, start: float, end: float, across: bool, share: float) -> Numbers:
    """The subject's place for each frame looked at, share of the side along which the cut runs."""
    places = [_place(profile, share) for profile in _Profiles(source, start, end, across).read()]
    return np.asarray(places or [0.5])


def _place(profile: Numbers, share: float) -> float:
    """Where the subject is: the cut that holds most of a profile, moved until its mass lies in its middle.

    What half of the side has anyway is background and does not count.
    """
    length = max(1, round(len(profile) * share))
    mass = np.clip(profile - np.median(profile), 0, None)
    if mass.sum() <= 0:
        return 0.5
    at = np.arange(len(mass)) + 0.5
    held = np.convolve(mass, np.ones(length), "valid")
    middle = int(held.argmax()) + length / 2
    for _ in range(SHIFTS):
        weights = mass * (np.abs(at - middle) <= length / 2)
        if weights.sum() <= 0:
            break
        middle = float(np.average(at, weights=weights))
    return middle / len(mass)


def keys(places: Numbers, share: float, speed: float = 1.0) -> list[Key]:
    """A smooth path of the cut's middle through the places of the subject.

    Arguments:
        places: of the subject, `RATE` a second of the clip, shares of the side.
        share: of the side that the cut keeps.
        speed: factor by which the film shows the clip faster; the limit on the cut's speed holds in the film.
    """
    steady = _median(places, round(RATE))
    low, high = share / 2, 1 - share / 2
    if np.ptp(np.percentile(steady, [5, 95])) <= STILL * share:
        return [Key(0.0, float(np.clip(np.median(steady), low, high)))]
    path = _smooth(_no_faster(np.clip(steady, low, high), FASTEST / RATE / speed))
    return [Key(at / RATE / speed, float(place)) for at, place in enumerate(path)]


def _median(values: Numbers, reach: int) -> Numbers:
    """Running median over 2 * reach + 1 values; the ends are repeated."""
    padded = np.pad(values, reach, mode="edge")
    return np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1), axis=1)


def _no_faster(values: Numbers, step: float) -> Numbers:
    """The nearest path that moves by at most `step` from value to value: between its two envelopes."""
    at = np.arange(len(values))
    apart = step * np.abs(at[:, None] - at[None, :])
    return np.asarray(((values + apart).min(axis=1) + (values - apart).max(axis=1)) / 2)


def _smooth(values: Numbers) -> Numbers:
    """Smoothed over time; a weighted mean, so that no step becomes larger."""
    reach = math.ceil(3 * SMOOTHING * RATE)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (SMOOTHING * RATE)) ** 2)
    return np.convolve(np.pad(values, reach, mode="edge"), weights / weights.sum(), "valid")


class _Profiles:
    """How much draws the eye along one side of a picture, for each frame looked at."""

    def __init__(self, source: Source, start: float, end: float, across: bool) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.across = across
        scale = LONG_SIDE / max(source.width, source.height)
        self.width = max(8, round(source.width * scale))
        self.height = max(8, round(source.height * scale))
        self.found: list[Numbers] = []
        self._before: npt.NDArray[np.float32] | None = None

    def read(self) -> Sequence[Numbers]:
        """Decode once, without B-frames and without smoothing blocks: a fifth of the work is saved."""
        chain = f"fps={RATE:g}:start_time=0,scale={self.width}:{self.height}:flags=area,format=bgr24"
        ffmpeg.run(
            [
                *("-skip_frame", "noref", "-skip_loop_filter", "all", "-ss", f"{self.start:.6f}"),
                *ffmpeg.stranger(self.source.path, threads=1, seconds=self.end - self.start),
                *("-map", "0:V:0", "-vf", chain, "-f", "rawvideo", "pipe:1"),
            ],
            consume=self._take,
        )
        return self.found

    def _take(self, stream: IO[bytes]) -> None:
        count = self.width * self.height * 3
        while len(raw := stream.read(count)) == count:
            picture = np.frombuffer(raw, dtype=np.uint8).reshape(self.height, self.width, 3)
            drawn = self._drawing(picture)
            profile = drawn.sum(axis=0 if self.across else 1)
            middle = np.linspace(-1, 1, len(profile))
            self.found.append(profile * (1 - CENTRE * middle**2))

    def _drawing(self, picture: npt.NDArray[np.uint8]) -> Numbers:
        """The map of one frame."""
        import cv2

        lab = cv2.cvtColor(picture, cv2.COLOR_BGR2LAB).astype(np.float32)
        soft: Any = cv2.GaussianBlur(lab, (5, 5), 0)
        colour = np.linalg.norm(soft - lab.mean(axis=(0, 1)), axis=2)
        grey = lab[..., 0]
        detail = cv2.GaussianBlur(np.abs(cv2.Laplacian(grey, cv2.CV_32F)), (9, 9), 0)
        maps = {"colour": colour**2, "detail": detail, "movement": self._movement(grey)}
        total = np.zeros(grey.shape)
        for name, drawn in maps.items():
            mean = float(drawn.mean())
            if mean > 1e-3:
                total += WEIGHTS[name] * drawn / mean
        return total

    def _movement(self, grey: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Change against the frame before, with the camera's own shift taken out."""
        import cv2

        before, self._before = self._before, grey
        if before is None:
            return np.zeros_like(grey)
        window = cv2.createHanningWindow((self.width, self.height), cv2.CV_32F)
        (across, down), _ = cv2.phaseCorrelate(before, grey, window)
        moved = cv2.warpAffine(
            before,
            np.array([[1, 0, across], [0, 1, down]], dtype=np.float32),
            (self.width, self.height),
            borderMode=cv2.BORDER_REPLICATE,
        )
        change = np.clip(np.abs(grey - moved) - 6, 0, None)  # six grey levels of 255 are noise
        return np.asarray(cv2.GaussianBlur(change, (9, 9), 0))
