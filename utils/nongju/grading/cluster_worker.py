"""A Dask worker's side of grading: it shares no folder with the machine that owns the gradebook.

Everything comes as text and bytes and goes back as JSON. A worker whose programs are not those of the
grader's machine, or whose sandbox does not stand, marks nothing.
"""

from __future__ import annotations

import hashlib
import io
import json
import platform
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module, metadata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from nongju.errors import NongjuError

if TYPE_CHECKING:
    from nongju.grading.prepare import Worker

PROGRAMS = ("nbgrader", "nbconvert", "nbclient", "nbformat", "ipykernel", "ipython", "numpy", "pandas")
"""Packages whose version decides what a cell prints or scores."""

_one = ThreadPoolExecutor(1, "nongju-grade")
"""All work of a worker process, one hand-in after the other: nbgrader's steps are lent one gradebook, and
bubblewrap ends with the thread that started it."""

_workers: dict[str, Worker] = {}


class OtherVersion(NongjuError):
    """The programs of this worker are not those of the grader's machine."""


@cache
def fingerprint() -> str:
    """Names the programs here: Python, the packages above, and every file of this package."""
    total = hashlib.sha256(platform.python_version().rpartition(".")[0].encode())
    for name in PROGRAMS:
        total.update(f"{name} {metadata.version(name)}\n".encode())
    package = Path(__file__).resolve().parents[1]
    for path in sorted(package.rglob("*.py")):
        total.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def probe() -> str:
    """JSON about this worker: version, whether its sandbox stands, and a sentence when it does not."""
    return _one.submit(_probe).result()


def _probe() -> str:
    from nongju.grading.check import check_sandbox

    found = check_sandbox()
    return json.dumps({"version": fingerprint(), "sandbox": found.ok, "sentence": found.sentence})


def grade_hand_in(version: str, week: bytes, order: str, hand_in: bytes) -> str:
    """One hand-in: bytes in, JSON out.

    Arguments:
        version: `fingerprint` of the grader's machine.
        week: `pack_week`'s bytes.
        order: JSON: learner, work (the folder's name inside), manual.
        hand_in: a zip of its files.

    Raises:
        OtherVersion: the programs here are others.
    """
    if version != fingerprint():
        raise OtherVersion("this worker runs another version of nongju, nbgrader or Python")
    return _one.submit(_grade, week, order, hand_in).result()


def _grade(week: bytes, order: str, hand_in: bytes) -> str:
    given = json.loads(order)
    name = hashlib.sha256(week).hexdigest()
    if name not in _workers:
        _workers.clear()
        _workers[name] = _worker_for(week)
    with tempfile.TemporaryDirectory(prefix="nongju-") as root:
        folder, shared = Path(root) / "hand-in", Path(root) / "shared"
        unpack(hand_in, folder)
        unpack(parts_of(week)["shared"], shared)
        files = {path.relative_to(shared).as_posix(): path for path in shared.rglob("*") if path.is_file()}
        done = _workers[name].prepare(given["learner"], folder, given["work"], files, given["manual"])
    return json.dumps(done)


def _worker_for(week: bytes) -> Worker:
    from traitlets.config import Config

    from nongju.grading.limits import Limits
    from nongju.grading.plan import Plan
    from nongju.grading.prepare import Worker
    from nongju.grading.settings import Settings

    parts = parts_of(week)
    settings = json.loads(parts["settings"])
    limits = Limits.from_json(settings.pop("limits"))
    config = Config(revived(json.loads(parts["config"])))
    return Worker(config, Plan.from_json(parts["plan"].decode()), Settings(limits=limits, **settings))


def parts_of(week: bytes) -> dict[str, bytes]:
    """What `pack_week` put together, by name."""
    with zipfile.ZipFile(io.BytesIO(week)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def pack(files: dict[str, Path]) -> bytes:
    """A zip of files, by name, stored as they are: clips and pictures are compressed already."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for name, path in sorted(files.items()):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (path.stat().st_mode & 0o777) << 16
            packed.writestr(entry, path.read_bytes())
    return target.getvalue()


def unpack(blob: bytes, folder: Path) -> None:
    """Write the files of `pack` below `folder`.

    Raises:
        ValueError: a name that leads out of it.
    """
    folder.mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(blob)) as packed:
        for name in packed.namelist():
            parts = PurePosixPath(name)
            if parts.is_absolute() or ".." in parts.parts:
                raise ValueError(f"{name} leads out of the hand-in")
            target = folder / parts
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(packed.read(name))
            target.chmod(packed.getinfo(name).external_attr >> 16 & 0o777 | 0o600)


def plain_config(value: Any) -> Any:
    """A traitlets config as JSON can hold it; classes by their names.

    Raises:
        TypeError: a value that is neither.
    """
    if isinstance(value, type):
        return {"class": f"{value.__module__}:{value.__qualname__}"}
    if isinstance(value, dict):
        return {"section": {str(key): plain_config(inner) for key, inner in value.items()}}
    if isinstance(value, list | tuple | set):
        return [plain_config(inner) for inner in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise TypeError(f"a {type(value).__name__} cannot be sent to another machine")


def revived(value: Any) -> Any:
    """What `plain_config` turned into JSON."""
    if isinstance(value, dict) and "class" in value:
        module, _, name = value["class"].partition(":")
        found: Any = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
        return found
    if isinstance(value, dict):
        return {key: revived(inner) for key, inner in value["section"].items()}
    if isinstance(value, list):
        return [revived(inner) for inner in value]
    return value
