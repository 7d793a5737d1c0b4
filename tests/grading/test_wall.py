"""The wall and the child behind it: every flag, every limit, every namespace."""

import ast
import os
import re

import psutil
import pytest

from nongju.grading.limits import Limits
from nongju.grading.sandbox import bubblewrap
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.sandbox.run import ChildGone
from nongju.grading.settings import Settings

WORK = "/tmp/autograded/li/wk"
LIMITS = Limits(memory_mb=500, folder_mb=40, processes=20, open_files=99, total_seconds=30)


@pytest.mark.parametrize("user", [None, 1_900_000_000])
def test_the_wall_has_every_flag(user):
    line = bubblewrap.command("/usr/bin/bwrap", "/tmp/autograded", [], user)
    text = f" {' '.join(line)} "
    wanted = ["--cap-drop ALL", "--as-pid-1", "--die-with-parent", "--new-session", "--proc /proc"]
    wanted += ["--dev /dev", "--perms 1777 --size 1048576 --tmpfs /tmp"]
    wanted += ["--remount-ro /dev --remount-ro / --chdir /"]
    if user is None:
        wanted += ["--unshare-all", "--unshare-user", "--uid 1000", "--gid 1000"]
        assert "--cap-add" not in line
    else:
        wanted += ["--unshare-pid", "--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
        assert re.findall(r"--cap-add (\S+)", text) == ["CAP_SETUID", "CAP_SETGID"]
    for flag in wanted:
        assert f" {flag} " in text
    assert not any(part in ("--bind", "--dev-bind", "--share-net") for part in line)
    bound = [line[at + 2] for at, part in enumerate(line) if part.startswith("--ro-bind")]
    assert not {"/", "/etc", "/home", "/root", "/var", "/proc", "/sys", "/run", "/tmp"} & set(bound)


def test_learner_code_gets_nothing_of_the_grader_s_environment(monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("PYTHONPATH", "/x")
    found = bubblewrap.environment({})
    assert not {"SECRET", "PYTHONPATH"} & set(found)
    assert "PYTHONSAFEPATH" not in found  # programs that a cell starts would inherit it
    assert found["USER"] == "learner"


LOOKS = """
import ctypes, fcntl, os, resource, stat
libc = ctypes.CDLL(None, use_errno=True)
def kind(descriptor):
    try:
        return stat.S_IFMT(os.fstat(descriptor).st_mode)
    except OSError:
        return None
names = ("AS", "NPROC", "NOFILE", "FSIZE", "CPU", "CORE", "MSGQUEUE", "MEMLOCK")
class Head(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]
held = (ctypes.c_uint32 * 6)()
libc.capget(ctypes.byref(Head(0x20080522, 0)), held)
def mounted(place):
    there = os.statvfs(place)
    return there.f_flag & 15, there.f_blocks * there.f_frsize >> 20, there.f_files
print({
    "pid": os.getpid(), "proc": os.listdir("/proc"), "capabilities": list(held),
    "bounding": [libc.prctl(23, number, 0, 0, 0) for number in range(41)], "gain": libc.prctl(39, 0, 0, 0, 0),
    "sockets": sum(kind(number) == stat.S_IFSOCK for number in range(300)),
    "limits": {name: resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in names
               if hasattr(resource, "RLIMIT_" + name)},
    "places": [mounted(place) for place in ("/tmp", "/dev/shm", os.getcwd(), "/proc")],
    "session": os.getsid(0) == os.getpid(),
    "dies": libc.prctl(2, ctypes.byref(held)) or held[0],
})
"""


@pytest.fixture(scope="module")
def child(walled):
    """What a child sees of itself, and the namespaces of it and of whoever forked it."""
    text = ""
    with Sandbox(Settings(limits=LIMITS)) as box, box.run(WORK) as run:
        run.give({})
        run.send_cell(LOOKS, "cell")
        while (message := run.receive(30))["type"] != "execute_reply":
            text += message["content"].get("text", "")
        wall = psutil.Process(box._process.pid)
        pids = [wall.pid, *(one.pid for one in wall.children(recursive=True))]
        spaces = {pid: spaces_of(pid) for pid in pids}
    found = ast.literal_eval(text)
    found["spaces"] = list(spaces.values())
    return found


def spaces_of(pid):
    kinds = ("user", "pid", "ipc", "net", "uts", "mnt")
    return {kind: os.readlink(f"/proc/{pid}/ns/{kind}") for kind in kinds}  # noqa: PTH115


def test_a_child_has_namespaces_of_its_own_below_those_of_the_wall(child):
    if os.getuid() != 0:
        pytest.skip("the namespaces of a walled process can be looked at by root alone")
    *_, zygote, supervisor, inner = child["spaces"]
    for kind in ("user", "pid", "ipc", "net", "uts", "mnt"):
        assert inner[kind] != zygote[kind], kind
    for kind in ("pid", "ipc", "net", "uts", "mnt"):
        assert zygote[kind] != spaces_of(os.getpid())[kind], kind
    assert supervisor["mnt"] != inner["mnt"]
    assert child["pid"] == 1
    assert child["session"]


def test_a_child_holds_no_capability_and_can_gain_none(child):
    assert child["capabilities"] == [0] * 6
    assert child["bounding"] == [0] * 41
    assert child["gain"] == 1


def test_a_child_sees_no_processes_and_holds_the_worker_s_socket_and_two_of_its_event_loop(child):
    assert child["proc"] == []
    assert child["sockets"] == 3


def test_every_limit_of_a_process_is_set(child):
    limits = child["limits"]
    memory = limits.pop("AS")
    assert 500 << 20 < memory[0] == memory[1] < 2 << 30
    assert limits.pop("MSGQUEUE", (0, 0)) == (0, 0)
    assert limits == {
        "NPROC": (20, 20),
        "NOFILE": (99, 99),
        "FSIZE": (40 << 20, 40 << 20),
        "CPU": (130, 130),
        "CORE": (0, 0),
        "MEMLOCK": (0, 0),
    }


def test_what_a_child_may_write_to_is_one_sized_place_without_devices(child):
    *writable, proc = child["places"]
    for flags, megabytes, files in writable:
        assert flags & 0b0111 == 0b0110  # writable, no set-user-id, no devices
        assert (megabytes, files) == (40, 20_000)
    assert proc[0] == 0b1111


def test_a_child_dies_with_whoever_forked_it(child):
    assert child["dies"] == 9


def test_time_ends_a_child_that_nobody_interrupts(walled):
    limits = Limits(total_seconds=0.5, grace_seconds=0.25)
    with Sandbox(Settings(limits=limits)) as box, box.run(WORK) as run:
        run.give({})
        run.send_cell("while True:\n    pass", "cell")
        with pytest.raises(ChildGone) as gone:
            while run.receive(60):
                pass
    assert gone.value.reason == "time"


def test_a_forking_process_that_is_not_what_it_was_is_thrown_away(walled):
    with Sandbox(Settings()) as box:
        with box.run(WORK) as run:
            run.give({})
        assert box._process is not None
        box._state = [*box._state[:-1], "changed"]
        with box.run(WORK) as run:
            run.give({})
        assert box._process is None


def test_a_link_in_place_of_a_file_is_not_followed(walled, tmp_path):
    (tmp_path / "secret").write_text("SECRET")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    with Sandbox(Settings()) as box, box.run(WORK) as run, pytest.raises(OSError, match="symbolic"):
        run.give({"link": tmp_path / "link"})
