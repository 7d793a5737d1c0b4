"""A question: a pool of scenes, the blanks to fill in, what is read of the answers, and their mark.

Nothing here shows anything; `nongju.answers.web.worksheet` does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from nongju.answers import session as sessions
from nongju.answers import static_html
from nongju.answers.fields import Field, Reading
from nongju.answers.judging import part_mark
from nongju.answers.kinds.upload import UploadField
from nongju.answers.schema import Entry
from nongju.answers.session import Session
from nongju.marking.mark import MarkResult, combine
from nongju.marking.rule import Rule
from nongju.marking.scene import Scene, Variant, draw, pick

_NAME = re.compile(r"([a-z0-9][a-z0-9-]*)/([A-Za-z0-9][A-Za-z0-9_-]*)")

EXTRA = "（加练）"
"""In a title: nobody must do it."""

Respond = Callable[[dict[str, Any]], str]
"""What a sheet answers to the values filled in so far (None where blank)."""


class Question:
    """One question of a week.

    Arguments:
        name: "week/question", such as "pricing-margin/p1".
        scenes: the pool; a learner draws one. At least three for a graded question.
        fields: the blanks, in order.
        title: heading, such as 第 1 题 这一单开不开.
        required: how many of the fields are to be filled, whichever the learner likes; the best count.
            None asks for all.
        see: where the lesson teaches it, such as 讲一讲 二; the feedback page sends back there.
        extra: whether it is 加练, which nobody must do; a title with （加练） says so too.

    Attributes:
        challenge: whether it is the challenge of a simulator.

    Raises:
        ValueError: a name, scene or field that cannot be used, or a number of fields that leaves no choice.
    """

    challenge = False

    def __init__(
        self,
        name: str,
        scenes: Sequence[Scene],
        fields: Sequence[Field],
        title: str = "",
        required: int | None = None,
        see: str = "",
        *,
        extra: bool = False,
    ) -> None:
        match = _NAME.fullmatch(name)
        if not match:
            raise ValueError(f"question name {name!r}: write week/question, in English letters, digits and -")
        self.week, self.key = match.groups()
        self.name, self.title = name, title
        self.scenes, self.fields = tuple(scenes), tuple(fields)
        if not self.scenes or not self.fields:
            raise ValueError(f"{name}: at least one scene and one field are needed")
        self.required, self.see = required, see
        self.extra = extra or EXTRA in title
        self._read: tuple[tuple[Any, ...], list[tuple[Field, Reading]]] | None = None
        self._variant: tuple[str | None, Variant] | None = None
        if required is not None and not 0 < required < len(self.fields):
            raise ValueError(f"{name}: enough is from 1 to {len(self.fields) - 1}, fewer than the fields")
        for what, names in (
            ("scene", [scene.name for scene in self.scenes]),
            ("field", [field.key for field in self.fields]),
        ):
            twice = sorted({one for one in names if names.count(one) > 1})
            if twice:
                raise ValueError(f"{name}: {what} {', '.join(twice)} stands twice")

    def variant_for(self, learner_id: str | None) -> Variant:
        """The scene and numbers that an id (or "a+b" of a pair) draws; None and "" give the sample."""
        if self._variant is None or self._variant[0] != learner_id:
            self._variant = learner_id, draw(self.week, self.key, learner_id or "", self.scenes)
        return self._variant[1]

    def variant(self, session: Session) -> Variant:
        """The scene and numbers of who sits here."""
        return self.variant_for(session.seed)

    def field_for(self, key: str, variant: Variant, learner: str = "") -> Field | None:
        """The field of that key with this learner's numbers in its words, drawn as the learner sees it."""
        for field in self.fields:
            if field.key == key:
                return replace(self._own(field, variant, learner), label=variant.fill(field.label))
        return None

    def fields_for(self, session: Session) -> list[Field]:
        """Every field as who sits here sees it."""
        return [self._own(field, self.variant(session), session.seed) for field in self.fields]

    def _own(self, field: Field, variant: Variant, learner: str) -> Field:
        def index(part: str, count: int) -> int:
            return pick(self.week, self.key, learner, part, count) if learner else 0

        return field.filled(variant.fill).for_learner(index)

    def entry(self, session: Session, field: str) -> Entry | None:
        """What is stored for a field."""
        return session.store.get(f"{self.key}.{field}")

    def readings(self, session: Session) -> list[tuple[Field, Reading]]:
        """Every field with its stored answer, read again from what was typed.

        While grading, where nothing is stored any more, what was read once is not read again.
        """
        request = (session.store.folder, session.seed, session.store.answers)
        if session.store.read_only and self._read is not None:
            before, readings = self._read
            if before[:2] == request[:2] and before[2] is request[2]:
                return readings
        variant = self.variant(session)
        readings = []
        for field in self.fields:
            filled = self._own(field, variant, session.seed).placed(session.store.folder)
            readings.append((filled, _stored_reading(filled, self.entry(session, field.key))))
        self._read = (request, readings)
        return readings

    def shown_readings(self, session: Session) -> list[tuple[Field, Reading]]:
        """The readings that are shown: all, or those that are filled once enough are."""
        readings = self.readings(session)
        filled = [(field, read) for field, read in readings if read.shown]
        return filled if self.required is not None and len(filled) >= self.required else readings

    def result(self, rules: Sequence[Rule], session: Session | None = None) -> MarkResult:
        """The mark of the stored answers; a rule that breaks gives a part with 0 points for a person."""
        session = session or sessions.current(self.week)
        variant = self.variant(session)
        readings = {field.key: (field, read) for field, read in self.readings(session)}
        parts = [part_mark(rule, readings, variant) for rule in rules]
        return combine(
            parts,
            week=self.week,
            question=self.key,
            title=self.title,
            learner=session.learner,
            scene=variant.name,
            notes=session.notes,
            needs_person=session.needs_person,
            required=self.required,
            story=variant.story,
            see=self.see,
        )

    def static(self, session: Session, *, story: bool = True) -> static_html.Html:
        """The question with what is stored, as inert HTML."""
        variant = self.variant(session)
        return static_html.block(
            self.title,
            variant.story if story else "",
            [
                (variant.fill(field.label), self._answer_html(field, read, session, whole=story))
                for field, read in self.shown_readings(session)
            ],
            session.notes if not story else (),
        )

    @staticmethod
    def _answer_html(field: Field, read: Reading, session: Session, *, whole: bool) -> str:
        """An answer as it stands in static HTML; graders see a file itself below its form cell."""
        if whole and session.mode == "autograde" and isinstance(field, UploadField) and read.value:
            from nongju.answers.uploads.html import file_html

            return file_html(field, read.value, read.echo)
        return read.shown


def _stored_reading(field: Field, entry: Entry | None) -> Reading:
    """What a field makes of its stored answer, read again from what was typed.

    Where the last thing typed could not be read there is no value, whatever was read before it: an older
    answer never stands in for what was meant.
    """
    if entry is None or entry.kind != field.kind:
        return field.reading(None)
    read, query = field.reading(entry.raw), entry.query
    if query is None:
        return read
    if query.refused:  # what was typed last was not kept
        problem = " ".join(dict.fromkeys((query.ask, read.problem))).strip()
        read = replace(read if field.in_parts else Reading(), problem=problem)
    return replace(read, last=query.echo) if read.problem else read
