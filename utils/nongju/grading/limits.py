"""What one notebook of one submission may use while its cells run."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Upper bounds for one notebook; every one can be set as `c.Sandbox.NAME` in nbgrader_config.py."""

    total_seconds: float = 600.0
    """Wall time for all cells of a notebook together; the time a cell is nbgrader's `c.Execute.timeout`."""
    grace_seconds: float = 4.0
    """Time to react to an interrupt before the process is killed (nbclient's own iopub_timeout)."""
    memory_mb: int = 1024
    """Memory of all processes of a submission together, megabytes (proportional set size)."""
    folder_mb: int = 256
    """Everything written to disk or shared memory, megabytes: the size of the one tmpfs."""
    processes: int = 256
    """Processes and threads alive at once (exercises start pools of 100 threads)."""
    open_files: int = 256
    """Open files of a process."""
    output_mb: int = 10
    """Output that is kept of a notebook, megabytes; the rest is dropped with a note."""
    file_mb: int = 200
    """Files of a hand-in that cells are given to read, all together, megabytes."""
    upload_mb: int = 500
    """The same in our own weeks, which have clips."""
    upload_seconds: float = 60.0
    """Further wall time of a cell of ours for each clip or photo in the hand-in (assumption: a minute of
    1080p is decoded and measured in 30 s on one old core)."""
    upload_memory_mb: int = 2048
    """As memory_mb, where our own cells mark clips: 4K HEVC in 10 bits maps 1,200."""
    upload_folder_mb: int = 1024
    """As folder_mb there: the clips and what is decoded from one of them."""

    def with_uploads(self, count: int, notebooks: int = 1) -> Limits:
        """The limits of the child in which our own cells mark `count` clips and photos.

        It stays for all `notebooks` of a hand-in.
        """
        seconds = (self.total_seconds + self.upload_seconds * count) * max(notebooks, 1)
        if not count:
            return replace(self, total_seconds=seconds)
        return replace(
            self,
            total_seconds=seconds,
            memory_mb=max(self.memory_mb, self.upload_memory_mb),
            folder_mb=max(self.folder_mb, self.upload_folder_mb),
        )

    def to_json(self) -> dict[str, Any]:
        """A plain dict, as it travels to a worker and to the forking process."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Limits:
        """Limits out of `to_json`; names that this version does not know raise.

        Raises:
            ValueError: an unknown name, or a value that is not above 0.
        """
        known = {field.name for field in fields(cls)}
        unknown = set(values) - known
        if unknown:
            raise ValueError(f"unknown limits: {', '.join(sorted(unknown))}")
        limits = cls(**values)
        for name in known:
            if not getattr(limits, name) > 0:
                raise ValueError(f"limit {name} must be above 0")
        return limits
