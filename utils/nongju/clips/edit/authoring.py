"""Shots and films as an author edits them, in moviepy's names, and what writes them.

```python
film = join([Shot("1.mp4").subclipped(1, 4), Shot("2.mp4").reframed()])
film.with_captions(((0, 3), "三年老灶")).with_cover("灶上腊肉").write_videofile("成片.mp4")
```
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nongju.clips.edit import times
from nongju.clips.edit.cover import picture_at
from nongju.clips.edit.export import CHANNELS, Export
from nongju.clips.edit.fault import EditFault
from nongju.clips.edit.film import FilmPlan
from nongju.clips.edit.preview import preview
from nongju.clips.edit.render import Rendered, render
from nongju.clips.edit.shot import ShotPlan

MOST_SHOTS = 30
"""Shots of a film: in 90 s each would last 3 s (assumption)."""

LONGEST = 90.0
"""Seconds of a film: what a worksheet takes (the course hands in edited clips of at most 90 s)."""


class Film(FilmPlan):
    """A film that can be written and looked at; made by `join`."""

    def write_videofile(
        self,
        filename: str | Path,
        *,
        export: Export = CHANNELS,
        progress: Callable[[float], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> Rendered:
        """Write the film, and its cover beside it; what stood there is replaced when all is done.

        Arguments:
            filename: ends in .mp4.
            export: size and coding; by default what WeChat Channels wants.
            progress: told the share done, 0 to 1, from another thread.
            cancel: when set, nothing is left and `ffmpeg.Cancelled` is raised.

        Raises:
            ClipRefused: the film cannot be made or written; the sentence says what to do.
        """
        return render(self, Path(filename), export, progress=progress, cancel=cancel)

    def save_frame(self, filename: str | Path, t: times.Time = 0) -> Path:
        """Write the picture at a time of the film, without captions, as PNG or JPEG."""
        start, _ = times.part(t, None, self.duration)
        target = Path(filename)
        picture_at(self, start, CHANNELS).save(target)
        return target

    def display_in_notebook(self) -> Any:
        """A small preview for the notebook; see `nongju.clips.edit.preview`."""
        return preview(self)


class Shot(ShotPlan):
    """A clip to edit; the arguments are those of `ShotPlan`."""

    def write_videofile(
        self,
        filename: str | Path,
        *,
        export: Export = CHANNELS,
        progress: Callable[[float], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> Rendered:
        """Write this shot alone as a film; see `Film.write_videofile`."""
        return join([self]).write_videofile(filename, export=export, progress=progress, cancel=cancel)


def join(shots: Sequence[ShotPlan]) -> Film:
    """A film of these shots, one after another (moviepy: concatenate_videoclips).

    Raises:
        EditFault: `no_shots`, `many_shots` or `long_film`.
    """
    if not shots:
        raise EditFault("no_shots", "还没有镜头。先选一段视频。")
    if len(shots) > MOST_SHOTS:
        raise EditFault("many_shots", f"镜头有 {len(shots)} 个，最多 {MOST_SHOTS} 个。去掉几个。")
    film = Film(tuple(shots))
    if film.duration > LONGEST + times.HALF_FRAME:
        raise EditFault(
            "long_film", f"片子有 {times.shown(film.duration)} 秒，最多 {LONGEST:g} 秒。剪短一点。"
        )
    return film
