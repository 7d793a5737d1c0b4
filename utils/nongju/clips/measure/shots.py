"""Where one shot ends and the next begins, and how long each stands.

A cut is a frame that differs from the one before much more than its neighbours differ from each other
(the adaptive test of PySceneDetect), and that stays different: a flash goes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from nongju.clips.decode import Decoded
from nongju.clips.report import Kind, Measure

COARSE = 4
"""Frames are compared smaller by this, so that a jolt of the hand moves fine detail and changes little."""

LEAST_JUMP = 9.0
"""Mean grey difference, of 255, of a cut between coarse frames; a fast pan reaches it many times in a row."""

TIMES_NEIGHBOURS = 3.0
"""How many times the typical difference nearby (PySceneDetect's adaptive detector uses 3)."""

NEIGHBOURS = 4
"""Frames on each side that are nearby."""

FLASH_FRAMES = 3
"""Frames after which the picture of before a flash is back."""

SAME_PICTURE = 0.6
"""Difference to the picture before, as a share of the jump, below which that picture is back."""

SHORTEST_SHOT = 1.5
"""Seconds of a shot in an edited clip below which a viewer has not seen it (assumption)."""

FEWEST_SHOTS = 3
"""Shots of a finished clip below which a person looks: the course asks for more (assumption). A slow fade and
a cut between two like pictures are not counted, so that fewer is no proof."""

LONGEST_SHOT = 8.0
"""Seconds of a shot in an edited clip above which it drags: the talking shot of a 20 s story keeps 8."""


def measures(decoded: Decoded, kind: Kind) -> Iterator[Measure]:
    """Number of shots and their lengths."""
    ends = [*cuts(decoded), len(decoded.small)]
    lengths = np.diff([0, *ends]) / decoded.rate
    count = len(lengths)
    if kind != "edited":
        if count > 1:
            advice = f"这里面有 {count} 个镜头。这一题只交一个，一口气拍完。"
            yield Measure("shots", count, "个", "unsure", advice)
        else:
            yield Measure("shots", count, "个", "good", "一个镜头拍到底。")
        return
    if count < FEWEST_SHOTS:
        advice = f"只数到 {count} 个镜头。{FEWEST_SHOTS} 个以上才耐看：先看全，再凑近，再看别处。"
        yield Measure("shots", count, "个", "unsure", advice)
    else:
        yield Measure("shots", count, "个", "good", f"一共 {count} 个镜头。")
    typical = round(float(np.median(lengths)), 2)
    if float(lengths.min()) < SHORTEST_SHOT:
        advice = f"最短的镜头只有 {lengths.min():.1f} 秒。留够两秒再换。"
    elif float(lengths.max()) > LONGEST_SHOT:
        advice = f"最长的镜头有 {lengths.max():.1f} 秒。剪短，或者换个近景。"
    else:
        yield Measure("shot_length", typical, "秒", "good", "快慢合适。")
        return
    yield Measure("shot_length", typical, "秒", "unsure", advice)


def cuts(decoded: Decoded) -> list[int]:
    """Number of each frame that begins a new shot; the first frame is not among them."""
    import cv2

    _, height, width = decoded.small.shape
    size = (max(1, width // COARSE), max(1, height // COARSE))
    small = [cv2.resize(frame, size, interpolation=cv2.INTER_AREA) for frame in decoded.small]
    jumps = np.array([0.0, *(float(cv2.absdiff(a, b).mean()) for a, b in pairwise(small))])
    found: list[int] = []
    settled = 0
    for at in np.flatnonzero(jumps >= LEAST_JUMP).tolist():
        around = np.r_[jumps[max(1, at - NEIGHBOURS) : at], jumps[at + 1 : at + 1 + NEIGHBOURS]]
        steady = max(float(np.median(around)), 1.0) if len(around) else 1.0
        if at < settled or jumps[at] < TIMES_NEIGHBOURS * steady:
            continue
        settled = at + FLASH_FRAMES + 1
        back = min(float(cv2.absdiff(small[at - 1], after).mean()) for after in small[at:settled])
        if back >= SAME_PICTURE * jumps[at]:
            found.append(at)
    return found
