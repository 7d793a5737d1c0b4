"""What stays the same of a clip or a photo when its file is changed around it: appended to, renamed, remuxed.

A clip is known by its packets of video, as they were encoded; a photo by its compressed picture alone.
Whoever encodes anew makes another one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from nongju.clips import ffmpeg
from nongju.clips.refusal import ClipRefused

LIMITS = ffmpeg.FfmpegLimits(seconds=60.0, cpu_seconds=60)
"""Packets are copied, not decoded: 100 MB take less than a second."""

MOST_OF_A_PHOTO = 40_000_000
"""Bytes of a photo that are read."""


def clip_digest(path: Path) -> str | None:
    """Digest of a clip's packets of video; None where it cannot be read as a clip."""
    copied = ["-map", "0:v:0", "-c", "copy", "-f", "md5", "pipe:1"]
    try:
        done = ffmpeg.run([*ffmpeg.stranger(path, threads=1), *copied], limits=LIMITS)
    except (ClipRefused, OSError):
        return None
    said = done.stdout.decode("ascii", "replace").strip()
    return said if done.returncode == 0 and said.startswith("MD5=") else None


def photo_digest(path: Path) -> str | None:
    """Digest of a JPEG's or PNG's compressed picture; None for any other file."""
    with path.open("rb") as stream:
        raw = stream.read(MOST_OF_A_PHOTO)
    picture = _jpeg(raw) if raw.startswith(b"\xff\xd8") else _png(raw) if raw.startswith(b"\x89PNG") else b""
    return hashlib.sha256(picture).hexdigest() if picture else None


def _jpeg(raw: bytes) -> bytes:
    """From the first scan to the end of the picture: what cameras and forgers write around it is left out."""
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        marker, length = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = raw.find(b"\xff\xd9", at)
            return raw[at:end] if end > 0 else raw[at:]
        at += 2 + length
    return b""


def _png(raw: bytes) -> bytes:
    """The compressed rows."""
    at, rows = 8, b""
    while at + 8 <= len(raw):
        length, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        if kind == b"IDAT":
            rows += raw[at + 8 : at + 8 + length]
        at += 12 + length
    return rows
