"""A few words of one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from nongju.answers import privacy
from nongju.answers.fields import Field, Fill, Reading, text_of, unread
from nongju.answers.quantities.characters import plain

CELL_CHARACTERS = 100
"""Longest text of one cell of a table."""

TOO_LONG = "写得太长了，最多 {most} 个字。现在 {count} 个。"


@dataclass(frozen=True)
class TextField(Field):
    """A few words of one's own; `starter` is an opening with blanks to fill in."""

    max_chars: int = 500
    starter: str = ""
    kind: ClassVar[str] = "text"
    stored: ClassVar[str] = "the text"
    in_column: ClassVar[bool] = True

    @classmethod
    def of_column(cls, key: str, label: str, **settings: Any) -> Field:  # noqa: ARG003
        """A short text."""
        return cls(key, label, CELL_CHARACTERS)

    def reading(self, raw: Any, before: Any = None) -> Reading:
        """Read the text; the untouched starter counts as blank."""
        text = text_of(raw).strip()
        if not text or _bare(text) == _bare(self.starter):
            return Reading()
        problem = TOO_LONG.format(most=self.max_chars, count=len(text)) if len(text) > self.max_chars else ""
        if problem or privacy.refusal(text):
            return unread(text, problem, before)
        return Reading(text, self.echo(text))

    def echo(self, value: Any) -> str:
        """The text itself."""
        return str(value)

    def sample(self, number: float) -> str:  # noqa: ARG002
        """One word."""
        return "好"

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds the length and the opening."""
        return {**super().spec(fill), "maxChars": self.max_chars, "starter": self.starter}


def _bare(text: str) -> str:
    return re.sub(r"[\s_,.。,、]+", "", plain(text))
