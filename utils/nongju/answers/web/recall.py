"""An earlier answer again, such as the prediction at the end of the evening."""

from __future__ import annotations

from typing import Any

from nongju.answers.fields import NOT_READ
from nongju.answers.store import AnswerStore

NOT_GUESSED = "前面还没猜。回到「先猜一猜」写上，这里就会显出来。"


def answer_text(store: AnswerStore, key: str) -> str:
    """What was read when the answer was saved; "" when there is none."""
    entry: Any = store.get(key)
    if entry is None:
        return ""
    if entry.query is not None and isinstance(entry.raw, str):
        return NOT_READ.format(typed=entry.raw)
    return entry.echo or (entry.raw if isinstance(entry.raw, str) else "")
