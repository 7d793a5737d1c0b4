"""One decode of a clip into what every measure reads: reduced frames, sound, loudness.

ffmpeg decodes once and reduces the picture to a few hundred points; the stream comes through a pipe and is
kept as two things: every frame as a small grey picture (shake, flicker, cuts), and about eight frames a
second with colour (exposure, white, moves). Once a second a piece of the middle is kept at full size, as
sharpness shows nowhere else. Sound is measured by ebur128 on the way and kept as 16 kHz mono. A minute and
a half takes about 150 MB.
"""

from __future__ import annotations

import math
import re
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt

from nongju.clips import ffmpeg, picture
from nongju.clips.container import MAX_SECONDS, Container, read_container
from nongju.clips.refusal import ClipRefused

Bytes = npt.NDArray[np.uint8]

AUDIO_RATE = 16_000
"""Sound samples a second: speech lies below 4 kHz, hiss up to 8 kHz still shows."""

TOP_RATE = 31.0
"""Frames a second that are looked at; faster clips are halved until they are below it."""

PIECES_FPS = 1.0
"""Pieces of the middle a second: focus drifts slowly, and a short clip still gives five."""

PIECE_SIDE = 360
"""Points of a piece's side, at most."""

PIECE_SHARE = 1 / 3
"""A piece's side against the picture's shorter side: 360 points of 1080."""

SMALL_DIVISOR = 2
"""The grey picture of every frame is smaller by this than the one with colour."""

_FULL = np.clip((np.arange(256) - 16) * 255 / 219 + 0.5, 0, 255).astype(np.uint8)
"""Limited-range luma to 0..255."""


@dataclass(frozen=True)
class Loudness:
    """What ffmpeg's ebur128 says of a sound track (EBU R 128)."""

    integrated: float
    """LUFS; -70 means nothing above the gate."""
    range: float
    """LU between soft and loud passages."""
    true_peak: float
    """dBFS between samples; -inf for silence."""


@dataclass
class Decoded:
    """A clip, reduced. Rotation is applied; frames stand at equal distances."""

    container: Container
    yuv: Bytes
    """(n, height * 3 / 2, width): planes Y, U, V of limited-range BT.601, at `fps`."""
    fps: float
    small: Bytes
    """(N, height / 2, width / 2): grey 0..255 of every frame, at `rate`."""
    rate: float
    pieces: Bytes
    """(m, side, side): grey 0..255 of the middle at full size, at `pieces_fps`."""
    pieces_fps: float
    audio: npt.NDArray[np.float32] | None
    """Mono, -1..1, at `AUDIO_RATE`; None without a sound track."""
    loudness: Loudness | None
    errors: tuple[str, ...]
    """What the decoder complained of."""

    @property
    def seconds(self) -> float:
        """How long the picture that really came out lasts."""
        return len(self.small) / self.rate

    @cached_property
    def gray(self) -> Bytes:
        """(n, height, width): grey 0..255 at `fps`."""
        height = self.yuv.shape[1] * 2 // 3
        return np.asarray(_FULL[self.yuv[:, :height]])

    @property
    def frames(self) -> Bytes:
        """(n, height, width, 3): RGB at `fps`; made anew at each call, for 90 s it takes 120 MB."""
        return np.stack([self.frame(at) for at in range(len(self.yuv))])

    def frame(self, at: int) -> Bytes:
        """One RGB frame (height, width, 3)."""
        import cv2

        return np.asarray(cv2.cvtColor(self.yuv[at], cv2.COLOR_YUV2RGB_I420), dtype=np.uint8)


def decode(
    path: Path,
    *,
    fps: float = 8,
    long_side: int = 320,
    container: Container | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> Decoded:
    """One decode of a clip, original or taken in.

    Arguments:
        path: the file.
        fps: frames a second wanted with colour; the nearest rate with equal distances is given.
        long_side: points of the longer side of those frames.
        container: if it has been read already.
        progress: told the share done, 0 to 1.
        cancel: when set, decoding stops with `ffmpeg.Cancelled`.

    Raises:
        ClipRefused: the file is no clip, is not whole, or is too much for the limits.
    """
    container = container or read_container(path)
    if container.truncated:
        raise ClipRefused("truncated")
    rate = look_rate(container)
    step = max(1, round(rate / fps))
    width, height = picture.fitted(container, long_side)
    frames = _Frames(width, height, step)
    with tempfile.TemporaryDirectory(prefix="nongju-clip-") as folder:
        sound = Path(folder) / "sound.f32"
        middle = Path(folder) / "middle.gray"
        asked = [*_reading(path, container), *_picture(container, rate, width, height)]
        finished = ffmpeg.run(
            [*asked, *_pieces(container, middle), *_sound(container, sound)],
            progress=_share(progress, container.duration),
            cancel=cancel,
            consume=frames.read,
        )
        if finished.returncode and not frames.count:
            raise ClipRefused("damaged")
        audio = np.fromfile(sound, dtype="<f4") if sound.exists() else None
        pieces = np.fromfile(middle, dtype=np.uint8) if middle.exists() else np.empty(0, dtype=np.uint8)
    if not frames.count:
        raise ClipRefused("no_picture")
    decoded = Decoded(
        container=container,
        yuv=frames.colour(),
        fps=rate / step,
        small=frames.small(),
        rate=rate,
        pieces=pieces.reshape(-1, piece_side(container), piece_side(container)),
        pieces_fps=PIECES_FPS,
        audio=audio,
        loudness=read_loudness(finished.log) if audio is not None else None,
        errors=finished.errors,
    )
    if falls_short(decoded.seconds, container):
        raise ClipRefused("truncated")
    return decoded


def look_rate(container: Container) -> float:
    """Frames a second at which a clip is looked at: its own, or a half, a quarter, ... of it."""
    rate = container.frame_rate
    if container.variable_rate or not 1 <= rate <= 1000:
        return 30.0
    while rate > TOP_RATE:
        rate /= 2
    return rate


SHORTFALL_SECONDS = 1.0
"""Seconds that may be missing at the end; sound often ends half a second before or after the picture."""

SHORTFALL_SHARE = 0.1
"""Share of the claimed length that may be missing (assumption: a cut transfer loses more)."""


def falls_short(seconds: float, container: Container) -> bool:
    """Whether clearly less picture came out than the file claims: its end is missing."""
    missing = container.picture_seconds - seconds
    return missing > max(SHORTFALL_SECONDS, SHORTFALL_SHARE * container.picture_seconds)


def read_loudness(log: str) -> Loudness | None:
    """The summary that ebur128 writes at its end; None if it never got there."""
    summary = log.rpartition("Summary:")[2]
    integrated = re.search(r"I:\s+(-?[\d.]+|-inf|nan) LUFS", summary)
    spread = re.search(r"LRA:\s+([\d.]+) LU", summary)
    peak = re.search(r"Peak:\s+(-?[\d.]+|-inf) dBFS", summary)
    if integrated is None:
        return None
    loud = float(integrated[1])
    return Loudness(
        integrated=loud if math.isfinite(loud) else -70.0,
        range=float(spread[1]) if spread else 0.0,
        true_peak=float(peak[1]) if peak else -math.inf,
    )


def _reading(path: Path, container: Container) -> list[str]:
    return [*picture.input_options(container), *ffmpeg.stranger(path, seconds=MAX_SECONDS + 1)]


def _picture(container: Container, rate: float, width: int, height: int) -> list[str]:
    chain = [f"fps={rate:.6f}:start_time=0"]
    chain += picture.filters(container, width, height, method="area+accurate_rnd", matrix="bt601")
    most = math.ceil((MAX_SECONDS + 1) * rate)
    return [
        *("-map", "0:V:0", "-vf", ",".join(chain), "-filter_threads", "1"),
        *("-frames:v", str(most), "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1"),
    ]


def piece_side(container: Container) -> int:
    """Points of the side of a piece of the middle."""
    cut = round(min(container.coded_width, container.coded_height) * PIECE_SHARE)
    return max(16, 2 * (min(cut, PIECE_SIDE) // 2))


def _pieces(container: Container, target: Path) -> list[str]:
    side = piece_side(container)
    shorter = min(container.coded_width, container.coded_height)
    cut = min(max(side, 2 * round(shorter * PIECE_SHARE / 2)), shorter)
    chain = [f"fps={PIECES_FPS}:start_time=0", f"crop={cut}:{cut}", f"scale={side}:{side}:flags=area"]
    turns = {90: ["transpose=clock"], 180: ["hflip,vflip"], 270: ["transpose=cclock"]}
    chain += turns.get(container.rotation, []) if container.plain_turn else []
    most = math.ceil((MAX_SECONDS + 1) * PIECES_FPS)
    return [
        *("-map", "0:V:0", "-vf", ",".join(chain), "-filter_threads", "1", "-frames:v", str(most)),
        *("-pix_fmt", "gray", "-f", "rawvideo", f"file:{target}"),
    ]


def _sound(container: Container, target: Path) -> list[str]:
    if container.audio is None:
        return []
    chain = f"ebur128=peak=true:framelog=quiet,aresample={AUDIO_RATE}:async=1:first_pts=0"
    return [
        *("-map", "0:a:0", "-af", chain, "-ac", "1", "-t", f"{MAX_SECONDS + 1}"),
        *("-f", "f32le", f"file:{target}"),
    ]


def _share(progress: Callable[[float], None] | None, seconds: float) -> Callable[[float], None] | None:
    if progress is None:
        return None
    told = progress
    return lambda done: told(min(1.0, done / seconds) if seconds > 0 else 0.0)


class _Frames:
    """Takes raw frames from a pipe and keeps the two reductions."""

    def __init__(self, width: int, height: int, step: int) -> None:
        self.width = width
        self.height = height
        self.step = step
        self.count = 0
        self._colour = bytearray()
        self._small = bytearray()
        self._little = (max(1, width // SMALL_DIVISOR), max(1, height // SMALL_DIVISOR))

    def read(self, stream: IO[bytes]) -> None:
        """Every whole frame until the pipe ends."""
        import cv2

        raw = np.empty((self.height * 3 // 2, self.width), dtype=np.uint8)
        view = raw.reshape(-1).data
        while stream.readinto(view) == len(view):  # type: ignore[attr-defined]
            if self.count % self.step == 0:
                self._colour += view
            little = cv2.resize(raw[: self.height], self._little, interpolation=cv2.INTER_AREA)
            self._small += cv2.LUT(little, _FULL).data
            self.count += 1

    def colour(self) -> Bytes:
        """(n, height * 3 / 2, width)."""
        return np.frombuffer(self._colour, dtype=np.uint8).reshape(-1, self.height * 3 // 2, self.width)

    def small(self) -> Bytes:
        """(N, height / 2, width / 2)."""
        across, down = self._little
        return np.frombuffer(self._small, dtype=np.uint8).reshape(-1, down, across)
