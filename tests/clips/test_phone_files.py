"""Every kind of file that a phone, a messenger or a cloud hands over: taken, or answered with what to do."""

import shutil
from pathlib import Path
from random import Random

import pytest

from nongju.clips import container as containers
from nongju.clips import ffmpeg
from nongju.clips.checking.check import check_clip
from nongju.clips.container import read_container
from nongju.clips.decode import decode
from nongju.clips.ingest import ingest
from nongju.clips.refusal import SENTENCES, ClipRefused

from .conftest import H264, HEVC, MOVING, Studio

FRAME = 1 / 30


def refused(path: Path) -> str:
    """Reason for which reading, taking in and checking all refuse a file."""
    report = check_clip(path)
    assert report.refused is not None
    assert report.sentences == (report.refused.sentence,)
    target = path.parent / "never.mp4"
    with pytest.raises(ClipRefused) as caught:
        ingest(path, target)
    assert caught.value.reason == report.refused.reason
    assert not [left for left in path.parent.iterdir() if "never" in left.name]
    return report.refused.reason


def test_every_sentence_is_short_chinese_and_says_what_to_do() -> None:
    for sentence in SENTENCES.values():
        assert len(sentence) <= 40
        assert sentence.endswith("。")
        assert "错误" not in sentence


def test_a_cloud_stub_of_no_bytes(tmp_path: Path) -> None:
    stub = tmp_path / "IMG_0042.MOV"
    stub.touch()
    assert refused(stub) == "empty"


def test_text_renamed_to_mp4(tmp_path: Path) -> None:
    text = tmp_path / "clip.mp4"
    text.write_text("腊肉 58 元一斤\n" * 50, encoding="utf-8")
    assert refused(text) == "not_video"


@pytest.mark.parametrize("codec", ["mjpeg", "png"])
def test_a_photo_renamed_to_mp4(studio: Studio, tmp_path: Path, codec: str) -> None:
    photo = tmp_path / "photo.mp4"
    studio.ffmpeg(
        *("-f", "lavfi", "-i", MOVING, "-frames:v", "1", "-c:v", codec, "-f", "image2pipe", str(photo))
    )
    assert refused(photo) == "photo"


def test_a_heic_photo_is_a_photo_though_its_container_is_a_film(tmp_path: Path) -> None:
    photo = tmp_path / "IMG_0001.heic"
    photo.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00\x00\x00\x08mdat")
    assert refused(photo) == "photo"


def test_sound_without_picture(studio: Studio) -> None:
    assert refused(studio.film("recording.mp4", picture=None)) == "no_picture"


def test_a_cut_file_with_its_index_last(studio: Studio, tmp_path: Path) -> None:
    whole = studio.film().read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) * 6 // 10])
    assert refused(cut) == "truncated"


def test_a_cut_file_with_its_index_first_does_not_pass_for_its_full_length(
    studio: Studio, tmp_path: Path
) -> None:
    whole = studio.film("first.mp4", options=("-movflags", "+faststart"))
    assert read_container(whole).index_first
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 6 // 10])
    assert read_container(cut).duration == pytest.approx(2, abs=FRAME)
    assert refused(cut) == "truncated"


def test_a_cut_matroska_file(studio: Studio, tmp_path: Path) -> None:
    whole = studio.film("clip.mkv", seconds=3)
    cut = tmp_path / "cut.mkv"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert refused(cut) == "truncated"


def test_damage_in_the_middle_is_said_and_does_not_stop_the_copy(studio: Studio, tmp_path: Path) -> None:
    content = bytearray(studio.film().read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = Random(7).randbytes(3000)
    hurt = tmp_path / "hurt.mp4"
    hurt.write_bytes(content)
    copy = ingest(hurt, tmp_path / "copy.mp4")
    assert copy.note
    assert copy.seconds == pytest.approx(2, abs=FRAME)


def test_two_gigabytes_are_refused_before_a_byte_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "large.mp4"
    with large.open("wb") as stream:
        stream.truncate(2_000_000_000)
    monkeypatch.setattr(containers, "read_boxes", lambda path: pytest.fail("it was opened"))
    assert refused(large) == "too_big"


def test_what_is_not_there_or_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.mp4") == "absent"
    folder = tmp_path / "DCIM"
    folder.mkdir()
    assert refused(folder) == "absent"


def test_an_hour_is_refused_before_it_is_decoded(studio: Studio) -> None:
    long = studio.film("long.mp4", "color=gray:s=64x64:r=1", None, seconds=1200)
    assert refused(long) == "too_long"


@pytest.mark.parametrize(("width", "height"), [(321, 181), (322, 178), (180, 320), (216, 252)])
def test_odd_and_upright_sizes_come_out_even(studio: Studio, tmp_path: Path, width: int, height: int) -> None:
    codec = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p")
    picture = f"testsrc2=s=400x400:r=30,format=yuv444p,crop={width}:{height}:0:0:exact=1"
    clip = studio.film("odd.mp4", picture, None, seconds=0.5, codec=codec)
    found = read_container(clip)
    assert (found.width, found.height) == (width, height)
    taken = read_container(ingest(clip, tmp_path / "copy.mp4").path)
    assert taken.width % 2 == taken.height % 2 == 0
    assert abs(taken.width - width) <= 1 and abs(taken.height - height) <= 1
    assert taken.pixel_format == "yuv420p"


def test_points_that_are_not_square_come_out_square(studio: Studio, tmp_path: Path) -> None:
    clip = studio.film("dv.mp4", MOVING, None, seconds=0.5, options=("-vf", "setsar=4/3"))
    assert (read_container(clip).width, read_container(clip).height) == (427, 180)
    taken = read_container(ingest(clip, tmp_path / "copy.mp4").path)
    assert (taken.width, taken.height, taken.sample_aspect) == (428, 180, (1, 1))


def test_large_clips_come_down_to_720p(studio: Studio, tmp_path: Path) -> None:
    clip = studio.film("large.mp4", "color=gray:s=1080x1920:r=30", None, seconds=0.2)
    copy = ingest(clip, tmp_path / "copy.mp4")
    assert (copy.width, copy.height) == (720, 1280)


def test_slow_motion_at_240_frames(studio: Studio, tmp_path: Path) -> None:
    clip = studio.film("slow.mov", "testsrc2=s=320x180:r=240", seconds=1)
    assert read_container(clip).frame_rate == 240
    assert decode(clip).rate == 30
    copy = ingest(clip, tmp_path / "copy.mp4")
    assert read_container(copy.path).frame_rate == 30
    assert copy.seconds == pytest.approx(1, abs=FRAME)
    assert check_clip(clip).measure("rate").verdict == "change"


def variable(studio: Studio) -> Path:
    """Two seconds at 30 frames, then two at 10, as a phone does when the light goes."""
    drops = r"select='if(lt(t\,2)\,1\,not(mod(n\,3)))'"
    options = ("-vf", drops, "-fps_mode", "vfr")
    return studio.film("variable.mp4", seconds=4, options=options)


def test_a_variable_frame_rate_is_seen_and_does_not_drift(studio: Studio, tmp_path: Path) -> None:
    clip = variable(studio)
    assert read_container(clip).variable_rate
    assert not read_container(studio.film()).variable_rate
    copy = ingest(clip, tmp_path / "copy.mp4")
    taken = read_container(copy.path)
    assert not taken.variable_rate
    assert copy.seconds == pytest.approx(4, abs=3 * FRAME)  # the last frame of the original stands for three
    decoded, again = decode(clip), decode(copy.path)
    half = round(3 * decoded.fps)
    error = abs(decoded.gray[half].astype(int) - again.gray[half]).mean()
    assert error < abs(decoded.gray[half].astype(int) - again.gray[half - 4]).mean() / 2


@pytest.mark.parametrize("pixels", ["yuv420p", "yuv420p10le"])
def test_hevc_from_iphones(studio: Studio, tmp_path: Path, pixels: str) -> None:
    clip = studio.film("IMG_0007.MOV", seconds=1, codec=(*HEVC, "-pix_fmt", pixels))
    found = read_container(clip)
    assert (found.codec, found.bit_depth) == ("hevc", 10 if "10" in pixels else 8)
    assert decode(clip).seconds == pytest.approx(1, abs=FRAME)
    assert read_container(ingest(clip, tmp_path / "copy.mp4").path).codec == "h264"


def test_no_sound_track_is_no_reason_to_refuse(studio: Studio, tmp_path: Path) -> None:
    clip = studio.film("mute.mp4", sound=None, seconds=1)
    assert decode(clip).audio is None
    assert not ingest(clip, tmp_path / "copy.mp4").has_audio
    assert check_clip(clip, kind="talking").measure("loudness").verdict == "change"
    assert check_clip(clip).measure("loudness").verdict == "good"


def test_mono_sound_becomes_stereo(studio: Studio, tmp_path: Path) -> None:
    clip = studio.film("mono.mp4", seconds=1)
    found = read_container(clip).audio
    assert found is not None and found.channels == 1
    taken = read_container(ingest(clip, tmp_path / "copy.mp4").path).audio
    assert taken is not None and taken.channels == 2


def test_late_sound_stays_late(studio: Studio, tmp_path: Path) -> None:
    clip = tmp_path / "late.mp4"
    plain = studio.film(seconds=2)
    studio.ffmpeg(
        *("-i", str(plain), "-itsoffset", "1", "-i", str(plain), "-map", "0:v", "-map", "1:a"),
        *("-c", "copy", "-t", "2", str(clip)),
    )
    found = read_container(clip).audio
    assert found is not None and found.start == pytest.approx(1, abs=0.05)
    for path in (clip, ingest(clip, tmp_path / "copy.mp4").path):
        audio = decode(path).audio
        assert audio is not None
        assert abs(audio[: 16000 * 9 // 10]).max() < 0.01
        assert abs(audio[16000 * 11 // 10 : 16000 * 15 // 10]).max() > 0.05


@pytest.mark.parametrize(
    "name", ["我的 腊肉 视频(1).mp4", "-i.mp4", "a%03d.mp4", "http:x.mp4", "concat:a|b.mp4"]
)
def test_names_are_only_names(studio: Studio, tmp_path: Path, name: str) -> None:
    clip = tmp_path / "有 空格" / name
    clip.parent.mkdir()
    shutil.copy(studio.film(seconds=1), clip)
    copy = ingest(clip, clip.with_name(f"{name}.copy.mp4"))
    assert decode(copy.path).seconds == pytest.approx(1, abs=FRAME)


def test_a_mirrored_selfie_is_shown_as_the_phone_shows_it(studio: Studio, tmp_path: Path) -> None:
    clip = tmp_path / "selfie.mov"
    plain = studio.film("plain.mov", MOVING, None, seconds=0.5)
    studio.ffmpeg("-display_hflip", "-i", str(plain), "-c", "copy", str(clip))
    assert read_container(clip).mirrored
    shown, flat = decode(clip), decode(plain)
    assert abs(shown.frame(0).astype(int) - flat.frame(0)[:, ::-1]).mean() < 3


def test_a_working_copy_carries_no_place_no_device_no_name(studio: Studio, tmp_path: Path) -> None:
    tags = ("location=+29.53+106.50/", "com.apple.quicktime.make=Apple", "title=<script>alert(1)</script>")
    options = [part for tag in tags for part in ("-metadata", tag)]
    clip = studio.film("tagged.mov", seconds=1, options=(*options, "-movflags", "use_metadata_tags"))
    assert "com.apple.quicktime.make" in read_container(clip).tags
    copy = ingest(clip, tmp_path / "copy.mp4").path.read_bytes()
    for word in (b"+29.53", b"Apple", b"script", b"Lavf"):
        assert word not in copy
    assert "script" not in str(check_clip(clip).to_json())


def test_cancelling_leaves_nothing(studio: Studio, tmp_path: Path) -> None:
    import threading

    cancel = threading.Event()
    cancel.set()
    target = tmp_path / "out" / "copy.mp4"
    target.parent.mkdir()
    target.write_bytes(b"what was there")
    with pytest.raises(ffmpeg.Cancelled):
        ingest(studio.film(codec=(*H264, "-g", "30"), seconds=4), target, cancel=cancel)
    assert [left.name for left in target.parent.iterdir()] == ["copy.mp4"]
    assert target.read_bytes() == b"what was there"


def test_progress_rises_to_the_end(studio: Studio, tmp_path: Path) -> None:
    told: list[float] = []
    ingest(studio.film(), tmp_path / "copy.mp4", progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
