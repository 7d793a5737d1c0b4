"""Blanks that are filled with a file: a clip, a photo.

UploadField
├── ClipField     form.clip     value: Upload
└── PhotoField    form.photo    value: Upload

The raw answer names a file in uploads/ and its digest. It is put there by
`nongju.answers.uploads.controller`, never by what a browser says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from nongju.answers.fields import Field, Fill, Reading
from nongju.clips.names import MOVES, SHOTS

MAX_ORIGINAL_CHARACTERS = 60
"""What is kept of the name that a file had on the phone."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,120}\.[a-z0-9]{2,4}")
_SHA256 = re.compile(r"[0-9a-f]{64}")

STORED = '{"file": name in uploads/, "sha256": 64 hex digits, "bytes": size, "from": name it had'
STAYS = ', "stays": true where it is for the learner alone}'

FOLDER = "uploads"
"""Beside answers.json; everything handed in as a file lies directly in it."""

LONGEST_SECONDS = 60.0
"""Longest clip that a field asks for unless it says otherwise: what Channels shows without a tap."""

LONGEST_EDITED_SECONDS = 90.0
"""Longest that a field may ask for: an edited clip of a minute, with a title and a slow end."""

MOST_BYTES = 10**12
"""Size beyond which a number is no size of a file."""

NOT_THERE = "「{name}」没有和答案在一起。再选一次，或者带 U 盘来。"
STAYED = "，没有交，留在自己的电脑上"
NOT_READ = "这里记的文件看不懂。再选一次。"


@dataclass(frozen=True)
class Upload:
    """A file that was handed in, as rules and `respond` get it.

    Arguments:
        path: in uploads/; it exists and is a regular file.
        sha256: what answers.json says of it. The file may have been changed since.
        seconds: longest clip that the field takes; None for a photo.
        original: name that the file had on the phone, as answers.json says.
    """

    path: Path
    sha256: str
    seconds: float | None = None
    original: str = ""


@dataclass(frozen=True)
class UploadField(Field):
    """A file in uploads/; `folder` is the learner's, "." where none is known.

    `hand_in` says whether the file goes to the teacher, too, or stays where it was chosen.
    """

    folder: Path = Path()
    hand_in: bool = True
    stored: ClassVar[str] = STORED + STAYS
    since: ClassVar[int] = 2
    is_file: ClassVar[bool] = True
    kept_unread: ClassVar[bool] = False

    @classmethod
    def bounded(cls, raw: Any, notes: list[str]) -> Any:  # noqa: ARG003
        """A file by a name of ours: nothing in it can leave uploads/ or mean anything to a browser."""
        if not isinstance(raw, dict):
            return None
        file, digest, size, original = (raw.get(name) for name in ("file", "sha256", "bytes", "from"))
        if not isinstance(file, str) or not _NAME.fullmatch(file):
            return None
        if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
            return None
        if isinstance(size, bool) or not isinstance(size, int) or not 0 <= size <= MOST_BYTES:
            return None
        name = "".join(c for c in original if c.isprintable()) if isinstance(original, str) else ""
        named: dict[str, str | int | bool] = {"file": file, "sha256": digest, "bytes": size}
        named["from"] = name[:MAX_ORIGINAL_CHARACTERS]
        if raw.get("stays") is True:
            named["stays"] = True
        return named

    def sample(self, number: float) -> Upload:  # noqa: ARG002
        """A name alone: a sheet reads no files."""
        return Upload(self.folder / FOLDER / "sample.mp4", "0" * 64)

    def reading(self, raw: Any, before: Any = None) -> Reading:  # noqa: ARG002
        """Find the file that is named."""
        if raw is None:
            return Reading()
        named = self.bounded(raw, [])
        if named is None:
            return Reading(problem=NOT_READ)
        path = self.folder / FOLDER / named["file"]
        if not is_plain_file(path) and named.get("stays"):
            return Reading(echo=f"{said(named)}{STAYED}")
        if not is_plain_file(path):
            return Reading(problem=NOT_THERE.format(name=named["from"] or named["file"]))
        return Reading(Upload(path, named["sha256"], self.longest, named["from"]), said(named))

    def echo(self, value: Any) -> str:
        """The size of the file; its name on the phone is said by `reading`."""
        return megabytes(value.path.stat().st_size) if isinstance(value, Upload) else str(value)

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds how long it may be."""
        return {**super().spec(fill), "seconds": self.longest}

    def placed(self, folder: Path) -> UploadField:
        """The same field with the learner's folder."""
        return replace(self, folder=folder)

    @property
    def longest(self) -> float | None:
        """Seconds that a clip may have; None for a photo."""
        return None


@dataclass(frozen=True)
class ClipField(UploadField):
    """A clip of at most `seconds`; `shot` and `move` are what the advice in the worksheet looks at."""

    seconds: float = LONGEST_SECONDS
    clip_kind: str = "product"
    move: str | None = None
    kind: ClassVar[str] = "clip"

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 1 <= self.seconds <= LONGEST_EDITED_SECONDS:
            raise ValueError(f"clip {self.key}: seconds from 1 to {LONGEST_EDITED_SECONDS:g}")
        if self.clip_kind not in SHOTS:
            raise ValueError(f"clip {self.key}: kind is one of {', '.join(SHOTS)}, not {self.clip_kind!r}")
        if self.move is not None and self.move not in MOVES:
            raise ValueError(f"clip {self.key}: move is one of {', '.join(MOVES)}, not {self.move!r}")

    @property
    def longest(self) -> float | None:
        """Seconds that the clip may have."""
        return self.seconds


@dataclass(frozen=True)
class PhotoField(UploadField):
    """A photo."""

    kind: ClassVar[str] = "photo"


def said(named: Mapping[str, Any]) -> str:
    """What stands for a file where answers are shown: its name on the phone and its size."""
    size = megabytes(named["bytes"])
    return f"{named['from']}（{size}）" if named["from"] else size


def is_plain_file(path: Path) -> bool:
    """Whether it is a regular file, reached through no link below the folder that holds uploads/."""
    return path.is_file() and not path.is_symlink() and not path.parent.is_symlink()


def megabytes(size: int) -> str:
    """Bytes as people read them: 8.3 MB; never 0.0 MB, which looks like an empty file."""
    if size < 100_000:
        return "不到 0.1 MB"
    return f"{size / 1e6:.1f} MB" if size < 10_000_000 else f"{size / 1e6:.0f} MB"
