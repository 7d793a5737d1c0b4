"""What a mark keeps to itself: the key of what was not tried.

Whoever hands in blanks, or one guess of four, must not get the answers back: the question may be done
tomorrow, and an evening that has not begun is all blanks. A worked answer often says the number of another
part on its way, so that of a part that was tried waits, too, while it would give a blank one away.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nongju.marking.part import PartMark

WAITS = "这一问的讲解先留着，里面有「{others}」的答案。把那一问做了再交，就给你看。"
"""Said in place of a worked answer that would give a blank part away."""

HINT_WAITS = "想一想是怎么来的。做了「{others}」再交，就给你说。"
"""Said in place of the hint of a misconception that would do so."""

NUMBER = re.compile(r"\d+(?:\.\d+)?")

TELLING_DIGITS = 3
"""A number of so many digits, or with a decimal point, is known again without its unit: 1288 or 4.13 in a
worked answer is the key 1288 元, while a 4 may be anything and counts only as 4 单."""

LEAST_WORDS = 2
"""Characters of a key in words that are known again; 开 or 甲 stands in many a sentence."""


def withheld(parts: Sequence[PartMark], given: str) -> tuple[PartMark, ...]:
    """The parts without the key and the worked answer of what was not tried.

    Arguments:
        parts: of one question, whole.
        given: what the learner was told anyway: the scene, such as 鲜肉 14 元.
    """
    untried = [part for part in parts if not part.tried]
    known = " ".join([given, *(part.label for part in parts), *(part.key for part in parts if part.tried)])
    shown: list[PartMark] = []
    for part in parts:
        if not part.tried:
            shown.append(replace(part, key="", why=""))
            continue
        shown.append(_without_keys(part, untried, known))
    return tuple(shown)


def _without_keys(part: PartMark, untried: Sequence[PartMark], known: str) -> PartMark:
    """A part that was tried, without what its worked answer and its hint would give away."""

    def instead(text: str, sentence: str) -> str:
        others = [_name(other.label) for other in untried if gives_away(text, other.key, known)]
        return sentence.format(others="、".join(others)) if others else text

    part = replace(part, why=instead(part.why, WAITS))
    wrong = part.misconception
    if wrong is None:
        return part
    return replace(part, misconception=replace(wrong, hint=instead(wrong.hint, HINT_WAITS)))


def gives_away(text: str, key: str, known: str) -> bool:
    """Whether a text says a key that is not known already.

    Arguments:
        text: a worked answer.
        key: the right answer with its unit, "" where there is none.
        known: what the learner was told anyway.
    """
    found = list(NUMBER.finditer(key))
    if not found:
        return len(key) >= LEAST_WORDS and key in text and key not in known
    ends = [*(match.start() for match in found[1:]), len(key)]
    pieces = [(match.group(), key[match.end() : end]) for match, end in zip(found, ends, strict=True)]
    return any(_says(text, number, unit) and not _says(known, number, unit) for number, unit in pieces)


def _says(text: str, number: str, unit: str) -> bool:
    is_telling = "." in number or len(number) >= TELLING_DIGITS
    after = "" if is_telling else rf"\s*{re.escape(_word(unit))}"
    return re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d){after}", text) is not None


def _word(unit: str) -> str:
    """The unit behind a number, without blanks and what follows it: 元 of " 元；邻县 "."""
    return re.split(r"[\s；，。、]", unit.strip(), maxsplit=1)[0]


def _name(label: str) -> str:
    """A field's label as it is named in a sentence: up to its question mark."""
    return re.split(r"[?？]", label, maxsplit=1)[0]
