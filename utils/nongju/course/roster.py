"""The class list: who is expected, under which id, and with which partner.

An instructor brings `roster.csv` or `roster.xlsx` from Excel or WPS, so encodings, full-width
signs, blank lines and numbers stored as 3.0 are expected. Every fault of the table is
collected before any is raised, each with its row number and a reason code:

    RosterProblems
      `- RosterProblem  header | blank-id | bad-id | duplicate-id | pair-unknown | pair-self | pair-differs
                        | class-mixed | unreadable | empty
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from nongju.errors import NongjuError
from nongju.course.identity import fault_of_id
from nongju.course.identity import normalise_id
from nongju.course.tables import TableError, plain_cell, read_table, safe_cell
from nongju.course.wholefile import write_whole

COLUMN_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "id": "id",
        "学号": "id",
        "编号": "id",
        "学员编号": "id",
        "账号": "id",
        "name": "name",
        "姓名": "name",
        "名字": "name",
        "昵称": "name",
        "学员": "name",
        "pair": "pair",
        "搭档": "pair",
        "同伴": "pair",
        "同桌": "pair",
        "class": "class_name",
        "班": "class_name",
        "班级": "class_name",
        "班次": "class_name",
        "班名": "class_name",
    }
)
"""Header cells that are understood, after NFKC and casefold, and the column each means."""


@dataclass(frozen=True)
class RosterProblem:
    """One fault of a roster: where, a reason code, and a Chinese sentence that says what to do."""

    row: int
    code: str
    sentence: str

    def __str__(self) -> str:
        """The sentence with its row number in front."""
        return f"第 {self.row} 行：{self.sentence}" if self.row else self.sentence


class RosterProblems(NongjuError, ValueError):
    """Every fault found in one roster, in the order of its rows."""

    def __init__(self, problems: Iterable[RosterProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Learner(BaseModel):
    """One row of the class list; `id` is normalised, `pair` is the partner's id or None."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    name: str = ""
    pair: str | None = None
    class_name: str = ""

    @field_validator("id", mode="before")
    @classmethod
    def _normal(cls, value: object) -> object:
        return normalise_id(value) if isinstance(value, str) else value

    @field_validator("id")
    @classmethod
    def _usable(cls, value: str) -> str:
        if fault := fault_of_id(value):
            raise ValueError(fault)
        return value

    @field_validator("pair", mode="before")
    @classmethod
    def _partner(cls, value: object) -> object:
        return (normalise_id(value) or None) if isinstance(value, str) else value

    @field_validator("name", "class_name")
    @classmethod
    def _one_line(cls, value: str) -> str:
        return " ".join(value.split())[:60]


@dataclass(frozen=True)
class Roster:
    """The class by normalised id, in the order of the file; `path` is None when there was no file."""

    learners: Mapping[str, Learner] = field(default_factory=dict)
    path: Path | None = None

    @property
    def class_name(self) -> str:
        """The class whose list it is; "" where the list does not say."""
        return next((one.class_name for one in self if one.class_name), "")

    def __contains__(self, learner: object) -> bool:
        return learner in self.learners

    def __iter__(self) -> Iterator[Learner]:
        return iter(self.learners.values())

    def __len__(self) -> int:
        return len(self.learners)


def read_roster(path: Path, class_name: str = "") -> Roster:
    """The class list in a .csv or .xlsx file.

    Arguments:
        path: the file.
        class_name: whose list it is, where the file does not say; the class to take, where it holds several.

    Raises:
        RosterProblems: the file cannot be read, or any row is at fault; holds all of them.
    """
    try:
        filled = [(number, cells) for number, cells in read_table(path) if any(cells)]
    except TableError as error:
        raise RosterProblems([RosterProblem(0, "unreadable", f"名单 {path.name} {error}")]) from error
    if not filled:
        raise RosterProblems([RosterProblem(0, "empty", f"名单 {path.name} 是空的")])
    header_row, header = filled[0]
    columns = {COLUMN_NAMES.get(_plain(cell).casefold().replace(" ", "")): i for i, cell in enumerate(header)}
    if "id" not in columns:
        raise RosterProblems(
            [RosterProblem(header_row, "header", "缺列名。第一行要写：id,name（编号,姓名），才认得出哪一列")]
        )
    problems: list[RosterProblem] = []
    learners: dict[str, Learner] = {}
    found_at: dict[str, int] = {}
    wanted = Learner(id="x", class_name=class_name).class_name
    for number, cells in filled[1:]:
        learner = _learner_of(number, cells, columns, problems)
        if learner is None or (wanted and learner.class_name not in ("", wanted)):
            continue
        learner = learner.model_copy(update={"class_name": learner.class_name or wanted})
        if learner.id in learners:
            sentence = f"编号「{learner.id}」和第 {found_at[learner.id]} 行重复"
            problems.append(RosterProblem(number, "duplicate-id", sentence))
            continue
        learners[learner.id] = learner
        found_at[learner.id] = number
    problems.extend(_pair_problems(learners, found_at))
    classes = sorted({one.class_name for one in learners.values()} - {""})
    if len(classes) > 1:
        sentence = f"名单里有几个班（{'、'.join(classes)}）。用 --class 说要哪一个"
        problems.append(RosterProblem(0, "class-mixed", sentence))
    if not learners and not problems:
        problems.append(RosterProblem(0, "empty", f"名单 {path.name} 只有列名，没有学员"))
    if problems:
        raise RosterProblems(sorted(problems, key=lambda problem: problem.row))
    return Roster(learners, path)


def find_roster(course: Path) -> Roster:
    """The roster beside nbgrader_config.py: roster.csv, else roster.xlsx, else an empty one."""
    for name in ("roster.csv", "roster.xlsx"):
        if (course / name).is_file():
            return read_roster(course / name)
    return Roster()


def write_roster(roster: Roster, path: Path) -> None:
    """Writes the normalised list as UTF-8 csv with a BOM (Excel needs it), formulas defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    head = ["id", "name", "pair", *(["class"] if roster.class_name else [])]
    writer.writerow(head)
    for learner in roster:
        cells = [learner.id, learner.name, learner.pair or "", learner.class_name]
        writer.writerow([safe_cell(cell) for cell in cells[: len(head)]])
    write_whole(path, text.getvalue().encode("utf-8-sig"))


def _learner_of(
    number: int, cells: list[str], columns: Mapping[str | None, int], problems: list[RosterProblem]
) -> Learner | None:
    there = {name: i for name, i in columns.items() if name is not None and i < len(cells)}
    values = {name: plain_cell(_plain(cells[i])) for name, i in there.items()}
    if not values.get("id"):
        problems.append(RosterProblem(number, "blank-id", "没有编号"))
        return None
    try:
        return Learner.model_validate(values)
    except ValidationError as error:
        reason = str(error.errors()[0]["msg"]).removeprefix("Value error, ")
        problems.append(RosterProblem(number, "bad-id", f"「{values['id']}」：{reason}"))
        return None


def _pair_problems(learners: Mapping[str, Learner], found_at: Mapping[str, int]) -> Iterator[RosterProblem]:
    for learner in learners.values():
        if learner.pair is None:
            continue
        row = found_at[learner.id]
        partner = learners.get(learner.pair)
        if learner.pair == learner.id:
            yield RosterProblem(row, "pair-self", "搭档写成了自己")
        elif partner is None:
            yield RosterProblem(row, "pair-unknown", f"搭档「{learner.pair}」不在名单上")
        elif partner.pair not in (None, learner.id):
            yield RosterProblem(row, "pair-differs", f"搭档「{partner.id}」的搭档写的是「{partner.pair}」")


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).replace("\u200b", "").replace("\ufeff", "").strip()
