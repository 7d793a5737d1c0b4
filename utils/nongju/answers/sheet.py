"""A worksheet as a whole: whose it is, what must be done, how far the learner is, what is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from nongju.answers.kinds.upload import UploadField
from nongju.answers.question import Question
from nongju.answers.recap import joined, lacking
from nongju.answers.session import Session

NUMBERED = re.compile(r"第\s*\d+\s*题")
"""How the title of a question of the week's homework begins."""

PARTS = {"must": "必做 {all} 题，做了 {done} 题", "extra": "加练 {all} 题，做了 {done} 题"}
OTHER = "另外 {all} 样，做了 {done} 样"


@dataclass
class Sheet:
    """The graded questions that one kernel's page shows, in their order.

    Arguments:
        session: who answers.
    """

    session: Session
    roles: dict[str, str] = field(default_factory=dict)
    graded: dict[str, Question] = field(default_factory=dict)

    def shows(self, question: Question, role: str) -> None:
        """A question is shown on the page, as "answer", "predict", "practice" or "sheet"."""
        self.roles[question.name] = role

    def marks(self, question: Question) -> None:
        """A question has a graded cell."""
        self.graded[question.name] = question

    def progress(self) -> list[str]:
        """How far the learner is: 必做 5 题，做了 3 题, then 加练, then what is asked beside them."""
        lines = []
        for part in ("must", "extra", "other"):
            questions = self._of(part)
            if questions:
                done = sum(not any(lacking(one, self.session)) for one in questions)
                lines.append(PARTS.get(part, OTHER).format(all=len(questions), done=done))
        return lines

    def missing(self) -> dict[str, list[str]]:
        """What is not written yet or cannot be read, a line a question, by part of the homework."""
        return {
            part: [line for one in self._of(part) if (line := self._line(one))]
            for part in ("must", "extra", "other")
        }

    def state(self) -> dict[str, Any]:
        """What the page shows of the sheet."""
        return {
            "who": self.session.learner or "",
            "closed": self.session.closed,
            "progress": self.progress() if not self.session.closed else [],
            "fresh": not self.session.store.answers,
        }

    def _of(self, part: str) -> list[Question]:
        return [
            one
            for name, one in self.graded.items()
            if self.roles.get(name) == "answer" and part_of(one) == part
        ]

    def _line(self, question: Question) -> str:
        empty, unread = lacking(question, self.session)
        title = (question.title or question.key).rstrip("？?：:。")
        if len(empty) == len(question.fields):
            return f"{title}：还没写"
        parts = [f"还差 {joined(empty)}"] if empty else []
        parts += [f"{joined(unread)} 没读懂"] if unread else []
        return f"{title}：{'；'.join(parts)}" if parts else ""


def part_of(question: Question) -> str:
    """Which part of the homework a graded question is: "must", "extra", or "other".

    Other are files to hand in and challenges of a simulator, where the title does not number them.
    """
    if question.extra:
        return "extra"
    if NUMBERED.match(question.title):
        return "must"
    files = all(isinstance(one, UploadField) for one in question.fields)
    return "other" if files or question.challenge else "must"
