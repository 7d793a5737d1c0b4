"""The caption font that comes with the package, and the refusal of a character that it lacks.

A character without a glyph would show as a box in a film that is already uploaded, so it is named in a
sentence before anything is rendered.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from nongju.clips.edit.fault import EditFault

if TYPE_CHECKING:
    from PIL import ImageFont

FONT = Path(__file__).parent / "font" / "NotoSansSC-GB2312.otf"
"""Noto Sans SC Regular, cut to GB 2312 and some more by `make font`; SIL OFL 1.1."""

LICENCE = FONT.with_name("OFL.txt")

FONT_SHA256 = "8aa551a45d82acd27c9ec967b82b3a7126423fb8a1b7754b1d4c072f8f6b39dc"
"""Of the committed file: `make font` must give it again."""


@functools.lru_cache(maxsize=16)
def at_size(pixels: int) -> ImageFont.FreeTypeFont:
    """The font at this size, laid out without system libraries, so that every PC draws the same picture.

    Arguments:
        pixels: height of the em square, from 8 to 400.
    """
    from PIL import ImageFont

    return ImageFont.truetype(str(FONT), pixels, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=8192)
def _drawn(character: str) -> tuple[bytes, tuple[int, int]]:
    mask = at_size(40).getmask(character, mode="L")
    return bytes(mask), mask.size


def missing(text: str) -> list[str]:
    """The characters of a text that the font has no glyph for, each once, in the order of the text."""
    unknown = _drawn("\U0010fffd")  # a private code point: what the font draws in place of a character
    return [
        character
        for character in dict.fromkeys(text)
        if not character.isspace() and (not character.isprintable() or _drawn(character) == unknown)
    ]


def check(text: str) -> None:
    """Nothing, if the font can draw every character of the text.

    Raises:
        EditFault: `glyph`, naming the characters.
    """
    lacking = missing(text)
    if lacking:
        named = "".join(f"「{character}」" for character in lacking[:5])
        raise EditFault("glyph", f"字幕里的{named}这里写不出来。换一个字再试。")


def checksum() -> str:
    """SHA-256 of the font file as it is on this disk."""
    return hashlib.sha256(FONT.read_bytes()).hexdigest()
