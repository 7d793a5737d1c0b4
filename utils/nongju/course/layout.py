"""Where a course keeps things: its root, its weeks and their texts, nbgrader's stages, and what a week's release holds."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from nongju.errors import NongjuError
from nongju.course.texts import read_text

PAGE_PATTERNS = ("worksheet*.md", "advanced*.md")
"""Pages that become notebooks; teaching.md is for the instructor alone."""

COPIED_FOLDERS = ("data", "assets")
"""Folders of a week that go to learners as they are."""


CONFIG_NAME = "nbgrader_config.py"
"""nbgrader's settings of a course; the file marks its top."""

MARKS = (CONFIG_NAME, "course/facts.csv")
"""A folder with one of these is the top of a course: one is enough to collect and mark, the other to build."""


ANSWERS_NAME = "answers.json"
"""The file beside a learner's notebooks that holds everything that was filled in."""


class CourseError(NongjuError):
    """The course folder cannot serve what was asked; the message is a Chinese sentence."""


@dataclass(frozen=True)
class Course:
    """A course folder: its own course/, and nbgrader's stages; `folder` gives absolute paths of an absolute root."""

    root: Path

    @property
    def facts_file(self) -> Path:
        """The figures: course/facts.csv."""
        return self.root / "course" / "facts.csv"

    @property
    def syllabus_file(self) -> Path:
        """Order, titles and minutes of the weeks: course/syllabus.toml."""
        return self.root / "course" / "syllabus.toml"

    def week_folder(self, week: str) -> Path:
        """The text of a week: course/WEEK."""
        return self.root / "course" / week

    def relative(self, path: Path) -> str:
        """A path below the root with forward slashes, for messages."""
        return path.relative_to(self.root).as_posix()

    def weeks(self) -> list[str]:
        """Names of the weeks that have pages, in the syllabus' order, the others after them.

        Raises:
            CourseError: there is no course/, as in a folder that only collects and marks.
        """
        texts = self.root / "course"
        if not texts.is_dir():
            raise CourseError(f"{self.root} 里没有 course 文件夹，这里只能收作业和批改。写课、发布，请到课程的文件夹里。")
        folders = sorted(path.name for path in texts.iterdir() if path.is_dir() and week_pages(path))
        ordered = [name for name in self.syllabus() if name in folders]
        return ordered + [name for name in folders if name not in ordered]

    def syllabus(self) -> dict[str, dict[str, object]]:
        """Each week's entry in syllabus.toml, in its order; empty without the file.

        Raises:
            tomllib.TOMLDecodeError: the file is not TOML.
        """
        if not self.syllabus_file.exists():
            return {}
        entries = tomllib.loads(read_text(self.syllabus_file)).get("week", [])
        if isinstance(entries, dict):
            return {name: entry for name, entry in entries.items() if isinstance(entry, dict)}
        named = ((entry.get("name") or entry.get("folder"), entry) for entry in entries)
        return {name: entry for name, entry in named if isinstance(name, str)}

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


def syllabus_points(entry: dict[str, object]) -> dict[str, float]:
    """Points of each notebook that a week's entry in the syllabus names."""
    points: dict[str, float] = {}
    for part in ("evening", "optional"):
        rows = entry.get(part)
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and "notebook" in row and isinstance(row.get("points"), int | float):
                points[str(row["notebook"])] = row["points"]
    return points


def week_pages(folder: Path) -> list[Path]:
    """The pages of a week in the order of their names: worksheets, then the optional part."""
    return [page for pattern in PAGE_PATTERNS for page in sorted(folder.glob(pattern))]


def find_course(start: Path | None = None) -> Course:
    """The course that holds `start` (default: the working folder): the nearest folder upwards with one of MARKS.

    Raises:
        CourseError: no such folder.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if any((folder / mark).is_file() for mark in MARKS):
            return Course(folder)
    raise CourseError(f"这里不是课程文件夹：{here} 和它的上层都没有 {CONFIG_NAME}。请先进到课程文件夹里。")
