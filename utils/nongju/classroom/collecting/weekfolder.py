"""Where a learner's worksheets of a week are, seen from the folder that a command is run in."""

from __future__ import annotations

from pathlib import Path

from nongju.classroom.collecting.handin import HandInError
from nongju.course.identity import normalise_id
from nongju.course.layout import ANSWERS_NAME


def week_folder(here: Path, week: str, learner: str | None) -> Path:
    """The folder of a week's worksheets at or below `here`; one with answers before any other.

    A release that a learner was given may lie beside the learners' folders, under the week's own name.
    """
    who = normalise_id(learner) if learner else "*"
    for holds in (_holds_answers, _holds_sheets):
        for pattern in (".", week, f"learners/{who}/{week}"):
            found = [path for path in ([here] if pattern == "." else here.glob(pattern)) if holds(path)]
            if len(found) == 1:
                return found[0]
            if found:
                raise HandInError("这里有好几个人的作业。请用 --learner 写上编号，或用 --folder 说出文件夹。")
    raise HandInError(f"没找到 {week} 的作业。请用 --folder 说出作业在哪个文件夹。")


def _holds_answers(folder: Path) -> bool:
    return (folder / ANSWERS_NAME).exists()


def _holds_sheets(folder: Path) -> bool:
    return any(folder.glob("worksheet*.ipynb"))
