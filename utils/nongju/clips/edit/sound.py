"""Sound for a shot or a film from a file of its own: a voice, music.

The counterpart of moviepy's AudioFileClip: `Sound("配音.m4a").subclipped(2, 9).with_volume_scaled(0.5)`.
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from nongju.clips import ffmpeg
from nongju.clips.edit import times
from nongju.clips.edit.fault import EditFault

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mp3,wav,aac,flac,ogg,amr"
"""Containers of phones' recorders and of music files; playlists are not among them."""

MAX_BYTES = 300_000_000
"""The largest sound file that is opened: half an hour of uncompressed stereo (assumption)."""

LOUDEST = 8.0
"""The largest factor for a volume, 18 dB: beyond it noise is all that grows (assumption)."""


def volume(factor: float) -> float:
    """A factor for the volume, checked.

    Raises:
        EditFault: `volume`.
    """
    if not (math.isfinite(factor) and 0 <= factor <= LOUDEST):
        raise EditFault("volume", f"音量写 0 到 {LOUDEST:g} 之间的倍数，1 是不变。")
    return float(factor)


@dataclass(frozen=True)
class Sound:
    """A sound file, or a part of it.

    Arguments:
        filename: a recording or music; the sound track of a clip will do too.
    """

    filename: str | Path
    start: float = field(default=0.0, kw_only=True)
    end: float | None = field(default=None, kw_only=True)
    gain: float = field(default=1.0, kw_only=True)

    def __post_init__(self) -> None:
        length(self.path)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.filename)

    @property
    def duration(self) -> float:
        """Seconds of the part."""
        return (length(self.path) if self.end is None else self.end) - self.start

    def subclipped(self, start_time: times.Time = 0, end_time: times.Time | None = None) -> Sound:
        """The part between two times of this sound."""
        first, last = times.part(start_time, end_time, self.duration)
        return replace(self, start=self.start + first, end=self.start + last)

    def with_volume_scaled(self, factor: float) -> Sound:
        """The same sound louder (above 1) or softer (below 1)."""
        return replace(self, gain=self.gain * volume(factor))

    def input_options(self) -> list[str]:
        """Options for this part, up to and with `-i`, as ffmpeg takes them."""
        return [
            *("-ss", f"{self.start:.6f}", "-vn"),
            *ffmpeg.stranger(self.path, threads=1, seconds=self.duration, formats=FORMATS),
        ]


def length(path: Path) -> float:
    """Seconds of a sound file.

    Raises:
        EditFault: `sound`: it is absent, empty, too large, or holds no sound.
    """
    try:
        status = path.stat()
    except OSError:
        raise EditFault("sound", f"声音文件「{path.name}」找不到。看看名字和文件夹。") from None
    if not 0 < status.st_size <= MAX_BYTES or not path.is_file():
        raise EditFault("sound", f"声音文件「{path.name}」是空的，或者太大。换一个。")
    return _length(path.resolve(), status.st_size, status.st_mtime_ns)


@functools.lru_cache(maxsize=256)
def _length(path: Path, size: int, changed: int) -> float:
    """The length by the file's own account; `size` and `changed` tell a new file of the same name."""
    del size, changed
    opened = ffmpeg.run(
        ffmpeg.stranger(path, threads=1, formats=FORMATS),
        limits=ffmpeg.FfmpegLimits(seconds=60, cpu_seconds=60),
    )
    claimed = re.search(r"Duration: (\d+):(\d+):(\d+\.\d+)", opened.log)
    if claimed is None or not re.search(r"Stream #0:\d+.*: Audio:", opened.log):
        raise EditFault("sound", f"「{path.name}」里没有声音，或者放不出来。换一个。")
    return int(claimed[1]) * 3600 + int(claimed[2]) * 60 + float(claimed[3])
