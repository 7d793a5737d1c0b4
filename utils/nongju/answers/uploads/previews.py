"""What was seen of each chosen file, and small copies to play, beside uploads/ on the learner's PC.

A page that is opened again shows them without looking again. They are never handed in and never read at
grading.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from nongju.answers.uploads.html import MOST_GOOD
from nongju.clips.summary import ClipSummary

FOLDER = "previews"
"""Beside answers.json."""


class Previews:
    """The previews of one learner's folder, by the digest of the file that they belong to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER

    def remember(self, look: ClipSummary) -> None:
        """Keep what was seen; a folder that cannot be written costs a second look and nothing else."""
        with suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            text = json.dumps({"sha256": look.digest, "look": look.to_json()}, ensure_ascii=False)
            self._path(look.digest, ".json").write_text(text, encoding="utf-8")

    def seen(self, digest: str) -> ClipSummary | None:
        """What was seen of a file; None when that is not known here."""
        try:
            kept = json.loads(self._path(digest, ".json").read_bytes())
        except (OSError, ValueError):
            return None
        if not isinstance(kept, dict) or kept.get("sha256") != digest:
            return None
        return ClipSummary.from_json(kept.get("look"))

    def small(self, digest: str) -> Path:
        """Where the small copy of a file goes; its folder is there then."""
        self.folder.mkdir(exist_ok=True)
        return self._path(digest, ".mp4")

    def address(self, digest: str) -> str:
        """The small copy as the page asks for it, from the learner's folder; "" when there is none."""
        path = self._path(digest, ".mp4")
        return f"{FOLDER}/{path.name}" if path.is_file() else ""

    def forget(self, digest: str) -> None:
        """Remove what is kept of a file."""
        for suffix in (".json", ".mp4"):
            with suppress(OSError):
                self._path(digest, suffix).unlink(missing_ok=True)

    def _path(self, digest: str, suffix: str) -> Path:
        return self.folder / f"{digest[:16]}{suffix}"


def told(look: ClipSummary) -> dict[str, Any]:
    """What the browser shows of a look."""
    return {
        "poster": look.poster,
        "facts": list(look.facts),
        "good": list(look.good[:MOST_GOOD]),
        "advice": list(look.advice),
        "unsure": list(look.unsure),
        "sentences": list(look.sentences),
    }
