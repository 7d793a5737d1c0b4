"""The practice pack in a folder: five shots, a tune, and a recipe that makes a 20-second film of them.

For learners who have no clips of their own with them. Everything is computed here, so nobody's rights are on
it, and it is the same on every PC.
"""

from __future__ import annotations

import errno
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from nongju.clips import ffmpeg
from nongju.clips.edit.export import FRAME_RATE
from nongju.clips.practice import camera, sounds
from nongju.clips.practice.scenes import TAKES, Take
from nongju.clips.refusal import ClipRefused

SCALE = 0.75
"""Of the pictures: 540x960 takes half the work of 720p and is enough to practise on."""

TUNE = "配乐.m4a"
TUNE_SECONDS = 22.0
"""A little longer than the film of the recipe."""

RECIPE = "剪辑单.toml"
RECIPE_TEXT = """\
# 剪辑单：一行一件事。井号后面是说明，不影响剪辑。
title = "灶上腊肉"        # 封面上的大字
cover = true              # 自动挑一张清楚的画面；也可以写秒数
loudness = true           # 把声音调到一样响

[[shot]]
file = "1-灶台.mp4"       # 这一段是横着拍的，会自动裁成竖的
from = 0.3                # 从第几秒开始
to = 4.3                  # 到第几秒结束
caption = "老灶边上，柴火慢熏"

[[shot]]
file = "2-推近.mp4"
from = 0.8
to = 4.8
caption = "肥瘦相间，一刀切开"

[[shot]]
file = "3-切片.mp4"
from = 0.3
to = 4.3
caption = "片片透亮，闻着就香"

[[shot]]
file = "4-货架.mp4"
speed = 1.25              # 快一点；1 是不变
caption = "自家装袋，当天发货"

[[shot]]
file = "5-成品.mp4"
from = 1.8                # 前面手抖，剪掉
to = 5.8
caption = "想尝一口，给我留言"

# 想换成配乐，把下面这一行前面的井号和空格去掉：
# sound = "配乐.m4a"
"""


def make_pack(
    folder: Path,
    *,
    scale: float = SCALE,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> list[Path]:
    """Makes the practice pack.

    Arguments:
        folder: made if it is not there; files of the same names are replaced.
        scale: of the pictures; 1 is 720p.
        progress: told the share done, 0 to 1, from another thread.
        cancel: when set, no half file is left and `ffmpeg.Cancelled` is raised.

    Returns:
        The files, in the order of the story; the tune and the recipe at the end.

    Raises:
        ClipRefused: the folder cannot be written, or the disk is full.
    """
    told = _Told(progress, sum(round(take.seconds * FRAME_RATE) for take in TAKES))
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".pack-", dir=folder) as held:
            workshop = Path(held)
            for take in TAKES:
                _film(take, workshop, scale, told, cancel)
            _tune(workshop, cancel)
            (workshop / RECIPE).write_text(RECIPE_TEXT, encoding="utf-8", newline="\n")
            for name in (*(f"{take.name}.mp4" for take in TAKES), TUNE, RECIPE):
                made.append((workshop / name).replace(folder / name))
    except OSError as error:
        raise ClipRefused("no_room" if error.errno == errno.ENOSPC else "cannot_write") from error
    return made


class _Told:
    """Counts frames and tells the share."""

    def __init__(self, progress: Callable[[float], None] | None, frames: int) -> None:
        self.progress = progress
        self.frames = frames
        self.done = 0

    def each(self, frames: Iterator[bytes]) -> Iterator[bytes]:
        """The same frames; each one counts."""
        for frame in frames:
            yield frame
            self.done += 1
            if self.progress is not None and self.done % 5 == 0:
                self.progress(self.done / self.frames)


def _film(take: Take, workshop: Path, scale: float, told: _Told, cancel: threading.Event | None) -> None:
    """One shot, in the form of a working copy, so that it need not be taken in again."""
    scene = take.draw()
    width, height = camera.size_of(scene, scale)
    asked = ["-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{width}x{height}"]
    asked += ["-r", str(FRAME_RATE), "-i", "pipe:0"]
    if take.sound is not None:
        sounds.save(take.sound(take.seconds), workshop / "sound.wav")
        asked += ["-i", f"file:{workshop / 'sound.wav'}", "-ac", "2", "-c:a", "aac", "-b:a", "96k"]
    asked += ["-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"]
    asked += ["-c:v", "libx264", "-preset", "superfast", "-crf", "22", "-g", "60", "-threads", "2"]
    asked += ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
    asked += ["-color_range", "tv", *_SAME_EVERYWHERE, f"file:{workshop / take.name}.mp4"]
    finished = ffmpeg.run(
        asked,
        limits=ffmpeg.FfmpegLimits(seconds=600),
        cancel=cancel,
        feed=told.each(camera.frames(scene, take.seconds, FRAME_RATE, scale)),
    )
    _check(finished)


def _tune(workshop: Path, cancel: threading.Event | None) -> None:
    sounds.save(sounds.tune(TUNE_SECONDS, 7), workshop / "tune.wav")
    asked = ["-i", f"file:{workshop / 'tune.wav'}", "-ac", "2", "-c:a", "aac", "-b:a", "96k"]
    _check(ffmpeg.run([*asked, *_SAME_EVERYWHERE, f"file:{workshop / TUNE}"], cancel=cancel))


_SAME_EVERYWHERE = (
    "-map_metadata",
    "-1",
    "-fflags",
    "+bitexact",
    "-flags",
    "+bitexact",
    "-movflags",
    "+faststart",
)


def _check(finished: ffmpeg.Finished) -> None:
    if finished.returncode:
        raise ClipRefused("no_room" if "No space left" in finished.log else "cannot_write")
