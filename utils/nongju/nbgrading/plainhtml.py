"""Telling HTML that cannot do anything from HTML that has to be cleaned.

A browser's parser in Python takes 10 ms for a mark, and a class has 100 marks a learner. What our own
forms and marks write is so plain that one look at its pieces proves it harmless: only the tags and
attributes below, in one spelling, each closed where it was opened. Anything else is not plain and goes
through the parser.
"""

from __future__ import annotations

import re

# fmt: off
TAGS = frozenset(
    {
        "p", "div", "span", "section", "strong", "b", "em", "i", "small", "sub", "sup", "code", "ul", "ol",
        "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th",
        "td", "details", "summary", "figure", "figcaption", "mark",
    }
)
# fmt: on
"""Elements that hold text, open and closed by a tag of their own."""

VOID = frozenset({"br", "hr"})
"""Elements without content."""

_TEXT = r"(?:[^<>&\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|&(?:amp|lt|gt|quot|\#x27|\#39);)"
_VALUE = r"(?:[^<>&\"\x00-\x1f\x7f]|&(?:amp|lt|gt|quot|\#x27|\#39);)*"
_STYLE = (
    r"(?:font-(?:size|weight): ?[0-9]{1,3}(?:px|em|%)?|text-align: ?(?:left|right|center)"
    r"|margin: ?[0-9]{1,3}px(?: [0-9]{1,3}(?:px)?){0,3})"
)
_ATTRIBUTE = (
    rf' (?:(?:class|title|lang|dir|role|scope|colspan|rowspan)="{_VALUE}"'
    rf'|style="{_STYLE}(?:; ?{_STYLE})*;?")'
)

PIECE = re.compile(
    rf"(?P<text>{_TEXT}+)|<(?P<open>[a-z][a-z0-9]*)(?:{_ATTRIBUTE})*>|</(?P<close>[a-z][a-z0-9]*)>"
)
"""One run of text, one opening or one closing tag; no comment, no other attribute, no bare & < or >."""


def is_plain(html: str) -> bool:
    """Whether every piece of `html` is on the list and every element is closed in its turn.

    Balanced and without anything that a parser would move or mend, it also stays inside whatever element
    it is put into.
    """
    at, standing = 0, []
    while at < len(html):
        piece = PIECE.match(html, at)
        if piece is None:
            return False
        at = piece.end()
        opened, closed = piece["open"], piece["close"]
        if opened in VOID:
            continue
        if opened is not None:
            if opened not in TAGS:
                return False
            standing.append(opened)
        elif closed is not None and (not standing or standing.pop() != closed):
            return False
    return not standing
