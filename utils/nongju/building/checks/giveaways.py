"""What the lesson prints must not be what a question asks: a key, a right option, a scene's own numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nongju.building.checks.evening import Asked
from nongju.building.checks.prose import Passage
from nongju.building.fault import FaultLog
from nongju.digits import plain
from nongju.marking.choice import ChoiceRule
from nongju.marking.number import NumberRule
from nongju.marking.scene import Variant
from nongju.marking.tolerance import near

TELLING_FIGURES = 3
"""Figures from which a number alone is a key; a shorter one needs its unit beside it."""

LEAST_FIGURES = 2
"""Figures that a number needs to be a key at all: 3 斤 is everywhere."""

CLOSE = 0.002
"""Share of a key within which a printed number is that key: 31.6 for 31.64."""

TOGETHER = 2
"""Numbers of one scene in one passage that make the worked case the learner's own."""

_NUMBER = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)?)\s*(MB|GB|kg|P|[一-鿿%]{0,2})(?![\d.])")
_NUMERIC_LABEL = re.compile(r"\D{0,8}\d+(?:[./]\d+)?\D{0,6}")
_UNTELLING_UNITS = ("年", "月", "日", "P", "号", "题", "步", "晚", "点")
"""Units of numbers that no key is about: dates, names of formats, numbering."""


@dataclass(frozen=True)
class Printed:
    """A number in the lesson, with the words behind it and its line."""

    text: str
    unit: str
    line: int

    @property
    def value(self) -> float:
        """The number; a fraction such as 1/100 divided out."""
        over, _, under = self.text.partition("/")
        return float(over) / (float(under) if under and float(under) else 1)

    @property
    def figures(self) -> int:
        """Figures that tell: zeros in front and behind do not."""
        return len(self.text.replace(".", "").replace("/", "").strip("0"))


def check_giveaways(file: str, read: Iterable[Passage], asked: Sequence[Asked], faults: FaultLog) -> None:
    """Faults of numbers that the lesson prints and a question asks.

    Arguments:
        file: the page.
        read: its passages.
        asked: the questions of the page, graded and for practice.
        faults: receives each printed number once.
    """
    passages = [(passage, list(printed(passage))) for passage in read]
    numbers = [one for _, found in passages for one in found]
    for question in asked:
        if not question.graded:
            continue
        for one, said in _given_away(question, numbers):
            faults.error(file, one.line, "key-printed", f"{one.text} {one.unit}: {said}; use other numbers")
        for passage, found in passages:
            said = _same_case(question, found)
            if said:
                faults.error(file, passage.line, "same-numbers", f"{said}; use other numbers")


def printed(passage: Passage) -> Iterator[Printed]:
    """The numbers of a passage that could be somebody's answer."""
    for match in _NUMBER.finditer(passage.text):
        if not match.group(2).startswith(_UNTELLING_UNITS):
            yield Printed(match.group(1), match.group(2), passage.lines[match.start()])


def _given_away(question: Asked, numbers: Sequence[Printed]) -> Iterator[tuple[Printed, str]]:
    """Printed numbers that are the key of a number or of a choice among numbers."""
    units = {field.key: getattr(field, "unit", "") for field in question.question.fields}
    name = question.cell.name
    for rule in question.rules:
        if isinstance(rule, NumberRule) and question.worked_out:
            keys = {(variant.name, float(rule.expected(variant))) for variant in question.draws}
            for one in numbers:
                scene = _hit(one, keys, rule, units.get(rule.field, ""))
                if scene:
                    yield one, f"the key of {name}, {rule.field}, in scene {scene}"
        elif isinstance(rule, ChoiceRule):
            labels = _numeric_labels(question, rule)
            for one in numbers:
                if one.figures >= LEAST_FIGURES and one.text in labels:
                    yield one, f"the right option of {name}, {rule.field}"


def _hit(one: Printed, keys: Iterable[tuple[str, float]], rule: NumberRule, unit: str) -> str:
    """The scene whose key a printed number is; empty for none."""
    if one.figures < LEAST_FIGURES:
        return ""
    same_unit = bool(unit) and one.unit.startswith(unit[:1])
    for scene, key in keys:
        tolerance = (
            min(rule.tolerance.around(key), CLOSE * abs(key)) if one.figures >= TELLING_FIGURES else 0.0
        )
        close = near(one.value, abs(key), tolerance)
        if close and (same_unit or (one.figures >= TELLING_FIGURES and not one.unit)):
            return scene
    return ""


def _numeric_labels(question: Asked, rule: ChoiceRule) -> set[str]:
    """The numbers in the right options of a choice whose every option is a number."""
    field = next((one for one in question.question.fields if one.key == rule.field), None)
    options: dict[str, str] = dict(getattr(field, "options", None) or {})
    found = set()
    for variant in question.draws:
        labels = {key: variant.fill(label) for key, label in options.items()}
        if sum(bool(_NUMERIC_LABEL.fullmatch(label)) for label in labels.values()) * 2 > len(labels):
            label = labels.get(str(rule.expected(variant)), "")
            found |= {match.group(1) for match in _NUMBER.finditer(label)}
    return found


def _same_case(question: Asked, found: Sequence[Printed]) -> str:
    """Why a passage works out a learner's own scene; empty when it does not."""
    shown = {(one.text, one.unit[:1]) for one in found if len(one.text) >= 2}
    for variant in {variant.name: variant for variant in question.draws}.values():
        own = shown & set(_story_numbers(variant))
        if len(own) >= TOGETHER:
            said = "、".join(f"{number} {unit}" for number, unit in sorted(own))
            return f"{said} are the numbers of {question.cell.name}, scene {variant.name}"
    return ""


def _story_numbers(variant: Variant) -> Iterator[tuple[str, str]]:
    """The scene's numbers as its story shows them, with the first character of their unit."""
    values = {plain(value) for value in variant.numbers.values() if isinstance(value, int | float)}
    for match in _NUMBER.finditer(variant.story):
        if match.group(1) in values and not match.group(2).startswith(_UNTELLING_UNITS):
            yield match.group(1), match.group(2)[:1]
