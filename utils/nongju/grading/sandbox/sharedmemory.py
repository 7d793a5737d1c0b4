"""Shared memory without a name, as cells ask for it, on the sized /dev/shm of their child.

Linux's own (`mmap` with MAP_SHARED and MAP_ANONYMOUS) stays when who filled it unmaps it or ends,
and stands in no process's account, so a child must not have it (`confine.SHARED_ANONYMOUS`). A file that has
lost its name does the same, and its size counts.
"""

from __future__ import annotations

import mmap
import tempfile
from typing import Any

real: Any = mmap.mmap


class SharedMap(real):  # type: ignore[misc]
    """`mmap.mmap`, whose shared anonymous memory is a file without a name."""

    def __new__(
        cls, fileno: int, length: int, flags: int = mmap.MAP_SHARED, *given: Any, **named: Any
    ) -> Any:
        """As mmap.mmap makes it."""
        if fileno != -1 or not flags & mmap.MAP_SHARED:
            return super().__new__(cls, fileno, length, flags, *given, **named)
        with tempfile.TemporaryFile(dir="/dev/shm") as file:
            file.truncate(length)
            return super().__new__(cls, file.fileno(), length, flags & ~mmap.MAP_ANONYMOUS, *given, **named)


SharedMap.__name__ = SharedMap.__qualname__ = "mmap"
SharedMap.__module__ = "mmap"


def provide() -> None:
    """Let `mmap.mmap` be ours from now on."""
    mmap.mmap = SharedMap  # type: ignore[misc]
