"""Of every question of every week: what is blank keeps its key, whichever other part was tried."""

import json
import re

import pytest
from tests.sample_class.make_classroom import weeks
from tests.sample_class.questions import read_classroom

from nongju.marking import ChoicesRule, combine
from nongju.simulators.placing.stars import StarsRule

LEARNERS = ("wang-li", "chen-jun", "sun-bo")


def marked(one, variant, tried=None, value=None):
    """The mark of a hand-in in which one field was tried; and the parts before anything is kept back."""
    fields = {field.key: field.filled(variant.fill) for field in one.question.fields}
    parts = [
        rule.judge(
            value if rule.field == tried else None,
            variant,
            variant.fill(fields[rule.field].label),
            fields[rule.field].echo,
        )
        for rule in one.rules
    ]
    q = one.question
    more = {"week": q.week, "question": q.key, "title": q.title, "learner": "x", "scene": variant.name}
    return combine(parts, **more, story=variant.story, required=q.required), parts


def said(result):
    return result.to_html() + json.dumps(result.to_json()["parts"], ensure_ascii=False)


def stands_in(key, text):
    """Whether a key stands in a text, and not as a piece of a longer number."""
    return re.search(rf"(?<![\d.]){re.escape(key)}(?![\d.])", text) is not None


def tries(one, variant):
    """Each field of a question with the first wrong answer that its rule knows."""
    for rule in one.rules:
        known = rule.predictions(variant)
        if known and not isinstance(rule, StarsRule):
            value = known[0][1]
            if isinstance(rule, ChoicesRule) and isinstance(value, str):
                value = rule.expected(variant) ^ {value}
            yield rule.field, value


@pytest.fixture(scope="module", params=weeks())
def room(request):
    return read_classroom(request.param)


def test_an_empty_hand_in_gets_no_key_and_no_worked_answer(room):
    for one in room.graded:
        for learner in LEARNERS:
            variant = one.question.variant_for(learner)
            result, parts = marked(one, variant)
            assert result.verdict == "blank"
            shown = said(result)
            for part in parts:
                assert not part.why or part.why not in shown
                asked = f"{variant.story} {result.title} {' '.join(p.label for p in parts)}"
                assert not part.key or stands_in(part.key, asked) or not stands_in(part.key, shown)


def test_one_try_brings_its_own_answer_and_no_other(room):
    checked = 0
    for one in room.graded:
        for learner in LEARNERS:
            variant = one.question.variant_for(learner)
            for tried, value in tries(one, variant):
                result, parts = marked(one, variant, tried, value)
                mine = next(part for part in parts if part.field == tried)
                told = next(part for part in result.parts if part.field == tried)
                assert told.key == mine.key
                asked = f"{variant.story} {result.title} {mine.key} {' '.join(p.label for p in parts)}"
                for part in parts:
                    if part.field != tried and len(part.key) > 1 and not stands_in(part.key, asked):
                        hint = told.misconception.hint if told.misconception else ""
                        shown = f"{told.why} {told.key} {hint}"
                        assert not stands_in(part.key, shown), (one.cell, tried, part.field)
                        checked += 1
    assert checked > 30
