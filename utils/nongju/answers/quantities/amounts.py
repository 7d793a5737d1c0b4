"""Amounts made of numbers and unit words: 三块五, 斤半, 一斤二两, 两公斤, 一分半, 三里路, 12元/斤.

What is not one clear amount gives None, or raises `Unclear` with the sentence that the learner sees.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from nongju.answers.quantities import sentences
from nongju.answers.quantities.numbers import Amount, Unclear, number
from nongju.answers.quantities.numerals import CHINESE, PAIRS, numeral
from nongju.answers.quantities.units import UNITS, Unit, unit_of
from nongju.digits import plain

DECIMALS = 4
"""Most digits behind the point of an amount: what is read is what is said back."""

_NUMBER_CHARACTER = re.compile(rf"[0-9.,/{CHINESE}点半个又之分oli|kw]")
_POINT_OR_PART = re.compile(rf"点[0-9{CHINESE}]|分之")
_NAMES = {
    **dict.fromkeys(("kg", "千克"), "公斤"),
    **dict.fromkeys(("分", "min", "mins"), "分钟"),
    **dict.fromkeys(("钟头", "钟", "h", "hour", "hours"), "小时"),
    **dict.fromkeys(("千米", "km"), "公里"),
    **{"g": "克", "t": "吨", "cm": "厘米", "m": "米", "sec": "秒", "s": "秒", "刻": "刻钟", "里路": "里"},
}
"""How a word is said back."""

_EACH = re.compile(rf"(?:/|每|(?<![{CHINESE}])一|(?<![0-9.])1|论)").pattern
_ONE = re.compile(rf"{_EACH}(公斤|千克|kg|市斤|斤|500克|500g)")


class Piece(NamedTuple):
    """A number as typed ("" where 一 is left out) and the unit word behind it ("" at the end)."""

    typed: str
    word: str


def format_number(value: float | Fraction) -> str:
    """The number as a learner reads it: at most four decimals, no trailing zeros (13.0 is 13)."""
    return plain(value, DECIMALS)


def measured(text: str, unit: Unit) -> Amount | None:
    """An amount with or without the words of `unit`; None when it is not one.

    Arguments:
        text: plain, in lower case, without spaces and without a sign.
        unit: of the field.
    """
    for prefix in unit.prefixes:
        if text.startswith(prefix) and len(text) > len(prefix):
            return measured(text.removeprefix(prefix), unit)
    if unit.name[:1] == "万" and unit.name[1:] in UNITS:
        return _ten_thousands(text, unit)
    if unit.name == "秒" and (clock := re.fullmatch(r"([0-9]+):([0-5][0-9])", text)):
        return Amount(Fraction(clock[1]) * 60 + Fraction(clock[2]))
    pieces = _pieces(text.replace("分半钟", "分钟半"), unit)
    return (_total(pieces, unit) if pieces else None) or _number_alone(text, unit)


def price(text: str, unit: str) -> Amount | None:
    """元 for one 斤 (or 公斤, 箱 ...); a price for one 公斤 is turned into that of one 斤, and said."""
    money, _, thing = unit.partition("/")
    weight = _ONE.search(text)
    if weight and thing in UNITS["斤"].words:
        amount = measured((text[: weight.start()] + text[weight.end() :]).strip("/,:"), unit_of(money))
        word = weight[1]
        jin = UNITS["斤"].words.get(word, Fraction(1)) / UNITS["斤"].words[thing]
        if amount is None or jin == 1:
            return amount
        said = f"一{_NAMES.get(word, word)} {format_number(amount.value)} {money}"
        return Amount(amount.value / jin, said=said)
    stem = re.sub(rf"{_EACH}{re.escape(thing)}|/{re.escape(thing)}", "", text, count=1)
    return measured(stem.strip("/,:"), unit_of(money))


def _number_alone(text: str, unit: Unit) -> Amount | None:
    if re.fullmatch(r"[0-9.]+k[0-9]?", text) and {"kg", "km"} & unit.words.keys():
        raise Unclear(sentences.LETTER_UNCLEAR.format(said=text, unit=unit.name))  # thousand, or kilo?
    if unit.name in {"小时", ""} and (half := _and_a_half(text)) is not None:
        return Amount(half)
    return number(text)


def _ten_thousands(text: str, unit: Unit) -> Amount | None:
    """2, 2万, 1万2 and 20000斤 in a 万斤 field."""
    base = UNITS[unit.name[1:]]
    text = text.removesuffix(unit.name)
    if not re.search("|".join([*map(re.escape, base.words), "[万w]"]), text):
        return number(text)
    amount = measured(text, base)
    return amount and Amount(amount.value / 10_000, note=amount.note)


def _pieces(text: str, unit: Unit) -> list[Piece] | None:
    """The numbers and unit words that make up the whole text; None where anything else stands in it.

    两 is a digit and a weight: it is a weight only behind a number (二两, 两两). 分 in 三分之一 and 点 in
    三点五 are no units.
    A unit said twice (12元元) counts once.
    """
    names = sorted(unit.words, key=len, reverse=True)
    pieces: list[Piece] = []
    typed, at = "", 0
    while at < len(text):
        word = next((name for name in names if text.startswith(name, at)), "")
        if (word == "两" and not typed) or _POINT_OR_PART.match(text, at):
            word = ""
        again = bool(word and not typed and pieces and unit.words[word] == unit.words[pieces[-1].word])
        if word and not again:
            pieces.append(Piece(typed, word))
            typed = ""
        elif not word and _NUMBER_CHARACTER.match(text[at]):
            typed += text[at]
        elif not again:
            return None
        at += len(word) or 1
    return [*pieces, Piece(typed, "")] if typed else pieces


def _total(pieces: list[Piece], unit: Unit) -> Amount | None:
    """The sum of pieces in falling order, each less than one of the piece before it."""
    if not pieces[0].word:
        return None
    total, size, note = Fraction(0), Fraction(0), ""
    for at, piece in enumerate(pieces):
        last = at == len(pieces) - 1
        if at and pieces[at - 1].word.endswith("钱"):  # 一块钱八毛: 1.8, or a yuan more or less?
            raise Unclear(sentences.ABOUT_OR_EXACT)
        if piece.word:
            amount = _times(piece, opens=not at and not last and piece.word in unit.opens)
            part = amount and Amount(amount.value * unit.words[piece.word], note=amount.note)
            fits = last or (amount is not None and amount.value.denominator == 1)
        else:
            part, fits = _tail(pieces, unit), True
        if part is None or not fits or (at and part.value >= size):
            return None
        size = unit.words[piece.word] if piece.word else size
        total, note = total + part.value, note or part.note
    return Amount(total, said=_converted(pieces, unit), note=note)


def _times(piece: Piece, *, opens: bool) -> Amount | None:
    """The number in front of a unit word; 斤半 and 块五 leave the leading one out."""
    if piece.typed == "":
        return Amount(Fraction(1)) if opens else None
    half = _and_a_half(piece.typed)
    if half is not None:
        return Amount(half)
    typed = piece.typed.removesuffix("个")
    if typed[:1] in {"零", "〇"} and len(typed) > 1:
        typed = typed[1:]  # 三块零五毛
    return number(typed)


def _and_a_half(text: str) -> Fraction | None:
    """一个半, 2个半, 个半, 半个; None for anything else."""
    if text == "半个":
        return Fraction(1, 2)
    if not text.endswith("个半"):
        return None
    whole = numeral(text.removesuffix("个半") or "1")
    return None if whole is None else whole + Fraction(1, 2)


def _tail(pieces: list[Piece], unit: Unit) -> Amount | None:
    """What a number behind the last unit word counts: 半 the half, 五 the next lower unit, 25 the cents."""
    (first, before), typed = pieces[-2], pieces[-1].typed
    if typed == "半":
        return Amount(unit.words[before] / 2)
    digits = typed.lstrip("零〇")
    clear = digits not in {"", *PAIRS} and "." not in digits and len(typed) - len(digits) <= 1
    value = numeral(digits) if clear and (first or not typed.isascii()) else None  # 块五 is said, 块5 is not
    if value is None or value.denominator != 1:
        return None
    if before in unit.clock:
        led = typed != digits or digits[0] == "0"
        return Amount(value * unit.clock[before]) if value < 60 and (led or value >= 10) else None
    size = unit.tail.get(before)
    if size is not None and re.fullmatch(r"[0-9]{2}", digits):
        size /= 10
    elif size is None or value >= 10 or (typed != digits and not _few(first, before)):
        return None
    elif typed != digits:
        size /= 10
    return Amount(value * size)


def _few(first: str, word: str) -> bool:
    """Whether a 零 behind a word counts hundredths: 三块零五, but 二十块零五 and 三斤零五 may be either."""
    return word not in {"斤", "市斤"} and (first.isascii() or (numeral(first) or 10) < 10)


def _converted(pieces: list[Piece], unit: Unit) -> str:
    """「2 公斤」 when a relative of another size was written, to stand before the equals sign."""
    word = pieces[0].word
    if len(pieces) != 1 or unit.words[word] == 1 or unit.name in {"元", "%"}:
        return ""
    amount = _times(pieces[0], opens=False)
    return f"{format_number(amount.value)} {_NAMES.get(word, word)}" if amount else ""
