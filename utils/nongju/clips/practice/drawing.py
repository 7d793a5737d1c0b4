"""Pictures for the practice pack, computed: smoked pork, wood, tiles, paper bags. No photographs.

Each function gives RGBA (height, width, 4), 8 bits. The same numbers come out on every PC: all that looks
random is drawn from a seed.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from nongju.clips.edit.captions import font

Picture: TypeAlias = npt.NDArray[np.uint8]
Numbers: TypeAlias = npt.NDArray[np.float32]
Colour: TypeAlias = tuple[int, int, int]

LEAN, FAT, SKIN = (118, 34, 28), (232, 196, 150), (92, 48, 22)
"""Colours of smoked pork: meat, fat, rind."""

KRAFT, RED, PAPER = (186, 142, 92), (176, 38, 30), (250, 240, 220)


def clouds(height: int, width: int, seed: int, grain: float) -> Numbers:
    """Smooth noise from 0 to 1 in three octaves.

    Arguments:
        height: points.
        width: points.
        seed: another one gives another picture.
        grain: points from one hill to the next in the coarsest octave.
    """
    random = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    for octave in range(3):
        step = grain / 2**octave
        rows, columns = int(height / step) + 3, int(width / step) + 3
        coarse = random.random((rows, columns), dtype=np.float32)
        total += cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC) / 2**octave
    return np.asarray(np.clip((total - total.min()) / max(1e-6, float(np.ptp(total))), 0, 1))


def mixed(share: Numbers, low: Colour, high: Colour) -> Numbers:
    """From one colour to another by a share from 0 to 1; (height, width, 3)."""
    return np.asarray(np.array(low) + (np.array(high) - np.array(low)) * share[..., None], dtype=np.float32)


def solid(colours: Numbers, alpha: Numbers | None = None) -> Picture:
    """RGBA from colours and a share of cover, 1 everywhere when left out."""
    cover = np.ones(colours.shape[:2], np.float32) if alpha is None else alpha
    return np.clip(np.dstack([colours, 255 * cover]), 0, 255).astype(np.uint8)


def wood(height: int, width: int, seed: int, low: Colour, high: Colour, *, plank: int = 0) -> Picture:
    """Wood grain along the width; `plank` is the height of one board, 0 for a single one."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    wave = clouds(height, width, seed, 260)
    rings = 0.5 + 0.5 * np.sin((y + 90 * wave + 0.04 * x) * 0.16)
    share = 0.55 * rings + 0.45 * clouds(height, width, seed + 1, 34)
    colours = mixed(share, low, high)
    if plank:
        inside = np.abs((y % plank) - plank / 2) / (plank / 2)
        colours *= (1 - 0.55 * np.clip((inside - 0.94) / 0.06, 0, 1))[..., None]
        colours *= (0.86 + 0.28 * ((y // plank * 7919 % 13) / 13))[..., None]
    return solid(colours)


def tiles(height: int, width: int, seed: int) -> Picture:
    """A whitewashed kitchen wall, sooty towards the top."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    share = 0.35 + 0.4 * (y / height) + 0.3 * (clouds(height, width, seed, 120) - 0.5)
    colours = mixed(np.clip(share, 0, 1), (84, 68, 52), (206, 184, 148))
    joint = np.maximum(np.abs(y % 110 - 55), np.abs((x + 70 * (y // 110 % 2)) % 140 - 70) * 55 / 70)
    return solid(np.asarray(colours * (1 - 0.25 * np.clip((joint - 52) / 3, 0, 1))[..., None]))


def pork(height: int, width: int, seed: int, *, string: bool = False) -> Picture:
    """A strip of smoked pork: rind at the left, then fat and lean in wavy layers, smoke-brown at the rim."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = 2 * x / width - 1, 2 * y / height - 1
    bend = (clouds(height, width, seed, height / 2.2) - 0.5) * 0.5
    layers = 0.5 + 0.5 * np.sin((across + bend) * 8.2 + 0.8)
    share = np.clip((layers - 0.42) * 5, 0, 1)
    fibre = clouds(height, width, seed + 1, 22)
    colours = mixed(share, LEAN, FAT) * (0.78 + 0.4 * fibre)[..., None]
    rind = np.clip((-across - 0.72 + bend * 0.3) * 9, 0, 1)
    colours = colours * (1 - rind[..., None]) + np.array(SKIN, np.float32) * rind[..., None]
    round_ = (np.abs(across + 0.4 * bend) ** 3.4 + np.abs(down) ** 7) ** 0.4
    rim = np.clip((round_ - 0.72) * 4, 0, 1)
    colours = (
        colours * (1 - 0.55 * rim[..., None]) + np.array((58, 26, 12), np.float32) * 0.55 * rim[..., None]
    )
    shine = np.exp(-(((across - 0.25) / 0.12) ** 2)) * fibre**2 * 70
    drawn = solid(np.asarray(colours + shine[..., None]), np.clip((0.97 - round_) * 40, 0, 1))
    if string:
        cv2.line(
            drawn, (width // 2, 0), (width // 2, height // 14), (214, 196, 160, 255), max(3, width // 30)
        )
    return drawn


def slice_of(size: int, seed: int) -> Picture:
    """A slice of it, thin enough that the fat lets light through."""
    drawn = pork(size // 2, size, seed).astype(np.float32)
    glow = np.clip((drawn[..., :3].sum(axis=2) - 430) / 200, 0, 1)
    drawn[..., :3] += glow[..., None] * np.array((22, 14, 0), np.float32)
    return np.clip(drawn, 0, 255).astype(np.uint8)


def plate(size: int, glaze: Colour = (236, 232, 222)) -> Picture:
    """A round plate seen at a slant."""
    y, x = np.mgrid[0 : size // 2, 0:size].astype(np.float32)
    far = np.hypot(2 * x / size - 1, 4 * y / size - 1)
    shade = 0.82 + 0.18 * np.clip(np.cos(far * 9), -0.4, 1)
    colours = np.array(glaze, np.float32) * (shade - 0.12 * (y / (size / 2) - 0.5))[..., None]
    return solid(np.asarray(colours), np.clip((0.99 - far) * size / 6, 0, 1))


def bag(height: int, width: int, name: str, below: str, colour: Colour = KRAFT) -> Picture:
    """A paper bag with a red label and two lines of writing on it."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    grain = clouds(height, width, len(name) * 31 + width, 40)
    fold = 0.9 + 0.1 * np.cos((x / width - 0.5) * 5) - 0.12 * np.clip((0.09 - y / height) * 20, 0, 1)
    colours = np.array(colour, np.float32) * (fold * (0.9 + 0.18 * grain))[..., None]
    drawn = solid(np.asarray(colours), np.ones((height, width), np.float32))
    left, top, right, bottom = width // 7, height // 3, width - width // 7, height * 3 // 4
    cv2.rectangle(drawn, (left, top), (right, bottom), (*RED, 255), -1, cv2.LINE_AA)
    cv2.rectangle(drawn, (left + 8, top + 8), (right - 8, bottom - 8), (*PAPER, 255), 3, cv2.LINE_AA)
    write(drawn, name, (width // 2, top + (bottom - top) * 2 // 5), (right - left) // (len(name) + 1), PAPER)
    write(drawn, below, (width // 2, bottom - (bottom - top) // 5), (right - left) // 10, PAPER)
    return drawn


def write(drawn: Picture, text: str, middle: tuple[int, int], size: int, colour: Colour) -> None:
    """Writes a line into a picture, centred on a point."""
    from PIL import Image, ImageDraw

    canvas = Image.fromarray(drawn)
    ImageDraw.Draw(canvas).text(
        middle, text, font=font.at_size(size), fill=(*colour, 255), anchor="mm", stroke_width=1
    )
    drawn[:] = np.asarray(canvas)


@cache
def glow(size: int, colour: Colour) -> Picture:
    """A soft round light: a fire, a lamp, a puff of smoke."""
    y, x = np.mgrid[0:size, 0:size].astype(np.float32)
    far = np.hypot(2 * x / size - 1, 2 * y / size - 1)
    return solid(np.full((size, size, 3), colour, np.float32), np.clip(1 - far, 0, 1) ** 2)


def laid(ground: Picture, thing: Picture, left: int, top: int, *, shadow: int = 0) -> None:
    """Lays one picture on another that is larger; what sticks out is cut off.

    Arguments:
        ground: changed in place.
        thing: with its cover.
        left: points from the left of the ground, may be negative.
        top: points from its top, may be negative.
        shadow: points by which a soft shadow falls to the lower right; 0 for none.
    """
    if shadow:
        dark = np.zeros_like(thing)
        dark[..., 3] = cv2.GaussianBlur(thing[..., 3], (0, 0), shadow) * 0.55
        laid(ground, dark, left + shadow, top + shadow)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(ground.shape[1], left + thing.shape[1]), min(ground.shape[0], top + thing.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    part = thing[y0 - top : y1 - top, x0 - left : x1 - left].astype(np.float32)
    under = ground[y0:y1, x0:x1].astype(np.float32)
    cover = part[..., 3:] / 255
    below = under[..., 3:] / 255 * (1 - cover)
    total = np.maximum(cover + below, 1e-6)
    colours = (part[..., :3] * cover + under[..., :3] * below) / total
    ground[y0:y1, x0:x1] = np.dstack([colours, 255 * (cover + below)]).astype(np.uint8)
