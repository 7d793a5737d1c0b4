"""Strangers' text, made safe to show: the one cleaning function before a terminal, a page or a file.

What steers a terminal, turns text around, hides in it or cannot be encoded is taken out; what people write
stays, emoji and rare characters included. Escaping for HTML is the page's own business and comes after.
"""

from __future__ import annotations

import unicodedata

LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
"""What ends a line beside "\\n"."""

LOST = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character cannot be written: a lone surrogate, or one of Unicode's 66 non-characters."""

_BLANKS = {"Cc", "Zs", "Zl", "Zp"}


def printable(text: object, *, lines: bool = True) -> str:
    """The text without control, format and bidirectional characters.

    Control characters, tabs and unusual blanks become a space; format characters (zero width, bidirectional,
    tags) vanish, because they take no room; what no encoding can carry becomes LOST.

    Arguments:
        text: anything; taken as `str(text)`.
        lines: keep line ends, as newlines; False makes each a space, for text that stands in one line.
    """
    shown = str(text)
    if shown.isprintable():
        return shown
    for end in LINE_ENDS:
        shown = shown.replace(end, "\n")
    return "".join(char if char.isprintable() else _instead(char, lines) for char in shown)


def printable_line(text: object, most: int | None = None) -> str:
    """The text in one line, its beginning left out when it is longer than `most` characters.

    The end is kept because file names differ there.
    """
    shown = printable(text, lines=False)
    return shown if most is None or len(shown) <= most else f"…{shown[len(shown) - most + 1 :]}"


def _instead(char: str, lines: bool) -> str:
    if char == "\n" and lines:
        return char
    category = unicodedata.category(char)
    if category in _BLANKS:
        return " "
    if category == "Cf":
        return ""
    if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
        return LOST
    return char  # private use and what Python's tables do not know yet: rare characters of real names
