"""Where on a 9:16 picture a caption or a title can be read: the platform draws over the rest.

What is covered is the same as in `nongju.clips.measure.margins`, which looks at it in learners' clips: no
document of the platform with measures was found, so all shares are assumptions. Change them there.
"""

from __future__ import annotations

from dataclasses import dataclass

from nongju.clips.measure.margins import COVERED_BELOW, COVERED_RIGHT

AIR = 0.02
"""Share of the height or width that stays free beside what is covered (assumption: half a character)."""

BOTTOM = COVERED_BELOW + AIR
"""Share of the height kept free below."""

SIDE = COVERED_RIGHT + AIR / 2
"""Share of the width kept free at the right, under the buttons; the same at the left, so that a centred line
stands in the middle."""

TOP = 0.12
"""Share of the height under the clock and the tabs (assumption)."""

COVER_SHAPE = (6, 7)
"""Width to height of the part of a cover that a profile page shows (course/facts: 3:4 as 1080×1260, which is
6:7); taken from the middle of the 9:16 picture (assumption)."""

COVER_MARGIN = 0.06
"""Share of the width that a title keeps free at both sides of that part (assumption)."""


@dataclass(frozen=True)
class Box:
    """A part of a picture, points from the left and from the top; right and bottom are outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Points across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Points down."""
        return self.bottom - self.top

    def holds(self, other: Box) -> bool:
        """Whether the other part lies wholly in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def for_captions(width: int, height: int) -> Box:
    """Where captions may stand on a picture of this size, points."""
    return Box(
        left=round(width * SIDE),
        top=round(height * TOP),
        right=width - round(width * SIDE),
        bottom=height - round(height * BOTTOM),
    )


def for_title(width: int, height: int) -> Box:
    """Where a cover's title may stand: in the middle part that every view of a cover shows."""
    part = min(height, round(width * COVER_SHAPE[1] / COVER_SHAPE[0]))
    top = (height - part) // 2
    side = round(width * COVER_MARGIN)
    return Box(left=side, top=top + side, right=width - side, bottom=top + part - side)
