"""What is written is what was described: length, picture, sound, captions, and nothing when it is stopped."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nongju.clips import ffmpeg
from nongju.clips.container import read_container
from nongju.clips.decode import AUDIO_RATE, Decoded, decode
from nongju.clips.edit import Shot, Sound, join
from nongju.clips.edit.captions.safe_area import for_captions
from nongju.clips.edit.export import Export
from nongju.clips.refusal import ClipRefused

from ..conftest import CORNERS, Studio

FRAME = 1 / 30
UPRIGHT = "color=gray:s=180x320:r=30"
RED, BLUE = "color=red:s=180x320:r=30", "color=blue:s=320x180:r=30"
LOUD = "sine=frequency=440:sample_rate=48000,volume=4"


def seen(path: Path) -> Decoded:
    return decode(path, fps=30, long_side=320)


def loudest_tone(audio: Any) -> float:
    """Hertz."""
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio))))
    return float(np.argmax(spectrum) * AUDIO_RATE / len(audio))


def test_shots_of_every_shape_are_joined_at_the_right_frame(
    studio: Studio, tmp_path: Path, small: Export
) -> None:
    shots = [
        Shot(studio.film("竖.mp4", RED, seconds=1)).subclipped(0.1, 0.76),
        Shot(studio.film("横.mp4", BLUE, None, seconds=1)).subclipped(0, 0.5),
        Shot(studio.film("转.mov", "color=lime:s=320x180:r=30", seconds=1, turn=90)).subclipped(0.2, 0.9),
    ]
    made = join(shots).write_videofile(tmp_path / "成 片" / "灶上 腊肉.mp4", export=small)
    film = seen(made.path)
    assert made.seconds == pytest.approx(1.86, abs=FRAME)
    assert film.container.picture_seconds == pytest.approx(made.seconds, abs=0.002)
    assert film.container.duration == pytest.approx(made.seconds, abs=FRAME)
    assert (film.container.width, film.container.height) == (180, 320)
    colours = [
        tuple(int(v) for v in np.median(film.frame(at), axis=(0, 1)) // 100) for at in range(len(film.yuv))
    ]
    changes = [at for at in range(1, len(colours)) if colours[at] != colours[at - 1]]
    assert changes == [20, 35]
    assert colours[0] == (2, 0, 0)
    assert colours[25] == (0, 0, 2)
    assert colours[-1] == (0, 2, 0)


def test_a_film_for_channels_is_what_every_phone_plays_and_tells_nothing(
    studio: Studio, tmp_path: Path
) -> None:
    clip = studio.film("家.mp4", UPRIGHT, seconds=0.5, options=("-metadata", "location=+29.5+106.5/"))
    film = read_container(Shot(clip).write_videofile(tmp_path / "成片.mp4").path)
    assert (film.codec, film.profile, film.pixel_format) == ("h264", "High", "yuv420p")
    assert (film.width, film.height, film.frame_rate, film.variable_rate) == (720, 1280, 30, False)
    assert film.matrix == "bt709"
    assert film.index_first
    assert "location" not in film.tags
    assert film.audio is not None
    assert (film.audio.codec, film.audio.rate, film.audio.channels) == ("aac", 48000, 2)


def test_a_sideways_clip_comes_out_upright(studio: Studio, tmp_path: Path, small: Export) -> None:
    clip = studio.film("侧.mp4", CORNERS, None, seconds=0.5, turn=90)
    film = seen(Shot(clip).write_videofile(tmp_path / "成片.mp4", export=small).path)
    frame = film.frame(5)
    assert frame[40, 20].argmax() == 2, "blue above left"
    assert frame[40, 160].argmax() == 0, "red above right"


def test_speed_changes_length_but_not_pitch(studio: Studio, tmp_path: Path, small: Export) -> None:
    clip = studio.film("音.mp4", UPRIGHT, seconds=3)
    for speed, length in ((2.5, 1.2), (0.5, 2.0)):
        shot = Shot(clip).subclipped(0, length * speed).with_speed_scaled(speed)
        film = seen(shot.write_videofile(tmp_path / f"{speed}.mp4", export=small).path)
        assert film.seconds == pytest.approx(length, abs=FRAME)
        assert film.audio is not None
        assert loudest_tone(film.audio) == pytest.approx(440, rel=0.02)


def test_muting_and_replacing_sound(studio: Studio, tmp_path: Path, small: Export) -> None:
    clip = studio.film("原声.mp4", UPRIGHT, seconds=1)
    voice = Sound(studio.film("旁白.m4a", None, "sine=frequency=880:sample_rate=44100", seconds=2))
    half = Shot(clip).subclipped(0, 0.6)
    silent = join([half.without_audio()]).write_videofile(tmp_path / "无声.mp4", export=small)
    assert read_container(silent.path).audio is None
    assert silent.lufs is None
    mixed = join([half, half.without_audio(), half.with_audio(voice.subclipped(0.5, 1.5))])
    film = seen(mixed.with_even_loudness(None).write_videofile(tmp_path / "混.mp4", export=small).path)
    assert film.audio is not None
    first, second, third = (
        film.audio[int((k * 0.6 + 0.1) * AUDIO_RATE) :][: AUDIO_RATE * 2 // 5] for k in range(3)
    )
    assert loudest_tone(first) == pytest.approx(440, rel=0.02)
    assert np.abs(second).max() < 0.01
    assert loudest_tone(third) == pytest.approx(880, rel=0.02)
    over = join([half, half]).with_audio(voice).write_videofile(tmp_path / "换.mp4", export=small)
    replaced = seen(over.path)
    assert replaced.audio is not None
    assert loudest_tone(replaced.audio) == pytest.approx(880, rel=0.02)
    assert replaced.container.duration == pytest.approx(1.2, abs=FRAME)


@pytest.mark.parametrize(
    "sound",
    [
        "sine=frequency=440:sample_rate=48000,volume=0.15",
        LOUD,
        "aevalsrc='0.04*sin(2764*t)+0.5*sin(1131*t)*exp(-60*mod(t,0.5))':s=48000",
    ],
    ids=["too soft", "too loud", "soft with knocks"],
)
def test_loudness_is_brought_to_the_target_and_peaks_stay_below(
    studio: Studio, tmp_path: Path, small: Export, sound: str
) -> None:
    clip = studio.film("响.mp4", UPRIGHT, sound, seconds=3)
    made = Shot(clip).write_videofile(tmp_path / "成片.mp4", export=small)
    measured = decode(made.path).loudness
    assert measured is not None
    assert measured.integrated == pytest.approx(-16, abs=0.5)
    assert made.lufs == pytest.approx(measured.integrated, abs=0.3)
    assert measured.true_peak <= -1
    assert not made.notes


def test_next_to_no_sound_is_left_alone_and_said(studio: Studio, tmp_path: Path, small: Export) -> None:
    clip = studio.film("静.mp4", UPRIGHT, "anullsrc=r=48000", seconds=0.5)
    made = Shot(clip).write_videofile(tmp_path / "成片.mp4", export=small)
    assert made.gain_db == 0
    assert "几乎没有声音" in made.notes[0]


def test_a_caption_shows_whole_inside_the_safe_area_and_only_in_its_time(
    studio: Studio, tmp_path: Path
) -> None:
    shot = Shot(studio.film("灰.mp4", UPRIGHT, None, seconds=1)).with_captions(
        ((0.3, 0.7), "老灶,柴火慢熏腊肉")
    )
    frame = Export(360, 640, preset="ultrafast", quality=12, most_kbit=8000, audio_kbit=64)
    film = decode(shot.write_videofile(tmp_path / "成片.mp4", export=frame).path, fps=30, long_side=640)
    inks = [np.argwhere(np.abs(film.gray[at].astype(int) - 128) > 60) for at in range(len(film.gray))]
    shown = [at for at, ink in enumerate(inks) if len(ink)]
    assert shown == list(range(9, 21))
    top, left = inks[15].min(axis=0)
    bottom, right = inks[15].max(axis=0)
    area = for_captions(360, 640)
    assert area.left <= left
    assert right < area.right
    assert area.top <= top
    assert bottom < area.bottom
    assert right - left > 7 * 0.061 * 360, "eight characters and a comma"


def test_a_film_is_written_by_one_process_and_its_sound_measured_by_one_before(
    studio: Studio, tmp_path: Path, small: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    shots = [Shot(studio.film("竖.mp4", RED, seconds=1)), Shot(studio.film("音.mp4", UPRIGHT, seconds=3))]
    film = join([shot.subclipped(0, 0.5) for shot in shots]).with_captions("香").with_cover("腊肉", 0.2)
    asked: list[Sequence[str]] = []
    run = ffmpeg.run

    def counted(arguments: Sequence[str], **options: Any) -> ffmpeg.Finished:
        asked.append(arguments)
        return run(arguments, **options)

    monkeypatch.setattr(ffmpeg, "run", counted)
    film.write_videofile(tmp_path / "成片.mp4", export=small)
    coding = [arguments for arguments in asked if "libx264" in arguments]
    measuring = [arguments for arguments in asked if "null" in arguments]
    stills = [arguments for arguments in asked if "-frames:v" in arguments]
    looking = [arguments for arguments in asked if "-filter_complex" not in arguments]
    assert (len(coding), len(measuring), len(stills)) == (1, 1, 1)
    assert not any("V:0]" in argument for argument in measuring[0]), "no picture is decoded for it"
    assert len(looking) == 1, "the finished film's index is read once"
    assert len(asked) == 4


def test_progress_runs_from_nothing_to_all(studio: Studio, tmp_path: Path, small: Export) -> None:
    told: list[float] = []
    Shot(studio.film("竖.mp4", RED, seconds=1)).write_videofile(
        tmp_path / "成片.mp4", export=small, progress=told.append
    )
    assert told == sorted(told)
    assert told[-1] == 1
    assert 0 < told[0] < 0.2


@pytest.mark.parametrize("how", ["flag", "ctrl-c"])
def test_stopping_leaves_no_half_file_and_keeps_what_was_there(
    studio: Studio, tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "成片.mp4"
    target.write_bytes(b"an earlier film")
    film = join([Shot(studio.film("长.mp4", "testsrc2=s=180x320:r=30", None, seconds=3))] * 10)
    stop = threading.Event()
    if how == "ctrl-c":
        from nongju.clips.edit import cover

        def interrupted(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(cover.Sharpest, "read", interrupted)
        with pytest.raises(KeyboardInterrupt):
            film.with_cover().write_videofile(target)
    else:
        with pytest.raises(ffmpeg.Cancelled):
            film.write_videofile(
                target, cancel=stop, progress=lambda share: stop.set() if share > 0.1 else None
            )
    assert [path.name for path in tmp_path.iterdir()] == ["成片.mp4"]
    assert target.read_bytes() == b"an earlier film"


def test_a_folder_that_cannot_be_written_is_said(studio: Studio, tmp_path: Path, small: Export) -> None:
    (tmp_path / "文件").write_text("in the way", "utf-8")
    with pytest.raises(ClipRefused) as refused:
        Shot(studio.film("竖.mp4", RED, seconds=1)).write_videofile(
            tmp_path / "文件" / "成片.mp4", export=small
        )
    assert refused.value.reason == "cannot_write"


def test_the_preview_is_a_small_film_inside_the_page(studio: Studio) -> None:
    import base64

    html = join([Shot(studio.film("竖.mp4", RED, seconds=1))]).display_in_notebook().data
    assert html.startswith("<video controls")
    data = base64.b64decode(html.partition("base64,")[2].partition('"')[0])
    assert data[4:8] == b"ftyp"
    assert len(data) < 120_000
