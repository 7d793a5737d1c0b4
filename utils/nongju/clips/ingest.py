"""Any phone's clip to one clean working copy, in one ffmpeg pass.

The copy is upright, at 30 frames a second, ordinary dynamic range, square points, even sides, at most 720p,
H.264 in yuv420p with 48 kHz stereo AAC, and carries no metadata. It is written beside its place and moved
there when it is whole. Everything that reads or edits a clip works on such a copy.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nongju.clips import ffmpeg, picture
from nongju.clips.container import MAX_SECONDS, Container, read_container
from nongju.clips.decode import falls_short
from nongju.clips.refusal import ClipRefused

FRAME_RATE = 30
"""Frames a second of a working copy: what phones shoot by default."""

LONG_SIDE, SHORT_SIDE = 1280, 720
"""Points of a working copy: 720p is enough to edit on old PCs and for a phone's screen."""

MAX_OUTPUT_MB = 400
"""The largest working copy: 3 minutes of noise at 720p come to about 300 MB."""


@dataclass(frozen=True)
class Ingested:
    """A working copy, and what its original was."""

    path: Path
    container: Container
    """Of the original."""
    width: int
    height: int
    seconds: float
    has_audio: bool
    note: str = ""
    """Chinese; what the learner should know although the copy was made."""


def ingest(
    source: Path,
    target: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> Ingested:
    """The working copy of a clip, written to `target`.

    Arguments:
        source: the file from a phone.
        target: where the copy goes, ending in .mp4; replaced if it is there.
        progress: told the share done, 0 to 1.
        cancel: when set, nothing is left and `ffmpeg.Cancelled` is raised.

    Raises:
        ClipRefused: the file is no clip, is not whole, or the copy cannot be written.
    """
    container = read_container(source)
    if container.truncated:
        raise ClipRefused("truncated")
    width, height = picture.fitted(container, LONG_SIDE, SHORT_SIDE)
    part = target.with_name(f".{target.stem}.{os.getpid()}.{threading.get_ident()}.part.mp4")
    length = container.duration
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        finished = ffmpeg.run(
            arguments(source, container, part, width, height),
            limits=ffmpeg.FfmpegLimits(seconds=1800, cpu_seconds=3000, file_mb=MAX_OUTPUT_MB),
            progress=(lambda done: progress(min(1.0, done / length))) if progress and length else None,
            cancel=cancel,
        )
        seconds = _written(part, finished, container)
        part.replace(target)
    except OSError as error:
        raise ClipRefused("no_room" if error.errno == errno.ENOSPC else "cannot_write") from error
    finally:
        part.unlink(missing_ok=True)
    if progress is not None:
        progress(1.0)
    return Ingested(
        path=target,
        container=container,
        width=width,
        height=height,
        seconds=seconds,
        has_audio=container.audio is not None,
        note="这段有几张画面坏了，看看要不要重拍。" if finished.errors else "",
    )


def arguments(source: Path, container: Container, target: Path, width: int, height: int) -> list[str]:
    """What the one pass is asked for, as ffmpeg's arguments."""
    chain = [
        *picture.filters(container, width, height, method="bicubic"),
        f"fps={FRAME_RATE}:start_time=0",
    ]
    made = [*picture.input_options(container), *ffmpeg.stranger(source, seconds=MAX_SECONDS + 1)]
    made += ["-map", "0:V:0", "-vf", ",".join(chain), "-pix_fmt", "yuv420p"]
    made += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-g", "60", "-threads", "2"]
    made += ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
    if container.audio is not None:
        made += ["-map", "0:a:0", "-af", "aresample=48000:async=1:first_pts=0", "-ac", "2"]
        made += ["-c:a", "aac", "-b:a", "128k"]
    made += ["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-fflags", "+bitexact"]
    made += ["-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"]
    return [*made, "-t", f"{MAX_SECONDS + 1}", "-f", "mp4", f"file:{target.absolute()}"]


def _written(part: Path, finished: ffmpeg.Finished, original: Container) -> float:
    """Length of the copy, in seconds, once it is whole."""
    if finished.returncode or not part.is_file() or part.stat().st_size == 0:
        if "No space left" in finished.log:
            raise ClipRefused("no_room")
        if "Permission denied" in finished.log or "No such file" in finished.log:
            raise ClipRefused("cannot_write")
        raise ClipRefused("damaged")
    try:
        copy = read_container(part)
    except ClipRefused as error:
        raise ClipRefused("damaged") from error
    if falls_short(copy.picture_seconds, original):
        raise ClipRefused("truncated")
    return copy.picture_seconds
