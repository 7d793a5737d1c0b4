"""The index of an MP4 or MOV file, read box by box: what ffmpeg does not print.

Only headers and the index (`moov`) are read, never pictures or sound, so that a file of any size costs the
same. Sizes in a stranger's file are claims: each is held against the file's real end and a bound.

Source: ISO/IEC 14496-12, ISO base media file format (box, ftyp, mdat, tkhd, mdhd, stts).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAX_INDEX_BYTES = 64 * 1024 * 1024
"""Largest index that is read: an hour at 240 frames a second has about 20 MB."""

MAX_TOP_LEVEL = 10_000
"""Boxes at the top of the file that are looked at; a fragmented hour has about 4,000."""

MAX_RUNS = 200_000
"""Runs of equal frame lengths that are read from one track."""

PHOTO_BRANDS = frozenset({"heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis", "jpeg", "mif2"})
"""Brands of still pictures in the same kind of file (HEIC, AVIF)."""


@dataclass(frozen=True)
class FrameLengths:
    """How long the frames of a track stand, in seconds: the most common, the shortest, the longest."""

    common: float
    shortest: float
    longest: float
    share_of_common: float
    """Share of frames, 0 to 1, that stand within 10 % of the most common length."""


@dataclass(frozen=True)
class Boxes:
    """What the boxes of a file say.

    `brand` is the major brand of `ftyp`; `missing` bytes lie behind the file's real end although a box
    claims them; `frames` is None without a usable index.
    """

    brand: str
    has_index: bool
    index_first: bool
    missing: int
    matrix: tuple[int, int, int, int] | None
    """a, b, c, d of the picture track's matrix, 1.0 = 65536; None without a picture track."""
    frames: FrameLengths | None
    picture_seconds: float
    """How long the picture track is shown; 0 without an index that says so."""
    sound_start: float
    """Seconds from the start to the first sound, as the sound track's edit list says."""
    audio_only: bool

    @property
    def photo(self) -> bool:
        """Whether this is a still picture in a film's container."""
        return self.brand in PHOTO_BRANDS


def read_boxes(path: Path) -> Boxes | None:
    """The boxes of a file, or None where it does not begin as an MP4 or MOV does."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(12)
        if len(head) < 8 or head[4:8] not in {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}:
            return None
        brand = ""
        index: bytes | None = None
        index_at = data_at = -1
        missing = 0
        for kind, start, begin, end in _top_level(stream, size):
            missing = max(missing, end - size)
            if kind == b"ftyp" and not brand:
                stream.seek(begin)
                brand = stream.read(4).decode("latin-1").strip().lower()
            elif kind == b"moov" and index is None and end - begin <= MAX_INDEX_BYTES:
                stream.seek(begin)
                index = stream.read(end - begin)
                index_at = start
            elif kind == b"mdat" and data_at < 0:
                data_at = start
    matrix, frames, seconds, sound_start, kinds = _tracks(index or b"")
    return Boxes(
        brand=brand,
        has_index=bool(kinds),
        index_first=0 <= index_at < data_at,
        missing=missing,
        matrix=matrix,
        frames=frames,
        picture_seconds=seconds,
        sound_start=sound_start,
        audio_only=b"soun" in kinds and b"vide" not in kinds,
    )


def _top_level(stream: BinaryIO, size: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Each box at the top: kind, where it starts, where its content begins and ends."""
    at = 0
    for _ in range(MAX_TOP_LEVEL):
        stream.seek(at)
        head = stream.read(16)
        if len(head) < 8:
            return
        length, kind = struct.unpack(">I4s", head[:8])
        begin = at + 8
        if length == 1 and len(head) == 16:
            length = struct.unpack(">Q", head[8:])[0]
            begin = at + 16
        elif length == 0:
            length = size - at
        if length < begin - at or not kind.isascii():
            return
        yield kind, at, begin, at + length
        at += length
        if at >= size:
            return


def _inside(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each box inside another: kind and content."""
    at = 0
    while at + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        if length < 8:
            return
        yield kind, content[at + 8 : at + length]
        at += length


def _child(content: bytes, *path: bytes) -> bytes | None:
    for wanted in path:
        found = next((inner for kind, inner in _inside(content) if kind == wanted), None)
        if found is None:
            return None
        content = found
    return content


_Tracks = tuple[tuple[int, int, int, int] | None, FrameLengths | None, float, float, list[bytes]]


def _tracks(index: bytes) -> _Tracks:
    """Of the first picture track matrix, frame lengths, seconds; when sound starts; the kinds of all."""
    matrix: tuple[int, int, int, int] | None = None
    seconds = sound_start = 0.0
    frames: FrameLengths | None = None
    kinds: list[bytes] = []
    film = _child(index, b"mvhd")
    for kind, track in _inside(index):
        if kind != b"trak":
            continue
        handler = _child(track, b"mdia", b"hdlr")
        if handler is None or len(handler) < 12:
            continue
        kinds.append(handler[8:12])
        if handler[8:12] == b"soun" and kinds.count(b"soun") == 1:
            sound_start = _delay(film, _child(track, b"edts", b"elst"))
        if handler[8:12] == b"vide" and kinds.count(b"vide") == 1:
            header = _child(track, b"tkhd")
            matrix = _matrix(header)
            seconds = _shown_seconds(film, header)
            frames = _frame_lengths(
                _child(track, b"mdia", b"mdhd"), _child(track, b"mdia", b"minf", b"stbl", b"stts")
            )
    return matrix, frames, seconds, sound_start, kinds


def _matrix(header: bytes | None) -> tuple[int, int, int, int] | None:
    if header is None or not header:
        return None
    at = 52 if header[0] == 1 else 40
    if len(header) < at + 36:
        return None
    a, b, _, c, d = struct.unpack(">5i", header[at : at + 20])
    return (a, b, c, d)


def _shown_seconds(film: bytes | None, header: bytes | None) -> float:
    """A track's length behind its edits, in seconds; 0 if it is not stated."""
    if film is None or header is None or len(film) < 24 or len(header) < 36:
        return 0.0
    form, at = (">Q", 28) if header[0] == 1 else (">I", 20)
    (length,) = struct.unpack_from(form, header, at)
    scale = _scale(film)
    return length / scale if scale and length != 0xFFFFFFFF else 0.0


def _scale(header: bytes) -> int:
    """Units a second of a film's or a track's header."""
    return int(struct.unpack_from(">I", header, 20 if header[0] == 1 else 12)[0])


def _delay(film: bytes | None, edits: bytes | None) -> float:
    """Seconds of nothing with which an edit list begins."""
    if film is None or edits is None or len(film) < 24 or len(edits) < 28:
        return 0.0
    length, begins = struct.unpack_from(">Qq" if edits[0] == 1 else ">Ii", edits, 8)
    scale = _scale(film)
    return length / scale if begins == -1 and scale else 0.0


def _frame_lengths(media: bytes | None, times: bytes | None) -> FrameLengths | None:
    if media is None or times is None or len(media) < 24 or len(times) < 8:
        return None
    scale = _scale(media)
    runs = min(struct.unpack(">I", times[4:8])[0], (len(times) - 8) // 8, MAX_RUNS)
    lengths: dict[int, int] = {}
    for count, length in struct.iter_unpack(">II", times[8 : 8 + 8 * runs]):
        lengths[length] = lengths.get(length, 0) + count
    if len(lengths) > 1:
        # The last frame's length is the writer's guess in many files (0, or what was left).
        last = struct.unpack(">II", times[8 * runs : 8 * runs + 8])
        if last[0] == 1:
            lengths[last[1]] -= 1
    lengths = {length: count for length, count in lengths.items() if count > 0 and length > 0}
    if not lengths or scale == 0:
        return None
    common = max(lengths, key=lambda length: lengths[length])
    near = sum(count for length, count in lengths.items() if abs(length - common) <= 0.1 * common)
    return FrameLengths(
        common=common / scale,
        shortest=min(lengths) / scale,
        longest=max(lengths) / scale,
        share_of_common=near / sum(lengths.values()),
    )
