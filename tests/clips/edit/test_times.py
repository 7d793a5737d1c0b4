"""Times as people and moviepy write them; what cannot be is said in a sentence."""

import math

import pytest

from nongju.clips.edit import times
from nongju.clips.edit.fault import EditFault


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (2, 2),
        (2.5, 2.5),
        ("2.5", 2.5),
        ("1:05", 65),
        ("1：05.5", 65.5),
        ("0:01:02", 62),
        ("3秒", 3),
        ("-1", -1),
    ],
)
def test_a_time_is_read(written: times.Time, meant: float) -> None:
    assert times.seconds(written) == meant


@pytest.mark.parametrize("written", ["", "两秒", "1:2:3:4", math.nan, math.inf, "1,5", True])
def test_a_time_that_cannot_be_read_is_said(written: times.Time) -> None:
    with pytest.raises(EditFault, match="比如") as refused:
        times.seconds(written)
    assert refused.value.reason == "time"


def test_a_part_is_within_its_whole_and_may_count_from_the_end() -> None:
    assert times.part(1, 4, 5) == (1, 4)
    assert times.part(-2, None, 5) == (3, 5)
    assert times.part(0, 5.01, 5) == (0, 5), "players round: half a frame past the end is the end"


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (3, 2, "end_before_start"),
        (2, 2, "end_before_start"),
        (0, 9, "beyond_end"),
        (-9, 1, "beyond_end"),
        (7, None, "beyond_end"),
        (1, 1.05, "too_short_part"),
    ],
)
def test_a_part_that_cannot_be_is_said(start: times.Time, end: times.Time | None, reason: str) -> None:
    with pytest.raises(EditFault) as refused:
        times.part(start, end, 5)
    assert refused.value.reason == reason
    assert len(refused.value.sentence) <= 40
