"""A camera in front of flat layers: what is near moves more than what is far, and is enlarged more.

A scene is drawn once, as layers with a distance; each frame is those layers, shifted and scaled for where the
camera is. Distances are in units of the distance to the subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from nongju.clips.practice.drawing import Picture


@dataclass(frozen=True)
class CameraPose:
    """Where a camera is: points to the right and down in the subject's plane, and how far pushed in.

    `forward` is the share of the way to the subject: 0.3 enlarges the subject by 1 / 0.7.
    """

    right: float = 0.0
    down: float = 0.0
    forward: float = 0.0


@dataclass(frozen=True)
class Layer:
    """A flat picture at a distance."""

    picture: Picture
    distance: float = 1.0
    right: int = 0
    """Points from where the camera looks at rest to the picture's middle."""
    down: int = 0
    drift: Callable[[float], tuple[float, float, float]] | None = None
    """Own movement at a time in seconds: points right and down, and strength from 0 to 1."""


@dataclass(frozen=True)
class LayeredScene:
    """Layers from far to near, the first of which covers everything, and the camera's way."""

    width: int
    height: int
    layers: Sequence[Layer]
    way: Callable[[float], CameraPose]
    """Where the camera is at a time in seconds."""


def size_of(scene: LayeredScene, scale: float) -> tuple[int, int]:
    """Width and height of the frames, even."""
    return 2 * round(scene.width * scale / 2), 2 * round(scene.height * scale / 2)


def frames(scene: LayeredScene, seconds: float, rate: int, scale: float = 1.0) -> Iterator[bytes]:
    """The scene's frames as bytes of BGR and one that is not used: OpenCV is twice as fast with four.

    Arguments:
        scene: what is filmed.
        seconds: how long.
        rate: frames a second.
        scale: of the result; 1 is the scene's own size.
    """
    size = size_of(scene, scale)
    prepared = [_prepared(layer.picture) for layer in scene.layers]
    for at in range(round(seconds * rate)):
        time = at / rate
        place = scene.way(time)
        canvas: Any = None
        for layer, picture in zip(scene.layers, prepared, strict=True):
            right, down, strength = layer.drift(time) if layer.drift else (0.0, 0.0, 1.0)
            turn = _seen(layer, place, layer.right + right, layer.down + down, size, scale)
            if canvas is None:
                canvas = cv2.warpAffine(picture, turn, size, borderMode=cv2.BORDER_REFLECT)
            else:
                _over(canvas, picture, turn, strength)
        yield canvas.tobytes()


def _prepared(picture: Picture) -> Picture:
    """BGRA, colours already times cover, so that reducing and enlarging leave no fringe."""
    cover = picture[..., 3:].astype(np.float32) / 255
    colours = picture[..., 2::-1] * cover
    return np.dstack([colours.round().astype(np.uint8), picture[..., 3]])


def _seen(
    layer: Layer, place: CameraPose, right: float, down: float, size: tuple[int, int], scale: float
) -> Any:
    """The affine map from a layer to the frame."""
    larger = layer.distance / (layer.distance - place.forward)
    zoom = larger * scale
    shift = zoom / layer.distance
    height, width = layer.picture.shape[:2]
    x = size[0] / 2 - zoom * width / 2 - shift * place.right + zoom * right
    y = size[1] / 2 - zoom * height / 2 - shift * place.down + zoom * down
    return np.array([[zoom, 0, x], [0, zoom, y]], dtype=np.float64)


def _over(canvas: Any, picture: Picture, turn: Any, strength: float) -> None:
    """Lays a layer on the canvas, where it falls into it at all."""
    height, width = canvas.shape[:2]
    zoom, left, top = turn[0, 0], turn[0, 2], turn[1, 2]
    x0, y0 = max(0, int(left) - 1), max(0, int(top) - 1)
    x1 = min(width, int(left + zoom * picture.shape[1]) + 2)
    y1 = min(height, int(top + zoom * picture.shape[0]) + 2)
    if x0 >= x1 or y0 >= y1 or strength <= 0:
        return
    moved = turn.copy()
    moved[:, 2] -= (x0, y0)
    part = cv2.warpAffine(picture, moved, (x1 - x0, y1 - y0))
    if strength < 1:
        part = cv2.convertScaleAbs(part, alpha=strength)
    under = canvas[y0:y1, x0:x1]
    rest = cv2.cvtColor(cv2.bitwise_not(cv2.extractChannel(part, 3)), cv2.COLOR_GRAY2BGRA)
    cv2.add(cv2.multiply(under, rest, scale=1 / 255), part, dst=under)
