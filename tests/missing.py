"""What a test says when a program that it needs is not on this machine."""

import os
from typing import NoReturn

import pytest


def missing(what: str, how: str) -> NoReturn:
    """Skips the test by the name of what it lacks; CI has installed everything, so there it fails.

    Arguments:
        what: such as "the program chromium".
        how: the command that installs it.
    """
    reason = f"{what} is missing; {how}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
