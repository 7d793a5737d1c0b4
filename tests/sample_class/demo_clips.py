"""The clips of the sample class: good ones, and one with each fault that a phone and a hand make.

    python -m tests.sample_class.demo_clips [NAME ...]

draws them anew into tests/sample_class/clips, where they are kept: what an encoder and a camera that is
computed in floating point write may differ from one processor to the next, and a hand-in names its clips by
their digest. From the kept files the hand-ins come out byte for byte the same on every machine; that a
kept file still shows what is drawn here is tested by its pictures, and what it is taken for by its measures.
"""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.sample_class.demo_scenes import ACROSS, UPRIGHT, Shot, held, moved, shaken, shelf, table

from nongju.answers.kinds.upload import said
from nongju.clips import ffmpeg

KEPT = Path(__file__).resolve().parent / "clips"
"""Where the clips are kept in git."""

MOST_BYTES = 70_000
"""Size of one clip: a class of hand-ins stays at a few hundred kB, and looking at one takes two seconds."""

RATE = 24
"""Frames a second: cinema's, the fewest that do not stutter."""

SECONDS = 5.1
"""Length: at least five are asked for."""

LIGHT = "colorchannelmixer=rr=0.92:bb=1.3"
"""The lamp's yellow is taken out, as the white balance of a phone does."""

VOICE = (
    "anoisesrc=d={seconds}:c=pink:a=0.25:seed=7:r=48000,lowpass=f=3000,"
    "tremolo=f=4:d=0.97,tremolo=f=0.4:d=0.9,volume={gain}dB,alimiter=limit=0.7:level=false"
)
"""A voice's level and rhythm without words: noise in speech's band, four beats a second, and breaths."""

CAMERA = ("-metadata", "com.android.version=13")
"""What a phone's own camera leaves in a file."""


@dataclass(frozen=True)
class DemoClip:
    """How a clip is filmed.

    Arguments:
        shots: one after the other, each with its seconds.
        bad: measures that a machine has something to say of, of those that a rule may want.
        size: width and height.
        gain: dB by which the voice is raised; None records no sound.
        light: 1 as it should be, less is darker.
    """

    shots: tuple[tuple[Shot, float], ...]
    bad: frozenset[str] = frozenset()
    size: tuple[int, int] = UPRIGHT
    gain: float | None = None
    light: float = 1.0

    def frames(self, rate: int) -> Iterator[bytes]:
        """Its frames as they are drawn, so many a second."""
        for shot, seconds in self.shots:
            yield from shot(seconds, rate)

    def coming_in(self, rate: int) -> list[str]:
        """How ffmpeg is to read these frames from its input."""
        width, height = self.size
        return [
            "-f",
            "rawvideo",
            "-pix_fmt",
            "bgr0",
            "-s",
            f"{width}x{height}",
            "-r",
            str(rate),
            "-i",
            "pipe:0",
        ]

    @property
    def seen_as(self) -> str:
        """The filters that make the light of them."""
        return f"{LIGHT},colorchannelmixer=rr={self.light}:gg={self.light}:bb={self.light}"


def _one(shot: Shot, *bad: str, **more: Any) -> DemoClip:
    return DemoClip(((shot, SECONDS),), frozenset(bad), **more)


CLOSE = held(130, -30, 0.3)
"""Where a phone lies that looks at the bag: for talking, with the hands in the picture."""

FILM = (
    (table(held(20, 0, 0.45)), 3.0),
    (shelf(0), 2.0),
    (table(held(-40, -40, 0.55)), 2.0),
    (table(held(190, -20, 0.5)), 4.0),
)
"""Goods first, where they are sold, close, the bag: four shots."""

CLIPS = {
    "product": _one(table(held())),
    "talking": _one(table(CLOSE), gain=16),
    "push": _one(table(moved(1.8, 3.2, forward=0.22))),
    "pull": _one(table(moved(1.8, 3.2, back=0.22))),
    "pan": _one(shelf(14, 1.6, 3.6)),
    "truck": _one(table(moved(1.6, 3.6, right=220))),
    "edited": DemoClip(FILM, gain=18),
    "sideways": _one(table(held(), size=ACROSS), "shape", size=ACROSS),
    "shaky": _one(table(shaken), "shake"),
    "dark": _one(table(held()), "middle", light=0.36),
    "silent": _one(table(CLOSE), "loudness"),
    "zoom": _one(table(moved(1.8, 3.2, forward=0.22), flat=True), "move"),
    "uncut": DemoClip(((table(held()), 11.0),), frozenset({"shots", "shot_length"}), gain=18),
}
"""The good one of each kind and move by its name, then one for each fault."""

TRUNCATED = "truncated"
"""A good clip of which half has arrived."""


def kept(name: str) -> bytes:
    """A clip of CLIPS as it is kept."""
    return (KEPT / f"{name}.mp4").read_bytes()


NOTE = b"http://www.videolan.org/x264.html"
"""What x264 writes into the first packet; players skip it."""


def own(content: bytes, learner: str) -> bytes:
    """A learner's own film of a clip: her name stands in the encoder's note, within the picture's packets.

    The same packets from two people would be noted when they are collected, whatever the file around them.
    """
    name = hashlib.sha256(learner.encode()).hexdigest()[: len(NOTE)].encode()
    if NOTE not in content:
        raise ValueError("the clip holds no note of its encoder: make its film again")
    return content.replace(NOTE, name, 1)


def phone_name(question: str, field: str) -> str:
    """What the file of a blank was called on the phone: date and time, the same each time it is made."""
    digits = int(hashlib.sha256(f"{question}.{field}".encode()).hexdigest()[:8], 16)
    return f"20261110_20{digits % 30:02d}{digits // 30 % 60:02d}.mp4"


def answered_with(
    question: str, field: str, content: bytes, original: str
) -> tuple[dict[str, Any], str, bytes]:
    """An answer that names a clip, as the worksheet stores it: entry, name within the hand-in, content.

    Arguments:
        question: the question's key, such as p7.
        field: the field's key.
        content: of the file.
        original: what it was called on the phone.
    """
    digest = hashlib.sha256(content).hexdigest()
    name = f"{question}-{field}-{digest[:8]}.mp4"
    raw = {"file": name, "sha256": digest, "bytes": len(content), "from": original}
    return {"kind": "clip", "raw": raw, "echo": said(raw)}, f"uploads/{name}", content


def draw(name: str, path: Path) -> None:
    """Films and codes a clip of CLIPS."""
    clip = CLIPS[name]
    seconds = sum(length for _, length in clip.shots)
    asked = clip.coming_in(RATE)
    if clip.gain is not None:
        asked += ["-f", "lavfi", "-i", VOICE.format(seconds=seconds, gain=clip.gain)]
        asked += ["-c:a", "aac", "-b:a", "14k", "-ac", "1", "-ar", "24000"]
    asked += ["-vf", f"{clip.seen_as},scale=out_color_matrix=bt709,format=yuv420p"]
    asked += ["-c:v", "libx264", "-preset", "slow", "-crf", "46", "-g", "300", "-threads", "1"]
    asked += [
        "-color_range",
        "tv",
        "-colorspace",
        "bt709",
        "-color_primaries",
        "bt709",
        "-color_trc",
        "bt709",
    ]
    asked += [*CAMERA, "-movflags", "+faststart+use_metadata_tags", "-fflags", "+bitexact"]
    asked += ["-flags:v", "+bitexact", "-flags:a", "+bitexact", f"file:{path}"]
    finished = ffmpeg.run(asked, limits=ffmpeg.FfmpegLimits(seconds=300), feed=clip.frames(RATE))
    assert finished.returncode == 0, finished.log
    assert path.stat().st_size <= MOST_BYTES, f"{name}: {path.stat().st_size} bytes"


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for chosen in sys.argv[1:] or CLIPS:
        draw(chosen, KEPT / f"{chosen}.mp4")
