"""A film written to a file by one ffmpeg process with one filter graph.

Before it, a process that decodes sound alone measures the loudness; the film is written beside its place and
moved there when it is whole, so that cancelling leaves nothing and a film that was there before stays.
"""

from __future__ import annotations

import errno
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nongju.clips import ffmpeg
from nongju.clips.container import read_container
from nongju.clips.decode import Loudness, read_loudness
from nongju.clips.edit import cover, loudness
from nongju.clips.edit.captions import caption as captions
from nongju.clips.edit.captions import lettering
from nongju.clips.edit.export import FRAME_RATE, Export
from nongju.clips.edit.fault import EditFault
from nongju.clips.edit.film import FilmPlan
from nongju.clips.edit.graph import Graph, Overlay, has_sound
from nongju.clips.refusal import ClipRefused

LIMITS = ffmpeg.FfmpegLimits(seconds=1800, cpu_seconds=3600, memory_mb=6144, file_mb=200)
"""A film of 90 s takes two minutes on two old cores; thirty inputs map memory that they never touch."""

MEASURED, DRAWN = 0.06, 0.97
"""Shares of the progress that are reached when the sound is measured, when the film is written."""

COVER_QUALITY = 90
"""JPEG quality of a cover: about 150 kB."""


@dataclass(frozen=True)
class Rendered:
    """A film that was written."""

    path: Path
    seconds: float
    width: int
    height: int
    size_bytes: int
    lufs_before: float | None
    """Loudness of the film's sound as it was, None without sound or when it was to be left alone."""
    lufs: float | None
    """Loudness that it was brought to."""
    gain_db: float
    cover: Path | None
    cover_time: float | None
    """Seconds of the film at which the cover's picture stands."""
    notes: tuple[str, ...]
    """Chinese: what the learner should know although the film was made."""

    def to_json(self) -> dict[str, Any]:
        """A plain dict; paths as text."""
        values = asdict(self)
        values["path"] = str(self.path)
        values["cover"] = str(self.cover) if self.cover else None
        values["notes"] = list(self.notes)
        return values


def render(
    film: FilmPlan,
    target: Path,
    export: Export,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> Rendered:
    """Write a film; see `FilmPlan.write_videofile`."""
    tell = progress or _silent
    check_target(film, target)
    written = film.captions
    length = film.duration
    best = cover.Sharpest()
    with tempfile.TemporaryDirectory(prefix="nongju-edit-") as folder, _beside(target) as part:
        overlays = draw(written, export, Path(folder))
        if film.cover is not None and film.cover.title.strip():
            lettering.title(film.cover.title, export.width, export.height)
        levelled = level(film, export, cancel)
        tell(MEASURED)
        arguments = film_arguments(film, export, overlays, levelled, part)
        finished = ffmpeg.run(
            arguments,
            limits=LIMITS,
            progress=lambda done: tell(MEASURED + (DRAWN - MEASURED) * min(1.0, done / length)),
            cancel=cancel,
            consume=best.read if _looks(film) else None,
        )
        _check_written(part, finished)
        frames = Graph(film, export.frame).frames
        picture, time = _cover(film, export, best, part)
        if picture is not None:
            picture.replace(cover_path(target))
        part.replace(target)
    tell(1.0)
    return Rendered(
        path=target,
        seconds=frames / FRAME_RATE,
        width=export.width,
        height=export.height,
        size_bytes=target.stat().st_size,
        lufs_before=levelled.before.integrated if levelled else None,
        lufs=levelled.expected if levelled else None,
        gain_db=levelled.levelling.gain_db if levelled else 0.0,
        cover=cover_path(target) if picture is not None else None,
        cover_time=time,
        notes=(*captions.advice(written), *([levelled.note] if levelled and levelled.note else [])),
    )


def _silent(_: float) -> None:
    """Tells nobody of the progress."""


def check_target(film: FilmPlan, target: Path) -> None:
    """Nothing, if a film may be written there.

    Raises:
        EditFault: `name` or `own_source`: the name does not end in .mp4, or is that of a clip that is used.
    """
    if target.suffix.lower() != ".mp4" or target.is_dir():
        raise EditFault("name", f"成片的名字要以 .mp4 结尾，比如「{target.stem or '成片'}.mp4」。")
    used = {shot.source.original for shot in film.shots} | {shot.source.path for shot in film.shots}
    sounds = {shot.sound.path.resolve() for shot in film.shots if shot.sound is not None}
    if target.resolve() in used | sounds | ({film.sound.path.resolve()} if film.sound else set()):
        raise EditFault("own_source", f"「{target.name}」是原来的素材，不能盖掉。成片换个名字。")


def cover_path(target: Path) -> Path:
    """Where a film's cover lies."""
    return target.with_name(f"{target.stem}-封面.jpg")


def draw(written: tuple[captions.Timed, ...], export: Export, folder: Path) -> list[Overlay]:
    """The captions as picture files in a folder, each text drawn once.

    Raises:
        EditFault: a caption is empty, too long, or has a character that the font lacks.
    """
    drawn: dict[str, tuple[Path, lettering.Lettering]] = {}
    for caption in written:
        if caption.text not in drawn:
            letters = lettering.caption(caption.text, export.width, export.height)
            file = folder / f"{len(drawn):03d}.png"
            letters.picture.save(file, compress_level=1)
            drawn[caption.text] = file, letters
    return [
        Overlay(drawn[caption.text][0], drawn[caption.text][1].box, caption.start, caption.end)
        for caption in written
    ]


def level(film: FilmPlan, export: Export, cancel: threading.Event | None) -> loudness.Levelled | None:
    """What brings a film to its loudness; None when it has no sound or is to be left as it is."""
    if film.target_lufs is None or not has_sound(film):
        return None

    def measure(levelling: loudness.Levelling) -> Loudness | None:
        graph = Graph(film, export.frame)
        label = graph.sound(levelling, measured=True)
        assert label is not None
        finished = ffmpeg.run(
            [*graph.arguments, "-map", label, "-f", "null", "-"], limits=LIMITS, cancel=cancel
        )
        if finished.returncode:
            raise ClipRefused("damaged")
        return read_loudness(finished.log)

    return loudness.level(film.target_lufs, measure)


def film_arguments(
    film: FilmPlan,
    export: Export,
    overlays: list[Overlay],
    levelled: loudness.Levelled | None,
    target: Path,
) -> list[str]:
    """What ffmpeg is asked for, the whole film at once."""
    graph = Graph(film, export.frame)
    label = graph.picture()
    look: list[str] = []
    if _looks(film):
        label, noticed = graph.split(label)
        look = ["-map", noticed, "-f", "rawvideo", "pipe:1"]
    label = graph.overlaid(label, overlays)
    sound = graph.sound(levelled.levelling if levelled else loudness.Levelling())
    maps = ["-map", label, *(["-map", sound] if sound else [])]
    return [*graph.arguments, *maps, *export.options(), f"file:{target.absolute()}", *look]


def _looks(film: FilmPlan) -> bool:
    return film.cover is not None and film.cover.time is None


def _cover(
    film: FilmPlan, export: Export, best: cover.Sharpest, part: Path
) -> tuple[Path | None, float | None]:
    """The cover as a file beside the film's part, and its time; None when none was asked for."""
    if film.cover is None:
        return None, None
    time = film.cover.time if film.cover.time is not None else best.time
    file = part.with_suffix(".jpg")
    cover.cover(film, time, export).save(file, quality=COVER_QUALITY, subsampling=0)
    return file, time


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name beside the target to write under; nothing of that name is left afterwards."""
    part = target.with_name(f".{target.stem}.{os.getpid()}.{threading.get_ident()}.part.mp4")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
    except OSError as error:
        raise ClipRefused("no_room" if error.errno == errno.ENOSPC else "cannot_write") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
            part.with_suffix(".jpg").unlink(missing_ok=True)


def _check_written(part: Path, finished: ffmpeg.Finished) -> None:
    """Nothing, if the film is there and whole."""
    if finished.returncode == 0 and part.is_file():
        read_container(part)
        return
    if "No space left" in finished.log or "File too large" in finished.log:
        raise ClipRefused("no_room")
    if "Permission denied" in finished.log or "No such file" in finished.log:
        raise ClipRefused("cannot_write")
    raise ClipRefused("damaged")
