"""Which of several hand-ins of one learner counts: the newest whole one, never a mixture.

Clocks at the service centre can be years wrong (a flat battery on the board), so an order that the
times do not support is said aloud and left to the instructor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from nongju.classroom.parcels import Parcel

EARLIEST = datetime(2024, 1, 1, tzinfo=UTC)
"""Before this course existed: an earlier time is a wrong clock."""

TOLERATED_FUTURE = timedelta(hours=26)
"""How far a hand-in may be ahead of the collector's clock: any time zone, and some drift."""


@dataclass(frozen=True)
class Choice:
    """The hand-in that counts, Chinese sentences about the choice, and whether its order is doubtful."""

    parcel: Parcel
    sentences: tuple[str, ...] = ()
    doubtful: bool = False


def choose(parcels: Sequence[Parcel], now: datetime) -> Choice:
    """The newest whole hand-in of one learner.

    A hand-in with usable answers is whole; without any such, the newest one with a notebook counts.

    Arguments:
        parcels: all of one learner's hand-ins, at least one.
        now: the collector's time (UTC), to recognise clocks that run ahead.
    """
    ordered = sorted(parcels, key=lambda p: (p.created, p.arrived, p.where))
    whole = [parcel for parcel in ordered if parcel.usable_answers] or ordered
    chosen = whole[-1]
    sentences: list[str] = []
    wrong_clock = [parcel for parcel in ordered if not EARLIEST <= parcel.created <= now + TOLERATED_FUTURE]
    doubtful = False
    if len(ordered) > 1:
        sentences.append(f"交了 {len(ordered)} 份，用了 {_when(chosen)} 的「{chosen.where}」")
        if chosen is not ordered[-1]:
            sentences.append(f"更新的「{ordered[-1].where}」里答案读不出来，所以没有用")
        doubtful = bool(wrong_clock) or _order_differs(whole)
        if doubtful:
            sentences.append("几份的时间对不上，先后拿不准，请问一下学员哪份是最后的")
    if chosen in wrong_clock:
        sentences.append(f"电脑的时间不对（{_when(chosen)}）")
    return Choice(chosen, tuple(sentences), doubtful)


def _order_differs(ordered: Sequence[Parcel]) -> bool:
    """Whether two hand-ins were made at the same time, or the last one made is not the last that arrived."""
    if len(ordered) < 2:
        return False
    last, before = ordered[-1], ordered[-2]
    if last.created == before.created:
        return last.answers != before.answers
    return any(_arrived_later(parcel, last) for parcel in ordered[:-1])


def _arrived_later(parcel: Parcel, last: Parcel) -> bool:
    """Whether a hand-in that says it is older was saved over a day later; less than a day tells nothing."""
    return parcel.arrived - last.arrived > timedelta(days=1) and parcel.created < last.created


def _when(parcel: Parcel) -> str:
    return f"{parcel.created.astimezone():%Y-%m-%d %H:%M}"
