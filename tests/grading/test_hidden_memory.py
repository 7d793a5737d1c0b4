"""Memory that no process's account shows, signs to another sandbox, and frames that swell when decoded."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from nongju.grading.running import execute
from nongju.grading.sandbox import bubblewrap, wire
from nongju.grading.sandbox import handle as sandbox
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.sandbox.run import ChildGone
from nongju.grading.settings import Settings

SQUARE = "def sq(x):\n    return x * x\n"
WORK = "/tmp/autograded/attacker/wk"

RAN = """
import json, os, sys
from nongju.grading.limits import Limits
from nongju.grading.sandbox.run import ChildGone
from nongju.grading.sandbox.handle import Sandbox
from nongju.grading.settings import Settings
limits = Limits(memory_mb=200, folder_mb=32, processes=24, total_seconds=60)
said = []
with Sandbox(Settings(limits=limits)) as sandbox:
    for code in sys.argv[1:]:
        text = ""
        try:
            with sandbox.run("/tmp/autograded/attacker/wk") as run:
                run.give({})
                run.send_cell(code, "cell")
                while (message := run.receive(60)) and message["type"] != "execute_reply":
                    text += message["content"].get("text", "") + message["content"].get("evalue", "")
        except ChildGone as gone:
            text += "gone: " + gone.reason
        said.append(text.strip())
print(json.dumps(said))
"""


@pytest.fixture(params=["whoever runs this", "an ordinary user"])
def ran(walled, request):
    """Runs cells, each in a child of its own of one sandbox, and gives what each said."""

    def ran(*codes):
        line = [sys.executable, "-c", RAN, *codes]
        if request.param == "an ordinary user":
            wall = [
                bubblewrap.find(),
                "--dev-bind",
                "/",
                "/",
                "--unshare-user",
                "--uid",
                "1000",
                "--gid",
                "1000",
            ]
            line = [*wall, *line]
        done = subprocess.run(line, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
        return json.loads(done.stdout.splitlines()[-1])

    return ran


RAW = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
def shared(flags, descriptor):
    found = libc.mmap(None, ctypes.c_size_t(1 << 20), 3, flags, descriptor, ctypes.c_long(0))
    return found != ctypes.c_void_p(-1).value
done = [flags for flags in (0x21, 0x23, 0x4021, 0x40021) if shared(flags, -1)]
try:
    done.append(shared(1, os.open("/dev/zero", os.O_RDWR)))
except OSError:
    pass
print(done, shared(0x22, -1), open("/dev/zero", "rb").read(2), end="")
print("", libc.syscall({vmsplice}, 1, 0, 0, 0), ctypes.get_errno())
"""


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are this processor's")
def test_shared_memory_without_a_name_is_refused_whichever_way_it_is_asked_for(ran):
    assert ran(RAW.format(vmsplice=278)) == ["[] True b'\\x00\\x00' -1 1"]


MAPPED = """
import mmap, os
block = mmap.mmap(-1, 13)
block.write(b"Hello world!")
if os.fork() == 0:
    block[:5] = b"child"
    os._exit(0)
os.wait()
print(block[:12], type(block).__name__, len(mmap.mmap(-1, 9, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)))
"""

SWELLS = """
import mmap, os
kept = []
for _ in range(12):
    if os.fork() == 0:
        block = mmap.mmap(-1, 60 << 20)
        for at in range(0, 60 << 20, 4096):
            block[at] = 1
        os._exit(3)
    print(os.waitstatus_to_exitcode(os.wait()[1]) == 3)
"""


def test_a_notebook_s_shared_memory_works_and_its_size_counts(ran):
    works, swells = ran(MAPPED, SWELLS)
    assert works == "b'child world!' mmap 9"
    assert "True" not in swells


SOCKETS = """
import os, socket, time
for _ in range(20):
    if os.fork() == 0:
        kept = []
        while True:
            try:
                pair = socket.socketpair()
                kept.append(pair)
                for one in pair:
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 << 20)
                    one.setblocking(False)
                    one.send(bytes(4 << 20))
            except OSError:
                time.sleep(60)
time.sleep(60)
"""

CONNECTIONS = """
import os, socket, time
for address in (("127.0.0.1", 0), ("::1", 0)):
    if os.fork() == 0:
        family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        if {only} not in (0, family):
            os._exit(0)
        door, kept = socket.create_server(address, family=family), []
        for _ in range(60):
            kept += [socket.create_connection(door.getsockname()[:2]), door.accept()[0]]
            kept[-2].setblocking(False)
            try:
                while True:
                    kept[-2].send(bytes(1 << 20))
            except BlockingIOError:
                pass
        time.sleep(60)
os.wait()
os.wait()
"""
"""What 120 sockets of 208 kB may hold is far below the limit."""

FEW = """
import socket
pairs = [socket.socketpair() for _ in range(50)]
pairs[0][0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 << 20)
pairs[0][0].setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(pairs[0][0].getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) <= 425_984,
      pairs[0][0].getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
"""


def test_what_waits_in_sockets_counts_as_memory(ran):
    few, many = ran(FEW, SOCKETS)
    assert few == "True 1"
    assert many == "gone: memory"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_what_waits_in_connections_over_loopback_counts_as_memory(ran, family):
    if family == socket.AF_INET6 and not Path("/proc/net/if_inet6").exists():
        pytest.skip("this machine has no IPv6")
    assert ran(CONNECTIONS.format(only=int(family))) == ["gone: memory"]


FAMILIES = """
import socket
def opened(family, kind):
    try:
        socket.socket(family, kind).close()
    except OSError as error:
        return error.errno
    return 0
print([opened(family, kind) for family in (40, 38, 17, 29, 31, 44) for kind in (1, 3, 5)])
print([opened(family, 2) for family in (1, 2, 10)], len(socket.socketpair()))
"""


def test_only_sockets_of_the_own_network_namespace_can_be_made(ran):
    refused, made = ran(FAMILIES)[0].splitlines()
    assert set(json.loads(refused)) == {97}
    assert made == "[0, 0, 0] 2"


LEAVES = """
import os
for root in ("/dev", "/dev/pts", "/", "/tmp", "/dev/shm", "/etc", "/run"):
    try:
        open(os.path.join(root, "left"), "w").write("HARM")
    except OSError:
        pass
"""

SEES = """
import os
roots = ("/dev", "/dev/pts", "/", "/tmp", "/dev/shm", "/etc", "/run")
print([root for root in roots if os.path.exists(root + "/left")])
"""


def test_nothing_that_a_child_writes_is_there_for_the_next(ran):
    assert ran(LEAVES, SEES) == ["", "[]"]


LOCKS = """
import fcntl, os, struct, sys
file = open(sys.executable, "rb")
def tried(action):
    try:
        return repr(action())
    except OSError as error:
        return str(error.errno)
shared = struct.pack("hhqqi4x", fcntl.F_RDLCK, 0, 0, 0, 0)
other = struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0)
print(tried(lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)))
print(tried(lambda: fcntl.fcntl(file, {held}, shared)))
print(tried(lambda: fcntl.fcntl(file, fcntl.F_GETLK, other)))
print(tried(lambda: fcntl.fcntl(file, fcntl.F_NOTIFY, 1)))
own = open("own", "w")
print(tried(lambda: fcntl.lockf(own, fcntl.LOCK_EX)))
"""


def said(run, code):
    """What one cell prints in a child that goes on."""
    run.send_cell(code, "cell")
    text = ""
    while (message := run.receive(30))["type"] != "execute_reply":
        text += message["content"].get("text", "")
    return text


def test_a_lock_on_a_file_of_the_system_tells_another_sandbox_nothing(walled):
    alone = LOCKS.format(held="fcntl.F_GETLK")
    with (
        Sandbox(Settings()) as one,
        Sandbox(Settings()) as other,
        one.run(WORK) as holding,
        other.run(WORK) as asking,
    ):
        holding.give({})
        asking.give({})
        before = said(asking, alone)
        held = said(holding, LOCKS.format(held="fcntl.F_SETLK"))
        assert said(asking, alone) == before
    assert held.startswith("38\n")
    assert held.endswith("None\n")


def test_an_id_of_the_sandbox_is_nobody_s_and_mapped():
    whole = sandbox.spare_user("         0          0 4294967295\n")
    assert 1_879_048_191 < whole[0] < 2_147_352_576
    container = sandbox.spare_user("0 100000 65536\n")
    assert 60_705 < container[0] < 61_184  # below systemd's dynamic users
    assert sandbox.spare_user("0 1000 1\n") == []


FORGES = """
import gc, socket, struct
body = {body}
for thing in gc.get_objects():
    if isinstance(thing, socket.socket):
        try:
            thing.sendall(struct.pack(">I", len(body)) + body)
        except OSError:
            pass
"""


@pytest.mark.parametrize(
    "body", ["b'{\"a\":[' + b'[],' * 5_000_000 + b'1]}'", "bytes(17 << 20)"], ids=["crowded", "long"]
)
def test_a_forged_frame_is_refused_before_it_is_decoded(walled, monkeypatch, body):
    decoded = []
    decode = wire.decode
    monkeypatch.setattr(wire, "decode", lambda given: decoded.append(len(given)) or decode(given))
    with Sandbox(Settings()) as box, box.run(WORK) as run:
        run.give({})
        run.send_cell(FORGES.format(body=body), "cell")
        with pytest.raises(ChildGone):
            while run.receive(60)["type"] != "execute_reply":
                pass
    assert max(decoded) < 1 << 20


def test_what_an_honest_cell_shows_too_much_of_is_left_out_and_said(walled):
    code = """
import sys
from IPython.display import display
print("x" * 30_000_000)
display({"text/plain": "y" * 20_000_000}, raw=True)
display({"application/json": [[0]] * 1_000_000, "text/plain": "z"}, raw=True)
raise ValueError("w" * 20_000_000)
"""
    kinds, printed, shown = [], 0, []
    with Sandbox(Settings()) as box, box.run(WORK) as run:
        run.give({})
        run.send_cell(code, "cell")
        while (message := run.receive(60)) is not None:
            kinds.append(message["type"])
            printed += len(message["content"].get("text", ""))
            shown.append(message["content"].get("data", {}).get("text/plain"))
            if message["type"] == "execute_reply":
                break
    assert printed == 30_000_001
    assert [text for text in shown if text] == ["... 太大，没有留 ..."] * 2
    assert message["content"]["status"] == "error"
    assert message["content"]["ename"] == "ValueError"


FLOODS = """
import gc, json, socket, struct
content = {"data": {"text/plain": "9" * 200_000}, "metadata": {}, "execution_count": 1}
body = json.dumps({"type": "execute_result", "parent": "cell-1", "content": content}).encode()
for thing in gc.get_objects():
    if isinstance(thing, socket.socket):
        for _ in range(60):
            thing.sendall(struct.pack(">I", len(body)) + body)
"""


def test_forged_results_are_kept_up_to_a_bound_when_the_output_is_spent(walled, small, monkeypatch):
    monkeypatch.setattr(execute, "RESERVE", 1 << 20)
    small.config.Sandbox.output_mb = 1
    small.hand_in("flood", {"one.ipynb": {"sq": SQUARE + FLOODS}})
    small.grade()
    assert (small.root / "autograded" / "flood" / "wk" / "one.ipynb").stat().st_size < 4 << 20
