"""How a finished film is coded: for WeChat Channels, and small for the notebook's preview."""

from __future__ import annotations

from dataclasses import dataclass

FRAME_RATE = 30
"""Frames a second of every film: that of the working copies."""

AUDIO_RATE = 48_000
"""Sound samples a second of every film: that of the working copies."""


@dataclass(frozen=True)
class Export:
    """Picture size and coding of a film."""

    width: int
    height: int
    preset: str
    """x264's effort: each step slower costs about half as much time again."""
    quality: int
    """x264's constant rate factor; 18 looks like the original, 23 is its default."""
    most_kbit: int
    """Most kilobits a second over two seconds."""
    audio_kbit: int

    @property
    def frame(self) -> tuple[int, int]:
        """Width and height, points."""
        return self.width, self.height

    def options(self) -> list[str]:
        """Options for the coded streams and the file around them, as ffmpeg takes them.

        yuv420p and the High profile play on every phone; the index stands first so that a player starts
        before all has arrived; nothing of the learner's phone or place is written into the file.
        """
        rate = f"{self.most_kbit}k"
        return [
            *("-c:v", "libx264", "-preset", self.preset, "-crf", str(self.quality), "-profile:v", "high"),
            *("-maxrate", rate, "-bufsize", f"{2 * self.most_kbit}k", "-pix_fmt", "yuv420p", "-g", "60"),
            *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
            *("-color_range", "tv", "-c:a", "aac", "-b:a", f"{self.audio_kbit}k"),
            *("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"),
            *("-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart", "-f", "mp4"),
        ]


CHANNELS = Export(720, 1280, preset="veryfast", quality=22, most_kbit=8000, audio_kbit=128)
"""9:16 as a phone is held, 720x1280: the working copies have no more points than that, so 1080x1920 would
cost two and a quarter times the work and the upload and show nothing more; handbooks ask for 720p at least.
At most 8 Mbit/s: 90 s stay under nbgrader's 100 MB."""

PREVIEW = Export(360, 640, preset="ultrafast", quality=30, most_kbit=800, audio_kbit=64)
"""Small enough to stand inside a notebook: at most 0.11 MB a second."""
