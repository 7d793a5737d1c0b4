"""Bands from lamps on 50 Hz mains.

Such lamps get brighter and darker 100 times a second. A rolling shutter draws that as bands; from frame to
frame the bands wander with what 100 Hz leaves at the frame rate: 10 Hz at 30 frames a second. A brightness of
rows (or columns, if the phone was held upright) that swings with just that frequency is mains flicker.
At 25 or 50 frames a second the bands stand still and cannot be told from shadows.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import Decoded
from nongju.clips.report import Measure

LAMP_HZ = 100.0
"""Twice the mains frequency of China, 50 Hz: light does not care for the sign of the current."""

LEAST_ALIAS = 1.5
"""Hz of wandering below which bands cannot be told from slow changes of light."""

WINDOW_SECONDS = 2.0
"""Length of one look, seconds: resolves half a hertz."""

MOST_SWING = 0.6
"""Per cent of brightness, amplitude: bands show from about half a per cent on even walls (Weber's law puts
the threshold at 0.5 to 1 %)."""

LEAST_ABOVE = 6.0
"""How many times the swing at that frequency must exceed that of its neighbours (assumption)."""


def measures(decoded: Decoded) -> Iterator[Measure]:
    """Swing of rows or columns with what 100 Hz leaves at this frame rate."""
    unit = "%"
    alias = alias_of(decoded.rate)
    length = round(WINDOW_SECONDS * decoded.rate)
    if alias < LEAST_ALIAS or len(decoded.small) < length:
        advice = "这个帧率看不出灯闪。画面有条纹就换靠窗的地方。"
        verdict = "unsure" if alias < LEAST_ALIAS else "good"
        said = advice if verdict == "unsure" else "没看出灯闪。"
        yield Measure("flicker", None, unit, verdict, said)  # type: ignore[arg-type]
        return
    swing, above = max(swing_of(decoded.small.mean(axis=axis), decoded.rate, alias) for axis in (1, 2))
    value = round(swing, 2)
    if swing > MOST_SWING and above > LEAST_ABOVE:
        advice = "灯在闪，有条纹。快门调 1/100，或者打开防闪烁 50Hz。"
        yield Measure("flicker", value, unit, "change", advice)
    else:
        yield Measure("flicker", value, unit, "good", "没有灯闪。")


def alias_of(rate: float) -> float:
    """Hz that 100 Hz leaves when it is looked at `rate` times a second."""
    return abs(LAMP_HZ - rate * round(LAMP_HZ / rate))


def swing_of(lines: npt.NDArray[np.floating], rate: float, alias: float) -> tuple[float, float]:
    """Amplitude at `alias` Hz in per cent of brightness, and how many times its neighbours'.

    Arguments:
        lines: (frames, lines) mean brightness of each row or column.
        rate: frames a second.
        alias: Hz.
    """
    length = round(WINDOW_SECONDS * rate)
    window = np.hanning(length)[:, None]
    frequencies = np.fft.rfftfreq(length, 1 / rate)
    at = np.abs(frequencies - alias) <= 0.5
    near = (np.abs(frequencies - alias) > 1.5) & (np.abs(frequencies - alias) <= 4.0) & (frequencies > 1)
    best: list[tuple[float, float]] = []
    for start in range(0, len(lines) - length + 1, length // 2):
        piece = lines[start : start + length].astype(np.float64)
        mean = piece.mean(axis=0)
        spectrum = np.abs(np.fft.rfft((piece - mean) * window, axis=0)) * 2 / window.sum()
        power = np.sqrt((spectrum**2).mean(axis=1))
        swing = 100 * float(power[at].max()) / max(float(mean.mean()), 1.0)
        others = float(np.median(power[near])) if near.any() else 0.0
        best.append((swing, float(power[at].max()) / max(others, 1e-6)))
    swings = sorted(best)
    return swings[len(swings) // 2]
