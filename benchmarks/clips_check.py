"""A check against decoding alone, taking in against decoding alone, real-time factors, peak memory.

The clip is made here: a cloud of all scales (as photographs have) that a hand pans over, sensor noise, sound
that swells as speech does, 1080p at 30 frames and 16 Mbit/s as a phone writes it. Decoding alone is
`ffmpeg -i clip -f null -` with picture and sound. A check is a fresh Python process, with everything it
imports. Each is run on one core; the better of two runs counts.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from one_core import Cost, cost

from nongju.clips import ffmpeg

FILMED = 10
"""Seconds that are encoded; longer clips repeat them."""

SECONDS = 30
"""Seconds of the clip that is checked: what a learner hands in."""

LONGEST = 90
"""Seconds of the longest clip that may be handed in."""

RUNS = 2

CHECK = "import sys; from pathlib import Path; from nongju.clips.checking.check import check_clip; \
report = check_clip(Path(sys.argv[1]), kind=sys.argv[2]); sys.exit(report.refused is not None)"
INGEST = "import sys; from pathlib import Path; from nongju.clips.ingest import ingest; \
ingest(Path(sys.argv[1]), Path(sys.argv[2]))"

HLG = ("-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc")


def measured(folder: Path, write: Callable[[str], None]) -> dict[str, Any]:
    """The keys of this part."""
    filmed, full, half, hlg, longest = clips(folder)
    write(f"clip: 1080p30, {SECONDS} s, {8 * full.stat().st_size / SECONDS / 1e6:.1f} Mbit/s")
    alone, checked = side_by_side(decode(full), check(full, "product"))
    checked_720 = cost(check(half, "product"))
    alone_short, taken = side_by_side(decode(filmed), take_in(filmed, folder))
    alone_hlg, taken_hlg = side_by_side(decode(hlg), take_in(hlg, folder))
    long_check = cost(check(longest, "talking"))
    rows = {
        "decode 1080p": alone,
        "check 1080p": checked,
        f"decode {FILMED} s": alone_short,
        f"take in {FILMED} s": taken,
        "check 720p": checked_720,
        "decode 1080p HLG": alone_hlg,
        "take in 1080p HLG": taken_hlg,
        f"check {LONGEST} s": long_check,
    }
    for name, row in rows.items():
        write(f"{name:20s} {row.cpu:6.2f} s CPU  {row.wall:6.2f} s  {row.peak_mb:5.0f} MB")
    return {
        "check_vs_decode": round(checked.cpu / alone.cpu, 3),
        "ingest_vs_decode_sdr": round(taken.cpu / alone_short.cpu, 3),
        "ingest_vs_decode_hlg": round(taken_hlg.cpu / alone_hlg.cpu, 3),
        "x_realtime_1080p": round(SECONDS / checked.cpu, 2),
        "x_realtime_720p": round(FILMED / checked_720.cpu, 2),
        "peak_mb": round(max(row.peak_mb for row in rows.values())),
    }


def clips(folder: Path) -> tuple[Path, Path, Path, Path, Path]:
    """The film in 1080p, repeated to a hand-in's length, in 720p, half of it in HLG, and the longest clip."""
    names = ("filmed.mp4", "1080.mp4", "720.mp4", "hlg.mov", "longest.mp4")
    filmed, full, half, hlg, longest = (folder / name for name in names)
    cloud = folder / "cloud.png"
    cv2.imwrite(str(cloud), fractal(1400, 2300))
    pan = "crop=1920:1080:x='190+180*sin(t/3)+4*sin(t*9)':y='160+140*cos(t/4)+3*sin(t*11)'"
    make(
        *("-loop", "1", "-framerate", "30", "-t", str(FILMED), "-i", str(cloud)),
        *("-f", "lavfi", "-t", str(FILMED), "-i", "anoisesrc=a=0.1:c=pink,tremolo=f=4:d=0.9"),
        *("-vf", f"{pan},noise=alls=6:allf=t,format=yuv420p"),
        *("-c:v", "libx264", "-preset", "veryfast", "-b:v", "16M", "-maxrate", "18M", "-bufsize", "16M"),
        *("-g", "30", "-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", str(filmed)),
    )
    make(
        *("-i", str(filmed), "-vf", "scale=1280:720", "-c:v", "libx264", "-preset", "veryfast"),
        *("-b:v", "6M", "-c:a", "copy", str(half)),
    )
    make(
        *("-t", str(FILMED / 2), "-i", str(filmed), "-pix_fmt", "yuv420p10le", "-c:v", "libx265"),
        *("-preset", "ultrafast", "-b:v", "14M", "-tag:v", "hvc1", *HLG, "-c:a", "copy", str(hlg)),
    )
    for clip, seconds in ((full, SECONDS), (longest, LONGEST)):
        make("-stream_loop", "-1", "-i", str(filmed), "-t", str(seconds), "-c", "copy", str(clip))
    return filmed, full, half, hlg, longest


def fractal(height: int, width: int) -> np.ndarray:
    """A colour picture whose spectrum falls with the frequency, as in photographs (Field 1987)."""
    rng = np.random.default_rng(7)
    down = np.fft.fftfreq(height)[:, None]
    across = np.fft.rfftfreq(width)[None]
    falls = 1 / np.maximum(np.hypot(down, across), 1 / width)
    planes = []
    for _ in range(3):
        phases = np.exp(2j * np.pi * rng.random(falls.shape))
        plane = np.fft.irfft2(falls * phases, (height, width))
        planes.append(plane / plane.std())
    mixed = planes[0][..., None] * 40 + np.stack(planes, axis=-1) * 14 + 118
    return np.clip(mixed, 0, 255).astype(np.uint8)


def make(*arguments: str) -> None:
    """Run ffmpeg for a file of ours."""
    cost([ffmpeg.program(), "-hide_banner", "-loglevel", "error", "-nostdin", "-y", *arguments])


def decode(clip: Path) -> list[str]:
    """Decoding alone."""
    quiet = ["-hide_banner", "-loglevel", "error", "-nostdin"]
    return [ffmpeg.program(), *quiet, "-i", str(clip), "-f", "null", "-"]


def check(clip: Path, kind: str) -> list[str]:
    """A check, in a Python of its own."""
    return [sys.executable, "-c", CHECK, str(clip), kind]


def take_in(clip: Path, folder: Path) -> list[str]:
    """A working copy, in a Python of its own."""
    return [sys.executable, "-c", INGEST, str(clip), str(folder / "copy.mp4")]


def side_by_side(one: list[str], other: list[str]) -> tuple[Cost, Cost]:
    """The cheapest runs of two commands, taken in turn."""
    pairs = [(cost(one), cost(other)) for _ in range(RUNS)]
    return min((a for a, _ in pairs), key=lambda run: run.cpu), min(
        (b for _, b in pairs), key=lambda run: run.cpu
    )
