"""A question's file, course/WEEK/questions/NAME.py: one question whole, in jupytext's percent format.

    # %% tags=["question"]
    # 第 1 题：这一单开不开
    q = form.question("pricing-margin/p1", scenes=[...], fields=[...])

    # %% tags=["key"] points=5
    q.mark(...)

The worksheet says where it stands and what it is called, so that who edits the lesson needs no Python:

    ```{question} p1 第 1 题 这一单开不开
    ```
"""

import difflib
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jupytext

from nongju.building.fault import FaultLog
from nongju.building.myst import QUESTION_LINE, Cell, Page, cell_of
from nongju.building.vocabulary import IN_QUESTION_FILES, TAGS
from nongju.course.texts import UnreadableTextError, read_text

FOLDER = "questions"
"""Folder of a week that holds its questions."""

LONGEST_QUESTION = 150
"""Lines of a question's file: what one person takes in at two screens."""

LONGEST_WORKSHEET = 450
"""Lines of a worksheet: a lesson that an instructor reads through and edits."""

_HEADER = re.compile(r"# %%")


def place_questions(page: Page, folder: Path, shown: str, placed: dict[str, str], faults: FaultLog) -> Page:
    """The page with the cells of each question's file in the place of its line.

    Arguments:
        page: as `read_page` gives it.
        folder: course/WEEK.
        shown: its path below the root, for messages.
        placed: name of each question that the week's pages have shown so far, and where; grows.
        faults: receives a question without a file, one that stands twice, and every fault of the files.
    """
    cells: list[Cell] = []
    worksheet = page.name.startswith("worksheet")
    for cell in page.cells:
        if cell.kind != QUESTION_LINE:
            cells.append(cell)
        elif cell.name in placed:
            message = (
                f"question {cell.name!r} stands in {placed[cell.name]} already; a question has one place"
            )
            faults.error(cell.file, cell.line, "placed-twice", message)
        else:
            placed[cell.name] = f"{cell.file}:{cell.line}"
            cells += _placed(cell, folder, shown, faults)
        if worksheet and cell.kind == "code":
            message = f"code stands in {FOLDER}/NAME.py; write ```{{question}} NAME TITLE here"
            faults.error(page.file, cell.line, "code-in-lesson", message)
    if worksheet and page.lines > LONGEST_WORKSHEET:
        message = f"{page.lines} lines, at most {LONGEST_WORKSHEET}: cut the lesson"
        faults.error(page.file, page.lines, "long-page", message)
    return replace(page, cells=cells)


def check_placed(pages: list[Page], folder: Path, shown: str, faults: FaultLog) -> None:
    """Fault for every question's file that no page names."""
    named = {cell.name for page in pages for cell in page.cells}
    for path in question_files(folder):
        if path.stem not in named:
            message = f"no page shows this question; write ```{{question}} {path.stem} TITLE where it stands"
            faults.error(f"{shown}/{FOLDER}/{path.name}", 1, "unplaced", message)


def question_files(folder: Path) -> list[Path]:
    """The question files of course/WEEK, by name."""
    return sorted((folder / FOLDER).glob("*.py"))


def read_question(text: str, file: str, name: str, title: str, faults: FaultLog) -> list[Cell]:
    """The cells of a question's file.

    Arguments:
        text: the whole file.
        file: its path below the root, for messages.
        name: of the question, which is the file's.
        title: what the worksheet calls it.
        faults: receives every fault found.
    """
    lines = text.split("\n")
    if len(lines) - 1 > LONGEST_QUESTION:
        message = f"{len(lines) - 1} lines, at most {LONGEST_QUESTION}: say it shorter, or make two questions"
        faults.error(file, len(lines) - 1, "long-question", message)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        notebook = jupytext.reads(text, fmt="py:percent")
    starts = list(_starts(lines))
    if len(starts) != len(notebook.cells):
        message = 'everything stands below a line such as # %% tags=["question"]'
        faults.error(file, 1, "question-file", message)
        return []
    cells = []
    for node, line in zip(notebook.cells, starts, strict=True):
        metadata = {key: value for key, value in node.metadata.items() if key != "lines_to_next_cell"}
        made = replace(cell_of("code", node.source, line, file, metadata, faults), name=name, title=title)
        if node.cell_type != "code" or (made.tag in TAGS and made.tag not in IN_QUESTION_FILES):
            known = ", ".join(IN_QUESTION_FILES)
            faults.error(file, line, "question-file", f"a cell here has one of the tags {known}")
            continue
        cells.append(made)
    return cells


def _placed(cell: Cell, folder: Path, shown: str, faults: FaultLog) -> list[Cell]:
    """The cells of the question that a line names; none with a fault."""
    path = folder / FOLDER / f"{cell.name}.py"
    if not path.is_file():
        near = difflib.get_close_matches(cell.name, [one.stem for one in question_files(folder)], n=1)
        hint = f"did you mean {near[0]}?" if near else f"write it, or remove the line {cell.line}"
        faults.error(cell.file, cell.line, "no-question", f"there is no {FOLDER}/{cell.name}.py; {hint}")
        return []
    try:
        text = read_text(path)
    except UnreadableTextError as error:
        faults.error(f"{shown}/{FOLDER}/{path.name}", error.line, "encoding", str(error))
        return []
    return read_question(text, f"{shown}/{FOLDER}/{path.name}", cell.name, cell.title, faults)


def _starts(lines: list[str]) -> Iterator[int]:
    """Line, from 1, on which each cell's own text begins."""
    for index, line in enumerate(lines):
        if _HEADER.match(line):
            first = index + 1
            while first < len(lines) - 1 and not lines[first].strip():
                first += 1
            yield first + 1
