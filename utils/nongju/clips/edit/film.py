"""A film: shots one after another, with captions, sound, loudness and a cover. Only a description.

```python
film = join([Shot("1.mp4").subclipped(1, 4), Shot("2.mp4").reframed()])
film.with_captions(((0, 3), "三年老灶")).with_cover("灶上腊肉").write_videofile("成片.mp4")
```
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nongju.clips.edit import times
from nongju.clips.edit.captions.caption import Captionlike, Timed, in_order, timed
from nongju.clips.edit.export import CHANNELS, Export
from nongju.clips.edit.fault import EditFault
from nongju.clips.edit.loudness import TARGET_LUFS
from nongju.clips.edit.shot import Shot
from nongju.clips.edit.sound import Sound

if TYPE_CHECKING:
    from nongju.clips.edit.render import Rendered

MOST_SHOTS = 30
"""Shots of a film: in 90 s each would last 3 s (assumption)."""

LONGEST = 90.0
"""Seconds of a film: what a worksheet takes (the course hands in edited clips of at most 90 s)."""


@dataclass(frozen=True)
class Cover:
    """A cover picture: a time of the film, None for the best sharp one, and a title that may be empty."""

    title: str = ""
    time: float | None = None


@dataclass(frozen=True)
class Film:
    """Shots in their order and what belongs to the whole; made by `join`."""

    shots: tuple[Shot, ...]
    own_captions: tuple[Timed, ...] = ()
    sound: Sound | None = None
    muted: bool = False
    target_lufs: float | None = TARGET_LUFS
    cover: Cover | None = field(default=None)

    @property
    def duration(self) -> float:
        """Seconds of the film."""
        return sum(shot.duration for shot in self.shots)

    @property
    def captions(self) -> tuple[Timed, ...]:
        """The captions of the film and of its shots, in seconds of the film, by their start.

        Raises:
            EditFault: two would stand at once, or there are too many.
        """
        found = list(self.own_captions)
        begin = 0.0
        for shot in self.shots:
            found += [caption.moved(begin) for caption in shot.captions]
            begin += shot.duration
        return in_order(found)

    def with_captions(self, *given: Captionlike) -> Film:
        """The film with captions, in seconds of the film; earlier ones and those of its shots stay.

        Arguments:
            given: texts for the whole film, `Caption`s, or pairs ((start, end), text).
        """
        return replace(self, own_captions=self.own_captions + timed(given, self.duration))

    def without_audio(self) -> Film:
        """The film without any sound."""
        return replace(self, muted=True, sound=None)

    def with_audio(self, sound: Sound) -> Film:
        """The film with one sound in place of those of its shots: a voice, music."""
        return replace(self, muted=False, sound=sound)

    def with_even_loudness(self, lufs: float | None = TARGET_LUFS) -> Film:
        """The film brought to a loudness; None leaves it as it is.

        Arguments:
            lufs: from -30 to -9; a film starts with -16.

        Raises:
            EditFault: `loudness`.
        """
        if lufs is not None and not -30 <= lufs <= -9:
            raise EditFault("loudness", "响度写 -30 到 -9 之间，一般用 -16。")
        return replace(self, target_lufs=lufs)

    def with_cover(self, title: str = "", time: times.Time | None = None) -> Film:
        """The film with a cover picture beside it.

        Arguments:
            title: written large on it; may be empty.
            time: of the film; None chooses the best sharp picture.

        Raises:
            EditFault: the time is not within the film.
        """
        if time is None:
            return replace(self, cover=Cover(title))
        at = times.seconds(time)
        at = at + self.duration if at < 0 else at
        if not 0 <= at < self.duration:
            raise EditFault("beyond_end", f"封面的时间不在片子里。片子长 {times.shown(self.duration)} 秒。")
        return replace(self, cover=Cover(title, at))

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
        from nongju.clips.edit.render import render

        return render(self, Path(filename), export, progress=progress, cancel=cancel)

    def save_frame(self, filename: str | Path, t: times.Time = 0) -> Path:
        """Write the picture at a time of the film, without captions, as PNG or JPEG."""
        from nongju.clips.edit.cover import picture_at

        start, _ = times.part(t, None, self.duration)
        target = Path(filename)
        picture_at(self, start, CHANNELS).save(target)
        return target

    def display_in_notebook(self) -> Any:
        """A small preview for the notebook; see `nongju.clips.edit.preview`."""
        from nongju.clips.edit.preview import preview

        return preview(self)


def join(shots: Sequence[Shot]) -> Film:
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
