"""What ffmpeg prints when it opens a file, read line by line.

Tags hold whatever a stranger wrote; ffmpeg indents each line of a tag behind a colon, so that only lines that
begin as ffmpeg's own count as facts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_TAG_LENGTH = 500
"""Characters kept of one tag: they are shown to nobody, only searched for an app's name."""

_DURATION = re.compile(r"^\[info\]\s+Duration: (\d+):(\d+):(\d+\.\d+)", re.M)
_STREAM = re.compile(r"^\[info\]\s+Stream #0:\d+\S*: (Video|Audio): (.*)$")
_SIZE = re.compile(r"\b(\d{1,5})x(\d{1,5})\b")
_SAR = re.compile(r"SAR (\d+):(\d+)")
_RATE = re.compile(r"([\d.]+)(k?) (fps|tbr)\b")
_TURN = re.compile(r"^\[info\]\s+displaymatrix: rotation of (-?[\d.]+) degrees")
_TAG = re.compile(r"^\[info\]\s+([\w .\-]+?)\s*: (.*)$")
_LAYOUTS = {"mono": 1, "stereo": 2, "2.1": 3, "quad": 4, "4.0": 4, "5.0": 5, "5.1": 6, "7.1": 8}


@dataclass(frozen=True)
class AudioStream:
    """A sound stream: codec, samples a second, channels."""

    codec: str
    rate: int
    channels: int


@dataclass(frozen=True)
class Picture:
    """A picture stream as it is coded; `size` is None where ffmpeg found none."""

    codec: str
    profile: str
    pixel_format: str
    bit_depth: int
    size: tuple[int, int] | None
    sample_aspect: tuple[int, int]
    rotation: int
    """Degrees clockwise."""
    frame_rate: float
    nominal_rate: float
    matrix: str
    transfer: str
    full_range: bool


@dataclass(frozen=True)
class Banner:
    """All that was printed of one file; `opened` is False where ffmpeg refused it."""

    opened: bool
    format: str = ""
    duration: float = 0.0
    picture: Picture | None = None
    sound: AudioStream | None = None
    tags: dict[str, str] = field(default_factory=dict)


def read_banner(lines: tuple[str, ...]) -> Banner:
    """The first picture (no cover, no thumbnails), the first sound, length and tags of the first input."""
    text = "\n".join(lines)
    if "Input #0" not in text:
        return Banner(opened=False)
    streams = [(match[1], match[2], at) for at, line in enumerate(lines) if (match := _STREAM.search(line))]
    pictures = [
        (said, at)
        for kind, said, at in streams
        if kind == "Video" and "(attached pic)" not in said and "timed thumbnails" not in said
    ]
    sounds = [said for kind, said, _ in streams if kind == "Audio" and not said.startswith("none")]
    return Banner(
        opened=True,
        format=text.partition("Input #0, ")[2].partition(", from ")[0],
        duration=_seconds(text),
        picture=_picture(pictures[0][0], _rotation(lines, pictures[0][1])) if pictures else None,
        sound=_sound(sounds[0]) if sounds else None,
        tags=_tags(lines),
    )


def _seconds(text: str) -> float:
    found = _DURATION.search(text)
    return int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3]) if found else 0.0


def _picture(said: str, rotation: int) -> Picture:
    codec, _, rest = said.partition(",")
    profile = re.search(r"\((?!\w+ / )([^)]*)\)", codec)
    shape = re.match(r"\s*(\w+)(?:\(([^)]*)\))?", rest)
    pixel_format = shape[1] if shape else ""
    words = [word.strip() for word in (shape[2] or "").split(",")] if shape else []
    matrix, transfer = _colours(words)
    size = _SIZE.search(re.sub(r"\([^)]*\)", "", said))
    rates = {name: float(value) * (1000 if kilo else 1) for value, kilo, name in _RATE.findall(said)}
    average = rates.get("fps", rates.get("tbr", 0.0))
    return Picture(
        codec=codec.partition(" ")[0],
        profile=profile[1] if profile else "",
        pixel_format=pixel_format,
        bit_depth=_depth(pixel_format),
        size=(int(size[1]), int(size[2])) if size else None,
        sample_aspect=_aspect(_SAR.search(said)),
        rotation=rotation,
        frame_rate=average,
        nominal_rate=rates.get("tbr", average),
        matrix=matrix,
        transfer=transfer,
        full_range="pc" in words or pixel_format.startswith("yuvj"),
    )


def _colours(words: list[str]) -> tuple[str, str]:
    """Matrix and transfer: printed as matrix/primaries/transfer, or once where all three are the same."""
    three = next((word for word in words if "/" in word), "")
    if three:
        matrix, _, transfer = three.split("/")
        return matrix, transfer
    one = next((word for word in words if word.startswith(("bt", "smpte", "arib", "fcc", "gbr"))), "")
    return one, one


def _depth(pixel_format: str) -> int:
    found = re.search(r"p(9|1[0-6])(?:le|be)$", pixel_format)
    return int(found[1]) if found else 8


def _aspect(found: re.Match[str] | None) -> tuple[int, int]:
    across, down = (int(found[1]), int(found[2])) if found else (1, 1)
    sane = across > 0 and down > 0 and 0.1 <= across / down <= 10
    return (across, down) if sane else (1, 1)


def _rotation(lines: tuple[str, ...], at: int) -> int:
    """Clockwise turn of the picture stream whose line stands at `at`; ffmpeg prints it counter-clockwise."""
    for line in lines[at + 1 :]:
        if _STREAM.search(line):
            break
        if found := _TURN.search(line):
            return round(-float(found[1])) % 360
    return 0


def _sound(said: str) -> AudioStream:
    rate = re.search(r"(\d+) Hz, ([^,]+)", said)
    layout = rate[2].partition("(")[0].strip() if rate else ""
    counted = re.match(r"(\d+) channels", layout)
    return AudioStream(
        codec=said.partition(" ")[0].strip(","),
        rate=int(rate[1]) if rate else 0,
        channels=int(counted[1]) if counted else _LAYOUTS.get(layout, 2),
    )


def _tags(lines: tuple[str, ...]) -> dict[str, str]:
    """Every tag of the file and its streams, lower case; the first of a name counts."""
    tags: dict[str, str] = {}
    for line in lines:
        if found := _TAG.match(line):
            tags.setdefault(found[1].strip().lower(), found[2].strip()[:MAX_TAG_LENGTH])
    return tags
