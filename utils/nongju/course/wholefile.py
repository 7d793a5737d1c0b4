"""A file that is written whole or not at all, whatever stops the program or fills the disk."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_whole(path: Path, content: bytes, *, durable: bool = False, private: bool = False) -> None:
    """Writes beside the file and moves it there.

    Arguments:
        path: of the file.
        content: all of it.
        durable: wait until the disk has it, so that a power cut leaves the old file or the new one.
        private: only its owner may read it; else whoever may by the process's umask.

    Raises:
        OSError: the disk is full, the folder read-only, the file open elsewhere; what was there stays.
    """
    with replacing(path, suffix=".tmp", private=private) as temporary, temporary.open("wb") as stream:
        stream.write(content)
        if durable:
            stream.flush()
            _sync(stream.fileno())


@contextmanager
def replacing(path: Path, *, suffix: str | None = None, private: bool = False) -> Iterator[Path]:
    """A new file beside `path` that takes its place when nothing was raised; see above.

    Arguments:
        path: of the file.
        suffix: of the new file while it is written; None for that of `path`.
        private: as of `write_whole`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    suffix = path.suffix if suffix is None else suffix
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        if not private:
            temporary.chmod(0o666 & ~_umask())
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _sync(descriptor: int) -> None:
    """Waits until the disk has it; some network drives know no such thing."""
    try:
        os.fsync(descriptor)
    except OSError as refused:
        if refused.errno not in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
