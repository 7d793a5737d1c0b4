"""What hand-ins of strangers try, in our engine and in stock nbgrader with our plug-in.

One class is graded: each attacker's solution cell is one attack, and a victim answers well beside
them. On other people's courses a test in the same process can be forged, as in nbgrader itself; what
may never happen is a look at a secret or harm to another hand-in.
"""

import os
import socket
import threading
from pathlib import Path

import course_kit as kit
import ordinary_user
import pytest

GOOD = "def sq(x):\n    return x * x\n"

READS = """
import glob, os
found, word = [], "SEC" + "RET"  # in two: this notebook itself lies in its folder
for root in {roots!r} + ["/proc", "/tmp", "/dev/shm", "/root", "/home", "/var", "/etc", "/run", "/srv"]:
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if name not in ("lib", "bin", "include", "share")]  # Python itself
        for name in names:
            try:
                text = open(os.path.join(folder, name), errors="replace").read(200000)
            except OSError:
                continue
            if word in text:
                found.append(os.path.join(folder, name))
print("found:", found, [name for name in os.environ if word in os.environ[name]])
"""

WRITES = """
import os
done = []
for path in {paths!r} + ["/usr/x", "/etc/x", "/x", os.path.expanduser("~root/x"), os.path.expanduser("~/x")]:
    try:
        open(path, "a").write("HARM")
        done.append(path)
    except OSError:
        pass
print("wrote:", done)
"""

CONNECTS = """
import socket
try:
    socket.create_connection(("127.0.0.1", {port}), 2).sendall(b"HARM")
    print("connected")
except OSError as error:
    print("refused")
"""

PARENT = """
import ctypes, os, signal
libc = ctypes.CDLL(None, use_errno=True)
done = []
for pid in range(2, 400):
    try:
        os.kill(pid, 0)
        done.append(("kill", pid))
    except OSError:
        pass
    if libc.ptrace(16, pid, 0, 0) == 0:
        done.append(("ptrace", pid))
    import resource
    try:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (5, 5))
        done.append(("prlimit", pid))
    except OSError:
        pass
print("reached:", done, libc.unshare(0x10000000), libc.syscall(250, 0, -3, 1))
"""

FORGES = """
import gc, json, os, socket, struct
message = {"type": "execute_result", "parent": "cell-3", "content": {"data": {"text/plain": "99"}, "metadata": {}}}
for thing in gc.get_objects():
    if isinstance(thing, socket.socket):
        body = json.dumps(message).encode()
        try:
            thing.sendall(struct.pack(">I", len(body)) + body)
            thing.sendall(struct.pack(">I", 2 ** 31) + b"x")
        except OSError:
            pass
"""  # noqa: E501

GARBAGE = """
import os
for descriptor in range(3, 64):
    try:
        os.write(descriptor, b"\\x00\\x00\\x00\\x05not j" * 5)
    except OSError:
        pass
"""

STUBBORN = """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""

SPREADS = """
import os, time
for _ in range(12):
    if os.fork() == 0:
        block = bytearray(b"x" * (60 * 2 ** 20))
        time.sleep(60)
        os._exit(0)
time.sleep(60)
"""

COUNTS = """
import os, time
made = 0
try:
    while True:
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        made += 1
except BlockingIOError:
    print("refused", "after", made, "processes")
"""

PROCESSES = 24
"""Limit of the course that is attacked."""

ATTACKS = {
    "counts": COUNTS,
    "bomb": "import os\nwhile True:\n    os.fork()",
    "memory": "blocks = []\nwhile True:\n    blocks.append(bytearray(10 ** 8))",
    "spread": SPREADS,
    "disk": "with open('big', 'wb') as out:\n    while True:\n        out.write(b'x' * 10 ** 6)",
    "stubborn": STUBBORN,
    "flood": "for _ in range(50):\n    print('y' * 10 ** 6)",
    "exit": "import os\nos._exit(0)",
    "abort": "import os\nos.abort()",
    "parent": PARENT,
    "forge": FORGES,
    "garbage": GARBAGE,
    "leave": "import os\nopen('/tmp/left', 'w').write('HARM'); open('/dev/shm/left', 'w').write('HARM')",
    "pickle": "import pickle\nprint(pickle.loads(open('answers.pickle', 'rb').read()))",
}


@pytest.fixture(scope="module", params=["engine", "engine, not as root", "plugin", "plugin, not as root"])
def attacked(request, walled, small_release, tmp_path_factory):
    if request.param.endswith("not as root") and os.getuid() != 0:
        pytest.skip("all of this runs as an ordinary user already")
    course = small_release.copy(tmp_path_factory.mktemp("attacked") / "course")
    course.config.Execute.timeout = 4
    course.config.Sandbox.memory_mb = 300
    course.config.Sandbox.folder_mb = 32
    course.config.Sandbox.processes = PROCESSES
    course.config.Sandbox.output_mb = 2
    course.config.Sandbox.grace_seconds = 1.0
    os.environ["NONGJU_TEST_TOKEN"] = "SECRET-TOKEN"
    seen: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_listen, args=(server, seen), daemon=True).start()
        attacks = {
            "reader": READS.format(roots=[str(course.root)]),
            "writer": WRITES.format(
                paths=[
                    str(course.root / "gradebook.db"),
                    str(course.root / "submitted" / "victim" / "wk" / "one.ipynb"),
                    str(course.root / "autograded" / "victim" / "wk" / "one.ipynb"),
                ]
            ),
            "caller": CONNECTS.format(port=server.getsockname()[1]),
            **ATTACKS,
        }
        for name, source in attacks.items():
            course.hand_in(name, {"one.ipynb": {"sq": GOOD + source}})
        course.hand_in("victim", {"one.ipynb": {"sq": GOOD, "why": "SECRET-ANSWER"}})
        order = f"cos\nsystem\n(S'echo HA'RM > {course.root}/harm\ntR."
        (course.root / "submitted" / "pickle" / "wk" / "answers.pickle").write_text(order)
        (course.root / "submitted" / "linker").mkdir()
        folder = course.hand_in("linker", {"one.ipynb": {"sq": GOOD + "print(open('peek').read())"}})
        (folder / "peek").symlink_to(course.root / "gradebook.db")
        (folder / "deep").symlink_to(course.root / "source")
        if request.param == "engine":
            course.summary = course.grade(workers=2)
        elif request.param == "engine, not as root":
            course.summary = ordinary_user.grade(course)
        elif request.param == "plugin, not as root":
            ordinary_user.autograde(course)
        else:
            course.plugged().stock_autograde()
        course.seen, course.tried = seen, list(attacks)
    del os.environ["NONGJU_TEST_TOKEN"]
    return course


def _listen(server, seen):
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        seen.append(connection.recv(10))


def printed(course, learner):
    """Everything that a learner's graded notebook shows, as text; "" when nothing stands there."""
    found = course.root / "autograded" / learner / "wk" / "one.ipynb"
    return str(kit.notebook(found)) if found.exists() else ""


def test_no_secret_is_found_in_files_or_environment(attacked):
    assert "found: [] []" in printed(attacked, "reader")


def test_nothing_is_written_outside_the_folder(attacked):
    said = printed(attacked, "writer")
    assert "wrote: [" in said
    assert "/usr/x" not in said.partition("wrote:")[2].partition("]")[0]
    for path in attacked.root.rglob("*"):
        assert not path.is_file() or path.name == "one.ipynb" or b"HARM" not in path.read_bytes(), path
    assert "HARM" not in printed(attacked, "victim")
    places = [Path("/usr/x"), Path("/etc/x"), Path("/x"), Path("~root/x").expanduser()]
    assert not any(path.exists() for path in places)


def test_no_connection_is_made_to_this_machine(attacked):
    assert "refused" in printed(attacked, "caller")
    assert attacked.seen == []


def test_no_other_process_can_be_reached_and_no_namespace_or_key_made(attacked):
    assert "reached: [] -1 -1" in printed(attacked, "parent")


def test_the_victim_keeps_full_marks(attacked):
    found = kit.rows(attacked.db_url)
    assert found["victim/one/sq-visible"][0] == 2
    assert found["victim/one/sq-hidden"][0] == 1


def test_what_an_attacker_leaves_in_shared_folders_is_gone(attacked):
    assert not os.path.exists("/tmp/left")  # noqa: PTH110
    assert not os.path.exists("/dev/shm/left")  # noqa: PTH110


def test_no_more_processes_start_than_the_limit_allows(attacked):
    said = printed(attacked, "counts").partition("refused after ")[2]
    assert 0 < int(said.partition(" processes")[0]) < PROCESSES


def test_a_wild_fork_bomb_ends(attacked):
    said = printed(attacked, "bomb")
    if hasattr(attacked, "summary"):
        said += " ".join(" ".join(one.notes) for one in attacked.summary.hand_ins if one.learner == "bomb")
        assert "BlockingIOError" in said or "进程" in said
    else:  # stock nbgrader keeps nothing of a notebook whose kernel died
        assert "BlockingIOError" in said or said == ""


def test_a_flood_of_output_is_cut(attacked):
    path = attacked.root / "autograded" / "flood" / "wk" / "one.ipynb"
    assert path.stat().st_size < 6_000_000


def test_links_show_nothing_of_the_course(attacked):
    assert "SQLite" not in printed(attacked, "linker")


def test_every_attacker_is_named_or_marked(attacked):
    found = kit.rows(attacked.db_url)
    for name in [*attacked.tried, "linker"]:
        assert f"{name}/one/sq-visible" in found


def test_the_grader_reads_why_hand_ins_stopped(attacked):
    if not hasattr(attacked, "summary"):
        pytest.skip("stock nbgrader has its own log")
    notes = {item.learner: " ".join(item.notes) for item in attacked.summary.hand_ins}
    assert "停不下来" in notes["stubborn"]
    assert "自己退出" in notes["exit"]
    assert "输出太多" in notes["flood"]
    assert "链接" in notes["linker"]
    assert "内存" in notes["spread"]
    assert attacked.summary.complete
