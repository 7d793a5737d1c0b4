"""What the build checks before a question may mark: pool, points, distinct misconceptions."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from nongju.marking.rule import Rule
from nongju.marking.scene import GRADED_POOL, Scene, Variant, draw

LEAST_MISCONCEPTIONS = 3
"""Named misconceptions a graded question needs in every scene (LESSON standard)."""


def separation_faults(
    rules: Iterable[Rule], variant: Variant, options: Mapping[str, AbstractSet[str]] | None = None
) -> list[str]:
    """What is wrong with a question's rules in one scene; empty when all is well.

    Arguments:
        rules: the question's rules.
        variant: a scene with its numbers fixed.
        options: field key to its option keys, to find a key or misconception that names none.

    Returns:
        One English sentence a fault: a key or prediction that raises, two answers that the
        tolerance cannot tell apart, a text that cannot be filled, an unknown option.
    """
    found: list[str] = []
    for rule in rules:
        try:
            found += rule.faults(variant)
            found += _text_faults(rule, variant)
            found += _option_faults(rule, variant, (options or {}).get(rule.field))
        except Exception as error:  # an author's formula may raise anything
            found.append(f"{rule.field}: {type(error).__name__}: {error}")
    return [f"scene {variant.name}: {fault}" for fault in found]


def misconceptions(rules: Iterable[Rule], variant: Variant) -> list[str]:
    """Ids of the misconceptions a question can recognise in one scene, without repeats."""
    return list(dict.fromkeys(wrong.id for rule in rules for wrong, _ in rule.predictions(variant)))


def pool_faults(scenes: Sequence[Scene], *, graded: bool = True) -> list[str]:
    """What is wrong with a question's pool of scenes; empty when all is well."""
    found = []
    names = [one.name for one in scenes]
    if graded and len(scenes) < GRADED_POOL:
        found.append(f"{len(scenes)} scenes, a graded question needs {GRADED_POOL}")
    if len(names) != len(set(names)):
        found.append(f"two scenes share a name: {', '.join(names)}")
    for one in scenes:
        try:
            draw("", "", "", [one]).fill(one.text)
        except ValueError as error:
            found.append(str(error))
    return found


def _text_faults(rule: Rule, variant: Variant) -> list[str]:
    """Fill every text once; what cannot be filled raises and is reported by the caller."""
    rule.judge(None, variant, "", _shown)
    for wrong, _ in rule.predictions(variant):
        rule.hint(wrong, variant, _shown)
    return []


def _option_faults(rule: Rule, variant: Variant, known: AbstractSet[str] | None) -> list[str]:
    if known is None:
        return []
    named: list[tuple[str, Any]] = [("the key", rule.expected(variant))]
    named += [(wrong.id, predicted) for wrong, predicted in rule.predictions(variant)]
    found = []
    for who, predicted in named:
        unknown = sorted(rule.options(predicted) - known)
        found += [f"{rule.field}: {who} names no option: {option}" for option in unknown]
    return found


def _shown(value: object) -> str:
    return str(value)
