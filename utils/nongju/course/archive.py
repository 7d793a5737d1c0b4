"""What arrived, checked before anything of it is opened: zips, folders and single files, as named streams.

A zip is somebody else's file: its directory is read first and judged (`nongju.course.zipentries`). What is
unsafe is left out and said; an archive that can only be a bomb is refused whole. Nested archives are carried
along as files and never opened.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from nongju.course.boundedjson import BoundsError, read_json
from nongju.course.layout import ANSWERS_NAME
from nongju.course.zipentries import MAX_ENTRIES, bomb_fault, entry_fault, entry_name, is_intact, refusal
from nongju.printable import printable_line





MAX_TEXT_BYTES = 20_000_000
"""Largest notebook or answers file that is read into memory: ten times one with pictures in its outputs."""

MAX_PROBLEMS = 20
"""What is said of one arrival; the rest is counted."""



IGNORED_PARTS = frozenset({"__macosx", ".ipynb_checkpoints", ".git", "__pycache__"})
"""Folders that systems and editors add; nobody handed them in."""

IGNORED_NAMES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""Files that systems add."""

NESTED_SUFFIXES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
"""Archives inside an archive: kept as files, never opened."""

ANSWERS_FORMAT = "nongju-answers"
"""What an answers file says that it is; its shape is `nongju.answers.schema`'s."""

OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"(\xb5/\xfd")
"""How rar, 7z, gzip, bzip2, xz and zstd begin."""

PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"\x1aE\xdf\xa3", b"RIFF", b"ID3")
"""How photos, clips and recordings begin, beside those with "ftyp" inside."""

MEDIA = frozenset({".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif", ".mp4", ".mov", ".webm", ".mkv",
                   ".m4a", ".mp3", ".wav", ".amr", ".avi", ".3gp"})  # fmt: skip
"""Names of photos, clips and recordings."""

DOCUMENTS = frozenset({".docx", ".xlsx", ".pptx", ".apk", ".jar", ".epub", ".odt", ".ods", ".whl"})
"""Files that are zips inside and no hand-in."""

NO_HAND_IN = "不是作业。请学员交 nongju hand-in 打的 zip"
OPENS_NOT = "压缩包打不开，可能没传完，请再传一次"

SHOWN_NAME = 40
"""Characters of a file's name in a sentence."""




@dataclass(frozen=True)
class Archive:
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
        """The file of this path inside, for reading; it ends where its size said."""
        entry = self.entries[name]
        if self.path.is_dir():
            with (self.path / entry).open("rb") as stream:
                yield stream
        elif not entry:
            with self.path.open("rb") as stream:
                yield stream
        else:
            archive = _archive(self.path, self.path.stat().st_mtime_ns)
            with archive.open(archive.infolist()[int(entry)]) as unpacked:
                yield cast("BinaryIO", unpacked)

    def read(self, name: str, most: int = MAX_TEXT_BYTES) -> bytes:
        """The bytes of a text file; empty when it is larger than any real one."""
        if self.sizes[name] > most:
            return b""
        with self.open(name) as stream:
            raw = stream.read(most + 1)
        return raw if len(raw) <= most else b""


def open_arrival(path: Path) -> Archive:
    """What arrived, judged: a zip, a folder, an answers file or a notebook; anything else is refused.

    Never raises: whatever an archive leads its reader to is said as a sentence.
    """
    try:
        kind = path.lstat().st_mode
        if stat.S_ISDIR(kind):
            return _folder(path)
        if not stat.S_ISREG(kind):
            return _refused(path, "不是普通文件，没有打开。请学员把压缩包本身再交一次")
        if not zipfile.is_zipfile(path):
            return _single(path)
        with zipfile.ZipFile(path) as archive:
            return _zip(path, archive)
    except Exception:  # a reader of archives raises whatever the damaged byte leads it to
        return _refused(path, OPENS_NOT)


def release_archives() -> None:
    """Closes what `Archive.open` kept open, so that Windows lets the files be moved."""
    _archive.cache_clear()


@lru_cache(maxsize=2)
def _archive(path: Path, _changed: int) -> zipfile.ZipFile:
    """An opened zip, kept for its next file: its directory may take longer to read than the file."""
    return zipfile.ZipFile(path)


def _refused(path: Path, sentence: str) -> Archive:
    return Archive(path, problems=(sentence,), refused=True)


def _single(path: Path) -> Archive:
    """A notebook or an answers file that came without a folder around it."""
    size = path.stat().st_size
    name = printable_line(path.name)
    if path.suffix.casefold() == ".ipynb":
        return Archive(path, {name: size}, entries={name: ""})
    if path.suffix.casefold() == ".json" and is_answers(path):
        return Archive(path, {ANSWERS_NAME: size}, entries={ANSWERS_NAME: ""})
    return _refused(path, what_to_do(path))


def is_answers(path: Path) -> bool:
    """Whether a file is somebody's answers, whatever it is called now."""
    try:
        if path.stat().st_size > MAX_TEXT_BYTES:
            return False
        data = read_json(path.read_bytes(), deepest=None, halves=True)
    except (OSError, BoundsError):
        return False
    return isinstance(data, dict) and data.get("format") == ANSWERS_FORMAT


def what_to_do(path: Path) -> str:
    """What is said of a file that holds no hand-in which can be read, by what its bytes are."""
    try:
        with path.open("rb") as stream:
            head = stream.read(16)
    except OSError:
        return "读不出来。插好 U 盘，看看是不是别的程序正占着，再收一次"
    if not head:
        return "是空文件，没有传过来。请再传一次"
    suffixes = [suffix.casefold() for suffix in path.suffixes]
    if (head.startswith(b"PK") or ".zip" in suffixes) and not set(suffixes[-1:]) & DOCUMENTS:
        return OPENS_NOT
    if head.startswith(OTHER_ARCHIVES) or suffixes[-1:] in ([".rar"], [".7z"], [".gz"], [".tar"]):
        return "这种压缩包打不开。请解开，再收解开的文件夹；或请学员重新交 nongju hand-in 打的 zip"
    if head.startswith(PICTURES) or head[4:8] == b"ftyp" or set(suffixes[-1:]) & MEDIA:
        return "单独的照片或视频，不知道是哪道题的。请学员在练习纸里选好，重新打包再交"
    return NO_HAND_IN




def _zip(path: Path, archive: zipfile.ZipFile) -> Archive:
    infos = archive.infolist()
    if sentence := refusal(infos, path.stat().st_size):
        return _refused(path, sentence)
    problems: list[str] = []
    sizes: dict[str, int] = {}
    entries: dict[str, str] = {}
    for index, info in enumerate(infos):
        name = entry_name(info)
        if name.endswith("/") or _ignored(name):
            continue
        if fault := entry_fault(name, info) or bomb_fault(info):
            problems.append(f"「{_short(name)}」{fault}，没有打开")
            continue
        name = printable_line(PurePosixPath(name))
        if not is_intact(archive, info):
            problems.append(f"「{_short(name)}」坏了，读不出来")
            continue
        if name in sizes:
            problems.append(f"「{_short(name)}」在压缩包里有两份，用了后一份")
        sizes[name] = info.file_size
        entries[name] = str(index)
    return _judged(path, sizes, entries, problems)


def _judged(path: Path, sizes: dict[str, int], entries: dict[str, str], problems: list[str]) -> Archive:
    """The arrival without what cannot stand beside the rest, and with no more problems than anybody reads."""
    folders = {str(parent) for name in sizes for parent in PurePosixPath(name).parents}
    for name in folders & sizes.keys():
        problems.append(f"「{_short(name)}」又是文件又是文件夹，文件没有用")
        del sizes[name], entries[name]
    problems.extend(_nested(sizes))
    if len(problems) > MAX_PROBLEMS:
        problems[MAX_PROBLEMS:] = [f"还有 {len(problems) - MAX_PROBLEMS} 处这样的"]
    return Archive(path, sizes, tuple(problems), entries=entries)










def _folder(path: Path) -> Archive:
    problems: list[str] = []
    sizes: dict[str, int] = {}
    entries: dict[str, str] = {}
    seen = 0
    for here, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not _ignored(name))
        for raw in sorted([*names, *(one for one in folders if Path(here, one).is_symlink())]):
            found = Path(here, raw)
            name = found.relative_to(path).as_posix()
            if _ignored(name):
                continue
            seen += 1
            if seen > MAX_ENTRIES:
                return _refused(
                    path, f"文件夹里的文件超过 {MAX_ENTRIES} 个，没有打开。请分开收，一人一个文件夹"
                )
            mode = found.lstat().st_mode
            if not stat.S_ISREG(mode):
                problems.append(f"「{_short(name)}」不是普通文件，没有打开")
                continue
            shown = printable_line(name)  # a name need not be UTF-8, and may steer a terminal
            sizes[shown], entries[shown] = found.lstat().st_size, name
    return _judged(path, sizes, entries, problems)


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
