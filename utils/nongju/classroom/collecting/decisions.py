"""What a person decided about hand-ins: whose one is, and that it counts. `nongju collect --as` writes it.

It lies beside the week's folder as received/<week>.given.json. A decision names the hand-ins that were there
when it was made; what arrives later is weighed anew.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from nongju.course.layout import Course
from nongju.course.wholefile import write_whole

DECISIONS_FORMAT = "nongju-given"
"""Value of "format" in the file."""

DECISIONS_VERSION = 1
"""Version that is written and read."""


@dataclass(frozen=True)
class Decision:
    """One hand-in by the name under which collecting shows it, its learner, and the learner's others then."""

    where: str
    learner: str
    over: tuple[str, ...] = ()


def read_decisions(course: Course, week: str) -> dict[str, Decision]:
    """Decisions of a week by hand-in; none when nobody made any, or the file is not one."""
    try:
        data: Any = json.loads(_path(course, week).read_bytes())
        if data["format"] != DECISIONS_FORMAT or data["version"] != DECISIONS_VERSION:
            return {}
        made = [
            Decision(str(d["where"]), str(d["learner"]), tuple(map(str, d["over"]))) for d in data["given"]
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {one.where: one for one in made}


def write_decisions(decisions: dict[str, Decision], course: Course, week: str) -> None:
    """Writes the decisions, whole or not at all."""
    given = [asdict(decisions[where]) for where in sorted(decisions)]
    data = {"format": DECISIONS_FORMAT, "version": DECISIONS_VERSION, "given": given}
    write_whole(_path(course, week), (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def _path(course: Course, week: str) -> Any:
    return course.root / "received" / f"{week}.given.json"
