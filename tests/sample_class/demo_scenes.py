"""What the sample class films: smoked pork on a kitchen table, and a long shelf to turn along.

The pictures are those of the practice pack; the camera is held, shaken, carried or turned before them.
"""

import math
from collections.abc import Callable, Iterator
from functools import cache

import cv2
import numpy as np

from nongju.clips.practice import camera
from nongju.clips.practice.camera import CameraPose, Layer, LayeredScene
from nongju.clips.practice.drawing import Picture, bag, laid, pork, tiles, wood

UPRIGHT, ACROSS = (720, 1280), (1280, 720)
"""Width and height of the frames: the least in which a clip counts as sharp."""

DARK_WOOD, LIGHT_WOOD = ((58, 34, 18), (122, 78, 42)), ((164, 116, 66), (214, 170, 112))

Shot = Callable[[float, int], Iterator[bytes]]
"""Frames of so many seconds at so many a second, as BGR and one byte that is not used."""

Way = Callable[[float], CameraPose]
"""Where a camera is at a time in seconds."""


def table(way: Way, *, size: tuple[int, int] = UPRIGHT, flat: bool = False) -> Shot:
    """The table: a piece of pork and a bag of it on a board, a wall far behind.

    Arguments:
        way: of the camera.
        size: width and height.
        flat: near and far grow alike, as under two fingers on the screen.
    """

    def shot(seconds: float, rate: int) -> Iterator[bytes]:
        wall, bench, front = _kitchen()
        far, near = (1.0, 1.0) if flat else (2.6, 1.15)
        layers = [Layer(wall, far), Layer(bench, near, 0, 420), Layer(front, 1.0, -20, 40)]
        return camera.frames(LayeredScene(*size, layers, way), seconds, rate)

    return shot


@cache
def _kitchen() -> tuple[Picture, Picture, Picture]:
    """A wall, a bench, and what lies on it."""
    front = np.zeros((760, 1500, 4), np.uint8)
    laid(front, wood(300, 620, 33, *LIGHT_WOOD), 440, 380, shadow=8)
    laid(front, pork(430, 190, 41, string=True), 560, 60, shadow=10)
    laid(front, bag(430, 250, "腊肉", "自家熏"), 800, 120, shadow=10)
    return tiles(2300, 1900, 1), wood(520, 1500, 31, *DARK_WOOD, plank=130), front


def shelf(degrees: float, start: float = 0.0, end: float = 0.0) -> Shot:
    """A long shelf of bags, seen by somebody who stands and turns from left to right.

    Arguments:
        degrees: of the turn.
        start: seconds at which it begins.
        end: seconds at which it ends.
    """

    def shot(seconds: float, rate: int) -> Iterator[bytes]:
        picture = cv2.cvtColor(_long_shelf(), cv2.COLOR_RGBA2BGRA)
        height, width = picture.shape[:2]
        lens = np.array([[LENS, 0, UPRIGHT[0] / 2], [0, LENS, UPRIGHT[1] / 2], [0, 0, 1]])
        ray = np.array([[1 / LENS, 0, -width / 2 / LENS], [0, 1 / LENS, -height / 2 / LENS], [0, 0, 1]])
        for at in range(round(seconds * rate)):
            turned = math.radians(degrees) * (eased(at / rate, start, end) - 0.5)
            onto = lens @ cv2.Rodrigues(np.array([0.0, -turned, 0.0]))[0] @ ray
            yield cv2.warpPerspective(picture, onto, UPRIGHT, borderMode=cv2.BORDER_REFLECT).tobytes()

    return shot


LENS = 900.0
"""Focal length in points: a phone's main lens, held upright."""


@cache
def _long_shelf() -> Picture:
    """A wall, a bench and eight bags, wider than a phone sees at once."""
    ground = tiles(1700, 3000, 71)
    laid(ground, wood(700, 3000, 31, *DARK_WOOD, plank=130), 0, 1000)
    for at, name in enumerate(("腊肉", "香肠", "莲子", "藠头") * 2):
        laid(ground, bag(430, 250, name, "自家货"), 100 + 350 * at, 620, shadow=10)
    return ground


def held(right: float = 0.0, down: float = 0.0, forward: float = 0.0) -> Way:
    """A phone that leans on something."""
    return lambda _: CameraPose(right, down, forward)


def moved(start: float, end: float, *, forward: float = 0.0, back: float = 0.0, right: float = 0.0) -> Way:
    """A phone that rests, goes somewhere between two seconds, and rests again."""

    def way(time: float) -> CameraPose:
        share = eased(time, start, end)
        return CameraPose(right=right * (share - 0.5), forward=forward * share + back * (1 - share))

    return way


def shaken(time: float) -> CameraPose:
    """A phone in a hand that is stretched out: points, at 2 to 6 Hz."""
    turns = [2 * math.pi * hertz * time for hertz in (2.9, 4.7, 2.6, 5.3)]
    right, down = 6 * math.sin(turns[0]) + 4 * math.sin(turns[1]), 6 * math.cos(turns[2])
    return CameraPose(right, down + 3 * math.sin(turns[3]))


def eased(time: float, start: float, end: float) -> float:
    """From 0 to 1 between two seconds, without a jerk at either end."""
    share = min(1.0, max(0.0, (time - start) / max(end - start, 1e-9)))
    return share * share * (3 - 2 * share)
