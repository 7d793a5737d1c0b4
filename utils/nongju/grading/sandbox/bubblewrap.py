"""The command line of the wall: what bubblewrap lets the forking process see.

The system and Python's own folders, read-only; nothing of the course, the home folder or the
grader's environment. `cap-drop ALL` and `as-pid-1` are what keep a child of root from reaching its
parent; every child adds namespaces of its own on top (`confine`).
"""

from __future__ import annotations

import os
import shutil
import site
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from nongju.grading.sandbox.covers import ESSENTIAL, covers

SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin", "/opt")
SETTINGS = ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/timezone",
            "/etc/fonts", "/etc/alternatives", "/etc/ssl/certs", "/etc/mime.types",
            "/etc/locale.alias", "/etc/nsswitch.conf")  # fmt: skip
HOSTS = Path(__file__).with_name("hosts.txt")
"""Stands for /etc/hosts, which may name machines of the house: knows localhost alone."""
KEPT_VARIABLES = ("LANG", "LC_ALL", "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LANGUAGE", "TZ", "PYTHONHASHSEED",
                  "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONWARNINGS", "PYTHONIOENCODING",
                  "PYTHONUTF8")  # fmt: skip
"""Of the grader's environment: what changes how Python and shells speak, and names nobody."""


INSIDE = "1000"
"""User and group id inside: never 0, which a child could not map again after all capabilities are gone."""


def find() -> str | None:
    """The program bwrap, or None."""
    return shutil.which("bwrap")


def python_places() -> set[Path]:
    """Folders that Python and this package are imported from, nested ones and those of the system too."""
    paths = sysconfig.get_paths()
    names = [sys.prefix, sys.base_prefix, paths["stdlib"], paths["platstdlib"], paths["purelib"]]
    names += [paths["platlib"], *site.getsitepackages()]
    names.append(str(Path(__file__).resolve().parents[2]))
    return {Path(name).resolve() for name in names if Path(name).is_dir()} | {Path(sys.prefix)}


def python_folders() -> list[Path]:
    """Of those the outermost only, and none that the system's folders hold."""
    kept: list[Path] = []
    for folder in sorted(python_places()):
        inside = [*kept, *(Path(name) for name in SYSTEM)]
        if folder != Path("/") and not any(folder.is_relative_to(outer) for outer in inside):
            kept.append(folder)
    return kept


def below_tmp(read_only: Sequence[str]) -> list[str]:
    """Folders of Python and of `read_only` that lie in /tmp, where every child gets a folder of its own."""
    bound = [*(str(path) for path in python_folders()), *read_only]
    return sorted({name for name in bound if Path(name).is_relative_to("/tmp")})


def environment(extra: dict[str, str]) -> dict[str, str]:
    """Environment of learner code: language, time zone and shell of the grader, and nothing else of hers."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    if os.environ.get("SHELL", "").startswith(("/bin/", "/usr/")):  # what `!command` runs in
        kept["SHELL"] = os.environ["SHELL"]
    return {
        "PATH": f"{Path(sys.prefix) / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(Path.home()),
        "USER": "learner",
        "IPYTHONDIR": "/tmp/.ipython",
        "XDG_CACHE_HOME": "/tmp/.cache",
        "XDG_CONFIG_HOME": "/tmp/.config",
        "XDG_DATA_HOME": "/tmp/.local/share",
        "JUPYTER_CONFIG_DIR": "/tmp/.jupyter",
        "JUPYTER_DATA_DIR": "/tmp/.local/share/jupyter",
        "JUPYTER_RUNTIME_DIR": "/tmp/.local/share/jupyter/runtime",
        "MPLCONFIGDIR": "/tmp/.matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "JPY_PARENT_PID": "1",
        "NBGRADER_EXECUTION": "autograde",
        "MALLOC_ARENA_MAX": "2",  # each thread would map 64 MB for itself
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        **kept,
        **extra,
    }


def shown_whole(read_only: Sequence[str] = ()) -> list[str]:
    """Every folder that is shown with all that it holds, before anything is covered."""
    system = [name for name in SYSTEM if Path(name).is_dir() and not Path(name).is_symlink()]
    return [*system, *(str(path) for path in python_folders()), *read_only]


def hidden(private: Sequence[str]) -> list[str]:
    """What gets an empty folder over it: `private`, and the grader's home unless it is the system's."""
    home = Path.home().resolve()
    return [*private, *([] if str(home) in ESSENTIAL else [str(home)])]


def command(
    program: str, folder: str, read_only: list[str], user: int | None = None, private: Sequence[str] = ()
) -> list[str]:
    """Bubblewrap's arguments, up to the program that runs inside.

    Arguments:
        program: path of bwrap.
        folder: where children mount their working folder; made empty here.
        read_only: further folders that learner code may read.
        user: when the grader is root, the unprivileged id that the forking process changes to at
            once. The kernel counts processes of such an id and does not count those of root; it
            cannot be set from outside, because Python may stand in a folder that only root enters.
        private: folders that learner code must not see, though one that it may read holds them.

    Raises:
        NoSandbox: the course is a folder of the system.
    """
    line = [program, "--cap-drop", "ALL", "--as-pid-1", "--die-with-parent", "--new-session"]
    if user is None:
        line += ["--unshare-all", "--unshare-user", "--uid", INSIDE, "--gid", INSIDE]
    else:
        line += ["--unshare-pid", "--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
        line += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    line += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--size", str(1 << 20), "--tmpfs", "/tmp"]
    for name in SYSTEM:
        path = Path(name)
        if path.is_symlink():
            line += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            line += ["--ro-bind", name, name]
    bound = [*(str(path) for path in python_folders()), *read_only]
    empty = [str(Path.home())] + ([] if folder.startswith("/tmp/") else [folder])
    above = {str(outer) for name in [*bound, *SETTINGS] for outer in Path(name).parents}
    for name in sorted(above | set(empty)):
        if name != "/" and not any(Path(name).is_relative_to(inner) for inner in [*bound, *SYSTEM]):
            line += ["--perms", "0755", "--dir", name]  # bwrap's own are 0700
    for name in SETTINGS:
        line += ["--ro-bind-try", name, name]
    line += ["--ro-bind", str(HOSTS), "/etc/hosts"]
    for name in bound:
        line += ["--ro-bind", name, name]
    needed = [*python_places(), *(Path(name) for name in read_only)]
    line += covers(hidden(private), shown_whole(read_only), needed, folder)
    return [*line, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/"]
