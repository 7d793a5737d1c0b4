"""Files that sticks, browsers, file managers and sync tools put beside a file, or in its place.

A stick from a Mac brings `._answers.json`, a second download is `answers (1).json`, Windows writes
`answers - 副本.json`, JupyterLab `worksheet-1-Copy1.ipynb`, a sync tool `answers(冲突副本 2026-11-10).json`,
an old phone `ANSWERS.JSON`. Which of them is meant can be told by name and content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

LITTER = re.compile(
    r"(?:\._|~\$|\.~lock|\.trash|\.sync)|.*\.(?:tmp|part|crdownload|icloud|bak~?|lock)$", re.IGNORECASE
)
"""Names of what is never anybody's work: halves of downloads, locks, a Mac's second streams."""

_IN_FRONT = re.compile(r"(?:(?:复件|副本|copy(?: of)?)[ _-]*(?:[(（]\d+[)）])?[ _-]*)+", re.IGNORECASE)
_APART = re.compile(r"[^0-9A-Za-z]")
"""What stands between a name and what a copy adds to it: worksheet-10 is no copy of worksheet-1."""

OURS = re.compile(r"\.(?:坏了|别周)-\d")
"""What `AnswerStore` adds to the name of a file that it moves aside."""


def is_copy(name: str, of: str) -> bool:
    """Whether a file's name was made of another's, by a copy, a conflict or another case.

    Arguments:
        name: of the file that lies there.
        of: the name that is looked for.
    """
    here, wanted = PurePath(name), PurePath(of)
    if name == of or LITTER.match(name) or here.suffix.casefold() != wanted.suffix.casefold():
        return False
    stem, looked_for = _IN_FRONT.sub("", here.stem, count=1).casefold(), wanted.stem.casefold()
    if OURS.search(stem) or not stem.startswith(looked_for):
        return False
    more = stem.removeprefix(looked_for)
    return not more or _APART.match(more) is not None


def copies(names: Iterable[str], of: str) -> list[str]:
    """The names that were made of another's, sorted."""
    return sorted(name for name in names if is_copy(name, of))


def litter(names: Iterable[str]) -> list[str]:
    """The names that are nobody's work, sorted."""
    return sorted(name for name in names if LITTER.match(name))
