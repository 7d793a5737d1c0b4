"""Whose a hand-in is, and from whose id its scenes were drawn.

What stands inside comes before what a file is called; a person's decision comes before either. An id that is
on no list is never taken for another in silence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from nongju.answers.session import seed
from nongju.classroom.collecting.decisions import Decision
from nongju.classroom.collecting.submission import Submission
from nongju.course.identity import fault_of_id, normalise_id
from nongju.course.likeness import alike, written_otherwise
from nongju.course.roster import Roster

GIVE = 'nongju collect {week} --as {learner} "{where}"'
"""The command by which a person gives a hand-in to a learner."""

NOBODYS = "看不出是谁的。知道是谁的，就运行：{give}"
UNLISTED = "编号「{learner}」不在名单上，先留着没有批。{maybe}知道是谁的，就运行：{give}"
MAYBE = "{typed} 可能是 {likely}。"
TAKEN_FOR = "{typed} 可能是 {learner}，先算 {learner} 的。请定下来（不对就换成对的编号）：{give}"
BY_NAME = "里面没写编号，是按文件名认的人"
OTHER_ID = "里面写的编号是「{stated}」，名单上没有；按文件名算「{learner}」的"
OTHERS_NAME = "文件名写的是「{named}」，里面写的是「{learner}」"
OTHERS_ANSWERS = "答案属于另一位学员（「{other}」填的）。是本人做的，就运行：{give}"
GHOST = "答案里写和「{partner}」一起做，名单和对方的作业都没这么说，按一个人的题批"
ON_THEIR_SCENE = "做的是编号「{shown}」的题，就按那些题批"
UNSIGNED = "做的时候没写是谁，题里的数可能是别人的"
GIVEN = "老师说这份是「{learner}」的"


@dataclass(frozen=True)
class Whose:
    """The learner of a hand-in, and what is doubtful about it.

    `learner` is None when nobody can be told; `reason` then says so, with what to do, and `stated` is the id
    inside. `said` needs no person. `decided` means that a person gave it to the learner.
    """

    learner: str | None
    doubts: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    reason: str = ""
    stated: str | None = None
    decided: bool = False


@dataclass(frozen=True)
class Shown:
    """From whose id the scenes of a hand-in are drawn when it is marked.

    `scene` is None for the learner's own, or the pair's; `pair` whether a pair in it counts.
    """

    scene: str | None = None
    pair: bool = True
    doubts: tuple[str, ...] = ()


def whose(
    submission: Submission, roster: Roster, decisions: Mapping[str, Decision], *, accept_unknown: bool = False
) -> Whose:
    """The learner of a hand-in: as decided, the manifest's, the answers', else by file name and roster."""
    decided = decisions.get(submission.where)
    if decided is not None:
        return Whose(decided.learner, said=(GIVEN.format(learner=decided.learner),), decided=True)
    stated = stated_id(submission)
    named = by_name(submission, roster)
    if stated is None and named is not None:
        return Whose(named, (BY_NAME, *_foreign(submission, named)))
    if stated is None:
        return Whose(None, reason=NOBODYS.format(give=give(submission)))
    if len(roster) and stated not in roster:
        return _unlisted(submission, roster, stated, named, accept_unknown=accept_unknown)
    mates = (None, stated, *(submission.look.pair if submission.look else ()))
    other = (OTHERS_NAME.format(named=named, learner=stated),) if named not in mates else ()
    return Whose(stated, (*other, *_foreign(submission, stated)))


def _unlisted(
    submission: Submission, roster: Roster, stated: str, named: str | None, *, accept_unknown: bool
) -> Whose:
    """The learner of a hand-in with an id that is not on the roster; `named` is who its file's name names."""
    if named is not None:
        doubt = OTHER_ID.format(stated=stated, learner=named)
        return Whose(named, (doubt, *_foreign(submission, named, stated)))
    likely = written_otherwise(stated, roster)
    if likely is not None:
        doubt = TAKEN_FOR.format(typed=stated, learner=likely.id, give=give(submission, likely.id))
        return Whose(likely.id, (doubt, *_foreign(submission, likely.id, stated)))
    if accept_unknown:
        return Whose(stated, ("不在名单上", *_foreign(submission, stated)))
    found = " 或 ".join(one.id for one in alike(stated, roster))
    maybe = MAYBE.format(typed=stated, likely=found) if found else ""
    return Whose(
        None, reason=UNLISTED.format(learner=stated, maybe=maybe, give=give(submission)), stated=stated
    )


def stated_id(submission: Submission) -> str | None:
    """The id inside that can be a folder's name: the manifest's, else the answers'."""
    said = submission.manifest.get("learner")
    for learner in (
        normalise_id(said) if isinstance(said, str) else None,
        submission.look and submission.look.learner,
    ):
        if learner and not fault_of_id(learner):
            return learner
    return None


def scene_of(
    submission: Submission, learner: str, roster: Roster, pairs: Collection[frozenset[str]], *, decided: bool
) -> Shown:
    """Whose scenes the learner saw, where the roster, or a person, leaves no doubt about it.

    Arguments:
        submission: the hand-in that counts.
        learner: whose it is.
        roster: the class.
        pairs: those that the roster, or both hand-ins, declare.
        decided: whether a person said that it is this learner's.
    """
    look = submission.look
    if look is None or not look.usable:
        return Shown()
    if look.learner is None:
        return Shown(doubts=(UNSIGNED,) if look.filled else ())
    members = tuple(sorted(look.pair)) if len(set(look.pair)) == 2 else ()
    ghost = bool(members) and frozenset(members) not in pairs
    pair = (members[0], members[1]) if members and not ghost else None
    if learner == look.learner or (pair is not None and learner in pair):
        partner = next((one for one in members if one != learner), "")
        return Shown(None, not ghost, (GHOST.format(partner=partner),) if ghost else ())
    free = bool(len(roster)) and look.learner not in roster and not fault_of_id(look.learner)
    if not (free or decided):
        return Shown(None, not ghost)
    return Shown(seed(look.learner, pair), not ghost, (ON_THEIR_SCENE.format(shown=look.learner),))


def give(submission: Submission, learner: str = "编号") -> str:
    """The command that gives a hand-in to a learner."""
    return GIVE.format(week=submission.week, learner=learner, where=submission.where)


def by_name(submission: Submission, roster: Roster) -> str | None:
    """The one learner of the roster whose id or name stands in the path; None when none or several do."""
    arrived = submission.arrival.path
    path = PurePosixPath(arrived.name if arrived.is_dir() else arrived.stem) / submission.root
    for part in reversed(path.parts):
        text = normalise_id(part)
        by_id = {learner.id for learner in roster if _stands_in(learner.id, text)}
        longest = {one for one in by_id if not any(one != other and one in other for other in by_id)}
        matches = longest or {learner.id for learner in roster if learner.name and learner.name in part}
        if len(matches) == 1:
            return matches.pop()
        if matches:
            return None
    return None


def _foreign(submission: Submission, learner: str, stated: str | None = None) -> tuple[str, ...]:
    """What is said where the answers are another learner's; `stated` is an id taken for the learner's own."""
    look = submission.look
    if look is None or look.belongs_to(learner) or look.learner == stated:
        return ()
    return (OTHERS_ANSWERS.format(other=look.learner, give=give(submission, learner)),)


def _stands_in(learner: str, text: str) -> bool:
    """Whether the id occurs in the text and is not a part of a longer word or number."""
    edge = r"[0-9a-z]"
    return re.search(rf"(?<!{edge}){re.escape(learner)}(?!{edge})", text) is not None
