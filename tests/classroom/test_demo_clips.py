"""The kept clips of the sample class: they show what demo_clips.py draws, and each has its one fault.

Not compared byte for byte: an encoder's and a drawn camera's floating point differ between processors. What
matters of a clip is its pictures, and what a machine says of it.
"""

import numpy as np
import pytest
from tests.sample_class import demo_clips as demo

from nongju.clips import ffmpeg
from nongju.clips.isolated import look_at
from nongju.clips.names import MEASURES, MOVE, MOVES, SHOTS

SMALL = (48, 48)
"""Frames are compared this small: a camera elsewhere still shows, what an encoder loses does not."""

MOST_APART = 3.5
"""Mean difference in grey levels, of 255: coding comes to 2.8 at most, the most similar other clip to 4.3."""

LOOKED_AT_AS = {"silent": "talking", "uncut": "edited", "zoom": "push"}
"""The blank for which a clip with a fault is filmed, by the name of the good one; else it is the product."""


def pictures(read, filters, feed=None):
    """Small grey frames of what ffmpeg reads."""
    seen = []
    width, height = SMALL
    asked = [*read, "-vf", f"{filters},scale={width}:{height}:flags=area,format=gray"]
    asked += ["-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1"]
    done = ffmpeg.run(asked, feed=feed, consume=lambda stream: seen.append(stream.read()))
    assert done.returncode == 0, done.lines
    return np.frombuffer(b"".join(seen), np.uint8).reshape(-1, height, width).astype(float)


def one_a_second_as_drawn(name):
    clip = demo.CLIPS[name]
    return pictures(clip.coming_in(1), clip.seen_as, clip.frames(1))


def one_a_second_as_kept(name):
    return pictures(["-i", f"file:{demo.KEPT / name}.mp4"], rf"select=not(mod(n\,{demo.RATE}))")


def apart(ones, others):
    count = min(len(ones), len(others))
    return float(np.abs(ones[:count] - others[:count]).mean(axis=(1, 2)).max())


def test_every_clip_is_kept_and_no_other():
    assert {path.stem for path in demo.KEPT.iterdir()} == set(demo.CLIPS)
    assert sum(path.stat().st_size for path in demo.KEPT.iterdir()) < 500_000


@pytest.mark.parametrize("name", demo.CLIPS)
def test_a_kept_clip_shows_what_is_drawn(name):
    drawn = one_a_second_as_drawn(name)
    kept = one_a_second_as_kept(name)
    assert len(drawn) <= len(kept) <= len(drawn) + 1
    assert apart(drawn, kept) < MOST_APART, f"python -m tests.sample_class.demo_clips {name}"


@pytest.mark.parametrize("name", demo.CLIPS)
def test_a_kept_clip_has_its_fault_and_no_other(name):
    wanted = LOOKED_AT_AS.get(name, name if name in {*MOVES, *SHOTS} else "product")
    shot, move = (wanted, None) if wanted in SHOTS else ("product", wanted)
    look = look_at(demo.KEPT / f"{name}.mp4", kind="clip", clip_kind=shot, move=move, name="VID_1.mp4")
    found = {one.key for one in look.seen if one.verdict != "good" and not one.advice_only}
    found -= {"bits", *(["cast"] if name == "dark" else [])}  # small files are wanted; the dark has no colour
    assert found & {MOVE, *MEASURES} == demo.CLIPS[name].bad
    assert {one.verdict for one in look.seen if one.key == "bits"} == {"unsure"}, (
        "small files are wanted here"
    )
