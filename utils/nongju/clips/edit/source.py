"""The clips that an edit is made from: always working copies (see nongju.clips.ingest), never a phone's file.

A file that is not such a copy is taken in first, once for each process; the copy goes when the process ends,
since PCs at the service centre are shared.
"""

from __future__ import annotations

import functools
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nongju.clips import ingest
from nongju.clips.container import Container, read_container
from nongju.clips.refusal import ClipRefused


@dataclass(frozen=True)
class Source:
    """A clip that can be cut: upright, 30 frames a second, square points, ordinary dynamic range."""

    path: Path
    """The working copy."""
    name: str
    """Of the file that the learner chose."""
    original: Path
    """That file: it must not be overwritten."""
    width: int
    height: int
    seconds: float
    has_audio: bool


def open_source(
    path: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> Source:
    """The clip at this path, taken in first if it is not a working copy.

    Raises:
        ClipRefused: it is no clip, or cannot be used; the sentence names the file.
    """
    try:
        status = path.stat()
    except OSError:
        raise ClipRefused("absent", f"「{path.name}」找不到。看看名字和文件夹。") from None
    try:
        return _opened(path.resolve(), status.st_size, status.st_mtime_ns, progress, cancel)
    except ClipRefused as refused:
        raise ClipRefused(refused.reason, f"「{path.name}」：{refused.sentence}") from refused


_known: dict[tuple[Path, int, int], Source] = {}


def _opened(
    path: Path,
    size: int,
    changed: int,
    progress: Callable[[float], None] | None,
    cancel: threading.Event | None,
) -> Source:
    key = (path, size, changed)
    if key not in _known:
        container = read_container(path)
        if is_working_copy(container):
            _known[key] = _source(path, path, container)
        else:
            target = _copies() / f"{len(_known):04d}.mp4"
            taken = ingest.ingest(path, target, progress=progress, cancel=cancel)
            _known[key] = _source(taken.path, path, read_container(taken.path))
    return _known[key]


def _source(path: Path, original: Path, container: Container) -> Source:
    return Source(
        path=path,
        name=original.name,
        original=original,
        width=container.width,
        height=container.height,
        seconds=container.picture_seconds,
        has_audio=container.audio is not None,
    )


def is_working_copy(container: Container) -> bool:
    """Whether a file is already what ingest would make of it."""
    sound = container.audio
    return (
        container.codec == "h264"
        and container.pixel_format == "yuv420p"
        and not container.full_range
        and container.matrix == "bt709"
        and container.rotation == 0
        and not container.mirrored
        and container.sample_aspect == (1, 1)
        and container.frame_rate == ingest.FRAME_RATE
        and not container.variable_rate
        and not container.truncated
        and max(container.width, container.height) <= ingest.LONG_SIDE
        and min(container.width, container.height) <= ingest.SHORT_SIDE
        and (sound is None or (sound.codec, sound.rate, sound.channels) == ("aac", 48000, 2))
    )


@functools.cache
def _held() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="nongju-edit-", ignore_cleanup_errors=True)


def _copies() -> Path:
    """The folder of this process's working copies; Python removes it at the end of the process."""
    return Path(_held().name)
