"""Answers to the questions of a week: the right one for a learner, or the one of a named misconception."""

import json
from datetime import datetime
from typing import Any

from tests.sample_class.questions import Classroom, Graded

from nongju.answers.kinds import kinds
from nongju.answers.question import Question
from nongju.answers.schema import FORMAT
from nongju.marking.rule import Rule
from nongju.marking.scene import Variant

OWN_TEXT = "我家的腊肉用柏树枝熏，老人都爱吃。"
"""What goes into text fields of own sheets."""

Answers = dict[str, dict[str, Any]]
"""Stored answers by "question.field", as answers.json holds them."""


def right_answers(room: Classroom, learner: str) -> Answers:
    """The key of every question for this learner, and something in the own sheets; no files."""
    given: Answers = {}
    for one in room.graded:
        variant = one.question.variant_for(learner)
        for rule in one.rules:
            if not rule.upload:
                answer(given, one.question, rule, variant, rule.example(variant))
    for question in room.own:
        for blank in question.fields:
            raw = {"number": "10", "gain": "赚3", "text": OWN_TEXT}.get(blank.kind)
            if raw is not None:
                echo = blank.reading(raw).echo
                given[f"{question.key}.{blank.key}"] = {"kind": blank.kind, "raw": raw, "echo": echo}
    return given


Misconceived = tuple[Graded, Rule, str]
"""A question, the rule of one of its fields, and a misconception's id."""


def misconceptions(room: Classroom, count: int) -> list[Misconceived]:
    """Misconceptions of different names, one a question, spread over the week."""
    found: list[tuple[Graded, Rule, str]] = []
    for one in room.graded:
        named = [(rule, wrong.id) for rule in one.rules if not rule.guess for wrong in rule.wrongs]
        fresh = [pair for pair in named if pair[1] not in {seen for _, _, seen in found}]
        if fresh:
            found.append((one, *fresh[0]))
    step = max(1, len(found) // count)
    return found[::step][:count]


def kinds_of_misconceptions(room: Classroom, count: int) -> list[Misconceived]:
    """Misconceptions about answers of different kinds: a number, a choice, a table, several ticks ..."""
    found: dict[type[Rule], Misconceived] = {}
    names: set[str] = set()
    questions: set[str] = set()
    for one in room.graded:
        for rule in one.rules:
            wrong = next((wrong.id for wrong in rule.wrongs if wrong.id not in names), None)
            if wrong is not None and not rule.guess and type(rule) not in found and one.cell not in questions:
                found[type(rule)] = (one, rule, wrong)
                names.add(wrong)
                questions.add(one.cell)
    chosen = list(found.values())[:count]
    spare = [more for more in misconceptions(room, len(room.graded)) if more[2] not in names]
    return [*chosen, *spare[: count - len(chosen)]]


def predicted(rule: Rule, variant: Variant, wrong_id: str) -> Any:
    """What a person with the misconception answers in this scene; None where it does not occur."""
    value = next((value for wrong, value in rule.predictions(variant) if wrong.id == wrong_id), None)
    return None if value is None else rule.example_of(value, variant)


def answer(
    given: Answers, question: Question, rule: Rule, variant: Variant, value: Any, wrong_id: str | None = None
) -> None:
    """Stores an answer the way a person types it: the shortest that marks as meant.

    Arguments:
        wrong_id: the misconception that it must be recognised as; None means that it must be right.
    """
    blank = question.field_for(rule.field, variant)
    assert blank is not None, f"{question.name} has no field {rule.field}"
    for raw in _typed(blank, value):
        read = blank.reading(raw)
        if read.value is None:
            continue
        part = rule.judge(read.value, variant, blank.label, blank.echo)
        named = part.misconception.id if part.misconception else None
        if named == wrong_id and (wrong_id is not None or part.verdict in ("learned", "guessed")):
            given[f"{question.key}.{rule.field}"] = {"kind": blank.kind, "raw": raw, "echo": read.echo}
            return
    raise ValueError(f"{question.name}.{rule.field}: nothing that is typed marks as {wrong_id or 'right'}")


def _typed(blank: Any, value: Any) -> list[Any]:
    """Ways to type a value, the most natural first: yuan to the fen, 折 as people say it."""
    if blank.kind == "setting":
        return [blank.simulation.usable(value)]
    if blank.kind == "number":
        scales = (10, 1) if blank.unit == "折" else (1,)
        return [_digits(scale * value, places) for scale in scales for places in (2, 4)]
    if blank.kind == "gain":
        return [f"{'亏' if value < 0 else '赚'}{_digits(abs(value), places)}" for places in (2, 4)]
    if blank.kind == "choices":
        return [[option for option in blank.options if option in value]]
    if blank.kind == "table":
        return [
            [{k: v if isinstance(v, str) else _digits(v, places) for k, v in row.items()} for row in value]
            for places in (2, 4)
        ]
    return [value]


def _digits(value: float, places: int) -> str:
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def answers_json(week: str, learner: str, given: Answers, moment: datetime) -> bytes:
    """An answers.json as the store writes it, every answer saved at one time."""
    saved = {key: {**entry, "saved": moment.isoformat()} for key, entry in sorted(given.items())}
    made = {
        "format": FORMAT,
        "version": max((kinds()[entry["kind"]].since for entry in given.values()), default=1),
        "week": week,
        "learner": learner,
        "pair": None,
        "answers": saved,
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
