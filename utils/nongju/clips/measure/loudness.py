"""How loud, how close to overload, how much silence. Advice only: a learner is not marked on these.

Loudness and peaks are ffmpeg's ebur128 on the original sound track (EBU R 128, ITU-R BS.1770).
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from nongju.clips.decode import AUDIO_RATE, Decoded
from nongju.clips.report import Kind, Measure

LOUDNESS: dict[Kind, tuple[float, float]] = {
    "product": (-36.0, -9.0),
    "talking": (-30.0, -9.0),
    "edited": (-19.0, -13.0),
}
"""LUFS, from and to. Edited: -16 for phones with 3 LU to each side (AES TD1004 recommends -16 to -20).
A shot that will be edited may be softer: 14 LU of gain leave a quiet room's noise unheard (assumption)."""

MOST_PEAK = -1.0
"""dBTP: the most that EBU R 128 allows."""

OVERLOAD = 0.0
"""dBTP of a raw clip from which it is cut off at the top; what a phone recorded so cannot be mended."""

SILENT_LUFS = -60.0
"""LUFS below which a track holds nothing (assumption: a quiet room on a phone is at about -50)."""

SILENT_DB = -50.0
"""dBFS of a tenth of a second that is silence: ffmpeg's silencedetect is at -60, phones hiss at about -55."""

NO_SOUND: dict[Kind, str] = {
    "product": "没有声音。拍产品可以没有。",
    "talking": "这段没有声音。拍之前点开录音，别静音。",
    "edited": "片子没有声音。字要讲得全，或者配上一段声音。",
}
"""Said of a clip without a sound track."""

MOST_SILENCE: dict[Kind, float] = {"product": 100.0, "talking": 50.0, "edited": 30.0}
"""Per cent of a clip that may be silent (assumption)."""


def measures(decoded: Decoded, kind: Kind) -> Iterator[Measure]:
    """Loudness, peak, silence."""
    loudness = decoded.loudness
    if decoded.audio is None or loudness is None:
        advice = NO_SOUND[kind]
        verdict = "good" if kind == "product" else "change"
        yield Measure("loudness", None, "LUFS", verdict, advice, kind == "product")  # type: ignore[arg-type]
        return
    if loudness.integrated <= SILENT_LUFS:
        advice = "有声音轨，可是听不到声音。别捂住手机下边的小孔。"
        verdict = "good" if kind == "product" else "change"
        yield Measure("loudness", loudness.integrated, "LUFS", verdict, advice, kind == "product")  # type: ignore[arg-type]
        return
    yield _loud(loudness.integrated, kind)
    yield _peak(loudness.true_peak, kind)
    yield _silence(decoded.audio, kind)


def levels(audio: npt.NDArray[np.float32], seconds: float) -> npt.NDArray[np.float64]:
    """Root mean square of each stretch of `seconds`, dBFS."""
    length = max(1, round(seconds * AUDIO_RATE))
    whole = audio[: len(audio) // length * length].reshape(-1, length).astype(np.float64)
    return np.asarray(10 * np.log10(np.maximum((whole**2).mean(axis=1), 1e-12)))


def _loud(integrated: float, kind: Kind) -> Measure:
    least, most = LOUDNESS[kind]
    value = round(integrated, 1)
    if integrated < least:
        advice = "声音小。嘴离手机近一半，清楚一大截。"
        if kind == "edited":
            advice = "声音小。导出前把响度调匀。"
        return Measure("loudness", value, "LUFS", "change", advice, True)
    if integrated > most:
        return Measure("loudness", value, "LUFS", "change", "声音太大。手机拿远一点，或者调小。", True)
    return Measure("loudness", value, "LUFS", "good", "声音大小合适。", True)


def _peak(peak: float, kind: Kind) -> Measure:
    value = round(peak, 1) if math.isfinite(peak) else None
    limit = MOST_PEAK if kind == "edited" else OVERLOAD
    if peak > limit:
        return Measure("peak", value, "dBTP", "change", "有的地方爆音。手机拿远一点再说。", True)
    return Measure("peak", value, "dBTP", "good", "没有爆音。", True)


def _silence(audio: npt.NDArray[np.float32], kind: Kind) -> Measure:
    level = levels(audio, 0.1)
    share = round(100 * float((level < SILENT_DB).mean()), 1) if len(level) else 0.0
    if share > MOST_SILENCE[kind]:
        advice = "没声音的地方太多。剪掉，或者配上几句话。"
        return Measure("silence", share, "%", "change", advice, True)
    return Measure("silence", share, "%", "good", "没有冷场。", True)
