"""One field's stored answer and its rule: the part of a mark that comes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nongju.answers.fields import Field, Reading
from nongju.marking.mark import PartMark
from nongju.marking.rule import Rule, Unread
from nongju.marking.scene import Variant

MARKING_BROKE = "批改程序出了问题，老师来看。"


def part_mark(rule: Rule, readings: Mapping[str, tuple[Field, Reading]], variant: Variant) -> PartMark:
    """The mark of one field by its rule; a rule that breaks costs no mark unseen: a person is asked."""
    label = rule.field
    try:
        field, read = readings[rule.field]
        label = variant.fill(field.label)
        answers = {key: one.value for key, (_, one) in readings.items() if one.value is not None}
        variant = replace(variant, answers=answers, signed=field.signed)
        if not read.problem:
            return rule.judge(read.value, variant, label, field.echo)
        unread = Unread(read.problem, read.typed, read.last)
        if read.value is None:
            return rule.judge(unread, variant, label, field.echo)
        return _in_part(rule.judge(read.value, variant, label, field.echo), label, read)
    except Exception:  # a bug of ours must not stop the cell
        answer = readings[rule.field][1].echo if rule.field in readings else ""
        return broken_part(rule, label, answer)


def _in_part(part: PartMark, label: str, read: Reading) -> PartMark:
    """The mark of a table whose cells could not all be read: a person looks, unless no mark is lost by it."""
    part = replace(part, answer=read.echo, notes=(*part.notes, f"{label} {read.problem}"))
    return part if part.points >= part.max_points else replace(part, needs_person=True)


def broken_part(rule: Rule, label: str, answer: str) -> PartMark:
    """A part that our own fault kept from being marked."""
    return PartMark(
        field=rule.field,
        label=label,
        verdict="teacher",
        points=0.0,
        max_points=rule.points,
        answer=answer,
        key="",
        why=MARKING_BROKE,
        notes=(MARKING_BROKE,),
        needs_person=True,
    )
