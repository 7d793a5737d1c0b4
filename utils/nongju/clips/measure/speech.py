"""How fast somebody talks, and how far the voice stands above the noise. Advice only.

A syllable of Mandarin has one vowel, and a vowel is a peak of energy between 300 and 3300 Hz. Peaks are
counted on an envelope that is smooth enough to hide single periods of the voice.

Source: Pfitzinger, Burger and Heid, Syllable detection in read and spontaneous speech, ICSLP 1996 (energy
peaks of a band-passed signal); the numbers were set on synthetic Mandarin, see tests/clips/test_speech.py.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import AUDIO_RATE, Decoded
from nongju.clips.report import Measure

BAND = (300.0, 3300.0)
"""Hz that are listened to: vowels, without the hum below and the hiss above."""

WINDOW, HOP = 0.032, 0.008
"""Seconds of one look and between looks."""

SMOOTH = 0.024
"""Standard deviation, seconds, of the smoothing: syllables are 100 ms and more apart."""

LEAST_RISE = 2.0
"""dB by which a peak must stand above the higher of its two valleys."""

SPAN = 25.0
"""dB under the loudest speech within which peaks count; breath and echo lie lower."""

PAUSE = 0.30
"""Seconds between peaks from which the time in between is a pause."""

LEAST_VOICE = 12.0
"""dB between loud and soft looks from which there is speech at all and not an even noise."""

LEAST_SECONDS = 2.0
"""Seconds of speech from which a rate means something."""

SLOW, FAST = 2.5, 5.5
"""Syllables a second: four is a comfortable seller's pace; the band is wide since the count is rough."""

CLEAR = 20.0
"""dB of voice above noise from which it is clear (assumption: 18 is the course's example of unclear)."""


def measures(decoded: Decoded) -> Iterator[Measure]:
    """Rate of speech and voice above noise; nothing without sound."""
    if decoded.audio is None or len(decoded.audio) < AUDIO_RATE:
        return
    level = envelope(decoded.audio)
    rise = float(np.percentile(level, 90) - np.percentile(level, 10))
    unit = "字/秒"
    count, seconds = syllables(level)
    if rise < LEAST_VOICE or seconds < LEAST_SECONDS:
        yield Measure("speech_rate", None, unit, "unsure", "没听清说话。嘴离手机近一点再说。", True)
        return
    rate = round(count / seconds, 1)
    if rate > FAST:
        advice = "好像说得快。一秒四个字，写多了就删。"
        yield Measure("speech_rate", rate, unit, "change", advice, True)
    elif rate < SLOW:
        yield Measure("speech_rate", rate, unit, "change", "好像说得慢。一秒四个字正好。", True)
    else:
        yield Measure("speech_rate", rate, unit, "good", "快慢正好。", True)
    clear = round(rise)
    if clear < CLEAR:
        advice = "杂音有点大。关电扇，嘴离手机近一半再说。"
        yield Measure("clarity", clear, "分贝", "change", advice, True)
    else:
        yield Measure("clarity", clear, "分贝", "good", "听得清。", True)


def envelope(audio: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Energy in the band, dB, once every `HOP` seconds, smoothed."""
    size, hop = round(WINDOW * AUDIO_RATE), round(HOP * AUDIO_RATE)
    looks = np.lib.stride_tricks.sliding_window_view(audio, size)[::hop]
    frequencies = np.fft.rfftfreq(size, 1 / AUDIO_RATE)
    inside = (frequencies >= BAND[0]) & (frequencies <= BAND[1])
    window = np.hanning(size).astype(np.float32)
    power = np.empty(len(looks))
    for start in range(0, len(looks), 2048):  # a minute at once would take 200 MB
        spectrum = np.fft.rfft(looks[start : start + 2048] * window, axis=1)[:, inside]
        power[start : start + 2048] = (np.abs(spectrum) ** 2).sum(axis=1)
    reach = round(3 * SMOOTH / HOP)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) * HOP / SMOOTH) ** 2)
    smooth = np.convolve(power, kernel / kernel.sum(), mode="same")
    return np.asarray(10 * np.log10(np.maximum(smooth, 1e-9)))


def syllables(level: npt.NDArray[np.float64]) -> tuple[int, float]:
    """Peaks of an envelope, and the seconds of speech that hold them, pauses left out."""
    if len(level) < 3:
        return 0, 0.0
    floor = float(np.percentile(level, 98)) - SPAN
    peaks = _peaks(level, LEAST_RISE)
    peaks = [at for at in peaks if level[at] > floor]
    if len(peaks) < 2:
        return len(peaks), 0.0
    gaps = np.diff(peaks) * HOP
    flowing = gaps[gaps < PAUSE]
    typical = float(np.median(flowing)) if len(flowing) else PAUSE
    seconds = float(flowing.sum()) + typical * (1 + int((gaps >= PAUSE).sum()))
    return len(peaks), seconds


def _peaks(level: npt.NDArray[np.float64], rise: float) -> list[int]:
    """Tops that stand at least `rise` above the lowest point on each side before a higher one."""
    found: list[int] = []
    top = valley = 0
    rising = True
    for at in range(1, len(level)):
        if rising:
            if level[at] > level[top]:
                top = at
            elif level[top] - level[at] >= rise:
                found.append(top)
                rising, valley = False, at
        elif level[at] < level[valley]:
            valley = at
        elif level[at] - level[valley] >= rise:
            rising, top = True, at
    return found
