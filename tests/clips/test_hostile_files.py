"""Files made to harm: refused, or read without effect."""

import struct
import subprocess
from pathlib import Path

import pytest

from nongju.clips import ffmpeg
from nongju.clips.checking.check import check_clip
from nongju.clips.checking.reading import look_of
from nongju.clips.container import read_container
from nongju.clips.edit import Shot, Sound, join, sound
from nongju.clips.file.boxes import read_boxes
from nongju.clips.ingest import ingest
from nongju.clips.refusal import ClipRefused
from nongju.clips.still import small_copy, still

from .conftest import Studio
from .edit.conftest import SMALL
from .inputs import PLAYLISTS, inputs_of, is_ours


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


def test_a_playlist_that_names_a_file_beside_it_is_not_even_opened(studio: Studio, tmp_path: Path) -> None:
    """ffmpeg itself finds this one safe: it follows it wherever the format is allowed."""
    (tmp_path / "beside.mp4").write_bytes(studio.film().read_bytes())
    playlist = tmp_path / "clip.mp4"
    playlist.write_text("ffconcat version 1.0\nfile beside.mp4\n")
    followed = subprocess.run(
        [ffmpeg.program(), "-i", playlist], check=False, capture_output=True, stdin=subprocess.DEVNULL
    )
    assert b"Input #0, concat" in followed.stderr
    asked = ffmpeg.run([*ffmpeg.stranger(playlist), "-f", "null", "-"])
    assert asked.returncode != 0
    assert "Input #0" not in asked.log


READS = {
    "container": lambda clip, _: read_container(clip),
    "check": lambda clip, _: check_clip(clip),
    "taking in": lambda clip, folder: ingest(clip, folder / "copy.mp4"),
    "still": lambda clip, _: still(clip, read_container(clip)),
    "small copy": lambda clip, folder: small_copy(clip, read_container(clip), folder / "small.mp4"),
    "look": lambda clip, _: look_of(clip, clip_kind="product", move="pan", name="", poster="", progress=None),
    "length of a sound": lambda clip, _: sound.length(clip),
    "film with a sound": lambda clip, folder: (
        join([Shot(str(clip)), Shot(str(clip))])
        .with_audio(Sound(str(clip)))
        .write_videofile(str(folder / "film.mp4"), export=SMALL)
    ),
}
"""Everything that opens a stranger's file by ffmpeg."""


@pytest.mark.parametrize("how", READS)
def test_every_command_names_formats_protocol_and_points_for_a_stranger_s_file(
    studio: Studio, tmp_path: Path, every_input_is_limited: list[list[str]], how: str
) -> None:
    READS[how](studio.film("upright.mp4", "testsrc2=s=180x320:r=30"), tmp_path)
    opened = [one for command in every_input_is_limited for one in inputs_of(command) if not is_ours(one)]
    assert opened
    for one in opened:
        formats = set(one["-format_whitelist"].split(","))
        assert formats >= {"mov", "mp4", "matroska", "webm"} and not formats & PLAYLISTS
        assert one["-protocol_whitelist"] == "file"
        assert one["-max_pixels"] == "12000000"


def test_no_other_module_starts_ffmpeg_or_writes_inputs_of_its_own() -> None:
    package = Path(ffmpeg.__file__).parents[1]
    starting = {"program()", "get_ffmpeg_exe", "-format_whitelist", "-protocol_whitelist"}
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(one in path.read_text(encoding="utf-8") for one in starting)
    }
    assert found == {"clips/ffmpeg.py", "doctor.py"}  # doctor asks it for its version


def test_a_playlist_behind_a_films_first_bytes_opens_nothing(studio: Studio, tmp_path: Path) -> None:
    playlist = tmp_path / "clip.mp4"
    playlist.write_bytes(b"\x00\x00\x00\x14ftypisom\x00\x00\x00\x00isom" + b"#EXTM3U\nfile:///etc/passwd\n")
    refused = check_clip(playlist).refused
    assert refused is not None and refused.reason in {"truncated", "unreadable"}


@pytest.mark.parametrize("whole", [True, False], ids=["whole path", "name beside"])
def test_a_reference_to_another_file_is_not_followed(studio: Studio, tmp_path: Path, whole: bool) -> None:
    """A film whose index points at another file, as old editors write: its pictures are not that file's."""
    content = bytearray(studio.film("plain.mov", sound=None).read_bytes())
    other = tmp_path / "other.mov"
    other.write_bytes(content)
    at = content.index(b"dref")
    size = struct.unpack(">I", content[at - 4 : at])[0]
    name = str(other).encode() if whole else b"other.mov"
    alias = _alias(name)
    entry = struct.pack(">I4sI", 12 + len(alias), b"alis", 0) + alias
    dref = struct.pack(">I4sII", 16 + len(entry), b"dref", 0, 1) + entry
    grown = _grown(content, at - 4, size, dref)
    start = grown.index(b"mdat") + 4
    grown[start : grown.index(b"moov", start) - 4] = bytes(grown.index(b"moov", start) - 4 - start)
    clip = tmp_path / "pointer.mov"
    clip.write_bytes(grown)
    followed = subprocess.run(
        [
            ffmpeg.program(),
            *["-v", "error", "-enable_drefs", "1", "-use_absolute_path", "1", "-i"],
            clip,
            "-f",
            "null",
            "-",
        ],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    assert followed.returncode == 0 and not followed.stderr  # whoever follows it sees the other film
    asked = ffmpeg.run([*ffmpeg.stranger(clip), "-f", "null", "-"])
    assert asked.errors
    assert check_clip(clip).refused is not None


def _alias(name: bytes) -> bytes:
    """An alias record as old Macintosh editors write it: with a whole path, or the name of a file beside."""
    beside = name.rpartition(b"/")[2]
    record = struct.pack(">I2xHH", 0, 2, 0) + bytes([1]) + b"x".ljust(27, b"\0") + bytes(12)
    record += bytes([len(beside)]) + beside.ljust(63, b"\0") + bytes(16)
    record += struct.pack(">hh", 1, 1) + bytes(16)
    path = name if name.startswith(b"/") else b"/" + name
    record += struct.pack(">hH", 2, len(path)) + path + bytes(len(path) % 2)
    return record + struct.pack(">hH", -1, 0)


def _grown(content: bytearray, at: int, size: int, box: bytes) -> bytearray:
    """The film with a box of another length in place of the one at `at`; the boxes around it grow too."""
    grown = bytearray(content)
    for kind in (b"moov", b"trak", b"mdia", b"minf", b"dinf"):
        place = content.rindex(kind, 0, at) - 4
        length = struct.unpack(">I", content[place : place + 4])[0]
        grown[place : place + 4] = struct.pack(">I", length + len(box) - size)
    grown[at : at + size] = box
    return grown


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
            limits=ffmpeg.FfmpegLimits(seconds=0.5),
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
            limits=ffmpeg.FfmpegLimits(memory_mb=700),
        )
