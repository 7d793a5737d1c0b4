"""Reading the explanation of a mark back from an autograded notebook.

Only graded cells are asked, and what they hold is checked: a notebook is a file that anybody can edit,
and learner code in an advanced notebook may have written it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from nongju.clips.summary import checked_poster
from nongju.marking.mark import MARK_MIME, MARK_VERSION
from nongju.marking.part import Verdict

Words = Annotated[str, Field(max_length=20_000)]
Picture = Annotated[str, AfterValidator(checked_poster)]
"""A still of a clip or photo; what is no small JPEG is left out."""
Points = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]


class ReadMisconception(BaseModel):
    """A named way of thinking behind a wrong answer, as the mark told it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Annotated[str, Field(max_length=80)]
    title: Words
    hint: Words


class ReadPart(BaseModel):
    """The mark of one field."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    field: Annotated[str, Field(max_length=80)]
    label: Words
    verdict: Verdict
    points: Points
    max_points: Points
    answer: Words
    key: Words
    why: Words
    misconception: ReadMisconception | None = None
    picture: Picture = ""
    unread: bool = False
    notes: tuple[Words, ...] = ()


class ReadMark(BaseModel):
    """The mark of one question, version 1 of the JSON that `nongju.marking.mark` writes.

    `unread`, `notes`, `story` and `see` came later; a mark without them reads as before.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: Literal[1]
    week: Annotated[str, Field(max_length=80)]
    question: Annotated[str, Field(max_length=80)]
    title: Words
    learner: str | None
    scene: Annotated[str, Field(max_length=200)]
    points: Points
    max_points: Points
    verdict: Verdict
    parts: tuple[ReadPart, ...]
    notes: tuple[Words, ...] = ()
    needs_person: bool = False
    story: Words = ""
    see: Annotated[str, Field(max_length=200)] = ""


assert MARK_VERSION == 1, "ReadMark reads version 1"


def marks_in(cells: Iterable[Mapping[str, Any]]) -> dict[str, ReadMark]:
    """The mark that each graded cell shows, by grade_id; cells without a readable one are left out."""
    found = {grade_id_of(cell): mark_in(cell) for cell in cells if is_graded(cell)}
    return {name: mark for name, mark in found.items() if mark is not None}


def is_graded(cell: Mapping[str, Any]) -> bool:
    """Whether nbgrader takes a mark from this cell and the learner could not edit it."""
    meta = cell.get("metadata", {}).get("nbgrader", {})
    return cell["cell_type"] == "code" and bool(meta.get("grade")) and not meta.get("solution")


def grade_id_of(cell: Mapping[str, Any]) -> str:
    """The cell's grade_id; empty when it has none."""
    return str(cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", ""))


def mark_in(cell: Mapping[str, Any]) -> ReadMark | None:
    """The last readable mark among a cell's outputs."""
    for output in reversed(cell.get("outputs", [])):
        data = output.get("data", {}).get(MARK_MIME)
        if data is None:
            continue
        try:
            return ReadMark.model_validate(data)
        except ValidationError:
            continue
    return None
