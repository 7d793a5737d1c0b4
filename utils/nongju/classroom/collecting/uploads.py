"""Files in a hand-in's uploads/: which go on to grading, and what is said of them.

Only photos and clips go on, by name and size; whatever else lies there stays in received/. formgrader serves
the files of a hand-in inside the instructor's own session, so a page or a script must not get that far. What
a clip shows, and whether it is one, is found out at grading.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nongju.answers.uploads.transfer import MAX_BYTES, SUFFIXES, sniffed_head
from nongju.classroom.collecting.answersfile import NamedUpload
from nongju.classroom.collecting.submission import Submission
from nongju.clips.file.sameness import clip_digest, photo_digest
from nongju.course.archive import SHOWN_NAME
from nongju.course.roster import Roster
from nongju.printable import printable_line

MEDIA_SUFFIXES = frozenset(
    {suffix for kinds in SUFFIXES.values() for suffix in kinds.values()} | {".jpeg", ".heic", ".m4a", ".mp3"}
)
"""Names that go on to grading, in small letters."""

FOLDER = "uploads/"

HEAD_BYTES = 4096
"""Bytes in which a file says what it is."""

NOT_MEDIA = "「{name}」不是照片或视频，留在 received 里，没有拿去批"
TOO_BIG = "「{name}」超过 100 MB，留在 received 里，没有拿去批"
TOO_DEEP = "「{name}」不在 uploads 的最上面一层，没有拿去批"
MISSING = "{key} 记的文件「{name}」没有一起交来"
CHANGED = "{key} 的文件和学员当初存的不一样"
OTHER_KIND = "{key} 的文件不像{kind}"
NEAR_BYTES, NEAR_SHARE = 65_536, 0.01
"""How far the sizes of two files may be apart that may show the same: a header, something appended."""

SHARED = "{key} 和「{other}」交的是同一个文件，请问一下"
KINDS = {"clip": "视频", "photo": "照片"}


@dataclass(frozen=True)
class Judged:
    """The uploads that go on, by their name in the learner's folder; Chinese sentences; who must look."""

    names: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    needs_person: bool = False


def judge_uploads(submission: Submission) -> Judged:
    """What goes on of a hand-in's uploads, and what is doubtful about it."""
    names: list[str] = []
    said: list[str] = []
    for name in sorted(name for name in submission.files if name.startswith(FOLDER)):
        fault = _fault(submission, name)
        if fault:
            said.append(fault.format(name=_short(name)))
        else:
            names.append(name)
    doubts = [sentence for one in named(submission) for sentence in _doubts(submission, one, names)]
    return Judged(tuple(names), (*said, *doubts), bool(doubts))


def named(submission: Submission) -> tuple[NamedUpload, ...]:
    """The files that the answers name; none when the answers cannot be read."""
    return submission.look.uploads if submission.look is not None and submission.look.usable else ()


def shared_uploads(
    submissions: Mapping[str, Submission], pairs: Collection[frozenset[str]] = ()
) -> dict[str, tuple[str, ...]]:
    """Sentences for each learner whose file somebody else handed in, too.

    Arguments:
        submissions: the hand-in that counts, by learner.
        pairs: learners who work together; what they share is meant.
    """
    files: list[_Handed] = []
    for learner, submission in submissions.items():
        with suppress(Exception):  # a file that cannot be read is named where it is delivered
            files += _handed(learner, submission)
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for one, content in zip(files, _contents(files), strict=True):
        for known in {one.digest, content or one.digest}:
            owners[known].setdefault(one.learner, one.key)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for shown_by in owners.values():
        for learner, key in shown_by.items():
            for other in sorted(shown_by):
                if other != learner and frozenset({learner, other}) not in pairs:
                    found[learner][SHARED.format(key=key, other=other)] = None
    return {learner: tuple(said) for learner, said in found.items()}


@dataclass(frozen=True)
class _Handed:
    """A file that an answer names, as it was handed in."""

    learner: str
    key: str
    kind: str
    submission: Submission
    name: str
    digest: str

    @property
    def size(self) -> int:
        return self.submission.arrival.sizes[self.submission.files[self.name]]


def _handed(learner: str, submission: Submission) -> list[_Handed]:
    named_files = [(one, f"{FOLDER}{one.file}") for one in named(submission)]
    return [
        _Handed(learner, one.key, one.kind, submission, name, submission.digests[name])
        for one, name in named_files
        if name in submission.digests
    ]


def _contents(files: Sequence[_Handed]) -> list[str | None]:
    """What each file shows, where somebody else's is about as large; the others are not looked into."""
    return [
        _content(one)
        if any(
            other.learner != one.learner
            and (other.kind, other.digest != one.digest) == (one.kind, True)
            and abs(other.size - one.size) <= NEAR_BYTES + NEAR_SHARE * one.size
            for other in files
        )
        else None
        for one in files
    ]


def _content(one: _Handed) -> str | None:
    digest_of = clip_digest if one.kind == "clip" else photo_digest
    with suppress(Exception), tempfile.TemporaryDirectory(prefix="nongju-") as folder:
        copy = Path(folder) / f"file{PurePosixPath(one.name).suffix}"
        with one.submission.arrival.open(one.submission.files[one.name]) as source, copy.open("wb") as sink:
            shutil.copyfileobj(source, sink, 1 << 20)
        found = digest_of(copy)
        return None if found is None else f"{one.kind} {found}"
    return None


def declared_pairs(submissions: Mapping[str, Submission], roster: Roster) -> frozenset[frozenset[str]]:
    """Pairs that the roster declares, or both hand-ins: one learner's word alone makes no pair."""
    listed = {frozenset({person.id, person.pair}) for person in roster if person.pair}
    return frozenset({*listed, *_declared(submissions)})


def _declared(submissions: Mapping[str, Submission]) -> Iterator[frozenset[str]]:
    stated = {
        learner: frozenset(submission.look.pair)
        for learner, submission in submissions.items()
        if submission.look is not None and learner in submission.look.pair
    }
    for learner, pair in stated.items():
        if all(stated.get(member) == pair for member in pair):
            yield pair | {learner}


def _fault(submission: Submission, name: str) -> str:
    """Why a file stays behind; "" for one that goes on."""
    if "/" in name.removeprefix(FOLDER):
        return TOO_DEEP
    if PurePosixPath(name).suffix.casefold() not in MEDIA_SUFFIXES:
        return NOT_MEDIA
    return TOO_BIG if submission.arrival.sizes[submission.files[name]] > MAX_BYTES else ""


def _doubts(submission: Submission, one: NamedUpload, names: Collection[str]) -> Iterator[str]:
    name = f"{FOLDER}{one.file}"
    if name not in names:
        yield MISSING.format(key=one.key, name=_short(one.original or one.file))
        return
    if submission.digests[name] != one.sha256:
        yield CHANGED.format(key=one.key)
    with submission.arrival.open(submission.files[name]) as stream:
        head = stream.read(HEAD_BYTES)
    if sniffed_head(head) not in SUFFIXES[one.kind]:
        yield OTHER_KIND.format(key=one.key, kind=KINDS[one.kind])


def _short(name: str) -> str:
    return printable_line(name.removeprefix(FOLDER), SHOWN_NAME)
