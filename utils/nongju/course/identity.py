"""What a learner's id may be, wherever it is typed: it names folders and files."""

from __future__ import annotations

import unicodedata

MAX_ID = 40
"""Longest learner id in characters: the id is part of folder and file names (Windows: 260 a path)."""

WINDOWS_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(10))}
)
"""Names that Windows keeps for devices: no folder can bear them."""


def normalise_id(text: str) -> str:
    """A learner's id in the one form that is compared and drawn from: NFKC, stripped, casefolded."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).strip().casefold())


def fault_of_id(learner: str) -> str | None:
    """Why a normalised id cannot be a folder name, as a Chinese sentence; None when it can.

    Letters, digits, Chinese characters and `-`, `_`, `.` inside are allowed: everything else means
    something to a file system, to nbgrader's patterns or to a command line.
    """
    if not learner:
        return "编号是空的"
    if len(learner) > MAX_ID:
        return f"编号太长，最多 {MAX_ID} 个字"
    if not learner[0].isalnum() or learner[-1] == ".":
        return "编号要用字母、数字或汉字开头，不能用点结尾"
    if ".." in learner or not all(
        c.isalnum() or c in "-_." or unicodedata.category(c) == "Mn" for c in learner
    ):
        return "编号里只能有汉字、字母、数字和 - _"
    if learner.partition(".")[0] in WINDOWS_NAMES:
        return "这个编号在 Windows 上不能当文件夹名"
    return None
