"""Several machines: real Dask scheduler and workers on loopback, over TLS, one killed in mid-run."""

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic
from weakref import WeakKeyDictionary

import course_kit as kit
import pytest
from tests.missing import missing
from traitlets.config import Config

from nongju.grading import cluster_worker
from nongju.grading.cluster import ClusterError, ClusterExecutor, check_address
from nongju.grading.engine import Engine, EngineError

SQUARE = "def sq(x):\n    return x * x"
PACKAGE = Path(cluster_worker.__file__).parents[1]
OPENING_SECONDS = 180
"""Longest wait for a scheduler or worker on a loaded machine; it takes 3 s on a quiet one."""


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """A folder as --tls wants it: an authority, and a certificate for loopback that it signed."""
    openssl = shutil.which("openssl")
    if openssl is None:
        missing("the program openssl", "apt-get install openssl")
    folder = tmp_path_factory.mktemp("tls")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1")
    for line in (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -keyout ca-key.pem -out ca.pem",
        "req -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -keyout key.pem -out request.pem",
        "x509 -req -in request.pem -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 2 -out cert.pem"
        " -extfile names",
    ):
        subprocess.run([openssl, *line.split()], cwd=folder, check=True, capture_output=True)
    return folder


@contextmanager
def running(folder, *arguments, path=""):
    """A process of Dask's command line in a folder of its own."""
    with (folder / "said.txt").open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *map(str, arguments)],
            cwd=folder,
            stdout=said,
            stderr=said,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(path)},
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(true, process):
    deadline = monotonic() + OPENING_SECONDS
    while not true():
        assert process.poll() is None
        assert monotonic() < deadline
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.2)


@pytest.fixture(scope="module")
def cluster(walled, certificates, tmp_path_factory):
    """A scheduler over TLS and two workers; gives its address and the workers' processes."""
    folder = tmp_path_factory.mktemp("dask")
    tls = ["--tls-ca-file", certificates / "ca.pem", "--tls-cert", certificates / "cert.pem", "--tls-key",
           certificates / "key.pem", "--no-dashboard"]  # fmt: skip
    found = folder / "scheduler.json"
    start = ["--scheduler-file", found, *tls]
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            running(folder, "scheduler", "--protocol", "tls", "--host", "127.0.0.1", "--port", "0", *start)
        )
        wait_until(lambda: found.exists() and found.stat().st_size, scheduler)
        work = ["worker", *start, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1"]
        workers = [stack.enter_context(running(folder, *work, "--name", f"w{turn}")) for turn in range(2)]
        yield kit.json.loads(found.read_text())["address"], workers, work, folder


def everyone(course, count=6):
    names = [f"li-{number}" for number in range(count)]
    for name in names:
        course.hand_in(name, {"one.ipynb": {"sq": SQUARE}}, notes__txt="own")
    return names


def tls_of(certificates):
    return {name: str(certificates / f"{name}.pem") for name in ("ca", "cert", "key")}


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_worker_killed_in_mid_run_costs_nobody_a_mark_and_another_version_marks_nothing(
    small, cluster, certificates, tmp_path
):
    address, workers, work, folder = cluster
    assert address.startswith("tls://127.0.0.1:")
    names = everyone(small)
    other = tmp_path / "other" / "nongju"
    shutil.copytree(PACKAGE, other, ignore=shutil.ignore_patterns("__pycache__", "web"))
    with (other / "__init__.py").open("a") as package:
        package.write("\n# another version\n")

    def watch(_hand_in, done, _total):
        if done == 1:
            os.killpg(workers[0].pid, signal.SIGKILL)

    with running(folder, *work, "--name", "other", path=other.parent) as stranger:
        said = folder / "said.txt"
        wait_until(lambda: said.read_text(errors="replace").count("Registered to:") >= 3, stranger)
        engine = Engine(small.config, "wk", scheduler=address, tls=tls_of(certificates))
        summary = engine.run(watch)
    assert summary.complete, summary.hand_ins
    assert any("别的版本" in remark for remark in summary.remarks)
    found = kit.rows(small.db_url)
    for name in names:
        assert found[name] == {"submissions": 1}
        assert found[f"{name}/one/sq-hidden"][0] == 1
        assert (small.root / "autograded" / name / "wk" / "notes.txt").read_text() == "own"
    other_machine = small.copy(tmp_path / "local")
    assert other_machine.grade(force=True).complete
    assert kit.rows(other_machine.db_url) == found
    assert kit.graded_notebooks(other_machine).keys() == kit.graded_notebooks(small).keys()


class Scheduler:
    """As much of Dask's client as tells who is there."""

    def __init__(self, *workers):
        self.workers = workers
        self.asked = []

    def scheduler_info(self, n_workers):
        return {"workers": dict.fromkeys(self.workers)}

    def get_executor(self, workers, **_):
        self.asked += workers
        return self

    def submit(self, *_):
        return Future()


def test_a_hand_in_given_to_workers_that_are_all_gone_is_given_out_again(monkeypatch):
    hands = ClusterExecutor.__new__(ClusterExecutor)
    hands.remarks, hands._client = [], Scheduler("b", "c")
    hands._known, hands._good, hands._given = {"a": Future()}, ["a"], WeakKeyDictionary()
    gone, there, done, any_worker = (Future() for _ in range(4))
    hands._given |= {gone: {"a"}, there: {"a", "b"}, done: {"a"}, any_worker: set()}
    done.set_result("{}")
    assert hands.orphaned([gone, there, done, any_worker]) == [gone]
    with pytest.raises(CancelledError) as cancelled:
        gone.result()
    assert hands.lost(gone, cancelled.value)
    assert hands._client.asked == ["b", "c"], "who came later is asked about himself"


@pytest.mark.parametrize(
    "address", ["tcp://192.0.2.1:8786", "tcp://example.org:1", "192.0.2.1:8786", "inproc://x"]
)
def test_plain_connections_stay_on_this_machine(address):
    with pytest.raises(ClusterError, match="tls://"):
        check_address(address)


@pytest.mark.parametrize(
    "address", ["tls://192.0.2.1:8786", "tcp://127.0.0.1:1", "tcp://[::1]:1", "tcp://localhost:1"]
)
def test_loopback_and_tls_are_taken(address):
    check_address(address)


def test_a_plain_address_elsewhere_is_refused_before_anything_is_sent(small):
    everyone(small, 1)
    with pytest.raises(EngineError, match="tls://"):
        Engine(small.config, "wk", scheduler="tcp://192.0.2.1:8786").run()


def test_the_config_travels_as_json_and_what_is_none_is_refused():
    config = Config()
    config.Autograde.sanitize_preprocessors = [Config]
    config.Execute.timeout = 3
    sent = kit.json.loads(kit.json.dumps(cluster_worker.plain_config(config)))
    assert cluster_worker.revived(sent) == {
        "Autograde": {"sanitize_preprocessors": [Config]},
        "Execute": {"timeout": 3},
    }
    config.Execute.timeout_func = lambda cell: 3
    with pytest.raises(TypeError):
        cluster_worker.plain_config(config)


@pytest.mark.parametrize("name", ["../a", "/a", "b/../../a"])
def test_a_name_that_leads_out_is_not_unpacked(tmp_path, name):
    (tmp_path / "a").write_text("x")
    with pytest.raises(ValueError, match="leads out"):
        cluster_worker.unpack(cluster_worker.pack({name: tmp_path / "a"}), tmp_path / "hand-in")


def test_another_version_is_refused_by_the_worker_itself():
    with pytest.raises(cluster_worker.OtherVersion):
        cluster_worker.grade_hand_in("other", b"", "{}", b"")
