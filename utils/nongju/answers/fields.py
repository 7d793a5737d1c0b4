"""The kinds of blank a question may have. Each reads what was typed and says back what it read.

The widget, the static HTML that graders see and `Question.mark` use the same `reading`, so what a learner
was told at the PC is what is marked. `raw` is what stands in answers.json (see `nongju.answers.schema`).

Field
├── NumberField    元, 斤, %, 折 ...            value: float
├── GainField      赚 or 亏, and how much       value: float, below 0 for a loss
├── ChoiceField    one of a few                 value: option key
├── ChoicesField   any of a few                 value: frozenset of option keys
├── TextField      a few words                  value: str
├── TableField     nongju.answers.table         value: list of rows
└── UploadField    nongju.answers.upload_field  value: Upload, a file in uploads/
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from nongju.answers import privacy
from nongju.answers.quantities import quantity
from nongju.answers.quantities.characters import plain
from nongju.answers.quantities.units import unit_of

SLUG = re.compile(r"[a-z][a-z0-9_]*")
Fill = Callable[[str], str]
"""Puts the learner's own numbers into a label."""

FLOAT_DUST = 1e-9
"""How far a computed whole number may be from one."""

NOT_READ = "「{typed}」（还没读懂）"
REFUSED = "没有存"
LAST_READ = "之前读到过：{last}。"
UNKNOWN_OPTION = "这个选项现在没有了，再选一次。"
TOO_LONG = "写得太长了，最多 {most} 个字。现在 {count} 个。"


@dataclass(frozen=True)
class Reading:
    """What a field made of a raw answer.

    Arguments:
        value: as the marking rules take it; None when blank or not readable.
        echo: what was read, said back; of a table, with the cells that were not.
        problem: a sentence when it could not be read, or not wholly.
        typed: what could not be read, as it was typed.
        last: what was read before it.
        cells: row and column of each cell of a table that could not be read.
        refused: whether it may not be kept, for it holds a mobile or identity number.
        keep: what is stored in place of the raw answer, where that is not it.
    """

    value: Any = None
    echo: str = ""
    problem: str = ""
    typed: str = ""
    last: str = ""
    cells: tuple[tuple[int, str], ...] = ()
    refused: bool = False
    keep: Any = None

    @property
    def blank(self) -> bool:
        """Whether nothing was answered."""
        return self.value is None and not self.problem

    @property
    def cell(self) -> str:
        """The answer as one cell of a table."""
        return NOT_READ.format(typed=self.typed or REFUSED) if self.problem else self.echo

    @property
    def shown(self) -> str:
        """The answer for people: what was read, or what was typed and why it could not be read."""
        if not self.problem:
            return self.echo
        before = LAST_READ.format(last=self.last) if self.last else ""
        typed = NOT_READ.format(typed=self.typed) if self.typed else self.echo
        return f"{typed} {self.problem}{before}".strip()


@dataclass(frozen=True)
class Field(ABC):
    """One blank of a question.

    Arguments:
        key: short English name, unique in the question; the answer is kept under it.
        label: what is asked; may use the scene's {numbers}.
    """

    key: str
    label: str
    kind: ClassVar[str]
    in_parts: ClassVar[bool] = False
    """Whether a part of the answer counts although another part cannot be read."""
    kept_unread: ClassVar[bool] = True
    """Whether what cannot be read is kept as it was typed; what a program sends is not."""

    def __post_init__(self) -> None:
        if not SLUG.fullmatch(self.key):
            raise ValueError(f"field key {self.key!r}: lower-case English letters, digits and _ only")
        if not self.label.strip():
            raise ValueError(f"field {self.key}: a label is needed")

    @abstractmethod
    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read a raw answer; `before` is the raw answer stored so far. Anything may come in."""

    @abstractmethod
    def echo(self, value: Any) -> str:
        """A value said back to a person."""

    def spec(self, fill: Fill) -> dict[str, Any]:
        """What the widget needs to draw this field."""
        return {"key": self.key, "kind": self.kind, "label": fill(self.label)}

    def filled(self, fill: Fill) -> Field:  # noqa: ARG002
        """The same field with the learner's own numbers in its options."""
        return self

    def unfit(self, value: Any) -> str:  # noqa: ARG002
        """Why a right answer could not be given in this field, "" where it can; for the author."""
        return ""

    def placed(self, folder: Path) -> Field:  # noqa: ARG002
        """The same field, told where the learner's files lie."""
        return self


@dataclass(frozen=True)
class NumberField(Field):
    """A number of 0 or more (below 0 too if `negative`), in `unit`; whole if `whole` or the unit says so."""

    unit: str = ""
    negative: bool = False
    whole: bool | None = None
    kind: ClassVar[str] = "number"

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.negative and not unit_of(self.unit).signed:
            raise ValueError(f"field {self.key}: nobody has less than 0 {self.unit}; leave negative out")

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read what was typed."""
        read = quantity.read(_text(raw), self.unit, negative=self.negative, whole=self.whole)
        return _of_amount(read, raw, before)

    def echo(self, value: Any) -> str:
        """69.16 元."""
        return quantity.echo(float(value), self.unit)

    def unfit(self, value: Any) -> str:
        """A right answer that is no whole number, where only whole ones are taken, or one below 0."""
        whole = unit_of(self.unit).whole if self.whole is None else self.whole
        if whole and abs(value - round(value)) > FLOAT_DUST:
            return f"{value:g} is no whole number of {self.unit}; round it, or give the field whole=False"
        below = value < 0 and not self.negative
        return f"{value:g} is below 0; give the field negative=True" if below else ""

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds the unit."""
        return {**super().spec(fill), "unit": self.unit}


@dataclass(frozen=True)
class GainField(NumberField):
    """A gain or a loss: 赚 or 亏 is chosen, then how much."""

    kind: ClassVar[str] = "gain"

    def unfit(self, value: Any) -> str:  # noqa: ARG002
        """Any amount will do."""
        return ""

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read 赚 or 亏 and the amount typed behind it."""
        return _of_amount(quantity.read_gain(_text(raw), self.unit), raw, before)

    def echo(self, value: Any) -> str:
        """亏 1.54 元."""
        return quantity.echo_gain(float(value), self.unit)


@dataclass(frozen=True)
class ChoiceField(Field):
    """One of `options` (key to label)."""

    options: Mapping[str, str]
    kind: ClassVar[str] = "choice"

    def __post_init__(self) -> None:
        super().__post_init__()
        check_options(self.key, self.options)

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read the key of the chosen option."""
        key = _text(raw).strip()
        if not key:
            return Reading()
        if key not in self.options:
            return unread(key, UNKNOWN_OPTION, before)
        return Reading(key, self.echo(key))

    def echo(self, value: Any) -> str:
        """The option's label."""
        return self.options.get(value, str(value))

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds the options in order."""
        return {**super().spec(fill), "options": [[key, fill(text)] for key, text in self.options.items()]}

    def filled(self, fill: Fill) -> Field:
        """The same choice with numbers in its options."""
        return type(self)(self.key, self.label, {key: fill(text) for key, text in self.options.items()})


@dataclass(frozen=True)
class ChoicesField(ChoiceField):
    """Any of `options`; none ticked is blank."""

    kind: ClassVar[str] = "choices"

    def reading(self, raw: Any, before: Any = None) -> Reading:  # noqa: ARG002
        """Read the keys of the ticked options."""
        ticked = {key for key in raw if isinstance(key, str)} if isinstance(raw, list) else set()
        if not ticked:
            return Reading()
        if not ticked <= set(self.options):
            return Reading(problem=UNKNOWN_OPTION, typed="、".join(sorted(ticked)))
        return Reading(frozenset(ticked), self.echo(ticked))

    def echo(self, value: Any) -> str:
        """The labels of the ticked options, in the order shown."""
        return "、".join(text for key, text in self.options.items() if key in value)


@dataclass(frozen=True)
class TextField(Field):
    """A few words of one's own; `starter` is an opening with blanks to fill in."""

    max_chars: int = 500
    starter: str = ""
    kind: ClassVar[str] = "text"

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read the text; the untouched starter counts as blank."""
        text = _text(raw).strip()
        if not text or _bare(text) == _bare(self.starter):
            return Reading()
        problem = TOO_LONG.format(most=self.max_chars, count=len(text)) if len(text) > self.max_chars else ""
        if problem or privacy.refusal(text):
            return unread(text, problem, before)
        return Reading(text, self.echo(text))

    def echo(self, value: Any) -> str:
        """The text itself."""
        return str(value)

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds the length and the opening."""
        return {**super().spec(fill), "maxChars": self.max_chars, "starter": self.starter}


def unread(typed: str, problem: str, before: Any) -> Reading:
    """The reading of a text that could not be read; one that holds a private number is not even kept.

    Arguments:
        typed: the text.
        problem: why it cannot be read.
        before: raw of what is stored so far, which stays where `typed` may not be kept.
    """
    refused = privacy.refusal(typed)
    if refused:
        return Reading(problem=refused, refused=True, keep=privacy.without_digits(_text(before)))
    return Reading(problem=problem, typed=typed)


def _of_amount(read: quantity.Reading, raw: Any, before: Any) -> Reading:
    """What a field makes of a reading of an amount."""
    if read.blank:
        return Reading()
    if read.value is None:
        return unread(_text(raw).strip(), read.ask, before)
    return Reading(read.value, read.echo)


def check_options(key: str, options: Mapping[str, str]) -> None:
    """Raise ValueError unless options are two or more, with English keys and labels of their own."""
    if len(options) < 2:
        raise ValueError(f"field {key}: a choice needs two options")
    for option, label in options.items():
        if not re.fullmatch(r"[a-z0-9][a-z0-9_]*", option):
            raise ValueError(f"field {key}: option key {option!r}: lower-case English, digits and _ only")
        if not str(label).strip():
            raise ValueError(f"field {key}: option {option} has no label")
    if len(set(options.values())) != len(options):
        raise ValueError(f"field {key}: two options read the same")


def _text(raw: Any) -> str:
    return raw if isinstance(raw, str) else ""


def _bare(text: str) -> str:
    return re.sub(r"[\s_,.。,、]+", "", plain(text))
