"""Camera moves: which of 推, 拉, 摇, 移, 固定 a shot holds, and whether it is the one that was asked for.

The way of a clip: `flow` follows points, `geometry` fits turns and zooms to them, `evidence` adds up what
they say, `verdict` judges, `reason` and `advice` say why in one sentence, `report` carries it. NumPy and
OpenCV are imported when a clip is looked at, not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from nongju.clips.moves.report import MoveReport

__all__ = ["MoveReport", "recognise_move"]


def recognise_move(gray: npt.NDArray[np.uint8], fps: float, *, asked: str | None = None) -> MoveReport:
    """Which move a shot holds; see `nongju.clips.moves.recognise`."""
    from nongju.clips.moves.recognise import recognise_move as recognise

    return recognise(gray, fps, asked=asked)


def __getattr__(name: str) -> Any:
    if name == "MoveReport":
        from nongju.clips.moves.report import MoveReport

        return MoveReport
    raise AttributeError(name)
