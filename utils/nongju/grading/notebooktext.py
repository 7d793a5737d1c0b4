"""A notebook as nbformat writes it, byte for byte, in a third of the time.

nbformat copies the notebook, validates it once more, and hands it to Python's JSON encoder, which is slow
as soon as lines are indented. The one that is written here is not used afterwards, and was validated.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import rwbase

split_lines: Any = rwbase.split_lines
strip_transient: Any = rwbase.strip_transient


WORDS = {None: "null", True: "true", False: "false"}


def notebook_text(nb: NotebookNode) -> str:
    """The text of a version 4 notebook with its last line end; `nb` is changed on the way."""
    return indented(strip_transient(split_lines(nb)), "\n") + "\n"


def indented(value: Any, line: str) -> str:
    """As `json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)`.

    Arguments:
        value: what JSON can hold.
        line: a line end and the blanks before `value`.
    """
    if type(value) is str:
        return encode_basestring(value)
    if value is None or value is True or value is False:
        return WORDS[value]
    inner = line + " "
    if isinstance(value, dict) and value and all(type(key) is str for key in value):
        items = [f"{encode_basestring(key)}: {indented(value[key], inner)}" for key in sorted(value)]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([indented(item, inner) for item in value])}{line}]"
    return json.dumps(value, ensure_ascii=False)
