"""The key of the lab's cookies outlives the lab, follows from the folder, and never leaves its account."""

import os
import stat
from pathlib import Path

import pytest

from nongju.lab.secret import FILE, cookie_secret

OWN = Path("learners/wang-li/pricing-margin")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def test_a_folder_has_the_same_key_each_time_and_no_other_folder_has_it(home: Path) -> None:
    key = cookie_secret(OWN)
    assert len(key) == 32
    assert cookie_secret(OWN) == key
    assert cookie_secret(OWN.with_name("tiered-coop")) != key
    if os.name == "posix":
        assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600


def test_a_source_that_was_cut_short_is_made_anew(home: Path) -> None:
    cookie_secret(OWN)
    (home / FILE).write_bytes(b"short")
    key = cookie_secret(OWN)
    assert len((home / FILE).read_bytes()) == 32
    assert cookie_secret(OWN) == key


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no user ids")
def test_a_home_of_somebody_else_is_left_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: home.stat().st_uid + 1)
    assert cookie_secret(OWN) != cookie_secret(OWN)
    assert list(home.iterdir()) == []


def test_a_home_that_cannot_be_written_gives_a_key_for_this_time(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".local").write_text("a file where the folder would be")
    assert len(cookie_secret(OWN)) == 32
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert len(cookie_secret(OWN)) == 32
