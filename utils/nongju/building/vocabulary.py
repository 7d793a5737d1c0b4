"""The tags an author may write, and what each of them needs."""

import difflib
import math
import re
from dataclasses import dataclass

from nongju.building.fault import FaultLog
from nongju.building.myst import Cell, Page
from nongju.marking.mark import MARK_SUFFIX


@dataclass(frozen=True)
class Tag:
    """What a tagged cell must carry."""

    word: str
    kind: str = "code"
    points: bool = False
    """Whether points are required; they are refused elsewhere."""
    advanced: bool = False
    """Whether the tag belongs to advanced.md alone."""


TAGS = {
    tag.word: tag
    for tag in (
        Tag("question"),
        Tag("key", points=True),
        Tag("practice"),
        Tag("predict"),
        Tag("sheet"),
        Tag("form"),
        Tag("solution", advanced=True),
        Tag("tests", points=True, advanced=True),
        Tag("task", kind="markdown", points=True),
    )
}

MARKED = ("question", "predict")
"""Tags of the cells that a key cell follows."""

IN_QUESTION_FILES = ("question", "predict", "key", "practice", "sheet", "form")
"""Tags of the cells that a question's file may hold."""


NAME_LIMIT = 40
"""Characters; a cell id holds the notebook's name too and has at most 64 (nbformat 4.5)."""

_NAME = re.compile(r"[a-z][a-z0-9_-]*")


def check_page(page: Page, faults: FaultLog) -> list[Cell]:
    """The page's cells that can be built; every fault of tag, name and points goes to `faults`."""
    good = [cell for cell in page.cells if _check_cell(cell, page, faults)]
    _check_pairs(page.cells, faults)
    return good


def check_names(pages: list[Page], faults: FaultLog) -> None:
    """Faults of names used twice in a week: answers.json knows questions by name alone."""
    seen: dict[str, Cell] = {}
    for cell in (cell for page in pages for cell in page.cells):
        if not cell.name or cell.tag not in TAGS or cell.tag == "key":
            continue
        names = [cell.name, cell.name + MARK_SUFFIX] if cell.tag in MARKED else [cell.name]
        for name in names:
            first = seen.setdefault(name, cell)
            if first is not cell:
                faults.error(
                    cell.file,
                    cell.line,
                    "duplicate-name",
                    f"name {name!r} is taken ({first.file}:{first.line}); choose another",
                )


def points_of(cell: Cell) -> float | None:
    """The cell's points, whole ones as int; None if they are not a number above 0."""
    points = cell.points
    if isinstance(points, bool) or not isinstance(points, int | float):
        return None
    return points if math.isfinite(points) and points > 0 else None


def _check_cell(cell: Cell, page: Page, faults: FaultLog) -> bool:
    if cell.kind == "markdown" and not cell.tags:
        if cell.name or cell.points is not None:
            faults.error(cell.file, cell.line, "untagged", "a text with name or points needs the tag task")
        return True
    if not cell.tags:
        faults.error(cell.file, cell.line, "untagged", f"give this cell one tag: {', '.join(TAGS)}")
        return False
    if len(cell.tags) > 1:
        faults.error(cell.file, cell.line, "two-tags", f"one tag a cell, not {' and '.join(cell.tags)}")
        return False
    tag = TAGS.get(cell.tag)
    if tag is None:
        near = difflib.get_close_matches(cell.tag, TAGS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(TAGS)}"
        faults.error(cell.file, cell.line, "unknown-tag", f"unknown tag {cell.tag!r}; {hint}")
        return False
    if tag.kind != cell.kind:
        faults.error(cell.file, cell.line, "unknown-tag", f"tag {tag.word} belongs to a {tag.kind} cell")
        return False
    if tag.advanced and not page.name.startswith("advanced"):
        faults.error(
            cell.file,
            cell.line,
            "advanced-only",
            f"tag {tag.word} belongs in advanced.md; learners type no code here",
        )
    return _check_name(cell, faults) and _check_points(cell, tag, faults)


def _check_name(cell: Cell, faults: FaultLog) -> bool:
    if not cell.name:
        faults.error(cell.file, cell.line, "no-name", f"a {cell.tag} cell needs a name, such as :name: p1")
        return False
    if not _NAME.fullmatch(cell.name) or len(cell.name) > NAME_LIMIT:
        faults.error(
            cell.file,
            cell.line,
            "bad-name",
            f"name {cell.name!r} must be lower-case letters, digits, - or _, at most {NAME_LIMIT}",
        )
        return False
    return True


def _check_points(cell: Cell, tag: Tag, faults: FaultLog) -> bool:
    if not tag.points:
        if cell.points is not None:
            where = "on its key cell" if cell.tag in MARKED else "nowhere"
            faults.error(cell.file, cell.line, "points", f"points of a {cell.tag} cell stand {where}")
        return True
    if cell.points is None:
        faults.error(
            cell.file,
            cell.line,
            "no-points",
            f"{cell.tag} {cell.name!r} has no points; add :points: and a number",
        )
        return False
    if points_of(cell) is None:
        faults.error(
            cell.file, cell.line, "no-points", f"points must be a number above 0, not {cell.points!r}"
        )
        return False
    return True


def _check_pairs(cells: list[Cell], faults: FaultLog) -> None:
    """A question or prediction is followed at once by its key, and a key follows one of them."""
    for before, cell in zip([None, *cells], [*cells, None], strict=True):
        if before is not None and before.tag in MARKED and (cell is None or cell.tag != "key"):
            faults.error(
                before.file,
                before.line,
                "no-key",
                f"{before.tag} {before.name!r} needs a key cell of the same name right after it",
            )
        if cell is None or cell.tag != "key":
            continue
        if before is None or before.tag not in MARKED:
            faults.error(
                cell.file, cell.line, "lone-key", f"key {cell.name!r} must stand right after its question"
            )
        elif before.name != cell.name:
            faults.error(
                cell.file,
                cell.line,
                "no-key",
                f"key {cell.name!r} stands after {before.tag} {before.name!r}; give both one name",
            )
