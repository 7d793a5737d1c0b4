"""Kernels that start by forking, for the nbgrader processes of `nbgrader_process`.

A notebook's kernel imports IPython and ipykernel for a second of processor time before its first cell. The
server that nbgrader is forked from has imported them once, so the kernel is forked from it too: the same
ipykernel, with the arguments, environment and folder that jupyter_client chose.

A process that was forked from a server cannot ask that server for another fork, so each nbgrader process
has a server of its own for its kernels. It must be told what to import: it does not learn that from the
other server.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from importlib.metadata import EntryPoint
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from nongju.nbgrading.forking import start_without_main

PRELOADED = ["nongju.nbgrading.preload.kernel"]
"""What the kernels' server imports before it forks."""

NAME = "nongju-forked"
LAUNCHER = "ipykernel_launcher"


def start_kernels_by_forking() -> None:
    """Lets every kernel of this process start by forking; begins the import, and returns at once."""
    multiprocessing.get_context("forkserver").set_forkserver_preload(PRELOADED)
    forkserver.ensure_running()
    factory = KernelProvisionerFactory.instance()
    here = f"{__name__}:{ForkedKernel.__name__}"
    factory.provisioners[NAME] = EntryPoint(NAME, here, KernelProvisionerFactory.GROUP_NAME)
    factory.default_provisioner_name = NAME


class Forked:
    """A forked process with the face of `subprocess.Popen` that a provisioner talks to."""

    stdin = stdout = stderr = None

    def __init__(self, arguments: list[str], folder: str | None, environment: dict[str, str]) -> None:
        context = multiprocessing.get_context("forkserver")
        self._process = context.Process(
            target=_kernel, args=(arguments, folder or str(Path.cwd()), environment), daemon=True
        )
        start_without_main(self._process)

    @property
    def pid(self) -> int:
        """Its process id, which is its group's too."""
        pid = self._process.pid
        assert pid is not None
        return pid

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._process.exitcode

    def wait(self) -> int | None:
        """Its exit code, once it has ended."""
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Sends a signal to it alone."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)


class ForkedKernel(LocalProvisioner):
    """Starts an ipykernel by forking; any other kernel as usual."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """The connection information of the kernel that was started."""
        if LAUNCHER not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        arguments = cmd[cmd.index(LAUNCHER) + 1 :]
        forked = Forked(arguments, kwargs.get("cwd"), dict(kwargs.get("env") or os.environ))
        self.process: Any = forked
        self.pid = self.pgid = forked.pid
        return self.connection_info


def _kernel(arguments: list[str], folder: str, environment: dict[str, str]) -> None:
    """In the forked process: the kernel, in a group of its own, with nobody's terminal."""
    os.setpgid(0, 0)
    silence = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(silence, number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = [LAUNCHER, *arguments]

    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(arguments)
