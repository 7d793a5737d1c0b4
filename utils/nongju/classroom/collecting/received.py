"""Keeping what arrived: received/<week>/ holds every zip and folder unchanged, each once.

Files are recognised by content, so giving the same stick twice adds nothing; a different file of the
same name gets a number. Nothing here is ever removed by collecting.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nongju.classroom.collecting.handin import MANIFEST_NAME, UPLOADS
from nongju.classroom.collecting.record import Stray
from nongju.course.archive import DOCUMENTS, is_answers, what_to_do
from nongju.course.layout import ANSWERS_NAME
from nongju.course.zipentries import MAX_ENTRIES, MAX_TOTAL_BYTES
from nongju.failures import of_this_pc

MAX_DEPTH = 12
"""Folders below a given one in which hand-ins are looked for."""

MAX_SEEN = 50_000
"""Files that are looked at in all: whoever gives a whole disk hears so."""

MAX_NAMED = 100
"""Things left behind that are named one by one; the rest is counted."""

IGNORED_PREFIXES = (".", "~$", "._")
"""Names that systems and editors use for files of their own."""

IGNORED = frozenset({"thumbs.db", "desktop.ini", "__macosx", "__pycache__", "system volume information",
                     "$recycle.bin"})  # fmt: skip
"""Further such names, in small letters."""

NOT_THERE = "找不到。看看名字打对了没有，U 盘插好了没有"
NOT_READ = "读不出来，没有收。插好 U 盘，看看是不是别的程序正占着，再收一次"
NOT_PLAIN = "不是普通的文件或文件夹，没有收。请学员把压缩包本身再交一次"
TOO_DEEP = "文件夹套得太深，里面的没有看。请把里面的文件夹直接给 nongju collect"
TOO_LARGE = "太大了，没有收。请分开收，一人一个"
SAME = "和「{name}」一模一样，收一份就够了，不用管"
NOTHING = "里面没有作业。请学员交 nongju hand-in 打的 zip"
MORE, MORE_TOO = "还有 {count} 样", "也没有收"
TOO_MUCH = "东西太多，后面的没有看。请只给放作业的文件夹"


@dataclass
class Kept:
    """What came of keeping: names that are new in received/, and what was left behind with what to do."""

    new: list[str] = field(default_factory=list)
    named: list[Stray] = field(default_factory=list)
    more: int = 0

    @property
    def left(self) -> list[Stray]:
        """What was left behind; beyond MAX_NAMED it is only counted."""
        return [*self.named, *([Stray(MORE.format(count=self.more), None, MORE_TOO)] if self.more else [])]

    def leave(self, path: Path, sentence: str) -> None:
        """Names what is not taken."""
        if len(self.named) < MAX_NAMED:
            self.named.append(Stray(path.name, None, sentence))
        else:
            self.more += 1


def keep(paths: Iterable[Path], received: Path, known_files: Collection[str] = ()) -> Kept:
    """Copies hand-ins into the received folder, each apart from the others.

    Arguments:
        paths: zips, a learner's folder, or a folder (a stick) that holds several of either.
        received: received/<week>.
        known_files: names of files that a release gives out, which nobody needs to hear of.

    Raises:
        OSError: this side cannot be written: a full disk, a folder that is read-only.
    """
    received.mkdir(parents=True, exist_ok=True)
    kept = Kept()
    known = {}
    for path in arrivals_in(received):
        try:
            known[content_digest(path)] = path.name
        except OSError:
            continue  # opening it says what is wrong
    given_now: dict[str, str] = {}
    walk = _Walk(kept, frozenset(name.casefold() for name in known_files))
    for given in paths:
        for one in walk.hand_ins(given):
            try:
                if one.path.resolve().is_relative_to(received.resolve()):
                    continue
                digest = one.digest()
                if digest in given_now:
                    kept.named.append(
                        Stray(one.path.name, None, SAME.format(name=given_now[digest]), asks=False)
                    )
                    continue
                given_now[digest] = one.path.name
                if digest not in known:
                    known[digest] = _copied(one, received)
                    kept.new.append(known[digest])
            except OSError as error:
                if of_this_pc(error, one.path):
                    raise
                kept.leave(one.path, NOT_READ)
    return kept


def arrivals_in(received: Path) -> list[Path]:
    """Everything in a received folder that may be a hand-in, by name."""
    if not received.is_dir():
        return []
    return sorted(path for path in received.iterdir() if not _ignored(path.name))


def content_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, or of a folder's file names and bytes; of what is neither, of nothing.

    Raises:
        OSError: it cannot be read.
    """
    if not path.is_dir():
        return _file_digest(path)
    found = [one for one in path.rglob("*") if stat.S_ISREG(one.lstat().st_mode)]
    return _digest_of({one.relative_to(path).as_posix(): one for one in found})


def _digest_of(files: dict[str, Path]) -> str:
    total = hashlib.sha256()
    for name, path in sorted(files.items(), key=lambda item: Path(item[0])):
        total.update(os.fsencode(name) + f"\n{_file_digest(path)}\n".encode())  # a name need not be UTF-8
    return total.hexdigest()


def _file_digest(path: Path) -> str:
    total = hashlib.sha256()
    if stat.S_ISREG(path.stat().st_mode):
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
    return total.hexdigest()


@dataclass(frozen=True)
class _HandIn:
    """A file, or those files of a folder that are a hand-in, by their name in it."""

    path: Path
    name: str
    files: dict[str, Path] | None = None

    def digest(self) -> str:
        return _file_digest(self.path) if self.files is None else _digest_of(self.files)


@dataclass
class _Walk:
    """Looks through what was given; whatever is neither a hand-in nor a system's file is named."""

    kept: Kept
    known: frozenset[str]
    seen: int = 0

    def hand_ins(self, given: Path) -> Iterator[_HandIn]:
        try:
            path = given.resolve()
            kind = path.stat().st_mode
        except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL
            self.kept.leave(given, NOT_THERE)
            return
        if stat.S_ISDIR(kind):
            yield from self._below(path, path.name, 0, quiet=False)
        elif stat.S_ISREG(kind):
            yield _HandIn(path, path.name)
        else:
            self.kept.leave(path, NOT_PLAIN)

    def _below(self, path: Path, name: str, depth: int, *, quiet: bool) -> Iterator[_HandIn]:
        """As `_folder`; a folder without anything is named, too."""
        before = len(self.kept.named), self.kept.more
        found = False
        for one in self._folder(path, name, depth, quiet=quiet):
            found = True
            yield one
        if not (found or quiet) and before == (len(self.kept.named), self.kept.more):
            self.kept.leave(path, NOTHING)

    def _folder(self, path: Path, name: str, depth: int, *, quiet: bool) -> Iterator[_HandIn]:
        """Hand-ins at or below a folder, each with the name it is kept under (the folders it lay in).

        A notebook that lies among zips hides none of them: each is a hand-in of its own.
        """
        try:
            children = sorted(one for one in path.iterdir() if not _ignored(one.name))
            kinds = {one: one.lstat().st_mode for one in children}
        except OSError:
            self.kept.leave(path, NOT_READ)
            return
        self.seen += len(children)
        if self.seen > MAX_SEEN:
            if self.seen - len(children) <= MAX_SEEN:
                self.kept.leave(path, TOO_MUCH)
            return
        if depth > MAX_DEPTH:
            self.kept.leave(path, TOO_DEEP)
            return
        own = {one.name: one for one in children if stat.S_ISREG(kinds[one]) and _belongs(one)}
        zips = {one for one in children if stat.S_ISREG(kinds[one]) and _is_zip(one)}
        whole = ANSWERS_NAME in own or MANIFEST_NAME in own
        whole = whole or (not zips and any(map(_is_notebook, own.values())))
        alone = {} if whole else {key for key, one in own.items() if _is_notebook(one) or is_answers(one)}
        if whole:
            yield from self._whole(path, name, own)
        for child in children:
            if stat.S_ISDIR(kinds[child]):
                if not (whole and child.name == UPLOADS):
                    below = f"{name}-{child.name}" if depth else child.name
                    yield from self._below(child, below, depth + 1, quiet=quiet or whole)
            elif not stat.S_ISREG(kinds[child]):
                self.kept.leave(child, NOT_PLAIN)
            elif child.name in alone or child in zips:
                yield _HandIn(child, child.name)
            elif not (child.name in own and whole) and not (quiet or child.name.casefold() in self.known):
                self.kept.leave(child, what_to_do(child))

    def _whole(self, path: Path, name: str, own: dict[str, Path]) -> Iterator[_HandIn]:
        files = dict(own)
        for found in sorted((path / UPLOADS).rglob("*")) if (path / UPLOADS).is_dir() else []:
            mode = found.lstat().st_mode
            if stat.S_ISREG(mode):
                files[found.relative_to(path).as_posix()] = found
            elif not stat.S_ISDIR(mode):
                self.kept.leave(found, NOT_PLAIN)
        too_many = len(files) > MAX_ENTRIES
        if too_many or sum(one.lstat().st_size for one in files.values()) > MAX_TOTAL_BYTES:
            self.kept.leave(path, TOO_LARGE)
            return
        yield _HandIn(path, name, files)


def _belongs(path: Path) -> bool:
    return path.suffix.casefold() in (".ipynb", ".json")


def _is_notebook(path: Path) -> bool:
    return path.suffix.casefold() == ".ipynb"


def _is_zip(path: Path) -> bool:
    """Whether a file says that it is a zip, by name or by its first bytes, whatever it is called."""
    if path.suffix.casefold() in DOCUMENTS:
        return False
    if path.suffix.casefold() == ".zip":
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    except OSError:
        return False


def _ignored(name: str) -> bool:
    return name.startswith(IGNORED_PREFIXES) or name.casefold() in IGNORED


def _copied(one: _HandIn, received: Path) -> str:
    """Copies beside the target first, so that a stick pulled out leaves no half hand-in; returns its name."""
    target = _free_name(received, one.name)
    with tempfile.TemporaryDirectory(dir=received, prefix=".keeping-") as temporary:
        copy = Path(temporary) / "copy"
        if one.files is None:
            shutil.copy2(one.path, copy)
        else:
            copy.mkdir()
            for name, path in one.files.items():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, copy / name)
        copy.replace(target)
    return target.name


def _free_name(received: Path, name: str) -> Path:
    target, number = received / name, 2
    while target.exists():
        stem, dot, suffix = name.rpartition(".")
        target = received / (f"{stem}~{number}.{suffix}" if dot and stem else f"{name}~{number}")
        number += 1
    return target
