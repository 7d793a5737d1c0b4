"""The five shots of the practice pack: a story of smoked pork, each shot with one move and one thing to mend.

1 灶台    wide, a slow truck to the right      lies on its side: to be made upright
2 推近    a push in                            much too soft
3 切片    static                               even
4 货架    a pan over the shelf                 no sound at all
5 成品    in the hand                          the first second and a half shake: to be cut off
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from nongju.clips.practice import sounds
from nongju.clips.practice.camera import CameraPose, Layer, LayeredScene
from nongju.clips.practice.drawing import (
    Picture,
    bag,
    clouds,
    glow,
    laid,
    mixed,
    plate,
    pork,
    slice_of,
    solid,
    tiles,
    wood,
)
from nongju.clips.practice.sounds import Samples

DARK_WOOD, LIGHT_WOOD = ((58, 34, 18), (122, 78, 42)), ((164, 116, 66), (214, 170, 112))

SHAKY = 1.5
"""Seconds at the start of the last shot that are not worth keeping."""


@dataclass(frozen=True)
class Take:
    """A shot: its name, its length in seconds, how its scene is drawn and how it sounds."""

    name: str
    seconds: float
    draw: Callable[[], LayeredScene]
    sound: Callable[[float], Samples] | None


def _ease(time: float, seconds: float) -> float:
    """From 0 to 1 over so many seconds, without a jerk at either end."""
    share = min(1.0, max(0.0, time / seconds))
    return share * share * (3 - 2 * share)


def _hand(time: float, strength: float) -> tuple[float, float]:
    """Where a hand that tries to hold still has got to, points."""
    right = math.sin(time * 5.1) + 0.6 * math.sin(time * 8.7 + 1) + 0.4 * math.sin(time * 13.3 + 2)
    down = math.sin(time * 4.3 + 3) + 0.6 * math.sin(time * 9.9) + 0.4 * math.sin(time * 12.1 + 5)
    return strength * right, strength * down


def _flicker(time: float) -> tuple[float, float, float]:
    return 0.0, 4 * math.sin(time * 7), 0.55 + 0.2 * math.sin(time * 11) + 0.12 * math.sin(time * 17 + 1)


def _smoke(time: float) -> tuple[float, float, float]:
    return 26 * math.sin(time * 0.9), -46 * time, 0.28


def _rack() -> Picture:
    """Five strips of pork on a pole, points."""
    drawn = solid(mixed(clouds(560, 620, 3, 90), (0, 0, 0), (1, 1, 1)) * 0, clouds(560, 620, 3, 90) * 0)
    pole = wood(26, 620, 8, *DARK_WOOD)
    for at in range(5):
        strip = pork(400 + 37 * (at * 3 % 4), 96, 20 + at, string=True)
        laid(drawn, strip, 26 + 116 * at, 14, shadow=6)
    laid(drawn, pole, 0, 4)
    return drawn


def stove() -> LayeredScene:
    """The hearth: a rack of pork to the right, the fire below at the left, smoke before it."""
    wall = tiles(900, 1700, 1)
    bricks = wood(330, 760, 5, (70, 40, 28), (132, 78, 52), plank=66)
    puff = glow(420, (226, 220, 208))
    fire = glow(440, (255, 150, 40))
    return LayeredScene(
        1280,
        720,
        [
            Layer(wall, 2.0),
            Layer(bricks, 1.35, -300, 330),
            Layer(fire, 1.3, -330, 210, _flicker),
            Layer(_rack(), 1.0, 235, -60),
            Layer(puff, 0.85, 150, 330, _smoke),
        ],
        lambda time: CameraPose(right=-50 + 100 * _ease(time, 4.5)),
    )


def board() -> LayeredScene:
    """One good piece on a board; the camera goes up to it."""
    table = wood(1560, 900, 31, *DARK_WOOD, plank=130)
    under = wood(520, 560, 33, *LIGHT_WOOD)
    piece = pork(430, 190, 41, string=True)
    ground = under.copy()
    laid(ground, piece, 185, 40, shadow=10)
    return LayeredScene(
        720,
        1280,
        [Layer(table, 1.25), Layer(ground, 1.0)],
        lambda time: CameraPose(forward=0.38 * _ease(time, 4.6)),
    )


def slices() -> LayeredScene:
    """Slices in a fan on a plate; only the steam moves."""
    table = wood(1400, 800, 51, *LIGHT_WOOD, plank=175)
    dish = plate(640)
    for at in range(7):
        laid(dish, slice_of(190, 60 + at), 70 + 58 * at, 120 - 22 * abs(3 - at) + 12 * (at % 2), shadow=4)
    return LayeredScene(
        720,
        1280,
        [Layer(table, 1.2), Layer(dish, 1.0), Layer(glow(460, (244, 240, 232)), 0.9, 30, 60, _smoke)],
        lambda _: CameraPose(),
    )


def shelf() -> LayeredScene:
    """A shelf in the shop; the camera turns from one end to the other."""
    wall = tiles(1400, 1700, 71)
    plank = wood(60, 1500, 72, *DARK_WOOD)
    row = solid(mixed(clouds(700, 1500, 3, 90), (0, 0, 0), (1, 1, 1)) * 0, clouds(700, 1500, 3, 90) * 0)
    names = (
        ("腊肉", (186, 142, 92)),
        ("香肠", (150, 116, 84)),
        ("莲子", (196, 176, 120)),
        ("腊肉", (186, 142, 92)),
    )
    for at, (name, colour) in enumerate((*names, ("藠头", (160, 170, 120)))):
        laid(row, bag(430, 250, name, "练习样品", colour), 40 + 290 * at, 190, shadow=10)
    laid(row, plank, 0, 612)
    return LayeredScene(
        720,
        1280,
        [Layer(wall, 1.4), Layer(row, 1.0)],
        lambda time: CameraPose(right=-370 + 740 * _ease(time, 4.6)),
    )


def product() -> LayeredScene:
    """The bag before a blurred kitchen, held in the hand; it takes a while to become steady."""
    wall = tiles(1700, 1100, 81)
    parcel = bag(620, 380, "腊肉", "练习样品 500克")

    def way(time: float) -> CameraPose:
        right, down = _hand(time, 17 * max(0.12, 1 - time / SHAKY))
        return CameraPose(right=right, down=down)

    return LayeredScene(
        720,
        1280,
        [Layer(wall, 2.2), Layer(glow(700, (255, 214, 150)), 1.8, -160, -330), Layer(parcel, 1.0)],
        way,
    )


TAKES = (
    Take("1-灶台", 4.5, stove, lambda seconds: sounds.fire(seconds, 1)),
    Take("2-推近", 5.0, board, lambda seconds: sounds.room(seconds, 2)),
    Take("3-切片", 4.5, slices, lambda seconds: sounds.knife(seconds, 3)),
    Take("4-货架", 5.0, shelf, None),
    Take("5-成品", 6.0, product, sounds.bell),
)
"""In the order of the story."""
