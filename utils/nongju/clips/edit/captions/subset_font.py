"""The caption font, cut out of Noto Sans SC: `make font`. Nothing else imports this module.

Noto Sans SC (SIL OFL 1.1, no reserved font name) has 30,890 characters and 8.3 MB. Captions need the
characters of GB 2312, ASCII, and a few that people sell by: 藠头 is not in GB 2312. The cut is repeatable
byte for byte: the versions of fontTools and of the font package are pinned and no time is written.

Needs the extra `font`: fontTools and pylopdf-fonts-zh-cn, which carries the static font and its licence.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import sys
from pathlib import Path

from nongju.clips.edit.captions.font import FONT, FONT_SHA256, LICENCE

PACKAGE = "pylopdf-fonts-zh-cn"

BEYOND_GB2312 = "—·–€~藠鲊蒟蒻犇堃喆垚骉鱻饸饹燻熇孃−¥²³①②③④⑤⑥⑦⑧⑨⑩✓•▼▶♥"
"""Goods and dishes (藠头, 鲊, 蒟蒻, 饸饹), characters of given names and shop signs, signs that people type.
Python reads the dash and the middle dot of GB 2312 as U+2015 and U+30FB; people type U+2014 and U+00B7. The
list is ours and may grow: run `make font` and put the new sum into `font.py`."""

NAMES_KEPT = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
"""Entries of the name table: copyright, names, version, trademark, licence and its address."""

TABLES_DROPPED = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
"""Pillow's basic layout reads none of them; the signature cannot hold for a cut font."""


def characters() -> set[int]:
    """Code points that the cut font holds."""
    found = set(range(0x20, 0x7F)) | {ord(character) for character in BEYOND_GB2312}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def cut(source: bytes) -> bytes:
    """The font file with our characters alone, without hints and layout tables.

    Arguments:
        source: Noto Sans SC Regular, the static OpenType file.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(
        hinting=False,
        layout_features=[],
        name_IDs=NAMES_KEPT,
        notdef_outline=True,
        glyph_names=False,
        recalc_timestamp=False,
        drop_tables=[*subset.Options().drop_tables, *TABLES_DROPPED],
    )
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def copyright_of(font: bytes) -> str:
    """The copyright and trademark notices in a font file, which must go with every copy of it."""
    from fontTools.ttLib import TTFont

    names = TTFont(io.BytesIO(font), lazy=True)["name"]
    return "\n".join(str(names.getDebugName(number)) for number in (0, 7))


def source() -> tuple[bytes, bytes]:
    """The whole font and its licence text, out of the installed font package."""
    import pylopdf_fonts_zh_cn

    licence = next(file for file in importlib.metadata.files(PACKAGE) or [] if file.name == "LICENSE")
    return pylopdf_fonts_zh_cn.sans_path().read_bytes(), Path(str(licence.locate())).read_bytes()


def main() -> None:
    """Write the font and its licence; exit code 1 when the bytes are not those that are committed."""
    whole, licence = source()
    made = cut(whole)
    FONT.write_bytes(made)
    text = licence.decode("utf-8").replace("\r\n", "\n")
    LICENCE.write_text(f"{copyright_of(whole)}\n\n{text}", encoding="utf-8", newline="\n")
    found = hashlib.sha256(made).hexdigest()
    sys.stdout.write(f"{FONT.name}: {len(made):,} bytes, {found}\n")
    if found != FONT_SHA256:
        sys.exit("the font differs from the committed one; if that is meant, put the sum into font.py")


if __name__ == "__main__":
    main()
