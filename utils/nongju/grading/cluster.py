"""Workers of a Dask scheduler, for a class that one machine is too small for.

Hand-ins travel as bytes, results come back as JSON, and the gradebook stays here with its one writer.
Off this machine everything goes over TLS with certificates on both sides: whoever can reach a scheduler
without them can run programs on its workers.
"""

from __future__ import annotations

import contextlib
import io
import ipaddress
import json
import logging
import zipfile
from collections.abc import Collection
from concurrent import futures
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from traitlets.config import Config

from nongju.errors import NongjuError
from nongju.grading import cluster_worker
from nongju.grading.executor import Task
from nongju.grading.plan import Plan
from nongju.grading.policy import policy_for
from nongju.grading.running.snapshot import snapshot_of
from nongju.grading.settings import Settings

CONNECT_SECONDS = 20
"""Wait for the scheduler to answer."""

WORKERS_SECONDS = 300.0
"""Wait for the first worker that may be used; one needs some 15 s to import and to test its sandbox, a
loaded machine twenty times that."""

LOOK_EVERY = 2.0
"""Seconds between two looks for workers that came later."""

NO_DASK = "没有装 distributed。先运行：pip install 'nongju[dask]'。"
NOT_TLS = "{address} 不在这台电脑上，只能用 tls:// 连接，不能用明文。"
NO_ANSWER = "{address} 没有回应：{why}。先启动 dask scheduler，再看地址对不对。"
NO_WORKER = "{address} 上没有能用的 worker。{why}"
CONFIG = "nbgrader_config.py 里有一项送不到别的机器上：{why}。"
ANOTHER = "{worker} 装的是别的版本，没有用它。请在那台机器上装同一版。"
BROKEN = "{worker} 不能用：{why}。"
NO_WALL = "{worker} 的沙箱不行，没有用它：{why}"


class ClusterError(NongjuError):
    """The workers cannot be used; the message is a Chinese sentence."""


def check_address(address: str) -> None:
    """Let plain connections stay on this machine.

    Raises:
        ClusterError: neither tls:// nor a loopback address.
    """
    parts = urlsplit(address)
    if parts.scheme == "tls":
        return
    host = parts.hostname or ""
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if parts.scheme != "tcp" or not loopback:
        raise ClusterError(NOT_TLS.format(address=address))


def pack_week(config: Config, plan: Plan, settings: Settings, shared: dict[str, str]) -> bytes:
    """Everything about a week that workers need, as one zip.

    Raises:
        ClusterError: the config holds a value that no other machine can be given.
    """
    own = {**vars(settings), "limits": settings.limits.to_json()}
    own.update(preload=list(settings.preload), arguments=list(settings.arguments))
    own.update(read_only=[], variables=dict(settings.variables))
    own["private"] = list(settings.private)  # covered where a worker shares the course's disk
    try:
        plain = cluster_worker.plain_config(config)
    except TypeError as error:
        raise ClusterError(CONFIG.format(why=error)) from error
    course = plain["section"].pop("CourseDirectory", {"section": {}})["section"]
    if "ignore" in course:  # all else that it says is about folders of this machine
        plain["section"]["CourseDirectory"] = {"section": {"ignore": course["ignore"]}}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(zipfile.ZipInfo("plan"), plan.to_json())
        packed.writestr(zipfile.ZipInfo("config"), json.dumps(plain))
        packed.writestr(zipfile.ZipInfo("settings"), json.dumps(own))
        files = {name: Path(path) for name, path in shared.items()}
        packed.writestr(zipfile.ZipInfo("shared"), cluster_worker.pack(files))
    return target.getvalue()


class ClusterExecutor:
    """The scheduler's workers that run our version and whose sandbox stands."""

    def __init__(
        self,
        address: str,
        tls: dict[str, str],
        config: Config,
        plan: Plan,
        settings: Settings,
        shared: dict[str, str],
    ) -> None:
        """Arguments are those of `Engine`; raises ClusterError."""
        check_address(address)
        try:
            import distributed
        except ImportError as error:
            raise ClusterError(NO_DASK) from error
        self.remarks: list[str] = []
        self.slots = 0
        dask: Any = distributed
        self._address, self._settings = address, settings
        self._needs_wall = settings.wall and any(
            policy_for(plan, book.name).mode != "data" for book in plan.notebooks
        )
        self._week = pack_week(config, plan, settings, shared)
        self._known: dict[str, Any] = {}
        self._there: set[str] = set()
        self._good: list[str] = []
        self._given: WeakKeyDictionary[futures.Future[str], set[str]] = WeakKeyDictionary()
        self._looked = 0.0
        security = None
        if address.startswith("tls:"):
            given = {"tls_ca_file": tls.get("ca"), "tls_client_cert": tls.get("cert"),
                     "tls_client_key": tls.get("key")}  # fmt: skip
            security = dask.Security(
                require_encryption=True, **{name: path for name, path in given.items() if path}
            )
        logging.getLogger("distributed").setLevel(logging.ERROR)
        try:
            self._client: Any = dask.Client(
                address, security=security, timeout=CONNECT_SECONDS, set_as_default=False
            )
        except (OSError, TimeoutError, ValueError, TypeError) as error:
            raise ClusterError(NO_ANSWER.format(address=address, why=error)) from error
        try:
            self._wait_for_workers()
            self._sent = self._client.scatter(self._week, broadcast=True)
        except BaseException:
            self._client.close()
            raise

    def _wait_for_workers(self) -> None:
        deadline = monotonic() + WORKERS_SECONDS
        while not self._good:
            self._look()
            if self._good:
                return
            left = deadline - monotonic()
            if left <= 0 or (self._known and all(probe.done() for probe in self._known.values())):
                why = " ".join(self.remarks) or "先启动 dask worker。"
                raise ClusterError(NO_WORKER.format(address=self._address, why=why))
            if self._known:
                futures.wait([probe for probe in self._known.values() if not probe.done()], 1.0,
                             futures.FIRST_COMPLETED)  # fmt: skip
            else:
                self._client.wait_for_workers(1, timeout=left)

    def _look(self) -> None:
        """Ask new workers about themselves, and take in those that answered well."""
        self._looked = monotonic()
        self._there = set(self._client.scheduler_info(n_workers=-1)["workers"])
        for worker in sorted(self._there - set(self._known)):
            executor = self._client.get_executor(workers=[worker], pure=False, retries=0)
            self._known[worker] = executor.submit(cluster_worker.probe)
        for worker, probe in self._known.items():
            if probe.done() and worker not in self._good:
                self._judge(worker, probe)
        self._good = [worker for worker in self._good if worker in self._there]
        self.slots = max(1, len(self._good))

    def _judge(self, worker: str, probe: futures.Future[str]) -> None:
        try:
            said = json.loads(probe.result())
        except (Exception, futures.CancelledError) as error:
            remark = BROKEN.format(worker=worker, why=f"{type(error).__name__}: {error}")
        else:
            if said["version"] != cluster_worker.fingerprint():
                remark = ANOTHER.format(worker=worker)
            elif self._needs_wall and not said["sandbox"]:
                remark = NO_WALL.format(worker=worker, why=said["sentence"])
            else:
                self._good.append(worker)
                return
        if remark not in self.remarks:
            self.remarks.append(remark)

    def submit(self, task: Task, manual: dict[str, Any]) -> futures.Future[str]:
        """See `nongju.grading.executor.Executor`."""
        if monotonic() > self._looked + LOOK_EVERY:
            self._look()
        if self._sent.status != "finished":  # gone with the workers that held it: tasks are cancelled
            self._sent = self._client.scatter(self._week, broadcast=True, hash=False)
        limits = self._settings.limits
        files = snapshot_of(task.folder, max(limits.upload_mb, limits.file_mb)).files
        for path in sorted(task.folder.glob("*.ipynb")):
            if path.is_file() and not path.is_symlink():
                files[path.name] = path
        order = json.dumps({"learner": task.learner, "work": task.work, "manual": manual})
        if not self._good:
            with contextlib.suppress(ClusterError):  # then any worker may say why it cannot
                self._wait_for_workers()
        executor = self._client.get_executor(workers=self._good or None, pure=False)
        made: futures.Future[str] = executor.submit(
            cluster_worker.grade_hand_in,
            cluster_worker.fingerprint(),
            self._sent,
            order,
            cluster_worker.pack(files),
        )
        self._given[made] = set(self._good)
        return made

    def orphaned(self, running: Collection[futures.Future[str]]) -> list[futures.Future[str]]:
        """Those given to workers of which none is there any more: the scheduler goes on waiting for them."""
        self._look()
        given = {future: self._given.get(future) for future in running if not future.done()}
        gone = [future for future, workers in given.items() if workers and not workers & self._there]
        for future in gone:
            future.cancel()
        return gone

    def lost(self, future: futures.Future[str], error: BaseException) -> bool:
        """See `nongju.grading.executor.Executor`."""
        del future
        self._looked = 0.0
        return type(error).__name__ in ("KilledWorker", "CancelledError", "FutureCancelledError")

    def close(self) -> None:
        """See `nongju.grading.executor.Executor`."""
        self._client.close()
