"""What arrived, checked before anything of it is opened: zips and folders, each as named streams.

A zip is somebody else's file. Its directory is read first and judged: number of entries, sizes,
compression ratio, links, absolute paths and `..`, names that occur twice, encodings. What is unsafe
is left out and said; an archive that can only be a bomb is refused whole. Nested archives are
carried along as files and never opened.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from nongju.printable import printable_line

MAX_ENTRIES = 5000
"""Entries in one archive: a hand-in has 5 to 50, a whole class in one zip about 2,000."""

MAX_TOTAL_BYTES = 2_000_000_000
"""Unpacked size of one archive: 20 hand-ins of the largest size that `hand-in` packs."""

MAX_RATIO = 200
"""Unpacked size over packed size; notebooks and answers reach 5 to 30, a bomb 1,000 and more."""

RATIO_FLOOR_BYTES = 20_000_000
"""Unpacked size below which the ratio does not matter: 20 MB hurt no PC."""

MAX_TEXT_BYTES = 50_000_000
"""Largest notebook, answers file or manifest that is read into memory."""

MAX_PATH = 200
"""Longest path inside an archive, in characters (Windows stops at 260 with the folders in front)."""

IGNORED_PARTS = frozenset({"__macosx", ".ipynb_checkpoints", ".git", "__pycache__"})
"""Folders that systems and editors add; nobody handed them in."""

IGNORED_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""Files that systems add."""

NESTED_SUFFIXES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
"""Archives inside an archive: kept as files, never opened."""

SHOWN_NAME = 40
"""Characters of a file's name in a sentence."""

UTF8_FLAG = 0x800
"""General purpose bit 11 of a zip entry: the name is UTF-8."""

ENCRYPTED_FLAG = 0x1
"""General purpose bit 0 of a zip entry: a password is needed."""


@dataclass(frozen=True)
class Arrival:
    """One zip or folder as it arrived.

    `sizes` holds every usable file by its path inside (forward slashes); `problems` are Chinese
    sentences on what is not usable. `refused` means that nothing inside may be used.
    """

    path: Path
    sizes: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    refused: bool = False
    entries: Mapping[str, str] = field(default_factory=dict, repr=False)

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """The file of this path inside, for reading."""
        if self.path.is_dir():
            with (self.path / self.entries[name]).open("rb") as stream:
                yield stream
        else:
            with zipfile.ZipFile(self.path) as archive:
                info = archive.infolist()[int(self.entries[name])]
                with archive.open(info) as unpacked:
                    yield cast("BinaryIO", unpacked)

    def read(self, name: str) -> bytes:
        """The bytes of a text file; empty when it is larger than any real one."""
        if self.sizes[name] > MAX_TEXT_BYTES:
            return b""
        with self.open(name) as stream:
            return stream.read(MAX_TEXT_BYTES + 1)


def open_arrival(path: Path) -> Arrival:
    """A zip or a folder, judged; a file that is neither is refused with a sentence."""
    if path.is_dir():
        return _folder(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _zip(path, archive)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zlib.error):
        return Arrival(path, problems=("压缩包打不开，可能没传完，请再传一次",), refused=True)


def entry_name(info: zipfile.ZipInfo) -> str:
    """The path of a zip entry with forward slashes.

    Windows' own "compressed folder" writes GBK without saying so, which zipfile reads as cp437:
    those bytes are tried as UTF-8, then as GB 18030.
    """
    name = info.orig_filename
    if not info.flag_bits & UTF8_FLAG:
        raw = name.encode("cp437", errors="replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _zip(path: Path, archive: zipfile.ZipFile) -> Arrival:
    infos = archive.infolist()
    if refusal := _refusal(infos):
        return Arrival(path, problems=(refusal,), refused=True)
    problems: list[str] = []
    sizes: dict[str, int] = {}
    entries: dict[str, str] = {}
    for index, info in enumerate(infos):
        name = entry_name(info)
        if name.endswith("/") or _ignored(name):
            continue
        if fault := _entry_fault(name, info) or _bomb_fault(info):
            problems.append(f"「{_short(name)}」{fault}，没有打开")
            continue
        name = str(PurePosixPath(name))
        if not _intact(archive, info):
            problems.append(f"「{_short(name)}」坏了，读不出来")
            continue
        if name in sizes:
            problems.append(f"「{_short(name)}」在压缩包里有两份，用了后一份")
        sizes[name] = info.file_size
        entries[name] = str(index)
    problems.extend(_nested(sizes))
    return Arrival(path, sizes, tuple(problems), entries=entries)


def _refusal(infos: list[zipfile.ZipInfo]) -> str | None:
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if len(infos) > MAX_ENTRIES:
        return f"压缩包里有 {len(infos)} 个文件，太多了，没有打开"
    if total > MAX_TOTAL_BYTES:
        return "压缩包展开后大得不正常，没有打开"
    if total > RATIO_FLOOR_BYTES and total > MAX_RATIO * max(packed, 1):
        return "压缩包小、展开后却极大，不像作业，没有打开"
    if any(info.flag_bits & ENCRYPTED_FLAG for info in infos):
        return "压缩包设了密码，打不开，请不设密码再交一次"
    return None


def _entry_fault(name: str, info: zipfile.ZipInfo) -> str | None:
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "不是普通文件"
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\0" in name:
        return "的路径跑到了文件夹外面"
    if len(name) > MAX_PATH:
        return "的路径太长"
    if any(ord(character) < 32 for character in name):
        return "的名字里有控制符"
    return None


def _bomb_fault(info: zipfile.ZipInfo) -> str | None:
    """Whether one entry unpacks to far more than it was: a large clip beside it hides that in the sum."""
    if info.file_size > RATIO_FLOOR_BYTES and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        return "压得太小、展开极大"
    return None


def _intact(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether the entry unpacks to the size and checksum that it declares."""
    try:
        with archive.open(info) as stream:
            while stream.read(1 << 20):
                pass
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, zlib.error):
        return False
    return True


def _folder(path: Path) -> Arrival:
    problems: list[str] = []
    sizes: dict[str, int] = {}
    entries: dict[str, str] = {}
    for found in sorted(path.rglob("*")):
        name = found.relative_to(path).as_posix()
        if _ignored(name) or (found.is_dir() and not found.is_symlink()):
            continue
        if found.is_symlink() or not found.is_file():
            problems.append(f"「{_short(name)}」不是普通文件，没有打开")
            continue
        sizes[name] = found.stat().st_size
        entries[name] = name
        if len(sizes) > MAX_ENTRIES:
            return Arrival(path, problems=(f"文件夹里的文件超过 {MAX_ENTRIES} 个，没有打开",), refused=True)
    problems.extend(_nested(sizes))
    return Arrival(path, sizes, tuple(problems), entries=entries)


def _nested(names: Mapping[str, int]) -> Iterator[str]:
    for name in names:
        if name.casefold().endswith(NESTED_SUFFIXES):
            yield f"里面还有压缩包「{_short(name)}」，没有打开"


def _ignored(name: str) -> bool:
    parts = [part.casefold() for part in PurePosixPath(name).parts]
    if not parts or not IGNORED_PARTS.isdisjoint(parts):
        return True
    return parts[-1] in IGNORED_NAMES or parts[-1].startswith("._")


def _short(name: str) -> str:
    return printable_line(name, SHOWN_NAME)
