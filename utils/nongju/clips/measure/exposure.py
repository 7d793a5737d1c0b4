"""How bright: what is burnt out, what is black, and how bright the middle is, where goods or faces are."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from nongju.clips.decode import Bytes, Decoded
from nongju.clips.report import Measure

MOST_FRAMES = 120
"""Frames that are looked at, spread over the clip: exposure changes slowly."""

BURNT = 250
"""Grey level, of 255, from which a point counts as burnt out (white is 255 here; encoders ring by 5)."""

BLACK = 6
"""Grey level, of 255, up to which a point counts as black without drawing."""

MOST_BURNT = 8.0
"""Per cent of the picture that may be burnt out: a window or a white dish in the corner (assumption)."""

MOST_BLACK = 30.0
"""Per cent of the picture that may be black: a dark table behind the goods (assumption)."""

DIM, BRIGHT = 60.0, 205.0
"""Grey level, of 255, of the middle: 18 % grey is 118 in sRGB; two stops under it is 60, two over it 205
(IEC 61966-2-1; that two stops are tolerable is an assumption)."""

BACKLIGHT = 60.0
"""Grey levels by which the surroundings may outshine a dim middle (assumption: about two stops)."""


def measures(decoded: Decoded) -> Iterator[Measure]:
    """Burnt and black shares, brightness of the middle."""
    step = max(1, len(decoded.gray) // MOST_FRAMES)
    gray = decoded.gray[::step]
    yield _burnt(gray)
    yield _black(gray)
    yield _middle(gray)


def _burnt(gray: Bytes) -> Measure:
    share = round(100 * float((gray >= BURNT).mean()), 1)
    if share > MOST_BURNT:
        advice = "白成一片的地方多。长按产品，手指往下滑，暗一点。"
        return Measure("burnt", share, "%", "change", advice)
    return Measure("burnt", share, "%", "good", "亮处还看得清。")


def _black(gray: Bytes) -> Measure:
    share = round(100 * float((gray <= BLACK).mean()), 1)
    if share > MOST_BLACK:
        return Measure("black", share, "%", "change", "黑成一片的地方多。搬到窗边，或者加一盏灯。")
    return Measure("black", share, "%", "good", "暗处还看得清。")


def _middle(gray: Bytes) -> Measure:
    _, height, width = gray.shape
    top, left = height // 4, width // 4
    middle = float(np.median(gray[:, top : height - top, left : width - left]))
    edge = np.ones((height, width), dtype=bool)
    edge[top : height - top, left : width - left] = False
    around = float(np.median(gray[:, edge]))
    value, unit = round(middle), "（0 最黑，255 最白）"
    if middle < DIM and around - middle > BACKLIGHT:
        advice = "中间暗，背后亮。转个身，让光从侧面照过来。"
        return Measure("middle", value, unit, "unsure", advice)
    if middle < DIM:
        return Measure("middle", value, unit, "change", "太暗了。搬到窗边，或者加一盏灯再拍。")
    if middle > BRIGHT and around > BRIGHT:
        return Measure("middle", value, unit, "change", "太亮了。长按产品，手指往下滑一点。")
    return Measure("middle", value, unit, "good", "亮度合适。")
