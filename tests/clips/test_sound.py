"""Loudness is ebur128's, syllables are counted within 6 % on clean speech."""

import re
import shutil
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest
from pypinyin import Style, lazy_pinyin

from nongju.clips import ffmpeg
from nongju.clips.checking.check import check_clip
from nongju.clips.decode import AUDIO_RATE, Loudness, decode
from nongju.clips.measure import speech

from .conftest import Studio
from .scenes import film

SENTENCES = (
    "自家熏的腊肉，肥瘦相间，蒸熟切片就能吃，今晚八点直播间见。",
    "今天给大家看看我们山上的土豆，个头不大，可是很面，蒸着吃炖着吃都好，一箱五斤，三天送到。",
    "这个橙子皮薄汁多，昨天刚从树上摘下来，你看这个颜色，切开给你们看，水分特别足，老人小孩都爱吃。",
)


@pytest.mark.parametrize(
    "sound",
    [
        "sine=frequency=1000:sample_rate=48000,volume=-14dB",
        "anoisesrc=c=pink:a=0.3:r=44100:seed=2,tremolo=f=0.7:d=0.9",
        "sine=frequency=300:sample_rate=22050,volume='if(lt(t,1),0,1)':eval=frame",
    ],
)
def test_loudness_is_within_a_fifth_of_a_unit_of_ebur128(studio: Studio, sound: str) -> None:
    clip = studio.film("loud.mp4", "color=gray:s=64x64:r=30", sound, seconds=4)
    asked = ("-nostdin", "-i", str(clip), "-map", "0:a", "-af", "ebur128=peak=true", "-f", "null", "-")
    said = subprocess.run([ffmpeg.program(), *asked], capture_output=True, text=True, check=True).stderr
    summary = said.rpartition("Summary:")[2]
    wanted = [float(re.search(rf"{name}:\s+(\S+)", summary)[1]) for name in ("I", "Peak")]  # type: ignore[index]
    found = decode(clip).loudness
    assert found is not None
    assert [found.integrated, found.true_peak] == pytest.approx(wanted, abs=0.2)


def test_a_silent_track_is_at_the_gate_and_is_told_as_silent(studio: Studio) -> None:
    clip = studio.film("silent.mp4", "color=gray:s=64x64:r=30", "anullsrc=r=48000:cl=stereo")
    found = decode(clip).loudness
    assert found is not None and found.integrated == -70
    assert check_clip(clip, kind="talking").measure("loudness").verdict == "change"


def spoken(text: str, pace: int, folder: Path) -> np.ndarray:
    """Mandarin from espeak-ng by way of pinyin: it reads characters wrongly."""
    program = shutil.which("espeak-ng")
    assert program, "the program espeak-ng is missing; apt-get install espeak-ng"
    pinyin = " ".join(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True))
    target = folder / "speech.wav"
    subprocess.run(
        [program, "-v", "cmn-latn-pinyin", "-s", str(pace), "-w", str(target), pinyin], check=True, timeout=60
    )
    with wave.open(str(target)) as stream:
        rate = stream.getframerate()
        samples = np.frombuffer(stream.readframes(stream.getnframes()), "<i2") / 32768
    at = np.arange(0, len(samples) - 1, rate / AUDIO_RATE)
    return np.interp(at, np.arange(len(samples)), samples).astype(np.float32)


@pytest.mark.parametrize("pace", [130, 170, 200])
@pytest.mark.parametrize("text", SENTENCES)
def test_syllables_are_counted_within_six_per_cent(text: str, pace: int, tmp_path: Path) -> None:
    characters = sum("\u4e00" <= letter <= "\u9fff" for letter in text)
    counted, seconds = speech.syllables(speech.envelope(spoken(text, pace, tmp_path)))
    assert counted == pytest.approx(characters, rel=0.06)
    assert seconds > 2


def test_a_hurried_seller_is_told_and_an_easy_one_is_not(tmp_path: Path) -> None:
    easy = spoken(SENTENCES[1], 150, tmp_path)
    hurried = easy[::2].copy()  # twice as fast, an octave higher
    for sound, verdict in ((easy, "good"), (hurried, "change")):
        measured = {
            each.key: each for each in speech.measures(film(audio=sound, loudness=Loudness(-20, 3, -3)))
        }
        assert measured["speech_rate"].verdict == verdict
        assert measured["speech_rate"].advice_only


def test_even_noise_is_not_taken_for_speech() -> None:
    noise = np.random.default_rng(0).normal(0, 0.05, 5 * AUDIO_RATE).astype(np.float32)
    measured = next(iter(speech.measures(film(audio=noise, loudness=Loudness(-26, 0, -12)))))
    assert (measured.value, measured.verdict) == (None, "unsure")


def test_a_fan_behind_the_voice_is_heard(tmp_path: Path) -> None:
    voice = spoken(SENTENCES[0], 150, tmp_path)
    noise = np.random.default_rng(0).normal(0, float(voice.std()) * 0.3, len(voice)).astype(np.float32)
    for sound, verdict in ((voice, "good"), (voice + noise, "change")):
        measured = {
            each.key: each for each in speech.measures(film(audio=sound, loudness=Loudness(-20, 3, -3)))
        }
        assert measured["clarity"].verdict == verdict
