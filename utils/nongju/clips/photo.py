"""Whether a photo can be read, is sharp and is bright enough. What it shows is for a person to say."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from nongju.clips.refusal import ClipRefused
from nongju.clips.still import POSTER_SIDE, encoded
from nongju.clips.summary import ClipSummary, Seen

MAX_PIXELS = 120_000_000
"""Points of a photo that is opened: phones reach 108 million, which JPEG can be reduced from on the way."""

MAX_PLAIN_PIXELS = 30_000_000
"""Points of a PNG or WebP, which must be unpacked whole: 90 MB."""

LOOK_SIDE = 800
"""Points of the longer side at which sharpness is measured, so that every phone's photo is judged alike."""

TILES = 8
"""Rows and columns in which sharpness is looked for: the thing in the middle counts, not the wall behind."""

SHARP_TILE = 60.0
"""Variance of the Laplacian in the sharpest tenth of the tiles from which a photo is sharp (assumption: at
LOOK_SIDE written paper and packed goods in focus lie above 200, a blur of four points below 30)."""

BLURRED_TILE = 25.0
"""Below this it is blurred; between the two a machine cannot tell (assumption, as above)."""

DARK_MEAN = 55.0
"""Mean brightness (0 to 255) below which a photo is too dark to read on a phone (assumption: a room at night
with one lamp behind the camera lies near 70)."""

DIM_MEAN = 75.0
"""Below this a machine cannot tell (assumption)."""

LEAST_CONTRAST = 40.0
"""Difference between the darkest and brightest twentieth below which nothing is to be seen (assumption)."""

LEAST_SIDE = 480
"""Points of the shorter side below which writing cannot be read (assumption: a page then has 40 points a
centimetre at most)."""

FORMATS = ("JPEG", "PNG", "WEBP")

UNREADABLE = "这张照片打不开。在手机里看看好不好，再传一次。"
TOO_LARGE = "这张照片点数太多，打不开。截个图再传。"


def check_photo(path: Path) -> ClipSummary:
    """What is to be seen of a photo.

    Raises:
        ClipRefused: it cannot be opened, or has more points than may be unpacked.
    """
    import cv2
    import numpy as np

    upright = _opened(path)
    width, height = upright["size"]
    grey: Any = upright["grey"]
    seen = [
        _size(width, height),
        _sharp(cv2.Laplacian(grey, cv2.CV_32F)),
        _bright(float(grey.mean()), float(np.subtract(*np.percentile(grey, (95, 5))))),
    ]
    facts = ("竖着拍" if height > width else "横着拍", f"{width}×{height}")
    return ClipSummary(facts=facts, seen=tuple(seen), poster=encoded(upright["poster"]))


def thumbnail(path: Path, side: int) -> bytes:
    """A JPEG of the photo, for the list of files; b"" when it cannot be opened."""
    try:
        return bytes(_opened(path, side)["poster"])
    except ClipRefused:
        return b""


def _opened(path: Path, side: int = POSTER_SIDE) -> dict[str, Any]:
    """The photo upright: size, grey points as an array, and a poster without any metadata."""
    import warnings

    import numpy as np
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS = MAX_PIXELS
        try:
            with Image.open(path, formats=FORMATS) as opened:
                width, height = opened.size
                if width * height > (MAX_PIXELS if opened.format == "JPEG" else MAX_PLAIN_PIXELS):
                    raise ClipRefused("too_many_pixels", TOO_LARGE)
                opened.draft("RGB", (2 * LOOK_SIDE, 2 * LOOK_SIDE))
                upright = ImageOps.exif_transpose(opened)
                turned = (upright.width > upright.height) != (width > height)
                plain = upright.convert("RGB")
        except ClipRefused:
            raise
        except Image.DecompressionBombError as error:
            raise ClipRefused("too_many_pixels", TOO_LARGE) from error
        except Exception as error:  # Pillow's readers raise whatever the broken file leads them to
            raise ClipRefused("unreadable", UNREADABLE) from error
    look = plain.copy()
    look.thumbnail((LOOK_SIDE, LOOK_SIDE), Image.Resampling.BOX)
    plain.thumbnail((side, side), Image.Resampling.BOX)
    poster = io.BytesIO()
    Image.fromarray(np.asarray(plain)).save(poster, "JPEG", quality=70)
    return {
        "size": (height, width) if turned else (width, height),
        "grey": np.asarray(look.convert("L")),
        "poster": poster.getvalue(),
    }


def _size(width: int, height: int) -> Seen:
    if min(width, height) < LEAST_SIDE:
        return Seen("size", "大小", "change", f"{width}×{height}", "这张太小。直接用相机拍，别截图。")
    return Seen("size", "大小", "good", f"{width}×{height}", "够大。")


def _sharp(edges: Any) -> Seen:
    import numpy as np

    rows = [tile for band in np.array_split(edges, TILES, 0) for tile in np.array_split(band, TILES, 1)]
    best = float(np.percentile([tile.var() for tile in rows if tile.size], 90))
    if best >= SHARP_TILE:
        return Seen("sharp", "清楚", "good", "", "拍清楚了。")
    if best < BLURRED_TILE:
        return Seen("sharp", "清楚", "change", "", "照片糊了。擦擦镜头，点一下要拍的东西，再拍。")
    return Seen("sharp", "清楚", "unsure", "", "清不清楚，拿不准。老师看看。")


def _bright(mean: float, contrast: float) -> Seen:
    if mean < DARK_MEAN or contrast < LEAST_CONTRAST:
        return Seen("bright", "明暗", "change", "", "照片太暗或者发灰。到窗边拍，灯别在背后。")
    if mean < DIM_MEAN:
        return Seen("bright", "明暗", "unsure", "", "有点暗，老师看看。")
    return Seen("bright", "明暗", "good", "", "够亮。")
