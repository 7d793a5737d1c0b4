"""Where a course keeps things: the course's root, its weeks, and each week's files."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from nongju.course.texts import read_text

PAGE_PATTERNS = ("worksheet*.md", "advanced*.md")
"""Pages that become notebooks; teaching.md is for the instructor alone."""

COPIED_FOLDERS = ("data", "assets")
"""Folders of a week that go to learners as they are."""


class NoCourseError(Exception):
    """There is no course here, or no such week in it."""


@dataclass(frozen=True)
class Course:
    """A course folder with course/, source/ and release/."""

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
        """Names of the weeks that have pages, in the syllabus' order, the others after them."""
        folders = sorted(
            path.name for path in (self.root / "course").iterdir() if path.is_dir() and week_pages(path)
        )
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
    """The course whose folder is `start` (default: the working folder) or a parent of it.

    Raises:
        NoCourseError: no folder up to the root of the disk holds course/.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "course" / "facts.csv").is_file():
            return Course(folder)
    raise NoCourseError(f"no course/facts.csv in {here} or above it; run this in the course's folder")
