"""What one evening asks of a learner: questions, typed numbers, characters to read, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nongju.answers.kinds.number import NumberField
from nongju.answers.question import Question
from nongju.building.checks.prose import EXPLAINED, GOALS, Passage, by_section
from nongju.building.fault import FaultLog
from nongju.building.myst import Cell, Page
from nongju.marking.rule import Rule
from nongju.marking.scene import Variant

MOST_GRADED = 8
"""Graded questions of an evening: five for the evening, three for the week (LESSON standard)."""

MOST_TYPED = 12
"""Numbers that are typed in an evening, in the questions that must be done."""

MOST_READ = 3600
"""Characters on the way that must be gone, explanations included: 30 minutes at 120 a minute."""

EXTRA = "加练"
"""In the title of a question that is for the week, not for the evening."""

REST = "余下的时间"
"""Under 今天学会, where the parts leave time for something else."""

_SPACE = re.compile(r"\s")
_MINUTES = re.compile(r"（([零一二两三四五六七八九十百\d]+)分钟）")
_WORD = "[一二三四五六七八九十\\d]+"
_COUNTED = re.compile(rf"(?P<a>{_WORD})\s*(?:道|个)(?P<b>必做|加练)|(?P<c>必做|加练)(?P<d>{_WORD})题")
_NUMBERED = re.compile(r"第 ?(\d+) ?题")


@dataclass(frozen=True)
class Asked:
    """A question of a page, as the examiner found it.

    Arguments:
        cell: the cell that shows it.
        question: its definition.
        rules: what marks it; empty for a sheet.
        draws: the scenes that learners draw, each with its numbers.
        sound: whether its rules can be worked out and told apart, so that the whole page may be checked.
    """

    cell: Cell
    question: Question
    rules: Sequence[Rule] = ()
    draws: Sequence[Variant] = ()
    sound: bool = True

    @property
    def graded(self) -> bool:
        """Whether points hang on it: a prediction's point comes of itself."""
        return self.cell.tag == "question"

    @property
    def extra(self) -> bool:
        """Whether it is for the week, not for the evening."""
        return EXTRA in self.cell.title

    @property
    def number(self) -> int | None:
        """Its number in the week, as its title gives it: 第 3 题."""
        found = _NUMBERED.search(self.cell.title)
        return int(found.group(1)) if found else None

    @property
    def worked_out(self) -> bool:
        """Whether something is worked out or decided: not a goal of a simulation, no clip, no photo."""
        return not any(rule.reads_figure or rule.upload for rule in self.rules)


def check_evening(
    page: Page, read: Iterable[Passage], asked: Sequence[Asked], minutes: int | None, faults: FaultLog
) -> None:
    """Faults of a worksheet that asks too much of one evening, or says it otherwise than the syllabus.

    Arguments:
        page: the worksheet.
        read: its passages.
        asked: its questions, in order.
        minutes: of the evening, as the syllabus says; None where it says nothing.
        faults: receives them.
    """
    read = list(read)
    graded = [one for one in asked if one.graded and (one.worked_out or one.number)]
    if len(graded) > MOST_GRADED:
        line = graded[MOST_GRADED].cell
        message = f"{len(graded)} graded questions, at most {MOST_GRADED} an evening; make one practice"
        faults.error(line.file, line.line, "many-questions", message)
    typed = sum(_numbers(one) for one in graded if not one.extra)
    if typed > MOST_TYPED:
        message = f"{typed} numbers to type in the questions that must be done, about {MOST_TYPED} an evening"
        faults.error(page.file, 1, "many-numbers", message)
    spoken = reading(read, asked)
    if spoken > MOST_READ:
        message = f"{spoken} characters must be read, explanations included, at most {MOST_READ}; cut some"
        faults.error(page.file, 1, "long-evening", message)
    _check_counts(page, read, graded, faults)
    _check_see(read, asked, faults)
    if minutes is not None:
        _check_minutes(page, read, minutes, faults)


def reading(read: Iterable[Passage], asked: Iterable[Asked]) -> int:
    """Characters on the way that must be gone: 今天学会, 讲一讲, and the questions that must be done."""
    sections = by_section(read)
    lesson = sum(passage.length for name in (GOALS, EXPLAINED) for passage in sections.get(name, []))
    shown = [one for one in asked if one.cell.tag in ("question", "predict") and not one.extra]
    return lesson + sum(_length(one) for one in shown)


def _length(one: Asked) -> int:
    """Characters of a question in its longest scene, with its options and the explanation of every part."""
    return max((reading_length(one, variant) for variant in one.draws), default=0)


def reading_length(one: Asked, variant: Variant) -> int:
    """Characters of a question in one scene: title, story, labels, options, explanations.

    Raises:
        ValueError: a text names a number that the scene does not have.
    """
    texts = [one.question.title, variant.story]
    for field in one.question.fields:
        texts.append(variant.fill(field.label))
        texts += [variant.fill(text) for text in (getattr(field, "options", None) or {}).values()]
    texts += [rule.explained(variant) for rule in one.rules]
    return sum(len(_SPACE.sub("", text)) for text in texts)


def _numbers(one: Asked) -> int:
    return sum(isinstance(field, NumberField) for field in one.question.fields)


def _check_counts(page: Page, read: Iterable[Passage], graded: Sequence[Asked], faults: FaultLog) -> None:
    """「五道必做」 says how many there are."""
    extra = sum(one.extra for one in graded)
    real = {"必做": len(graded) - extra, EXTRA: extra}
    for passage in read:
        for match in _COUNTED.finditer(passage.text):
            said, word = chinese_number(match["a"] or match["d"]), match["b"] or match["c"]
            if said is not None and said != real[word]:
                message = f"{match.group()!r}: there are {real[word]}"
                faults.error(page.file, passage.lines[match.start()], "count", message)


def _check_see(read: Sequence[Passage], asked: Sequence[Asked], faults: FaultLog) -> None:
    """The section that a question sends its learner back to (讲一讲 二) is there."""
    sections = by_section(read)
    for one in asked:
        for place in filter(None, (place.strip() for place in one.question.see.split("、"))):
            part, _, name = place.partition(" ")
            headings = [passage.text for passage in sections.get(part, []) if passage.level == 3]
            found = any(re.match(rf"{re.escape(name)}(?!\w)", heading) for heading in headings)
            if not (found if name else part in sections):
                known = "、".join(f"{part} {heading.split()[0]}" for heading in headings) or "、".join(
                    sections
                )
                message = f"{one.cell.name}: the lesson has no 「{place}」; there are {known}"
                faults.error(one.cell.file, one.cell.line, "see", message)


def _check_minutes(page: Page, read: Iterable[Passage], minutes: int, faults: FaultLog) -> None:
    """The minutes under 今天学会 add up to the evening's."""
    goals = by_section(read).get(GOALS, [])
    found = [match for passage in goals for match in _MINUTES.finditer(passage.text)]
    said = sum(chinese_number(match.group(1)) or 0 for match in found)
    rest = any(REST in passage.text for passage in goals)
    if found and (said > minutes or (said < minutes and not rest)):
        message = f"the parts take {said} minutes, the syllabus says {minutes}; make them equal"
        faults.error(page.file, goals[0].line, "minutes", message)


def check_numbering(asked: Iterable[Asked], faults: FaultLog) -> None:
    """「第 3 题」 is the third of the week: reports and feedback name questions by it."""
    for place, one in enumerate([one for one in asked if one.number], 1):
        if one.number != place:
            message = f"{one.cell.name} is called 第 {one.number} 题 and is number {place}; renumber it"
            faults.error(one.cell.file, one.cell.line, "numbering", message)


def chinese_number(text: str) -> int | None:
    """A small whole number in digits or in Chinese: 三十 is 30; None when it is not one."""
    if text.isdecimal():
        return int(text)
    digits = "零一二三四五六七八九"
    text = text.replace("两", "二")
    tens, ten, ones = text.partition("十")
    if not ten:
        return digits.index(text) if len(text) == 1 and text in digits else None
    return (digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0)
