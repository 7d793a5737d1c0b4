"""A typed or spoken amount, read in the unit that the field asks for, and said back.

`read` never guesses: what is not one clear amount comes back as a sentence that says what to write.
The rows of the table in the teaching notes (8.3) are the examples in tests/answers/test_quantity.py.
Values are in the field's unit; a 折 field gives the share of the price that is paid (8 折 is 0.8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nongju.answers import numerals
from nongju.answers.measures import (
    ONE_ONLY,
    SAY_ONE_NUMBER,
    Amount,
    Unclear,
    format_number,
    measured,
    price_of_a_jin,
)
from nongju.answers.shares import discount, percent
from nongju.answers.units import UNITS, Unit

LIMIT = Decimal(10) ** 9
"""No answer of this course comes near a milliard; more is a slip of the finger."""

MAX_CHARACTERS = 60
"""An amount with its words is shorter than this; more is text in the wrong field."""

WORK_OUT = "先算好，再写一个数。"
NO_NEGATIVE = "这里不会是负数。写 0 或比 0 大的数。"
TOO_BIG = "这个数太大了，看看是不是多按了几下。"
WHICH_SIGN = "是赚还是亏？点一下。"
TWO_SIGNS = "一处写了赚，一处写了亏。是赚还是亏？"
HOW_MUCH = "再写上是{how_much}。"

_APPROXIMATE = re.compile(
    r"把|来[块斤个单天元毛]|^[^\d]*十来|左右|上下|大概|大约|差不多|不到|将近|接近|多[块斤个单天元毛]|[十百千万]多|\d多"
    r"|出头|几|好多|多少|以上|以下|超过|至多|最多|约|或者|还是|[~～]|\d+(?:\.\d+)?-\d|\d到\d|[一二三四五六七八九十]到[一二三四五六七八九十]"
)
_SUMS = re.compile(r"\d\s*[+*/×÷=x]\s*\d")
_LOSS = ("倒贴", "倒亏", "亏损", "亏本", "亏", "赔", "贴", "少", "负", "-")
_GAIN = ("盈利", "净赚", "赚", "挣", "盈", "剩", "多", "+")
_QUOTES = "\"'“”‘’「」 "
_EVEN = re.compile(r"^(?:不赚不亏|不亏不赚|不赔不赚|不赚不赔|持平|平|保本|打平)$")


@dataclass(frozen=True)
class Reading:
    """What was read: a value with its echo, or a sentence, or neither when the field is blank."""

    value: float | None = None
    echo: str = ""
    problem: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was written."""
        return self.value is None and not self.problem


def echo(value: float, unit: str) -> str:
    """The value said back: 3.5 元, 8 折, 30 %."""
    if unit == "折":
        return f"{format_number(Decimal(str(value)) * 10)} 折"
    return f"{format_number(value)} {unit}".strip()


def read(text: str, unit: str = "", *, negative: bool = False) -> Reading:
    """Read one amount of 0 or more (below 0 too if `negative`).

    Arguments:
        text: as typed; anything.
        unit: of the field, such as 元, 元/斤, %, 折; empty for a bare number.
        negative: whether -1.5 and 亏1.5 are allowed here.

    Returns:
        A Reading: a value with its echo, a sentence that says what to write, or blank.
    """
    cleaned = numerals.plain(text).strip(_QUOTES)
    if not cleaned:
        return Reading()
    try:
        sign, rest = _sign(cleaned)
        if sign < 0 and not negative:
            raise Unclear(NO_NEGATIVE)
        amount = _amount(rest, unit)
    except Unclear as unclear:
        return Reading(problem=str(unclear))
    return _say(amount, sign, unit)


def read_gain(text: str, unit: str = "元") -> Reading:  # noqa: PLR0911
    """Read 赚 or 亏 with an amount; the value is below 0 for a loss.

    Arguments:
        text: 赚 or 亏 (from the buttons) in front of the amount as typed, such as 亏1.54. An amount alone is
            asked back, because a forgotten 亏 would turn the answer round.
        unit: of the amount.
    """
    cleaned = numerals.plain(text)
    if not cleaned:
        return Reading()
    button, typed = 0, cleaned
    if cleaned[0] in "赚亏":
        button, typed = (1 if cleaned[0] == "赚" else -1), cleaned[1:].strip()
    if not typed:
        return Reading(problem=HOW_MUCH.format(how_much="几元" if unit == "元" else "多少"))
    if _EVEN.match(typed):
        return Reading(0.0, "不赚不亏")
    try:
        sign, rest = _sign(typed, signless=0)
        if button and sign and button != sign:
            raise Unclear(TWO_SIGNS)
        amount = _amount(rest, unit)
    except Unclear as unclear:
        return Reading(problem=str(unclear))
    if amount.value == 0:
        return Reading(0.0, "不赚不亏")
    if not (button or sign):
        return Reading(problem=WHICH_SIGN)
    return _say(amount, button or sign, unit, words=True)


def echo_gain(value: float, unit: str = "元") -> str:
    """The signed value said back with a word: 亏 1.54 元."""
    if value == 0:
        return "不赚不亏"
    return f"{'赚' if value > 0 else '亏'} {echo(abs(value), unit)}"


def _say(amount: Amount, sign: int, unit: str, *, words: bool = False) -> Reading:
    value = amount.value * (-1 if sign < 0 else 1)
    if abs(value) > LIMIT:
        return Reading(problem=TOO_BIG)
    said = echo_gain(float(value), unit) if words else echo(float(value), unit)
    if amount.said:
        said = f"{amount.said} = {said}"
    return Reading(float(value), said + amount.note)


def _sign(text: str, signless: int = 1) -> tuple[int, str]:
    """The sign of a text and the rest of it; `signless` when nothing in front tells."""
    for word in _LOSS:
        if text.startswith(word):
            return -1, text[len(word) :].strip(" :：了")
    for word in _GAIN:
        if text.startswith(word):
            return 1, text[len(word) :].strip(" :：了")
    return signless, text


def _amount(text: str, unit: str) -> Amount:
    """The amount in `text`, in `unit`; raises Unclear with a sentence."""
    if len(text) > MAX_CHARACTERS:
        raise Unclear(ONE_ONLY)
    if _SUMS.search(text) and unit not in {"元/斤"}:
        raise Unclear(WORK_OUT)
    if _APPROXIMATE.search(text):
        raise Unclear(SAY_ONE_NUMBER)
    if unit == "%":
        return percent(text)
    if unit == "折":
        return discount(text)
    if unit == "元/斤":
        return price_of_a_jin(text)
    known = UNITS.get(unit) or Unit(unit, {unit: Decimal(1)} if unit else {})
    return measured(text, known)
