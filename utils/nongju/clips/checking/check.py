"""A clip, looked at once, and everything that can be said of it.

The file is opened, refused if it is no usable clip, decoded once into reduced frames, and measured. A
machine may pass a clip; it never fails one alone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nongju.clips.container import Container, read_container
from nongju.clips.refusal import ClipRefused
from nongju.clips.report import ClipReport, Kind


def check_clip(
    path: Path,
    *,
    asked_move: str | None = None,
    kind: Kind = "product",
    name: str | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> ClipReport:
    """Everything that can be said of a clip.

    Arguments:
        path: the file as it came from the phone, or a working copy of it.
        asked_move: the move that the learner was to hold, as `nongju.clips.moves` names it; None if any.
        kind: what the clip is for; it decides what is expected of it.
        name: what the file was called on the phone; None takes the path's.
        progress: told the share of decoding done, 0 to 1.
        cancel: when set, decoding stops with `ffmpeg.Cancelled`.

    Returns:
        A report; what cannot be used comes back with `refused` set and is not raised.

    Raises:
        ValueError: the asked move is not known.
    """
    container: Container | None = None
    try:
        container = read_container(path)
        from nongju.clips.decode import decode
        from nongju.clips.measure import measures_of
        from nongju.clips.moves import recognise_move

        with _one_thread():
            decoded = decode(path, container=container, progress=progress, cancel=cancel)
            measures = tuple(measures_of(decoded, kind, name or path.name))
            move = None if kind == "edited" else recognise_move(decoded.gray, decoded.fps, asked=asked_move)
    except ClipRefused as refused:
        return ClipReport(kind=kind, asked_move=asked_move, container=container, refused=refused)
    return ClipReport(kind, asked_move, container, measures, move)


@contextmanager
def _one_thread() -> Iterator[None]:
    """OpenCV on one thread: its small pictures gain nothing from more, and waiting threads burn time."""
    import cv2

    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(threads)
