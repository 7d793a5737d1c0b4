"""Light on a phone's sensor, files on a county line, and the frame: against arithmetic done by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongju.models import camera, framing, transfer

above = st.floats(1e-3, 1e5)


@given(above)
def test_a_stop_is_a_doubling_of_light(ratio):
    assert camera.stops(ratio) == pytest.approx(math.log2(ratio), rel=1e-12, abs=1e-12)
    assert camera.stops(2 * ratio) == pytest.approx(camera.stops(ratio) + 1, abs=1e-12)


@given(st.floats(0, 1e4))
def test_the_sine_of_turns_is_the_sine(turns):
    # a float of ten thousand turns holds its fraction to 2e-12; 2 pi of that is the error
    assert camera.sine(turns) == pytest.approx(math.sin(2 * math.pi * (turns % 1)), abs=1e-10)


def test_sunny_16_is_rightly_exposed_within_a_third_of_a_stop():
    # the photographers' rule: full sun is about 100 000 lux; f/16, 1/100 s, ISO 100
    assert camera.exposure(81920, 1 / 125, 100, 16) == pytest.approx(math.log2(81920 / 80000))
    assert abs(camera.exposure(80000, 1 / 100, 100, 16)) < 0.35


def test_shutter_and_sensitivity_trade_stop_for_stop():
    assert camera.exposure(300, 1 / 100, 400, 1.8) == pytest.approx(camera.exposure(300, 1 / 50, 200, 1.8))


def test_twice_the_light_leaves_seven_tenths_of_the_noise():
    once, twice = (camera.noise_share(lux, 1 / 50, 1.8, 900) for lux in (50, 100))
    assert twice / once == pytest.approx(0.5**0.5)


@pytest.mark.parametrize(
    ("parts", "count"), [(100, 1), (50, 2), (60, 5 / 3), (30, 10 / 3), (125, 0.8), (25, 4)]
)
def test_a_lamp_on_50_hz_flashes_a_hundred_times_a_second(parts, count):
    assert camera.flashes(1 / parts, 50) == pytest.approx(count)


@pytest.mark.parametrize("parts", [100, 50, 25, 20])
def test_whole_flashes_leave_no_bands(parts):
    assert camera.flicker_depth(1 / parts, 1, 50) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("parts", [30, 60, 125, 250])
def test_bands_are_what_the_lamps_mean_over_the_open_shutter_swings_by(parts):
    seconds, steps = 1 / parts, 2000

    def mean(start):
        times = (start + (i + 0.5) * seconds / steps for i in range(steps))
        return sum(1 + 0.8 * math.cos(2 * math.pi * 100 * t) for t in times) / steps

    rows = [mean(start / 4000) for start in range(40)]  # one period of 10 ms
    assert camera.flicker_depth(seconds, 0.8, 50) == pytest.approx((max(rows) - min(rows)) / 2, rel=0.01)


def test_daylight_has_no_bands_and_60_hz_wants_other_shutters():
    assert camera.flicker_depth(1 / 60, 0, 50) == 0
    assert camera.flicker_depth(1 / 60, 1, 60) == pytest.approx(0, abs=1e-12)
    assert camera.flicker_depth(1 / 100, 1, 60) > 0.1


def test_a_white_balance_above_the_light_is_yellowish_and_below_bluish():
    assert camera.colour_cast(5500, 3000) == pytest.approx(1e6 / 3000 - 1e6 / 5500)
    assert camera.colour_cast(3000, 5500) == -camera.colour_cast(5500, 3000)


def test_the_lamp_at_half_the_distance_is_four_times_as_bright():
    assert camera.lamp_nearer(100, 50) == 4


def test_a_minute_of_4k_and_of_1080p_on_a_line_of_four_megabits():
    assert [transfer.clip_megabytes(rate, 60) for rate in (45, 16)] == [337.5, 120]
    assert [transfer.upload_seconds(size, 4) for size in (337.5, 120)] == [675, 240]


@given(above, st.floats(1, 1e4))
def test_bit_rate_is_what_the_size_was_made_from(rate, seconds):
    assert transfer.bit_rate(transfer.clip_megabytes(rate, seconds), seconds) == pytest.approx(rate)


def test_ten_people_on_one_line_wait_ten_times_as_long():
    assert transfer.upload_seconds(60, 20, 10) == 10 * transfer.upload_seconds(60, 20)


@pytest.mark.parametrize(
    ("free", "kept", "clip", "fit"), [(2000, 500, 60, 25), (300, 500, 60, 0), (0.3, 0, 0.1, 3)]
)
def test_only_whole_clips_fit(free, kept, clip, fit):
    assert transfer.clips_that_fit(free, kept, clip) == fit


def test_a_landscape_frame_cut_upright_keeps_a_third():
    assert framing.crop_share(1920, 1080, 9, 16) == pytest.approx(607.5 / 1920)
    assert framing.crop_share(1080, 1920, 6, 7) == pytest.approx(1260 / 1920)


def test_double_zoom_uses_a_quarter_of_the_sensor_and_a_walk_moves_the_wall_less():
    assert framing.zoom_sensor_share(2) == 0.25
    assert framing.size_after_walk(150, 4, 0.5) == pytest.approx(171.43, abs=0.01)
    assert framing.size_after_walk(300, 1, 0.5) == 600


def test_near_things_run_and_far_things_creep_when_the_camera_steps_sideways():
    near, far = (framing.shift_after_step(0.3, distance, 1000) for distance in (1, 4))
    assert (near, far) == (300, 75)


def test_speech_and_the_mouth_from_80_to_20_centimetres():
    assert framing.speaking_seconds(300, 4) == 75
    assert framing.decibels_nearer(80, 20) == pytest.approx(12.04, abs=0.01)


@pytest.mark.parametrize(
    "broken",
    [
        lambda: camera.stops(0),
        lambda: camera.sine(-1),
        lambda: camera.motion_blur(-1, 0.1),
        lambda: camera.flicker_depth(0.01, 1.2, 50),
        lambda: camera.lamp_nearer(1, 0),
        lambda: transfer.upload_seconds(1, 0),
        lambda: transfer.upload_seconds(1, 4, 0),
        lambda: transfer.clips_that_fit(1, 0, 0),
        lambda: framing.zoom_sensor_share(0.5),
        lambda: framing.size_after_walk(100, 1, 1),
    ],
)
def test_what_has_no_meaning_is_refused(broken):
    with pytest.raises(ValueError, match=r"must"):
        broken()
