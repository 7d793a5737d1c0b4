"""One shot of a film: a clip, and what is to be done with it.

The names are moviepy 2's, so that what is learned here holds there: a shot stands for VideoFileClip. It
is never changed; every method gives a new one. Nothing is decoded until a film is written.

```python
ShotPlan("出锅.mp4").subclipped(1, 4).with_speed_scaled(1.5).without_audio().with_captions("刚出锅")
```
"""

from __future__ import annotations

import copy
import math
from pathlib import Path
from typing import Self

from nongju.clips.edit import times
from nongju.clips.edit.captions import caption as captions
from nongju.clips.edit.fault import EditFault
from nongju.clips.edit.framing import AUTOMATIC, Framing
from nongju.clips.edit.sound import Sound, volume
from nongju.clips.edit.source import Source, open_source

SLOWEST, FASTEST = 0.25, 4.0
"""Factors of speed: at 30 frames a second a quarter shows each frame four times, and above four times the
speed no sound is understood (assumption)."""


class ShotPlan:
    """A clip to edit.

    Arguments:
        filename: a clip from any phone, or a working copy.

    Raises:
        ClipRefused: the file is no clip, or cannot be used.
    """

    def __init__(self, filename: str | Path) -> None:
        self.source: Source = open_source(Path(filename))
        self.start = 0.0
        self.end = self.source.seconds
        self.speed = 1.0
        self.gain = 1.0
        self.muted = not self.source.has_audio
        self.sound: Sound | None = None
        self.framing: Framing = AUTOMATIC
        self.captions: tuple[captions.Timed, ...] = ()

    @property
    def duration(self) -> float:
        """Seconds that the shot lasts in the film."""
        return (self.end - self.start) / self.speed

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the clip, points."""
        return self.source.width, self.source.height

    def subclipped(self, start_time: times.Time = 0, end_time: times.Time | None = None) -> Self:
        """The part between two times; negative times count from the end.

        Raises:
            EditFault: the times are not within the shot, or the end is not after the start.
        """
        first, last = self._part(start_time, end_time)
        sound = None if self.sound is None else _cut(self.sound, first, last)
        return self._with(
            start=self.start + first * self.speed,
            end=self.start + last * self.speed,
            captions=captions.within(self.captions, first, last),
            sound=sound,
            muted=self.muted or (self.sound is not None and sound is None),
        )

    def with_speed_scaled(self, factor: float | None = None, final_duration: float | None = None) -> Self:
        """The shot faster (factor above 1) or slower; the sound keeps its pitch.

        Arguments:
            factor: of speed; with the factor of earlier calls it must stay from 0.25 to 4.
            final_duration: seconds that the shot shall last instead.

        Raises:
            EditFault: `speed`.
        """
        if (factor is None) == (final_duration is None):
            raise EditFault("speed", "快慢写倍数，或者写要变成几秒，写一个。")
        if factor is None:
            wanted = times.seconds(final_duration if final_duration is not None else 0)
            factor = self.duration / wanted if wanted > 0 else math.nan
        speed = self.speed * factor
        if not SLOWEST - times.TINY <= speed <= FASTEST + times.TINY:
            raise EditFault("speed", f"快慢写 {SLOWEST:g} 到 {FASTEST:g} 倍之间，1 是不变，2 是快一倍。")
        return self._with(speed=speed, captions=tuple(one.scaled(factor) for one in self.captions))

    def without_audio(self) -> Self:
        """The shot without any sound."""
        return self._with(muted=True, sound=None)

    def with_audio(self, sound: Sound) -> Self:
        """The shot with another sound; what is too long is cut, what is missing stays silent."""
        return self._with(muted=False, sound=sound)

    def with_volume_scaled(self, factor: float) -> Self:
        """The shot's sound louder (above 1) or softer (below 1)."""
        return self._with(gain=self.gain * volume(factor))

    def reframed(self, x: float | None = None, y: float | None = None, *, whole: bool = False) -> Self:
        """How the shot is brought to 9:16; without arguments the subject is looked for.

        Arguments:
            x: where the subject is, share of the width from the left, 0 to 1.
            y: where the subject is, share of the height from the top, 0 to 1.
            whole: keep the whole picture, with bars, and cut nothing off.

        Raises:
            EditFault: `subject`.
        """
        return self._with(framing=Framing.of(x, y, whole=whole))

    def with_captions(self, *given: captions.Captionlike) -> Self:
        """The shot with captions, in seconds of the shot as it is now; earlier ones stay.

        Arguments:
            given: texts for the whole shot, `Caption`s, or pairs ((start, end), text).
        """
        return self._with(captions=self.captions + captions.timed(given, self.duration))

    def moment(self, start: float, end: float, framing: Framing) -> Self:
        """A few frames of the clip, in seconds of the clip, bare of sound, speed and captions."""
        return self._with(
            start=start, end=end, framing=framing, speed=1.0, captions=(), sound=None, muted=True
        )

    def _part(self, start: times.Time, end: times.Time | None) -> tuple[float, float]:
        try:
            return times.part(start, end, self.duration)
        except EditFault as fault:
            raise EditFault(fault.reason, f"「{self.source.name}」：{fault.sentence}") from fault

    def _with(self, **changed: object) -> Self:
        made = copy.copy(self)
        made.__dict__.update(changed)
        return made


def _cut(sound: Sound, first: float, last: float) -> Sound | None:
    """The part of a replaced sound that belongs to a part of its shot; None when it has ended before."""
    if first >= sound.duration - times.SHORTEST:
        return None
    return sound.subclipped(first, min(last, sound.duration))
