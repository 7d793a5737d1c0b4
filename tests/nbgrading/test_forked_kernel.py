"""A kernel that was forked answers, is interrupted and ends like any other."""

import json
import subprocess
import sys

import pytest

from nongju.nbgrading.processes import CAN_FORK

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system starts nbgrader and its kernels anew")

TALK = """
import json, os, sys


def main():
    from jupyter_client.manager import KernelManager
    from nongju.nbgrading.forked_kernel import ForkedKernel, start_kernels_by_forking
    from nongju.nbgrading.processes import warm_up

    warm_up()
    start_kernels_by_forking()
    kernel = KernelManager(kernel_name="python3")
    kernel.start_kernel(cwd=sys.argv[1], env={**os.environ, "NBGRADER_EXECUTION": "autograde"})
    talk = kernel.client()
    talk.start_channels()
    talk.wait_for_ready(timeout=60)

    def run(code):
        # as nbgrader asks: an error does not make the kernel put the next cell off
        done = talk.execute(code, stop_on_error=False, reply=True, timeout=60)
        return done["content"]["status"]

    said = "os.environ['NBGRADER_EXECUTION'] + ' ' + str(os.getpgid(0) == os.getpid())"
    code = f"import os; open('said', 'w').write({said})"
    forked = type(kernel.provisioner) is ForkedKernel
    answers = [forked, run(code), run("1 / 0"), run("os.write(1, b'noise')")]
    talk.stop_channels()
    alive = kernel.is_alive()
    kernel.shutdown_kernel(now=True)
    print(json.dumps([*answers, alive, kernel.is_alive()]))


if __name__ == "__main__":
    main()
"""


def test_a_forked_kernel_runs_in_its_folder_with_its_environment_and_ends(tmp_path):
    script = tmp_path / "talk.py"
    script.write_text(TALK, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script, tmp_path], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [True, "ok", "error", "ok", True, False]
    assert (tmp_path / "said").read_text(encoding="utf-8") == "autograde True"
