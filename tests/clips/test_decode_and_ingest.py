"""Rotation, colour, rate, length and sound are right in what is decoded and in the working copy."""

from pathlib import Path

import numpy as np
import pytest

from nongju.clips.container import read_container
from nongju.clips.decode import Decoded, decode
from nongju.clips.ingest import ingest

from .conftest import CORNERS, HEVC, Studio

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
UPRIGHT = {
    0: (RED, GREEN, BLUE, WHITE),
    90: (BLUE, RED, WHITE, GREEN),
    180: (WHITE, BLUE, GREEN, RED),
    270: (GREEN, WHITE, RED, BLUE),
}
"""Colours above left, above right, below left, below right, after the turn."""


def corners(decoded: Decoded) -> list[tuple[int, ...]]:
    frame = decoded.frame(len(decoded.yuv) // 2)
    height, width = frame.shape[:2]
    spots = [(height // 5, width // 5), (height // 5, width * 4 // 5)]
    spots += [(height * 4 // 5, width // 5), (height * 4 // 5, width * 4 // 5)]
    return [tuple(int(value) for value in frame[spot]) for spot in spots]


def same_colours(found: list[tuple[int, ...]], wanted: tuple[tuple[int, ...], ...], within: int) -> bool:
    return bool(np.abs(np.array(found) - np.array(wanted)).max() <= within)


@pytest.mark.parametrize("suffix", ["mp4", "mov"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_clip_is_upright_and_its_colours_are_right(
    studio: Studio, tmp_path: Path, suffix: str, turn: int
) -> None:
    clip = studio.film(f"turned.{suffix}", CORNERS, None, seconds=0.5, turn=turn)
    container = read_container(clip)
    assert container.rotation == turn
    assert (container.width > container.height) == (turn in {0, 180})
    assert same_colours(corners(decode(clip)), UPRIGHT[turn], within=12)
    copy = ingest(clip, tmp_path / "copy.mp4")
    assert (copy.width, copy.height) == (container.width, container.height)
    taken = read_container(copy.path)
    assert taken.rotation == 0
    assert same_colours(corners(decode(copy.path)), UPRIGHT[turn], within=12)


def hlg(rgb: tuple[float, float, float], white: float) -> tuple[int, int, int]:
    """10-bit Y, Cb, Cr in BT.2020 of a BT.709 colour, with white at this HLG signal (ITU-R BT.2100)."""
    to_2020 = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = to_2020 @ np.array(rgb) * (np.exp((white - c) / a) + b) / 12
    signal = np.where(scene <= 1 / 12, np.sqrt(3 * scene), a * np.log(np.maximum(12 * scene - b, 1e-9)) + c)
    luma = float(signal @ [0.2627, 0.6780, 0.0593])
    blue, red = (signal[2] - luma) / 1.8814, (signal[0] - luma) / 1.4746
    return round(64 + 876 * luma), round(512 + 896 * blue), round(512 + 896 * red)


def test_hlg_comes_out_in_ordinary_range_with_its_colours(studio: Studio, tmp_path: Path) -> None:
    """An iPhone's HDR clip: diffuse white (75 %) is bright but not burnt, colours keep their side."""
    codes = [hlg(rgb, 0.75) for rgb in ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1))]
    planes = []
    for plane in range(3):
        above, below = ([code[plane] for code in codes[:2]], [code[plane] for code in codes[2:]])
        rows = [rf"if(lt(X\,W/2)\,{left}\,{right})" for left, right in (above, below)]
        planes.append(rf"if(lt(Y\,H/2)\,{rows[0]}\,{rows[1]})")
    picture = "color=gray:s=320x180:r=30,format=yuv420p10le,geq=lum={}:cb={}:cr={}".format(*planes)
    tags = ("-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc")
    clip = studio.film(
        "hdr.mov", picture, None, seconds=0.2, codec=(*HEVC, "-pix_fmt", "yuv420p10le", *tags), turn=90
    )
    assert read_container(clip).hdr == "HLG"
    copy = ingest(clip, tmp_path / "copy.mp4")
    assert read_container(copy.path).hdr == ""
    for path in (clip, copy.path):
        blue, red, white, green = np.array(corners(decode(path)))
        assert white.min() > 195 and white.max() - white.min() < 8
        for colour, side in ((red, 0), (green, 1), (blue, 2)):
            assert colour[side] > 170
            assert np.delete(colour, side).max() < 90


def test_a_working_copy_is_the_same_for_every_phone(studio: Studio, tmp_path: Path) -> None:
    clip = studio.film("10bit.mov", codec=(*HEVC, "-pix_fmt", "yuv420p10le"))
    copy = ingest(clip, tmp_path / "新 文件夹" / "拷贝.mp4")
    taken = read_container(copy.path)
    assert (taken.codec, taken.pixel_format, taken.frame_rate) == ("h264", "yuv420p", 30)
    assert taken.audio is not None
    assert (taken.audio.codec, taken.audio.rate, taken.audio.channels) == ("aac", 48000, 2)
    assert copy.seconds == pytest.approx(2, abs=1 / 30)
    assert list(copy.path.parent.iterdir()) == [copy.path]
