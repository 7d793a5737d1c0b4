"""What a PC may do to any command (a full disk, a lock, a folder that is read-only), told in one sentence.

    told          the sentence for an exception; None for one that is not of this PC's making
    Commands      the command line's group: each command ends with such a sentence and an exit code
    of_this_pc    whether an error is this PC's, or of the stranger's file that was being read

Nothing is lost by any of them: files are written beside their place and moved there, rows in one transaction.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from nongju.errors import NongjuError
from nongju.printable import printable

FULL = "盘满了，没有做完。原来的都在。腾出地方，再运行一次。"
READ_ONLY = (
    "「{place}」写不进去。看看文件夹是不是只读、U 盘是不是写保护、文件是不是正在别的程序里开着，再运行一次。"
)
OPEN_ELSEWHERE = "「{place}」正在别的程序里开着（比如 Excel、WPS）。关掉它，再运行一次。"
GONE = "找不到「{place}」。看看 U 盘插好了没有，再运行一次。"
NOT_NOW = "「{place}」读写不了（{why}）。看看 U 盘和网络盘好不好，再运行一次。"
TOO_MANY_OPEN = "这台电脑一次开的文件太多了。关掉别的程序，再运行一次。"
NO_MEMORY = "内存不够，没有做完。关掉别的程序，再运行一次。"
NO_SHARED_MEMORY = (
    "这个系统没有 /dev/shm，几个进程没法一起干活。请管好机器的人装上它（mount -t tmpfs tmpfs /dev/shm）。"
)
LOCKED = "成绩册正被别的程序占着。关掉 formgrader 和别的批改，再运行一次。"
DATABASE_READ_ONLY = "成绩册写不进去。看看 gradebook.db 和它的文件夹是不是只读，再运行一次。"
DATABASE_BROKEN = "成绩册打不开，文件可能坏了。先别动它，把它另存一份，再找懂的人看。"
DATABASE_AWAY = "连不上成绩册的数据库。看看网络和地址，再运行一次。"
STOPPED = "停下了。再运行一次，就接着做。"
UNKNOWN = "出了意外，没有做完：{what}。详情记在「{log}」，请发给管程序的人。"

SHARED_MEMORY = Path("/dev/shm")
"""Where Linux keeps the semaphores of processes that work together."""

STOPPED_CODE = 130
"""Exit code after Ctrl-C, as shells have it."""

USAGE_CODE = 2
"""Exit code where a command has not begun, as for a wrong option."""

WORDS = (
    ("database is locked", LOCKED),
    ("table is locked", LOCKED),
    ("readonly database", DATABASE_READ_ONLY),
    ("unable to open database", DATABASE_READ_ONLY),
    ("disk is full", FULL),
    ("disk i/o error", DATABASE_READ_ONLY),
    ("disk image is malformed", DATABASE_BROKEN),
    ("file is not a database", DATABASE_BROKEN),
    ("could not connect", DATABASE_AWAY),
    ("connection refused", DATABASE_AWAY),
    ("connection failed", DATABASE_AWAY),
    ("no space left on device", FULL),
    ("disk quota exceeded", FULL),
    ("read-only file system", READ_ONLY.format(place="课程文件夹")),
    ("permission denied", READ_ONLY.format(place="课程文件夹")),
)
"""What systems and databases say, in small letters, and the sentence for it."""

SHARING = frozenset({32, 33})
"""Windows' own numbers for a file that another program has open."""


def told(error: BaseException) -> str | None:
    """The Chinese sentence for what this PC did to a command; None for any other exception."""
    if isinstance(error, MemoryError):
        return NO_MEMORY
    if isinstance(error, OSError):
        return _of_system(error)
    return _of_database(error)


def of_this_pc(error: OSError, theirs: Path) -> bool:
    """Whether an error while `theirs` was read or copied is this side's: there is no use in going on."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE):
        return True
    places = [Path(os.fsdecode(one)) for one in (error.filename, error.filename2) if one is not None]
    return bool(places) and not any(place.is_relative_to(theirs) for place in places)


class SaidPlainlyError(NongjuError):
    """What a command cannot go on with; its text is the sentence for people."""


class Commands(TyperGroup):
    """Our commands; whatever stops one is a sentence on stderr and an exit code, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command. With NONGJU_DEBUG set, an exception that nobody expects keeps its traceback."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _say(STOPPED)
            raise typer.Exit(STOPPED_CODE) from None
        except Exception as error:
            if isinstance(error, typer.Exit | typer.Abort) or _is_usage(error):
                raise
            if isinstance(error, SaidPlainlyError):
                _say(str(error))
                raise typer.Exit(USAGE_CODE) from error
            sentence = told(error)
            if sentence is None:
                if os.environ.get("NONGJU_DEBUG"):
                    raise
                sentence = UNKNOWN.format(what=f"{type(error).__name__}: {error}"[:200], log=_logged())
            _say(sentence)
            raise typer.Exit(1) from error


def _is_usage(error: Exception) -> bool:
    """Whether the command line itself has a way to say it: a wrong option, a broken pipe."""
    return type(error).__module__.startswith(("click", "typer")) or isinstance(error, BrokenPipeError)


def _of_system(error: OSError) -> str | None:
    place = os.fsdecode(error.filename2 or error.filename) if error.filename is not None else "这里"
    nameless = error.filename is None and error.errno == errno.ENOENT  # as a semaphore is missed
    if "/dev/shm" in place or error.errno == errno.ENOSYS or (nameless and not SHARED_MEMORY.exists()):
        return NO_SHARED_MEMORY
    if getattr(error, "winerror", None) in SHARING or error.errno in (errno.EBUSY, errno.ETXTBSY):
        return OPEN_ELSEWHERE.format(place=place)
    plain: dict[int, str] = {
        errno.ENOSPC: FULL,
        errno.EDQUOT: FULL,
        errno.EFBIG: FULL,
        errno.ENOMEM: NO_MEMORY,
        errno.EMFILE: TOO_MANY_OPEN,
        errno.ENFILE: TOO_MANY_OPEN,
        errno.EROFS: READ_ONLY,
        errno.EACCES: READ_ONLY,
        errno.EPERM: READ_ONLY,
        errno.ENOENT: GONE,
        errno.EISDIR: READ_ONLY,
        errno.ENOTDIR: READ_ONLY,
    }
    sentence = plain.get(error.errno or 0, NOT_NOW)
    return sentence.format(place=place, why=error.strerror or type(error).__name__)


def _of_database(error: BaseException) -> str | None:
    """Gradebooks speak through SQLAlchemy, whose import no command pays that opened none."""
    if "sqlalchemy" not in sys.modules:
        return None
    from sqlalchemy.exc import DatabaseError, InterfaceError, PendingRollbackError

    if not isinstance(error, DatabaseError | InterfaceError | PendingRollbackError):
        return None
    return in_words(str(error)) or DATABASE_BROKEN


def in_words(words: str) -> str | None:
    """The sentence for what another program says of this PC, such as nbgrader in its log; None for others."""
    lower = words.lower()
    return next((sentence for part, sentence in WORDS if part in lower), None)


def _logged() -> str:
    """Where the traceback was kept; a full disk keeps none."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="replace", prefix="nongju-", suffix=".log", delete=False
        ) as log:
            log.write(traceback.format_exc())
            return log.name
    except OSError:
        return "没有记下来"


def _say(sentence: str) -> None:
    typer.echo(printable(sentence), err=True)
