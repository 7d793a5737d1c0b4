"""Where a course keeps its stages, and what a week's release holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

CONFIG_NAME = "nbgrader_config.py"
"""The file that marks the top of a course."""


class CourseError(Exception):
    """The course folder cannot serve what was asked; the message is a Chinese sentence."""


@dataclass(frozen=True)
class Course:
    """A course folder in nbgrader's own layout; every path below is absolute."""

    root: Path

    def folder(self, step: str, week: str, learner: str = "") -> Path:
        """The folder of one stage: release/./week, received/week, submitted/learner/week and so on."""
        return self.root / step / learner / week if learner else self.root / step / week

    def release(self, week: str) -> Release:
        """The released week.

        Raises:
            CourseError: release/<week> holds no notebook.
        """
        release = Release(self.folder("release", week))
        if not release.notebooks:
            known = sorted(path.parent.name for path in (self.root / "release").glob("*/*.ipynb"))
            hint = f"现有的周次：{'、'.join(dict.fromkeys(known))}" if known else "还没有发布过任何一周"
            raise CourseError(f"release/{week} 里没有练习纸。{hint}。")
        return release


@dataclass(frozen=True)
class Release:
    """The notebooks that learners of one week were given."""

    folder: Path

    @cached_property
    def notebooks(self) -> Mapping[str, bytes]:
        """Each released notebook by file name, as bytes."""
        return {path.name: path.read_bytes() for path in sorted(self.folder.glob("*.ipynb"))}

    @cached_property
    def parsed(self) -> Mapping[str, dict[str, Any]]:
        """Each released notebook by file name, as JSON."""
        return {name: json.loads(raw) for name, raw in self.notebooks.items()}

    @cached_property
    def digest(self) -> str:
        """SHA-256 over names and bytes of the notebooks: names the version of a week."""
        return digest_of(self.notebooks)


def digest_of(files: Mapping[str, bytes]) -> str:
    """SHA-256 over sorted names and contents, as 64 hexadecimal digits."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(f"{name}\n{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return total.hexdigest()


def find_course(start: Path) -> Course:
    """The course that holds `start`: the nearest folder upwards with nbgrader_config.py.

    Raises:
        CourseError: no such folder.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / CONFIG_NAME).is_file():
            return Course(folder)
    raise CourseError(f"这里不是课程文件夹：{here} 和它的上层都没有 {CONFIG_NAME}。请先进到课程文件夹里。")
