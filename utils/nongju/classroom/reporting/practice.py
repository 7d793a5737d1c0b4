"""Where a learner practises a question again: a section of the lesson, the week's practice, the simulator."""

from __future__ import annotations

from nongju.classroom.reporting.outline import Outline, Section

LESSON, TRY, PRACTICE = "讲一讲", "动手试", "练一练"
"""Headings of a lesson's parts, as every week has them."""

AGAIN, THEN = "再重做这一题。", "再做这一题。"
"""How the sentence ends: for a question that was done, and for one that was not."""


def way_back(outline: Outline, cell: str, see: str = "", *, done: bool = True) -> str:
    """One sentence: what to look at first, and then the question once more.

    Arguments:
        outline: of the notebook that asks the question.
        cell: the question's graded cell.
        see: what its author names, such as 讲一讲 二; several with 、 between them. Without it a question
            that stands in 动手试 is tried there again, any other begins with 练一练.
        done: whether the question was done before.
    """
    last = AGAIN if done else THEN
    named = [place for one in see.split("、") if (place := _place(outline, one.strip()))]
    parts = outline.parts()
    if named:
        first = f"先看{'，再看'.join(named)}；"
        practised = any(PRACTICE in place for place in named) or PRACTICE not in parts
        return f"{first}{'' if practised else f'做一做「{PRACTICE}」，'}{last}"
    if outline.places.get(cell) == TRY:
        return f"回到「{TRY}」，把能动的都动一动，看那句话怎么变；{last}"
    if PRACTICE in parts:
        return f"先做「{PRACTICE}」，做了马上有讲解；{last}"
    for part in (TRY, LESSON):
        if part in parts:
            return f"先回到「{part}」看一遍；{last}"
    return f"先把题目再读一遍；{last}"


def _place(outline: Outline, see: str) -> str:
    """A place as a sentence names it: 「讲一讲」的「二 鲜的缩了水：用除，不用乘」."""
    part, _, name = see.partition(" ")
    if not part:
        return ""
    section = _section(outline, part, name.strip())
    if section is not None:
        return f"「{section.part}」的「{section.name}」"
    return f"「{part}」" if not name else f"「{part}」的「{name.strip()}」"


def _section(outline: Outline, part: str, name: str) -> Section | None:
    """The section of that part whose heading begins with the name; 二 means 二, not 二十."""
    if not name:
        return None
    for section in outline.sections:
        rest = section.name.removeprefix(name)
        if section.part == part and section.name.startswith(name) and not rest[:1].isalnum():
            return section
    return None
