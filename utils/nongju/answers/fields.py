"""What every kind of blank has in common: how it reads an answer, keeps it, says it back and is drawn.

The widget, the static HTML that graders see and `Question.mark` use the same `reading`, so what a learner
was told at the PC is what is marked. `raw` is what stands in answers.json (see `nongju.answers.schema`). The
kinds stand in `nongju.answers.kinds`, one module and its JavaScript each; nothing else lists them.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from nongju.answers import privacy
from nongju.answers.bounds import bounded_text

SLUG = re.compile(r"[a-z][a-z0-9_]*")
Fill = Callable[[str], str]
"""Puts the learner's own numbers into a label."""

Draw = Callable[[str, int], int]
"""Draws an index below a number from the learner's id, the same for the same name; 0 for nobody."""

NOT_READ = "「{typed}」（还没读懂）"
REFUSED = "没有存"
LAST_READ = "之前读到过：{last}。"


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
    """Names the kind in answers.json and in the browser; the author's `form.<kind>` makes one."""
    stored: ClassVar[str]
    """What `raw` is, for the table of `python -m nongju.answers.kinds`."""
    since: ClassVar[int] = 1
    """Version of answers.json that first held this kind."""
    is_file: ClassVar[bool] = False
    """Whether the answer is a file in uploads/."""
    in_column: ClassVar[bool] = False
    """Whether it may be the kind of a table's column; it has `of_column` then."""
    in_parts: ClassVar[bool] = False
    """Whether a part of the answer counts although another part cannot be read."""
    kept_unread: ClassVar[bool] = True
    """Whether what cannot be read is kept as it was typed; what a program sends is not."""
    said_back: ClassVar[bool] = False
    """Whether the form says 我读到 and the echo; a choice or a text needs no reading."""

    def __post_init__(self) -> None:
        if not SLUG.fullmatch(self.key):
            raise ValueError(f"field key {self.key!r}: lower-case English letters, digits and _ only")
        if not self.label.strip():
            raise ValueError(f"field {self.key}: a label is needed")

    @property
    def signed(self) -> bool:
        """Whether the answer says gain or loss, or may lie below 0; of any other number the size is typed."""
        return False

    @classmethod
    def bounded(cls, raw: Any, notes: list[str]) -> Any:
        """`raw` as it may be stored, long texts cut with a note; None where it has not this kind's shape."""
        return bounded_text(raw, notes)

    @classmethod
    def of_column(cls, key: str, label: str, **settings: Any) -> Field:
        """The field that reads the cells of a column of this kind, if it may be one.

        Arguments:
            key: of the column.
            label: of the column.
            settings: its `unit` and its `options`.
        """
        raise NotImplementedError(cls.kind)

    @abstractmethod
    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read a raw answer; `before` is the raw answer stored so far. Anything may come in."""

    @abstractmethod
    def echo(self, value: Any) -> str:
        """A value said back to a person."""

    @abstractmethod
    def sample(self, number: float) -> Any:
        """A value that somebody could give, with `number` where one is asked for: the build tries sheets."""

    def spec(self, fill: Fill) -> dict[str, Any]:
        """What the widget needs to draw this field."""
        return {
            "key": self.key,
            "kind": self.kind,
            "label": fill(self.label),
            "saidBack": self.said_back,
            "inParts": self.in_parts,
        }

    def for_learner(self, draw: Draw) -> Field:  # noqa: ARG002
        """The same field as this learner sees it."""
        return self

    def filled(self, fill: Fill) -> Field:  # noqa: ARG002
        """The same field with the learner's own numbers in its options."""
        return self

    def placed(self, folder: Path) -> Field:  # noqa: ARG002
        """The same field, told where the learner's files lie."""
        return self

    def unfit(self, value: Any) -> str:  # noqa: ARG002
        """Why a right answer could not be given in this field, "" where it can; for the author."""
        return ""


def text_of(raw: Any) -> str:
    """The text that was typed; "" for anything else."""
    return raw if isinstance(raw, str) else ""


def unread(typed: str, problem: str, before: Any) -> Reading:
    """The reading of a text that could not be read; one that holds a private number is not even kept.

    Arguments:
        typed: the text.
        problem: why it cannot be read.
        before: raw of what is stored so far, which stays where `typed` may not be kept.
    """
    refused = privacy.refusal(typed)
    if refused:
        return Reading(problem=refused, refused=True, keep=privacy.without_digits(text_of(before)))
    return Reading(problem=problem, typed=typed)
