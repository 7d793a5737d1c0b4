"""What one notebook of a hand-in leaves for the next: files and folders, and nothing that it only claims."""

import contextlib
import socket
import threading
from dataclasses import replace

import pytest

from nongju.grading.limits import Limits
from nongju.grading.sandbox import wire
from nongju.grading.sandbox.run import ChildGone, Run, SandboxError
from nongju.grading.sandbox.workfolder import WorkFolder, hand_over, state_of


@pytest.fixture
def work(tmp_path):
    """A hand-in with two files and a notebook, and the folder in which its first notebook ran."""
    submitted = tmp_path / "submitted"
    submitted.mkdir()
    for name in ("a.txt", "b.txt", "one.ipynb"):
        (submitted / name).write_text(name)
    files = {name: submitted / name for name in ("a.txt", "b.txt")}
    made = WorkFolder(files, submitted, replace(Limits(), folder_mb=1))
    made.begin("one.ipynb")
    yield made
    made.close()


def taken(work, child):
    """Let `child(sock)` answer as the child would."""
    ours, theirs = socket.socketpair()
    watch, watched = socket.socketpair()

    def answer():
        with theirs, watched:
            assert wire.Frames(theirs).receive() == {"hand over": True}
            with contextlib.suppress(BrokenPipeError):  # who is refused hangs up
                child(theirs)

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        work.take_over(Run(ours, watch))
    finally:
        for one in (ours, watch):
            one.close()
        thread.join()


def ran(tmp_path, change):
    """A child's folder before and after its cells."""
    folder = tmp_path / "ran"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "one.ipynb"):
        (folder / name).write_text(name)
    before = state_of(folder)
    change(folder)
    return folder, before


def test_new_changed_and_removed_files_and_empty_folders_are_carried(work, tmp_path):
    def change(folder):
        (folder / "a.txt").write_text("changed")
        (folder / "b.txt").unlink()
        (folder / "made" / "deep").mkdir(parents=True)
        (folder / "made" / "run.sh").write_text("#!/bin/sh")
        (folder / "made" / "run.sh").chmod(0o755)

    folder, before = ran(tmp_path, change)
    taken(work, lambda sock: hand_over(sock, folder, before))
    assert set(work.files) == {"a.txt", "made/run.sh", "one.ipynb"}
    assert work.files["a.txt"].read_text() == "changed"
    assert work.files["made/run.sh"].stat().st_mode & 0o777 == 0o755
    assert {"made/", "made/deep/"} <= set(work.folders)


def test_a_notebook_is_given_as_it_was_handed_in_whatever_became_of_it(work, tmp_path):
    folder, before = ran(tmp_path, lambda folder: (folder / "one.ipynb").write_text("forged"))
    taken(work, lambda sock: hand_over(sock, folder, before))
    assert work.files["one.ipynb"].read_text() == "one.ipynb"


@pytest.mark.parametrize(
    "name", ["../out", "/etc/out", "a/../../out", "a\0b", "", ".", "./x", "a//b", 5, None, ["a"]]
)
def test_a_name_that_leads_out_or_is_none_is_left_out(work, name):
    def child(sock):
        wire.send(sock, {"type": "names", "names": ["a.txt", name]})
        wire.send(sock, {"type": "file", "file": name, "bytes": 1, "mode": 0o644})
        wire.send_blob(sock, b"x")
        wire.send(sock, {"type": "handed over"})

    taken(work, child)
    assert set(work.files) == {"a.txt", "one.ipynb"}


@pytest.mark.parametrize("size", [(1 << 20) + 1, -1, "5", None, 1e6])
def test_more_than_the_limit_or_no_size_at_all_is_refused(work, size):
    def child(sock):
        wire.send(sock, {"type": "names", "names": ["big"]})
        wire.send(sock, {"type": "file", "file": "big", "bytes": size, "mode": 0o644})

    with pytest.raises(SandboxError):
        taken(work, child)


def test_files_that_together_are_too_much_are_refused(work):
    def child(sock):
        wire.send(sock, {"type": "names", "names": ["x", "y"]})
        for name in ("x", "y"):
            wire.send(sock, {"type": "file", "file": name, "bytes": 600_000, "mode": 0o644})
            wire.send_blob(sock, b"x" * 600_000)

    with pytest.raises((SandboxError, ChildGone)):
        taken(work, child)


def test_a_child_that_hangs_up_leaves_what_was_there(work):
    with pytest.raises(ChildGone):
        taken(work, lambda sock: wire.send(sock, {"type": "names", "names": []}))
    assert set(work.files) == {"a.txt", "b.txt", "one.ipynb"}
