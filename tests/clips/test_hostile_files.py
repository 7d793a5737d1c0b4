"""Files made to harm: refused, or read without effect."""

import struct
from pathlib import Path

import pytest

from nongju.clips import ffmpeg
from nongju.clips.boxes import read_boxes
from nongju.clips.check import check_clip
from nongju.clips.container import read_container
from nongju.clips.ingest import ingest
from nongju.clips.refusal import ClipRefused

from .conftest import Studio


@pytest.mark.parametrize(
    "text",
    [
        "ffconcat version 1.0\nfile '{clip}'\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{clip}\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXTINF:2,\nhttp://127.0.0.1:9/x.ts\n",
        '<?xml version="1.0"?><MPD><Period><BaseURL>file:///etc/passwd</BaseURL></Period></MPD>',
    ],
)
def test_a_playlist_renamed_to_mp4_opens_nothing(studio: Studio, tmp_path: Path, text: str) -> None:
    playlist = tmp_path / "clip.mp4"
    playlist.write_text(text.format(clip=studio.film()))
    refused = check_clip(playlist).refused
    assert refused is not None and refused.reason == "not_video"
    # and ffmpeg itself, asked without our look at the first bytes, refuses too
    asked = ffmpeg.run([*ffmpeg.stranger(playlist), "-f", "null", "-"])
    assert asked.returncode != 0
    assert "Input #0" not in asked.log


def test_a_playlist_behind_a_films_first_bytes_opens_nothing(studio: Studio, tmp_path: Path) -> None:
    playlist = tmp_path / "clip.mp4"
    playlist.write_bytes(b"\x00\x00\x00\x14ftypisom\x00\x00\x00\x00isom" + b"#EXTM3U\nfile:///etc/passwd\n")
    refused = check_clip(playlist).refused
    assert refused is not None and refused.reason in {"truncated", "unreadable"}


def test_a_reference_to_another_file_is_not_followed(studio: Studio, tmp_path: Path) -> None:
    """A film whose index points at a file beside it, as old editors write."""
    clip = tmp_path / "pointer.mov"
    content = bytearray(studio.film("plain.mov", sound=None).read_bytes())
    at = content.index(b"dref")
    entry = content.index(b"url ", at)
    content[entry : entry + 8] = b"alis" + b"\x00\x00\x00\x00"  # no longer "in this file"
    clip.write_bytes(content)
    report = check_clip(clip)
    assert report.refused is not None or report.container is not None  # read as it is, or refused


def test_a_bomb_of_points_is_refused_by_its_claim(studio: Studio) -> None:
    bomb = studio.film("bomb.mp4", "color=gray:s=8192x4320:r=1", None, seconds=1)
    refused = check_clip(bomb).refused
    assert refused is not None and refused.reason == "too_many_pixels"


def test_a_bomb_of_points_is_refused_whatever_it_claims(studio: Studio, tmp_path: Path) -> None:
    """The index says 320x180, the coded pictures are 8192x4320."""
    content = bytearray(studio.film("bomb.mp4", "color=gray:s=8192x4320:r=1", None, seconds=1).read_bytes())
    sample = content.index(b"avc1", content.index(b"stsd"))
    content[sample + 28 : sample + 32] = struct.pack(">HH", 320, 180)
    bomb = tmp_path / "liar.mp4"
    bomb.write_bytes(content)
    refused = check_clip(bomb).refused
    assert refused is not None
    with pytest.raises(ClipRefused):
        ingest(bomb, tmp_path / "copy.mp4")


def test_a_bomb_of_duration_is_cut_off(studio: Studio, tmp_path: Path) -> None:
    """Two frames, the second one hours later: at a constant rate that would be a million pictures."""
    clip = tmp_path / "gap.mkv"
    gap = ("-vf", "setpts='if(eq(N,0),0,36000/TB)'", "-fps_mode", "passthrough")
    studio.ffmpeg(
        *("-f", "lavfi", "-t", "0.07", "-i", "color=gray:s=64x64:r=30", *gap, "-c:v", "libx264", str(clip))
    )
    refused = check_clip(clip).refused
    assert refused is not None and refused.reason == "too_long"


def test_a_duration_that_is_not_claimed_is_cut_off_while_decoding(studio: Studio, tmp_path: Path) -> None:
    """A stream without a length: what is read ends at the limit."""
    clip = tmp_path / "live.mkv"
    studio.ffmpeg(
        *("-f", "lavfi", "-t", "400", "-i", "color=gray:s=64x64:r=2", "-c:v", "libx264"),
        *("-preset", "ultrafast", "-f", "matroska", "-live", "1", str(clip)),
    )
    assert read_container(clip).duration == 0
    report = check_clip(clip)
    assert report.refused is None
    assert report.measure("length").verdict == "change"
    assert float(report.measure("length").value or 0) < 200


def test_boxes_that_claim_absurd_sizes_end_the_reading(tmp_path: Path) -> None:
    liar = tmp_path / "liar.mp4"
    head = b"\x00\x00\x00\x14ftypisom\x00\x00\x00\x00isom"
    for size in (0, 1, 7, 0xFFFFFFFF):
        liar.write_bytes(head + struct.pack(">I4s", size, b"moov") + b"\xff" * 64)
        boxes = read_boxes(liar)
        assert boxes is not None and not boxes.has_index
        assert check_clip(liar).refused is not None


def test_a_program_that_takes_too_long_is_ended(studio: Studio) -> None:
    with pytest.raises(ClipRefused, match="too_slow"):
        ffmpeg.run(
            ["-re", "-f", "lavfi", "-i", "testsrc2=s=64x64", "-t", "60", "-f", "null", "-"],
            limits=ffmpeg.Limits(seconds=0.5),
        )


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="limits on memory are the kernel's, Linux only")
def test_a_program_that_wants_too_much_memory_is_ended(studio: Studio) -> None:
    with pytest.raises(ClipRefused, match="too_much_memory"):
        ffmpeg.run(
            [
                "-f",
                "lavfi",
                "-t",
                "60",
                "-i",
                "testsrc2=s=4096x2160,format=gbrpf32le,tmix=frames=60",
                "-f",
                "null",
                "-",
            ],
            limits=ffmpeg.Limits(memory_mb=700),
        )
