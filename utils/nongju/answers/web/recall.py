"""Showing an earlier answer again, such as the prediction at the end of the evening."""

from __future__ import annotations

from nongju.answers import session as sessions
from nongju.answers import static_html
from nongju.answers.recap import recalled
from nongju.answers.recording import is_examining
from nongju.answers.showing import display_html, quietly

NOT_GUESSED = "前面还没猜。回到「先猜一猜」写上，这里就会显出来。"


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
        display_html(static_html.block(answers=[(label, recalled(sessions.current("").store, key))]))
