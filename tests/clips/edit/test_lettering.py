"""A caption's glyphs are whole, it stands in the safe area, and what cannot be written is said."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from nongju.clips.edit.captions import font, lettering
from nongju.clips.edit.captions.safe_area import for_captions, for_title
from nongju.clips.edit.fault import EditFault

DEEP = "鲤灥䲜gjpqy,;()".replace("灥", "").replace("䲜", "")
"""Characters that reach low and high in their square, and Latin letters with tails."""


def free(text: str, size: int, stroke: int) -> Image.Image:
    """The text on a canvas so large that nothing can be cut off, cropped to its ink."""
    canvas = Image.new("L", (size * (len(text) + 4), size * 6), 0)
    ImageDraw.Draw(canvas).text(
        (2 * size, 2 * size), text, font=font.at_size(size), fill=255, stroke_width=stroke
    )
    return canvas.crop(canvas.getbbox())


@pytest.mark.parametrize("text", ["腊肉香肠", "jgpqy饕餮鬣", "一", DEEP, "(藠头)——68元"])
def test_glyphs_are_whole_compared_with_a_free_rendering(text: str) -> None:
    drawn = lettering.caption(text, 720, 1280).picture
    size = round(720 * lettering.SIZE)
    alpha = np.asarray(drawn.getchannel("A"))
    wanted = np.asarray(free(text, size, max(2, round(size * lettering.OUTLINE))))
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    ink = alpha[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    assert np.abs(np.subtract(ink.shape, wanted.shape)).max() <= 1
    height, width = np.minimum(ink.shape, wanted.shape)
    assert np.abs(ink[:height, :width].astype(int) - wanted[:height, :width]).mean() < 6
    assert not alpha[[0, -1]].any()
    assert not alpha[:, [0, -1]].any()


def test_two_lines_do_not_touch() -> None:
    drawn = lettering.caption("鬣鬣鬣鬣鬣鬣鬣鬣,饕饕饕饕饕饕饕饕", 720, 1280)
    assert len(drawn.lines) == 2
    white = np.asarray(drawn.picture.convert("RGBA"))[..., 0] > 200
    middle = white.shape[0] // 2
    assert not white[middle - 2 : middle + 2].any()


@pytest.mark.parametrize(("width", "height"), [(720, 1280), (360, 640), (1080, 1920)])
@pytest.mark.parametrize("text", ["香", "一斤只要68元,买两斤送一包渣海椒!"])
def test_a_caption_stands_in_the_safe_area_in_the_middle(text: str, width: int, height: int) -> None:
    drawn = lettering.caption(text, width, height)
    assert for_captions(width, height).holds(drawn.box)
    assert abs(drawn.box.left + drawn.box.right - width) <= 4
    assert all(value % 2 == 0 for value in (drawn.box.left, drawn.box.top, *drawn.picture.size))


def test_a_caption_is_large_enough_to_read() -> None:
    ink = lettering.caption("腊", 720, 1280).picture
    assert ink.height >= 0.03 * 1280


def test_a_title_stands_in_the_part_that_every_view_of_a_cover_shows_and_shrinks_to_fit() -> None:
    short, long = (
        lettering.title("灶上腊肉", 720, 1280),
        lettering.title("忠县老味道柴火腊肉今天开锅啦快来", 720, 1280),
    )
    for drawn in (short, long):
        assert for_title(720, 1280).holds(drawn.box)
    assert short.picture.width / 4 > long.picture.width / 8 + 4


@pytest.mark.parametrize(
    ("text", "reason", "named"),
    [(" ", "empty_text", "空"), ("腊" * 30, "long_text", "分成两条"), ("好🥓", "glyph", "「🥓」")],
)
def test_what_cannot_be_written_is_said_in_a_sentence(text: str, reason: str, named: str) -> None:
    with pytest.raises(EditFault) as refused:
        lettering.caption(text, 720, 1280)
    assert refused.value.reason == reason
    assert named in refused.value.sentence
    assert len(refused.value.sentence) <= 40


def test_a_title_that_fits_at_no_size_is_said() -> None:
    with pytest.raises(EditFault, match="封面字"):
        lettering.title("腊" * 40, 720, 1280)
