"""Nothing that is hidden in the source may stand in the release, and no learner's file in the course."""

import re
from collections.abc import Iterator
from pathlib import Path

from nongju.building.expand import BuiltCell
from nongju.building.fault import FaultLog

_BEGIN = re.compile(r"BEGIN (HIDDEN TESTS|SOLUTION|MARK SCHEME)")
_END = re.compile(r"END (HIDDEN TESTS|SOLUTION|MARK SCHEME)")
_IMPORT = re.compile(r"(from\s+\S+\s+)?import\s")

TELLING = 8
"""Letters, digits or Chinese characters a hidden line needs before it can give anything away."""

_OPEN_TAGS = frozenset({"practice", "sheet", "predict", "form"})
"""Cells whose formulas learners may read, also where a key repeats them."""

_PEOPLES_FILES = re.compile(
    r"answers.*\.json|.*\.db|.*\.db-journal|nongju-hand-in\.json|roster\..*|.*\.zip", re.IGNORECASE
)
_PEOPLES_FOLDERS = frozenset({"uploads", "submitted", "received", "autograded", "feedback"})


def hidden_lines(source: str) -> Iterator[tuple[int, str]]:
    """Each line within a hidden region of a source cell, with its index; imports and brackets left out."""
    hidden = False
    for index, line in enumerate(source.split("\n")):
        if _BEGIN.search(line):
            hidden = True
        elif _END.search(line):
            hidden = False
        elif hidden and len(re.findall(r"\w", line)) >= TELLING and not _IMPORT.match(line.strip()):
            yield index, line.strip()


def check_release(cells: list[BuiltCell], released: dict[str, str], faults: FaultLog) -> None:
    """Fault for every hidden line that a released cell still holds.

    Arguments:
        cells: the source cells of one notebook.
        released: its released cells, id to source.
        faults: receives the leaks, at the key's own line where there is one.
    """
    open_ids = {built.node["id"] for built in cells if built.origin.tag in _OPEN_TAGS}
    visible = [text for identity, text in released.items() if identity not in open_ids]
    present = {line.strip() for text in visible for line in text.split("\n")}
    for text in visible:
        if _BEGIN.search(text):
            faults.error(cells[0].origin.file, 1, "leak", "a hidden region's marker is in the release")
    for built in cells:
        for index, line in hidden_lines(built.node["source"]):
            if line in present:
                file, number = _author_line(built, index, line)
                faults.error(
                    file, number, "leak", f"this line of the key stands in the release too: {line[:60]}"
                )


def check_peoples_files(folder: Path, shown: str, faults: FaultLog) -> None:
    """Fault for every learner's file or folder below a folder of the course.

    Arguments:
        folder: course/WEEK or source/WEEK.
        shown: its path below the root, for messages.
        faults: receives each file.
    """
    for path in sorted(folder.rglob("*")):
        name = f"{shown}/{path.relative_to(folder).as_posix()}"
        if path.is_dir() and path.name in _PEOPLES_FOLDERS:
            faults.error(name, 1, "peoples-data", "a learner's folder does not belong here; move it out")
        elif path.is_file() and _PEOPLES_FILES.fullmatch(path.name):
            faults.error(name, 1, "peoples-data", "a learner's file does not belong here; move it out")


def _author_line(built: BuiltCell, index: int, line: str) -> tuple[str, int]:
    cell = built.key or built.origin
    own = [number for number, text in enumerate(cell.source.split("\n")) if text.strip() == line]
    return cell.file, cell.line + (own[0] if own else index if built.key is None else 0)
