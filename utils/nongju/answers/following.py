"""Follows answers.json while a worksheet is open: another lab, notebook or sync tool may write it.

Only the file's date is looked at, every two seconds, in the kernel's own loop: nothing is asked of the
browser.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from nongju.answers import session as sessions
from nongju.answers.session import Session
from nongju.answers.store import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nongju.answers.schema import Entry

LOOK_SECONDS = 2.0
"""Between two looks at the file: one system call."""

LONGEST_SECONDS = 30.0
"""Longest pause before a file that could not be read is tried again."""

_followed: set[int] = set()


def follow(session: Session) -> None:
    """Looks after a session's file from now on; nothing happens where no loop runs."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return
    if id(session) not in _followed:
        _followed.add(id(session))
        loop.call_later(LOOK_SECONDS, _look, loop, session, session.store.version(), LOOK_SECONDS)


def _look(loop: asyncio.AbstractEventLoop, session: Session, version: tuple[int, ...], pause: float) -> None:
    now = session.store.version()
    waits = UNREADABLE in session.store.problems
    if now != version or waits:
        catch_up(session)
    pause = min(2 * pause, LONGEST_SECONDS) if waits else LOOK_SECONDS
    loop.call_later(pause, _look, loop, session, now, pause)


def catch_up(session: Session) -> None:
    """Reads the file again and tells whoever shows what has changed."""
    store = session.store
    before, closed = dict(store.answers), session.closed
    store.reload()
    if session.follow() or session.closed != closed:
        sessions.tell()
        return
    for key in _changed(before, store.answers):
        sessions.tell(key)


def _changed(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> list[str]:
    return [key for key in sorted({*before, *after}) if before.get(key) != after.get(key)]
