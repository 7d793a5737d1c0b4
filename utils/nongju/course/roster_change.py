"""What taking in a class list would change, said before it is done.

Marks and hand-ins belong to ids: where an id with work of somebody's becomes another person's, that person
would inherit the marks. Another class therefore has a course folder of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nongju.course.roster import Roster

STAGES = ("submitted", "autograded", "feedback", "learners")
"""Folders of a course with one folder a learner."""

MOST_NAMED = 8
"""Learners who are named in a sentence; more are counted."""

NOTHING = "名单没有变。"
ADDED = "新来 {count} 人：{names}。"
REMOVED = "不再在名单上 {count} 人：{names}。他们交的、批的都还留着。"
RENAMED = "改了名字 {count} 人：{names}。"
PAIRED = "搭档变了 {count} 人：{names}。"
OTHER_CLASS = (
    "这份名单是「{new}」的，这个课程文件夹里是「{old}」的作业和分，两个班会混在一起。"
    "请给「{new}」另建一个课程文件夹：把课程复制一份，不要带 submitted、autograded 和 gradebook.db。"
)
OTHER_PERSON = (
    "{count} 个编号已经有作业或分，名单上却换了名字：{names}。"
    "换了人，分会算到新来的人头上：另一个班请另建课程文件夹。"
    "是同一个人改了名字，就加上 --yes 再来一次。"
)
ASKS = "加上 --yes 就照这样改。"


@dataclass(frozen=True)
class RosterChange:
    """What differs between the list that is there and the one that is brought; each by id, in order.

    `sentences` says it in Chinese; `other_class` says why it is not taken in at all, `asks` what a person
    must confirm first; both are empty where nothing stands against it.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[str, ...]
    paired: tuple[str, ...]
    sentences: tuple[str, ...]
    other_class: str = ""
    asks: str = ""


def roster_change(old: Roster, new: Roster, course: Path) -> RosterChange:
    """The change from one list to another.

    Arguments:
        old: the list of the course; empty when there is none.
        new: the list that is brought.
        course: the course folder, whose learners' work decides what may not be changed in silence.
    """
    both = [one.id for one in new if one.id in old]
    added = tuple(one.id for one in new if one.id not in old)
    removed = tuple(one.id for one in old if one.id not in new)
    renamed = tuple(id_ for id_ in both if old.learners[id_].name != new.learners[id_].name)
    paired = tuple(id_ for id_ in both if old.learners[id_].pair != new.learners[id_].pair)

    def renaming(id_: str) -> str:
        return f"{id_}（{old.learners[id_].name or '没写名字'} → {new.learners[id_].name or '没写名字'}）"

    said = [
        words.format(
            count=len(ids), names=_named(ids if words is not RENAMED else [renaming(i) for i in ids])
        )
        for words, ids in ((ADDED, added), (REMOVED, removed), (RENAMED, renamed), (PAIRED, paired))
        if ids and len(old)
    ]
    working = {path.name for stage in STAGES for path in (course / stage).glob("*") if path.is_dir()}
    others = [id_ for id_ in renamed if old.learners[id_].name and id_ in working]
    other_class = ""
    if old.class_name and new.class_name not in ("", old.class_name) and working & old.learners.keys():
        other_class = OTHER_CLASS.format(old=old.class_name, new=new.class_name)
    asks = ASKS if removed or renamed else ""
    if others:
        asks = OTHER_PERSON.format(count=len(others), names=_named([renaming(id_) for id_ in others]))
    return RosterChange(added, removed, renamed, paired, tuple(said), other_class, asks)


def _named(names: Sequence[str]) -> str:
    return "、".join(names[:MOST_NAMED]) + ("……" if len(names) > MOST_NAMED else "")
