"""Course text (jupytext MyST) as cells that remember their file and line."""

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import yaml  # type: ignore[import-untyped]
from jupytext import myst
from markdown_it.token import Token

from nongju.building.fault import FaultLog

_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*(\{[^}\s]*\}?)")
_CELL_DIRECTIVES = (myst.CODE_DIRECTIVE, myst.RAW_DIRECTIVE)
_QUESTION_DIRECTIVE = "{question}"

QUESTION_LINE = "question-line"
"""Kind of the line that says where a question stands; `nongju.building.questions` puts its cells there."""


@dataclass(frozen=True)
class Cell:
    """One cell of a page as its author wrote it; `line` is that of the first source line."""

    kind: str
    """`markdown`, `code` or QUESTION_LINE."""
    source: str
    line: int
    file: str
    tags: tuple[str, ...] = ()
    name: str = ""
    points: object = None
    """As written; the vocabulary checks that it is a number above 0."""
    title: str = ""
    """What the worksheet calls a question; learners read it above the form."""

    @property
    def tag(self) -> str:
        """The only tag, or an empty text."""
        return self.tags[0] if len(self.tags) == 1 else ""


@dataclass(frozen=True)
class Page:
    """One notebook-to-be: its name, its file and its cells."""

    file: str
    cells: list[Cell] = field(default_factory=list)
    lines: int = 0

    @property
    def name(self) -> str:
        """The notebook's name: `worksheet-1`."""
        return PurePosixPath(self.file).stem


def read_page(text: str, file: str, faults: FaultLog) -> Page:
    """The page's cells; faults of the MyST text itself go to `faults` and leave the page empty.

    Arguments:
        text: the whole file, any line ends.
        file: its path below the course's root, for messages.
        faults: receives every fault found.
    """
    lines = text.split("\n")
    before = len(faults.errors)
    tokens = myst.get_parser().parse(text + "\n")
    _check_blocks(tokens, lines, file, faults)
    if len(faults.errors) > before:
        return Page(file)
    placed = _question_lines(tokens)
    for line in placed:
        lines[line - 1] = f"```{myst.CODE_DIRECTIVE} ipython3"  # jupytext knows no other cell
    text = "\n".join(lines)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            notebook = myst.myst_to_notebook(text, add_source_map=True)
        except (myst.MystMetadataParsingError, yaml.YAMLError) as error:
            faults.error(file, 1, "myst", f"the text between the --- lines at the top is not YAML: {error}")
            return Page(file)
    for warning in caught:
        faults.error(file, 1, "myst", f"jupytext warns: {warning.message}")
    cells = []
    for cell, start in zip(notebook.cells, notebook.metadata["source_map"], strict=True):
        if start in placed:
            name, title = placed[start]
            cells.append(Cell(QUESTION_LINE, "", start, file, name=name, title=title))
            continue
        if cell.cell_type == "raw":
            faults.error(file, start, "raw-cell", "a raw cell is not shown; make it Markdown or remove it")
            continue
        code = cell.cell_type == "code"
        skipped = _code_start(lines, start) if code else _text_start(lines, start)
        cells.append(cell_of(cell.cell_type, cell.source, skipped + 1, file, cell.metadata, faults))
    return Page(file, cells, len(lines) - 1)


def _question_lines(tokens: Iterable[Token]) -> dict[int, tuple[str, str]]:
    """Line of each question directive, with the question's name and title."""
    found = {}
    for token in tokens:
        directive, name, title = [*token.info.split(maxsplit=2), "", "", ""][:3]
        if token.type == "fence" and directive == _QUESTION_DIRECTIVE and token.map is not None:
            found[token.map[0] + 1] = (name, title.strip())
    return found


def _check_blocks(tokens: Iterable[Token], lines: list[str], file: str, faults: FaultLog) -> None:
    """Faults that jupytext passes over in silence, or names without a line."""
    for token in tokens:
        if token.map is None:
            continue
        line = token.map[0] + 1
        if token.type == "myst_block_break":
            try:
                _check_tags(myst.read_cell_metadata(token, 0), line, file, faults)
            except myst.MystMetadataParsingError:
                faults.error(
                    file,
                    line,
                    "myst",
                    f'after +++ comes nothing or JSON such as {{"tags": ["task"]}}: {token.content.strip()}',
                )
        elif token.type in ("code_block", "fence"):
            _check_fence(token, line, lines, file, faults)
        elif token.type == "inline" and _FENCE.match(token.content):
            faults.error(file, line, "myst", "this fence does not begin a block; put an empty line before it")


def _check_fence(token: Token, line: int, lines: list[str], file: str, faults: FaultLog) -> None:
    if token.type == "code_block":
        faults.error(file, line, "indented", "four spaces in front make this a code block; remove them")
        return
    directive = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    assert token.map is not None
    last = lines[min(token.map[1], len(lines)) - 1].strip()
    closed = (
        token.map[1] - token.map[0] > 1 and last.startswith(token.markup) and not last.strip(token.markup[0])
    )
    if not closed:
        faults.error(file, line, "unclosed", f"this cell is never closed; add a line {token.markup} after it")
        return
    if directive == _QUESTION_DIRECTIVE:
        _check_question_line(token, line, file, faults)
        return
    if directive.startswith("{") and directive not in _CELL_DIRECTIVES:
        message = f"unknown directive {directive}; a question stands as ```{{question}} NAME TITLE"
        faults.error(file, line, "directive", message)
    if directive not in _CELL_DIRECTIVES:
        return
    if token.level:
        faults.error(
            file, line, "nested", "a cell inside a list or a quotation is not run; start it at the margin"
        )
    try:
        _, options = myst.parse_directive_options(token.content, "")
        _check_tags(options, line, file, faults)
    except (myst.MystMetadataParsingError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        faults.error(file, line, "myst", f"the cell's options are not YAML: {reason}")
    lexer = token.info[len(directive) :].strip()
    if lexer and lexer not in ("ipython3", "python", "python3"):
        faults.error(
            file, line, "language", f"{lexer!r} is not run here; write {myst.CODE_DIRECTIVE} ipython3"
        )


def _check_question_line(token: Token, line: int, file: str, faults: FaultLog) -> None:
    """A question's line names it, gives its title, and holds nothing else."""
    if len(token.info.split(maxsplit=2)) < 3:
        message = "give the question's name and its title: ```{question} p1 第 1 题 这一单开不开"
        faults.error(file, line, "question-line", message)
    if token.content.strip():
        message = "close it on the next line with ```; the question itself stands in questions/"
        faults.error(file, line, "question-line", message)
    if token.level:
        faults.error(
            file, line, "nested", "a question inside a list or a quotation is not shown; start at the margin"
        )


def _check_tags(options: object, line: int, file: str, faults: FaultLog) -> None:
    tags = options.get("tags", []) if isinstance(options, dict) else None
    if isinstance(tags, list) and all(isinstance(tag, str) for tag in tags):
        return
    faults.error(file, line, "tags", "tags are a list of words, such as [question]")


def _text_start(lines: list[str], start: int) -> int:
    while start < len(lines) - 1 and not lines[start].strip():
        start += 1
    return start


def _code_start(lines: list[str], start: int) -> int:
    """Index of a code cell's first own line, after its options and one empty line."""
    if lines[start].startswith("---"):
        start += 1
        while not lines[start].startswith("---"):
            start += 1
        start += 1
    else:
        while lines[start].lstrip().startswith(":"):
            start += 1
    return start if lines[start].strip() else start + 1


def cell_of(kind: str, source: str, line: int, file: str, metadata: dict[str, Any], faults: FaultLog) -> Cell:
    """A cell with its tags, name and points; any other option is a fault."""
    options = dict(metadata)
    tags = tuple(str(tag) for tag in options.pop("tags", ()))
    name = options.pop("name", "")
    points = options.pop("points", None)
    for option in options:
        faults.error(file, line, "option", f"unknown option {option!r}; a cell takes tags, name and points")
    return Cell(kind, source, line, file, tags, str(name), points)
