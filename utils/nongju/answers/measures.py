"""Amounts made of numbers and unit words: 三块五, 斤半, 一斤二两, 两公斤, 1,200, 12元/斤.

What is not one clear amount raises `Unclear` with the sentence that the learner sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from nongju.answers import numerals
from nongju.answers.units import FAMILIES, UNITS, Unit, asked
from nongju.marking.scene import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

SAY_ONE_NUMBER = "差不多是多少？写一个数。"
NOT_READ = "这里没看懂。写一个数，比如 {example}。"
ONE_ONLY = "这里只写一个数。"
COMMA_UNCLEAR = "逗号看不清楚。小数点用点，比如 3.5。"
OTHER_UNIT = "这里问的是{asked}。你写的是「{said}」，再看看题。"
NO_UNIT = "这里只写数，不写「{said}」。"
PER_JIN = "这里问的是几元，不是一斤几元。再看看题。"

DECIMALS = 4
"""Most digits behind the point when a value is said back."""


@dataclass(frozen=True)
class Amount:
    """A value in the field's unit, with what was converted (2 公斤) and what the echo should add."""

    value: Decimal
    said: str = ""
    note: str = ""


class Unclear(ValueError):
    """Carries the sentence for the learner."""


FRONT = re.compile(
    r"^(?:大致|至少|最少|起码|最低|要|是|得|一共|总共|共|合计|合|标|卖|定|等于|=|:|每单|一单|保本|本钱|成本|"
    r"运费|毛利|利润|价钱|价格|卖价|需要|应该|我算的是|我觉得是|我觉得)+"
)
BACK = re.compile(
    r"(?:整|正|吧|呢|了|啊|的|呀|哦|嘛|就够|才够|够|就行|才行|就可以|就能保本|才保本|保本|起|一单|每单|"
    r"不含服务费|[!?;,.、)(])+$"
)
_LOOKALIKE = re.compile(r"[0-9oOlI|.,]+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}|0,\d+")
_NUMBER_CHARS = rf"0-9.{numerals.CHINESE}点半"


def format_number(value: float | Decimal) -> str:
    """The number as a learner reads it: at most four decimals, no trailing zeros (13.0 is 13)."""
    return plain(float(value), DECIMALS)


def measured(text: str, unit: Unit) -> Amount:
    """An amount with the words of `unit`, trying the text whole and then without the words around it."""
    for candidate in _without_words_around(text):
        found = _with_unit_words(candidate, unit) or bare(candidate)  # 二两 is a weight, not 22
        if found is not None:
            return found
    raise Unclear(why_not(text, unit.name))


def price_of_a_jin(text: str) -> Amount:
    """元 for one 斤; a price for one 公斤 is halved and said."""
    compact = re.sub(r"\s+", "", text).lower()
    kilo = re.search(r"(?:/|每|一|1)(?:公斤|千克|kg)", compact)
    jin = re.search(r"(?:/|每|一|1)斤", compact)
    unit = kilo or jin
    stem = compact.replace(unit.group(), "", 1) if unit else compact
    amount = measured(stem.strip("/,:"), UNITS["元"])
    if kilo:
        return Amount(amount.value / 2, said=f"一公斤 {format_number(amount.value)} 元")
    return amount


def bare(text: str) -> Amount | None:
    """A number without a unit, with look-alikes (O, l) and commas settled and said."""
    compact = _join_spaces(text)
    if _LOOKALIKE.fullmatch(compact) and re.search(r"[oOlI|]", compact):
        swapped = re.sub(r"[lI|]", "1", re.sub(r"[oO]", "0", compact))
        inner = bare(swapped)
        return inner and Amount(inner.value, note="（把字母当成了数字）")
    if "," in compact:
        return _with_comma(compact)
    if compact == "半":
        return Amount(Decimal("0.5"))
    if compact.endswith("半") and len(compact) > 1:
        whole = numerals.read_number(compact[:-1].removesuffix("个"))
        return None if whole is None else Amount(whole + Decimal("0.5"))
    value = numerals.read_number(compact.rstrip("."))
    return None if value is None else Amount(value)


def _without_words_around(text: str) -> list[str]:
    """The text, and the text without what people write in front of and behind a number."""
    candidates = [text]
    trimmed = BACK.sub("", text.strip()).strip()
    candidates.append(trimmed)
    candidates.append(FRONT.sub("", trimmed).strip())
    return list(dict.fromkeys(c for c in candidates if c))


def _join_spaces(text: str) -> str:
    """Without spaces; but two numbers side by side (3 5) stay apart unless they are thousands (1 200)."""
    if re.fullmatch(r"[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?", text):
        return text.replace(" ", "")
    if re.search(r"\d\s+\d", text):
        raise Unclear(ONE_ONLY)
    return re.sub(r"\s+", "", text)


def _with_comma(text: str) -> Amount | None:
    """1,200 is twelve hundred, 3,5 is three and a half; both are said; anything else is asked back."""
    if _GROUPED.fullmatch(text):
        return Amount(Decimal(text.replace(",", "")), note="（逗号是千位）")
    if _DECIMAL_COMMA.fullmatch(text):
        return Amount(Decimal(text.replace(",", ".")), note="（逗号当小数点）")
    if re.fullmatch(r"[\d.,]+", text):
        raise Unclear(COMMA_UNCLEAR)
    return None


def _with_unit_words(text: str, unit: Unit) -> Amount | None:
    """三块五, 3元5角, 斤半, 一斤二两, 两公斤: numbers between the unit's words; None when it is not that."""
    text = re.sub(r"\s+", "", text).lower()
    for sign in "¥":
        if sign in unit.words and text.startswith(sign):
            return bare(text.removeprefix(sign).rstrip("元"))
    pieces = _pieces(text, unit.words)
    if pieces is None:
        return None
    total = Decimal(0)
    smallest: Decimal | None = None
    note = ""
    for number, word in pieces:
        size = unit.size(word) if word else _tail_size(unit, pieces, number)
        half = number == "半" and not word
        if size is None or (smallest is not None and size >= smallest and not half):
            return None
        part = _piece_value(number, word, first=smallest is None)
        if part is None:
            return None
        smallest, note = size, note or part.note
        total += part.value * size
    return Amount(_tidy(total), said=_converted(pieces, unit), note=note)


def _tidy(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.000001")).normalize() + 0


def _pieces(text: str, words: Mapping[str, Decimal]) -> list[tuple[str, str]] | None:
    """(number, unit word) pairs that make up the whole text; the last word may be missing.

    两 is a digit and a weight: it is a weight only behind a number (二两, 两两).
    """
    names = sorted(words, key=len, reverse=True)
    pieces: list[tuple[str, str]] = []
    number = ""
    at = 0
    while at < len(text):
        word = next((w for w in names if text.startswith(w, at)), "")
        if word == "两" and not number:
            word = ""
        if word:
            pieces.append((number, word))
            number, at = "", at + len(word)
        elif re.match(rf"[{_NUMBER_CHARS},oli|个]", text[at]):
            number += text[at]
            at += 1
        else:
            return None
    if number:
        pieces.append((number, ""))
    return pieces if any(word for _, word in pieces) else None


def _piece_value(number: str, word: str, *, first: bool) -> Amount | None:
    """The number in front of a unit word; 斤半 and 块五 leave the leading one out."""
    if number == "":
        return Amount(Decimal(1)) if first else None
    trimmed = number.removesuffix("个") if word else number
    if trimmed in {"半", "半个"}:
        return Amount(Decimal("0.5"))
    if not first and trimmed[0] in "零0〇" and len(trimmed) > 1:
        trimmed = trimmed[1:]
    return bare(trimmed)


def _tail_size(unit: Unit, pieces: list[tuple[str, str]], number: str) -> Decimal | None:
    """What a number behind the last unit word counts: 半 the half, 五 the next lower unit, 25 the cents."""
    before = pieces[-2][1]
    if number == "半":
        return unit.size(before)
    tail = unit.tail.get(before)
    if tail is None:
        return None
    digits = number.lstrip("零〇")
    if number != digits or re.fullmatch(r"\d\d", number):
        return tail / 10 if len(digits) <= 2 else None
    value = numerals.read_number(number)
    return tail if value is not None and value < 10 and "." not in number else None


def _converted(pieces: list[tuple[str, str]], unit: Unit) -> str:
    """「2 公斤」 when a relative of another size was written, to stand before the equals sign."""
    if len(pieces) != 1 or unit.size(pieces[0][1]) == 1 or unit.name == "元":
        return ""
    number, word = pieces[0]
    value = _piece_value(number, word, first=True)
    name = {"kg": "公斤", "千克": "公斤", "g": "克", "分": "分钟"}.get(word, word)
    return f"{format_number(value.value)} {name}" if value else ""


def why_not(text: str, unit: str) -> str:  # noqa: PLR0911
    """The sentence for an amount that could not be read in `unit`."""
    compact = re.sub(r"\s+", "", text).lower()
    if unit == "元" and re.search(r"[元块毛角](?:/|每|一)(?:斤|公斤|kg)|(?:每|一)斤\d", compact):
        return PER_JIN
    numbers = re.findall(r"\d+(?:\.\d+)?", compact)
    if len(numbers) > 1 and not re.search(r"[元块角毛斤两]", compact):
        return ONE_ONLY
    own = UNITS[unit].words if unit in UNITS else {unit: Decimal(1)}
    for question, words in FAMILIES.items():
        said = next((w for w in words if w in compact and w not in own), None)
        if said and not unit:
            return NO_UNIT.format(said=said)
        if said and (numbers or re.search(rf"[{numerals.CHINESE}半]", compact)):
            return OTHER_UNIT.format(asked=asked(unit), said=said) if question != asked(unit) else ONE_ONLY
    if len(numbers) > 1:
        return ONE_ONLY
    if numerals.is_spoken_range(compact):
        return SAY_ONE_NUMBER
    return NOT_READ.format(example="8 折" if unit == "折" else f"3.5 {unit}".strip())
