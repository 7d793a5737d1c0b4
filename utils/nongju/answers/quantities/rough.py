"""What is no one amount, though it may hold a number: about so much, from-to, a sum, 「不晓得」.

`ask` looks for kinds of words, not for single phrases; what it finds is asked about, never guessed.
"""

from __future__ import annotations

import re

from nongju.answers.quantities import sentences
from nongju.answers.quantities.numerals import CHINESE, DIGITS, PAIRS, PLACES
from nongju.answers.quantities.units import Unit, example

_DIGIT = f"[{''.join(DIGITS)}]"
_NUMBER = rf"[0-9{CHINESE}半]"

_DONT_KNOW = re.compile(
    r"不(?:晓得|知道?|清楚|会|懂|明白|确定|记得|好说|一定|详)|没(?:学|算|想|得|有|写|懂)|忘|随便|看不|算不|搞不|弄不|说不"
    r"|问(?:老师|别人)|无|啥|什么|怎么|哪"
)
_ABOUT = re.compile(
    r"把|来|左右|上下|大概|大约|大致|大体|约|差不多|差点|估|也许|可能|或许|好像|似乎|样子|光景"
    r"|不到|不足|不止|不够|不满|将近|接近|出头|冒头|开外|挂零|以[上下内外]|之[上下内间]|[超大小高低多少]于|超过"
    r"|至多|最多|顶多|不等|若干|一些|有些|有点|点点|大半|小半|少半|好多|多少|[><≥≤≈±]|^~|\+(?![0-9])"
    rf"|(?:近|快|好|大|小)(?={_NUMBER})|[上成数][十百千万]|(?<={_NUMBER})余|(?<=.)儿|起$"
    rf"|(?<![0-9{''.join(DIGITS)}{''.join(PLACES)}])(?:百{_DIGIT}?十|千{_DIGIT}?百|万{_DIGIT}?千|[百千万][十百千万])"
)
_MORE = re.compile(r"(?<=.)多")
_TO = re.compile(r"(?:到|至|或者?|还是|要么|和|跟|、|~|-)").pattern
_APART = re.compile(rf"^(.*?)({_NUMBER}+(?:\.[0-9]+)?)(?:{_TO}|(?<![0-9]),)({_NUMBER}+(?:\.[0-9]+)?)(.*)$")
_ANY_TO = re.compile(rf"(?<=.){_TO}")
_SUM = re.compile(r"[+*×÷=^]|[0-9)]x[0-9(]|加|减|乘|除")
_SPACE = re.compile(r"(?<=[0-9%])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9])")
_SIDE_BY_SIDE = re.compile(r"^(.*?)([一二两三四五六七八九])(?!\2)([一二两三四五六七八九])(?!点)(.*)$")


def ask(text: str, unit: Unit) -> str:  # noqa: PLR0911  one way out a kind of words
    """The sentence for a text that is no one amount, "" where nothing speaks against one.

    Arguments:
        text: plain, in lower case, without spaces and without a sign in front.
        unit: of the field; its own name is no word of doubt, whatever it is (3 把).
    """
    rest = text.replace(unit.name, "#") if unit.name else text
    if not re.search(r"\w", rest) or _DONT_KNOW.search(rest):
        return sentences.DONT_KNOW if "#" not in rest or len(rest) > 1 else ""
    apart = _APART.match(rest)
    if apart:
        return either(apart[1] + apart[2] + apart[4], apart[1] + apart[3] + apart[4], unit)
    if "几" in rest:
        return sentences.HOW_MANY
    if _ABOUT.search(rest):
        return sentences.SAY_ONE_NUMBER
    if _MORE.search(rest):
        return sentences.HOW_MANY_MORE.format(example=example(unit.name))
    if _ANY_TO.search(rest):
        return sentences.SAY_ONE_NUMBER
    return sentences.WORK_OUT if _SUM.search(rest) else ""


def counts(text: str) -> bool:
    """Whether a text holds any number at all, or asks for one."""
    return re.search(rf"{_NUMBER}|几", text) is not None


def numbers_in(text: str) -> int:
    """How many numbers stand in a text."""
    return len(re.findall(rf"(?:{_NUMBER}|[.点])+", text))


def side_by_side(text: str, unit: Unit) -> str:
    """The question for two digits that stand side by side in what could not be read: 七八块, 两三百."""
    pair = _SIDE_BY_SIDE.match(text)
    if pair is None or (pair[3] in PAIRS and "两" in unit.words and not pair[4]):  # 半斤八两
        return ""
    return either(pair[1] + pair[2] + pair[4], pair[1] + pair[3] + pair[4], unit)


def either(one: str, other: str, unit: Unit) -> str:
    """The question which of two is meant, 七块 or 八块."""
    one, other = (text.replace("#", unit.name) for text in (one, other))
    return _SPACE.sub(" ", sentences.EITHER.format(one=one, other=other))
