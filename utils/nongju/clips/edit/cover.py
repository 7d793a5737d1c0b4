"""The cover picture: the sharpest well-lit frame, or one that was asked for, with a title on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from nongju.clips import ffmpeg
from nongju.clips.edit.captions import lettering
from nongju.clips.edit.export import Export
from nongju.clips.edit.film import FilmPlan
from nongju.clips.edit.framing import Framing
from nongju.clips.edit.graph import NOTICED_RATE, NOTICED_SIZE, Graph
from nongju.clips.edit.subject import path_of
from nongju.clips.refusal import ClipRefused

if TYPE_CHECKING:
    from PIL.Image import Image

    from nongju.clips.edit.shot import ShotPlan

BLACK, WHITE = 16, 239
"""Grey levels of 255 below and above which nothing is seen any more."""

LOST = 2.0
"""How much a share of such points counts against the logarithm of sharpness (assumption)."""

STILL_SECONDS = 0.12
"""Seconds of the clip that are read for one picture."""


@dataclass
class Sharpest:
    """Looks at small frames as they come and remembers the best.

    Sharpness is the variance of the Laplacian (Pech-Pacheco et al., ICPR 2000) after a slight blur, so that
    noise does not count as detail; the middle of the picture counts twice.
    """

    time: float = 0.0
    """Seconds of the film at which the best frame stands."""
    score: float = -np.inf

    def read(self, stream: IO[bytes]) -> None:
        """Every whole frame until the stream ends; nothing is kept but the best one's time."""
        width, height = NOTICED_SIZE
        at = 0
        while len(raw := stream.read(width * height)) == width * height:
            score = look(np.frombuffer(raw, dtype=np.uint8).reshape(height, width))
            if score > self.score:
                self.score, self.time = score, at / NOTICED_RATE
            at += 1


def look(grey: Any) -> float:
    """How good a frame would be as a cover; higher is better.

    Arguments:
        grey: (height, width), 0 to 255.
    """
    import cv2

    height, width = grey.shape
    edges = cv2.Laplacian(cv2.GaussianBlur(grey, (3, 3), 0), cv2.CV_32F)
    middle = edges[height // 4 : 3 * height // 4, width // 5 : 4 * width // 5]
    lost = float(((grey < BLACK) | (grey > WHITE)).mean())
    return float(np.log1p(edges.var() + 2 * middle.var()) - LOST * lost)


def picture_at(film: FilmPlan, time: float, export: Export) -> Image:
    """The film's picture at a time, without captions.

    Arguments:
        film: of which a picture is wanted.
        time: seconds of the film.
        export: gives the size.

    Raises:
        ClipRefused: `damaged`: the clip has no picture there.
    """
    from PIL import Image

    graph = Graph(FilmPlan((_still(film, time, export.frame),)), export.frame)
    label = graph.picture()
    graph.chains.append(f"{label}scale=in_color_matrix=bt709:in_range=tv,format=rgb24[still]")
    finished = ffmpeg.run(
        [*graph.arguments, "-map", "[still]", "-frames:v", "1", "-f", "rawvideo", "pipe:1"],
        limits=ffmpeg.FfmpegLimits(seconds=60),
    )
    if len(finished.stdout) != export.width * export.height * 3:
        raise ClipRefused("damaged")
    return Image.frombytes("RGB", export.frame, finished.stdout)


def cover(film: FilmPlan, time: float, export: Export) -> Image:
    """The cover of a film: its picture at a time, and its title if it has one.

    Raises:
        ClipRefused: the clip has no picture there, or the title cannot be written.
    """
    picture = picture_at(film, time, export)
    title = film.cover.title if film.cover else ""
    if title.strip():
        drawn = lettering.title(title, export.width, export.height)
        picture.paste(drawn.picture, (drawn.box.left, drawn.box.top), drawn.picture)
    return picture


def _still(film: FilmPlan, time: float, frame: tuple[int, int]) -> ShotPlan:
    """The moment of a film as a short shot that is framed as its shot is at that moment."""
    begin = 0.0
    for shot in film.shots:
        if time < begin + shot.duration or shot is film.shots[-1]:
            break
        begin += shot.duration
    path = path_of(shot, frame)
    place = float(np.interp(time - begin, [key.time for key in path], [key.place for key in path]))
    start = min(shot.start + (time - begin) * shot.speed, max(shot.start, shot.end - STILL_SECONDS))
    framing = shot.framing if shot.framing.whole else Framing(place=(place, place))
    return shot.moment(start, min(shot.end, start + STILL_SECONDS), framing)
