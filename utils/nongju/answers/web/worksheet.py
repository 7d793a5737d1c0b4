"""A question as a worksheet shows it: what form.question(...) gives an author.

The same definition stands in the form cell (`show`) and in the graded cell (`answered`, `mark`), so that a
graded cell depends on no other cell. A widget is imported only where a worksheet shows one: ipywidgets and
anywidget take a second that a graded cell must not pay.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from nongju.answers import session as sessions
from nongju.answers import static_html
from nongju.answers.judging import MARKING_BROKE, broken_part
from nongju.answers.question import Question, Respond
from nongju.answers.recording import is_examining, record
from nongju.answers.session import Session
from nongju.answers.showing import display_html, quietly, shortened
from nongju.answers.web.recall import NOT_GUESSED, answer_text
from nongju.errors import NongjuError
from nongju.marking.mark import MarkResult, combine, display_mark
from nongju.marking.rule import Rule

NOT_FINISHED = "还没写完，还差：{fields}。"
TOO_FEW = "还没写完，要 {required} 样。还可以选：{fields}。"
NOT_READ = "这几处写了，还没读懂：{fields}。"


class Unanswered(NongjuError):
    """A graded question has blanks; the text is one Chinese sentence, shown without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class WorksheetQuestion(Question):
    """A question that a worksheet shows: a form while the learner works, inert HTML while nbgrader runs."""

    def show(self) -> None:
        """Show the blanks: a form in the worksheet, inert HTML while nbgrader runs."""
        self._present("answer")

    def predict(self) -> None:
        """Show the blanks as a prediction, which a button locks for good."""
        self._present("predict")

    def practice(self, *rules: Rule) -> None:
        """Show the blanks with a check at once: three tries, then the worked answer."""
        self._present("practice", rules=rules)

    def sheet(self, respond: Respond | None = None) -> None:
        """Show the blanks as a sheet of the learner's own; `respond` answers to every change."""
        self._present("sheet", respond=respond)

    def answered(self) -> None:
        """Show what is stored.

        Raises:
            Unanswered: only under `nbgrader validate`, when a blank is empty, or not all of it can be read.
        """
        if is_examining():
            return
        session = sessions.current(self.week)
        if session.mode == "worksheet":
            from nongju.answers.web.widget import show_recap

            show_recap(self, session)
            return
        with quietly():
            display_html(self.static(session, story=False))
        if session.mode == "validate" and (sentence := _unfinished(self, session)):
            raise Unanswered(sentence)

    def mark(self, *rules: Rule) -> float:
        """Mark what is stored, show the explanation, and return the points as one built-in float.

        Never raises and writes nothing to stdout or stderr. If marking itself breaks, that part scores 0
        and a person is asked to look: it stands in the notes, so no report can overlook it.
        """
        if record(self, rules):
            return 0.0
        with quietly():
            for result in (self.result, self._broken):
                # a bug of ours must neither stop the cell nor pass in silence
                with contextlib.suppress(Exception):
                    return display_mark(result(rules))
        return 0.0

    def _broken(self, rules: Sequence[Rule]) -> MarkResult:
        """The result when not even the answers or the scene could be had."""
        return combine(
            [broken_part(rule, rule.field, "") for rule in rules],
            week=self.week,
            question=self.key,
            title=self.title,
            learner=None,
            scene="",
            notes=[MARKING_BROKE],
            needs_person=True,
            required=self.required,
        )

    def _present(self, role: str, rules: Sequence[Rule] = (), respond: Respond | None = None) -> None:
        if is_examining():
            return
        session = sessions.current(self.week)
        if session.mode == "worksheet":
            self._show(session, role, rules, respond)
            return
        with quietly():
            display_html(self.static(session))

    def _show(self, session: Session, role: str, rules: Sequence[Rule], respond: Respond | None) -> None:
        """Show the form in the worksheet."""
        from nongju.answers.web.widget import show_form

        show_form(self, session, role, rules, respond)


def recall(key: str, label: str = "你一开始猜的是：", *, missing: str = NOT_GUESSED) -> None:
    """Show what was answered under `key` ("question.field" of the same week's folder).

    In a worksheet it follows later changes; while nbgrader runs it is inert HTML.
    """
    if is_examining():
        return
    if sessions.mode() == "worksheet":
        from nongju.answers.web.widget import show_recall

        show_recall(key, label, missing)
        return
    with quietly():
        display_html(static_html.block(answers=[(label, answer_text(sessions.current("").store, key))]))


def _unfinished(question: Question, session: Session) -> str:
    """What is missing or cannot be read, in one sentence; "" when all is answered, or enough is."""
    readings, fill = question.readings(session), question.variant(session).fill
    missing = [shortened(fill(field.label)) for field, read in readings if read.blank]
    unread = [
        f"{shortened(fill(field.label))}{f'「{read.typed}」' if read.typed else ''}"
        for field, read in readings
        if read.problem
    ]
    if question.required is not None and len(readings) - len(missing) - len(unread) >= question.required:
        return ""
    template = NOT_FINISHED if question.required is None else TOO_FEW
    words = [template.format(fields="；".join(missing), required=question.required)] if missing else []
    words += [NOT_READ.format(fields="；".join(unread))] if unread else []
    return f"「{question.title or question.key}」{''.join(words)}" if words else ""
