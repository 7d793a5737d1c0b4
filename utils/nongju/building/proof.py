"""A question's proof sheet: every draw with key, wrong models, roundings and feedback, for its author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nongju.answers.fields import Field
from nongju.answers.kinds.order import OrderField
from nongju.building.checks.evening import Asked
from nongju.building.checks.soundness import FEN, JIAO, wrong_models
from nongju.digits import plain
from nongju.marking.choice import ChoiceRule
from nongju.marking.mark import PartMark
from nongju.marking.misconception import Misconception
from nongju.marking.number import NumberRule
from nongju.marking.order import OrderRule
from nongju.marking.rule import Rule
from nongju.marking.scene import Variant
from nongju.marking.table import TableRule
from nongju.marking.tolerance import near

UNNAMED_MOST = 12
"""Wrong models without a name that are listed for a field: the sheet is for reading."""


def proof(asked: Asked, scene: str = "") -> dict[str, Any]:
    """The proof sheet as JSON values.

    Arguments:
        asked: the question, as the examiner found it.
        scene: name of the only scene to show; empty for all.
    """
    draws = [variant for variant in asked.draws if scene in ("", variant.name)]
    return {
        "question": asked.question.name,
        "title": asked.cell.title,
        "points": sum(rule.points for rule in asked.rules),
        "draws": [_draw(asked, variant) for variant in sorted(draws, key=_order)],
    }


def proof_lines(sheet: dict[str, Any]) -> Iterator[str]:
    """The proof sheet in words, a line each."""
    yield f"{sheet['title']}（{sheet['question']}，{sheet['points']:g} 分）"
    for draw in sheet["draws"]:
        numbers = "，".join(f"{name}={value}" for name, value in draw["numbers"].items())
        yield ""
        yield f"━━ {draw['scene']}　{numbers}"
        yield f"题面：{draw['story']}"
        for field in draw["fields"]:
            yield from _field_lines(field)


def _field_lines(field: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"  {field['label']}"
    yield f"    答案：{field['key']}" + (f"（±{field['tolerance']}）" if "tolerance" in field else "")
    for name, said in (("fen", "每步收到分"), ("jiao", "每步收到角")):
        if name in field:
            yield f"    {said}：{field[name]['value']}，{field[name]['told']}"
    yield f"    讲解：{field['why']}"
    for wrong in field["wrong"]:
        apart = f"　离答案 {wrong['tolerances']} 个容差" if "tolerances" in wrong else ""
        yield f"    ✎ {wrong['title']}（{wrong['id']}）：{wrong['answer']}{apart}"
        yield f"        {wrong['hint']}"
    for said, value in field.get("unnamed", []):
        yield f"    ？ 没有名字的算法：{said} → {value}"


def _draw(asked: Asked, variant: Variant) -> dict[str, Any]:
    fields = {field.key: field for field in asked.question.fields}
    return {
        "scene": variant.name,
        "numbers": dict(variant.numbers),
        "story": variant.story,
        "fields": [
            _marked(rule, fields[rule.field], variant) for rule in asked.rules if rule.field in fields
        ],
    }


def _marked(rule: Rule, field: Field, variant: Variant) -> dict[str, Any]:
    filled = field.filled(variant.fill)
    label = variant.fill(field.label)
    blank = rule.judge(None, variant, label, filled.echo)
    sheet: dict[str, Any] = {"field": field.key, "label": label, "key": blank.key, "why": blank.why}
    sheet["wrong"] = [_wrong(rule, filled, variant, one, value) for one, value in rule.predictions(variant)]
    if isinstance(rule, NumberRule):
        sheet |= _number(rule, filled, variant)
    return sheet


def _number(rule: NumberRule, field: Field, variant: Variant) -> dict[str, Any]:
    key = float(rule.expected(variant))
    tolerance = rule.tolerance.around(key)
    sheet: dict[str, Any] = {"tolerance": plain(tolerance, 4)}
    for name, decimals in (("fen", FEN), ("jiao", JIAO)):
        value = rule.rounded_key(variant, decimals)
        sheet[name] = {"value": plain(value, 4), "told": _told(rule.judge(value, variant, "", field.echo))}
    named = [key, *(float(value) for _, value in rule.predictions(variant))]
    unnamed = [
        (said, plain(value, 4))
        for said, value in wrong_models(rule, variant)
        if not any(near(value, other, tolerance) for other in named)
    ]
    return {**sheet, "unnamed": list(dict.fromkeys(unnamed))[:UNNAMED_MOST]}


def _wrong(rule: Rule, field: Field, variant: Variant, one: Misconception, value: Any) -> dict[str, Any]:
    sheet = {"id": one.id, "title": one.title, "answer": _said(rule, field, value)}
    sheet["hint"] = rule.hint(one, variant, field.echo)
    if isinstance(rule, NumberRule):
        key = float(rule.expected(variant))
        around = rule.tolerance.around(key)
        sheet["tolerances"] = plain(abs(float(value) - key) / around, 1) if around else "∞"
    return sheet


def _said(rule: Rule, field: Field, value: Any) -> str:
    if isinstance(rule, NumberRule):
        return field.echo(float(plain(float(value), 4)))
    try:
        if isinstance(rule, OrderRule) and isinstance(field, OrderField) and len(value) == 2:
            return "在".join(f"「{field.options[step]}」" for step in value) + "前面"
        return field.echo(value) if isinstance(rule, ChoiceRule | OrderRule | TableRule) else str(value)
    except (TypeError, ValueError):
        return str(value)


def _told(part: PartMark) -> str:
    if part.verdict == "learned":
        return "对"
    return f"听到「{part.misconception.title}」" if part.misconception else "没有说法"


def _order(variant: Variant) -> tuple[str, str]:
    return variant.name, str(sorted(variant.numbers.items()))
