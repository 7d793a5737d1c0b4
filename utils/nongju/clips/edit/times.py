"""Times in a shot as people and moviepy write them, and the sentences for those that cannot be."""

from __future__ import annotations

import math
import re
from typing import TypeAlias

from nongju.clips.edit.fault import EditFault
from nongju.digits import plain

Time: TypeAlias = float | int | str
"""Seconds, or text such as "1:05" or "0:01:05.5", as moviepy takes them."""

TINY = 1e-6
"""Seconds: times closer than this are one."""

HALF_FRAME = 0.5 / 30
"""Seconds past the end that are the end: players round what they show."""

SHORTEST = 0.1
"""Seconds that a part must last: three frames; a shorter one is a slip of the pen (assumption)."""

_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d*)?|\.\d+)")


def seconds(time: Time) -> float:
    """A time in seconds.

    Arguments:
        time: a number, or "seconds", "minutes:seconds", "hours:minutes:seconds"; full-width colons and
            a trailing 秒 are understood. A negative number counts from the end, as in moviepy.

    Raises:
        EditFault: `time`: it cannot be read.
    """
    if isinstance(time, str):
        text = time.strip().replace("：", ":").removesuffix("秒").strip()
        sign = -1.0 if text.startswith("-") else 1.0
        found = _CLOCK.fullmatch(text.removeprefix("-"))
        if found is None:
            raise EditFault("time", f"时间「{time.strip()[:12]}」看不懂。写秒数，比如 2.5。")
        hours, minutes, rest = found.groups()
        return sign * (int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest))
    if isinstance(time, bool) or not math.isfinite(time):
        raise EditFault("time", "时间要写成秒数，比如 2.5。")
    return float(time)


def part(start: Time, end: Time | None, length: float) -> tuple[float, float]:
    """Start and end of a part in seconds from the beginning.

    Arguments:
        start: negative counts from the end.
        end: negative counts from the end; None is the end.
        length: of the whole, seconds.

    Raises:
        EditFault: `time`, `beyond_end`, `end_before_start` or `too_short_part`.
    """
    first, last = seconds(start), length if end is None else seconds(end)
    first = first + length if first < 0 else first
    last = last + length if last < 0 else last
    if first < -TINY or last < -TINY or max(first, last) > length + HALF_FRAME:
        raise EditFault("beyond_end", f"这段只有 {shown(length)} 秒。开头和结尾要在这里面。")
    if last <= first + TINY:
        raise EditFault("end_before_start", f"结尾（{shown(last)} 秒）要比开头（{shown(first)} 秒）晚。")
    if last - first < SHORTEST - TINY:
        raise EditFault("too_short_part", f"只留 {shown(last - first)} 秒太短，看不清。多留一点。")
    return max(0.0, first), min(length, last)


def shown(time: float) -> str:
    """Seconds for people: at most two decimals, none without need; never above the real length."""
    return plain(math.floor(time * 100 + 1e-3) / 100, 2)
