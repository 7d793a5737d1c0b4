"""What may stand in answers.json at most, whoever wrote it: sizes, and texts that can be written again."""

from __future__ import annotations

import unicodedata
from typing import Any

MAX_VALUE_CHARACTERS = 20_000
"""Longest text kept of one value (fields themselves ask for far less)."""

MAX_ITEMS = 200
"""Rows of a table, options of a choice, steps of an order that are kept."""

CUT_TEXT = f"有一条答案太长，只留了前 {MAX_VALUE_CHARACTERS} 个字。"
CUT_TABLE = f"表太长，只留了前 {MAX_ITEMS} 行。"


def bounded_text(raw: Any, notes: list[str]) -> str | None:
    """A text without what cannot be written or seen, cut with a note; None for anything else."""
    if not isinstance(raw, str):
        return None
    # lone surrogates cannot be written as UTF-8; NUL and other controls show nothing
    clean = "".join(c for c in raw if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    if len(clean) > MAX_VALUE_CHARACTERS:
        notes.append(CUT_TEXT)
        clean = clean[:MAX_VALUE_CHARACTERS]
    return clean


def bounded_texts(raw: Any, notes: list[str]) -> list[str] | None:
    """A list of texts; None for anything else, and for a longer one than MAX_ITEMS."""
    if not isinstance(raw, list) or len(raw) > MAX_ITEMS:
        return None
    texts = [bounded_text(item, notes) for item in raw]
    return None if None in texts else [text or "" for text in texts]


def short(value: Any, most: int) -> str:
    """The beginning of a text for people; "" for anything else."""
    return (bounded_text(value[:most], []) or "") if isinstance(value, str) else ""
