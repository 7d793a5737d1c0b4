"""Real-world figures of the course, read from course/facts.csv.

One row is one figure: key, value, unit, year, place, topic, source, checked, certainty,
note. Rows that measure the same thing carry the same `topic`, so that sources which
disagree are shown together. A figure that nobody filled in yet (the instructor's own
shop) has an empty value.

Certainty: S published page, L law text read, A the platform's own document, P one
practitioner's handbook, W weak page, SEED the course's founding essay alone; GK general
knowledge, U unknown, ASSUMED chosen by this course. The last three may set a default that
a learner changes; they are never stated as facts.
"""

import csv
import difflib
import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nongju.errors import NongjuError
from nongju.digits import plain
from nongju.course.texts import read_text

COLUMNS = ("key", "value", "unit", "year", "place", "topic", "source", "checked", "certainty", "note")
"""Columns that facts.csv must have; `topic` and `note` may be empty in a row. `conflict` may follow."""

STATED = frozenset({"S", "L", "A", "P", "W", "SEED"})
"""Certainties that may be stated with a date and a place."""

ASSUMED = frozenset({"GK", "U", "ASSUMED"})
"""Certainties that may only set a default which the learner can change."""

ASSUMPTION_MARK = "（估的，自己改）"
"""Follows a value that is an assumption wherever a learner reads it."""

_KEY = re.compile(r"[a-z][a-z0-9_.]*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHEN = re.compile(r"(约?)(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_TIGHT_UNITS = ("%", "折")


@dataclass(frozen=True)
class FactProblem:
    """What is wrong with one row of facts.csv; `row` is its line in the file, from 1."""

    row: int
    message: str


class FactsError(NongjuError):
    """facts.csv cannot be used; `problems` holds every row's fault, in file order."""

    def __init__(self, file: str, problems: list[FactProblem]) -> None:
        self.file = file
        self.problems = problems
        super().__init__("\n".join(f"{file}:{problem.row}: {problem.message}" for problem in problems))


class UnknownFactError(NongjuError, KeyError):
    """No row has this key; the message offers the nearest ones."""

    def __str__(self) -> str:
        return str(self.args[0])


class EmptyFactError(NongjuError, ValueError):
    """The row exists, but nobody filled in its value yet."""


def with_unit(value: float, unit: str, digits: int | None = None) -> str:
    """A value and its unit as learners read them: `14 元`, `5%`, `8折`, `100 万元`.

    Whole thousands from ten thousand up are written in 万.
    """
    if abs(value) >= 10_000 and value % 1000 == 0 and unit not in _TIGHT_UNITS:
        return f"{plain(value / 10_000)} 万{unit}"
    number = plain(value, digits)
    return f"{number}{unit}" if unit in _TIGHT_UNITS or not unit else f"{number} {unit}"


@dataclass(frozen=True)
class Fact:
    """One figure with its unit, date, place, source and certainty."""

    key: str
    value: float | None
    unit: str
    year: str
    place: str
    topic: str
    source: str
    checked: str
    certainty: str
    note: str
    row: int
    conflict: str = ""

    @property
    def stated(self) -> bool:
        """Whether a worksheet may state this figure as a fact."""
        return self.certainty in STATED

    @property
    def number(self) -> float:
        """The value.

        Raises:
            EmptyFactError: nobody filled it in yet.
        """
        if self.value is None:
            raise EmptyFactError(f"fact {self.key!r} has no value yet (facts.csv row {self.row})")
        return self.value

    @property
    def when(self) -> str:
        """The date in words: `2023年1月`, `约2019年`; empty if the source has none."""
        match = _WHEN.fullmatch(self.year)
        if match is None:
            return self.year
        about, year, month, day = match.groups()
        return f"{about}{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")

    def shown(self) -> str:
        """Value and unit: `6%`."""
        return with_unit(self.number, self.unit)

    def dated(self) -> str:
        """Value and unit with the date and the place, or the source where no place is given."""
        aside = "，".join(part for part in (self.when, self.place or self.source) if part)
        return f"{self.shown()}（{aside}）"

    def assumed(self) -> str:
        """Value and unit, marked as an assumption that the learner may change."""
        return self.shown() + ASSUMPTION_MARK


class Facts(Mapping[str, Fact]):
    """Every fact by key, in file order."""

    def __init__(self, rows: list[Fact]) -> None:
        self._rows = {fact.key: fact for fact in rows}

    def __getitem__(self, key: str) -> Fact:
        try:
            return self._rows[key]
        except KeyError:
            near = difflib.get_close_matches(key, self._rows, n=3, cutoff=0.5)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; add it to facts.csv"
            raise UnknownFactError(f"no fact {key!r} in facts.csv{hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def topic(self, name: str) -> list[Fact]:
        """Every row about one topic, in file order: a table of presets, or sources side by side."""
        return [fact for fact in self._rows.values() if fact.topic == name]

    def conflicts(self) -> dict[str, list[Fact]]:
        """Rows that measure the same thing and disagree, by their mark in the column `conflict`."""
        found: dict[str, list[Fact]] = {}
        for fact in self._rows.values():
            if fact.conflict:
                found.setdefault(fact.conflict, []).append(fact)
        return found


def read_facts(path: Path) -> Facts:
    """Facts of the file.

    Raises:
        FactsError: any row has a fault; it lists all of them with their row numbers.
        FileNotFoundError: there is no such file.
    """
    return parse_facts(read_text(path), path.name)


def parse_facts(text: str, file: str = "facts.csv") -> Facts:
    """Facts of csv text; `file` names it in the problems. Raises FactsError like `read_facts`."""
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    problems: list[FactProblem] = []
    facts: list[Fact] = []
    first_row: dict[str, int] = {}
    conflict_rows: dict[str, list[int]] = {}
    try:
        absent = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if absent:
            raise FactsError(file, [FactProblem(1, f"missing column {', '.join(absent)}")])
        for cells in reader:
            row = reader.line_num
            found = _row_problems(cells)
            key = (cells["key"] or "").strip()
            if key in first_row:
                found.append(f"duplicate key {key!r}, first used in row {first_row[key]}")
            first_row.setdefault(key, row)
            if mark := (cells.get("conflict") or "").strip():
                conflict_rows.setdefault(mark, []).append(row)
            problems.extend(FactProblem(row, message) for message in found)
            if not found:
                facts.append(_fact(cells, row))
    except csv.Error as error:
        problems.append(FactProblem(reader.line_num, f"not readable as csv: {error}"))
    problems.extend(
        FactProblem(rows[0], f"conflict {mark!r} stands in one row only; mark the row it disagrees with too")
        for mark, rows in conflict_rows.items()
        if len(rows) == 1
    )
    if problems:
        raise FactsError(file, sorted(problems, key=lambda problem: problem.row))
    return Facts(facts)


def _row_problems(cells: dict[str, str]) -> list[str]:
    """Every fault of one row, apart from a repeated key."""
    if cells.get(None) or None in cells.values():  # type: ignore[call-overload]
        return [f"expected {len(COLUMNS)} columns; put quotes round a text that holds a comma"]
    problems = []
    text = {column: cells[column].strip() for column in COLUMNS}
    if not _KEY.fullmatch(text["key"]):
        problems.append(f"key {text['key']!r} must be lower-case letters, digits, '_' or '.'")
    if text["value"] and _number(text["value"]) is None:
        problems.append(f"value {text['value']!r} is not a number")
    if text["certainty"] not in STATED | ASSUMED:
        allowed = " ".join(sorted(STATED | ASSUMED))
        problems.append(f"certainty {text['certainty']!r} is unknown; use one of {allowed}")
    elif not text["value"] and text["certainty"] in STATED:
        problems.append("a stated fact needs a value; leave it empty only with certainty U")
    if not text["source"]:
        problems.append("source is missing; name who published it, and when")
    if not _DATE.fullmatch(text["checked"]):
        problems.append(f"checked must be a date such as 2026-11-22, not {text['checked']!r}")
    return problems


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _fact(cells: dict[str, str], row: int) -> Fact:
    text = {column: cells[column].strip() for column in COLUMNS}
    value = _number(text.pop("value"))
    return Fact(value=value, row=row, conflict=(cells.get("conflict") or "").strip(), **text)
