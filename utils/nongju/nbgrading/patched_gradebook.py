"""One gradebook for all of nbgrader's steps, which open and close one of their own again and again."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from nbgrader.converters import autograde
from nbgrader.preprocessors import latesubmissions, overwritecells, overwritekernelspec, saveautogrades

SEAMS: tuple[ModuleType, ...] = (
    autograde,
    overwritecells,
    overwritekernelspec,
    saveautogrades,
    latesubmissions,
)
"""Modules of nbgrader that open a gradebook by themselves, again and again."""


class PatchedGradebook:
    """A gradebook that stays open when nbgrader closes it."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def __getattr__(self, name: str) -> Any:
        return getattr(self._book, name)

    def __enter__(self) -> PatchedGradebook:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def close(self) -> None:
        """Not now."""


@contextlib.contextmanager
def patched_gradebook(book: Any, steps: Iterable[type] = ()) -> Iterator[None]:
    """While it lasts, every gradebook that nbgrader, or a module of one of `steps`, opens is `book`."""
    modules: list[Any] = [*SEAMS, *(sys.modules[step.__module__] for step in steps)]
    modules = [module for module in dict.fromkeys(modules) if hasattr(module, "Gradebook")]
    kept = [module.Gradebook for module in modules]
    for module in modules:
        module.Gradebook = lambda *_args, **_kwargs: PatchedGradebook(book)
    try:
        yield
    finally:
        for module, original in zip(modules, kept, strict=True):
            module.Gradebook = original
