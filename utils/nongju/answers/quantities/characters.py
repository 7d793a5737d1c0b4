"""Typed characters made plain: every way that a keyboard, a phone or a web page writes a digit or a sign.

Full-width forms, digits of other scripts, emoji and circled digits, superscripts, vulgar fractions, every
minus sign of Unicode, Chinese full stops and odd spaces become ASCII. What shows nothing is dropped: format
characters (category Cf: zero-width and bidirectional marks), control characters, variation selectors.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u20e3\u3164\uffa0")
"""Marks that show nothing by themselves and are no format characters; the box of a keycap emoji is one."""

_WAVES = frozenset("~∼∽˜⁓〜〰\uff5e")
"""Strokes that say "about" or "to": no minus signs, though Unicode calls two of them dashes."""

_DASH_STROKES = frozenset("─━ーｰ")
"""Strokes of Chinese and Japanese keyboards that stand for a dash."""

_SAME = {
    **dict.fromkeys(_WAVES, "~"),
    **dict.fromkeys("。｡·•․‧⋅∙・", "."),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("ОоΟο", "o"),  # Cyrillic and Greek
    **dict.fromkeys("○◯", "〇"),
    **dict.fromkeys("✕✖╳", "×"),
    "➕": "+",
    "➗": "÷",
    "٪": "%",
    "\u2800": " ",
    **dict(zip("點兩塊圓錢萬億個單鐘時貳參陸斷雙圍裡", "点两块圆钱万亿个单钟时贰叁陆断双围里", strict=True)),
}
"""Characters that mean another one here; traditional ones among them."""

_KEYCAP_TEN = "\U0001f51f"

_KEPT_CONTROLS = "\n\t"
"""Control characters that stay, as in what is stored of an answer (`nongju.answers.schema`)."""

_LABEL = re.compile(r"\s*([\u2460-\u2473\u2776-\u277f\u2780-\u2793\u24eb-\u24f4])[\s.、:：．。]*(?=(.?))")
_OWN_NUMBER = re.compile(r"[\d一二三四五六七八九零〇半俩仨壹贰叁肆伍陆柒捌玖]|[两十].")
_PLACE = frozenset("十百千万亿")


class _Mark(NamedTuple):
    """One character made plain, and the style of digit that it was ("" for any other character)."""

    text: str
    style: str = ""


def plain(text: str) -> str:
    """The text in ordinary characters, without what cannot be seen.

    A circled number (① ② ...) in front of an amount is the label of the blank, copied along: it is dropped.
    Alone it is a number. Digits of two styles side by side (10², ①②) stay apart: nobody knows what they mean.
    """
    marks = [mark for mark in map(_ordinary, _without_label(text)) if mark.text]
    pieces: list[str] = []
    before = _Mark("")
    for mark in marks:
        if mark.style == "fraction" and before.style == "digit":
            pieces.append("又")
        elif mark.style and before.style and (mark.style != before.style or mark.style == "circle"):
            pieces.append(" ")
        pieces.append(mark.text)
        before = mark
    return unicodedata.normalize("NFKC", "".join(pieces)).strip()


def _without_label(text: str) -> str:
    seen = "".join(character for character in text if not _is_unseen(character))
    label = _LABEL.match(seen)
    if label is None or label[2] in _PLACE:
        return seen
    rest = seen[label.end() :]
    return rest if _OWN_NUMBER.search(unicodedata.normalize("NFKC", rest)) and not _sealed(rest) else seen


def _sealed(text: str) -> bool:
    """Whether all numbers of a text are circled ones: ①② may be 12, or a label and a 2."""
    return not any(_ordinary(one).style == "digit" or _OWN_NUMBER.match(one + ".") for one in text)


def _is_unseen(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return False
    return (
        character in _UNSEEN
        or unicodedata.category(character) in {"Cf", "Cc", "Cs"}
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


@lru_cache(maxsize=4096)
def _ordinary(character: str) -> _Mark:
    """One character in ordinary characters."""
    same = "-" if is_minus(character) else _SAME.get(character)
    if same is not None:
        return _Mark(same)
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return _Mark(str(digit), "digit")
    if unicodedata.category(character) in {"No", "Nl"}:
        return _number(character)
    return _Mark("10", "circle") if character == _KEYCAP_TEN else _Mark(character)


def _number(character: str) -> _Mark:
    """½ as 1/2, and ⑥ ❻ ⁶ ₆ Ⅵ as 6."""
    tag, _, parts = unicodedata.decomposition(character).rpartition(">")
    if "<fraction" in tag:
        written = "".join(chr(int(code, 16)) for code in parts.split()).replace("\u2044", "/")
        return _Mark(written, "fraction") if written[-1].isdecimal() else _Mark(character)
    value = unicodedata.numeric(character, -1.0)
    if character == "〇" or value < 0 or value != int(value):
        return _Mark(character)
    return _Mark(str(int(value)), tag.removeprefix("<") if tag in {"<super", "<sub"} else "circle")


def is_minus(character: str) -> bool:
    """Whether a character looks like a minus sign: any dash of Unicode, or a sign that it calls MINUS."""
    category = unicodedata.category(character)
    if category == "Pd":
        return character not in _WAVES
    if character in _DASH_STROKES:
        return True
    if category not in {"Sm", "So", "Sk", "Lm"}:
        return False
    name = unicodedata.name(character, "")
    return name.endswith(("MINUS SIGN", "CRIPT MINUS", "ED MINUS")) and "PLUS" not in name
