"""What was seen in a clip or a photo, as plain values: what a rule marks from and what a page shows.

It comes out of another process (`nongju.clips.isolated`), which read a stranger's file. So everything in it
is bounded here, and nothing is believed beyond its type.
"""

from __future__ import annotations

import base64
import binascii
import math
from dataclasses import dataclass
from typing import Any

from nongju.printable import printable

VERDICTS = ("good", "change", "unsure")
"""What is said of one measure; anything else that comes in counts as unsure."""

LONGEST_SENTENCE = 200
MOST_MEASURES = 40
MAX_POSTER_BYTES = 60_000
"""The still picture: 400 points at middling quality come to 30 kB; it travels in every mark."""


@dataclass(frozen=True)
class Seen:
    """One thing that was measured.

    Arguments:
        key: such as "steady"; a rule names what it wants by it.
        name: in Chinese.
        verdict: "good", "change" or "unsure".
        said: the figure with its unit, for people; "" where there is none.
        advice: what to do; for a good one what is good about it.
        advice_only: whether it may not weigh in a mark.
    """

    key: str
    name: str
    verdict: str
    said: str = ""
    advice: str = ""
    advice_only: bool = False

    @property
    def bad(self) -> bool:
        """Whether something is to be changed."""
        return self.verdict == "change"

    def to_json(self) -> dict[str, Any]:
        """The measure as JSON values."""
        return dict(vars(self))


@dataclass(frozen=True)
class ClipSummary:
    """A file as it was seen.

    Arguments:
        refused: the sentence why it cannot be used; "" when it can.
        facts: short words: 竖着拍, 12 秒, 1080×1920.
        seconds: length; 0 for a photo, and where it is not known.
        seen: the measures, in the order in which they matter.
        sentences: anything else that a learner should hear.
        poster: a still picture, JPEG in base64; "" when none could be made.
        digest: SHA-256 of the bytes that were looked at; not part of the JSON.
    """

    refused: str = ""
    facts: tuple[str, ...] = ()
    seconds: float = 0.0
    seen: tuple[Seen, ...] = ()
    sentences: tuple[str, ...] = ()
    poster: str = ""
    digest: str = ""

    def measure(self, key: str) -> Seen | None:
        """The measure of that key."""
        return next((one for one in self.seen if one.key == key), None)

    @property
    def good(self) -> tuple[str, ...]:
        """What is good about it, in sentences; what marks may hang on comes first."""
        good = [one for one in self.seen if one.verdict == "good" and one.advice]
        return tuple(one.advice for one in sorted(good, key=lambda one: one.advice_only))

    @property
    def advice(self) -> tuple[str, ...]:
        """What to change, the most important first."""
        return tuple(one.advice for one in self.seen if one.bad and one.advice)

    @property
    def unsure(self) -> tuple[str, ...]:
        """What a machine cannot tell, each with what it may be."""
        return tuple(f"{one.name}。{one.advice}" for one in self.seen if one.verdict == "unsure")

    def to_json(self) -> dict[str, Any]:
        """The look as JSON values."""
        return {
            "refused": self.refused,
            "facts": list(self.facts),
            "seconds": self.seconds,
            "seen": [one.to_json() for one in self.seen],
            "sentences": list(self.sentences),
            "poster": self.poster,
        }

    @classmethod
    def from_json(cls, values: Any) -> ClipSummary:
        """A look out of JSON, whatever came in."""
        if not isinstance(values, dict):
            return cls()
        seconds = values.get("seconds")
        known = isinstance(seconds, int | float) and not isinstance(seconds, bool) and math.isfinite(seconds)
        seen = [_seen(one) for one in _list(values.get("seen"))[:MOST_MEASURES] if isinstance(one, dict)]
        return cls(
            refused=_words(values.get("refused")),
            facts=tuple(filter(None, map(_words, _list(values.get("facts"))[:12]))),
            seconds=max(0.0, float(seconds)) if known and seconds is not None else 0.0,
            seen=tuple(one for one in seen if one.key),
            sentences=tuple(filter(None, map(_words, _list(values.get("sentences"))[:12]))),
            poster=checked_poster(values.get("poster")),
        )


def checked_poster(data: object) -> str:
    """The base64 of a small JPEG, or "" for anything else."""
    if not isinstance(data, str) or not data or len(data) > MAX_POSTER_BYTES * 4 // 3 + 4:
        return ""
    try:
        raw = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return ""
    return data if raw.startswith(b"\xff\xd8\xff") else ""


def _seen(one: dict[str, Any]) -> Seen:
    verdict = one.get("verdict")
    return Seen(
        key=_words(one.get("key")),
        name=_words(one.get("name")),
        verdict=verdict if verdict in VERDICTS else "unsure",
        said=_words(one.get("said")),
        advice=_words(one.get("advice")),
        advice_only=one.get("advice_only") is True,
    )


def _words(value: object) -> str:
    """Printable text of bounded length; "" for anything else."""
    if not isinstance(value, str):
        return ""
    return printable(value, lines=False)[:LONGEST_SENTENCE]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
