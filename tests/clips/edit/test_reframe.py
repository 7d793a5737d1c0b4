"""Cutting to 9:16 keeps the subject in the picture, and the cut never jumps."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongju.clips.decode import decode
from nongju.clips.edit import Shot
from nongju.clips.edit.export import Export
from nongju.clips.edit.framing import Framing, filters, kept
from nongju.clips.edit.subject import FASTEST, RATE, keys, path_of

from ..conftest import Studio

FRAME = (180, 320)
WIDE = (320, 180)


def scene(way: str) -> str:
    """A dull wall, grainy, with a speckled thing whose left edge is where `way` says."""
    return (
        "color=0x505448:s=320x180:r=30,noise=alls=10:allf=t[wall];color=0xb03020:s=44x70:r=30,"
        f"drawgrid=w=8:h=8:c=white[thing];[wall][thing]overlay=x='{way}':y=60[out0]"
    )


def test_a_moving_subject_stays_in_the_cut(studio: Studio) -> None:
    shot = Shot(studio.film("走.mp4", scene("14+55*t"), None, seconds=4))
    path = path_of(shot, FRAME)
    half = kept(WIDE, FRAME)[0] / 2
    times = np.linspace(0, shot.duration, 40)
    middles = np.interp(times, [key.time for key in path], [key.place for key in path]) * 320
    assert np.all(np.abs(middles - np.clip(36 + 55 * times, half, 320 - half)) < half - 15)
    steps = np.abs(np.diff([key.place for key in path]))
    assert steps.max() <= FASTEST / RATE + 1e-6


@pytest.mark.parametrize(("left", "middle"), [(220, 242), (30, 52), (130, 152)])
def test_the_cut_stands_still_for_a_subject_that_does(studio: Studio, left: int, middle: int) -> None:
    shot = Shot(studio.film("站.mp4", scene(str(left)), None, seconds=1.5))
    (key,) = path_of(shot, FRAME)
    half = kept(WIDE, FRAME)[0] / 2
    assert abs(key.place * 320 - np.clip(middle, half, 320 - half)) < 20


def test_the_film_shows_the_subject(studio: Studio, tmp_path: Path, small: Export) -> None:
    shot = Shot(studio.film("站.mp4", scene("220"), None, seconds=1.5)).subclipped(0, 0.5)
    frame = decode(shot.write_videofile(tmp_path / "成片.mp4", export=small).path).frame(2)
    reddish = np.argwhere(frame[..., 0].astype(int) - frame[..., 2] > 60)
    left, right = reddish[:, 1].min(), reddish[:, 1].max()
    assert right - left > 60, "all of it: 44 of 101 points across"
    assert 20 < (left + right) / 2 < 160


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=80), st.floats(0.2, 0.9), st.sampled_from([0.5, 1, 4]))
def test_no_path_jumps_or_leaves_the_picture(places: list[float], share: float, speed: float) -> None:
    path = keys(np.array(places), share, speed)
    found = np.array([key.place for key in path])
    assert np.all(found >= share / 2 - 1e-6)
    assert np.all(found <= 1 - share / 2 + 1e-6)
    if len(path) > 1:
        seconds = path[1].time - path[0].time
        assert np.abs(np.diff(found)).max() <= FASTEST * seconds + 1e-6


def test_a_place_that_was_given_is_used_and_nothing_is_looked_for(studio: Studio) -> None:
    shot = Shot(studio.film("站.mp4", scene("220"), None, seconds=1.5))
    assert [key.place for key in path_of(shot.reframed(0.2), FRAME)] == [0.2]
    assert [key.place for key in path_of(shot.reframed(whole=True), FRAME)] == [0.5]


def test_a_shot_of_the_same_shape_is_not_cut_and_a_taller_one_is_cut_above_and_below() -> None:
    path: Any = [type("Key", (), {"time": 0.0, "place": 0.5})()]
    assert filters(FRAME, FRAME, Framing(), path) == []
    assert filters((360, 640), FRAME, Framing(), path) == ["scale=180:320:flags=bicubic"]
    cut, scaled = filters((360, 800), FRAME, Framing(), path)
    assert cut.startswith("crop=w=360:h=640:x='0':y='80.00'")
    assert scaled.startswith("scale=180:320")


def test_a_whole_picture_has_bars_and_loses_nothing(studio: Studio, tmp_path: Path, small: Export) -> None:
    colours = "color=lime:s=320x180:r=30"
    shot = Shot(studio.film("绿.mp4", colours, None, seconds=0.5)).reframed(whole=True)
    frame = decode(shot.write_videofile(tmp_path / "成片.mp4", export=small).path).frame(2)
    green = np.argwhere(frame[..., 1] > 150)
    assert green[:, 1].min() == 0
    assert green[:, 1].max() == 179
    assert green[:, 0].max() - green[:, 0].min() + 1 == pytest.approx(101, abs=3)
