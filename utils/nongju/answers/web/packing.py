"""Handing in from the page: the very command `nongju hand-in`, run beside the kernel, and what it said."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SECONDS = 300.0
"""Longest that packing may take: 100 MB of clips on a slow stick take two minutes."""

BROKE_OFF = "没打成包。再点一次「交作业」；还是不行，叫老师来看。"


@dataclass(frozen=True)
class Packed:
    """What became of a hand-in.

    Attributes:
        name: of the zip; "" when there is none.
        folder: where it lies.
        sentences: what the learner should hear about it.
        problem: why there is none, as a sentence.
    """

    name: str = ""
    folder: str = ""
    sentences: tuple[str, ...] = ()
    problem: str = ""


def pack(folder: Path, week: str, learner: str) -> Packed:
    """Hands in a learner's folder.

    Arguments:
        folder: of the worksheets.
        week: its name.
        learner: who hands in.
    """
    # -P: a file json.py or nongju.py that lies in the learner's folder is not for this
    command = [sys.executable, "-P", "-m", "nongju", "hand-in", week, "--json"]
    try:
        done = subprocess.run(
            [*command, "--folder", str(folder), "--learner", learner],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        said = json.loads(done.stdout)
        if said.get("problem"):
            return Packed(problem=str(said["problem"]))
        path = Path(said["path"])
        return Packed(path.name, str(path.parent), tuple(map(str, said["sentences"])))
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError, AttributeError):
        return Packed(problem=BROKE_OFF)
