"""Choices: one of a few options, or any of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from nongju.answers.bounds import bounded_texts
from nongju.answers.fields import Field, Fill, Reading, text_of, unread

UNKNOWN_OPTION = "这个选项现在没有了，再选一次。"


@dataclass(frozen=True)
class ChoiceField(Field):
    """One of `options` (key to label)."""

    options: Mapping[str, str]
    kind: ClassVar[str] = "choice"
    stored: ClassVar[str] = "the option's key"
    in_column: ClassVar[bool] = True

    def __post_init__(self) -> None:
        super().__post_init__()
        check_options(self.key, self.options)

    @classmethod
    def of_column(cls, key: str, label: str, **settings: Any) -> Field:
        """One of the column's options."""
        return cls(key, label, settings["options"])

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read the key of the chosen option."""
        key = text_of(raw).strip()
        if not key:
            return Reading()
        if key not in self.options:
            return unread(key, UNKNOWN_OPTION, before)
        return Reading(key, self.echo(key))

    def echo(self, value: Any) -> str:
        """The option's label."""
        return self.options.get(value, str(value))

    def sample(self, number: float) -> Any:  # noqa: ARG002
        """The first option."""
        return next(iter(self.options))

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds the options in order."""
        return {**super().spec(fill), "options": [[key, fill(text)] for key, text in self.options.items()]}

    def filled(self, fill: Fill) -> Field:
        """The same choice with numbers in its options."""
        return replace(self, options={key: fill(text) for key, text in self.options.items()})


@dataclass(frozen=True)
class ChoicesField(ChoiceField):
    """Any of `options`; none ticked is blank."""

    kind: ClassVar[str] = "choices"
    stored: ClassVar[str] = "list of option keys"
    in_column: ClassVar[bool] = False

    @classmethod
    def bounded(cls, raw: Any, notes: list[str]) -> Any:
        """A list of texts."""
        return bounded_texts(raw, notes)

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

    def sample(self, number: float) -> Any:  # noqa: ARG002
        """All of them."""
        return frozenset(self.options)


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
