"""Killed, locked out, run again: nothing lost, doubled or half written."""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import course_kit as kit
import psutil
import pytest

from nongju.grading import writer as writing
from nongju.grading.engine import Engine, EngineError
from nongju.grading.sandbox import bubblewrap

SQUARE = "def sq(x):\n    return x * x"
LEARNERS = [f"li-{number}" for number in range(6)]


@pytest.fixture
def crowd(walled, small):
    for name in LEARNERS:
        small.hand_in(name, {"one.ipynb": {"sq": SQUARE}})
    return small


def everybody_once(course):
    found = kit.rows(course.db_url)
    folders = sorted(path.parent.name for path in (course.root / "autograded").glob("*/wk"))
    assert folders == LEARNERS
    assert not list((course.root / "autograded").glob("*/.nongju-*"))
    for name in LEARNERS:
        assert found[name] == {"submissions": 1}
        assert found[f"{name}/one/sq-hidden"][0] == 1


def test_a_killed_engine_is_finished_by_the_next_run(crowd):
    program = textwrap.dedent(f"""
        import os, signal, sys
        from traitlets.config import Config
        from nongju.grading.engine import Engine
        config = Config()
        config.CourseDirectory.root = {str(crowd.root)!r}
        def watch(_hand_in, done, _total):
            if done == 2:
                os.kill(os.getpid(), signal.SIGKILL)
        Engine(config, "wk", workers=2).run(watch)
    """)
    killed = subprocess.run([sys.executable, "-c", program], check=False, stderr=subprocess.DEVNULL)
    assert killed.returncode == -signal.SIGKILL
    summary = crowd.grade()
    assert summary.complete
    assert summary.skipped >= 1
    everybody_once(crowd)


def test_a_folder_half_built_when_the_engine_died_is_swept(crowd):
    half = crowd.root / "autograded" / LEARNERS[0] / ".nongju-half"
    half.mkdir(parents=True)
    (half / "one.ipynb").write_text("half")
    assert crowd.grade().complete
    everybody_once(crowd)


def test_a_killed_worker_costs_nobody_a_mark(crowd):
    killed = []

    def watch(_hand_in, done, _total):
        workers = [
            child
            for child in psutil.Process().children()
            if "python" in child.name() and "zygote" not in " ".join(child.cmdline())
        ]
        if done == 1 and workers:
            killed.append(workers[0].pid)
            os.kill(workers[0].pid, signal.SIGKILL)

    summary = Engine(crowd.config, "wk", workers=1).run(watch)
    assert killed
    assert summary.complete
    everybody_once(crowd)


def test_a_gradebook_locked_for_a_while_is_waited_for(crowd):
    held = sqlite3.connect(crowd.root / "gradebook.db", check_same_thread=False)
    held.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(8.0, held.rollback)
    timer.start()
    try:
        assert crowd.grade().complete
    finally:
        timer.cancel()
        held.close()
    everybody_once(crowd)


def test_a_gradebook_that_stays_locked_is_said_and_the_next_run_completes(crowd, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE_SECONDS", 0.0)
    held = sqlite3.connect(crowd.root / "gradebook.db")
    held.execute("BEGIN IMMEDIATE")
    summary = crowd.grade(student="li-0")
    held.rollback()
    held.close()
    assert not summary.complete
    assert "成绩库" in summary.hand_ins[0].notes[0]
    assert not (crowd.root / "autograded" / "li-0" / "wk").exists()
    assert crowd.grade().complete
    everybody_once(crowd)


FULL_DISK = """
import json, shutil, sys
from pathlib import Path
from traitlets.config import Config
from nongju.grading.engine import Engine
given, disk = Path(sys.argv[1]), Path(sys.argv[2])
shutil.copytree(given, disk / "course")
config = Config()
config.CourseDirectory.root = str(disk / "course")
filler = disk / "filler"
with filler.open("wb", buffering=0) as out:
    try:
        while True:
            out.write(bytes(4096))
    except OSError:
        out.truncate(filler.stat().st_size - 24_000)
full = Engine(config, "wk", workers=1).run().to_json()
filler.unlink()
again = Engine(config, "wk", workers=1).run().to_json()
shutil.rmtree(given)
shutil.copytree(disk / "course", given)
print(json.dumps([full, again]))
"""
"""Grades on a disk that has next to no room, then with room again, then carries the course off."""


def test_a_full_disk_loses_no_row_and_the_next_run_completes(crowd, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    own = [] if os.getuid() == 0 else ["--unshare-user"]
    wall = [bubblewrap.find(), *own, "--dev-bind", "/", "/", "--size", str(16 << 20), "--tmpfs", disk]
    program = [sys.executable, "-c", FULL_DISK, crowd.root, disk]
    done = subprocess.run([*wall, *program], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    full, again = json.loads(done.stdout.splitlines()[-1])
    assert full["not_graded"]
    said = " ".join(note for one in full["hand_ins"] for note in one["notes"])
    assert "No space left" in said or "disk is full" in said
    assert again["not_graded"] == []
    everybody_once(crowd)


def test_two_runs_at_once_are_refused(crowd):
    engine = Engine(crowd.config, "wk")
    refused = []

    def watch(_hand_in, done, _total):
        if done == 1:
            with pytest.raises(EngineError) as error:
                Engine(crowd.config, "wk").run()
            refused.append(str(error.value))

    engine.run(watch)
    assert "正在被另一个" in refused[0]


def test_a_week_that_the_gradebook_does_not_know_is_said(walled, small):
    with pytest.raises(EngineError, match="先"):
        Engine(small.config, "unknown").run()


def test_peak_memory_of_a_worker_stays_flat(crowd):
    for number in range(30):
        crowd.hand_in(f"more-{number:02d}", {"one.ipynb": {"sq": SQUARE}})
    sizes = []

    def watch(_hand_in, done, _total):
        size = 0
        for child in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                size += child.memory_info().rss if "zygote" not in " ".join(child.cmdline()) else 0
        sizes.append(size)

    assert Engine(crowd.config, "wk", workers=1).run(watch).complete
    assert max(sizes[-8:]) < 1.15 * max(sizes[8:16])


def test_the_lock_file_is_in_the_course_folder(crowd):
    crowd.grade(student="li-0")
    assert Path(crowd.root / ".nongju-grade-wk.lock").exists()
