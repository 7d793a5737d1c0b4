"""JSON that strangers wrote, read within bounds: the one reader of answers, manifests and notebooks.

Whatever does not fit is one `BoundsError` with a Chinese sentence, so that a reader has one thing to catch.
What is read can be written again: no lone surrogate, no whole number that overflows a float.
"""

from __future__ import annotations

import codecs
import json
import math
import re
from typing import Any

from nongju.errors import NongjuError

MAX_BOXES = 400_000
"""Objects and lists in one file, told by its brackets before anything is built: an evening's notebook with
outputs has 5,000; each takes 60 to 250 bytes of memory."""

MAX_COMMAS = 3_000_000
"""Commas in one file, in texts or between values; a value takes 8 to 60 bytes beside what it holds."""

MAX_DEPTH = 100
"""Objects and lists within each other: a notebook has 6, a JSON that a cell displays up to 60."""

MAX_DIGITS = 300
"""Digits of a whole number that are read; a float holds 308, and Python refuses 4,300."""

TOO_MUCH = "里面的东西多得不正常"
TOO_DEEP = "里面一层套一层，深得不正常"
BROKEN = "不完整，读不出来"

_HALF = re.compile(r"[\ud800-\udfff]")
_ESCAPED = re.compile(r"\\u[dD][89a-fA-F]")
"""Half of a surrogate pair, spelled out: a lone one need not show in the bytes."""

_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class BoundsError(NongjuError, ValueError):
    """The bytes are no JSON within bounds; the message is a Chinese clause without a subject or full stop."""


def read_json(raw: bytes, *, deepest: int | None = MAX_DEPTH, halves: bool = False) -> Any:
    """The value that the bytes spell, in UTF-8, UTF-16 or UTF-32, with a byte order mark or without.

    A whole number of more than MAX_DIGITS digits becomes infinite, which nothing of ours takes.

    Arguments:
        raw: the file's bytes, of a size that the caller has judged.
        deepest: objects and lists within each other; None leaves it to the parser, which takes about 1,000.
        halves: leave lone surrogates as they are, for a reader that drops them; else each becomes U+FFFD.

    Raises:
        BoundsError: broken, too much, or too deep.
    """
    if is_too_much(raw):
        raise BoundsError(TOO_MUCH)
    try:
        text = raw.decode(json.detect_encoding(raw), "surrogatepass")
        value = json.loads(text.removeprefix("\ufeff"), parse_int=_whole)
    except RecursionError:
        raise BoundsError(TOO_DEEP) from None
    except (ValueError, OverflowError):
        raise BoundsError(BROKEN) from None
    if deepest is not None and is_deeper(value, deepest):
        raise BoundsError(TOO_DEEP)
    if halves or not (_ESCAPED.search(text) or _HALF.search(text)):
        return value
    return without_halves(value)


def is_too_much(raw: bytes) -> bool:
    """Whether a file spells more than anything of ours holds; told from its bytes, nothing is built."""
    return raw.count(b"{") + raw.count(b"[") > MAX_BOXES or raw.count(b",") > MAX_COMMAS


def is_utf8(raw: bytes) -> bool:
    """Whether a JSON file's bytes are plain UTF-8 without a mark, as every reader takes it."""
    return json.detect_encoding(raw) == "utf-8" and not raw.startswith(_MARKS)


def is_deeper(value: Any, most: int) -> bool:
    """Whether lists and objects stand within each other more than `most` times; takes no stack itself."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(most):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
    return bool(level)


def pruned(value: Any, most: int = MAX_DEPTH) -> Any:
    """The value with None for every object and list that stands deeper than `most`."""
    if not isinstance(value, dict | list):
        return value
    if most == 0:
        return None
    if isinstance(value, list):
        return [pruned(one, most - 1) for one in value]
    return {name: pruned(one, most - 1) for name, one in value.items()}


def without_halves(value: Any) -> Any:
    """The value with U+FFFD for each lone surrogate, in names too; no deeper than MAX_DEPTH."""
    if isinstance(value, str):
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, list):
        return [without_halves(one) for one in value]
    if isinstance(value, dict):
        return {without_halves(name): without_halves(one) for name, one in value.items()}
    return value


def whole_text(text: str) -> str:
    """The JSON text, written anew where it spells a lone surrogate: no file and no cell can hold one."""
    if not _ESCAPED.search(text):
        return text
    try:
        value = read_json(text.encode("utf-8", "surrogatepass"), deepest=None, halves=True)
        whole = without_halves(pruned(value))
    except BoundsError:
        return text
    return text if whole == value else json.dumps(whole, ensure_ascii=False)


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= MAX_DIGITS else math.inf
