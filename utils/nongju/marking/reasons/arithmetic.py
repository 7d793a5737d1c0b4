"""Which sum gives a wrong number that has no name.

It is the key's own formula with one thing done otherwise, or two numbers of the story put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Any

from nongju.digits import plain
from nongju.marking.misconception import Reason
from nongju.marking.reasons.mutants import Mutant, hands, mutants, swaps
from nongju.marking.reasons.tracing import HUNDRED, OPERATIONS, Node, Traced, evaluate, figures, inside

HALF_FEN = 0.0051
"""How far a number may be from what a sum gives and still be it: money is written to the fen."""

FLOAT_DUST = 1e-9
"""The last bits of 0.1 + 0.2."""

ROUNDED_SHARE = 0.005
"""Share of a sum's result within which a typed number may be that result rounded."""

LONG = 24
"""Characters of a sum above which only its last operation is said."""

MOST_WAYS = 400
"""Changed formulas that are tried for one number."""

AROUND, LEAST_AROUND = 0.1, 5.0
"""What counts as a number's neighbourhood: a share of it, and at least so much."""

MOST_CHANCE = 0.19
"""A reason is told only where fewer values than this would meet the number by chance."""

SAID = "你的数，像是 {sum} 算来的。"

REASONS = {
    "left_out": ("step_left_out", "漏了一步", "你的数，像是漏了 {left_out}，没有算进去。"),
    "inverted": ("multiplied_for_divided", "乘除弄反了", SAID + "该乘还是该除？想想结果该变大还是变小。"),
    "shares_added": ("shares_added", "几成直接相加", SAID + "后一回只坏剩下的，要连着乘。"),
    "turned": ("turned_round", "前后弄反了", SAID + "谁减谁、谁除谁，再看一遍。"),
    "added": ("added_for_taken", "加减弄反了", SAID + "该加还是该减？想想结果该变多还是变少。"),
    "stopped": ("stopped_early", "算到一半停了", SAID + "这是中间的一步，后面还有。"),
    "other_number": (
        "other_number_used",
        "用错了一个数",
        "你的数，像是把 {sum} 当成了 {where}。看看哪个才是要用的。",
    ),
}
OTHER_SUM = ("other_sum", "算的是别的数", SAID + "再看看问的是哪一样。")
EITHER = "，或者 "
SUMS = tuple(sign for sign in OPERATIONS if sign != "**")
"""What is done with two numbers of a story."""

FEW = range(6)
"""Whole numbers that so many sums give that none says anything: 0 to 5."""

MOST_SUMS = 2
"""More sums than these that all give the number say nothing about how the learner came to it."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?![\d.]*[PKpk])")
"""A number of a story; the 1080 of 1080P is a name."""


def arrives(number: float, value: float) -> bool:
    """Whether a typed number is what a sum gives, to the fen or rounded as the number was."""
    if abs(number - value) <= min(HALF_FEN, abs(value) / 2):
        return True
    step = _last_place(number)
    return abs(number - value) <= step / 2 + FLOAT_DUST and step / 2 <= ROUNDED_SHARE * abs(value)


@lru_cache(16)  # one answer is compared with some hundred values
def _last_place(number: float) -> float:
    """The worth of the last digit that was typed: 0.1 for 3.5."""
    return float(10.0 ** -len(plain(abs(number)).partition(".")[2]))


def story_numbers(story: str) -> list[float]:
    """The numbers that stand in a story, each once."""
    return list(dict.fromkeys(float(text) for text in _NUMBER.findall(story)))


def sum_reason(
    number: float, key: Any, story: Sequence[float], steps: Sequence[float], *, signed: bool
) -> Reason | None:
    """What a learner seems to have worked out, or None.

    Arguments:
        number: the answer.
        key: the right answer, a `Traced` if its formula is known.
        story: the numbers that stand in the story.
        steps: the results of the steps before.
        signed: whether the answer says gain or loss; if not, a number below 0 is answered without its sign.
    """
    if number in FEW:
        return None
    changed = (
        [(mutant, value) for mutant, value in _tried(key.node, story, signed=signed)]
        if isinstance(key, Traced)
        else []
    )
    found = [mutant for mutant, value in changed if arrives(number, value)]
    if found and chance(number, [value for _, value in changed]) <= MOST_CHANCE:
        return _reason(found[0])
    pairs = list(_pairs(dict.fromkeys([*story, *steps]), signed=signed))
    sums = [node for node, value in pairs if _is_sum(number, value, node)]
    if not 1 <= len(sums) <= MOST_SUMS or chance(number, [value for _, value in pairs]) > MOST_CHANCE:
        return None
    identity, title, hint = OTHER_SUM
    return Reason(identity, title, hint.format(sum=EITHER.join(figures(node) for node in sums)))


def _is_sum(number: float, value: float, node: Node) -> bool:
    """Whether two numbers of the story give the answer; only who divides has digits to round."""
    return arrives(number, value) if node[0] == "/" else abs(number - value) <= FLOAT_DUST


def chance(number: float, values: Iterable[float]) -> float:
    """How many of these values a number like this one meets by chance.

    It counts the values in the number's neighbourhood that are whole, or broken, as it is, over the numbers
    of as many digits there.
    """
    around = max(LEAST_AROUND, AROUND * abs(number))
    step = _last_place(number)
    near = {round(value / step) for value in values if abs(value - number) <= around}
    if step == 1:
        near = {
            round(value) for value in values if abs(value - number) <= around and float(value).is_integer()
        }
    return len(near) * step / (2 * around)


def _tried(node: Node, seen: Sequence[float], *, signed: bool) -> Iterator[tuple[Mutant, float]]:
    """The changed formulas that make a difference, with their values; the likeliest first.

    Below 0, where no loss can be answered, comes only who turned a difference round, and saw it.
    """
    right = evaluate(node)
    numbers = {plain(value): value for value in seen}
    count = 0
    for source in (mutants(node), hands(node), swaps(node, numbers)):
        for mutant in source:
            count += 1
            if count > MOST_WAYS:
                return
            try:
                value = evaluate(mutant.node)
                if mutant.kind not in REASONS or mutant.left_out == HUNDRED or mutant.harmless():
                    continue
                if _all_rounding(mutant.node) or (mutant.kind == "other_number" and value in (0.0, 1.0)):
                    continue  # a number taken from itself, or divided by itself
                if value < 0 and not signed:
                    if mutant.kind != "turned":
                        continue
                    value = -value
                if not arrives(value, right):
                    yield mutant, value
            except (ArithmeticError, ValueError):
                continue


def _all_rounding(node: Node) -> bool:
    """Whether a whole answer comes of the rounding alone: 31 ÷ 3980, rounded up, is a 1 that says nothing."""
    whole = False
    while node[0] in ("step", "whole"):
        whole, node = whole or node[0] == "whole", node[2]
    return whole and abs(evaluate(node)) < 0.5


def _reason(mutant: Mutant) -> Reason:
    identity, title, hint = REASONS[mutant.kind]
    left_out = mutant.left_out if mutant.left_out is not None else mutant.where
    words = {"sum": _short(mutant.changed), "where": _short(mutant.where), "left_out": figures(left_out)}
    return Reason(identity, title, hint.format(**words))


def _short(node: Node) -> str:
    """A sum in figures; a long one with its last operation only."""
    node = inside(node)
    written = figures(node)
    if len(written) <= LONG or node[0] not in OPERATIONS:
        return written
    return figures((node[0], *(("constant", evaluate(part)) for part in node[1:])))


def _pairs(seen: Iterable[float], *, signed: bool) -> Iterator[tuple[Node, float]]:
    """Every two numbers put together: sums and products once, a difference below 0 only of signed numbers."""
    plain_ones = {0.0, 1.0}
    for left, right in permutations([one for one in seen if one not in plain_ones], 2):
        for sign in SUMS:
            if (sign in "*+" and left > right) or (sign == "-" and left < right and not signed):
                continue
            yield (sign, ("constant", left), ("constant", right)), OPERATIONS[sign](left, right)
