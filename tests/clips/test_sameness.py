"""A clip is the same clip, and a photo the same photo, whatever stands around it in the file."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image

from nongju.clips.ffmpeg import program
from nongju.clips.file.sameness import clip_digest, photo_digest

CLIPS = Path(__file__).parents[1] / "sample_class" / "clips"


@pytest.fixture
def copy(tmp_path):
    made = tmp_path / "copy.mp4"
    made.write_bytes((CLIPS / "pan.mp4").read_bytes())
    return made


def test_bytes_that_are_appended_change_nothing(copy):
    known = clip_digest(copy)
    assert known is not None
    copy.write_bytes(copy.read_bytes() + b"x" * 16)
    assert clip_digest(copy) == known


@pytest.mark.parametrize("to", ["again.mov", "again.mkv", "named.mp4"])
def test_another_container_or_title_changes_nothing(copy, to):
    target = copy.with_name(to)
    command = [program(), "-v", "error", "-i", copy, "-c", "copy", "-metadata", "title=x", target]
    subprocess.run(command, check=True)
    assert clip_digest(target) == clip_digest(copy)


def test_another_clip_is_another(copy):
    assert clip_digest(copy) != clip_digest(CLIPS / "push.mp4")


def test_what_is_no_clip_has_none(tmp_path):
    path = tmp_path / "x.mp4"
    path.write_bytes(b"ffconcat version 1.0\nfile /etc/passwd\n")
    assert clip_digest(path) is None
    assert clip_digest(tmp_path / "nowhere.mp4") is None


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_photo_is_known_by_its_picture(tmp_path, suffix):
    path, other = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    Image.radial_gradient("L").save(path)
    Image.linear_gradient("L").save(other)
    known = photo_digest(path)
    assert known is not None
    assert photo_digest(other) != known
    path.write_bytes(path.read_bytes() + b"appended")
    assert photo_digest(path) == known


def test_data_about_a_photo_is_not_the_photo(tmp_path):
    path, told = tmp_path / "a.jpg", tmp_path / "b.jpg"
    Image.radial_gradient("L").save(path)
    Image.radial_gradient("L").save(told, comment=b"another phone")
    assert path.read_bytes() != told.read_bytes()
    assert photo_digest(told) == photo_digest(path)


@pytest.mark.parametrize("raw", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00", b"\x89PNG", b"GIF89a"])
def test_what_holds_no_picture_has_none(tmp_path, raw):
    path = tmp_path / "x.jpg"
    path.write_bytes(raw)
    assert photo_digest(path) is None
