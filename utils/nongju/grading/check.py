"""What `nongju doctor` says about the sandbox: it starts a real one and tries to get out of it."""

from __future__ import annotations

import itertools
import platform
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from nongju.grading.sandbox import bubblewrap
from nongju.grading.sandbox.covers import PIECES, covered
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.sandbox.run import ChildGone, SandboxError
from nongju.grading.settings import Settings

TRIES = """
import os, socket
found = []
def names_in(name):
    try:
        return os.listdir(name)
    except OSError:
        return []
try:
    socket.create_connection(("127.0.0.1", PORT), 1)
    found.append("network")
except OSError:
    pass
try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outside:
        outside.connect(("192.0.2.1", 9))  # sends nothing, and finds a way where there is one
    found.append("network")
except OSError:
    pass
try:
    open("/usr/.nongju", "w").close()
    found.append("write")
except OSError:
    pass
if os.getpid() != 1:
    found.append("processes")
if any(set(names_in(name)) - set(shown) for name, shown in HOMES.items()):
    found.append("home")
if any(set(names_in(name)) - set(shown) for name, shown in PRIVATE.items()):
    found.append("course")
",".join(dict.fromkeys(found)) or "tight"
"""
"""Run inside, where HOMES and PRIVATE say what home folders and the course's may show, and PORT where this
machine listens; names what could be reached."""

REACHED = {
    "network": "能连网络",
    "write": "能改系统文件",
    "processes": "看得到别的进程",
    "home": "看得到家目录",
    "course": "看得到课程文件夹",
}


@dataclass(frozen=True)
class SandboxCheck:
    """Whether learner code can be run safely here."""

    ok: bool
    sentence: str
    start_seconds: float = 0.0
    run_seconds: float = 0.0


HOMES = ("/home", "/root")
"""Where systems keep home folders."""


def shown_on_the_way(closed: Iterable[str | Path]) -> dict[str, list[str]]:
    """What the wall shows of folders that nobody may see: the way to Python's own, and nothing beside it.

    An environment in a home folder or in the course is the usual case, so the way to it must not look like
    a leak.

    Returns:
        Folder to the names in it, for every one of `closed` and every folder on such a way.
    """
    homes = {Path(name) for name in closed}
    shown: dict[Path, set[str]] = {home: set() for home in homes}
    for home in homes:
        if home in bubblewrap.python_places():
            shown[home] |= set(PIECES)
        inside = sorted(
            place for place in [*bubblewrap.python_places(), Path.home()] if home in place.parents
        )
        for folder in inside:
            if any(outer in folder.parents for outer in inside if outer != Path.home()):
                continue
            for inner, outer in itertools.pairwise([folder, *folder.parents]):
                if outer.is_relative_to(home):
                    shown.setdefault(outer, set()).add(inner.name)
    return {str(outer): sorted(names) for outer, names in shown.items()}


def check_sandbox(settings: Settings | None = None) -> SandboxCheck:
    """Start a sandbox, run one cell that tries to reach out, say in a sentence what is missing.

    Arguments:
        settings: of a course; its folders are tried for too.
    """
    settings = settings or Settings()
    if sys.platform != "linux":
        return SandboxCheck(
            False,
            f"{platform.system()} 上没有沙箱：练习纸照样批改，进阶代码题要在 Linux 或 WSL2 上批改。",
        )
    if bubblewrap.find() is None:
        return SandboxCheck(
            False, "没有装 bubblewrap（Debian、Ubuntu：apt install bubblewrap）：进阶代码题不能批改。"
        )
    started = perf_counter()
    try:
        with socket.create_server(("127.0.0.1", 0)) as listening, Sandbox(settings) as sandbox:
            sandbox.start()
            ready = perf_counter()
            with sandbox.run("/tmp/autograded/doctor/doctor") as run:
                run.give({})
                homes, course = shown_on_the_way([*HOMES, Path.home()]), shown_on_the_way(settings.private)
                given = f"HOMES = {homes!r}\nPRIVATE = {course!r}\nPORT = {listening.getsockname()[1]}"
                run.send_cell(f"{given}\n{TRIES}", "cell")
                answer = ""
                while (message := run.receive(30.0)) is not None and message["type"] != "execute_reply":
                    if message["type"] == "execute_result":
                        answer = str(message["content"]["data"]["text/plain"]).strip("'\"")
    except (SandboxError, ChildGone) as error:
        return SandboxCheck(
            False,
            f"沙箱起不来：{error}。多半是这台主机不让普通程序建命名空间（user namespaces）；"
            "进阶代码题不能批改。",
        )
    ended = perf_counter()
    if answer != "tight":
        reached = "、".join(REACHED.get(name, name) for name in answer.split(",")) or "没有回话"
        return SandboxCheck(False, f"沙箱不严：{reached}。", ready - started, ended - ready)
    shown = bubblewrap.shown_whole(settings.read_only)
    holders = [place.parent for place in covered(settings.private, shown)]
    told = f"课程在 {holders[0]} 里，那里盖上了空文件夹，学员的代码看不到课程。" if holders else ""
    return SandboxCheck(True, f"沙箱正常。{told}", ready - started, ended - ready)
