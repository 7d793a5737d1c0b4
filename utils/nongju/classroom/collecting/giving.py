"""Giving hand-ins to a learner by a person's word: `nongju collect --as ID FILE`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from nongju.classroom.collecting.collect import received_parcels
from nongju.classroom.collecting.decisions import Decision, read_decisions, write_decisions
from nongju.classroom.collecting.owner import whose
from nongju.classroom.collecting.received import content_digest, keep
from nongju.classroom.collecting.submission import Submission
from nongju.course.identity import fault_of_id, normalise_id
from nongju.course.layout import Course
from nongju.course.likeness import alike
from nongju.course.roster import Roster
from nongju.errors import NongjuError
from nongju.printable import printable_line

NOT_LISTED = "编号「{learner}」不在名单上。{maybe}新来的先加进名单，或加上 --accept-unknown。"
WHICH = "「{name}」里有 {count} 份作业，说清是哪一份：{places}。"
NOT_FOUND = "没有收到过「{name}」，也找不到这个文件。照 nongju collect 显示的名字写。"
NO_FILES = "写上是哪一份：nongju collect 周次 --as 编号 文件。"


class GivingError(NongjuError):
    """Nothing was given; the message is a Chinese sentence that says what to write instead."""


def give(
    course: Course, week: str, learner: str, files: Iterable[Path], roster: Roster, *, accept_unknown: bool
) -> list[Path]:
    """Keeps the files and decides that they are the learner's, and count before what arrived so far.

    Arguments:
        course: the course folder.
        week: folder name of the week.
        learner: whose they are.
        files: paths, or names under which collecting showed them ("class.zip › 003").
        roster: the class.
        accept_unknown: whether the id need not be on the roster.

    Returns:
        the paths that are no names: collecting takes them in.

    Raises:
        GivingError: nobody of that id, no such file, or several hand-ins in one.
        CourseError: the week was never released.
    """
    who = normalise_id(learner)
    if fault := fault_of_id(who):
        raise GivingError(f"编号「{learner}」不能用：{fault}。")
    if len(roster) and who not in roster and not accept_unknown:
        likely = " 或 ".join(one.id for one in alike(who, roster))
        raise GivingError(NOT_LISTED.format(learner=who, maybe=f"{who} 可能是 {likely}。" if likely else ""))
    given = list(files)
    if not given:
        raise GivingError(NO_FILES)
    there = [path for path in given if path.exists()]
    keep(there, course.folder("received", week))
    submissions = received_parcels(course, week)
    decisions = read_decisions(course, week)
    for path in given:
        chosen = _meant(path, submissions)
        theirs = (
            other.where
            for other in submissions
            if other is not chosen and whose(other, roster, decisions, accept_unknown=True).learner == who
        )
        for one in decisions.values():  # what counted by an earlier decision gives way to this one
            if one.learner == who and chosen.where in one.over:
                over = tuple(where for where in one.over if where != chosen.where)
                decisions = {**decisions, one.where: replace(one, over=over)}
        decisions[chosen.where] = Decision(chosen.where, who, tuple(sorted(theirs)))
    write_decisions(decisions, course, week)
    return there


def _meant(path: Path, submissions: list[Submission]) -> Submission:
    """The one hand-in that a path or a shown name means."""
    shown = printable_line(path).strip()
    found = [submission for submission in submissions if submission.where == shown]
    if not found:
        name = printable_line(path.name)
        digest = content_digest(path) if path.is_file() else ""
        found = [
            submission
            for submission in submissions
            if printable_line(submission.arrival.path.name) == (name if not digest else "")
            or (
                digest
                and submission.arrival.path.is_file()
                and content_digest(submission.arrival.path) == digest
            )
        ]
    if not found:
        raise GivingError(NOT_FOUND.format(name=printable_line(path.name)))
    if len(found) > 1:
        places = "；".join(f"「{submission.where}」" for submission in found[:8])
        raise GivingError(WHICH.format(name=shown, count=len(found), places=places))
    return found[0]
