"""From received/ to submitted/: exactly one whole hand-in a learner for nbgrader, whatever arrived.

Damage never stops the class, and nothing is lost: received/ keeps every file as it came, and a
folder in submitted/ that collecting did not make is moved beside it before it is replaced. Running it
again changes nothing unless something new arrived.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nongju.classroom.arrivals import open_arrival
from nongju.classroom.choosing import Choice, choose
from nongju.classroom.course import Course, Release
from nongju.classroom.delivery import Delivery, deliver, prepare
from nongju.classroom.notes import read_notes
from nongju.classroom.parcels import Parcel, parcels_in, whose
from nongju.classroom.received import arrivals_in, keep
from nongju.classroom.record import Collected, LearnerRecord, Stray, write_record
from nongju.classroom.roster import Roster
from nongju.classroom.uploads import shared_uploads

Progress = Callable[[int, int], None]
"""Called with arrivals done and arrivals in all."""


@dataclass(frozen=True)
class _Sorted:
    """Parcels by learner with the doubts about each, and what belongs to nobody on the list."""

    parcels: dict[str, list[Parcel]]
    doubts: dict[Parcel, tuple[str, ...]]
    strays: list[Stray]


def collect(
    course: Course,
    week: str,
    paths: Iterable[Path] = (),
    *,
    roster: Roster,
    accept_unknown: bool = False,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> Collected:
    """Collects one week and writes submitted/ and the record that the report reads.

    Arguments:
        course: the course folder.
        week: folder name of the week.
        paths: zips or folders to take in, beside those that lie in received/<week>/ already.
        roster: the class; an empty one accepts everybody.
        accept_unknown: take hand-ins of ids that are not on the roster.
        now: the collector's time (UTC); None is the clock.
        progress: told after each arrival.

    Raises:
        CourseError: the week was never released.
        FileNotFoundError: one of the paths does not exist.
    """
    release = course.release(week)
    received = course.folder("received", week)
    keep(paths, received)
    found = _sort(arrivals_in(received), release, week, roster, accept_unknown, progress)
    moment = now or datetime.now(UTC)
    records: dict[str, LearnerRecord] = {}
    (course.root / "submitted").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=course.root / "submitted", prefix=".collecting-") as temporary:
        choices = {learner: choose(parcels, moment) for learner, parcels in found.parcels.items()}
        pairs = [frozenset({person.id, person.pair}) for person in roster if person.pair]
        shared = shared_uploads({learner: choice.parcel for learner, choice in choices.items()}, pairs)
        for learner in sorted(choices):
            parcels, choice = found.parcels[learner], choices[learner]
            doubts = (*found.doubts[choice.parcel], *shared.get(learner, ()))
            delivery = prepare(choice.parcel, release, Path(temporary) / learner, doubts)
            records[learner] = _record(learner, parcels, choice, delivery)
            if delivery.gradable:
                deliver(delivery, records[learner], course, week)
    for folder in sorted((course.root / "submitted").glob(f"*/{week}")):
        if folder.parent.name not in records and read_notes(folder) is None:
            name = folder.parent.name
            records[name] = LearnerRecord(name, "collected", sentences=("submitted 里本来就有，照样批",))
    for person in roster:
        records.setdefault(person.id, LearnerRecord(person.id, "missing", sentences=("没有交",)))
    collected = Collected(week, tuple(records[one] for one in sorted(records)), tuple(found.strays))
    write_record(collected, course)
    return collected


def _sort(
    arrived: Sequence[Path],
    release: Release,
    week: str,
    roster: Roster,
    accept_unknown: bool,
    progress: Progress | None,
) -> _Sorted:
    found = _Sorted(defaultdict(list), {}, [])
    for number, path in enumerate(arrived, start=1):
        arrival = open_arrival(path)
        parcels = parcels_in(arrival, week, release.notebooks)
        if not parcels:
            reason = "、".join(arrival.problems) or "里面没有这一周的作业"
            found.strays.append(Stray(path.name, None, reason))
        for parcel in parcels:
            owner = whose(parcel, roster)
            if owner.learner is None:
                found.strays.append(Stray(parcel.where, None, "看不出是谁的，请在文件名里写上编号再收一次"))
            elif len(roster) and owner.learner not in roster and not accept_unknown:
                found.strays.append(
                    Stray(parcel.where, owner.learner, f"编号「{owner.learner}」不在名单上，先留着没有批")
                )
            else:
                unlisted = ("不在名单上",) if len(roster) and owner.learner not in roster else ()
                found.parcels[owner.learner].append(parcel)
                found.doubts[parcel] = (*unlisted, *owner.doubts)
        if progress is not None:
            progress(number, len(arrived))
    return found


def _record(learner: str, parcels: Sequence[Parcel], choice: Choice, delivery: Delivery) -> LearnerRecord:
    return LearnerRecord(
        learner=learner,
        status="collected" if delivery.gradable else "unusable",
        chosen=choice.parcel.where,
        created=choice.parcel.created.isoformat(),
        files=tuple(sorted(parcel.where for parcel in parcels)),
        sentences=(*choice.sentences, *delivery.sentences),
        needs_person=choice.doubtful or delivery.needs_person or not delivery.gradable,
    )
