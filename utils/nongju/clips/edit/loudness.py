"""Even loudness in two passes: the film's sound is measured, then one gain is set, with a limit on peaks.

The gain of ffmpeg's loudnorm would change over time when peaks are in the way; a fixed one keeps a voice as
it was spoken. Only what would rise above the peak limit is held down by a limiter, and then the sound is
measured again and the gain corrected, at most four times.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nongju.clips.decode import Loudness

TARGET_LUFS = -16.0
"""Integrated loudness of a film, LUFS. AES TD1004 recommends -16 to -20 for mobile players, Apple Podcasts
("Audio requirements") -16 within 1 dB. WeChat publishes no figure; that -16 suits it is an assumption."""

PEAK_DB = -2.5
"""Highest true peak before coding, dBTP. EBU R 128 and Apple ask for -1 in the file; AAC at 128 kbit/s adds
up to about 1 dB to voices, knocks and music; bursts of white noise, held down hard, gained 2.2 dB."""

SILENT_LUFS = -60.0
"""At or below this there is nothing but a room's hiss to make louder (EBU R 128 gates at -70)."""

MOST_GAIN_DB = 24.0
"""The most that a sound is raised: more lifts the hiss of a phone's microphone into hearing (assumption)."""

CLOSE_LU = 0.2
"""How near to the target is near enough to stop correcting, LU."""

CORRECTIONS = 4
"""How often the gain is corrected when the limiter works."""

HELD_DOWN_DB = 10.0
"""The most by which peaks are held down to reach the target; more sounds squeezed (assumption)."""

NOTABLE_LU = 1.0
"""How far below the target a film may stay without a word: half of what an ear tells apart in a feed."""

TOO_SOFT = "声音太轻或忽高忽低，只能提到这么响。近一点重录会更清楚。"

_LIMIT_RATE = 192_000
"""Samples a second at which the limiter looks: peaks between the samples show at four times the rate."""


@dataclass(frozen=True)
class Levelling:
    """A gain in dB, and whether a limiter follows it."""

    gain_db: float = 0.0
    limited: bool = False

    def filters(self) -> list[str]:
        """As ffmpeg's filters."""
        if not self.limited:
            return [] if abs(self.gain_db) < 0.01 else [f"volume={self.gain_db:.2f}dB"]
        limit = 10 ** (PEAK_DB / 20)
        return [
            f"volume={self.gain_db:.2f}dB",
            f"aresample={_LIMIT_RATE}",
            f"alimiter=limit={limit:.5f}:attack=2:release=80:level=0:latency=1",
            f"aresample={_LIMIT_RATE // 4}",
        ]


@dataclass(frozen=True)
class Levelled:
    """What was measured and what is done about it."""

    levelling: Levelling
    before: Loudness
    expected: float
    """LUFS that the film will have."""
    note: str = ""
    """Chinese, when the target cannot be reached."""


def level(target: float, measure: Callable[[Levelling], Loudness | None]) -> Levelled | None:
    """The gain that brings a sound to the target.

    Arguments:
        target: LUFS.
        measure: the loudness of the film's sound with a levelling; the first call is without any.

    Returns:
        None when there is no sound to measure.
    """
    before = measure(Levelling())
    if before is None:
        return None
    if before.integrated <= SILENT_LUFS:
        return Levelled(Levelling(), before, before.integrated, "片子里几乎没有声音，响度没有调。")
    wanted = target - before.integrated
    most = min(MOST_GAIN_DB, PEAK_DB + HELD_DOWN_DB - before.true_peak)
    gain = min(wanted, most)
    levelling, found = Levelling(gain), before.integrated + gain
    if before.true_peak + gain > PEAK_DB:
        gain, found = _corrected(gain, target, most, measure)
        levelling = Levelling(gain, limited=True)
    return Levelled(levelling, before, found, "" if target - found < NOTABLE_LU else TOO_SOFT)


def _corrected(
    gain: float, target: float, most: float, measure: Callable[[Levelling], Loudness | None]
) -> tuple[float, float]:
    """The gain before the limiter that makes up for what the limiter takes away, and the loudness with it.

    The harder the limiter works, the less a decibel of gain brings; each step takes that into account.
    """
    found, tried = target, gain
    yields = 1.0
    for left in range(CORRECTIONS, -1, -1):
        after = measure(Levelling(gain, limited=True))
        if after is None:
            return gain, target
        if left < CORRECTIONS and abs(gain - tried) > 0.05:
            yields = min(1.0, max(0.25, (after.integrated - found) / (gain - tried)))
        found, tried = after.integrated, gain
        gain = min(gain + (target - found) / yields, most)
        if left == 0 or abs(target - found) <= CLOSE_LU or abs(gain - tried) < 0.05:
            break
    return tried, found
