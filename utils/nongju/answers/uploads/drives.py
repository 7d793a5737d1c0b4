"""Where a learner's clips and photos are: a plugged-in phone or stick first, then the PC's own folders.

A stick may hold a whole life of photos, so the walk is bounded in depth, entries and time; what it finds is
sorted by when it was taken, the newest first.
"""

from __future__ import annotations

import os
import string
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nongju.answers.kinds.upload import megabytes

SUFFIXES = {
    "clip": (".mp4", ".mov", ".m4v", ".3gp", ".mkv", ".webm"),
    "photo": (".jpg", ".jpeg", ".png", ".webp", ".heic"),
}
"""Names that are listed; what a file really is, is found out when it is taken."""

MOST = 12
"""Files that are shown: two rows of six thumbnails, more is a search and not a look."""

MAX_DEPTH = 4
"""Folders below a place: DCIM/Camera/2026-11 is three."""

MAX_ENTRIES = 20_000
"""Directory entries that are read of one place; a phone's camera folder holds up to some thousands."""

MAX_SECONDS = 3.0
"""Seconds for one place: a slow stick reads about 2,000 entries a second."""

OWN_FOLDERS = {
    "桌面": ("Desktop", "桌面"),
    "下载": ("Downloads", "下载"),
    "视频": ("Videos", "视频"),
    "图片": ("Pictures", "图片"),
    "微信": ("Documents/WeChat Files", "文档/WeChat Files", "Documents/xwechat_files", "文档/xwechat_files"),
}
"""What a place is called, and the folders of the home folder that it may be, also as Linux names them."""

IGNORED = frozenset({"system volume information", "$recycle.bin", "lost.dir", "android", "node_modules"})
"""Folders of a phone or PC in which nobody keeps clips."""


@dataclass(frozen=True)
class Drive:
    """A folder to look in, how it is called, and whether it can be unplugged."""

    folder: Path
    name: str
    plugged_in: bool


@dataclass(frozen=True)
class Found:
    """A file that may be chosen."""

    path: Path
    place: str
    plugged_in: bool
    size: int
    modified: float
    """Seconds since 1970, as the file system says."""


def newest(kind: str, places: list[Drive] | None = None) -> list[Found]:
    """The newest files of a kind, those on plugged-in phones and sticks first; at most MOST.

    Arguments:
        kind: "clip" or "photo".
        places: where to look; None is this PC.
    """
    matches: dict[str, Found] = {}
    for place in places_of_this_pc() if places is None else places:
        for one in _walk(place, SUFFIXES[kind]):
            matches.setdefault(os.path.realpath(one.path), one)
    return sorted(matches.values(), key=lambda one: (not one.plugged_in, -one.modified, one.path.name))[:MOST]


def places_of_this_pc() -> list[Drive]:
    """Plugged-in drives, then the folders of who is logged in."""
    return [*_plugged_in(), *_own()]


def _plugged_in() -> Iterator[Drive]:
    if sys.platform == "win32":
        yield from _windows_drives()
        return
    user = os.environ.get("USER", "")
    for root in (Path("/media") / user, Path("/media"), Path("/run/media") / user, Path("/Volumes")):
        for folder in _folders_in(root):
            if folder.is_mount():
                yield Drive(folder, "U 盘", True)
    uid = os.getuid() if hasattr(os, "getuid") else 0
    for folder in _folders_in(Path(f"/run/user/{uid}/gvfs")):
        if folder.name.startswith(("mtp:", "gphoto2:", "afc:")):
            yield Drive(folder, "手机", True)


def _windows_drives() -> Iterator[Drive]:
    """Drive letters behind C:; one with a camera folder is called a phone's card."""
    for letter in string.ascii_uppercase[3:]:
        root = Path(f"{letter}:/")
        if root.exists():
            yield Drive(root, "手机或相机的卡" if (root / "DCIM").is_dir() else f"{letter} 盘", True)


def _own() -> Iterator[Drive]:
    home = Path.home()
    for name, folders in OWN_FOLDERS.items():
        for folder in folders:
            if (home / folder).is_dir():
                yield Drive(home / folder, name, False)


def _folders_in(root: Path) -> list[Path]:
    try:
        return sorted(one for one in root.iterdir() if one.is_dir() and not one.is_symlink())
    except OSError:
        return []


def _walk(place: Drive, suffixes: tuple[str, ...]) -> Iterator[Found]:
    """Files of these suffixes below a place, camera folders first, until a bound is reached."""
    left, late = MAX_ENTRIES, time.monotonic() + MAX_SECONDS
    waiting = [(place.folder, 0)]
    while waiting and left > 0 and time.monotonic() < late:
        folder, depth = waiting.pop(0)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    left -= 1
                    if left <= 0:
                        break
                    if entry.name.startswith((".", "~")) or entry.is_symlink():
                        continue
                    if entry.is_dir():
                        if depth < MAX_DEPTH and entry.name.casefold() not in IGNORED:
                            at = 0 if entry.name.upper() == "DCIM" else len(waiting)
                            waiting.insert(at, (Path(entry.path), depth + 1))
                    elif entry.name.casefold().endswith(suffixes):
                        status = entry.stat()
                        if status.st_size:
                            yield Found(
                                Path(entry.path),
                                place.name,
                                place.plugged_in,
                                status.st_size,
                                status.st_mtime,
                            )
        except OSError:  # pulled out, or not ours to read
            continue


def rows(files: Sequence[Found]) -> list[dict[str, Any]]:
    """A list of files as the browser shows it: a number to choose one by, name, place, time, size."""
    return [
        {
            "id": number,
            "name": one.path.name,
            "place": one.place,
            "when": _when(one.modified),
            "size": megabytes(one.size),
        }
        for number, one in enumerate(files)
    ]


def _when(seconds: float) -> str:
    """11月25日 10:32, in local time; empty for what no clock says."""
    try:
        moment = datetime.fromtimestamp(seconds).astimezone()
    except (OSError, OverflowError, ValueError):
        return ""
    return f"{moment.month}月{moment.day}日 {moment:%H:%M}"
