"""A table to fill in: fixed rows, or rows that the learner adds.

A cell that cannot be read is named by row and column, kept as it was typed, and counts as empty; the rest of
the table counts. Blank rows are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from nongju.answers.bounds import CUT_TABLE, MAX_ITEMS, bounded_text
from nongju.answers.fields import SLUG, Field, Fill, Reading
from nongju.answers.kinds import kinds

MAX_ROWS = 40
"""More rows than fit a worksheet's page three times over."""

MAX_CELLS = 30
"""Cells of one row that are kept."""

_BRACKETS = re.compile(r"\s*[(\uff08][^()\uff08\uff09]*[)\uff09]$")
"""What a row's label says in brackets behind its name."""

CELL_PROBLEM = "{row}「{column}」：{problem}"


@dataclass(frozen=True)
class TableColumn:
    """One column of a table.

    Arguments:
        key: short English name, unique in the table.
        label: its heading.
        kind: "text", "number" (with unit), "choice" (with options), or another that is `in_column`.
    """

    key: str
    label: str
    kind: str = "text"
    unit: str = ""
    options: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        if not SLUG.fullmatch(self.key):
            raise ValueError(f"column key {self.key!r}: lower-case English letters, digits and _ only")
        fit = sorted(name for name, kind in kinds().items() if kind.in_column)
        if self.kind not in fit:
            raise ValueError(f"column {self.key}: kind is one of {', '.join(fit)}, not {self.kind!r}")
        self.field()

    def field(self) -> Field:
        """The field that reads this column's cells."""
        return kinds()[self.kind].of_column(self.key, self.label, unit=self.unit, options=self.options or {})

    def filled(self, fill: Fill) -> TableColumn:
        """The same column with the learner's words in its options."""
        if self.options is None:
            return self
        return replace(self, options={key: fill(text) for key, text in self.options.items()})


@dataclass(frozen=True)
class TableField(Field):
    """Rows of cells.

    Arguments:
        columns: what each row holds.
        rows: labels of fixed rows; None lets the learner add and remove rows.
        min_rows: rows shown at first when they are free.
        max_rows: most rows when they are free.
    """

    columns: Sequence[TableColumn]
    rows: Sequence[str] | None = None
    min_rows: int = 2
    max_rows: int = 12
    kind: ClassVar[str] = "table"
    stored: ClassVar[str] = "list of rows, each an object of column key to text as typed"
    said_back: ClassVar[bool] = True
    in_parts: ClassVar[bool] = True

    def __post_init__(self) -> None:
        super().__post_init__()
        keys = [column.key for column in self.columns]
        if not keys or len(set(keys)) != len(keys):
            raise ValueError(f"table {self.key}: columns need keys of their own")
        if not 1 <= self.min_rows <= self.max_rows <= MAX_ROWS:
            raise ValueError(f"table {self.key}: 1 <= min_rows <= max_rows <= {MAX_ROWS}")

    @classmethod
    def bounded(cls, raw: Any, notes: list[str]) -> Any:
        """Rows of cells with texts in them."""
        if not isinstance(raw, list):
            return None
        rows: list[dict[str, str]] = []
        for row in raw[:MAX_ITEMS]:
            if not isinstance(row, dict) or len(row) > MAX_CELLS:
                return None
            cells = {str(key)[:80]: bounded_text(cell, notes) for key, cell in row.items()}
            if None in cells.values():
                return None
            rows.append({bounded_text(key, notes) or "": cell or "" for key, cell in cells.items()})
        if len(raw) > MAX_ITEMS:
            notes.append(CUT_TABLE)
        return rows

    def reading(self, raw: Any, before: Any = None) -> Reading:  # noqa: ARG002
        """Read all cells; fixed rows keep their place, blank free rows fall away.

        A cell that cannot be read is None in the value, named in the problem, and said as it was typed; what
        may not be kept (a mobile number) is left out of what is stored.
        """
        given = _rows(raw)[: self._most()]
        fields = {column.key: column.field() for column in self.columns}
        rows = [{key: one.reading(cells.get(key, "")) for key, one in fields.items()} for cells in given]
        problems, unreadable = [], []
        for at, row in enumerate(rows):
            for column in self.columns:
                read = row[column.key]
                if read.problem:
                    unreadable.append((at, column.key))
                    problems.append(
                        CELL_PROBLEM.format(row=self._row_name(at), column=column.label, problem=read.problem)
                    )
        return Reading(
            self._value(rows),
            self._said([[row[column.key].cell for column in self.columns] for row in rows]),
            " ".join(problems),
            cells=tuple(unreadable),
            refused=any(read.refused for row in rows for read in row.values()),
            keep=_without_refused(given, rows),
        )

    def echo(self, value: Any) -> str:
        """Rows in order, without what their labels have in brackets: 香肠 78 元；腊肉 69.16 元."""
        fields = {column.key: column.field() for column in self.columns}
        return self._said(
            [["" if row.get(k) is None else one.echo(row[k]) for k, one in fields.items()] for row in value]
        )

    def _said(self, rows: Sequence[Sequence[str]]) -> str:
        """Rows of cells in words; blank cells and rows are left out."""
        said = []
        for at, cells in enumerate(rows):
            filled = [cell for cell in cells if cell]
            if filled:
                name = [_BRACKETS.sub("", self.rows[at])] if self.rows and at < len(self.rows) else []
                said.append(" ".join([*name, *filled]))
        return "；".join(said)

    def sample(self, number: float) -> Any:
        """Every row filled in with samples of its columns."""
        row = {column.key: column.field().sample(number) for column in self.columns}
        return [dict(row) for _ in range(len(self.rows) if self.rows else self.min_rows)]

    def spec(self, fill: Fill) -> dict[str, Any]:
        """Adds columns and rows."""
        return {
            **super().spec(fill),
            "columns": [
                {
                    "key": column.key,
                    "label": fill(column.label),
                    "kind": column.kind,
                    "unit": column.unit,
                    "options": [[key, fill(text)] for key, text in (column.options or {}).items()],
                }
                for column in self.columns
            ],
            "rows": [fill(row) for row in self.rows] if self.rows else None,
            "minRows": self.min_rows,
            "maxRows": self.max_rows,
        }

    def filled(self, fill: Fill) -> Field:
        """The same table with the learner's numbers in its row names and options."""
        rows = [fill(row) for row in self.rows] if self.rows else None
        columns = [column.filled(fill) for column in self.columns]
        return TableField(self.key, self.label, columns, rows, self.min_rows, self.max_rows)

    def unfit(self, value: Any) -> str:
        """The first cell of the right rows that its column does not take."""
        cells = [
            column.field().unfit(row[column.key])
            for row in value
            for column in self.columns
            if row.get(column.key) is not None
        ]
        return next((unfit for unfit in cells if unfit), "")

    def _most(self) -> int:
        return len(self.rows) if self.rows else self.max_rows

    def _row_name(self, at: int) -> str:
        return f"第 {at + 1} 行" + (f"（{self.rows[at]}）" if self.rows else "")

    def _value(self, rows: Sequence[Mapping[str, Reading]]) -> list[dict[str, Any]] | None:
        """The rows as rules take them; None when no cell could be read."""
        if not any(read.value is not None for row in rows for read in row.values()):
            return None
        written = [row for row in rows if self.rows or any(not read.blank for read in row.values())]
        values = [{key: read.value for key, read in row.items()} for row in written]
        blank = {column.key: None for column in self.columns}
        return [*values, *(dict(blank) for _ in range(len(self.rows or ()) - len(values)))]


def _without_refused(
    given: Sequence[Mapping[str, str]], rows: Sequence[Mapping[str, Reading]]
) -> list[dict[str, str]]:
    return [
        {key: "" if key in row and row[key].refused else typed for key, typed in cells.items()}
        for cells, row in zip(given, rows, strict=True)
    ]


def _rows(raw: Any) -> list[dict[str, str]]:
    """The rows of a raw table as text cells, whatever came in."""
    if not isinstance(raw, list):
        return []
    return [
        {str(key): cell for key, cell in row.items() if isinstance(cell, str)}
        if isinstance(row, dict)
        else {}
        for row in raw
    ]
