"""What this PC may do to a command: one Chinese sentence, an exit code, and nothing lost."""

import errno
import sqlite3
from pathlib import Path

import pytest
import typer
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner

from nongju import failures
from nongju.course.wholefile import replacing, write_whole
from nongju.failures import Commands, of_this_pc, told


def database(words):
    return OperationalError("SELECT 1", {}, sqlite3.OperationalError(words))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "a.zip"), "盘满了"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "盘满了"),
        (OSError(errno.EFBIG, "File too large"), "盘满了"),
        (OSError(errno.EROFS, "Read-only file system", "received"), "「received」写不进去"),
        (PermissionError(errno.EACCES, "Permission denied", b"reports/a.xlsx"), "「reports/a.xlsx」写不进去"),
        (OSError(errno.EBUSY, "busy", "a.xlsx"), "正在别的程序里开着"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/dev/shm"), "/dev/shm"),
        (OSError(errno.ENOSYS, "Function not implemented"), "/dev/shm"),
        (FileNotFoundError(errno.ENOENT, "No such file", "x.zip"), "找不到「x.zip」"),
        (OSError(errno.EIO, "Input/output error", "U盘"), "「U盘」读写不了"),
        (OSError(errno.EMFILE, "Too many open files"), "开的文件太多"),
        (MemoryError(), "内存不够"),
        (database("database is locked"), "正被别的程序占着"),
        (database("attempt to write a readonly database"), "成绩册写不进去"),
        (database("unable to open database file"), "成绩册写不进去"),
        (database("database or disk is full"), "盘满了"),
        (database("database disk image is malformed"), "可能坏了"),
        (database("file is not a database"), "可能坏了"),
        (database("could not connect to server"), "连不上"),
    ],
)
def test_each_has_its_sentence(error, words):
    assert words in told(error)


def test_an_exception_of_another_kind_has_none():
    assert told(ValueError("x")) is None
    assert told(KeyError("x")) is None


@pytest.mark.parametrize(
    ("error", "ours"),
    [
        (OSError(errno.ENOSPC, "full", "/stick/a.zip"), True),
        (OSError(errno.EROFS, "read-only", "/stick/a.zip"), True),
        (PermissionError(errno.EACCES, "no", "/stick/a.zip"), False),
        (OSError(errno.EIO, "gone", "/stick/a.zip/uploads/b.mp4"), False),
        (PermissionError(errno.EACCES, "no", "/course/received/a.zip"), True),
        (OSError(errno.EIO, "nameless"), False),
    ],
)
def test_a_fault_of_a_strangers_file_is_told_from_one_of_this_pc(error, ours):
    assert of_this_pc(error, Path("/stick/a.zip")) is ours


@pytest.fixture
def command():
    """A command line of one command that raises."""

    def made(error):
        app = typer.Typer(cls=Commands, pretty_exceptions_enable=False)

        @app.command("break")
        def broken() -> None:
            raise error

        app.command("other")(lambda: None)
        return CliRunner().invoke(app, ["break"])

    return made


def test_a_command_ends_with_the_sentence_and_a_code(command):
    done = command(OSError(errno.ENOSPC, "full"))
    assert (done.exit_code, done.stderr) == (1, failures.FULL + "\n")
    done = command(KeyboardInterrupt())
    assert (done.exit_code, done.stderr) == (130, failures.STOPPED + "\n")


def test_what_nobody_expects_is_a_sentence_and_a_log_with_the_traceback(command, monkeypatch):
    monkeypatch.delenv("NONGJU_DEBUG", raising=False)
    done = command(ZeroDivisionError("x\x1b[2J"))
    assert done.exit_code == 1
    assert "\x1b" not in done.stderr
    log = Path(done.stderr.partition("「")[2].partition("」")[0])
    assert "Traceback" in log.read_text(encoding="utf-8")
    log.unlink()


def test_for_a_programmer_it_keeps_its_traceback(command, monkeypatch):
    monkeypatch.setenv("NONGJU_DEBUG", "1")
    assert isinstance(command(ZeroDivisionError("x")).exception, ZeroDivisionError)


def test_exits_and_usage_stay_as_they_are(command):
    assert command(typer.Exit(3)).exit_code == 3
    done = command(typer.BadParameter("nein"))
    assert done.exit_code == 2
    assert "nein" in done.stderr


def test_a_file_that_cannot_be_written_whole_stays_as_it_was(tmp_path):
    path = tmp_path / "a.json"
    write_whole(path, b"old")
    with pytest.raises(OSError, match="full"), replacing(path) as temporary:
        temporary.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
