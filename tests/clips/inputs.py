"""What every input of an ffmpeg command must be limited by, if the file is not our own."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from nongju.clips import ffmpeg
from nongju.clips.edit import sound

OURS = ("lavfi", "rawvideo", "png_pipe")
"""Formats of inputs that this program draws itself."""

WORKSHOP = ("sound.wav", "tune.wav")
"""Files that the practice pack has just made."""

ALLOWED = {ffmpeg.FORMATS, sound.FORMATS}

PLAYLISTS = {"concat", "hls", "dash", "applehttp", "image2", "tty", "lavfi", "avisynth", "subviewer"}
"""Formats that read other files, or anything."""


def inputs_of(arguments: Sequence[str]) -> list[dict[str, str]]:
    """The inputs of a command, each with its options; the input itself stands under "-i"."""
    found: list[dict[str, str]] = []
    waiting: dict[str, str] = {}
    for name, value in pairwise(arguments):
        if name.startswith("-") and len(name) > 1:
            waiting[name] = value
        if name == "-i":
            found.append(waiting)
            waiting = {}
    return found


def is_ours(given: dict[str, str]) -> bool:
    """Whether this program made what is read."""
    return given.get("-f") in OURS or Path(given["-i"]).name in WORKSHOP


def unlimited(arguments: Sequence[str]) -> list[str]:
    """Inputs of a stranger that ffmpeg would open without every limit, and why."""
    wrong = []
    for given in inputs_of(arguments):
        if is_ours(given):
            continue
        formats = given.get("-format_whitelist", "")
        if formats not in ALLOWED or PLAYLISTS & set(formats.split(",")):
            wrong.append(f"formats of {given}")
        if given.get("-protocol_whitelist") != "file" or not given["-i"].startswith("file:/"):
            wrong.append(f"protocol of {given}")
        if given.get("-max_pixels") != "12000000":
            wrong.append(f"pixels of {given}")
    return wrong
