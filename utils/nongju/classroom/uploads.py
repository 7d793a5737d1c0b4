"""Files in a hand-in's uploads/: which go on to grading, and what is said of them.

Only photos and clips go on, by name and size; whatever else lies there stays in received/. formgrader serves
the files of a hand-in inside the instructor's own session, so a page or a script must not get that far. What
a clip shows, and whether it is one, is found out at grading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from nongju.answers.uploads import MAX_BYTES, SUFFIXES, sniffed_head
from nongju.classroom.answersfile import NamedUpload
from nongju.classroom.arrivals import SHOWN_NAME
from nongju.classroom.parcels import Parcel
from nongju.classroom.roster import Roster
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
SHARED = "{key} 和「{other}」交的是同一个文件，请问一下"
KINDS = {"clip": "视频", "photo": "照片"}


@dataclass(frozen=True)
class Judged:
    """The uploads that go on, by their name in the learner's folder; Chinese sentences; who must look."""

    names: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    needs_person: bool = False


def judge_uploads(parcel: Parcel) -> Judged:
    """What goes on of a hand-in's uploads, and what is doubtful about it."""
    names: list[str] = []
    said: list[str] = []
    for name in sorted(name for name in parcel.files if name.startswith(FOLDER)):
        fault = _fault(parcel, name)
        if fault:
            said.append(fault.format(name=_short(name)))
        else:
            names.append(name)
    doubts = [sentence for one in named(parcel) for sentence in _doubts(parcel, one, names)]
    return Judged(tuple(names), (*said, *doubts), bool(doubts))


def named(parcel: Parcel) -> tuple[NamedUpload, ...]:
    """The files that the answers name; none when the answers cannot be read."""
    return parcel.look.uploads if parcel.look is not None and parcel.look.usable else ()


def shared_uploads(
    parcels: Mapping[str, Parcel], pairs: Collection[frozenset[str]] = ()
) -> dict[str, tuple[str, ...]]:
    """Sentences for each learner whose file somebody else handed in, too.

    Arguments:
        parcels: the hand-in that counts, by learner.
        pairs: learners who work together; what they share is meant.
    """
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for learner, parcel in parcels.items():
        for one in named(parcel):
            digest = parcel.digests.get(f"{FOLDER}{one.file}")
            if digest is not None:
                owners[digest].setdefault(learner, one.key)
    declared = {*pairs}
    found: dict[str, list[str]] = defaultdict(list)
    for shown_by in owners.values():
        for learner, key in shown_by.items():
            for other in sorted(shown_by):
                if other != learner and frozenset({learner, other}) not in declared:
                    found[learner].append(SHARED.format(key=key, other=other))
    return {learner: tuple(said) for learner, said in found.items()}


def declared_pairs(parcels: Mapping[str, Parcel], roster: Roster) -> frozenset[frozenset[str]]:
    """Pairs that the roster declares, or both hand-ins: one learner's word alone makes no pair."""
    listed = {frozenset({person.id, person.pair}) for person in roster if person.pair}
    return frozenset({*listed, *_declared(parcels)})


def _declared(parcels: Mapping[str, Parcel]) -> Iterator[frozenset[str]]:
    stated = {
        learner: frozenset(parcel.look.pair)
        for learner, parcel in parcels.items()
        if parcel.look is not None and learner in parcel.look.pair
    }
    for learner, pair in stated.items():
        if all(stated.get(member) == pair for member in pair):
            yield pair | {learner}


def _fault(parcel: Parcel, name: str) -> str:
    """Why a file stays behind; "" for one that goes on."""
    if "/" in name.removeprefix(FOLDER):
        return TOO_DEEP
    if PurePosixPath(name).suffix.casefold() not in MEDIA_SUFFIXES:
        return NOT_MEDIA
    return TOO_BIG if parcel.arrival.sizes[parcel.files[name]] > MAX_BYTES else ""


def _doubts(parcel: Parcel, one: NamedUpload, names: Collection[str]) -> Iterator[str]:
    name = f"{FOLDER}{one.file}"
    if name not in names:
        yield MISSING.format(key=one.key, name=_short(one.original or one.file))
        return
    if parcel.digests[name] != one.sha256:
        yield CHANGED.format(key=one.key)
    with parcel.arrival.open(parcel.files[name]) as stream:
        head = stream.read(HEAD_BYTES)
    if sniffed_head(head) not in SUFFIXES[one.kind]:
        yield OTHER_KIND.format(key=one.key, kind=KINDS[one.kind])


def _short(name: str) -> str:
    return printable_line(name.removeprefix(FOLDER), SHOWN_NAME)
