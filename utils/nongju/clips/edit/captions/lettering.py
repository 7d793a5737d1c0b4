"""Captions and titles as transparent pictures, drawn with Pillow and laid over the film by ffmpeg.

moviepy's TextClip cuts the lower edge off Chinese glyphs (Pillow above 11.2), so nothing here trusts a
height that is derived from font metrics: the text is drawn on a canvas that is surely large enough and
then cut to the ink.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nongju.clips.edit.captions import font
from nongju.clips.edit.captions.linebreak import broken
from nongju.clips.edit.captions.safe_area import Box, for_captions, for_title
from nongju.clips.edit.fault import EditFault

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = 0.061
"""Height of a caption's em square in shares of the picture's width: 44 points of 720, 11 characters in a
line; on a phone 7 cm wide 4.3 mm high (assumption: read at arm's length)."""

TITLE_SIZE = 0.115
"""The same for a cover's title: it is looked at on a thumbnail (assumption)."""

TITLE_SMALLEST = 0.075
"""A long title shrinks as far as this."""

MOST_LINES = 2
"""Lines of a caption, of a title (Netflix, Timed Text Style ExecutionPolicy: two)."""

OUTLINE = 0.10
"""Width of the dark outline in em: white text stays readable on rice and on smoke (assumption)."""

WEIGHT = 0.018
"""What the strokes are thickened by, em: the font comes in one weight only, a light one for a film."""

LINE_HEIGHT = 1.32
"""Distance of two lines, em."""

INK = (255, 255, 255, 255)
EDGE = (24, 20, 16, 255)


@dataclass(frozen=True)
class Lettering:
    """A drawn text: its picture with transparent ground, and where that lies on the film's picture."""

    picture: Image
    box: Box
    lines: tuple[str, ...]


def caption(text: str, width: int, height: int) -> Lettering:
    """A caption at the lower edge of the safe area, centred.

    Arguments:
        text: as typed; a line break is kept.
        width: of the film's picture, points.
        height: of the film's picture, points.

    Raises:
        EditFault: `empty_text`, `glyph`, or `long_text`.
    """
    area = for_captions(width, height)
    size = round(width * SIZE)
    lines = _lines(text, size, area.width)
    if len(lines) > MOST_LINES:
        raise EditFault("long_text", f"字幕「{_head(text)}」太长，放不下。分成两条。")
    picture = draw(lines, size)
    left = (area.left + area.right - picture.width) // 2
    return _placed(picture, left, area.bottom - picture.height, lines)


def title(text: str, width: int, height: int) -> Lettering:
    """A cover's title in the upper third of the part that every view shows, as large as it fits.

    Raises:
        EditFault: `empty_text`, `glyph`, or `long_text`.
    """
    area = for_title(width, height)
    for size in range(round(width * TITLE_SIZE), round(width * TITLE_SMALLEST) - 1, -2):
        if font.at_size(size).getlength(text) > MOST_LINES * area.width:
            continue
        lines = _lines(text, size, area.width)
        if len(lines) <= MOST_LINES:
            picture = draw(lines, size)
            left = (area.left + area.right - picture.width) // 2
            return _placed(picture, left, area.top + area.height // 16, lines)
    raise EditFault("long_text", f"封面字「{_head(text)}」太长。留下十来个字。")


def draw(lines: tuple[str, ...], size: int) -> Image:
    """The lines, centred, on a transparent ground that ends two points beyond the ink; sides are even.

    Arguments:
        lines: at least one, each with ink.
        size: of the em square, points.
    """
    from PIL import Image, ImageDraw

    letters = font.at_size(size)
    outline = max(2, round(size * OUTLINE))
    step = round(size * LINE_HEIGHT)
    widest = max(round(letters.getlength(line)) for line in lines)
    canvas = Image.new("RGBA", (widest + 4 * size, step * len(lines) + 4 * size), (0, 0, 0, 0))
    pen = ImageDraw.Draw(canvas)
    middle = canvas.width / 2
    for edge, ink, colour in ((outline, EDGE, EDGE), (max(1, round(size * WEIGHT)), INK, INK)):
        for row, line in enumerate(lines):
            where = (middle - letters.getlength(line) / 2, 2 * size + row * step)
            pen.text(where, line, font=letters, fill=ink, stroke_width=edge, stroke_fill=colour)
    ink_box = canvas.getbbox()
    assert ink_box is not None
    left, top, right, bottom = ink_box
    right += (right - left) % 2
    bottom += (bottom - top) % 2
    return canvas.crop((left - 2, top - 2, right + 2, bottom + 2))


def _lines(text: str, size: int, most: int) -> tuple[str, ...]:
    """The text in lines that fit, outline included."""
    if not text.strip():
        raise EditFault("empty_text", "这条字幕是空的。写上字，或者删掉它。")
    font.check(text)
    letters = font.at_size(size)
    room = most - 2 * max(2, round(size * OUTLINE)) - 6
    return tuple(broken(text, letters.getlength, room))


def _placed(picture: Image, left: int, top: int, lines: tuple[str, ...]) -> Lettering:
    """At even points: the film's colour is stored for two by two."""
    left, top = left - left % 2, top - top % 2
    return Lettering(picture, Box(left, top, left + picture.width, top + picture.height), lines)


def _head(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 8 else flat[:8] + "…"
