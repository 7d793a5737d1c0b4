"""The limits under which ffmpeg and the looking process run."""

import resource
import sys
import threading
from pathlib import Path

import pytest

from nongju.clips import container, ffmpeg, isolated
from nongju.clips.checking.check import check_clip
from nongju.clips.refusal import ClipRefused

from .conftest import Studio

ENDLESS = ["-re", "-f", "lavfi", "-i", "testsrc2=s=64x64", "-f", "null", "-"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are the kernel's, Linux only")
def test_the_kernel_holds_ffmpeg_to_every_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    found: dict[int, tuple[int, int]] = {}
    kinds = (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)
    limit = ffmpeg._limit

    def seen(pid: int, limits: ffmpeg.FfmpegLimits) -> None:
        resource.prlimit(pid, resource.RLIMIT_CORE, (100, 100))  # so that 0 is our doing
        limit(pid, limits)
        found.update({kind: resource.prlimit(pid, kind) for kind in kinds})

    monkeypatch.setattr(ffmpeg, "_limit", seen)
    with pytest.raises(ClipRefused, match="too_slow"):
        ffmpeg.run(ENDLESS, limits=ffmpeg.FfmpegLimits(seconds=0.5, cpu_seconds=77, memory_mb=999, file_mb=3))
    assert [found[kind][0] for kind in kinds] == [77, 999 << 20, 3 << 20, 0]


def test_where_the_kernel_holds_nothing_the_watch_ends_it_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ffmpeg.sys, "platform", "win32")
    with pytest.raises(ClipRefused, match="too_slow"):
        ffmpeg.run(ENDLESS, limits=ffmpeg.FfmpegLimits(seconds=0.3))


def test_a_report_that_somebody_asked_for_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FFREPORT", f"file={tmp_path / 'report.log'}:level=32")
    ffmpeg.run(["-f", "lavfi", "-t", "0.1", "-i", "testsrc2=s=64x64", "-f", "null", "-"])
    assert list(tmp_path.iterdir()) == []


def test_a_film_that_is_too_large_is_not_opened(
    studio: Studio, every_input_is_limited: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    film = studio.film()
    monkeypatch.setattr(container, "MAX_FILE_BYTES", 100)
    refused = check_clip(film).refused
    assert refused is not None and refused.reason == "too_big"
    assert every_input_is_limited == []


def test_the_looking_process_imports_nothing_out_of_a_learner_s_folder(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film, marker = studio.film(), tmp_path / "marker"
    folder = tmp_path / "hand-in"
    folder.mkdir()
    for name in ("nongju.py", "json.py", "cv2.py"):
        (folder / name).write_text(f"open({str(marker)!r}, 'a').write(__name__)\n")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(isolated, "_seen", {})
    look = isolated.look_at(film, kind="clip", clip_kind="product", stop=threading.Event())
    assert not marker.exists()
    assert look.facts
