"""What a lab leaves behind, and what of this PC reaches it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from nongju.lab.fault import reason_of
from nongju.lab.surroundings import session_folder

NOBODYS = 2**22 + 1
"""No process has this number: Linux counts to 2**22."""


def test_the_folder_goes_with_the_lab_and_what_a_killed_lab_left_goes_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    killed = tmp_path / f"nongju-lab-{NOBODYS}-abc"
    running = tmp_path / f"nongju-lab-{os.getpid()}-abc"
    other = tmp_path / "nongju-lab-notes"
    for folder in (killed, running, other):
        (folder / "runtime").mkdir(parents=True)
    with session_folder() as state:
        assert state.is_dir()
        assert not killed.exists()
    assert sorted(tmp_path.iterdir()) == sorted([running, other])


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(28, "No space left on device"), "盘满了"),
        (PermissionError(13, "Permission denied"), "没有权限"),
        (MemoryError(), "内存不够"),
        (OSError(77, "Something of the system's"), "系统说 77"),
        (ValueError("no words of ours"), "ValueError"),
    ],
)
def test_what_the_system_says_is_said_in_chinese(error: BaseException, words: str) -> None:
    assert reason_of(error) == words
