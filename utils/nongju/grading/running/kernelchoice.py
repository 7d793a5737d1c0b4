"""Which kernel a notebook asks for, and whether the Python of this program may stand for it.

A mark from another language's kernel, or from another environment with other libraries, would be a guess; so
such a notebook is left to whoever has that kernel, in a sentence. nbgrader has put the instructor's choice
into the notebook before this is asked.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from nongju.grading import sentences
from nongju.grading.sandbox.run import SandboxError

NATIVE = ("", "python", "python3")
"""Kernel names that mean the Python of whoever grades."""


class OtherKernel(SandboxError):
    """The notebook's kernel is not this Python; the text is a sentence that goes on after its file name."""


@dataclass(frozen=True)
class Choice:
    """What a notebook asks for."""

    name: str
    language: str
    installed: bool
    here: bool
    """Whether its Python is ours."""

    @property
    def is_python(self) -> bool:
        """Whether its cells are Python."""
        return self.language.lower() in ("python", "python3", "ipython")

    @property
    def stands_in(self) -> bool:
        """Whether our Python runs it although its kernel is missing; nbgrader would give up."""
        return self.is_python and not self.installed

    def check(self) -> None:
        """Raise when cells of this notebook cannot run in our Python.

        Raises:
            OtherKernel: says why and what to do.
        """
        if self.is_python and (self.here or not self.installed):
            return
        if not self.installed:
            raise OtherKernel(sentences.kernel_missing(self.name))
        if self.is_python:
            raise OtherKernel(sentences.kernel_elsewhere(self.name))
        raise OtherKernel(sentences.kernel_foreign(self.name, self.language))


def choice_of(metadata: Any) -> Choice:
    """The choice in a notebook's metadata."""
    spec = metadata.get("kernelspec", {})
    name = str(spec.get("name", ""))
    if name in NATIVE:
        return Choice(name, str(spec.get("language") or "python"), True, True)
    found = _installed(name)
    if found is not None:
        return Choice(name, found[0], True, _is_ours(found[1]))
    language = spec.get("language") or metadata.get("language_info", {}).get("name") or ""
    return Choice(name, str(language), False, False)


@lru_cache(maxsize=64)
def _installed(name: str) -> tuple[str, str] | None:
    """Language and program of an installed kernel; None when there is none of this name."""
    try:
        spec: Any = KernelSpecManager().get_kernel_spec(name)
    except (NoSuchKernel, ValueError, OSError):
        return None
    return str(spec.language or "python"), str(spec.argv[0]) if spec.argv else ""


def _is_ours(program: str) -> bool:
    """Whether a kernel's program is this Python; jupyter_client reads a bare `python` as this one."""
    if program.startswith("python") and "/" not in program:
        return True
    return Path(program).parent == Path(sys.executable).parent
