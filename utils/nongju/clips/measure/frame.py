"""How the frame stands and how much is in it: shape, points, frame rate, length, bit rate."""

from __future__ import annotations

from collections.abc import Iterator

from nongju.clips.decode import Decoded
from nongju.clips.report import Kind, Measure

SHAPES = {"9:16": 9 / 16, "6:7": 6 / 7, "16:9": 16 / 9, "3:4": 3 / 4, "4:3": 4 / 3, "1:1": 1.0}
"""Width over height of the frames in use; 9:16, 6:7 and 16:9 are what WeChat Channels shows
(1080×1920, 1080×1260, 1920×1080; practitioners' guides of 2023)."""

SHAPE_TOLERANCE = 0.02
"""Share by which a shape may differ from its name: encoders round sides to multiples of 16
(assumption: 16 of 1080 is 1.5 %)."""

GOOD_SHAPES = ("9:16", "6:7")
"""Upright shapes that fill a phone's screen in Channels."""

MIN_SHORT_SIDE = 720
"""Points of the shorter side from which a clip is sharp on a phone: "minimum 720p" of Channels guides."""

FULL_SHORT_SIDE = 1080
"""Points of the shorter side that Channels shows at most; more only costs upload time."""

MIN_RATE, MAX_RATE = 23.0, 61.0
"""Frames a second: below 24 it stutters (cinema's rate), above 60 it is slow motion."""

LENGTHS: dict[Kind, tuple[float, float]] = {
    "product": (5.0, 60.0),
    "talking": (5.0, 60.0),
    "edited": (10.0, 90.0),
}
"""Seconds of a hand-in: at most 60, an edited one 90 (the course's rule); at least 5, so that 3 seconds
remain after a second is cut at each end, and 10 for an edited one (assumption)."""

MIN_BITS_PER_POINT = 0.03
"""Bits for each point of each frame: H.264 phone cameras write 0.15 to 0.3 (1080p30 at 10 to 20 Mbit/s);
blocks show from about 0.03 down (assumption). HEVC and AV1 do with half."""

MODERN_CODECS = frozenset({"hevc", "av1", "vp9"})
"""Codecs that need about half the bits of H.264 for the same picture (ITU-T H.265's design goal)."""


def measures(decoded: Decoded, kind: Kind) -> Iterator[Measure]:
    """Shape, points, frame rate, length, bit rate."""
    yield _shape(decoded)
    yield _points(decoded)
    yield _rate(decoded)
    yield _length(decoded, kind)
    yield _bits(decoded)


def shape_of(width: int, height: int) -> str:
    """Name of the nearest shape in use, or width over height with two decimals."""
    ratio = width / height
    name, nearest = min(SHAPES.items(), key=lambda item: abs(ratio / item[1] - 1))
    return name if abs(ratio / nearest - 1) <= SHAPE_TOLERANCE else f"{ratio:.2f}:1"


def _shape(decoded: Decoded) -> Measure:
    width, height = decoded.container.width, decoded.container.height
    shape = shape_of(width, height)
    if shape in GOOD_SHAPES:
        return Measure("shape", shape, "宽：高", "good", "竖着拍的，正好。")
    if width > height:
        advice = "这段是横着的。手机竖起来再拍，别回头裁。"
    else:
        advice = "画面不是 9:16。相机里选 16:9，竖着拿。"
    return Measure("shape", shape, "宽：高", "change", advice)


def _points(decoded: Decoded) -> Measure:
    short = min(decoded.container.width, decoded.container.height)
    if short < MIN_SHORT_SIDE:
        return Measure("points", short, "点", "change", "画面太小，会糊。相机里选 1080P 再拍。")
    if short > FULL_SHORT_SIDE:
        return Measure("points", short, "点", "good", "够清楚。选 1080P 就行，传得快。")
    return Measure("points", short, "点", "good", "够清楚。")


def _rate(decoded: Decoded) -> Measure:
    rate = round(decoded.container.frame_rate, 2)
    unit = "张/秒"
    if rate > MAX_RATE:
        return Measure("rate", rate, unit, "change", "这是慢动作。换成普通「录像」，30 张一秒。")
    if rate < MIN_RATE:
        return Measure("rate", rate, unit, "change", "画面一顿一顿。多开灯，相机里选 30 帧。")
    if decoded.container.variable_rate:
        return Measure("rate", rate, unit, "good", "快慢有点不匀，电脑会理匀。")
    return Measure("rate", rate, unit, "good", "够顺。")


def _length(decoded: Decoded, kind: Kind) -> Measure:
    least, most = LENGTHS[kind]
    seconds = round(decoded.seconds, 2)
    if decoded.seconds < least:
        advice = f"太短。至少拍 {least:g} 秒，开头结尾各停一会儿。"
        return Measure("length", seconds, "秒", "change", advice)
    if decoded.seconds > most + 1 / decoded.rate:
        return Measure("length", seconds, "秒", "change", f"太长。剪到 {most:g} 秒以内再交。")
    return Measure("length", seconds, "秒", "good", "长度合适。")


def _bits(decoded: Decoded) -> Measure:
    container = decoded.container
    megabits = round(container.bit_rate / 1e6, 2)
    shown = container.coded_width * container.coded_height * max(container.frame_rate, 1.0)
    needed = MIN_BITS_PER_POINT * (0.5 if container.codec in MODERN_CODECS else 1.0)
    if container.bit_rate / shown < needed:
        advice = "画面压得太狠，容易花。用手机里的原片。"
        return Measure("bits", megabits, "兆位/秒", "unsure", advice)
    return Measure("bits", megabits, "兆位/秒", "good", "没有压坏。")
