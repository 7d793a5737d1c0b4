"""The key of the lab's cookies, the same each time that a learner's folder is opened on this PC.

A page that stays open while the lab is closed and opened again is then known at once, and goes on. Another
learner's page is not: the key follows from the folder. The key's source is a file that this account alone can
read.
"""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

FILE = Path(".local", "share", "nongju", "cookie-secret")
"""Below the home folder."""

BYTES = 32


def cookie_secret(folder: Path) -> bytes:
    """The key for a learner's folder; a new one each time where the account has no home of its own.

    Arguments:
        folder: the learner's folder of the week.
    """
    try:
        source = _source(Path.home())
    except (OSError, RuntimeError):
        source = secrets.token_bytes(BYTES)
    return hmac.digest(source, str(folder).encode("utf-8", "surrogateescape"), "sha256")


def _source(home: Path) -> bytes:
    """What all keys of this account follow from, made at the first use.

    Raises:
        OSError: the home folder belongs to somebody else, or cannot be written.
    """
    if hasattr(os, "getuid") and home.stat().st_uid != os.getuid():
        raise PermissionError(str(home))
    path = home / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        found = path.read_bytes()
        if len(found) == BYTES:
            return found
        path.unlink()  # cut short by a full disk or a power cut
        return _source(home)
    made = secrets.token_bytes(BYTES)
    with os.fdopen(handle, "wb") as stream:
        stream.write(made)
    return made
