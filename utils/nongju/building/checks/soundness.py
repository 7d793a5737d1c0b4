"""Is a person with a calculator right, and nobody else: a question's numbers, tried scene by scene.

Each check gives English sentences, one a fault, with the draws that show it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from nongju.digits import plain
from nongju.marking.choice import ChoiceRule, ChoicesRule
from nongju.marking.number import NumberRule
from nongju.marking.reasons.mutants import Mutant, mutants
from nongju.marking.reasons.tracing import Traced, evaluate
from nongju.marking.rule import Rule
from nongju.marking.scene import Variant
from nongju.marking.tolerance import near

FEN, JIAO = 2, 1
"""Digits behind the point of money to the fen and to the jiao."""

LEAST_WRONG_MODELS = 5
"""Wrong models that a question with a number names in every scene."""

EXACT = 1e-9
"""Share within which two numbers are one."""


def calculator_faults(rule: NumberRule, variant: Variant) -> list[str]:
    """Keys that a person misses who rounds every result: to the fen is right, to the jiao right or told."""
    key = float(rule.expected(variant))
    tolerance = rule.tolerance.around(key)
    found = []
    by_fen = rule.rounded_key(variant, FEN)
    if not near(by_fen, key, tolerance):
        found.append(
            f"{rule.field}: who rounds each step to the fen gets {plain(by_fen, 4)}, the key is "
            f"{plain(key, 4)} within {plain(tolerance, 4)}; give numbers that come out, or more tolerance"
        )
    by_jiao = rule.rounded_key(variant, JIAO)
    if near(by_jiao, key, tolerance):
        return found
    for wrong, predicted in rule.predictions(variant):
        if near(by_jiao, float(predicted), tolerance):
            found.append(
                f"{rule.field}: who rounds each step to the jiao gets {plain(by_jiao, 4)} and is told "
                f"{wrong.id}; give numbers that part them"
            )
    return found


@dataclass
class _Draws:
    """In how many draws a wrong model earns full marks, and one of them."""

    tried: int = 0
    equal: int = 0
    hits: list[tuple[Variant, float, float]] = field(default_factory=list)

    def add(self, variant: Variant, value: float, key: float, tolerance: float) -> None:
        self.tried += 1
        self.equal += abs(value - key) <= EXACT * max(1.0, abs(key))
        if near(value, key, tolerance):
            self.hits.append((variant, value, key))


def full_marks_faults(rule: NumberRule, draws: Sequence[Variant]) -> list[str]:
    """Wrong models, one step from the key's own formula, that lie within its tolerance in some draw.

    What gives the key in every draw is the same formula written differently, and no fault.
    """
    models: dict[str, _Draws] = {}
    for variant in draws:
        traced = rule.traced_key(variant)
        if not isinstance(traced, Traced):
            continue
        key = float(rule.expected(variant))
        for mutant, value in _values(traced):
            seen = models.setdefault(mutant.said, _Draws())
            seen.add(variant, value, key, rule.tolerance.around(key))
    found = []
    for said, seen in models.items():
        if seen.hits and seen.equal < seen.tried:
            variant, value, key = seen.hits[0]
            found.append(
                f"{rule.field}: {said} earns full marks in {len(seen.hits)} of {seen.tried} draws (scene "
                f"{variant.name}: {plain(value, 4)}, the key is {plain(key, 4)}); give numbers that part them"
            )
    return found


def wrong_models(rule: NumberRule, variant: Variant) -> Iterator[tuple[str, float]]:
    """Each wrong model one step from the key's formula, with what it gives here; for authors to name."""
    traced = rule.traced_key(variant)
    for mutant, value in _values(traced) if isinstance(traced, Traced) else ():
        yield mutant.said, value


def one_key_faults(rules: Iterable[Rule], draws: Sequence[Variant]) -> list[str]:
    """Choices whose key is the same in every scene: who learned the letter is right without reading."""
    found = []
    for rule in rules:
        if not isinstance(rule, ChoiceRule | ChoicesRule) or rule.guess:
            continue
        keys = Counter(rule.expected(variant) for variant in draws)
        if len(keys) == 1:
            key = next(iter(keys))
            shown = key if isinstance(key, str) else "+".join(sorted(key))
            found.append(
                f"{rule.field}: the key is {shown!r} in every scene; add a scene where it is another"
            )
    return found


def unnamed_options(rule: Rule, variant: Variant, options: Mapping[str, AbstractSet[str]]) -> list[str]:
    """Wrong options of a choice behind which no misconception stands."""
    if not isinstance(rule, ChoiceRule | ChoicesRule) or rule.guess:
        return []
    predicted = [option for _, option in rule.predictions(variant)]
    named = {one for option in predicted for one in ([option] if isinstance(option, str) else option)}
    key = rule.expected(variant)
    right = {key} if isinstance(key, str) else set(key)
    return [
        f"{rule.field}: option {option!r} is wrong here and has no name; say what stands behind it"
        for option in sorted(options.get(rule.field, set()) - named - right)
    ]


def few_models(rules: Iterable[Rule], variant: Variant) -> str:
    """Why a question with a number names too few wrong models in a scene; empty when it names enough."""
    numbers = [rule for rule in rules if isinstance(rule, NumberRule)]
    known = list(dict.fromkeys(wrong.id for rule in numbers for wrong, _ in rule.predictions(variant)))
    if not numbers or len(known) >= LEAST_WRONG_MODELS:
        return ""
    return ", ".join(known) or "none"


def _values(traced: Traced) -> Iterator[tuple[Mutant, float]]:
    """Each mutant that makes a difference here, with its value."""
    for mutant in mutants(traced.node):
        try:
            if not mutant.harmless():
                yield mutant, evaluate(mutant.node)
        except (ArithmeticError, ValueError):
            continue
