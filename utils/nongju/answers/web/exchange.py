"""What a form in the browser and the kernel say to each other, without any widget machinery.

The browser sends {"type": "save" | "check" | "lock", "seq": n, ...}; each message gets one answer with the
same "seq". A save is acknowledged with the time and what was read, or with a sentence where it cannot be
read; what was typed is stored either way, and in that case what was read before it, too. Its "seen" are the
values that its page knows of: where another is stored, nothing is written and the answer says "elsewhere". A
save that was refused says with "again" whether it may succeed later. A check names its "press": one that is
sent twice counts once.
{"type": "upload", ...} is what `nongju.answers.uploads.controller` says of files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from nongju.answers import schema
from nongju.answers import session as sessions
from nongju.answers.disk import NotSavedError
from nongju.answers.fields import Field, Reading
from nongju.answers.kinds.upload import UploadField
from nongju.answers.question import Question, Respond
from nongju.answers.schema import Entry, Query
from nongju.answers.session import Session
from nongju.answers.showing import shortened
from nongju.answers.static_html import Html, safe
from nongju.answers.store import ChangedElsewhereError, Known
from nongju.answers.uploads.controller import UploadController
from nongju.answers.web.practice import TRIES, Practice
from nongju.marking.rule import Rule

LOCKED = "已经定了，不能改了。后面再回头看。"
FILL_FIRST = "先把这几样写好、选好：{fields}。"
SHEET_WAITS = "先把上面的数写上，这里就会算。"
SHEET_BROKE = "这里算不出来，叫老师看看。"


class Exchange:
    """One form's side of the talk in the kernel.

    Arguments:
        question: what is shown.
        session: who answers.
        role: "answer", "practice", "predict" or "sheet".
        rules: of a practice question.
        respond: of a sheet.

    Attributes:
        later: called with what comes after an answer, about files; from another thread.
    """

    def __init__(
        self,
        question: Question,
        session: Session,
        role: str,
        rules: Sequence[Rule] = (),
        respond: Respond | None = None,
    ) -> None:
        self.question, self.session, self.role = question, session, role
        self.respond = respond
        self.practice = Practice(question, session, rules)
        self.variant = question.variant(session)
        self._as_sent: dict[str, tuple[Any, Any]] = {}  # by field: sent last, and what was kept of it
        self.later: Callable[[dict[str, Any]], None] = lambda message: None  # noqa: ARG005
        fields = {field.key: field for field, _ in question.readings(session)}
        self.controller = UploadController(
            question.key,
            session,
            {key: field for key, field in fields.items() if isinstance(field, UploadField)},
            send=lambda message: self.later(self._clocked(message)),
            stored=self._beside,
        )

    def spec(self) -> dict[str, Any]:
        """What the browser needs to draw the form, without the answers."""
        fill = self.variant.fill
        return {
            "week": self.question.week,
            "question": self.question.key,
            "learner": self.session.seed or "",
            "folder": str(self.session.store.folder),
            "role": self.role,
            "title": self.question.title,
            "story": self.variant.story,
            "fields": [field.spec(fill) for field in self.question.fields_for(self.session)],
            "problems": list(self.session.store.problems),
            "closed": self.session.closed,
            "tries": TRIES,
        }

    def state(self) -> dict[str, Any]:
        """The stored answers and what belongs beside them, for a form that is drawn (again)."""
        answers = {}
        for field, read in self.question.readings(self.session):
            stored = self.question.entry(self.session, field.key)
            if stored is not None:
                answers[field.key] = {
                    "raw": stored.raw,
                    "stamp": stored.saved,
                    "clock": clock(stored.saved),
                    "echo": read.echo,
                    "problem": read.problem,
                    "keptEcho": read.last,
                    "cells": read.cells,
                    "kept": _keeping(stored.query) if read.problem else "",
                }
                if isinstance(field, UploadField) and stored.kind == field.kind:
                    answers[field.key] |= self.controller.store.shown(read.value, stored.raw["sha256"])
        return {"answers": answers, **self._beside()}

    def handle(self, message: Any, buffers: Sequence[Any] = ()) -> dict[str, Any] | None:
        """The answer to one message; None for what is not a message of ours.

        Arguments:
            message: what the browser sent.
            buffers: bytes that came along: a piece of a file.
        """
        if not isinstance(message, dict) or not isinstance(message.get("seq"), int):
            return None
        if self.session.closed:
            return {"type": "refused", "problem": self.session.closed, "again": True, "seq": message["seq"]}
        seq = message["seq"]
        try:
            if message.get("type") == "save":
                reply = self._save_reply(message)
            elif message.get("type") == "check" and self.role == "practice":
                reply = self._check(message.get("press"))
            elif message.get("type") == "lock" and self.role == "predict":
                reply = self._lock()
            elif message.get("type") == "upload" and not self._fixed():
                reply = self._clocked(self.controller.handle(message, buffers))
            else:
                return None
        except NotSavedError as refused:
            reply = {"type": "refused", "problem": str(refused), "again": refused.again}
        return {**reply, "seq": seq}

    def _save_reply(self, message: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._save(message)
        except ChangedElsewhereError:
            key = str(message["field"])
            sessions.tell(f"{self.question.key}.{key}")
            there = {**self._entry_state(key), **self._reading_state(key)}
            return {"type": "saved", "field": key, "elsewhere": True, **there}

    def _save(self, message: dict[str, Any]) -> dict[str, Any]:
        key, raw = str(message.get("field", "")), message.get("raw")
        field = self.question.field_for(key, self.variant)
        reply: dict[str, Any] = {"type": "saved", "field": key}
        if field is None or isinstance(field, UploadField):  # files come through the controller alone
            return {**reply, "problem": SHEET_BROKE}
        if self._fixed():
            return {**reply, "problem": LOCKED, **self._entry_state(key)}
        stored = self.question.entry(self.session, key)
        if stored is not None and stored.kind != field.kind:
            stored = None
        kept = schema.bounded(field.kind, raw, [])
        typed = raw if kept is None else kept  # what is read now is what will be read when it is marked
        read = field.reading(typed, stored.raw if stored else None)
        seen = message.get("seen")
        known = partial(self._knows, field, raw, seen) if isinstance(seen, list) else None
        entry = self._keep(field, typed, read, stored, known)
        if entry is not None:
            self._as_sent[key] = raw, entry.raw
        sessions.tell(f"{self.question.key}.{key}")
        return {
            **reply,
            **self._entry_state(key),
            "cells": read.cells,
            "echo": read.echo,
            "problem": read.problem,
            "blank": read.blank,
            **self._beside(),
        }

    def _knows(self, field: Field, raw: Any, seen: list[Any], stored: Entry) -> bool:
        """Whether the page that sends a value has shown what is stored, which it is to take the place of."""
        sent, kept = self._as_sent.get(field.key, (None, None))
        own = stored.raw == kept and sent in seen  # of a table a row may be kept otherwise than it was typed
        return own or stored.kind != field.kind or stored.raw == raw or stored.raw in seen

    def _keep(
        self, field: Field, raw: Any, read: Reading, stored: Entry | None, known: Known | None
    ) -> Entry | None:
        """Store what was typed, with a query where it could not be read; forget what was emptied.

        Returns:
            What was stored; None where nothing was.
        """
        where = f"{self.question.key}.{field.key}"
        keep = raw if read.keep is None else read.keep
        put = partial(self.session.store.put, where, field.kind, keep, read.echo, known=known)
        if read.blank:
            if self.question.entry(self.session, field.key) is not None:
                self.session.store.drop(where, known)
        elif not read.problem:
            return put()
        elif field.kept_unread and schema.bounded(field.kind, keep, []) is not None:
            return put(query=self._query(field, read, stored))
        return None

    def _query(self, field: Field, read: Reading, stored: Entry | None) -> Query:
        """What is asked about an answer that could not be read, with the one that was read before it."""
        label = f"{self.question.title} {shortened(self.variant.fill(field.label))}".strip()
        last, echo = None, ""
        if stored is not None and stored.query is not None:
            last, echo = stored.query.last, stored.query.echo
        elif stored is not None:
            last, echo = stored.raw, stored.echo or field.reading(stored.raw).echo
        if read.refused and read.keep != last:
            last, echo = None, ""  # it may hold the first digits of what is refused
        return Query(read.problem, label, last, echo, read.refused)

    def _entry_state(self, key: str) -> dict[str, Any]:
        stored = self.question.entry(self.session, key)
        if stored is None:
            return {"raw": None, "stamp": "", "clock": "", "keptEcho": "", "kept": ""}
        moment = {"stamp": stored.saved, "clock": clock(stored.saved), "kept": _keeping(stored.query)}
        return {"raw": stored.raw, **moment, "keptEcho": stored.query.echo if stored.query else stored.echo}

    def _reading_state(self, key: str) -> dict[str, Any]:
        """What is read of a stored answer."""
        for field, read in self.question.readings(self.session):
            if field.key == key:
                return {"echo": read.echo, "problem": read.problem, "cells": read.cells}
        return {"echo": "", "problem": "", "cells": ()}

    @staticmethod
    def _clocked(message: dict[str, Any]) -> dict[str, Any]:
        return {**message, "clock": clock(message["stamp"])} if "stamp" in message else message

    def _beside(self) -> dict[str, Any]:
        """What stands beside the fields: the sheet's lines, the lock, the tries so far."""
        if self.role == "sheet" and self.respond is not None:
            return {"lines": self._respond()}
        if self.role == "predict":
            return {"locked": self._fixed()}
        if self.role == "practice":
            return self.practice.state()
        return {}

    def _respond(self) -> str:
        values = {field.key: read.value for field, read in self.question.readings(self.session)}
        try:
            said = self.respond(values) if self.respond else ""
        except Exception:  # an author's formula met a blank, or is broken
            blank = any(value is None for value in values.values())
            return f"<p>{SHEET_WAITS if blank else SHEET_BROKE}</p>"
        return said if isinstance(said, Html) else safe(said)

    def _check(self, press: Any) -> dict[str, Any]:
        missing = self._missing()
        if missing:
            return {"type": "checked", "problem": missing, **self._beside()}
        return {"type": "checked", "problem": "", **self.practice.check(press)}

    # ---- prediction ----

    def _fixed(self) -> bool:
        """Whether nothing may be changed any more: a locked prediction."""
        return self.role == "predict" and self.session.store.get(f"{self.question.key}._locked") is not None

    def _lock(self) -> dict[str, Any]:
        missing = self._missing()
        if missing:
            return {"type": "locked", "locked": False, "problem": missing}
        self.session.store.put(f"{self.question.key}._locked", "lock", True)
        sessions.tell(f"{self.question.key}._locked")
        return {"type": "locked", "locked": True, "problem": ""}

    def _missing(self) -> str:
        labels = [
            shortened(self.variant.fill(field.label))
            for field, read in self.question.readings(self.session)
            if read.value is None or read.problem
        ]
        return FILL_FIRST.format(fields="；".join(labels)) if labels else ""


def clock(stamp: str) -> str:
    """10:32 of 2026-11-22T10:32:05+08:00; empty when there is none."""
    return stamp[11:16] if len(stamp) >= 16 else ""


def _keeping(query: Query | None) -> str:
    """Whether what could not be read was kept as "typed", or not ("refused"); "" where all was read."""
    return "" if query is None else "refused" if query.refused else "typed"
