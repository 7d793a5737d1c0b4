"""What we change of other libraries, or rely on beyond their interface, with the versions it was tried on.

A patch breaks in silence when its library moves on. So each names what it takes hold of, pyproject keeps the
library below the first version that nobody has tried, and a test says which patch a new version would break.
Subclasses by a public interface (`Execute`, `Session`, `Exporter`) are no patches.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Patch:
    """One hold on another library.

    Arguments:
        name: what it is called here.
        library: the distribution's name.
        below: first version on which it was not tried; pyproject bounds the library by it.
        holds: what it takes hold of, as "module:attribute".
        module: where it stands in this package, below `nongju`.
        why: what would be without it.
    """

    name: str
    library: str
    below: str
    holds: tuple[str, ...]
    module: str
    why: str


SEAM = "nbgrader.preprocessors."

PATCHES = (
    Patch(
        "one gradebook",
        "nbgrader",
        "0.10",
        (
            "nbgrader.converters.autograde:Gradebook",
            f"{SEAM}overwritecells:Gradebook",
            f"{SEAM}overwritekernelspec:Gradebook",
            f"{SEAM}saveautogrades:Gradebook",
            f"{SEAM}latesubmissions:Gradebook",
        ),
        "nbgrading.patched_gradebook",
        "each step opens the database anew, and a worker would need it",
    ),
    Patch(
        "one transaction",
        "nbgrader",
        "0.10",
        (
            "nbgrader.api:Gradebook.find_assignment",
            "nbgrader.api:Gradebook.find_submission",
            "nbgrader.api:SubmittedNotebook.grades",
        ),
        "nbgrading.transaction",
        "a hand-in takes some hundred commits, and a kill between them leaves half of its rows",
    ),
    Patch(
        "schema version without alembic's program",
        "nbgrader",
        "0.10",
        ("nbgrader.dbutil:ALEMBIC_DIR",),
        "nbgrading.gradebook",
        "nbgrader starts `alembic`, which may not be on the path",
    ),
    Patch(
        "schemas compiled once",
        "nbgrader",
        "0.10",
        ("nbgrader.nbgraderformat.common:jsonschema",),
        "nbgrading.schemas",
        "the schema is compiled for every cell",
    ),
    Patch(
        "outputs not validated one by one",
        "nbformat",
        "5.12",
        ("nbformat.v4.nbbase:validate", "nbformat.validator:normalize"),
        "nbgrading.schemas",
        "the slow validator runs for every output",
    ),
    Patch(
        "steps without copies",
        "nbconvert",
        "8",
        ("nbconvert.exporters:Exporter._init_resources",),
        "nbgrading.schemas",
        "the notebook is copied and validated after every step",
    ),
    Patch(
        "kernels that start by forking",
        "jupyter-client",
        "9",
        ("jupyter_client.provisioning.factory:KernelProvisionerFactory.default_provisioner_name",),
        "nbgrading.forked_kernel",
        "a kernel imports for a second before its first cell",
    ),
    Patch(
        "a kernel without sockets",
        "ipykernel",
        "8",
        tuple(
            f"ipykernel.kernelapp:IPKernelApp.{step}"
            for step in (
                "init_connection_file",
                "init_sockets",
                "init_heartbeat",
                "write_connection_file",
                "log_connection_info",
                "init_poller",
                "init_path",
                "init_code",
                "init_kernel",
            )
        ),
        "grading.sandbox.kernelapp",
        "learner code would run in a process that listens",
    ),
    Patch(
        "streams without threads",
        "ipykernel",
        "8",
        (
            "ipykernel.iostream:IOPubThread.schedule",
            "ipykernel.iostream:OutStream._flush_buffers",
            "ipykernel.debugger:_is_debugpy_available",
            "ipykernel.ipkernel:IPythonKernel._execute_sleep",
        ),
        "grading.sandbox.streams",
        "a child of fork has no threads of its parent",
    ),
    Patch(
        "own cells without a kernel's ceremony",
        "ipython",
        "10",
        (
            "IPython.core.interactiveshell:InteractiveShell.compiler_class",
            "IPython.core.interactiveshell:InteractiveShell.run_code",
            "IPython.core.shellapp:InteractiveShellApp.init_path",
        ),
        "grading.sandbox.owncells",
        "a worksheet's cells would be read and transformed again for every learner",
    ),
)
"""Every one of them."""
