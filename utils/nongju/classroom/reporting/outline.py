"""What a week's notebooks and questions are called in Chinese, and in which part of the lesson each stands.

Read from the instructor's or the released notebook, never from a learner's copy, whose headings may be gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

HEADING = re.compile(r"^(#{1,4})\s+(.+?)\s*#*$", re.MULTILINE)
"""A Markdown heading; its depth is the first group's length, its text the second."""

EVENING = re.compile(r"(?P<week>.+?)[（(](?P<number>[一二三四五六七八九十])[）)]\s*(?P<title>.+)")
"""A notebook's title in a week of several evenings: 定价与毛利（一）一单赚多少."""

ADVANCED = "advanced"
"""Notebooks whose name begins so are 进阶, apart from the worksheets."""

COLLECTED = "收卷："
"""What the first line of a graded cell has in front of the question's name."""


@dataclass(frozen=True)
class Section:
    """A section of a lesson: the heading of its part (讲一讲), and its own (二 鲜的缩了水：用除，不用乘)."""

    part: str
    name: str


@dataclass(frozen=True)
class Outline:
    """One notebook of a week.

    Of each nbgrader cell `places` says in which part it stands, `under` the last heading before it, `names`
    what its own first line or heading calls it; `asks` holds the cells that get a mark, in order.
    """

    notebook: str
    title: str = ""
    sections: tuple[Section, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    under: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()

    @property
    def advanced(self) -> bool:
        """Whether it is 进阶."""
        return self.notebook.startswith(ADVANCED)

    @property
    def heading(self) -> str:
        """Its title within the week: 第一晚 一单赚多少, or its whole title in a week of one evening."""
        found = EVENING.fullmatch(self.title)
        return f"第{found['number']}晚 {found['title']}" if found else self.title or self.notebook

    @property
    def short(self) -> str:
        """How a sentence names it: 第一晚, or its title."""
        found = EVENING.fullmatch(self.title)
        return f"第{found['number']}晚" if found else self.title or self.notebook

    def parts(self) -> list[str]:
        """Headings of its parts, in order."""
        return list(dict.fromkeys(section.part for section in self.sections))


def outline_of(notebook: str, cells: Iterable[Mapping[str, Any]]) -> Outline:
    """The outline of a notebook of the course.

    Arguments:
        notebook: its name without suffix.
        cells: as the course made them.
    """
    title = part = last = ""
    sections: list[Section] = []
    places: dict[str, str] = {}
    under: dict[str, str] = {}
    names: dict[str, str] = {}
    asks: list[str] = []
    for cell in cells:
        source = text_of(cell)
        meta = cell.get("metadata", {}).get("nbgrader", {})
        name = str(meta.get("grade_id") or "")
        if cell["cell_type"] == "markdown":
            for depth, words in headings(source):
                title, last = title or words, words
                if depth == 2:
                    part = words
                    sections.append(Section(part, ""))
                elif depth > 2 and part:
                    sections.append(Section(part, words))
        if name:
            places[name], under[name] = part, last
            names[name] = _name_of(cell["cell_type"], source) or last
            if (meta.get("grade") and not meta.get("solution")) or meta.get("task"):
                asks.append(name)
    return Outline(notebook, title, tuple(sections), places, under, names, tuple(asks))


def outlines_of(notebooks: Mapping[str, Iterable[Mapping[str, Any]]]) -> list[Outline]:
    """The outlines of a week: evenings in order, then 进阶.

    Arguments:
        notebooks: cells of each notebook, by its name without suffix.
    """
    return [outline_of(name, notebooks[name]) for name in sorted(notebooks, key=in_order)]


def outlines_in(folders: Sequence[Path]) -> list[Outline]:
    """The outlines of the notebooks in the first folder that holds any: source/WEEK, say, or release/WEEK."""
    for folder in folders:
        found = {path.stem: path for path in folder.glob("*.ipynb") if not path.name.startswith(".")}
        if found:
            return [
                _outline(found[name], found[name].stat().st_mtime_ns) for name in sorted(found, key=in_order)
            ]
    return []


@lru_cache(64)  # the same for every learner of a class
def _outline(path: Path, _changed: int) -> Outline:
    try:
        return outline_of(path.stem, json.loads(path.read_bytes())["cells"])
    except (OSError, ValueError, KeyError, TypeError):
        return Outline(path.stem)


def in_order(notebook: str) -> tuple[bool, int, str]:
    """Sorts names of notebooks: evenings by their number, then 进阶."""
    number = re.search(r"\d+$", notebook)
    return notebook.startswith(ADVANCED), int(number.group()) if number else 0, notebook


def week_title(outlines: Sequence[Outline], week: str) -> str:
    """What a week is called: 定价与毛利; its folder's name when no notebook has a title."""
    titles = [one.title for one in outlines if one.title and not one.advanced]
    found = EVENING.fullmatch(titles[0]) if titles else None
    return found["week"] if found else titles[0] if titles else week


def headings(source: str) -> list[tuple[int, str]]:
    """Depth and words of each Markdown heading, without its marks."""
    found = HEADING.findall(source)
    return [(len(marks), re.sub(r"[*_`]", "", words)) for marks, words in found]


def text_of(cell: Mapping[str, Any]) -> str:
    """A cell's source as one text."""
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _name_of(kind: str, source: str) -> str:
    """The name in a cell's own words: its heading, or the Chinese comment in its first line."""
    if kind == "markdown":
        return next((words for _, words in headings(source)), "")
    first = source.partition("\n")[0]
    return first.lstrip("# ").removeprefix(COLLECTED).strip() if first.startswith("#") else ""
