"""A practice question: how many tries are used, and what is said of each blank after one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nongju.answers.fields import Reading
from nongju.answers.judging import part_mark
from nongju.answers.question import Question
from nongju.answers.session import Session
from nongju.marking.explanation import VERDICT_SIGNS, VERDICT_WORDS
from nongju.marking.mark import PartMark
from nongju.marking.rule import Rule

TRIES = 3
"""Tries before the worked answer shows."""

LOOK_AGAIN = "和我们算的不一样。把题再看一遍，一步一步算。"
MANY_DO = "很多人第一次都这样。"

RIGHT = frozenset({"learned", "teacher"})
"""Verdicts after which nothing is to be tried again."""


class Practice:
    """The tries of one learner at one question; how many are used is kept among the answers.

    Arguments:
        question: what is practised.
        session: who answers.
        rules: that judge the blanks.
    """

    def __init__(self, question: Question, session: Session, rules: Sequence[Rule]) -> None:
        self.question, self.session, self.rules = question, session, rules
        self._key = f"{question.key}._practice"
        self._press: Any = None  # names the press that was counted last

    def state(self) -> dict[str, Any]:
        """Tries used, whether it is over, and then what is said of each blank."""
        tries, done = self._tries()
        return {
            "used": tries,
            "done": done,
            "parts": self._sentences(self._marks(), done=True) if done else [],
        }

    def check(self, press: Any) -> dict[str, Any]:
        """Count one try, and say of each blank what came of it.

        Arguments:
            press: names the press of the button; one that is sent twice is one try still.
        """
        tries, done = self._tries()
        marks = self._marks()
        if not done and (press is None or press != self._press):
            tries += 1
            done = tries >= TRIES or all(part.verdict in RIGHT for part in marks)
            self.session.store.put(self._key, "practice", {"tries": tries, "done": done})
            self._press = press
        return {"used": tries, "done": done, "parts": self._sentences(marks, done=done)}

    def _tries(self) -> tuple[int, bool]:
        stored = self.session.store.get(self._key)
        if stored is None or not isinstance(stored.raw, dict):
            return 0, False
        return int(stored.raw["tries"]), bool(stored.raw["done"])

    def _marks(self) -> list[PartMark]:
        readings: dict[str, tuple[Any, Reading]] = {
            field.key: (field, read) for field, read in self.question.readings(self.session)
        }
        variant = self.question.variant(self.session)
        return [part_mark(rule, readings, variant) for rule in self.rules]

    @staticmethod
    def _sentences(marks: Sequence[PartMark], *, done: bool) -> list[dict[str, Any]]:
        """What to say of each blank: the rule of thumb at once, the working when right or at the end."""
        parts = []
        for part in marks:
            right = part.verdict in RIGHT
            reason = part.misconception
            texts = [f"{MANY_DO}{reason.hint}"] if reason and not right else []
            if right or done:
                texts.append(part.why)
            elif not texts:
                texts.append(LOOK_AGAIN)
            parts.append(
                {
                    "field": part.field,
                    "verdict": part.verdict,
                    "word": f"{VERDICT_SIGNS[part.verdict]} {VERDICT_WORDS[part.verdict]}",
                    "texts": texts,
                }
            )
        return parts
