"""Each measure finds what was put into the picture, in the right amount, and nothing where nothing was."""

from collections.abc import Iterable

import cv2
import numpy as np
import pytest

from nongju.clips.measure import (
    exposure,
    flicker,
    focus,
    frame,
    loudness,
    margins,
    measures_of,
    motion,
    origin,
    shake,
    shots,
    white,
)
from nongju.clips.report import KINDS, Measure

from .scenes import CONTAINER, cloud, film, tone, tremor, views

SECONDS = 4
COUNT = 120
LONG_SIDE = 160


def found(measures: Iterable[Measure], key: str) -> Measure:
    return next(measure for measure in measures if measure.key == key)


# shake


def shaken(path: np.ndarray) -> Measure:
    decoded = film(views(path))
    return found(shake.measures(decoded, motion.shifts(decoded)), "shake")


@pytest.mark.parametrize("size", [0.4, 0.8, 1.6])
def test_shake_is_measured_in_thousandths_of_the_long_side(size: float) -> None:
    measured = shaken(tremor(COUNT, size))
    assert measured.value == pytest.approx(1000 * size / LONG_SIDE, rel=0.25)


def test_a_smooth_pan_is_no_shake_and_a_shaky_one_is() -> None:
    pan = np.linspace(0, 50, COUNT)
    assert shaken(pan).verdict == "good"
    assert shaken(pan + tremor(COUNT, 0.8)).verdict == "change"


def test_shake_of_an_empty_picture_cannot_be_told() -> None:
    decoded = film(np.full((COUNT, 160, 90), 128.0))
    assert found(shake.measures(decoded, motion.shifts(decoded)), "shake").verdict == "unsure"


# mains flicker


def lit(swing: float, *, rate: float = 30.0, axis: int = 1, path: float = 0.3) -> Measure:
    time = np.arange(COUNT) / rate
    frames = views(tremor(COUNT, path) + np.linspace(0, 10, COUNT))
    line = np.arange(frames.shape[axis]) / frames.shape[axis] / rate * 0.9
    lamp = 1 + swing / 100 * np.sin(2 * np.pi * 100 * (time[:, None] + line))
    decoded = film(frames * (lamp[:, :, None] if axis == 1 else lamp[:, None, :]), rate=rate)
    return found(flicker.measures(decoded), "flicker")


@pytest.mark.parametrize("axis", [1, 2])
@pytest.mark.parametrize("rate", [30.0, 24.0, 29.97])
def test_lamps_on_50_hertz_are_found_and_their_swing_is_right(rate: float, axis: int) -> None:
    measured = lit(3.0, rate=rate, axis=axis)
    assert measured.verdict == "change"
    assert measured.value == pytest.approx(3.0, rel=0.35)
    assert "50Hz" in measured.advice


def test_daylight_and_a_moving_hand_are_no_flicker() -> None:
    assert lit(0.0).verdict == "good"
    assert lit(0.0, path=1.5).verdict == "good"


def test_at_25_frames_flicker_cannot_be_told() -> None:
    assert lit(3.0, rate=25.0).verdict == "unsure"


# focus and smear


def sharpness(pieces: np.ndarray, path: np.ndarray | None = None) -> tuple[Measure, Measure]:
    decoded = film(views(np.zeros(COUNT) if path is None else path), pieces=pieces)
    measured = list(focus.measures(decoded, motion.shifts(decoded)))
    return found(measured, "blur"), next((each for each in measured if each.key == "smear"), measured[0])


def edges(blur: float = 0.0, smear: int = 0) -> np.ndarray:
    """Leaves of light and dark with sharp borders, blurred, smeared sideways, with noise of three levels."""
    ground = cloud(360, 360)
    leaves = np.where(cv2.GaussianBlur(ground, (0, 0), 4) > 118, 190, 60).astype(np.float32)
    if blur:
        leaves = cv2.GaussianBlur(leaves, (0, 0), blur)
    if smear:
        leaves = cv2.blur(leaves, (smear, 1))
    return np.stack([leaves + np.random.default_rng(at).normal(0, 3, leaves.shape) for at in range(4)])


@pytest.mark.parametrize("blur", [1.5, 3.0])
def test_the_width_of_edges_is_the_blur_that_was_put_in(blur: float) -> None:
    measured, _ = sharpness(edges(blur))
    assert measured.value == pytest.approx(blur, abs=0.35)
    assert measured.verdict == ("change" if blur > 2 else "good")


def test_sharp_edges_are_sharp() -> None:
    assert sharpness(edges())[0].value == pytest.approx(0, abs=0.8)


def test_a_smear_along_a_fast_pan_is_speed_and_not_focus() -> None:
    fast = np.linspace(0, 150, COUNT)
    blur, smear = sharpness(edges(smear=9), fast)
    assert (blur.verdict, smear.verdict) == ("good", "change")
    assert sharpness(edges(), fast)[1].verdict == "good"
    assert sharpness(edges(smear=9))[1].value == 0


def test_focus_of_an_empty_middle_cannot_be_told() -> None:
    assert sharpness(np.full((3, 360, 360), 140.0))[0].verdict == "unsure"


# light and colour


def picture(level: float = 1.0, gains: tuple[float, float, float] = (1, 1, 1)) -> np.ndarray:
    """Frames of a grey cloud with a red and a green patch, in a light of this colour."""
    grey = np.repeat(cloud(180, 320)[..., None], 3, axis=-1)
    grey[40:80, 40:90] = (170, 60, 50)
    grey[90:140, 200:260] = (70, 140, 60)
    return np.clip(np.stack([grey * level * np.array(gains)] * 3), 0, 255).astype(np.uint8)


def test_an_ordinary_picture_is_bright_enough_and_its_white_is_white() -> None:
    decoded = film(rgb=picture())
    assert {measure.verdict for measure in [*exposure.measures(decoded), *white.measures(decoded)]} == {
        "good"
    }


def test_a_dark_picture_is_told_to_find_a_window() -> None:
    measured = found(exposure.measures(film(rgb=picture(0.25))), "middle")
    assert measured.verdict == "change"
    assert "窗" in measured.advice
    assert float(measured.value or 0) == pytest.approx(118 / 4, abs=8)


def test_burnt_and_black_shares_are_the_shares_put_in() -> None:
    frames = picture()
    frames[:, :, :80] = 255
    frames[:, :, 200:] = 0
    measured = list(exposure.measures(film(rgb=frames)))
    assert found(measured, "burnt").value == pytest.approx(25, abs=1)
    assert found(measured, "black").value == pytest.approx(37.5, abs=1)
    assert found(measured, "burnt").verdict == found(measured, "black").verdict == "change"


def test_a_dark_face_before_a_bright_window_goes_to_a_person() -> None:
    frames = picture(1.7)
    frames[:, 45:135, 80:240] = 35
    measured = found(exposure.measures(film(rgb=frames)), "middle")
    assert measured.verdict == "unsure"
    assert "背后" in measured.advice


@pytest.mark.parametrize(
    ("gains", "word"),
    [
        ((1.2, 1, 0.6), "发黄"),
        ((0.75, 0.95, 1.3), "发蓝"),
        ((0.8, 1.15, 0.8), "发绿"),
        ((1.3, 0.85, 0.95), "发红"),
    ],
)
def test_a_cast_is_named(gains: tuple[float, float, float], word: str) -> None:
    measured = found(white.measures(film(rgb=picture(0.9, gains))), "cast")
    assert measured.verdict == "change"
    assert word in measured.advice


def test_red_meat_that_fills_the_frame_is_no_cast_for_certain() -> None:
    meat = np.clip(cloud(180, 320)[..., None] * np.array([1.2, 0.5, 0.45]), 0, 255)
    meat[60:70, 100:200] = 235  # gloss
    measured = found(white.measures(film(rgb=np.stack([meat] * 3).astype(np.uint8))), "cast")
    assert measured.verdict in {"unsure", "good"}


def test_a_black_picture_says_that_colour_cannot_be_told() -> None:
    assert found(white.measures(film(rgb=picture(0.02))), "cast").verdict == "unsure"


# shots


def test_cuts_are_found_on_the_frame() -> None:
    first, second, third = (views(np.linspace(0, 5, 40), seed=seed) for seed in (1, 5, 9))
    decoded = film(np.concatenate([first, second, third]))
    assert shots.cuts(decoded) == [40, 80]
    assert found(shots.measures(decoded, "product"), "shots").verdict == "unsure"


def test_a_flash_and_a_fast_pan_are_no_cuts() -> None:
    frames = views(np.linspace(0, 80, 60))
    assert shots.cuts(film(frames)) == []
    frames[30] = 255
    assert shots.cuts(film(frames)) == []


def test_short_shots_of_an_edited_clip_are_told() -> None:
    parts = [views(np.zeros(length), seed=seed) for seed, length in ((1, 60), (5, 20), (9, 60))]
    assert found(shots.measures(film(np.concatenate(parts)), "edited"), "shot_length").verdict == "unsure"


@pytest.mark.parametrize(("seeds", "verdict"), [((1,), "unsure"), ((1, 5), "unsure"), ((1, 5, 9), "good")])
def test_a_film_of_fewer_than_three_shots_is_for_a_person(seeds: tuple[int, ...], verdict: str) -> None:
    film_of = film(np.concatenate([views(np.zeros(60), seed=seed) for seed in seeds]))
    counted = found(shots.measures(film_of, "edited"), "shots")
    assert (counted.value, counted.verdict) == (len(seeds), verdict)


# where buttons cover, bars


def test_what_stands_under_the_buttons_is_told() -> None:
    frames = np.full((8, 320, 180), 120, dtype=np.uint8)
    frames[:, 270:310, 20:100:4] = 230
    busy = film(rgb=np.repeat(frames[..., None], 3, axis=-1))
    assert found(margins.measures(busy), "covered").verdict == "unsure"
    raised = film(rgb=np.repeat(np.roll(frames, -150, axis=1)[..., None], 3, axis=-1))
    assert found(margins.measures(raised), "covered").verdict == "good"


def test_black_bars_are_measured() -> None:
    frames = views(np.zeros(60), width=90, height=160)
    frames[:, :40] = frames[:, 120:] = 0
    measured = found(margins.measures(film(frames)), "bars")
    assert measured.verdict == "change"
    assert measured.value == pytest.approx(50, abs=2)


# sound


def test_silence_is_a_share_of_the_time() -> None:
    from nongju.clips.decode import Loudness

    sound = np.concatenate([tone(3, -20), tone(1, -80)])
    decoded = film(audio=sound, loudness=Loudness(-21, 1, -17))
    assert found(loudness.measures(decoded, "talking"), "silence").value == pytest.approx(25, abs=3)


def test_soft_and_overloaded_sound_is_advice_and_never_weighs() -> None:
    from nongju.clips.decode import Loudness

    soft = film(audio=tone(2, -50), loudness=Loudness(-48, 0, -47))
    measured = found(loudness.measures(soft, "talking"), "loudness")
    assert (measured.verdict, measured.advice_only) == ("change", True)
    loud = film(audio=tone(2, -4), loudness=Loudness(-6, 0, 0.8))
    assert found(loudness.measures(loud, "talking"), "peak").verdict == "change"


# where the file comes from


@pytest.mark.parametrize(
    "name",
    ["wx_camera_1646192764477.mp4", "mmexport1700000000000.mp4", "1daa935a4f457ca20c08298cc203d1ab.mp4"],
)
def test_a_messengers_name_is_answered_with_how_to_send_the_file(name: str) -> None:
    measured = found(origin.measures(film(), "product", name), "messenger")
    assert measured.advice == "这段被微信压过了。用『文件』再发一次，或者用U盘。"
    assert measured.advice_only


def test_a_small_pressed_clip_without_a_cameras_tags_looks_like_a_messengers() -> None:
    pressed = {"coded_width": 544, "coded_height": 960, "bit_rate": 1.2e6}
    assert found(origin.measures(film(**pressed), "product", "a.mp4"), "messenger").verdict == "unsure"
    tagged = film(**pressed, tags={"com.android.version": "13"})
    assert found(origin.measures(tagged, "product", "a.mp4"), "messenger").verdict == "good"
    assert found(origin.measures(film(), "product", "IMG_1.MOV"), "messenger").verdict == "good"


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("Screenrecorder-2026-11-01-10-20-30-5.mp4", {}),
        ("RPReplay_Final1690000000.MP4", {}),
        ("录屏_20261101.mp4", {}),
        ("a.mp4", {"tags": {"com.apple.quicktime.author": "ReplayKitRecording"}}),
    ],
)
def test_a_screen_recording_is_seen(name: str, facts: dict[str, object]) -> None:
    assert found(origin.measures(film(**facts), "product", name), "screen").verdict == "change"


def test_a_screens_shape_is_a_hint() -> None:
    decoded = film(coded_width=1080, coded_height=2400)
    assert found(origin.measures(decoded, "product", "a.mp4"), "screen").verdict == "unsure"


def test_an_editors_tag_and_its_mark_are_seen() -> None:
    tagged = film(tags={"comment": '{"source_type":"vicut","data":{"os":"android"}}'})
    assert found(origin.measures(tagged, "edited", "a.mp4"), "mark").value == "软件导出"
    frames = views(np.linspace(0, 60, COUNT), np.linspace(0, 20, COUNT))
    assert found(origin.measures(film(frames), "product", "a.mp4"), "mark").verdict == "good"
    frames[:, 8:14, 60:84:3] = 250
    marked = found(origin.measures(film(frames), "product", "a.mp4"), "mark")
    assert (marked.value, marked.verdict) == ("右上角", "unsure")


def test_a_still_picture_shows_no_mark() -> None:
    frames = views(np.zeros(COUNT))
    frames[:, 8:14, 60:84:3] = 250
    assert found(origin.measures(film(frames), "product", "a.mp4"), "mark").verdict == "good"


# frame


@pytest.mark.parametrize(
    ("width", "height", "shape", "verdict"),
    [
        (1080, 1920, "9:16", "good"),
        (1088, 1920, "9:16", "good"),
        (1080, 1260, "6:7", "good"),
        (1920, 1080, "16:9", "change"),
        (1440, 1080, "4:3", "change"),
        (1000, 1000, "1:1", "change"),
    ],
)
def test_shapes(width: int, height: int, shape: str, verdict: str) -> None:
    measured = found(frame.measures(film(coded_width=width, coded_height=height), "product"), "shape")
    assert (measured.value, measured.verdict) == (shape, verdict)


def test_a_clip_held_upright_is_upright_though_it_is_coded_lying() -> None:
    decoded = film(coded_width=1920, coded_height=1080, rotation=90)
    assert found(frame.measures(decoded, "product"), "shape").value == "9:16"


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("points", {"coded_width": 360, "coded_height": 640}),
        ("rate", {"frame_rate": 240.0}),
        ("rate", {"frame_rate": 15.0}),
        ("bits", {"bit_rate": 6e5}),
    ],
)
def test_what_is_too_small_too_fast_too_slow_or_pressed_is_told(key: str, facts: dict[str, object]) -> None:
    assert found(frame.measures(film(**facts), "product"), key).verdict != "good"
    assert found(frame.measures(film(), "product"), key).verdict == "good"


def test_a_clip_of_two_seconds_is_too_short() -> None:
    assert found(frame.measures(film(views(np.zeros(60))), "product"), "length").verdict == "change"
    assert found(frame.measures(film(views(np.zeros(180))), "product"), "length").verdict == "good"


# the words


@pytest.mark.parametrize("kind", KINDS)
def test_every_measure_speaks_short_plain_chinese(kind: str) -> None:
    decoded = film(views(np.zeros(60)))
    for measure in measures_of(decoded, kind, "a.mp4"):  # type: ignore[arg-type]
        for sentence in measure.advice.split("。")[:-1]:
            assert len(sentence) <= 40
        assert measure.advice.endswith("。")
        assert "错" not in measure.name + measure.advice
        assert not measure.name.isascii()


def test_the_container_of_a_scene_is_upright() -> None:
    assert (CONTAINER.width, CONTAINER.height) == (1080, 1920)
