"""One field's stored answer and its rule: the part of a mark that comes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nongju.answers.fields import Field, Reading
from nongju.marking.mark import PartMark
from nongju.marking.rule import Rule, Unread
from nongju.marking.scene import Drawn

MARKING_BROKE = "批改程序出了问题，老师来看。"


def judged(rule: Rule, readings: Mapping[str, tuple[Field, Reading]], drawn: Drawn) -> PartMark:
    """The mark of one field by its rule; a rule that breaks costs no mark unseen: a person is asked."""
    label = rule.field
    try:
        field, read = readings[rule.field]
        label = drawn.fill(field.label)
        value = Unread(read.problem) if read.problem and read.value is None else read.value
        answers = {key: one.value for key, (_, one) in readings.items() if one.value is not None}
        return rule.judge(value, replace(drawn, answers=answers), label, field.echo)
    except Exception:  # a bug of ours must not stop the cell
        answer = readings[rule.field][1].echo if rule.field in readings else ""
        return broken_part(rule, label, answer)


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
