"""A film as it is planned: shots one after another, with captions, sound, loudness and a cover.

Only a description: `nongju.clips.edit.authoring` has the one that can be written.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from nongju.clips.edit import times
from nongju.clips.edit.captions.caption import Captionlike, Timed, in_order, timed
from nongju.clips.edit.fault import EditFault
from nongju.clips.edit.loudness import TARGET_LUFS
from nongju.clips.edit.shot import ShotPlan
from nongju.clips.edit.sound import Sound


@dataclass(frozen=True)
class Cover:
    """A cover picture: a time of the film, None for the best sharp one, and a title that may be empty."""

    title: str = ""
    time: float | None = None


@dataclass(frozen=True)
class FilmPlan:
    """Shots in their order and what belongs to the whole."""

    shots: tuple[ShotPlan, ...]
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

    def with_captions(self, *given: Captionlike) -> Self:
        """The film with captions, in seconds of the film; earlier ones and those of its shots stay.

        Arguments:
            given: texts for the whole film, `Caption`s, or pairs ((start, end), text).
        """
        return replace(self, own_captions=self.own_captions + timed(given, self.duration))

    def without_audio(self) -> Self:
        """The film without any sound."""
        return replace(self, muted=True, sound=None)

    def with_audio(self, sound: Sound) -> Self:
        """The film with one sound in place of those of its shots: a voice, music."""
        return replace(self, muted=False, sound=sound)

    def with_even_loudness(self, lufs: float | None = TARGET_LUFS) -> Self:
        """The film brought to a loudness; None leaves it as it is.

        Arguments:
            lufs: from -30 to -9; a film starts with -16.

        Raises:
            EditFault: `loudness`.
        """
        if lufs is not None and not -30 <= lufs <= -9:
            raise EditFault("loudness", "响度写 -30 到 -9 之间，一般用 -16。")
        return replace(self, target_lufs=lufs)

    def with_cover(self, title: str = "", time: times.Time | None = None) -> Self:
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
