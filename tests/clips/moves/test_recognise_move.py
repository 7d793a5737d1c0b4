"""Each rule of the move recogniser on a small film drawn for it: a table, two products, a wall, a hand."""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest
from benchmarks.clip_scenes import Bytes, Plane, View, eased, film

from nongju.clips.moves import MoveReport, recognise_move
from nongju.clips.moves.advice import SENTENCES
from nongju.clips.moves.report import HOW, NAMES

SIZE = (240, 136)
SECONDS = 2.5
FPS = 8.0
FOCAL = 210.0
Path = Callable[[float], View]


def cloth(seed: int) -> Bytes:
    """A picture with something to see everywhere."""
    rng = np.random.default_rng(seed)
    fine, coarse = rng.normal(0, 1, (192, 256)), rng.normal(0, 1, (24, 32))
    mixed = cv2.GaussianBlur(fine, (0, 0), 2) * 5 + cv2.resize(
        coarse, (256, 192), interpolation=cv2.INTER_CUBIC
    )
    return np.asarray(cv2.normalize(mixed, None, 20, 235, cv2.NORM_MINMAX), np.uint8)


WALL, TABLE, FRUIT, BOX = (cloth(seed) for seed in range(4))
SCENE = (
    Plane(WALL, (0, 0, 2.4), 2.2, endless=True),
    Plane(TABLE, (0, 0.35, 1.0), 0.9, down=(0, 0, -1), endless=True),
    Plane(FRUIT, (-0.2, 0.05, 0.9), 0.34),
    Plane(BOX, (0.22, 0.1, 0.75), 0.25),
)


def hand(path: Path, degrees: float = 0.08) -> Path:
    """The path in a hand that trembles at 3 to 5 Hz."""
    turn = np.radians(degrees)

    def shaken(at: float) -> View:
        view = path(at)
        wave = np.sin(2 * np.pi * np.array([3.1, 4.7, 3.7]) * at + np.array([0, 1, 2]))
        return replace(
            view,
            yaw=view.yaw + turn * wave[0],
            pitch=view.pitch + turn * wave[1],
            x=view.x + 0.001 * wave[2],
        )

    return shaken


def shot(path: Path, scene: tuple[Plane, ...] = SCENE, seconds: float = SECONDS) -> Bytes:
    return film(scene, hand(path), SIZE, seconds=seconds, fps=FPS)


def moving(seconds: float = SECONDS, **goal: float) -> Path:
    """From a plain view to the goal, softly; `times` is a zoom."""
    times = goal.pop("times", 1.0)

    def path(at: float) -> View:
        share = eased(at / (seconds - 1 / FPS))
        return View(FOCAL * times**share, **{key: value * share for key, value in goal.items()})

    return path


def asked(frames: Bytes, move: str) -> MoveReport:
    return recognise_move(frames, FPS, asked=move)


def test_walking_towards_the_product_is_a_push_and_no_pull() -> None:
    frames = shot(moving(z=0.22))
    report = asked(frames, "推")
    assert (report.move, report.direction, report.holds) == ("push", "in", "yes")
    assert asked(frames, "pull").holds == "no"
    assert asked(frames, "pull").reason == "reverse"


def test_walking_back_is_a_pull() -> None:
    report = asked(shot(moving(z=-0.3)), "pull")
    assert (report.move, report.direction, report.holds) == ("pull", "out", "yes")


def test_a_slow_push_of_a_tenth_in_five_seconds_is_found() -> None:
    assert asked(shot(moving(5.0, z=0.1), seconds=5.0), "push").holds == "yes"


def test_zoom_is_not_a_push_and_the_learner_is_told_to_walk() -> None:
    report = asked(shot(moving(times=1.4)), "push")
    assert report.holds == "unsure"
    assert report.reason == "zoom"
    assert "变焦" in report.advice


@pytest.mark.parametrize(("yaw", "direction"), [(0.4, "right"), (-0.4, "left")])
def test_a_camera_that_turns_is_a_pan_to_that_side_though_the_picture_goes_the_other(
    yaw: float, direction: str
) -> None:
    frames = shot(moving(yaw=yaw))
    report = asked(frames, "摇")
    assert (report.move, report.direction, report.holds) == ("pan", direction, "yes")
    assert report.evidence["shift_x_widths"] == pytest.approx(yaw * FOCAL / SIZE[0], rel=0.15)
    assert asked(frames, "truck").holds == "no"
    assert asked(frames, "static").holds == "no"


def test_a_camera_that_looks_down_is_a_tilt_and_a_tilt_is_a_pan() -> None:
    frames = shot(moving(pitch=0.25))
    report = asked(frames, "tilt")
    assert (report.move, report.direction, report.holds) == ("pan", "down", "yes")
    assert asked(frames, "pan").holds == "yes"
    assert asked(frames, "pedestal").holds == "no"


@pytest.mark.parametrize(("x", "direction"), [(0.35, "right"), (-0.35, "left")])
def test_a_camera_carried_sideways_is_a_truck_and_no_pan(x: float, direction: str) -> None:
    frames = shot(moving(x=x))
    report = asked(frames, "移")
    assert (report.move, report.direction, report.holds) == ("truck", direction, "yes")
    assert asked(frames, "pan").holds == "no"


def test_a_camera_that_trembles_in_place_is_fixed_and_its_shake_is_told_apart() -> None:
    frames = film(SCENE, hand(moving(), degrees=0.9), SIZE, seconds=SECONDS, fps=FPS)
    report = asked(frames, "固定")
    assert (report.move, report.holds) == ("static", "yes")
    assert report.evidence["jitter_percent"] > 0.55
    assert "手再稳一点" in report.advice
    calm = asked(shot(moving()), "static")
    assert calm.evidence["jitter_percent"] < 0.3 < report.evidence["jitter_percent"]


def test_a_fixed_clip_holds_no_other_move() -> None:
    frames = shot(moving())
    assert {move: asked(frames, move).holds for move in ("push", "pull", "pan", "truck")} == dict.fromkeys(
        ("push", "pull", "pan", "truck"), "no"
    )


def test_people_who_walk_behind_do_not_make_a_pan() -> None:
    people = tuple(
        Plane(cloth(10 + at), (x, 0.0, 1.8), 0.3, drift=(-0.25, 0, 0)) for at, x in enumerate((0.7, 0.2))
    )
    frames = shot(moving(), (*SCENE[:2], *people, *SCENE[2:]))
    assert asked(frames, "pan").holds == "no"
    assert asked(frames, "static").holds == "yes"


def test_a_product_carried_across_a_fixed_frame_is_never_taken_for_a_truck() -> None:
    product = Plane(cloth(20), (-0.15, 0.0, 0.6), 0.45, drift=(0.12, 0, 0))
    frames = film((*SCENE[:2], product), moving(), SIZE, seconds=SECONDS, fps=FPS)
    assert asked(frames, "truck").holds != "yes"
    assert asked(frames, "static").holds != "no"


def test_a_pan_in_poor_light_with_grain_is_found() -> None:
    rng = np.random.default_rng(5)
    lit = shot(moving(yaw=0.4)) * 0.22 + rng.normal(0, 2.5, (round(SECONDS * FPS), *SIZE[::-1]))
    assert asked(np.clip(lit, 0, 255).astype(np.uint8), "pan").holds == "yes"


def test_exposure_that_drifts_is_no_movement() -> None:
    frames = shot(moving())
    drift = np.linspace(1.0, 0.55, len(frames))[:, None, None]
    assert asked((frames * drift).astype(np.uint8), "static").holds == "yes"


def test_back_and_forth_is_not_a_pan() -> None:
    frames = shot(lambda at: View(FOCAL, yaw=0.35 * np.sin(np.pi * at / SECONDS)))
    assert asked(frames, "pan").holds != "yes"
    assert asked(frames, "static").holds == "no"


def test_a_shift_across_a_flat_picture_is_called_neither_pan_nor_truck() -> None:
    flat = (Plane(WALL, (0, 0, 1.0), 1.0, endless=True),)
    report = asked(shot(moving(x=0.35), flat), "truck")
    assert report.holds == "unsure"
    assert report.reason == "flat"


@pytest.mark.parametrize(
    "frames",
    [
        np.zeros((20, 136, 240), np.uint8),
        np.full((20, 136, 240), 190, np.uint8),
        np.random.default_rng(1).normal(180, 2, (20, 136, 240)).astype(np.uint8),
        np.stack([cloth(1)] * 3),
        np.zeros((0, 136, 240), np.uint8),
        np.zeros((20, 8, 8), np.uint8),
    ],
    ids=["black", "blank wall", "grainy wall", "three frames", "none", "tiny"],
)
def test_thin_evidence_is_unsure_for_every_move(frames: Bytes) -> None:
    for move in NAMES:
        report = asked(frames, move)
        assert (report.move, report.holds, report.reason) == (None, "unsure", "thin")


def test_a_clip_cut_from_two_places_is_unsure() -> None:
    frames = np.concatenate([shot(moving(), seconds=1.5), shot(moving(), (Plane(BOX, (0, 0, 1), 2),), 1.5)])
    assert asked(frames, "static").holds == "unsure"


def test_without_a_question_only_the_move_is_said() -> None:
    report = recognise_move(shot(moving(z=0.22)), FPS)
    assert (report.move, report.holds, report.asked, report.name) == ("push", None, None, "推")
    told = report.to_json()
    assert told["direction"] == "in"
    assert all(isinstance(value, float) for value in told["evidence"].values())


def test_what_is_no_clip_or_no_move_is_refused() -> None:
    frames = np.zeros((4, 40, 40), np.uint8)
    with pytest.raises(ValueError, match="unknown move"):
        recognise_move(frames, FPS, asked="spin")
    with pytest.raises(ValueError, match="fps"):
        recognise_move(frames, 0.0)
    with pytest.raises(ValueError, match="uint8"):
        recognise_move(frames.astype(np.float32), FPS)  # type: ignore[arg-type]


def test_every_sentence_is_short_and_kind() -> None:
    for sentence in SENTENCES.values():
        for asked_for in NAMES:
            told = sentence.format(asked=NAMES[asked_for], move="固定", how=HOW[asked_for])
            assert len(told) <= 40
            assert not any(word in told for word in ("错", "✗", "×", "不对"))
