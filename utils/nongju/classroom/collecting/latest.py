"""Which of several hand-ins of one learner counts: the newest whole one, no mixture and no emptier one.

Clocks at the service centre can be years wrong (a flat battery on the board), so an order that the
times do not support is said aloud and left to the instructor.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from nongju.classroom.collecting.owner import give
from nongju.classroom.collecting.submission import Submission

EARLIEST = datetime(2024, 1, 1, tzinfo=UTC)
"""Before this course existed: an earlier time is a wrong clock."""

TOLERATED_FUTURE = timedelta(hours=26)
"""How far a hand-in may be ahead of the collector's clock: any time zone, and some drift."""


@dataclass(frozen=True)
class Choice:
    """The hand-in that counts, Chinese sentences about the choice, and whether its order is doubtful."""

    submission: Submission
    sentences: tuple[str, ...] = ()
    doubtful: bool = False


def choose(
    submissions: Sequence[Submission],
    now: datetime,
    doubted: Collection[Submission] = (),
    set_aside: Collection[str] = (),
) -> Choice:
    """The newest whole hand-in of one learner, unless an earlier one speaks against it.

    A hand-in with usable answers is whole; without any such, the newest one with a notebook counts. A newer
    one that is emptier, or about which it is doubtful whose it is, is asked about and not taken.

    Arguments:
        submissions: all of one learner's hand-ins, at least one.
        now: the collector's time (UTC), to recognise clocks that run ahead.
        doubted: those that may be somebody else's.
        set_aside: names of those over which a person chose another.
    """
    ordered = sorted(submissions, key=lambda p: (p.created, p.arrived, p.where))
    running = [submission for submission in ordered if submission.where not in set_aside] or ordered
    whole = [submission for submission in running if submission.usable_answers] or running
    sure = [submission for submission in whole if submission not in doubted] or whole
    chosen = _fullest(sure)
    sentences: list[str] = []
    wrong_clock = [
        submission for submission in running if not EARLIEST <= submission.created <= now + TOLERATED_FUTURE
    ]
    doubtful = False
    if len(ordered) > 1:
        sentences.append(f"交了 {len(ordered)} 份，用了 {_when(chosen)} 的「{chosen.where}」")
        if whole[-1] is not running[-1] and chosen is not running[-1]:
            sentences.append(f"更新的「{running[-1].where}」里答案读不出来，所以没有用")
        for later in whole[whole.index(chosen) + 1 :]:
            sentences.append(_passed_over(later, chosen, doubted))
            doubtful = True
        lost = max((len(_filled(one) - _filled(chosen)) for one in sure), default=0)
        if lost and not doubtful:
            sentences.append(f"先前交的里面有 {lost} 处，这一份里没有，请问一下学员")
            doubtful = True
        if bool(wrong_clock) or _order_differs(whole):
            sentences.append("几份的时间对不上，先后拿不准，请问一下学员哪份是最后的")
            doubtful = True
    if chosen in wrong_clock:
        sentences.append(f"电脑的时间不对（{_when(chosen)}）")
    return Choice(chosen, tuple(sentences), doubtful)


def _fullest(ordered: Sequence[Submission]) -> Submission:
    """The newest of those than which no other has more filled in."""
    most = max(len(_filled(submission)) for submission in ordered)
    return [submission for submission in ordered if len(_filled(submission)) == most][-1]


def _passed_over(later: Submission, chosen: Submission, doubted: Collection[Submission]) -> str:
    fewer, count = len(_filled(later)), len(_filled(chosen))
    why = "拿不准是不是本人交的" if later in doubted else f"填的少了（{fewer} 处，这份 {count} 处）"
    return f"更新的「{later.where}」{why}，没有用它。要用它，就运行：{give(later)}"


def _filled(submission: Submission) -> frozenset[str]:
    return submission.look.filled if submission.look is not None and submission.look.usable else frozenset()


def _order_differs(ordered: Sequence[Submission]) -> bool:
    """Whether two hand-ins were made at the same time, or the last one made is not the last that arrived."""
    if len(ordered) < 2:
        return False
    last, before = ordered[-1], ordered[-2]
    if last.created == before.created:
        return last.answers != before.answers
    return any(_arrived_later(submission, last) for submission in ordered[:-1])


def _arrived_later(submission: Submission, last: Submission) -> bool:
    """Whether a hand-in that says it is older was saved over a day later; less than a day tells nothing."""
    return submission.arrived - last.arrived > timedelta(days=1) and submission.created < last.created


def _when(submission: Submission) -> str:
    try:
        return f"{submission.created.astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):  # the first and the last days of the calendar
        return f"{submission.created:%Y-%m-%d %H:%M}"
