"""Clips as phones, editors and mischief make them, drawn by ffmpeg from one line each."""

import hashlib
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from nongju.clips import ffmpeg

from .inputs import unlimited

H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
HEVC = ("-c:v", "libx265", "-preset", "ultrafast", "-tag:v", "hvc1", "-x265-params", "log-level=none")

CORNERS = (
    "color=gray:s=320x180:r=30,drawbox=0:0:160:90:red:fill,drawbox=160:0:160:90:lime:fill,"
    "drawbox=0:90:160:90:blue:fill,drawbox=160:90:160:90:white:fill"
)
"""Red and green above, blue and white below: a turn or a wrong colour shows in the corners."""

MOVING = "testsrc2=s=320x180:r=30"
TONE = "sine=frequency=440:sample_rate=44100"


class Studio:
    """Makes clips; the same order is filmed once a session."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def film(
        self,
        name: str = "clip.mp4",
        picture: str | None = MOVING,
        sound: str | None = TONE,
        *,
        seconds: float = 2,
        codec: Sequence[str] = H264,
        turn: int = 0,
        options: Sequence[str] = (),
    ) -> Path:
        """A clip of this picture and sound; `turn` is what the player must turn it, clockwise."""
        order = repr((name, picture, sound, seconds, codec, turn, options))
        made = self.folder / hashlib.sha256(order.encode()).hexdigest()[:12] / name
        if made.exists():
            return made
        made.parent.mkdir()
        command: list[str] = []
        for source in (picture, sound):
            if source is not None:
                command += ["-f", "lavfi", "-t", str(seconds), "-i", source]
        command += [*(codec if picture else ()), *(("-c:a", "aac") if sound else ()), *options]
        flat = made if not turn else made.with_name("flat.mov")
        self.ffmpeg(*command, str(flat))
        if turn:
            self.ffmpeg("-display_rotation", str(-turn), "-i", str(flat), "-c", "copy", str(made))
            flat.unlink()
        return made

    def ffmpeg(self, *arguments: str) -> None:
        """The real program, without our limits: the files are ours."""
        command = [ffmpeg.program(), "-hide_banner", "-loglevel", "error", "-nostdin", "-y", *arguments]
        subprocess.run(command, check=True, timeout=120)


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    return Studio(tmp_path_factory.mktemp("studio"))


@pytest.fixture(autouse=True)
def every_input_is_limited(monkeypatch):
    """No test here lets ffmpeg open a stranger's file without its limits; gives the commands that ran."""
    commands: list[list[str]] = []
    run = ffmpeg.run

    def watched(arguments: Sequence[str], **named: object) -> ffmpeg.Finished:
        commands.append(list(arguments))
        assert unlimited(arguments) == []
        return run(arguments, **named)

    monkeypatch.setattr(ffmpeg, "run", watched)
    return commands
