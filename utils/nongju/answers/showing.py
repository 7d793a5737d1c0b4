"""What a cell shows: HTML below it, nothing on stderr, labels short enough for a sentence."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

from nongju.answers.static_html import Html

LABEL_CHARACTERS = 24
"""Longest label in a sentence."""


def shortened(label: str) -> str:
    """A label as it is named in a sentence: up to its question mark, at most LABEL_CHARACTERS."""
    label = re.split(r"[?？]", label)[0].rstrip("：: ")
    return label if len(label) <= LABEL_CHARACTERS else f"{label[:LABEL_CHARACTERS]}…"


def display_html(html: Html) -> None:
    """Show HTML below the running cell."""
    from IPython.display import display

    show: Any = display  # IPython's own function carries no types
    show({"text/html": str(html), "text/plain": ""}, raw=True)


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Nothing is printed inside: anything on stderr, even a warning, makes nbgrader score the cell 0."""
    dropped = io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stderr(dropped), contextlib.redirect_stdout(dropped):
        warnings.simplefilter("ignore")
        yield
