"""Files that a learner adds: taken into uploads/ whole or not at all, under a name of ours.

A copy from a slow stick or over the browser goes into a part file, continues where it stopped, and is moved
into place by `os.replace` only after its digest is known. What a file is called on the phone never becomes a
name on disk.
"""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from nongju.answers.kinds.upload import FOLDER, megabytes
from nongju.errors import NongjuError

MAX_BYTES = 100_000_000
"""Largest file: WeChat and nbgrader's exchange both stop at 100 MB."""

BLOCK = 1 << 20
"""Bytes that are copied at a time: a progress line moves twice a second even on a USB 1 stick."""

PART_SECONDS = 7 * 24 * 3600
"""Age at which an unfinished copy is given up: the next evening at the centre may be a week away."""

SUFFIXES = {
    "clip": {"mp4": ".mp4", "mov": ".mov", "webm": ".webm", "mkv": ".mkv"},
    "photo": {"jpg": ".jpg", "png": ".png", "webp": ".webp"},
}
"""What each kind of field takes, by the content that `sniffed` finds: never by a file's own suffix."""

HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
"""Brands of still pictures in an ISO container, which phones save under "高效"."""

HEADS = (
    (b"\xff\xd8\xff", 0, "jpg"),
    (b"\x89PNG\r\n\x1a\n", 0, "png"),
    *((box, 4, "mov") for box in (b"moov", b"mdat", b"wide", b"free", b"skip")),
)
"""How a file of one kind begins, and at which byte; QuickTime files of old phones have no brand."""

EMPTY = "这个文件是空的，可能还在云盘里。在手机上点开它，再传一次。"
TOO_BIG = "这个文件有 {size}，最多 100 MB。拍短一点，或者改成 1080P。"
NOT_CLIP = "这个文件不是视频。回手机相册，选那段视频再传。"
NOT_PHOTO = "这个文件不是照片。选 JPG 或 PNG 的照片。"
PHOTO_FOR_CLIP = "这是一张照片，不是视频。回相册选视频再传。"
CLIP_FOR_PHOTO = "这是一段视频，不是照片。拍一张照片再选。"
HEIC = "这张是「高效」格式，这里打不开。手机里存成 JPG，或者截个图再传。"
DISK_FULL = "电脑的硬盘满了，放不下。叫老师来看看。"
READ_STOPPED = "拷到一半断了。手机或 U 盘插稳，再点一次，会接着拷。"
GONE = "这个文件找不到了。手机或 U 盘还插着吗？再点「找一找」。"
NOT_WRITTEN = "这个文件夹写不进去。叫老师来看看。"


class TransferError(NongjuError):
    """A file was not taken; the text is a Chinese sentence for the learner."""


class Transfer:
    """A file on its way into uploads/.

    Arguments:
        folder: the learner's folder of the week.
        identity: what tells this file from another one (name, size, time): the same one continues.
        size: bytes that it will have.

    Raises:
        TransferError: it is empty or too large, or uploads/ cannot be written.
    """

    def __init__(self, folder: Path, identity: str, size: int) -> None:
        if size <= 0:
            raise TransferError(EMPTY)
        if size > MAX_BYTES:
            raise TransferError(TOO_BIG.format(size=megabytes(size)))
        self.folder, self.size = uploads_of(folder), size
        key = hashlib.sha256(f"{identity}\n{size}".encode("utf-8", "replace")).hexdigest()[:24]
        self.part = self.folder / f".{key}.part"
        self._drop_stale()
        if self.done > size:
            self.abandon()

    @property
    def done(self) -> int:
        """Bytes that are here already."""
        try:
            return 0 if self.part.is_symlink() else self.part.stat().st_size
        except FileNotFoundError:
            return 0

    def add(self, at: int, piece: bytes) -> int:
        """Put a piece behind what is here; returns how much is here then.

        A piece that does not begin where the file ends, or goes beyond its size, is left out: the sender
        reads from the returned number where to go on.

        Raises:
            TransferError: it cannot be written.
        """
        done = self.done
        if at != done or done + len(piece) > self.size:
            return done
        try:
            with self.part.open("ab") as stream:
                stream.write(piece)
        except OSError as error:
            raise TransferError(DISK_FULL if error.errno == errno.ENOSPC else NOT_WRITTEN) from error
        return done + len(piece)

    def copy(
        self, source: Path, progress: Callable[[int], None], stopped: Callable[[], bool] = lambda: False
    ) -> None:
        """Read the file from where the part file ends; an interrupted copy goes on at the next call.

        Arguments:
            source: on a stick, a phone, or the PC.
            progress: told the bytes that are here.
            stopped: asked after each block whether to leave.

        Raises:
            TransferError: the source went away, or the disk is full; what was copied stays.
        """
        try:
            with source.open("rb") as stream:
                if not self._continues(stream.read, stream.seek):
                    self.abandon()
                stream.seek(self.done)
                while self.done < self.size and not stopped():
                    piece = stream.read(min(BLOCK, self.size - self.done))
                    if not piece:
                        raise TransferError(READ_STOPPED)
                    progress(self.add(self.done, piece))
        except FileNotFoundError as error:
            raise TransferError(GONE) from error
        except OSError as error:
            raise TransferError(READ_STOPPED) from error

    def finish(self) -> None:
        """Have the whole file on the disk and not only in memory.

        Raises:
            TransferError: it is not whole.
        """
        if self.done != self.size:
            raise TransferError(READ_STOPPED)
        try:
            with self.part.open("rb+") as stream:
                os.fsync(stream.fileno())
        except OSError as error:
            raise TransferError(NOT_WRITTEN) from error

    def place(self, name: str) -> Path:
        """Move the file into place, over one of that name.

        Raises:
            TransferError: it cannot be moved.
        """
        target = self.folder / name
        try:
            self.part.replace(target)
        except OSError as error:
            raise TransferError(NOT_WRITTEN) from error
        return target

    def abandon(self) -> None:
        """Forget what was copied."""
        with suppress(OSError):
            self.part.unlink(missing_ok=True)

    def _continues(self, read: Callable[[int], bytes], seek: Callable[[int], object]) -> bool:
        """Whether the last block that is here is what the source says at that place."""
        done = self.done
        length = min(BLOCK, done)
        seek(done - length)
        with self.part.open("rb") if done else open(os.devnull, "rb") as here:  # noqa: PTH123
            here.seek(done - length if done else 0)
            return read(length) == here.read(length)

    def _drop_stale(self) -> None:
        """Removes unfinished copies that nobody came back for."""
        for part in self.folder.glob(".*.part"):
            with suppress(OSError):
                if part != self.part and time.time() - part.stat().st_mtime > PART_SECONDS:
                    part.unlink()


def uploads_of(folder: Path) -> Path:
    """The folder uploads/ of a learner, made if it is missing.

    Raises:
        TransferError: it is a link or a file, or cannot be made.
    """
    uploads = folder / FOLDER
    try:
        uploads.mkdir(exist_ok=True)
    except OSError as error:
        raise TransferError(NOT_WRITTEN) from error
    if uploads.is_symlink() or not uploads.is_dir():
        raise TransferError(NOT_WRITTEN)
    return uploads


def sniffed(path: Path) -> str:
    """What a file is by its first bytes: mp4, mov, webm, mkv, jpg, png, webp, heic, or "" for others."""
    with path.open("rb") as stream:
        return sniffed_head(stream.read(4096))


def sniffed_head(head: bytes) -> str:
    """As `sniffed`, for the first bytes of a file (4,096 are plenty)."""
    if head[4:8] == b"ftyp":
        if head[8:12] in HEIC_BRANDS:
            return "heic"
        return "mov" if head[8:12] == b"qt  " else "mp4"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "webm" if b"webm" in head[:64] else "mkv"
    if head[:4] == b"RIFF":
        return "webp" if head[8:12] == b"WEBP" else ""
    return next((kind for start, at, kind in HEADS if head[at:].startswith(start)), "")


def suffix_for(kind: str, path: Path) -> str:
    """The suffix under which a field of this kind keeps the file.

    Raises:
        TransferError: the field does not take such a file.
    """
    found = sniffed(path)
    if found in SUFFIXES[kind]:
        return SUFFIXES[kind][found]
    if kind == "clip":
        raise TransferError(PHOTO_FOR_CLIP if found in {"jpg", "png", "webp", "heic"} else NOT_CLIP)
    if found == "heic":
        raise TransferError(HEIC)
    raise TransferError(CLIP_FOR_PHOTO if found else NOT_PHOTO)
