"""How the whole picture shifts from frame to frame: what shake and motion blur are judged by.

Phase correlation of neighbouring frames gives one shift a frame. It needs no features, so that a hand-held
product on plain cloth still gives one; where the picture is empty the response is weak and no shift counts.

Source: Kuglin and Hines, The phase correlation image alignment method, 1975.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import Decoded

LEAST_RESPONSE = 0.08
"""Height of the correlation peak, 0 to 1, from which a shift counts; noise alone gives 0.02 to 0.05."""

LEAST_CONTRAST = 3.0
"""Grey levels of standard deviation below which a frame is empty."""


@dataclass(frozen=True)
class Shifts:
    """Shift of each frame against the one before, in thousandths of the longer side; NaN where unknown."""

    across: npt.NDArray[np.float64]
    down: npt.NDArray[np.float64]

    @property
    def known(self) -> float:
        """Share of frames whose shift is known, 0 to 1."""
        return float(np.isfinite(self.across).mean()) if len(self.across) else 0.0

    @property
    def speed(self) -> npt.NDArray[np.float64]:
        """Length of each shift."""
        return np.hypot(self.across, self.down)


def shifts(decoded: Decoded) -> Shifts:
    """The shift of every frame; the first has none and stands as 0."""
    import cv2

    small = decoded.small
    _, height, width = small.shape
    window = cv2.createHanningWindow((width, height), cv2.CV_32F)
    scale = 1000 / max(width, height)
    across = np.zeros(len(small))
    down = np.zeros(len(small))
    before: npt.NDArray[np.float32] | None = None
    for at, frame in enumerate(small):
        now = frame.astype(np.float32)
        empty = float(now.std()) < LEAST_CONTRAST
        if before is not None:
            (dx, dy), response = cv2.phaseCorrelate(before, now, window)
            known = response >= LEAST_RESPONSE and not empty
            across[at], down[at] = (dx * scale, dy * scale) if known else (np.nan, np.nan)
        before = now
    return Shifts(across, down)
