"""What the flow of a whole clip says about the camera: numbers with units, no judgement yet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nongju.clips.moves.flow import OpticalFlow, Span
from nongju.clips.moves.geometry import FLAT, FOCALS, Fit, Measured, fit_turn, measured, shifts_of

Floats = npt.NDArray[np.float64]

SMOOTH_SECONDS = 0.75
"""Movement slower than this is the move, faster is the hand's shake: hands tremble at 2 Hz and more, and sway
below 1 Hz is part of where the picture goes."""

STILL = 0.0035
"""Long sides within which a point counts as standing still over a span: 1.1 pixels at 320."""

RIM = 0.6
"""Share of the half frame beyond which a point lies at the picture's rim."""


@dataclass(frozen=True)
class Evidence:
    """The camera's movement over a clip.

    Shifts say where the camera went or turned (right and down are positive), in frame widths and heights;
    growth is the natural logarithm of how much larger the picture's main layer became.
    """

    seconds: float
    shift_x: float
    """Net shift to the right, frame widths."""
    shift_y: float
    """Net shift down, frame heights."""
    growth: float
    """Net logarithmic scale: 0.1 is 10 % larger."""
    reach: float
    """How far the quarter of the picture that moved most, in one direction, went: frame widths or heights."""
    range_x: float
    range_y: float
    range_growth: float
    """Largest less smallest position on the smoothed path, in the same units."""
    steady: float
    """Net movement over the way travelled, 0 (back and forth) to 1 (one way)."""
    misfit: float
    """Share of the picture that no turn or zoom explains, 0 to 1: parallax, or things that move."""
    misfit_flat: float
    """The same for a plain shift, turn about the axis and scale, without a turn's perspective."""
    focal: float
    """The focal length that fits best, long sides."""
    still: float
    """Share of the picture's rim that stands still while the rest moves, 0 to 1."""
    jitter: float
    """Shake: root mean square of the fast movement, per cent of the long side."""
    points: float
    """Points followed, median of the spans."""
    followed: float
    """Share of the frames that could be followed, 0 to 1."""
    scatter: float
    """How far points stray from their neighbours, pixels: noise."""
    motion: float
    """Median motion of a span, long sides."""


def gather(flow: OpticalFlow) -> Evidence | None:
    """The evidence of a clip, or None when nothing could be followed."""
    if not flow.spans:
        return None
    spans, known = flow.spans, [measured(span) for span in flow.spans]
    lenses = (*FOCALS, FLAT)
    fits = [[fit_turn(span, of, lens) for lens in lenses] for span, of in zip(spans, known, strict=True)]
    weights = np.array(
        [of.motion * (span.last - span.first) ** 0.5 for span, of in zip(spans, known, strict=True)]
    )
    weights = (weights + 1e-9) / (weights + 1e-9).sum()
    misfits = weights @ np.array([[fit.misfit for fit in row] for row in fits])
    best = int(np.argmin(misfits[:-1]))
    chosen = [row[best] for row in fits]
    moved = [
        shifts_of(span.start, span.end, of.growth, fit.roll, of.weights)
        for span, of, fit in zip(spans, known, chosen, strict=True)
    ]
    path = _path(spans, known, chosen, moved)
    net, smooth = _net(path, flow.rate), _smoothed(path, flow.rate)
    spread = smooth.max(axis=0) - smooth.min(axis=0)
    size = np.array([flow.width, flow.height, 1.0])
    shift, ranges = net / size, spread / size
    travelled = float(np.abs(np.diff(smooth[:, :3], axis=0)).sum(axis=0).max())
    rough = path[:, :2] - smooth[:, :2]
    return Evidence(
        seconds=flow.frames / flow.rate,
        shift_x=float(shift[0]),
        shift_y=float(shift[1]),
        growth=float(shift[2]),
        reach=float((np.abs(np.sum(moved, axis=0)) / size[:2]).max()),
        range_x=float(ranges[0]),
        range_y=float(ranges[1]),
        range_growth=float(ranges[2]),
        steady=float(np.abs(net).max() / max(travelled, 1e-6)),
        misfit=float(misfits[best]),
        misfit_flat=float(misfits[-1]),
        focal=FOCALS[best],
        still=float(weights @ [_still(span, of, flow) for span, of in zip(spans, known, strict=True)]),
        jitter=100 * float(np.sqrt((rough**2).sum(axis=1).mean())),
        points=float(np.median([span.path.shape[1] for span in spans])),
        followed=sum(span.last - span.first for span in spans) / max(flow.frames - 1, 1),
        scatter=float(np.median([of.scatter for of in known])) / flow.pixel,
        motion=float(np.median([of.motion for of in known])),
    )


def _path(spans: tuple[Span, ...], known: list[Measured], fits: list[Fit], moved: list[Floats]) -> Floats:
    """The camera's (right, down, growth) at every frame that was followed, long sides and logarithm."""
    pieces = [np.zeros((1, 3))]
    for span, of, fit, shift in zip(spans, known, fits, moved, strict=True):
        follows = fit.off < 1.0
        chosen = follows if follows.sum() >= 8 else np.ones(len(follows), bool)
        points = span.path[:, chosen, 0] + 1j * span.path[:, chosen, 1]
        middle = points[0].mean()
        spoke = points[0] - middle
        turn = ((points - points.mean(axis=1, keepdims=True)) * spoke.conj()).sum(axis=1) / (
            abs(spoke) ** 2
        ).sum()
        centre = points.mean(axis=1) - turn * middle
        local = np.column_stack([-centre.real, -centre.imag, np.log(np.maximum(abs(turn), 1e-3))])
        # The whole picture says where the span ended; the frames between keep their shape.
        goal = np.array([-shift[1, 0], -shift[1, 1], of.growth])
        local += np.linspace(0, 1, len(local))[:, None] * (goal - local[-1])
        pieces.append(pieces[-1][-1] + local[1:])
    return np.concatenate(pieces)


def _smoothed(path: Floats, fps: float) -> Floats:
    """The path without what is faster than `SMOOTH_SECONDS`; ends are kept by mirroring about them."""
    reach = max(1, round(SMOOTH_SECONDS * fps / 2))
    if len(path) <= 2 * reach:
        return np.linspace(path[0], path[-1], len(path))
    before = 2 * path[0] - path[reach:0:-1]
    after = 2 * path[-1] - path[-2 : -reach - 2 : -1]
    window = np.hanning(2 * reach + 3)[1:-1]
    padded = np.concatenate([before, path, after])
    return np.column_stack([np.convolve(column, window / window.sum(), "valid") for column in padded.T])


def _net(path: Floats, fps: float) -> Floats:
    """From the first half second's middle to the last one's: a single shaken frame does not count."""
    few = max(1, min(len(path) // 4, round(0.3 * fps)))
    return np.asarray(path[-few:].mean(axis=0) - path[:few].mean(axis=0))


def _still(span: Span, of: Measured, flow: OpticalFlow) -> float:
    """Share of the rim, in cells, that stood still over a span in which the picture moved."""
    rim = (np.abs(span.start) / (np.array([flow.width, flow.height]) / 2)).max(axis=1) > RIM
    weight = of.weights * rim
    far = np.linalg.norm(span.end - span.start, axis=1)
    if weight.sum() < 1e-9 or np.percentile(far, 75) < 3 * STILL:
        return 0.0
    stood = far < max(STILL, 0.08 * of.motion)
    return float((weight * stood).sum() / weight.sum())
