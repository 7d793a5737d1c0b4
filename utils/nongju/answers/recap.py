"""What stands below a graded question: one line on whether it is all there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from nongju.answers.question import Question
from nongju.answers.session import Session
from nongju.answers.showing import shortened

NUMBERED = re.compile(r"\s*([①-⑳])")
"""How a label begins that is known by its sign."""

ALL = "都写好了"
LEFT = "还差 {labels}"
UNREAD = "{labels} 没读懂"
MORE = "还差 {count} 样"


def lacking(question: Question, session: Session) -> tuple[list[str], list[str]]:
    """Labels of a question's blanks that are empty, and of those whose answer cannot be read.

    Where a few of the blanks are enough, the empty ones do not count once there are as many.
    """
    readings = question.readings(session)
    unread = [field for field, read in readings if read.problem]
    empty = [field for field, read in readings if read.blank]
    required = question.required
    if required is not None and len(readings) - len(empty) - len(unread) >= required:
        empty = []
    variant = question.variant(session)
    return tuple([short(variant.fill(field.label)) for field in part] for part in (empty, unread))  # type: ignore[return-value]


def recap(question: Question, session: Session) -> str:
    """The line: 都写好了, 还差 ②, ② 没读懂."""
    empty, unread = lacking(question, session)
    parts = []
    if empty and question.required is not None:
        there = len(question.fields) - len(empty) - len(unread)
        parts.append(MORE.format(count=max(question.required - there, 1)))
    elif empty:
        parts.append(LEFT.format(labels=joined(empty)))
    if unread:
        parts.append(UNREAD.format(labels=joined(unread)))
    return "；".join(parts) or ALL


def recap_html(question: Question, session: Session) -> str:
    """The line with its sign, escaped."""
    text = recap(question, session)
    sign, kind = ("✓", "good") if text == ALL else ("▷", "left")
    return f'<p class="nj-recap-{kind}">{sign} {escape(text)}</p>'


def short(label: str) -> str:
    """A label as it stands in a sentence: its sign ②, or its first words in brackets."""
    numbered = NUMBERED.match(label)
    words = re.sub(r"[「」]", "", shortened(label)).rstrip("：:，。")
    return numbered[1] if numbered else f"「{words}」"


def joined(labels: Sequence[str]) -> str:
    """①、②, or 「甲」、②."""
    return "、".join(labels)
