"""Bombs of processes and threads where the kernel limits neither: the supervisor alone ends them."""

import os
import subprocess
import sys

import pytest

from nongju.grading.sandbox import bubblewrap

BOMBED = """
import os, sys
from nongju.grading.limits import Limits
from nongju.grading.sandbox.run import ChildGone
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.settings import Settings
assert os.getuid() == 1000
limits = Limits(processes=24, total_seconds=20)
with Sandbox(Settings(limits=limits)) as sandbox, sandbox.run("/tmp/autograded/bomb/wk") as run:
    run.give({})
    run.send_cell(sys.argv[1], "cell")
    try:
        while (message := run.receive(60)) and message["type"] != "execute_reply":
            pass
        print("alive")
    except ChildGone as gone:
        print("gone:", gone.reason)
"""

FOREVER = """
import os, threading, time
threading.stack_size(1 << 16)  # or the limit on memory ends them first
while True:
    try:
        {step}
    except (OSError, RuntimeError):
        pass
"""
"""A bomb that goes on where it is refused."""


@pytest.mark.parametrize(
    "bomb",
    [
        FOREVER.format(step="os.fork()"),
        FOREVER.format(step="threading.Thread(target=time.sleep, args=(60,), daemon=True).start()"),
    ],
    ids=["processes", "threads"],
)
def test_a_bomb_ends_where_the_kernel_limits_nothing_because_the_grader_is_root_in_a_namespace(walled, bomb):
    if os.getuid() != 0:
        pytest.skip("the kernel limits the processes of whoever runs this: he is not root")
    wall = [bubblewrap.find(), "--dev-bind", "/", "/", "--unshare-user", "--uid", "1000", "--gid", "1000"]
    inner = [sys.executable, "-c", BOMBED, bomb]
    done = subprocess.run([*wall, *inner], check=False, capture_output=True, text=True)
    assert done.stdout == "gone: processes\n", done.stderr[-2000:]
