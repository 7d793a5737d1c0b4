"""A notebook read and written as nbformat does, byte for byte, in a third of the time.

nbformat turns what it read into nodes in Python, copies a notebook before it writes it, validates it both
times, and hands it to Python's JSON encoder, which is slow as soon as lines are indented. What is read here
is validated by the caller; what is written is not used afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import rwbase

formats: Any = nbformat  # nbformat carries no types
rejoin_lines: Any = rwbase.rejoin_lines
split_lines: Any = rwbase.split_lines
strip_transient: Any = rwbase.strip_transient


WORDS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: str,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}


def notebook_from(text: str) -> NotebookNode:
    """A notebook of version 4; an older one is converted by nbformat.

    Raises:
        Exception: what nbformat raises of a text that is no notebook.
    """
    nb = json.loads(text, object_hook=NotebookNode)
    if isinstance(nb, NotebookNode) and nb.get("nbformat") == formats.current_nbformat:
        read: NotebookNode = strip_transient(rejoin_lines(nb))
        return read
    older: NotebookNode = formats.reads(text, as_version=formats.current_nbformat)
    return older


def notebook_text(nb: NotebookNode) -> str:
    """The text of a version 4 notebook with its last line end; `nb` is changed on the way."""
    return indented(strip_transient(split_lines(nb)), "\n") + "\n"


def indented(value: Any, line: str) -> str:
    """As `json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)`.

    Arguments:
        value: what JSON can hold.
        line: a line end and the blanks before `value`.
    """
    word = WORDS.get(type(value))
    if word is not None:
        return word(value)
    inner = line + " "
    if isinstance(value, dict) and value and all(type(key) is str for key in value):
        items = [f"{encode_basestring(key)}: {indented(value[key], inner)}" for key in sorted(value)]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}"
    if isinstance(value, list | tuple) and value:
        if all(type(item) is str for item in value):
            return _lines(tuple(value), line)
        return f"[{inner}{f',{inner}'.join([indented(item, inner) for item in value])}{line}]"
    return json.dumps(value, ensure_ascii=False)


@lru_cache(2048)  # the sources of a course are the same for a whole class
def _lines(texts: tuple[str, ...], line: str) -> str:
    """A list of texts, which is how nbformat keeps text of more than one line."""
    inner = line + " "
    return f"[{inner}{f',{inner}'.join([encode_basestring(text) for text in texts])}{line}]"
