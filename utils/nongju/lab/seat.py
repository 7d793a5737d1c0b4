"""Asks who sits down. PCs are shared and nobody types code: an id or a number of the list is all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from nongju.course.identity import fault_of_id, normalise_id
from nongju.course.likeness import alike
from nongju.course.roster import Learner, Roster

YES = frozenset({"是", "是的", "对", "1", "y", "yes"})
"""What counts as yes in the terminal; anything else asks for the id again."""

FIRST_TIME = "没见过「{typed}」。第一次来吗？是就打 1，打错了就直接按回车："

IS_IT = "名单上有 {who}。是你吗？是就打 1，不是就直接按回车："

Ask = Callable[[str], str]
Say = Callable[[str], None]


def who_sits_down(roster: Roster, known: Collection[str], ask: Ask, say: Say) -> Learner:
    """The learner who answered, after as many questions as it takes.

    Arguments:
        roster: the class list; empty when there is none.
        known: ids that have worked on this PC before.
        ask: shows a question and returns the typed line.
        say: shows a line.

    Raises:
        EOFError: nobody is there to answer.
    """
    listed = list(roster)
    for line in _list_of(listed):
        say(line)
    question = (
        "你是谁？打上面的号数，或者自己的编号，再按回车：" if listed else "你是谁？打自己的编号，再按回车："
    )
    while True:
        typed = normalise_id(ask(question))
        if typed.isdecimal() and typed not in roster and 1 <= int(typed) <= len(listed):
            return _greeted(listed[int(typed) - 1], say)
        learner = by_id(typed, roster)
        likely = () if typed in roster or typed in known else alike(typed, roster)
        meant = next((one for one in likely if normalise_id(ask(_is_it(one))) in YES), None)
        if meant is not None:
            return _greeted(meant, say)
        if learner is None:
            say(f"{fault_of_id(typed)}。再打一次。")
        elif typed in roster or typed in known or normalise_id(ask(FIRST_TIME.format(typed=typed))) in YES:
            return _greeted(learner, say)


def by_id(typed: str, roster: Roster) -> Learner | None:
    """The learner with this id, from the list if there; None when the id cannot be a folder's name."""
    learner = normalise_id(typed)
    if fault_of_id(learner):
        return None
    return roster.learners.get(learner) or Learner(id=learner)


def pair_of(learner: Learner) -> tuple[str, str] | None:
    """The declared pair of a learner, as answers.json keeps it."""
    return (learner.id, learner.pair) if learner.pair else None


def _is_it(learner: Learner) -> str:
    return IS_IT.format(who=f"{learner.name}（{learner.id}）" if learner.name else learner.id)


def _greeted(learner: Learner, say: Say) -> Learner:
    say(f"你好，{learner.name or learner.id}！")
    return learner


def _list_of(listed: Sequence[Learner]) -> list[str]:
    return [
        f"{number:3d}  {learner.name}（{learner.id}）" if learner.name else f"{number:3d}  {learner.id}"
        for number, learner in enumerate(listed, start=1)
    ]
