"""From evidence to a verdict: which move, and whether it is the one that was asked for.

Every question is answered yes, no or unsure, each with thresholds of its own; unsure goes to a person. What
carries the decision:

* nothing moves as a whole: fixed, however much the hand trembles;
* the picture grows or shrinks: push or pull, if near and far grow by different amounts. If one plain zoom
  explains all of it, the clip is a zoom or a flat scene: never called a push, nor told that it is none;
* the picture shifts: pan, if a turn of the camera explains near and far at once; truck, if it does not. If
  a plain shift explains it just as well as a turn (a flat scene, a long lens), neither is said.
"""

from __future__ import annotations

from typing import Final

from nongju.clips.moves.evidence import Evidence
from nongju.clips.moves.report import PAN, PULL, PUSH, TRUCK, Holds

REACH: Final = 0.30
"""Root mean square distance of a picture's points from its middle, long sides: growth times this is how far
points move, comparable with a shift."""

SHIFT_NONE: Final = 0.055
"""Frame widths or heights: a smoothed path within this holds still. Hand-held fixed clips of the development
half stay within 0.041, a pan or truck begins at 0.09 (5 %)."""

SHIFT_SURE: Final = 0.09
"""Frame widths or heights from which a shift is a move."""

REACH_NONE: Final = 0.036
"""Frame widths or heights: when not even the quarter of the picture that moves most has gone this far,
nothing has. Fixed clips of the development half reach 0.027 at most. A truck before a far background moves
little but its foreground."""

REACH_SURE: Final = 0.11
"""Frame widths or heights that the quarter which moves most must have gone when the rest, a far background,
moves less than `SHIFT_SURE`: near things pass before it, the camera travels."""

GROWTH_NONE: Final = 0.025
"""Logarithm of scale within which the picture keeps its size: fixed clips of the development half stay within
0.010, a hand that sways by a centimetre half a metre from a product makes 0.02."""

GROWTH_SURE: Final = 0.045
"""Logarithm of scale from which the picture grows or shrinks for certain; 95 % of the pushes and pulls of the
development half exceed 0.053."""

GROWS: Final = 0.8
"""Growth over shift, as distances that points move, from which a clip goes forward or back; pushes and pulls
of the development half exceed 0.84 (5 %), trucks and pans stay below 0.55."""

SHIFTS: Final = 0.45
"""Growth over shift up to which a clip goes or turns sideways."""

GROWS_ONLY: Final = 1.2
"""Growth over shift from which a clip neither turns nor goes sideways."""

SHIFTS_ONLY: Final = 0.35
"""Growth over shift up to which a clip goes neither forward nor back."""

DEPTH_ZOOM: Final = 0.29
"""Misfit, as a share of the picture, from which growth is no mere zoom: 95 % of the development half's zooms
stay below 0.28 (people who walk past make up the upper ones), 90 % of its pushes and pulls exceed 0.31."""

DEPTH_TRUCK: Final = 0.22
"""Misfit from which near and far shift differently; 95 % of the trucks of the development half exceed 0.23,
its pans and tilts stay below 0.15."""

DEPTH_PAN: Final = 0.25
"""Misfit up to which one turn explains the clip."""

TURN_SURE: Final = 0.20
"""Share of a plain shift's misfit that a turn explains (its perspective), from which the camera has turned;
pans and tilts of the development half explain 0.21 and more (5 %), trucks at most 0.15."""

TURN_NONE: Final = 0.12
"""Share up to which it has not."""

ONE_WAY: Final = 0.6
"""Net movement over the way travelled below which a clip goes back and forth."""

STILL_RIM: Final = 0.12
"""Share of the rim that stands still while the rest moves, from which it may be a thing that moves and not
the camera; 95 % of each kind of moving clip of the development half stay below 0.07."""

STILL_SURE: Final = 0.30
"""Share of the rim that stands still from which the camera does, whatever moves in front of it: in a pan, a
push or a pull the whole rim moves, in a truck all but what is very far (at most 0.23 in the development
half; set after the talking heads of the real clips had been seen to be called moving).
Only a camera that is put down gets this far; in a hand nothing stands quite still."""

FOLLOWED: Final = 0.75
"""Share of frames that must be followed."""

SHORTEST: Final = 1.0
"""Seconds below which a clip tells nothing."""

FEW_POINTS: Final = 25
"""Points, median of the spans, below which the evidence is thin."""


def thin(evidence: Evidence | None) -> bool:
    """Whether the clip is too short, too blank or too blurred to tell."""
    return (
        evidence is None
        or evidence.seconds < SHORTEST
        or evidence.followed < FOLLOWED
        or evidence.points < FEW_POINTS
    )


def holds_static(e: Evidence) -> Holds:
    """Whether the camera stayed where it was."""
    shift = max(e.range_x, e.range_y)
    if shift <= SHIFT_NONE and e.range_growth <= GROWTH_NONE and _rests(e):
        return "yes"
    if e.still >= STILL_SURE:
        return "yes"
    if e.still >= STILL_RIM:
        return "unsure"
    return "no" if shift >= SHIFT_SURE or e.range_growth >= GROWTH_SURE else "unsure"


def holds_travel(e: Evidence, sign: float) -> Holds:
    """Whether the camera went forward (sign 1) or back (sign -1)."""
    growth, ratio = sign * e.growth, ratio_of(e)
    if growth <= GROWTH_NONE or (shift_of(e) >= SHIFT_SURE and ratio <= SHIFTS_ONLY):
        return "no"
    sure = growth >= GROWTH_SURE and ratio >= GROWS and e.steady >= ONE_WAY
    return "yes" if sure and e.misfit >= DEPTH_ZOOM and e.still < STILL_RIM else "unsure"


def holds_shift(e: Evidence, move: str, axis: str = "") -> Holds:
    """Whether the camera turned (`PAN`) or travelled sideways (`TRUCK`)."""
    shift, ratio = shift_of(e), ratio_of(e)
    if shift <= SHIFT_NONE and _rests(e):
        return "no"
    if abs(e.growth) >= GROWTH_SURE and ratio >= GROWS_ONLY:
        return "no"
    if axis and abs(e.shift_y) < 0.5 * abs(e.shift_x):
        return "no"
    turned, travelled = _turned(e), _travelled(e)
    enough = shift >= SHIFT_SURE or (travelled and shift >= REACH_NONE and e.reach >= REACH_SURE)
    if not enough or ratio > SHIFTS or e.steady < ONE_WAY or e.still >= STILL_RIM:
        return "unsure"
    if turned == travelled:
        return "unsure"
    return "yes" if (move == PAN) == turned else "no"


def shift_of(e: Evidence) -> float:
    """The net shift along the axis where it is larger, frame widths or heights."""
    return max(abs(e.shift_x), abs(e.shift_y))


def ratio_of(e: Evidence) -> float:
    """How far growth moves points over how far the shift does."""
    return REACH * abs(e.growth) / max(shift_of(e), 1e-6)


def _rests(e: Evidence) -> bool:
    """Whether no part of the picture went anywhere that a turn of the hand does not explain."""
    return e.reach <= REACH_NONE or (e.reach <= SHIFT_NONE and e.misfit <= DEPTH_TRUCK)


def _explained(e: Evidence) -> float:
    """Share of a plain shift's misfit that a turn explains."""
    return (e.misfit_flat - e.misfit) / (e.misfit_flat + 0.01)


def _turned(e: Evidence) -> bool:
    return e.misfit <= DEPTH_PAN and _explained(e) >= TURN_SURE


def _travelled(e: Evidence) -> bool:
    return e.misfit >= DEPTH_TRUCK and _explained(e) <= TURN_NONE


def direction_of(e: Evidence, move: str | None) -> str:
    """Where the camera went or turned; empty for none."""
    if move == PUSH:
        return "in"
    if move == PULL:
        return "out"
    if move not in {PAN, TRUCK}:
        return ""
    if abs(e.shift_x) >= abs(e.shift_y):
        return "right" if e.shift_x > 0 else "left"
    return "down" if e.shift_y > 0 else "up"
