"""A pinhole camera that moves through a scene of textured planes: short grey clips with true depth.

World and camera: x to the right, y down, z away from the viewer, in metres. A scene is a list of planes,
painted from the farthest to the nearest; each is a picture on a rectangle or, for a background and a
ground, a picture that is mirrored on without end. What a camera sees follows from geometry alone, so that a
pan, a truck, a dolly and a zoom differ here in what they differ in outside: parallax and perspective.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]

LENS_BLUR = 0.6
"""Standard deviation, in pixels, of the blur over every picture: a lens has no hard edges."""

NEAREST = 0.05
"""Metres: what is nearer than this, or behind, is not drawn."""


@dataclass(frozen=True)
class View:
    """Where a camera is: its centre in metres, its turns in radians, its focal length in pixels.

    yaw above 0 looks to the right, pitch above 0 looks down, roll above 0 turns the camera clockwise.
    """

    focal: float
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0

    @property
    def rotation(self) -> Floats:
        """World to camera."""
        turned: Floats = np.eye(3)
        for axis in ((0.0, -self.yaw, 0.0), (self.pitch, 0.0, 0.0), (0.0, 0.0, -self.roll)):
            turned = np.asarray(cv2.Rodrigues(np.array(axis))[0]) @ turned
        return turned


@dataclass(frozen=True)
class Plane:
    """A picture in space.

    Arguments:
        picture: grey, 0 to 255.
        centre: where the picture's middle is, metres.
        width: metres; the height follows from the picture.
        across, down: unit vectors of the picture's rows and columns.
        endless: the picture is mirrored on without end.
        mask: 0 to 255, what of the picture is there; None: all of it.
        drift: metres a second that the plane moves by itself, for people who walk past.
    """

    picture: Bytes
    centre: tuple[float, float, float]
    width: float
    across: tuple[float, float, float] = (1.0, 0.0, 0.0)
    down: tuple[float, float, float] = (0.0, 1.0, 0.0)
    endless: bool = False
    mask: Bytes | None = None
    drift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    levels: dict[int, tuple[Bytes, Bytes | None]] = field(default_factory=dict, repr=False, compare=False)

    def level(self, texels_a_pixel: float) -> tuple[Bytes, Bytes | None]:
        """The picture halved as often as keeps about one texel to a pixel: no shimmer from a distance."""
        halvings = int(np.clip(np.floor(np.log2(max(texels_a_pixel, 1.0)) + 0.3), 0, 4))
        if halvings not in self.levels:
            size = tuple(max(2, side >> halvings) for side in self.picture.shape[::-1])
            shrink = [
                None if image is None else np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA))
                for image in (self.picture, self.mask)
            ]
            picture, mask = shrink
            assert picture is not None
            if self.endless:  # mirrored here and wrapped when drawn: OpenCV mirrors far points in a slow loop
                picture = np.vstack(
                    [np.hstack([picture, picture[:, ::-1]]), np.hstack([picture[::-1], picture[::-1, ::-1]])]
                )
            self.levels[halvings] = (picture, mask)
        return self.levels[halvings]


def draw(planes: Sequence[Plane], view: View, size: tuple[int, int], seconds: float) -> Bytes:
    """What the camera sees, `size` = (width, height)."""
    width, height = size
    focal = view.focal
    camera = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1]])
    rotation = view.rotation
    eye = np.array([view.x, view.y, view.z])
    canvas = np.full((height, width), 96, np.uint8)
    for plane in planes:
        centre = np.array(plane.centre) + seconds * np.array(plane.drift)
        metre = plane.picture.shape[1] / plane.width
        distance = max(float((rotation @ (centre - eye))[2]), NEAREST)
        picture, mask = plane.level(metre * distance / focal)
        rows, columns = (side // 2 for side in picture.shape) if plane.endless else picture.shape
        scale = plane.width / columns
        across, down = (np.array(axis) * scale for axis in (plane.across, plane.down))
        corner = centre - across * columns / 2 - down * rows / 2
        onto = camera @ rotation @ np.column_stack([across, down, corner - eye])
        seen = cv2.warpPerspective(
            picture,
            onto,
            (width, height),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_WRAP if plane.endless else cv2.BORDER_CONSTANT,
        )
        if plane.endless:
            cover = _in_front(plane, centre - eye, camera, rotation, (width, height))
        elif distance > NEAREST:
            full = np.full(picture.shape, 255, np.uint8) if mask is None else mask
            cover = cv2.threshold(cv2.warpPerspective(full, onto, size), 127, 255, cv2.THRESH_BINARY)[1]
        else:
            continue
        canvas = cv2.copyTo(seen, cover, canvas)
    return np.asarray(cv2.GaussianBlur(canvas, (0, 0), LENS_BLUR), dtype=np.uint8)


def _in_front(
    plane: Plane, to_centre: Floats, camera: Floats, rotation: Floats, size: tuple[int, int]
) -> Bytes:
    """255 where the ray through a pixel meets an endless plane before the camera, not behind it."""
    normal = np.cross(plane.across, plane.down)
    row = normal @ rotation.T @ np.linalg.inv(camera)
    columns, rows = np.arange(size[0]), np.arange(size[1])[:, None]
    slope = (row[0] * columns + row[1] * rows + row[2]) * np.sign(normal @ to_centre)
    return np.where(slope > 1e-6, 255, 0).astype(np.uint8)


def film(
    planes: Sequence[Plane],
    path: Callable[[float], View],
    size: tuple[int, int],
    *,
    seconds: float,
    fps: float = 8.0,
    shutter: float = 0.0,
) -> Bytes:
    """Frames (n, height, width) of a camera on `path`, which gives its view at a time in seconds.

    A frame is exposed for `shutter` seconds; three pictures are averaged when it is above 0.
    """
    frames = []
    for at in np.arange(round(seconds * fps)) / fps:
        moments = (at,) if not shutter else (at, at + shutter / 2, at + shutter)
        drawn = [draw(planes, path(moment), size, moment) for moment in moments]
        frames.append(drawn[0] if len(drawn) == 1 else np.mean(drawn, axis=0).astype(np.uint8))
    return np.stack(frames)


def eased(share: float) -> float:
    """A move that starts and ends softly: 0 to 1 for 0 to 1."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def zoomed(view: View, times: float) -> View:
    """The same place with another focal length."""
    return replace(view, focal=view.focal * times)
