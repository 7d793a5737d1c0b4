"""Looking at a stranger's file in a process of its own: `python -m nongju.clips.isolated`.

The asking process (a notebook's kernel, a graded cell) imports no OpenCV and no Pillow, cannot be brought
down by the file, and ends the other one when it takes too long. A request is one JSON object on stdin, the
answer one JSON object a line on stdout:

    {"do": "clip", "path", "name", "clip_kind", "move"}   the still, share done ..., then the whole look
    {"do": "photo", "path"}                    the look
    {"do": "thumbs", "kind", "paths"}          {"at": number of the path, "jpeg": base64} each
    {"do": "small", "path", "target"}          share done ..., then {"small": true or false}
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from nongju.clips.summary import ClipSummary
from nongju.errors import NongjuError

LOOK_SECONDS = 240.0
"""Longest look at one clip, wall time: 90 s of 1080p take 70 s on one slow core (decoding at 1.9 times real
time, half as much again for the measures); the rest is for a PC that does other things."""

SMALL_SECONDS = 420.0
"""Longest making of a small copy: as a look, and the encoding."""

THUMBS_SECONDS = 60.0
"""Longest for one list of thumbnails; those that are not there by then stay blank."""

CPU_SECONDS = 600
"""Processor time of the process (Linux): two cores for the longest look."""

MEMORY_MB = 3000
"""Address space of the process (Linux); what it really uses stays below 600 MB (`make bench-clips`)."""

LONGEST_LINE = 1_000_000
"""Bytes of one line of the answer."""

NO_ANSWER = "这台电脑这会儿看不了这个文件。交上去，老师来看。"
"""Said when the other process ended without an answer: that is no fault of the learner's."""

_seen: dict[tuple[str, ...], ClipSummary] = {}
_lock = threading.Lock()


class Stopped(NongjuError):
    """The caller's `stop` was set."""


def look_at(
    path: Path,
    *,
    kind: str,
    clip_kind: str = "",
    move: str | None = None,
    name: str = "",
    heard: Callable[[dict[str, Any]], None] | None = None,
    stop: threading.Event | None = None,
) -> ClipSummary:
    """What is to be seen of a clip or photo; asked twice in one process, the file is read once.

    Arguments:
        path: the file.
        kind: "clip" or "photo".
        clip_kind: what a clip is of: "product", "talking", "edited".
        move: the move that was asked for.
        name: what the file was called on the phone, if that is known: apps name files in ways that tell.
        heard: told what comes before the answer: {"share": 0 to 1}, {"poster", "facts"}.
        stop: when set, the look is ended.

    Raises:
        Stopped: `stop` was set.
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    key = (digest, kind, clip_kind, move or "", name)
    with _lock:
        if key in _seen:
            return _seen[key]
    request = {"do": kind, "path": str(path.absolute()), "name": name, "clip_kind": clip_kind, "move": move}
    look: ClipSummary | None = None
    for answer in ask(request, seconds=LOOK_SECONDS, stop=stop):
        if "look" in answer:
            look = ClipSummary.from_json(answer["look"])
        elif heard is not None:
            heard(answer)
    if look is None:
        return ClipSummary(sentences=(NO_ANSWER,), digest=digest)
    look = replace(look, digest=digest)
    with _lock:
        _seen[key] = look
    return look


def ask(
    request: dict[str, Any], *, seconds: float, stop: threading.Event | None = None
) -> Iterator[dict[str, Any]]:
    """The lines with which the other process answers; none more when its time is over.

    Raises:
        Stopped: `stop` was set.
    """
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "nongju.clips.isolated"],  # -P: no module out of the learner's folder
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(process, seconds, stop, ended), daemon=True)
    watch.start()
    try:
        with contextlib.suppress(OSError):
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.close()
        while line := process.stdout.readline(LONGEST_LINE):
            with contextlib.suppress(ValueError):
                answer = json.loads(line)
                if isinstance(answer, dict):
                    yield answer
    finally:
        ended.set()
        _end(process)
        watch.join()
        process.stdout.close()
        with contextlib.suppress(OSError):
            process.stdin.close()
    if stop is not None and stop.is_set():
        raise Stopped


def _watch(
    process: subprocess.Popen[bytes], seconds: float, stop: threading.Event | None, ended: threading.Event
) -> None:
    """Ends the process when its time is over or nobody waits for it any more."""
    step = 0.2 if stop is not None else seconds
    left = seconds
    while not ended.wait(min(step, left)):
        left -= step
        if left <= 0 or (stop is not None and stop.is_set()):
            _end(process)
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and the ffmpeg that it may have started."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
    process.wait()


# ---- the other process ----


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class _Share:
    """Says the share done, once for each percent."""

    def __init__(self) -> None:
        self._said = -1

    def __call__(self, share: float) -> None:
        if int(100 * share) != self._said:
            self._said = int(100 * share)
            _say({"share": round(share, 2)})


def _clip(request: dict[str, Any]) -> None:
    from nongju.clips.checking.reading import facts_of, look_of
    from nongju.clips.container import read_container
    from nongju.clips.refusal import ClipRefused
    from nongju.clips.still import encoded, still

    path = Path(request["path"])
    try:
        container = read_container(path)
        poster = encoded(still(path, container))
        _say({"facts": list(facts_of(container)), "poster": poster})
        look = look_of(
            path,
            clip_kind=request["clip_kind"],
            move=request["move"],
            name=request["name"] or path.name,
            poster=poster,
            progress=_Share(),
        )
    except ClipRefused as refused:
        look = ClipSummary(refused=refused.sentence)
    _say({"look": look.to_json()})


def _photo(request: dict[str, Any]) -> None:
    from nongju.clips.photo import check_photo
    from nongju.clips.refusal import ClipRefused

    try:
        look = check_photo(Path(request["path"]))
    except ClipRefused as refused:
        look = ClipSummary(refused=refused.sentence)
    _say({"look": look.to_json()})


def _thumbs(request: dict[str, Any]) -> None:
    from nongju.clips.container import read_container
    from nongju.clips.photo import thumbnail
    from nongju.clips.refusal import ClipRefused
    from nongju.clips.still import THUMB_SIDE, encoded, still

    for at, name in enumerate(request["paths"]):
        path = Path(name)
        try:
            if request["kind"] == "photo":
                jpeg = thumbnail(path, THUMB_SIDE)
            else:
                jpeg = still(path, read_container(path), side=THUMB_SIDE)
        except (ClipRefused, OSError):
            continue
        _say({"at": at, "jpeg": encoded(jpeg)})


def _small(request: dict[str, Any]) -> None:
    from nongju.clips.container import read_container
    from nongju.clips.refusal import ClipRefused
    from nongju.clips.still import small_copy

    path = Path(request["path"])
    try:
        small_copy(path, read_container(path), Path(request["target"]), progress=_Share())
    except ClipRefused:
        _say({"small": False})
    else:
        _say({"small": True})


def _limit() -> None:
    """Bounds on this process and its children, where the system knows them; lower ones stay."""
    if sys.platform != "linux":
        return
    import resource

    os.nice(5)
    bounds = {
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY_MB * 1024 * 1024,
        resource.RLIMIT_CORE: 0,
    }
    for name, bound in bounds.items():
        soft, hard = resource.getrlimit(name)
        known = [value for value in (soft, hard, bound) if value != resource.RLIM_INFINITY]
        resource.setrlimit(name, (min(known), hard))


def main() -> None:
    """Answer the one request on stdin."""
    _limit()
    request = json.loads(sys.stdin.buffer.readline())
    {"clip": _clip, "photo": _photo, "thumbs": _thumbs, "small": _small}[request["do"]](request)


if __name__ == "__main__":
    main()
