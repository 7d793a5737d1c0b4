"""A typed or spoken amount, read in the unit that the field asks for, and said back.

`read` never guesses: what is not one clear amount comes back as a sentence that says what to write.
Values are in the field's unit; a 折 field gives the share of the price that is paid (8 折 is 0.8).

Read in this order: `characters` (what is typed, made plain), `numerals` and `numbers` (one number), `units`,
`amounts` (numbers with units), `shares` (percent and 折), `rough` (what is asked about), `sentences`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from nongju.answers.quantities import rough, sentences
from nongju.answers.quantities.amounts import DECIMALS, format_number, measured, price
from nongju.answers.quantities.characters import plain
from nongju.answers.quantities.numbers import Amount, Unclear
from nongju.answers.quantities.shares import discount, percent
from nongju.answers.quantities.units import PACKS, asked, example, other_word, unit_of

LIMIT = Fraction(10) ** 9
"""No answer of this course comes near a milliard; more is a slip of the finger."""

MAX_CHARACTERS = 60
"""An amount with its words is shorter than this; more is text in the wrong field."""

LOSS = ("倒贴", "倒亏", "亏损", "亏本", "亏", "赔本", "赔", "贴", "少", "负", "-")
GAIN = ("盈利", "净赚", "赚", "挣", "盈", "剩", "多", "+")
"""Words in front of an amount that say which way the money goes."""

_NO_GAIN = re.compile(r"不赚也?不[亏赔]|不[亏赔]也?不赚")
_EVEN = re.compile(rf"{_NO_GAIN.pattern}|持平|平|保本|打平")
_QUOTES = "\"'“”‘’「」『』《》【】[] "
_FRONT = re.compile(
    r"^(?:(?:嗯+|呃+|啊|哦|那个),?|算[下出]来[是得]?|加起来|本来|原来|至少|最少|起码|最低|刚刚?好|正好|恰好|要|是|得|一共|总共|共计|共|合计|总计|合"
    r"|标|卖|定|等于|=|:|每单|一单|保本|本钱|成本|运费|毛利|利润|价钱|价格|卖价|到手|需要|应该|大家|我算的是|我觉得|就|整"
    r"|只|收|付|答案?|结果)+"
)
_BACK = re.compile(
    r"(?:整|正|吧|呢|了|啊|的|呀|哦|嘛|就够|才够|够|就行|才行|就可以|就能保本|才保本|保本|卖|优惠|一单|每单|"
    r"不含服务费|[!?;,、)(。])+$"
)
_GROUPS = re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2}(?: [0-9]{3})+)(?![0-9])")
_APART = re.compile(r"[0-9]\s+[.]?[0-9]")
_PRICE = re.compile(rf"(?:/|每|一|1)(公斤|千克|kg|斤|{'|'.join(PACKS)})")
_PARTS = frozenset({"百分之", "千分之", "万分之", "‰"})
_TRAILING = ",;!"
_AFTER_SIGN = ("了", "到", "得", ":")
_IN_BRACKETS = re.compile(r"(?<=.)\(([^()0-9]*)\)$")


@dataclass(frozen=True)
class AmountReading:
    """What was read: a value with its echo, or a sentence that says what to write.

    Arguments:
        value: in the field's unit; None where a person must be asked, and where nothing is written.
        echo: the value said back, with its unit.
        ask: one kind sentence; "" where there is a value.
        blank: whether nothing was written.
    """

    value: float | None = None
    echo: str = ""
    ask: str = ""
    blank: bool = False


def echo(value: float, unit: str) -> str:
    """The value said back: 3.5 元, 8 折, 30 %."""
    if unit == "折":
        return f"{format_number(Fraction(str(value)) * 10)} 折"
    return f"{format_number(value)} {unit}".strip()


def read(typed: str, unit: str = "", *, negative: bool = False, whole: bool | None = None) -> AmountReading:
    """Read one amount of 0 or more (below 0 too if `negative`).

    Arguments:
        typed: anything.
        unit: of the field, such as 元, 元/斤, %, 折; empty for a bare number.
        negative: whether -1.5 and 亏1.5 are allowed here. Things, weights and times are never below 0.
        whole: whether only whole numbers will do; None leaves it to the unit (8.5 单 is no order).
    """
    text = _compact(plain(typed))
    if not text:
        return AmountReading(ask=sentences.BLANK.format(example=example(unit)), blank=True)
    try:
        amount, sign = _signed_amount(text, unit)
        if sign < 0 and not (negative and unit_of(unit).signed):
            raise Unclear(sentences.NO_NEGATIVE)
        return _said(amount, sign or 1, unit, whole=whole)
    except Unclear as unclear:
        return AmountReading(ask=str(unclear))


def read_gain(typed: str, unit: str = "元") -> AmountReading:
    """Read 赚 or 亏 with an amount; the value is below 0 for a loss.

    Arguments:
        typed: 赚 or 亏 (from the buttons) in front of the amount as typed, such as 亏1.54. An amount alone is
            asked back, because a forgotten 亏 would turn the answer round.
        unit: of the amount.
    """
    text = _compact(plain(typed))
    if not text:
        return AmountReading(ask=sentences.WHICH_SIGN, blank=True)
    button = {"赚": 1, "亏": -1}.get(text[0], 0)
    written = text[1:] if button else text
    if not written:
        return AmountReading(ask=sentences.HOW_MUCH.format(asked=asked(unit)))
    if _EVEN.fullmatch(written):
        return AmountReading(0.0, EVEN)
    try:
        amount, sign = _signed_amount(written, unit)
        if amount.value == 0:
            return AmountReading(0.0, EVEN)
        if button and sign and button != sign:
            raise Unclear(sentences.TWO_SIGNS)
        if not (button or sign):
            raise Unclear(sentences.WHICH_SIGN)
        return _said(amount, button or sign, unit, words=True)
    except Unclear as unclear:
        return AmountReading(ask=str(unclear))


EVEN = "不赚不亏"
"""What is said back of a gain of 0."""


def echo_gain(value: float, unit: str = "元") -> str:
    """The signed value said back with a word: 亏 1.54 元."""
    if value == 0:
        return EVEN
    return f"{'赚' if value > 0 else '亏'} {echo(abs(value), unit)}"


def _compact(text: str) -> str:
    """In lower case and without spaces, except between two numbers side by side (3 5, but 1 200 is one)."""
    text = text.strip(_QUOTES).lower()
    for note in sentences.NOTES:
        text = text.removesuffix(plain(note))
    text = _IN_BRACKETS.sub(r"\1", text)
    text = text.rstrip(_TRAILING) or text
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1]
    text = _GROUPS.sub(lambda found: found[1].replace(" ", ""), text)
    return text if _APART.search(text) else re.sub(r"\s+", "", text)


def _said(
    amount: Amount, sign: int, unit: str, *, whole: bool | None = None, words: bool = False
) -> AmountReading:
    """The amount as it is stored, no finer than it is said back."""
    shown = amount.value * (10 if unit == "折" else 1) * 10**DECIMALS
    rounded = int(shown + Fraction(1, 2))
    if amount.value > LIMIT:
        raise Unclear(sentences.TOO_BIG)
    if amount.value and not rounded:
        raise Unclear(sentences.TOO_SMALL)
    if (unit_of(unit).whole if whole is None else whole) and amount.value.denominator != 1:
        below = int(amount.value)
        raise Unclear(sentences.WHOLE.format(below=below, above=below + 1, unit=unit))
    value = float(Fraction(rounded, 10**DECIMALS * (10 if unit == "折" else 1)) * sign)
    said = echo_gain(value, unit) if words else echo(value, unit)
    return AmountReading(value, (f"{amount.said} = {said}" if amount.said else said) + amount.note)


def _signed_amount(text: str, unit: str) -> tuple[Amount, int]:
    """The amount in a text and its sign, 0 where nothing tells it.

    Raises:
        Unclear: with the sentence for the learner.
    """
    if len(text) > MAX_CHARACTERS or _APART.search(text):
        raise Unclear(sentences.ONE_ONLY)
    for prefix in unit_of(unit).prefixes:  # ¥-3 as well as -¥3
        text = text.removeprefix(prefix) or text
    left, equals, right = text.rpartition("=")
    if equals and left:
        return _both(left, right, unit)
    if _NO_GAIN.fullmatch(text):
        return Amount(Fraction(0)), 0
    doubt = ""
    for candidate in _without_words_around(text):
        sign, rest = _sign(candidate, unit)
        for inner in _without_words_around(rest):
            doubt = "" if unit == "折" else rough.ask(inner, unit_of(unit))
            amount = None if doubt else _amount(inner, unit)
            if amount is not None:
                return amount, sign
    raise Unclear(doubt or _why_not(text, unit))


def _both(left: str, right: str, unit: str) -> tuple[Amount, int]:
    """2公斤=4斤 says one thing twice; 2+3=5 is left to the learner."""
    first, second = _signed_amount(left, unit), _signed_amount(right, unit)
    apart = abs(first[0].value - second[0].value)
    if apart >= Fraction(1, 10**DECIMALS) or (first[1] or second[1]) != second[1]:
        raise Unclear(sentences.WORK_OUT)
    return second


def _sign(text: str, unit: str) -> tuple[int, str]:
    """The sign of a text and the rest of it; 0 when nothing in front tells."""
    loss = ("-", "负") if unit == "折" else LOSS  # 少两成 is what a discount takes off
    for words, sign in ((loss, -1), (GAIN, 1)):
        for word in words:
            if text.startswith(word) and text[len(word) :][:1] != "半":  # 多半, 少半
                return sign, text[len(word) :].lstrip("".join(_AFTER_SIGN))
    return 0, text


def _without_words_around(text: str) -> list[str]:
    """The text, and the text without what people write in front of and behind a number."""
    behind = _BACK.sub("", text)
    return list(dict.fromkeys(one for one in (text, behind, _FRONT.sub("", behind)) if one))


def _amount(text: str, unit: str) -> Amount | None:
    if unit == "%":
        return percent(text)
    if unit == "折":
        return discount(text)
    return price(text, unit) if "/" in unit else measured(text, unit_of(unit))


def _why_not(text: str, unit: str) -> str:
    """The sentence for an amount that could not be read in `unit`."""
    known = unit_of(unit)
    per = _PRICE.search(text) if unit == "元" and re.search(r"[元块毛角/每]|[0-9]", text) else None
    if per and rough.numbers_in(text.replace(per[0], "#")):
        return sentences.PER_JIN.format(thing=per[1])
    pack = next((pack for pack in PACKS if text.endswith(pack)), "")
    if pack and "克" in known.words and "/" not in unit:
        return sentences.PACK.format(said=pack, asked=asked(unit))
    own = known.words.keys() | (_PARTS if unit == "%" else frozenset())
    word = other_word(text, own) if rough.counts(text) else ""
    if word and unit:
        return sentences.OTHER_UNIT.format(asked=asked(unit), said=word)
    if word:
        return sentences.NO_UNIT.format(said=word)
    if re.search(r"[0-9]/[0-9]", text):
        return sentences.WORK_OUT
    several = sentences.ONE_ONLY if rough.numbers_in(text) > 1 else ""
    return rough.side_by_side(text, known) or several or sentences.NOT_READ.format(example=example(unit))
