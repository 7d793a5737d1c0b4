"""A check of a clip, put into the plain words that a learner and a grader read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nongju.clips.checking.check import check_clip
from nongju.clips.container import Container
from nongju.clips.names import MOVE
from nongju.clips.report import Kind, Measure
from nongju.clips.summary import ClipSummary, Seen

UPRIGHT, ACROSS, SQUARE = "竖着拍", "横着拍", "方的"


def facts_of(container: Container) -> tuple[str, ...]:
    """How it stands, how long it is, points, frames a second: 竖着拍、12 秒、1080×1920、一秒 30 张."""
    width, height = container.width, container.height
    way = SQUARE if width == height else UPRIGHT if height > width else ACROSS
    return (way, f"{container.duration:.0f} 秒", f"{width}×{height}", f"一秒 {container.frame_rate:.0f} 张")


def look_of(
    path: Path,
    *,
    clip_kind: Kind,
    move: str | None,
    name: str,
    poster: str,
    progress: Callable[[float], None] | None = None,
) -> ClipSummary:
    """Everything that a check says of a clip.

    Arguments:
        path: the file.
        clip_kind: what it is of.
        move: the move that was asked for.
        name: what the file was called on the phone.
        poster: a still that was made already.
        progress: told the share done.
    """
    report = check_clip(path, kind=clip_kind, asked_move=move, name=name, progress=progress)
    if report.refused is not None:
        return ClipSummary(refused=report.refused.sentence, poster=poster)
    assert report.container is not None
    seen = [_seen(measure) for measure in report.measures]
    sentences: tuple[str, ...] = ()
    if report.move is not None and move is not None:
        seen.insert(0, held(report.move))
    elif report.move is not None and report.move.move is not None:
        sentences = (report.move.advice,)
    return ClipSummary(
        facts=facts_of(report.container),
        seconds=report.container.duration,
        seen=tuple(seen),
        sentences=sentences,
        poster=poster,
    )


def held(move: Any) -> Seen:
    """Whether the move that was asked for is there; the report is that of `nongju.clips.moves`."""
    verdict = {"yes": "good", "no": "change"}.get(move.holds, "unsure")
    return Seen(MOVE, "镜头怎么动", verdict, move.name, move.advice)


def _seen(measure: Measure) -> Seen:
    if measure.value is None:
        said = ""
    else:
        value = measure.value if isinstance(measure.value, str) else f"{measure.value:.4g}"
        said = f"{value} {measure.unit}".strip()
    return Seen(measure.key, measure.name, measure.verdict, said, measure.advice, measure.advice_only)
