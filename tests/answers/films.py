"""Clips and photos for tests of uploads, each drawn by ffmpeg from one line."""

import subprocess
from pathlib import Path

from nongju.clips import ffmpeg


def film(path: Path, picture="testsrc2", *, size="360x640", seconds: float = 2, more=()) -> Path:
    """A clip of one of ffmpeg's own pictures, with a tone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [ffmpeg.program(), "-y", "-loglevel", "error", "-nostdin"]
    command += ["-f", "lavfi", "-i", f"{picture}=size={size}:rate=30", "-f", "lavfi", "-i", "sine=440"]
    command += ["-t", str(seconds), "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "ultrafast"]
    subprocess.run([*command, "-c:a", "aac", *more, "-f", "mp4", str(path)], check=True, timeout=120)
    return path


def snapshot(path: Path, picture: str = "testsrc2=size=900x1200", more=()) -> Path:
    """A JPEG of one of ffmpeg's own pictures."""
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [ffmpeg.program(), "-y", "-loglevel", "error", "-nostdin", "-f", "lavfi", "-i", picture]
    subprocess.run([*command, "-frames:v", "1", *more, "-update", "1", str(path)], check=True, timeout=60)
    return path
