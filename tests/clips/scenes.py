"""Decoded clips drawn in memory: a cloud of all scales, seen by a camera that moves and shakes as told."""

from dataclasses import replace
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from nongju.clips.container import Audio, Container
from nongju.clips.decode import AUDIO_RATE, Decoded, Loudness

RATE = 30.0
CONTAINER = Container(
    size_bytes=10_000_000,
    format="mov,mp4,m4a,3gp,3g2,mj2",
    brand="isom",
    duration=6.0,
    picture_seconds=6.0,
    bit_rate=13e6,
    codec="h264",
    profile="High",
    pixel_format="yuv420p",
    bit_depth=8,
    coded_width=1080,
    coded_height=1920,
    sample_aspect=(1, 1),
    rotation=0,
    mirrored=False,
    frame_rate=RATE,
    nominal_rate=RATE,
    variable_rate=False,
    transfer="bt709",
    matrix="bt709",
    full_range=False,
    audio=Audio("aac", 48000, 2, 0.0),
    truncated=False,
    index_first=True,
)


@cache
def cloud(height: int, width: int, seed: int = 1) -> npt.NDArray[np.float32]:
    """Grey levels around 118 whose spectrum falls as that of photographs."""
    rng = np.random.default_rng(seed)
    falls = 1 / np.maximum(np.hypot(np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None]), 1 / width)
    plane = np.fft.irfft2(falls * np.exp(2j * np.pi * rng.random(falls.shape)), (height, width))
    return np.clip(118 + 40 * plane / plane.std(), 0, 255).astype(np.float32)


def views(
    across: npt.ArrayLike, down: npt.ArrayLike = 0.0, *, width: int = 90, height: int = 160, seed: int = 1
) -> npt.NDArray[np.float32]:
    """(n, height, width): what a camera sees whose place is told frame by frame, in points."""
    across, down = np.broadcast_arrays(np.asarray(across, float), np.asarray(down, float))
    ground = cloud(height * 3, width * 3, seed)
    seen = []
    for x, y in zip(across, down, strict=True):
        shift = np.array([[1, 0, -width - x], [0, 1, -height - y]], dtype=np.float32)
        seen.append(cv2.warpAffine(ground, shift, (width, height), flags=cv2.INTER_CUBIC))
    return np.stack(seen)


def tremor(count: int, size: float, hertz: float = 7.0, seed: int = 3) -> npt.NDArray[np.float64]:
    """A hand's path with this root mean square, in points, around this frequency."""
    rng = np.random.default_rng(seed)
    frequencies = np.fft.rfftfreq(count, 1 / RATE)
    band = np.exp(-(((frequencies - hertz) / 1.5) ** 2)) * np.exp(2j * np.pi * rng.random(len(frequencies)))
    path = np.fft.irfft(band, count)
    return np.asarray(path / path.std() * size)


def film(
    small: npt.NDArray[np.floating] | None = None,
    *,
    rgb: npt.NDArray[np.uint8] | None = None,
    pieces: npt.NDArray[np.floating] | None = None,
    audio: npt.NDArray[np.float32] | None = None,
    loudness: Loudness | None = None,
    rate: float = RATE,
    **facts: object,
) -> Decoded:
    """A decoded clip with these frames; what is not told is a still, ordinary picture.

    Arguments:
        small: (N, height, width) grey, every frame.
        rgb: (n, height, width, 3), the frames with colour; without it they are `small`, in grey, enlarged.
        pieces: (m, side, side) grey at full size.
        audio: mono.
        loudness: of it.
        rate: frames a second of `small`.
        facts: what differs in the container.
    """
    grey = np.clip(np.repeat(views([0.0]), 60, axis=0) if small is None else small, 0, 255).astype(np.uint8)
    if rgb is None:
        larger = [cv2.resize(frame, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR) for frame in grey[::4]]
        rgb = np.repeat(np.stack(larger)[..., None], 3, axis=-1)
    yuv = np.stack([cv2.cvtColor(frame, cv2.COLOR_RGB2YUV_I420) for frame in rgb])
    if pieces is None:
        pieces = np.repeat(cloud(360, 360)[None], 3, axis=0)
    return Decoded(
        container=replace(CONTAINER, **facts),  # type: ignore[arg-type]
        yuv=yuv,
        fps=rate / 4,
        small=grey,
        rate=rate,
        pieces=np.clip(pieces, 0, 255).astype(np.uint8),
        pieces_fps=1.0,
        audio=audio,
        loudness=loudness,
        errors=(),
    )


def tone(seconds: float, level: float) -> npt.NDArray[np.float32]:
    """A sine of 440 Hz with this root mean square in dBFS."""
    time = np.arange(round(seconds * AUDIO_RATE)) / AUDIO_RATE
    return (np.sqrt(2) * 10 ** (level / 20) * np.sin(2 * np.pi * 440 * time)).astype(np.float32)
