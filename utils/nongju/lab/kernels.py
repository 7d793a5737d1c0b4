"""The kernels behind a page: quiet in the window, and of nothing but this Python's own modules."""

from __future__ import annotations

from subprocess import DEVNULL
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager


class QuietKernelManager(ServerKernelManager):
    """A kernel that says nothing in the terminal.

    What it prints there beside the page, such as a traceback when the lab is closed while it starts, is
    English and nothing that a learner could do about.
    """

    async def start_kernel(self, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        """Starts the kernel's process."""
        return await super().start_kernel(*args, **{"stdout": DEVNULL, "stderr": DEVNULL, **kwargs})


class SafePathSpecManager(KernelSpecManager):
    """Kernels that start without the learner's folder on their path.

    A file json.py or nongju.py that came along on a stick would be taken for the real one.
    """

    def get_kernel_spec(self, kernel_name: str) -> Any:
        """How a kernel is started."""
        spec = super().get_kernel_spec(kernel_name)
        spec.argv = [spec.argv[0], "-P", *spec.argv[1:]]
        return spec
