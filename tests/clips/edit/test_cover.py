"""A cover is the sharpest well-lit picture, or the one that was asked for, with its title on it."""

from pathlib import Path

import numpy as np
from PIL import Image

from nongju.clips.edit import Shot, join
from nongju.clips.edit.captions.safe_area import for_title
from nongju.clips.edit.cover import look
from nongju.clips.edit.export import Export

from ..conftest import Studio

PICTURE = "mandelbrot=s=180x320:r=30:start_scale=0.4:end_scale=0.3"
BLURRED_THEN_SHARP = f"{PICTURE},boxblur=6:enable='lt(t,1)',eq=brightness=0.7:enable='gte(t,2)'"


def test_a_sharp_picture_is_better_than_a_blurred_or_a_washed_out_one() -> None:
    noise = np.random.default_rng(1).integers(60, 200, (48, 27)).astype(np.uint8)
    sharp = np.kron(noise, np.ones((10, 10), np.uint8))
    import cv2

    assert look(sharp) > look(cv2.GaussianBlur(sharp, (0, 0), 4))
    assert look(sharp) > look(np.clip(sharp.astype(int) + 120, 0, 255).astype(np.uint8))


def test_the_sharp_part_of_a_film_gives_the_cover(studio: Studio, tmp_path: Path, small: Export) -> None:
    clip = studio.film("先糊.mp4", BLURRED_THEN_SHARP, None, seconds=3)
    made = join([Shot(clip)]).with_cover().write_videofile(tmp_path / "成片.mp4", export=small)
    assert made.cover_time is not None
    assert 1 <= made.cover_time < 2
    assert made.cover == tmp_path / "成片-封面.jpg"
    with Image.open(made.cover) as cover:
        assert cover.size == (180, 320)


def test_a_cover_of_a_given_time_has_its_title_in_the_middle_part(
    studio: Studio, tmp_path: Path, small: Export
) -> None:
    shots = [
        Shot(studio.film(f"{c}.mp4", f"color={c}:s=180x320:r=30", None, seconds=0.5)) for c in ("red", "blue")
    ]
    film = join(shots).with_captions("字幕").with_cover("灶上腊肉", 0.7)
    made = film.write_videofile(tmp_path / "成片.mp4", export=small)
    assert made.cover is not None
    with Image.open(made.cover) as opened:
        cover = np.asarray(opened).astype(int)
    assert cover[5, 5, 2] > 200
    ink = np.argwhere(np.abs(cover - cover[5, 5]).max(axis=2) > 60)
    area = for_title(180, 320)
    assert ink[:, 0].min() >= area.top
    assert ink[:, 0].max() < 200, "the title, and no caption below it"
    assert area.left <= ink[:, 1].min()
    assert ink[:, 1].max() < area.right


def test_a_frame_can_be_saved_as_moviepy_does(studio: Studio, tmp_path: Path) -> None:
    film = join([Shot(studio.film("red.mp4", "color=red:s=180x320:r=30", None, seconds=0.5))])
    saved = film.save_frame(tmp_path / "一张.png", 0.2)
    with Image.open(saved) as picture:
        assert picture.size == (720, 1280)
        red, green, blue = picture.convert("RGB").getpixel((300, 600))  # type: ignore[misc]
    assert (red > 240, green < 15, blue < 15) == (True, True, True)
