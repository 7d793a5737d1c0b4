"""Where a Chinese caption may be broken into lines, and where it is.

Rules: no closing mark at the start of a line and no opening mark at its end (GB/T 15834-2011, section 5;
W3C "Requirements for Chinese Text Layout", prohibition rules for line start and line end); a dash and an
ellipsis stay whole; a number stays with its unit and a Latin word stays whole. Among the allowed breaks the
one wins that needs the fewest lines, then the one that breaks after a mark and leaves lines of like length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

NOT_AT_START = frozenset(",。、;:?!)》〉」』】〕”’…—·%℃,.;:?!)]}°’”~～％．，；：？！）")
"""Marks that close something; GB/T 15834-2011 5.1, and the units that follow a number."""

NOT_AT_END = frozenset("(《〈「『【〔“‘¥$([{￥（")
"""Marks that open something."""

UNITS = "元块毛分角斤两克箱单件包个瓶袋只条头把年月日天号时点秒亩米折倍成万千百亿"
"""Characters that a number is not parted from: 20元, 3斤, 8折."""

AFTER_MARK = 0.35
"""What a break behind a mark is worth, in squared shares of a line: it may cost some evenness."""

LONELY = 0.5
"""What a last line of one single character costs, in the same measure."""

_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:/+\-]*[A-Za-z0-9]|[A-Za-z0-9]|——|……|\s+|.", re.DOTALL)
_NUMBER = re.compile(r"[0-9][0-9.,:/]*")


def pieces(text: str) -> list[str]:
    """A text of one line, cut wherever a line may end.

    A space goes with the piece before it and is dropped there when the line ends.
    """
    found: list[str] = []
    for unit in _UNIT.findall(text):
        if not found:
            found.append(unit)
        elif unit.isspace() or unit[0] in NOT_AT_START or _holds_on(found[-1], unit):
            found[-1] += unit
        else:
            found.append(unit)
    return found


def _holds_on(before: str, unit: str) -> bool:
    """Whether the piece before must not be parted from this unit."""
    if before[-1] in NOT_AT_END:
        return True
    return unit in UNITS and _NUMBER.fullmatch(before.lstrip("".join(NOT_AT_END))) is not None


def broken(text: str, width: Callable[[str], float], most: float) -> list[str]:
    """The lines of a text.

    Arguments:
        text: as typed; a line break of the writer's is kept.
        width: of a line, in any unit.
        most: the widest that a line may be, in that unit.
    """
    lines: list[str] = []
    for typed in text.splitlines():
        whole = [piece for unit in pieces(typed.strip()) for piece in _fitting(unit, width, most)]
        if whole:
            lines += _even(tuple(whole), width, most)
    return lines


def _fitting(piece: str, width: Callable[[str], float], most: float) -> Sequence[str]:
    """A piece, cut by characters if it alone is wider than a line: a web address, a long number."""
    if width(piece.rstrip()) <= most:
        return [piece]
    parts = [""]
    for character in piece:
        if parts[-1] and width(parts[-1] + character) > most:
            parts.append("")
        parts[-1] += character
    return parts


def _even(whole: tuple[str, ...], width: Callable[[str], float], most: float) -> list[str]:
    """The pieces laid into lines: fewest lines first, then the smallest cost."""

    @cache
    def rest(start: int) -> tuple[int, float, tuple[str, ...]]:
        if start == len(whole):
            return (0, 0.0, ())
        best: tuple[int, float, tuple[str, ...]] | None = None
        line = ""
        for end in range(start, len(whole)):
            line += whole[end]
            shown = line.strip()
            if best is not None and width(shown) > most:
                break
            lines, cost, following = rest(end + 1)
            last = end + 1 == len(whole)
            cost += (1 - width(shown) / most) ** 2
            cost -= AFTER_MARK if not last and shown[-1:] in NOT_AT_START else 0.0
            cost += LONELY if last and start > 0 and len(shown) == 1 else 0.0
            found = (lines + 1, cost, (shown, *following))
            if best is None or found[:2] < best[:2]:
                best = found
        assert best is not None
        return best

    return list(rest(0)[2])
