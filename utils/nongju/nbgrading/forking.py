"""Starting processes of multiprocessing's fork server without the program that asked for them."""

from __future__ import annotations

import sys
from multiprocessing.process import BaseProcess
from threading import Lock
from types import ModuleType

_LOCK = Lock()


def start_without_main(process: BaseProcess) -> None:
    """Starts a process that does not run the main program's file again.

    multiprocessing has each new process import the file behind `__main__`, so that what is defined there
    can be found. For a command of ours that is a second of imports that nobody asked for.
    """
    with _LOCK:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            process.start()
        finally:
            sys.modules["__main__"] = main
