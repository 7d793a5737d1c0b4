"""Sounds for the practice pack, computed: a fire, a knife, a quiet room, a bell, a plucked tune.

Each gives mono samples from -1 to 1 at 48 kHz. They differ in loudness on purpose: evening it out is part of
the exercise.
"""

from __future__ import annotations

import wave
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Samples: TypeAlias = npt.NDArray[np.float64]

RATE = 48_000
"""Samples a second."""

SCALE = (293.66, 329.63, 369.99, 440.00, 493.88, 587.33, 659.26)
"""Hertz: the five tones from D4 (徵-like pentatonic) and two above."""


def noise(seconds: float, seed: int, smooth: int) -> Samples:
    """Noise with its high tones taken off by a running mean over so many samples; peak 1."""
    raw = np.random.default_rng(seed).standard_normal(round(seconds * RATE) + smooth)
    soft = np.convolve(raw, np.ones(smooth) / smooth, "valid")[: round(seconds * RATE)]
    return np.asarray(soft / np.abs(soft).max())


def fire(seconds: float, seed: int) -> Samples:
    """A wood fire: a low rumble with crackles."""
    random = np.random.default_rng(seed)
    sound = 0.05 * noise(seconds, seed + 1, 60)
    for at in np.sort(random.uniform(0, seconds - 0.1, round(seconds * 9))):
        length = int(RATE * random.uniform(0.004, 0.02))
        burst = random.standard_normal(length) * np.exp(-np.arange(length) / length * 5)
        start = int(at * RATE)
        sound[start : start + length] += burst * random.uniform(0.05, 0.35)
    return np.clip(sound, -0.95, 0.95)


def knife(seconds: float, seed: int) -> Samples:
    """A knife on a board, three strokes in two seconds, dull and even."""
    sound = 0.004 * noise(seconds, seed, 20)
    length = int(0.12 * RATE)
    time = np.arange(length) / RATE
    knock = np.sin(2 * np.pi * 180 * time) * np.exp(-time * 45) + 0.3 * noise(0.12, seed + 1, 6) * np.exp(
        -time * 120
    )
    for at in np.arange(0.4, seconds - 0.2, 0.66):
        start = int(at * RATE)
        sound[start : start + length] += 0.7 * knock
    return np.clip(sound, -0.95, 0.95)


def room(seconds: float, seed: int) -> Samples:
    """A quiet room with a pot that simmers: much too soft."""
    return 0.012 * noise(seconds, seed, 12) + 0.01 * noise(seconds, seed + 1, 200)


def bell(seconds: float) -> Samples:
    """A small bell, struck each second and a half: rather loud."""
    time = np.arange(round(seconds * RATE)) / RATE
    since = time % 1.5
    tones = sum(np.sin(2 * np.pi * f * since) * np.exp(-since * d) / n for n, f, d in _PARTIALS)
    return np.asarray(0.5 * tones)


_PARTIALS = ((1, 880.0, 3.0), (2, 2217.0, 5.0), (3, 3520.0, 9.0))


def tune(seconds: float, seed: int) -> Samples:
    """A plucked tune on five tones (Karplus and Strong, 1983): music without anybody's rights on it."""
    random = np.random.default_rng(seed)
    sound = np.zeros(round(seconds * RATE) + 2 * RATE)
    at, tone = 0.0, 3
    while at < seconds - 0.4:
        tone = int(np.clip(tone + random.integers(-2, 3), 0, len(SCALE) - 1))
        note = _plucked(SCALE[tone], 1.6, random)
        start = int(at * RATE)
        sound[start : start + len(note)] += 0.35 * note
        at += float(random.choice([0.3, 0.3, 0.6, 0.6, 0.9]))
    kept = sound[: round(seconds * RATE)]
    fade = np.clip((seconds - np.arange(len(kept)) / RATE) / 0.8, 0, 1)
    return np.asarray(kept * fade / max(1.0, np.abs(kept).max() / 0.9))


def _plucked(hertz: float, seconds: float, random: np.random.Generator) -> Samples:
    """A string: a burst of noise that runs round a delay line and grows softer and duller."""
    length = round(RATE / hertz)
    line = random.uniform(-1, 1, length)
    rounds = []
    for _ in range(round(seconds * hertz)):
        rounds.append(line)
        line = 0.498 * (line + np.roll(line, 1))
    return np.concatenate(rounds)


def save(sound: Samples, file: Path) -> None:
    """Writes a WAV file of 16 bits, mono."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
