"""From received/ to submitted/: exactly one whole hand-in a learner for nbgrader, whatever arrived.

Each arrival, hand-in and choice is handled apart: whatever goes wrong with one, the rest is collected, the
bad one is named, and a person is asked. Nothing is lost: received/ keeps files as they came, and a folder in
submitted/ that collecting did not make is moved beside it before it is replaced. Running it again changes
nothing unless something new arrived.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from nongju.classroom.collecting.decisions import Decision, read_decisions
from nongju.classroom.collecting.latest import Choice, choose
from nongju.classroom.collecting.owner import Shown, Whose, scene_of, whose
from nongju.classroom.collecting.received import arrivals_in, keep
from nongju.classroom.collecting.record import Collected, LearnerRecord, Stray, write_record
from nongju.classroom.collecting.staging import Delivery, deliver, prepare
from nongju.classroom.collecting.submission import Submission, TooManyError, all_parcels, parcels_in
from nongju.classroom.collecting.uploads import declared_pairs, shared_uploads
from nongju.course.archive import Archive, open_arrival, release_archives
from nongju.course.layout import Course, Release
from nongju.course.notes import read_notes
from nongju.course.roster import Roster
from nongju.failures import of_this_pc

Progress = Callable[[int, int], None]
"""Called with arrivals done and arrivals in all."""

BROKE = "收的时候出了意外（{what}），先留着没有批。请学员再交一次；还是这样，把它发给管程序的人"
NO_WORK = "里面没有这一周的作业。请学员交 nongju hand-in 打的 zip"
PACK_AGAIN = "请学员用 nongju hand-in 重新打包再交"
MOST_PROBLEMS = 3
"""What is said of an arrival in which there is nothing to collect."""

OTHER_WEEK = "是另一周（{weeks}）的作业，就运行：nongju collect 周次 再收一次"
WAS_THERE = "submitted 里本来就有，照样批"
NOT_HANDED_IN = "没有交"


@dataclass
class _Sorted:
    """Hand-ins by learner with what is known of each, and what belongs to nobody on the list."""

    submissions: dict[str, list[Submission]] = field(default_factory=lambda: defaultdict(list))
    owners: dict[Submission, Whose] = field(default_factory=dict)
    strays: list[Stray] = field(default_factory=list)


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
        OSError: this PC: a full disk, a folder that is read-only. What was collected before stays.
    """
    release = course.release(week)
    received = course.folder("received", week)
    left = keep(paths, received, [path.name for path in release.folder.rglob("*") if path.is_file()]).left
    decisions = read_decisions(course, week)
    try:
        found = _sort(arrivals_in(received), release, week, roster, decisions, accept_unknown, progress)
        records = _delivered(found, course, release, roster, decisions, now or datetime.now(UTC))
    finally:
        release_archives()
    for folder in sorted((course.root / "submitted").glob(f"*/{week}")):
        if folder.parent.name not in records and read_notes(folder) is None:
            name = folder.parent.name
            records[name] = LearnerRecord(name, "collected", sentences=(WAS_THERE,))
    for person in roster:
        records.setdefault(person.id, LearnerRecord(person.id, "missing", sentences=(NOT_HANDED_IN,)))
    everybody = tuple(records[one] for one in sorted(records))
    collected = Collected(week, everybody, (*found.strays, *left))
    write_record(collected, course)
    return collected


def received_parcels(course: Course, week: str) -> list[Submission]:
    """Every hand-in of the week that lies in received/, whoever's it is."""
    release = course.release(week)
    found: list[Submission] = []
    for path in arrivals_in(course.folder("received", week)):
        with _apart(path.name, path, []):
            found += parcels_in(open_arrival(path), week, release.notebooks)
    return found


def _sort(
    arrived: Sequence[Path],
    release: Release,
    week: str,
    roster: Roster,
    decisions: dict[str, Decision],
    accept_unknown: bool,
    progress: Progress | None,
) -> _Sorted:
    found = _Sorted()
    for number, path in enumerate(arrived, start=1):
        with _apart(path.name, path, found.strays):
            arrival = open_arrival(path)
            try:
                submissions = parcels_in(arrival, week, release.notebooks)
            except TooManyError as error:
                arrival = replace(arrival, problems=(str(error),), refused=True)
                submissions = []
            if not submissions:
                found.strays.append(Stray(path.name, None, _nothing_in(arrival, week, release)))
            for submission in submissions:
                with _apart(submission.where, path, found.strays):
                    owner = whose(submission, roster, decisions, accept_unknown=accept_unknown)
                    if owner.learner is None:
                        found.strays.append(Stray(submission.where, owner.stated, owner.reason))
                    else:
                        found.submissions[owner.learner].append(submission)
                        found.owners[submission] = owner
        if progress is not None:
            progress(number, len(arrived))
    return found


def _nothing_in(arrival: Archive, week: str, release: Release) -> str:
    """Why an arrival holds no hand-in of the week, and what to do."""
    if arrival.problems:
        told = "；".join(arrival.problems[:MOST_PROBLEMS])
        return told if "请" in told else f"{told}。{PACK_AGAIN}"
    weeks = {submission.other_week for submission in all_parcels(arrival, week, release.notebooks)}
    known = sorted(one for one in weeks if one)
    return OTHER_WEEK.format(weeks="、".join(known)[:80]) if known else NO_WORK


def _delivered(
    found: _Sorted,
    course: Course,
    release: Release,
    roster: Roster,
    decisions: dict[str, Decision],
    now: datetime,
) -> dict[str, LearnerRecord]:
    """Everybody's record by id; what could be given to nbgrader lies in submitted/."""
    records: dict[str, LearnerRecord] = {}
    choices: dict[str, Choice] = {}
    doubted = {submission for submission, owner in found.owners.items() if owner.doubts}
    for learner, submissions in found.submissions.items():
        with _person_asked(learner, submissions, records):
            aside = {where for one in decisions.values() if one.learner == learner for where in one.over}
            choices[learner] = choose(submissions, now, doubted, aside)
    chosen = {learner: choice.submission for learner, choice in choices.items()}
    pairs = declared_pairs(chosen, roster)
    shared = shared_uploads(chosen, pairs)
    (course.root / "submitted").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=course.root / "submitted", prefix=".collecting-") as temporary:
        for learner, choice in sorted(choices.items()):
            owner, submissions = found.owners[choice.submission], found.submissions[learner]
            with _person_asked(learner, submissions, records):
                shown = scene_of(choice.submission, learner, roster, pairs, decided=owner.decided)
                # what a person decided is said, and asks nobody again
                doubts = (*owner.doubts, *(() if owner.decided else shown.doubts), *shared.get(learner, ()))
                said = (*owner.said, *(shown.doubts if owner.decided else ()))
                delivery = prepare(choice.submission, release, Path(temporary) / learner, doubts, said, shown)
                record = _record(learner, submissions, choice, delivery, shown)
                if delivery.gradable:
                    deliver(delivery, record, course, choice.submission.week)
                records[learner] = record
    return records


@contextmanager
def _apart(where: str, path: Path, strays: list[Stray]) -> Iterator[None]:
    """Whatever one arrival leads to is named, and the others go on; only this PC's own faults stop all."""
    try:
        yield
    except Exception as error:
        if isinstance(error, OSError) and of_this_pc(error, path):
            raise
        strays.append(Stray(where, None, BROKE.format(what=type(error).__name__)))


@contextmanager
def _person_asked(
    learner: str, submissions: Sequence[Submission], records: dict[str, LearnerRecord]
) -> Iterator[None]:
    """As `_apart`, for a learner's hand-ins: a person is asked; what nbgrader was given before stays."""
    try:
        yield
    except Exception as error:
        if isinstance(error, OSError) and of_this_pc(error, submissions[0].arrival.path):
            raise
        files = tuple(sorted(submission.where for submission in submissions))
        said = (BROKE.format(what=type(error).__name__),)
        records[learner] = LearnerRecord(learner, "unusable", files=files, sentences=said, needs_person=True)


def _record(
    learner: str, submissions: Sequence[Submission], choice: Choice, delivery: Delivery, shown: Shown
) -> LearnerRecord:
    return LearnerRecord(
        learner=learner,
        status="collected" if delivery.gradable else "unusable",
        chosen=choice.submission.where,
        created=choice.submission.created.isoformat(),
        files=tuple(sorted(submission.where for submission in submissions)),
        sentences=(*choice.sentences, *delivery.sentences),
        needs_person=choice.doubtful or delivery.needs_person or not delivery.gradable,
        scene=shown.scene,
    )
