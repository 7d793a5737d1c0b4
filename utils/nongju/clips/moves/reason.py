"""Why a clip does not hold the asked move: a code, for the sentence of advice and for statistics."""

from __future__ import annotations

from nongju.clips.moves.evidence import Evidence
from nongju.clips.moves.report import PULL, PUSH, STATIC, Holds
from nongju.clips.moves.verdict import (
    DEPTH_ZOOM,
    GROWS,
    GROWTH_SURE,
    ONE_WAY,
    SHIFT_SURE,
    SHIFTS,
    STILL_RIM,
    ratio_of,
    shift_of,
)


def reason_of(e: Evidence, move: str | None, asked: str | None, holds: Holds | None) -> str:
    """A code for what decided: `holds`, `other` move, `small`, `zoom`, ... (keys of `advice.SENTENCES`)."""
    if holds == "yes" or asked is None:
        return "holds" if holds else "found"
    if {move, asked} == {PUSH, PULL}:
        return "reverse"
    if move is not None:
        return "small" if move == STATIC else "other"
    if e.still >= STILL_RIM:
        return "object"
    return "moved" if asked == STATIC else _doubt(e, asked)


def _doubt(e: Evidence, asked: str) -> str:
    """Why no move at all could be named, although something moved and the rim with it."""
    shift, ratio = shift_of(e), ratio_of(e)
    grows, shifts = abs(e.growth) >= GROWTH_SURE, shift >= SHIFT_SURE
    if not grows and not shifts:
        return "small"
    if e.steady < ONE_WAY:
        return "back_and_forth"
    if grows and ratio >= GROWS and e.misfit < DEPTH_ZOOM:
        return "zoom" if asked in {PUSH, PULL} else "unclear"
    return "flat" if shifts and ratio <= SHIFTS else "mixed"
