"""Whether white comes out white.

Two estimates of the light's colour are compared: the least coloured of the bright points (something grey is
in nearly every picture) and the brightest points that are not burnt out (paper, walls, gloss). Where both
lean to the same side, the light has a cast; where only one does, the goods may simply be that colour.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import Decoded
from nongju.clips.report import Measure

MOST_FRAMES = 24
"""Frames that are looked at, spread over the clip."""

MOST_CAST = 9.0
"""CIELAB chroma of what should be grey. A just noticeable difference is 2.3 (Mahy 1994); four pass."""

SAME_HUE = 40.0
"""Degrees by which the two estimates may differ and still mean one cast (assumption)."""

LIGHTNESS = (35.0, 97.0)
"""CIELAB lightness of points that tell: darker ones are noise, lighter ones are clipped."""

LEAST_SHARE = 0.02
"""Share of the picture that must lie within that lightness, else nothing can be said (assumption)."""

LEAST_COLOURED = 5.0
"""Per cent of the bright points taken as the least coloured ones (assumption)."""

BRIGHTEST = 5.0
"""Per cent of the bright points taken as the brightest ones (assumption)."""

_SIDES = (
    (315, 45, "发红", "颜色发红。别靠近红布红灯，对着白纸点一下再拍。"),
    (45, 115, "发黄", "颜色发黄。白平衡对着白纸点一下，或者搬到窗边。"),
    (115, 200, "发绿", "颜色发绿。换一盏灯，或者搬到窗边再拍。"),
    (200, 315, "发蓝", "颜色发蓝。白平衡选「阴天」，或者对着白纸点一下。"),
)
"""Hue angles in CIELAB: from, to, name, advice."""


def measures(decoded: Decoded) -> Iterator[Measure]:
    """Cast of what should be grey, in CIELAB chroma."""
    colours = _points(decoded)
    unit = "（0 是正白）"
    if colours is None:
        advice = "太暗或太亮，看不出颜色准不准。先调亮度。"
        yield Measure("cast", None, unit, "unsure", advice)
        return
    lightness, a, b = colours
    chroma = np.hypot(a, b)
    least = chroma <= np.percentile(chroma, LEAST_COLOURED)
    brightest = lightness >= np.percentile(lightness, 100 - BRIGHTEST)
    grey = float(np.median(a[least])), float(np.median(b[least]))
    light = float(np.median(a[brightest])), float(np.median(b[brightest]))
    value = round(math.hypot(*grey), 1)
    if value <= MOST_CAST:
        yield Measure("cast", value, unit, "good", "颜色准。")
        return
    advice = side(*grey)
    agreed = math.hypot(*light) > MOST_CAST and _apart(grey, light) <= SAME_HUE
    yield Measure("cast", value, unit, "change" if agreed else "unsure", advice)


def side(a: float, b: float) -> str:
    """Advice for a cast of this direction in CIELAB."""
    hue = math.degrees(math.atan2(b, a)) % 360
    for start, end, _, advice in _SIDES:
        if start <= hue < end or (start > end and (hue >= start or hue < end)):
            return advice
    raise AssertionError("the sides cover the circle")


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    turn = math.degrees(math.atan2(one[1], one[0]) - math.atan2(other[1], other[0])) % 360
    return min(turn, 360 - turn)


def lab_of(rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """CIELAB of sRGB colours, (n, 3), under D65. OpenCV's own builds tables that cost more than a clip.

    Source: IEC 61966-2-1 (sRGB), CIE 15:2004 (CIELAB).
    """
    levels = np.arange(256) / 255
    linear = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    white = np.array([0.9505, 1.0, 1.089])
    xyz = linear.astype(np.float32)[rgb] @ (np.array(to_xyz) / white[:, None]).T.astype(np.float32)
    root = np.where(xyz > 216 / 24389, np.cbrt(xyz), xyz * (24389 / 27 / 116) + 16 / 116)
    x, y, z = root.T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1).astype(np.float32)


def _points(decoded: Decoded) -> tuple[npt.NDArray[np.float32], ...] | None:
    """Lightness, a and b of the points that tell, over the clip."""
    import cv2

    step = max(1, len(decoded.yuv) // MOST_FRAMES)
    found = []
    for at in range(0, len(decoded.yuv), step):
        little = cv2.resize(decoded.frame(at), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
        found.append(little.reshape(-1, 3))
    lab = lab_of(np.concatenate(found))
    tells = lab[(lab[:, 0] >= LIGHTNESS[0]) & (lab[:, 0] <= LIGHTNESS[1])]
    if len(tells) < LEAST_SHARE * len(lab):
        return None
    return tells[:, 0], tells[:, 1], tells[:, 2]
