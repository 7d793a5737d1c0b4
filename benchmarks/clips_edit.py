"""Editing against the single ffmpeg command that a person would write, and against moviepy's own compositing.

The job is the same for all three: two working copies on their side, ten seconds of each, cut to 9:16, joined,
two captions, even loudness, coded for Channels with the same encoder settings. Ours is a fresh Python process
with everything it imports: it looks for the subject, draws the captions, measures the loudness, and writes.
The single command gets the captions drawn, the place of the cut and (in its stricter form) the gain as gifts.
Each is run on one core; the better of two runs counts, of moviepy the only one.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clips_check import fractal, make, side_by_side
from one_core import cost

from nongju.clips import ffmpeg
from nongju.clips.edit.captions import lettering
from nongju.clips.edit.export import CHANNELS
from nongju.clips.ingest import ingest

SECONDS = 10
"""Of each of the two parts: the course's film is 20 seconds long."""

START = (2, 3)
TEXTS = ("三年老灶,柴火慢熏", "一斤只要68元,买两斤送一包")

OURS = """
import sys
from nongju.clips.edit import Shot, join
clips, out, texts = sys.argv[1:3], sys.argv[3], sys.argv[4:6]
shots = [Shot(clip).subclipped(start, start + 10).reframed() for clip, start in zip(clips, (2, 3))]
film = join(shots).with_captions(((1, 9), texts[0]), ((11, 19), texts[1]))
film.write_videofile(out)
"""

MOVIEPY = """
import sys
from moviepy import CompositeVideoClip, ImageClip, VideoFileClip, afx, concatenate_videoclips
clips, out, pictures, places = sys.argv[1:3], sys.argv[3], sys.argv[4:6], sys.argv[6:8]
options = sys.argv[8:]
shots = []
for clip, start in zip(clips, (2, 3)):
    shot = VideoFileClip(clip).subclipped(start, start + 10)
    shots.append(shot.cropped(width=404, height=720, x_center=640, y_center=360).resized((720, 1280)))
film = concatenate_videoclips(shots)
layers = [film]
for picture, place, start in zip(pictures, places, (1, 11)):
    x, y = map(int, place.split(","))
    layers.append(ImageClip(picture).with_start(start).with_duration(8).with_position((x, y)))
film = CompositeVideoClip(layers).with_effects([afx.AudioNormalize()])
film.write_videofile(out, fps=30, codec="libx264", audio_codec="aac", preset="veryfast", logger=None,
    ffmpeg_params=options)
"""


def measured(folder: Path, write: Callable[[str], None]) -> dict[str, Any]:
    """The keys of this part."""
    clips = working_copies(folder)
    drawn = [lettering.caption(text, *CHANNELS.frame) for text in TEXTS]
    pictures = [folder / f"caption{at}.png" for at in range(len(drawn))]
    for letters, picture in zip(drawn, pictures, strict=True):
        letters.picture.save(picture)
    corners = [(letters.box.left, letters.box.top) for letters in drawn]
    names = [str(clip) for clip in clips]
    edit = [sys.executable, "-c", OURS, *names, str(folder / "ours.mp4"), *TEXTS]
    single = by_hand(names, pictures, corners, "loudnorm=I=-16:TP=-1.5", folder / "hand.mp4")
    strict = by_hand(names, pictures, corners, "volume=5dB", folder / "strict.mp4")
    alone, ours = side_by_side(single, edit)
    bare, again = side_by_side(strict, edit)
    ours = min(ours, again, key=lambda run: run.cpu)
    places = [f"{x},{y}" for x, y in corners]
    options = ["-crf", str(CHANNELS.quality), "-pix_fmt", "yuv420p"]
    command = [sys.executable, "-c", MOVIEPY, *names, str(folder / "moviepy.mp4")]
    moviepy = cost([*command, *map(str, pictures), *places, *options])
    rows = {
        "one ffmpeg command": alone,
        "the same, gain given": bare,
        "nongju.clips.edit": ours,
        "moviepy": moviepy,
    }
    for name, row in rows.items():
        write(f"{name:20s} {row.cpu:6.2f} s CPU  {row.wall:6.2f} s  {row.peak_mb:5.0f} MB")
    write(f"against the command that is given the gain: {ours.cpu / bare.cpu:.3f}")
    return {
        "edit_vs_ffmpeg": round(ours.cpu / alone.cpu, 3),
        "edit_vs_ffmpeg_gain_given": round(ours.cpu / bare.cpu, 3),
        "moviepy_vs_ffmpeg": round(moviepy.cpu / alone.cpu, 3),
        "edit_peak_mb": round(ours.peak_mb),
    }


def working_copies(folder: Path) -> list[Path]:
    """Two clips on their side, as the course takes them in: a hand pans over a picture, sound swells."""
    import cv2

    cloud = folder / "edit-cloud.png"
    cv2.imwrite(str(cloud), fractal(1000, 1700))
    made = []
    for at in range(2):
        raw, copy = folder / f"edit-raw{at}.mp4", folder / f"edit{at}.mp4"
        pan = f"crop=1280:720:x='200+150*sin(t/3+{at})+4*sin(t*9)':y='140+90*cos(t/4)+3*sin(t*11)'"
        make(
            *("-loop", "1", "-framerate", "30", "-t", "14", "-i", str(cloud)),
            *("-f", "lavfi", "-t", "14", "-i", "anoisesrc=a=0.1:c=pink,tremolo=f=4:d=0.9"),
            *("-vf", f"{pan},noise=alls=6:allf=t,format=yuv420p", "-c:v", "libx264", "-preset", "veryfast"),
            *("-b:v", "8M", "-c:a", "aac", "-b:a", "128k", str(raw)),
        )
        made.append(ingest(raw, copy).path)
    return made


def by_hand(
    clips: list[str], pictures: list[Path], corners: list[tuple[int, int]], level: str, out: Path
) -> list[str]:
    """The job as one ffmpeg command, without any of our code but the encoder's settings."""
    asked = [ffmpeg.program(), "-hide_banner", "-loglevel", "error", "-nostdin", "-y"]
    for clip, start in zip(clips, START, strict=True):
        asked += ["-ss", str(start), "-t", str(SECONDS), "-i", clip]
    for picture in pictures:
        asked += ["-i", str(picture)]
    frame = "crop=404:720,scale=720:1280:flags=bicubic,setsar=1,format=yuv420p"
    (x0, y0), (x1, y1) = corners
    graph = (
        f"[0:v]{frame}[a];[1:v]{frame}[b];[a][0:a][b][1:a]concat=n=2:v=1:a=1[v][s];"
        f"[v][2:v]overlay={x0}:{y0}:enable='between(t,1,9)'[c];"
        f"[c][3:v]overlay={x1}:{y1}:enable='between(t,11,19)'[d];[s]{level},aresample=48000[e]"
    )
    return [*asked, "-filter_complex", graph, "-map", "[d]", "-map", "[e]", *CHANNELS.options(), str(out)]
