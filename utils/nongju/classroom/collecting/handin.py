"""Packing one learner's week into the zip that goes to the instructor, by message or on a stick.

The zip is named `<week>-<id>-<YYYYmmddTHHMMSS>.zip` and holds `nongju-hand-in.json` (below), the
notebooks of the folder, `answers.json` and the files of `uploads/` that an answer names:

    {"format": "nongju-hand-in", "version": 1, "week", "learner", "pair", "created",
     "release_digest", "files": {name: {"sha256", "bytes"}}}

`created` is local time with its offset; `learner` is the person who hands in, not whoever the
answers name; `release_digest` is null where the released week is not at hand.
Apart from the time the same folder always gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nongju.answers.copies import LITTER, is_copy
from nongju.answers.disk import renamed
from nongju.answers.kinds.upload import FOLDER
from nongju.classroom.collecting.answersfile import AnswersLook, look_at_answers
from nongju.course.identity import fault_of_id, normalise_id
from nongju.course.layout import ANSWERS_NAME, Release
from nongju.errors import NongjuError

MANIFEST_NAME = "nongju-hand-in.json"
"""The manifest inside a hand-in."""

MANIFEST_FORMAT = "nongju-hand-in"
"""Value of "format" in the manifest."""

MANIFEST_VERSION = 1
"""Version that this module writes, and the newest that collecting reads."""

MARK_SUFFIX = "-mark"
"""Ends the grade_id of a question's graded cell, as `nongju.building.vocabulary` names it."""

UPLOADS = FOLDER
"""The folder beside the notebooks that holds photos and clips, each directly in it."""

MAX_HAND_IN_BYTES = 100_000_000
"""Size of what goes into one hand-in: WeChat and nbgrader's exchange both stop at 100 MB a file."""

STORED_SUFFIXES = frozenset(
    {".mp4", ".mov", ".webm", ".mkv", ".m4a", ".mp3", ".jpg", ".jpeg", ".png", ".webp", ".zip"}
)
"""Files that are compressed already: packed as they are, which is faster on an old PC."""

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Earliest time that a zip entry can bear; a PC with a flat clock battery may say 1970."""


UNREADABLE_NOW = "答案文件现在读不出来，没有打包。过一会儿再交一次；一直这样，叫老师来看。"
UNREAD = "还有 {count} 处写了，没读懂：{blanks}。能改就打开练习纸改好再交一次；照样交了，老师会看。"
"""Said of answers that a machine cannot read: they are handed in as typed."""


class HandInError(NongjuError):
    """Nothing could be packed; the message is a Chinese sentence for the learner."""


@dataclass(frozen=True)
class HandIn:
    """One packed hand-in.

    `sentences` is what the learner should hear about it, `left_out` the uploads that did not fit.
    """

    path: Path
    learner: str
    sentences: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def hand_in(
    folder: Path,
    week: str,
    *,
    learner: str | None = None,
    destination: Path | None = None,
    release: Release | None = None,
    now: datetime | None = None,
) -> HandIn:
    """Packs a learner's folder of one week.

    Arguments:
        folder: holds the notebooks, answers.json and uploads/.
        week: the week's folder name.
        learner: who hands in; None takes the id that answers.json holds.
        destination: folder of the zip; None is the parent of `folder`.
        release: the released week when it is at hand; names missing notebooks.
        now: local time with an offset; None is the clock.

    Raises:
        HandInError: there is nothing to hand in, or nobody to hand it in for.
    """
    sentences: list[str] = []
    try:
        files = _files_of(folder, release)
        raw = files[ANSWERS_NAME].read_bytes() if ANSWERS_NAME in files else b""
    except OSError as error:
        raise HandInError(UNREADABLE_NOW) from error
    if ANSWERS_NAME in files and files[ANSWERS_NAME].name != ANSWERS_NAME:
        sentences.append(f"答案文件的名字变成了「{files[ANSWERS_NAME].name}」，照样交了。")
    if ANSWERS_NAME not in files and not any(name.endswith(".ipynb") for name in files):
        raise HandInError(f"「{folder.name}」里没有作业。请用 --folder 说出作业在哪个文件夹。")
    look = look_at_answers(raw, week) if ANSWERS_NAME in files else None
    if look is None:
        sentences.append("没有找到填写的答案。如果你填过，先打开练习纸看看答案还在不在，再交一次。")
    elif look.problem:
        sentences.append(f"{look.problem}。还是一起交了，请跟老师说一声。")
    who = normalise_id(learner) if learner else (look.learner if look else None)
    if not who:
        raise HandInError("不知道这是谁的作业。请用 --learner 写上你的编号。")
    if fault := fault_of_id(who):
        raise HandInError(f"编号「{who}」不能用：{fault}。")
    if look is not None and not look.belongs_to(who):
        sentences.append(
            f"这份答案是「{look.learner}」填的，你的编号是「{who}」。照样交了，老师会看到这句话。"
        )
    if look is not None and look.unread:
        sentences.append(UNREAD.format(count=len(look.unread), blanks="；".join(look.unread)))
    if release is not None:
        missing = [name for name in release.notebooks if name not in files]
        sentences.extend(f"少了练习纸 {name}，答案照样交了，老师那边会补上。" for name in missing)
    files, unread = _readable(files)
    sentences.extend(_unread(name, release) for name in unread)
    files, lost = _named_alone(files, look)
    lost = [name for name in lost if name not in unread]
    sentences.extend(f"「{name}」找不到了。打开练习纸再选一次，再交。" for name in lost)
    spare = _not_marked(files, look)
    files, left_out = _fitting(files, spare)
    if missed := [name for name in left_out if name not in spare]:
        names = _names_on_the_phone(missed, look)
        sentences.append(
            f"东西太大，超过 100 MB。这几个没有放进去：{'、'.join(names)}。"
            "其他的都交了，大文件请用 U 盘交给老师。"
        )
    created = (now or datetime.now().astimezone()).replace(microsecond=0)
    manifest = {
        "format": MANIFEST_FORMAT,
        "version": MANIFEST_VERSION,
        "week": week,
        "learner": who,
        "pair": list(look.pair) if look and look.pair else None,
        "created": created.isoformat(),
        "release_digest": release.digest if release is not None else None,
    }
    target = (destination or folder.resolve().parent) / f"{week}-{who}-{created:%Y%m%dT%H%M%S}.zip"
    try:
        write_hand_in(target, manifest, files, created)
    except OSError as error:
        raise HandInError(f"写不进「{target.parent}」。U 盘插好了吗，满了吗？换个地方用 --to。") from error
    return HandIn(target, who, tuple(sentences), tuple(left_out))


def write_hand_in(
    target: Path, manifest: dict[str, object], files: dict[str, Path], created: datetime
) -> None:
    """Writes the zip beside its place and moves it there, so that half a hand-in is never sent."""
    listed: dict[str, dict[str, object]] = {}
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with zipfile.ZipFile(temporary, "x") as packed:
            for name in sorted(files):
                listed[name] = _pack(packed, name, files[name], created)
            text = json.dumps({**manifest, "files": listed}, ensure_ascii=False, indent=1) + "\n"
            packed.writestr(_entry(MANIFEST_NAME, created), text.encode())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _pack(packed: zipfile.ZipFile, name: str, path: Path, created: datetime) -> dict[str, object]:
    entry = _entry(name, created)
    total, size = hashlib.sha256(), 0
    with path.open("rb") as source, packed.open(entry, "w", force_zip64=False) as sink:
        while block := source.read(1 << 20):
            total.update(block)
            size += len(block)
            sink.write(block)
    return {"sha256": total.hexdigest(), "bytes": size}


def _entry(name: str, created: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, max(created.timetuple()[:6], ZIP_EPOCH))
    stored = Path(name).suffix.casefold() in STORED_SUFFIXES
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same bytes from Windows and Linux
    entry.external_attr = 0o644 << 16
    return entry


def _files_of(folder: Path, release: Release | None) -> dict[str, Path]:
    """What a folder has to hand in, by name in the hand-in.

    Raises:
        HandInError: there is no such folder.
        OSError: it cannot be read just now.
    """
    if not folder.is_dir():
        raise HandInError(f"找不到文件夹「{folder}」。")
    names = sorted(path.name for path in folder.iterdir())
    found = {name: folder / name for name in _sheets(names, release)}
    if ANSWERS_NAME in names:
        found[ANSWERS_NAME] = folder / ANSWERS_NAME
    elif copy := renamed(folder, ""):
        found[ANSWERS_NAME] = copy
    for path in (folder / UPLOADS).rglob("*"):
        relative = path.relative_to(folder)
        if not any(part.startswith(".") for part in relative.parts):
            found[relative.as_posix()] = path
    return {name: path for name, path in found.items() if path.is_file() and not path.is_symlink()}


def _sheets(names: list[str], release: Release | None) -> list[str]:
    """The notebooks of the week: as released, or all that are nobody's copy, nor a stick's litter."""
    notebooks = [name for name in names if name.endswith(".ipynb") and not LITTER.match(name)]
    if release is not None:
        return [name for name in notebooks if name in release.notebooks]
    return [name for name in notebooks if not any(is_copy(name, other) for other in notebooks)]


def _readable(files: dict[str, Path]) -> tuple[dict[str, Path], list[str]]:
    """The files that can be read just now, and the names of the others."""
    found: dict[str, Path] = {}
    for name, path in files.items():
        with suppress(OSError), path.open("rb") as stream:
            stream.read(1)
            found[name] = path
    return found, [name for name in files if name not in found]


def _unread(name: str, release: Release | None) -> str:
    if name.endswith(".ipynb") and release is not None and name in release.notebooks:
        return f"练习纸 {name} 现在读不出来，答案照样交了，老师那边会补上。"
    return f"「{name}」现在读不出来，没有放进去。过一会儿再交一次。"


def _named_alone(files: dict[str, Path], look: AnswersLook | None) -> tuple[dict[str, Path], list[str]]:
    """The files without uploads that no answer names, and what answers name that is not there.

    Where the answers cannot be read everything goes along: nobody knows what was meant.
    """
    if look is None or not look.usable:
        return files, []
    named = {f"{UPLOADS}/{one.file}": one.original or one.file for one in look.uploads}
    kept = {name: path for name, path in files.items() if not name.startswith(f"{UPLOADS}/") or name in named}
    return kept, [original for name, original in named.items() if name not in kept]


def _names_on_the_phone(files: list[str], look: AnswersLook | None) -> list[str]:
    originals = {one.file: one.original for one in look.uploads} if look else {}
    return [originals.get(name) or name for name in files]


def _not_marked(files: dict[str, Path], look: AnswersLook | None) -> frozenset[str]:
    """Uploads that only blanks without a mark name, such as raw shots for practice; by name in uploads/."""
    marked: set[str] = set()
    for name, path in files.items():
        if name.endswith(".ipynb"):
            marked |= _marked_questions(path)
    uploads = look.uploads if look and marked else ()
    wanted = {one.file for one in uploads if one.key.partition(".")[0] in marked}
    return frozenset(one.file for one in uploads) - wanted


def _marked_questions(path: Path) -> set[str]:
    """Questions of a notebook that have a graded cell; none where it cannot be read."""
    try:
        cells = json.loads(path.read_bytes())["cells"]
        told = [cell["metadata"].get("nbgrader", {}) for cell in cells]
        return {str(one["grade_id"]).removesuffix(MARK_SUFFIX) for one in told if one.get("grade")}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return set()


def _fitting(files: dict[str, Path], spare: frozenset[str]) -> tuple[dict[str, Path], list[str]]:
    """The files that fit into one hand-in; left out first are spare uploads, then the largest ones."""
    kept = dict(files)
    sizes = {name: path.stat().st_size for name, path in files.items()}
    left_out: list[str] = []
    uploads = [name for name in files if name.startswith(f"{UPLOADS}/")]
    for name in sorted(uploads, key=lambda n: (n.removeprefix(f"{UPLOADS}/") not in spare, -sizes[n], n)):
        if sum(sizes[kept_name] for kept_name in kept) <= MAX_HAND_IN_BYTES:
            break
        del kept[name]
        left_out.append(name.removeprefix(f"{UPLOADS}/"))
    if sum(sizes[name] for name in kept) > MAX_HAND_IN_BYTES:
        raise HandInError("练习纸或答案文件大得不正常（超过 100 MB），请找老师看看。")
    return kept, left_out
