"""A question as a cell shows it: a form in the worksheet, inert HTML while nbgrader runs, and its mark.

The same definition stands in the form cell (`show`) and in the graded cell (`answered`, `mark`), so that a
graded cell depends on no other cell. A widget is imported only when a worksheet shows one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from nongju.answers import session as sessions
from nongju.answers.question import Question
from nongju.answers.recording import examined, is_examining
from nongju.answers.session import Session
from nongju.answers.showing import display_html, quietly
from nongju.answers.web.exchange import Respond
from nongju.marking.mark import display_mark
from nongju.marking.rule import Rule


class Unanswered(Exception):
    """A graded question has blanks; the text is one Chinese sentence, shown without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class WorksheetQuestion(Question):
    """A question that an author shows; the arguments are those of `Question`."""

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
        if session.mode == "validate" and (sentence := self.unfinished(session)):
            raise Unanswered(sentence)

    def mark(self, *rules: Rule) -> float:
        """Mark what is stored, show the explanation, and return the points as one built-in float.

        Never raises and writes nothing to stdout or stderr. If marking itself breaks, that part scores 0
        and a person is asked to look: it stands in the notes, so no report can overlook it.
        """
        if examined(self, rules):
            return 0.0
        with quietly():
            for result in (self.result, self.broken):
                # a bug of ours must neither stop the cell nor pass in silence
                with contextlib.suppress(Exception):
                    return display_mark(result(rules))
        return 0.0

    def _present(self, role: str, rules: Sequence[Rule] = (), respond: Respond | None = None) -> None:
        if is_examining():
            return
        session = sessions.current(self.week)
        if session.mode == "worksheet":
            self._form(session, role, rules, respond)
            return
        with quietly():
            display_html(self.static(session))

    def _form(self, session: Session, role: str, rules: Sequence[Rule], respond: Respond | None) -> None:
        """Show the blanks in the page."""
        from nongju.answers.web.widget import show_form

        show_form(self, session, role, rules, respond)
