"""What collecting did for one learner, kept beside the hand-in and carried on to the report.

`nongju-notes.json` lies in submitted/<id>/<week>/; nbgrader copies it to autograded/ with the other
files, so the report and the feedback page find it there. A learner's own file of that name is dropped.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

NOTES_NAME = "nongju-notes.json"
"""The file's name; taken by nothing that a learner may hand in."""

NOTES_FORMAT = "nongju-notes"
"""Value of "format" in it."""

NOTES_VERSION = 1
"""Version that is written and read."""


Repair = Literal["cells", "notebook", "missing"]
"""Cells that were doubled, deleted, retyped or broken; a notebook that could not be read; a worksheet that
was not handed in. Each was put back from the release, and the answers stayed."""


@dataclass(frozen=True)
class Notes:
    """What was collected for one learner.

    `digest` names the content that nbgrader was given, `chosen` the arrival it came from, `files`
    all arrivals of this learner. `sentences` is Chinese; `needs_person` asks an instructor to look.
    `repairs` is what the learner is told of as put back.
    """

    learner: str
    week: str
    chosen: str
    created: str
    digest: str
    files: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    needs_person: bool = False
    repairs: tuple[Repair, ...] = ()

    def to_bytes(self) -> bytes:
        """The file's content."""
        data = {"format": NOTES_FORMAT, "version": NOTES_VERSION, **asdict(self)}
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_notes(folder: Path) -> Notes | None:
    """The notes in a learner's submitted or autograded folder; None when collecting did not make it."""
    try:
        data: Any = json.loads((folder / NOTES_NAME).read_bytes())
    except (OSError, ValueError):
        return None
    try:
        if data["format"] != NOTES_FORMAT or data["version"] != NOTES_VERSION:
            return None
        return Notes(
            learner=str(data["learner"]),
            week=str(data["week"]),
            chosen=str(data["chosen"]),
            created=str(data["created"]),
            digest=str(data["digest"]),
            files=tuple(map(str, data["files"])),
            sentences=tuple(map(str, data["sentences"])),
            needs_person=bool(data["needs_person"]),
            repairs=tuple(cast("Repair", one) for one in data.get("repairs", ()) if one in get_args(Repair)),
        )
    except (KeyError, TypeError):
        return None
