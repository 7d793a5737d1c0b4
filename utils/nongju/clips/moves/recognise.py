"""The move of a clip, from its grey frames."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import numpy.typing as npt

from nongju.clips.moves.advice import advise
from nongju.clips.moves.evidence import Evidence, gather
from nongju.clips.moves.flow import follow
from nongju.clips.moves.reason import reason_of
from nongju.clips.moves.report import ASKED, PAN, PULL, PUSH, STATIC, TRUCK, Holds, MoveReport
from nongju.clips.moves.verdict import direction_of, holds_shift, holds_static, holds_travel, thin

SMALLEST = 32
"""Pixels of the shorter side below which a picture holds too few points."""

UNITS = {
    "seconds": "seconds",
    "shift_x": "shift_x_widths",
    "shift_y": "shift_y_heights",
    "growth": "net_log_scale",
    "reach": "reach_widths",
    "range_x": "range_x_widths",
    "range_y": "range_y_heights",
    "range_growth": "range_log_scale",
    "steady": "one_way_share",
    "misfit": "parallax_share",
    "misfit_flat": "parallax_flat_share",
    "focal": "focal_long_sides",
    "still": "still_rim_share",
    "jitter": "jitter_percent",
    "points": "points",
    "followed": "followed_share",
    "scatter": "scatter_pixels",
    "motion": "span_motion_long_sides",
}
"""Names under which the evidence is reported: the last part is the unit."""


def recognise_move(gray: npt.NDArray[np.uint8], fps: float, *, asked: str | None = None) -> MoveReport:
    """Which move a shot holds, and whether it is the one that was asked for.

    Arguments:
        gray: frames (n, height, width), 0 to 255; about 8 a second and 320 pixels long is what the thresholds
            were measured at.
        fps: frames a second.
        asked: a key of `ASKED` (`push` or 推, ...); None: only say which move it is.

    Raises:
        ValueError: the frames are not (n, h, w) of whole numbers, fps is not above 0, or the asked move is
            not known.
    """
    return judge(look(gray, fps), asked)


def look(gray: npt.NDArray[np.uint8], fps: float) -> Evidence | None:
    """The evidence of a clip, or None when nothing can be followed: the costly part, whatever is asked.

    Raises:
        ValueError: see `recognise_move`.
    """
    if gray.ndim != 3 or gray.dtype != np.uint8:
        raise ValueError(f"grey frames (n, h, w) of uint8 are needed, not {gray.shape} of {gray.dtype}")
    if not fps > 0:
        raise ValueError(f"fps must be above 0, not {fps}")
    return gather(follow(gray, fps)) if len(gray) > 1 and min(gray.shape[1:]) >= SMALLEST else None


def judge(evidence: Evidence | None, asked: str | None = None) -> MoveReport:
    """What evidence says, and whether it is the asked move.

    Raises:
        ValueError: the asked move is not known.
    """
    if asked is not None and asked not in ASKED:
        raise ValueError(f"unknown move {asked!r}; known: {', '.join(ASKED)}")
    key, axis = ASKED[asked] if asked else (None, "")
    if evidence is None or thin(evidence):
        holds: Holds | None = "unsure" if key else None
        return MoveReport(None, "", holds, key, "thin", advise(None, key, "thin", 0.0), _named(evidence))
    answers = answers_of(evidence, axis)
    found = [move for move, answer in answers.items() if answer == "yes"]
    move = found[0] if len(found) == 1 else None
    holds = answers[key] if key else None
    reason = reason_of(evidence, move, key, holds)
    return MoveReport(
        move,
        direction_of(evidence, move),
        holds,
        key,
        reason,
        advise(move, key, reason, evidence.jitter, holds=holds),
        _named(evidence),
    )


def answers_of(evidence: Evidence, axis: str = "") -> dict[str, Holds]:
    """For each of the five moves, whether the clip holds it."""
    return {
        STATIC: holds_static(evidence),
        PUSH: holds_travel(evidence, 1.0),
        PULL: holds_travel(evidence, -1.0),
        PAN: holds_shift(evidence, PAN, axis),
        TRUCK: holds_shift(evidence, TRUCK, axis),
    }


def _named(evidence: Evidence | None) -> dict[str, float]:
    return {} if evidence is None else {UNITS[key]: float(value) for key, value in asdict(evidence).items()}
