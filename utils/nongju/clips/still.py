"""Still pictures of a clip, and a small copy that every browser plays.

The pictures carry nothing of the original but its look: no place, no device, no time.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from pathlib import Path

from nongju.clips import ffmpeg, picture
from nongju.clips.container import MAX_SECONDS, Container
from nongju.clips.refusal import ClipRefused
from nongju.clips.summary import MAX_POSTER_BYTES

POSTER_SIDE = 400
"""Points of a poster's longer side: large enough to see whether a face is dark, 15 to 30 kB."""

THUMB_SIDE = 200
"""Points of a thumbnail in the list of files."""

EARLY_SHARE, LATEST_SECONDS = 0.3, 3.0
"""Where in a clip the still is taken: a third in, but no later than that, so that little is decoded."""

SMALL_LONG, SMALL_SHORT = 640, 360
"""Points of the copy for the browser: what an old PC plays without stuttering."""


def still(path: Path, container: Container, *, side: int = POSTER_SIDE) -> bytes:
    """A JPEG of one early frame, upright and in ordinary dynamic range; b"" when none comes out."""
    width, height = picture.fitted(container, side)
    at = min(EARLY_SHARE * container.duration, LATEST_SECONDS)
    chain = picture.filters(container, width, height, method="area", matrix="bt601")
    made = ["-ss", f"{at:.3f}", *picture.input_options(container), *ffmpeg.stranger(path)]
    made += ["-map", "0:V:0", "-frames:v", "1", "-vf", ",".join([*chain, "format=yuvj420p"])]
    made += ["-q:v", "6", "-map_metadata", "-1", "-f", "mjpeg", "pipe:1"]
    try:
        finished = ffmpeg.run(made, limits=ffmpeg.FfmpegLimits(seconds=60, cpu_seconds=60))
    except ClipRefused:
        return b""
    return finished.stdout if finished.stdout.startswith(b"\xff\xd8\xff") else b""


def encoded(jpeg: bytes) -> str:
    """A JPEG as base64; "" when it is too large for a page."""
    return base64.b64encode(jpeg).decode("ascii") if 0 < len(jpeg) <= MAX_POSTER_BYTES else ""


def small_copy(
    path: Path,
    container: Container,
    target: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> None:
    """Writes a small H.264 copy without metadata, for a browser that cannot play the original (HEVC).

    Raises:
        ClipRefused: it cannot be made.
    """
    width, height = picture.fitted(container, SMALL_LONG, SMALL_SHORT)
    chain = [*picture.filters(container, width, height, method="area"), "fps=24:start_time=0"]
    made = [*picture.input_options(container), *ffmpeg.stranger(path, seconds=MAX_SECONDS)]
    made += ["-map", "0:V:0", "-vf", ",".join(chain), "-pix_fmt", "yuv420p"]
    made += ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "28", "-threads", "2"]
    if container.audio is not None:
        made += ["-map", "0:a:0", "-ac", "1", "-c:a", "aac", "-b:a", "64k"]
    made += ["-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart", "-f", "mp4"]
    part = target.with_name(f".{target.name}.part")
    length = container.duration
    told = (lambda done: progress(min(1.0, done / length))) if progress and length else None
    try:
        finished = ffmpeg.run(
            [*made, f"file:{part.absolute()}"],
            limits=ffmpeg.FfmpegLimits(seconds=600, file_mb=60),
            progress=told,
            cancel=cancel,
        )
        if finished.returncode or not part.is_file() or not part.stat().st_size:
            raise ClipRefused("damaged")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
