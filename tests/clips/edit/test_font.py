"""The caption font holds what people write, is the committed one, and a lack is said in a sentence."""

from pathlib import Path

import pytest

from nongju.clips.edit.captions import font
from nongju.clips.edit.captions.subset_font import BEYOND_GB2312, characters
from nongju.clips.edit.fault import EditFault

GOODS = "腊肉香肠莲子渣海椒黑老虎土豆山药藠头，¥12.5/斤（包邮）——8折！“重庆·万州”……"


def test_the_font_is_the_committed_one_and_its_licence_lies_beside_it() -> None:
    assert font.checksum() == font.FONT_SHA256
    licence = font.LICENCE.read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert licence.startswith("©")


def test_every_character_of_gb_2312_and_of_our_own_list_can_be_drawn() -> None:
    from fontTools.ttLib import TTFont

    wanted = characters()
    assert len(wanted) > 7500
    with TTFont(font.FONT, lazy=True) as opened:
        assert wanted <= set(opened.getBestCmap())
    assert font.missing("".join(map(chr, sorted(wanted)[::40]))) == []
    assert font.missing(GOODS + BEYOND_GB2312) == []


@pytest.mark.parametrize("character", ["龘", "🥓", "\u200b", "\ue000", "한"])
def test_a_character_without_a_glyph_is_named_in_a_sentence(character: str) -> None:
    assert font.missing(f"好{character}吃{character}") == [character]
    with pytest.raises(EditFault) as refused:
        font.check(f"好{character}吃")
    assert refused.value.reason == "glyph"
    assert f"「{character}」" in refused.value.sentence


def test_a_square_is_a_character_and_not_a_lack() -> None:
    assert font.missing("□■") == []


def test_glyphs_have_not_changed_in_cutting() -> None:
    package = pytest.importorskip("pylopdf_fonts_zh_cn", reason="the extra `font` is not installed")
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.ttLib import TTFont

    def outlines(file: Path) -> list[object]:
        found: list[object] = []
        with TTFont(file, lazy=True) as opened:
            drawn, names = opened.getGlyphSet(), opened.getBestCmap()
            for character in GOODS:
                pen = RecordingPen()
                drawn[names[ord(character)]].draw(pen)
                found.append(pen.value)
        return found

    assert outlines(font.FONT) == outlines(package.sans_path())
