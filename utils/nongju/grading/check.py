"""What `nongju doctor` says about the sandbox: it starts a real one and tries to get out of it."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from time import perf_counter

from nongju.grading import bubblewrap
from nongju.grading.sandbox import ChildGone, Sandbox, SandboxError, Settings

TRIES = """
import os, socket
found = []
try:
    socket.create_connection(("127.0.0.1", 9), 1)
    found.append("network")
except ConnectionRefusedError:
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
homes = [name for name in ("/home", "/root") if os.path.isdir(name)]
if any(len(os.listdir(name)) > 1 for name in homes):
    found.append("home")
",".join(found) or "tight"
"""
"""Run inside; names what could be reached."""

REACHED = {
    "network": "能连网络",
    "write": "能改系统文件",
    "processes": "看得到别的进程",
    "home": "看得到家目录",
}


@dataclass(frozen=True)
class SandboxCheck:
    """Whether learner code can be run safely here."""

    ok: bool
    sentence: str
    start_seconds: float = 0.0
    run_seconds: float = 0.0


def check_sandbox() -> SandboxCheck:
    """Start a sandbox, run one cell that tries to reach out, say in a sentence what is missing."""
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
        with Sandbox(Settings()) as sandbox:
            sandbox.start()
            ready = perf_counter()
            with sandbox.run("/tmp/autograded/doctor/doctor") as run:
                run.give({})
                run.send_cell(TRIES, "cell")
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
    return SandboxCheck(True, "沙箱正常。", ready - started, ended - ready)
