"""Facts of a clip's container, read from the original file before anything is decoded.

ffmpeg prints most of them when it opens a file; the index itself tells whether the file is whole, how
steady its frame rate is and whether the picture is mirrored.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nongju.clips import ffmpeg
from nongju.clips.file.banner import AudioStream, Banner, read_banner
from nongju.clips.file.boxes import Boxes, read_boxes
from nongju.clips.refusal import ClipRefused

MAX_FILE_BYTES = 1_000_000_000
"""The largest file that is opened at all: a minute of 4K at 60 frames and 100 Mbit/s is 750 MB."""

MAX_SECONDS = 180.0
"""The longest clip that is read: hand-ins are at most 90 s (assumption: twice that is a slip)."""

STEADY_SHARE = 0.95
"""Share of frames within 10 % of the common length from which a frame rate counts as constant (assumption:
phone cameras at constant rate drop a frame now and then; in poor light they slow down for whole seconds)."""

HDR_TRANSFERS = {"arib-std-b67": "HLG", "smpte2084": "PQ"}
"""ffmpeg's names of the two transfer curves for high dynamic range (ITU-R BT.2100)."""

_PHOTO_HEADS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM")
_FILM_HEADS = (b"\x1aE\xdf\xa3",)


@dataclass(frozen=True)
class Audio:
    """A clip's sound track."""

    codec: str
    rate: int
    channels: int
    start: float
    """Seconds from the start of the clip to the first sound, where the index says so (MP4, MOV)."""


@dataclass(frozen=True)
class Container:
    """What a clip's file says of itself, checked against the file's real size."""

    size_bytes: int
    format: str
    brand: str
    duration: float
    """Seconds of the longest track, as the file claims."""
    picture_seconds: float
    """Seconds of the picture, as the file claims."""
    bit_rate: float
    """Bits a second, of the whole file."""
    codec: str
    profile: str
    pixel_format: str
    bit_depth: int
    coded_width: int
    coded_height: int
    sample_aspect: tuple[int, int]
    rotation: int
    """Degrees clockwise that the coded picture is turned before it is shown: 0, 90, 180, 270, or another."""
    mirrored: bool
    frame_rate: float
    """Frames a second on average."""
    nominal_rate: float
    """Frames a second that the file aims at."""
    variable_rate: bool
    transfer: str
    matrix: str
    full_range: bool
    audio: Audio | None
    truncated: bool
    index_first: bool
    tags: dict[str, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Points across, as shown."""
        return self._shown()[0]

    @property
    def height(self) -> int:
        """Points down, as shown."""
        return self._shown()[1]

    @property
    def hdr(self) -> str:
        """`HLG`, `PQ`, or empty for an ordinary picture."""
        return HDR_TRANSFERS.get(self.transfer, "")

    @property
    def plain_turn(self) -> bool:
        """Whether the turn is by right angles and not mirrored, so that it can follow the reduction."""
        return self.rotation in {0, 90, 180, 270} and not self.mirrored

    def _shown(self) -> tuple[int, int]:
        across, down = self.sample_aspect
        width = round(self.coded_width * across / down) if across >= down else self.coded_width
        height = self.coded_height if across >= down else round(self.coded_height * down / across)
        return (height, width) if self.rotation % 180 == 90 else (width, height)

    def to_json(self) -> dict[str, Any]:
        """A plain dict, without the tags: they may hold a name or a place."""
        values = asdict(self)
        del values["tags"]
        return {
            **values,
            "sample_aspect": list(self.sample_aspect),
            "width": self.width,
            "height": self.height,
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Container:
        """A container out of `to_json`."""
        known = {name: values[name] for name in cls.__dataclass_fields__ if name != "tags"}
        known["sample_aspect"] = tuple(known["sample_aspect"])
        known["audio"] = Audio(**known["audio"]) if known["audio"] else None
        return cls(**known)


def read_container(path: Path) -> Container:
    """Facts of the file at this path.

    Raises:
        ClipRefused: it is no clip, or one that must not be decoded (size, points, length).
    """
    size = _size(path)
    boxes = read_boxes(path)
    if boxes is None:
        _refuse_by_head(path)
    elif boxes.photo:
        raise ClipRefused("photo")
    elif not boxes.has_index:
        raise ClipRefused("truncated")
    elif boxes.audio_only:
        raise ClipRefused("no_picture")
    opened = ffmpeg.run([*ffmpeg.stranger(path)], limits=ffmpeg.FfmpegLimits(seconds=60))
    container = joined(read_banner(opened.lines), size, boxes)
    if container.coded_width * container.coded_height > ffmpeg.MAX_PIXELS:
        raise ClipRefused("too_many_pixels")
    if container.duration > MAX_SECONDS:
        raise ClipRefused("too_long")
    return container


def _size(path: Path) -> int:
    try:
        if not path.is_file():
            raise ClipRefused("absent")
        size = path.stat().st_size
        if size == 0:
            raise ClipRefused("empty")
        if size > MAX_FILE_BYTES:
            raise ClipRefused("too_big")
        with path.open("rb") as stream:
            stream.read(1)
    except OSError as error:
        raise ClipRefused("absent") from error
    return size


def _refuse_by_head(path: Path) -> None:
    """A file that is no MP4 by its first bytes: refused unless it may be Matroska or WebM."""
    with path.open("rb") as stream:
        head = stream.read(16)
    if head.startswith(_PHOTO_HEADS) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        raise ClipRefused("photo")
    if not head.startswith(_FILM_HEADS):
        raise ClipRefused("not_video" if head[:4] not in {b"RIFF", b"FLV\x01"} else "unreadable")


def joined(banner: Banner, size: int, boxes: Boxes | None) -> Container:
    """What ffmpeg printed and what the index says, as one.

    Raises:
        ClipRefused: ffmpeg did not open the file, or found no picture.
    """
    cut = boxes is not None and boxes.missing > 0
    picture = banner.picture
    if not banner.opened:
        raise ClipRefused("truncated" if cut else "unreadable" if boxes is not None else "not_video")
    if picture is None:
        raise ClipRefused("no_picture")
    if picture.size is None:
        raise ClipRefused("truncated" if cut else "unreadable")
    sound = banner.sound
    return Container(
        size_bytes=size,
        format=banner.format,
        brand=boxes.brand if boxes else "",
        duration=banner.duration,
        picture_seconds=boxes.picture_seconds if boxes and boxes.picture_seconds else banner.duration,
        bit_rate=8 * size / banner.duration if banner.duration > 0 else 0.0,
        codec=picture.codec,
        profile=picture.profile,
        pixel_format=picture.pixel_format,
        bit_depth=picture.bit_depth,
        coded_width=picture.size[0],
        coded_height=picture.size[1],
        sample_aspect=picture.sample_aspect,
        rotation=picture.rotation,
        mirrored=_mirrored(boxes),
        frame_rate=picture.frame_rate,
        nominal_rate=picture.nominal_rate,
        variable_rate=_variable(boxes, picture.frame_rate, picture.nominal_rate),
        transfer=picture.transfer,
        matrix=picture.matrix,
        full_range=picture.full_range,
        audio=_audio(sound, boxes) if sound else None,
        truncated=cut,
        index_first=boxes is not None and boxes.index_first,
        tags=banner.tags,
    )


def _audio(sound: AudioStream, boxes: Boxes | None) -> Audio:
    return Audio(sound.codec, sound.rate, sound.channels, boxes.sound_start if boxes else 0.0)


def _mirrored(boxes: Boxes | None) -> bool:
    if boxes is None or boxes.matrix is None:
        return False
    a, b, c, d = boxes.matrix
    return a * d - b * c < 0


def _variable(boxes: Boxes | None, average: float, nominal: float) -> bool:
    if boxes is not None and boxes.frames is not None:
        return boxes.frames.share_of_common < STEADY_SHARE
    return average > 0 and abs(nominal - average) > 0.02 * average
