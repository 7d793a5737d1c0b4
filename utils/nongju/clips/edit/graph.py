"""A film as one ffmpeg filter graph: inputs, chains, and what they are joined to.

Every part is made exactly as many frames and samples long as the film's timetable says, so that a film of
many shots neither drifts nor loses a frame. Boundaries are rounded on the film's own clock, not shot by shot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nongju.clips import ffmpeg
from nongju.clips.edit import framing
from nongju.clips.edit.captions.safe_area import Box
from nongju.clips.edit.export import AUDIO_RATE, FRAME_RATE
from nongju.clips.edit.film import FilmPlan
from nongju.clips.edit.loudness import Levelling
from nongju.clips.edit.shot import ShotPlan
from nongju.clips.edit.sound import Sound
from nongju.clips.edit.subject import path_of

SOFT_CUT = 0.01
"""Seconds of fade at both ends of a shot's sound: a cut in a loud tone clicks without it."""

MARGIN = 0.2
"""Seconds read beyond a part's end, so that its last frame is surely there."""

NOTICED_RATE = 2
"""Frames a second that the choice of a cover looks at."""

NOTICED_SIZE = (270, 480)
"""Points of those frames: enough that a blurred picture is told from a sharp one."""


@dataclass(frozen=True)
class Overlay:
    """A picture file over the film from one time to another."""

    file: Path
    box: Box
    start: float
    end: float


class Graph:
    """The graph of a film; `arguments` and `graph` go to one ffmpeg process.

    Arguments:
        film: what is to be made.
        frame: width and height of its picture, points.
    """

    def __init__(self, film: FilmPlan, frame: tuple[int, int]) -> None:
        self.film = film
        self.frame = frame
        self.bounds = timetable(film)
        self.inputs: list[list[str]] = []
        self.chains: list[str] = []
        self._clips: dict[int, int] = {}

    @property
    def frames(self) -> int:
        """Frames of the film."""
        return self.bounds[-1]

    @property
    def arguments(self) -> list[str]:
        """The inputs and the graph, as ffmpeg's arguments."""
        flat = [option for options in self.inputs for option in options]
        return [*flat, "-filter_complex", ";".join(self.chains)]

    def picture(self) -> str:
        """Adds the film's bare picture; gives the label of the result."""
        labels = [self._shot_picture(shot, at) for at, shot in enumerate(self.film.shots)]
        label = labels[0]
        if len(labels) > 1:
            self.chains.append(f"{''.join(labels)}concat=n={len(labels)}:v=1:a=0[film]")
            label = "[film]"
        return label

    def overlaid(self, label: str, overlays: Sequence[Overlay]) -> str:
        """Lays pictures over what has this label; gives the label of the result."""
        for at, overlay in enumerate(overlays):
            label = self._over(label, overlay, at)
        return label

    def split(self, label: str) -> tuple[str, str]:
        """Two labels with the same picture, the second reduced for the choice of a cover."""
        reduced = f"fps={NOTICED_RATE},scale={NOTICED_SIZE[0]}:{NOTICED_SIZE[1]}:flags=area,format=gray"
        self.chains.append(f"{label}split[whole][look];[look]{reduced}[noticed]")
        return "[whole]", "[noticed]"

    def sound(self, levelling: Levelling, *, measured: bool = False) -> str | None:
        """Adds the film's sound; gives the label of the result, None for a film that has none.

        Arguments:
            levelling: what brings it to its loudness.
            measured: whether ebur128 writes its summary at the end.
        """
        if not has_sound(self.film):
            return None
        if self.film.sound is not None:
            chain = [self._sound_source(self.film.sound, self.film.sound.gain, self.frames)]
        else:
            labels = [self._shot_sound(shot, at) for at, shot in enumerate(self.film.shots)]
            chain = [f"{''.join(labels)}concat=n={len(labels)}:v=0:a=1"]
        chain += levelling.filters()
        if measured:
            chain.append("ebur128=peak=true:framelog=quiet")
        self.chains.append(",".join(chain) + "[sound]")
        return "[sound]"

    def _input(self, options: list[str]) -> int:
        self.inputs.append(options)
        return len(self.inputs) - 1

    def _clip(self, shot: ShotPlan, at: int) -> int:
        """The input of a shot's clip; picture and sound share it.

        Two shots never do, not even of one clip: what the second needs would wait in memory until then.
        """
        if at not in self._clips:
            reach = shot.end - shot.start + MARGIN
            options = ffmpeg.stranger(shot.source.path, threads=1, seconds=reach)
            self._clips[at] = self._input(["-ss", f"{shot.start:.6f}", *options])
        return self._clips[at]

    def _shot_picture(self, shot: ShotPlan, at: int) -> str:
        frames = self.bounds[at + 1] - self.bounds[at]
        chain = [
            *([] if shot.speed == 1 else [f"setpts=PTS/{shot.speed:.6f}"]),
            f"fps={FRAME_RATE}:start_time=0",
            *framing.filters(shot.size, self.frame, shot.framing, path_of(shot, self.frame)),
            "setsar=1",
            "format=yuv420p",
            "tpad=stop=-1:stop_mode=clone",
            f"trim=end_frame={frames}",
        ]
        self.chains.append(f"[{self._clip(shot, at)}:V:0]{','.join(chain)}[v{at}]")
        return f"[v{at}]"

    def _shot_sound(self, shot: ShotPlan, at: int) -> str:
        frames = self.bounds[at + 1] - self.bounds[at]
        if shot.sound is not None:
            chain = self._sound_source(shot.sound, shot.gain * shot.sound.gain, frames)
        elif shot.muted:
            chain = f"anullsrc=r={AUDIO_RATE}:cl=stereo,{_samples(frames)}"
        else:
            filters = [_steady(), *_tempo(shot.speed), *_volume(shot.gain), *_ended(frames)]
            chain = f"[{self._clip(shot, at)}:a:0]{','.join(filters)}"
        self.chains.append(f"{chain}[a{at}]")
        return f"[a{at}]"

    def _sound_source(self, sound: Sound, gain: float, frames: int) -> str:
        number = self._input(sound.input_options())
        return f"[{number}:a:0]{','.join([_steady(), *_volume(gain), *_ended(frames)])}"

    def _over(self, label: str, overlay: Overlay, at: int) -> str:
        number = self._input(["-f", "png_pipe", "-i", f"file:{overlay.file.absolute()}"])
        start, end = (round(time * FRAME_RATE) / FRAME_RATE for time in (overlay.start, overlay.end))
        self.chains.append(
            f"[{number}:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[c{at}];"
            f"{label}[c{at}]overlay=x={overlay.box.left}:y={overlay.box.top}:format=yuv420"
            f":enable='gte(t,{start - 0.001:.4f})*lt(t,{end - 0.001:.4f})'[o{at}]"
        )
        return f"[o{at}]"


def timetable(film: FilmPlan) -> list[int]:
    """The frame at which each shot begins, and the film's number of frames at the end."""
    bounds = [0]
    passed = 0.0
    for shot in film.shots:
        passed += shot.duration
        bounds.append(max(bounds[-1] + 1, round(passed * FRAME_RATE)))
    return bounds


def has_sound(film: FilmPlan) -> bool:
    """Whether a film has any sound to write."""
    if film.muted:
        return False
    return film.sound is not None or any(not shot.muted for shot in film.shots)


def _steady() -> str:
    """One form for all sound, from the very start of its part: late sound gets silence before it."""
    return f"aresample={AUDIO_RATE}:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo"


def _tempo(speed: float) -> list[str]:
    """Faster or slower at the same pitch; above 2 atempo drops sound unless it is done in two steps."""
    if speed == 1:
        return []
    if 0.5 <= speed <= 2:
        return [f"atempo={speed:.6f}"]
    return [f"atempo={speed**0.5:.6f}"] * 2


def _volume(factor: float) -> list[str]:
    return [] if factor == 1 else [f"volume={factor:.5f}"]


def _samples(frames: int) -> str:
    return f"atrim=end_sample={frames * AUDIO_RATE // FRAME_RATE}"


def _ended(frames: int) -> list[str]:
    """Exactly as long as so many frames, without a click at either end."""
    end = frames / FRAME_RATE
    soft = min(SOFT_CUT, end / 4)
    return [
        "apad",
        _samples(frames),
        f"afade=t=in:d={soft:.4f}",
        f"afade=t=out:st={end - soft:.5f}:d={soft:.4f}",
    ]
