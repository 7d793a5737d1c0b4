"""Tables: part marks by row, and a word on which row to look at again."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from nongju.marking.mark import PartMark
from nongju.marking.misconception import ABSENT, Misconception, Spec, Text
from nongju.marking.rule import Rule
from nongju.marking.scene import Show, Variant
from nongju.marking.steps.work import Work
from nongju.marking.tolerance import Tolerance, near, shown_number

REST_WAITS = "空着的填好了，讲解就给你看。"
"""Said in place of the worked answer while cells are blank."""

Row = Mapping[str, Any]
"""Column key to a number, a text, an option key, or None for an empty cell."""


class TableRule(Rule):
    """Mark a table; each row is worth the same share of the points.

    A row is right when every column that the key names is right; columns the key leaves out
    (a remark, say) do not count. Rows are compared in order, or by the text in column `by`
    where the learner writes the rows' names.

    The key is a list of rows. A misconception is a list of rows too, in the key's order, each
    with only the cells it speaks of (`{}` for a row it says nothing about); it is named when
    all of those cells agree with the learner's, and at least one of them is not right.

    Arguments:
        within: absolute tolerance of the numbers.
        relative: tolerance of the numbers as a share of the key. Neither means exact.
        by: column whose text finds the row; without it rows stand in order.
        row_names: what to call the rows, in the key's order; 第 1 行 and so on without.
    """

    def __init__(
        self,
        field: str,
        *,
        points: float,
        why: Text,
        key: Spec = ABSENT,
        of: Work | None = None,
        wrong: Iterable[Misconception] = (),
        within: float | None = None,
        relative: float | None = None,
        by: str | None = None,
        row_names: Sequence[str] = (),
    ) -> None:
        super().__init__(field, points=points, key=key, of=of, why=why, wrong=wrong)
        self.tolerance = Tolerance(within, relative)
        self.by = by
        self.row_names = tuple(row_names)

    kinds: ClassVar[frozenset[str]] = frozenset({"table"})

    def judge(self, value: Any, variant: Variant, label: str, show: Show) -> PartMark:
        """Mark a table; see `Rule.judge`."""
        unmarked = self._unmarked(None if _empty(value) else value, variant, label, show)
        if unmarked is not None:
            return unmarked
        key = self.expected(variant)
        rows = self._aligned(value, key)
        right = [self._agrees(row, wanted, wanted) for row, wanted in zip(rows, key, strict=True)]
        spare = max(0, sum(not _empty([row]) for row in value) - len(key))
        answer = show(value)
        earned = max(0, sum(right) - spare)
        if earned == len(key):
            return self._part(variant, label, show, verdict="learned", answer=answer, points=self.points)
        tried = [self._tried(row, wanted) for row, wanted in zip(rows, key, strict=True)]
        again = [at for at, cells in enumerate(tried) if cells and not right[at]]
        blank = [at for at, cells in enumerate(tried) if not cells]
        wrong = self._named(rows, key, variant)
        share = earned / len(key)
        if wrong is not None:
            share = max(share, wrong.credit)
        part = self._part(
            variant,
            label,
            show,
            verdict="again" if again or spare else "partial",
            answer=answer,
            points=self.points * share,
            wrong=wrong,
            remark=self._remark(sum(right), again, blank, spare, key),
        )
        if tried == key:
            return part
        # the worked answer is of the whole table, and so would tell the rows that are still to be done
        why = self._remark(sum(right), again, blank, spare, key) + REST_WAITS
        return replace(part, key=self.said(tried, show), why=why)

    def _tried(self, row: Row, wanted: Row) -> Row:
        """What the key says of the cells that the learner filled; none where only the row's name stands."""
        cells = {name: cell for name, cell in wanted.items() if row.get(name) not in (None, "")}
        return cells if cells.keys() - {self.by} else {}

    def _remark(
        self, right: int, again: Sequence[int], blank: Sequence[int], spare: int, key: Sequence[Row]
    ) -> str:
        """How many rows are right, which to look at again, which are still to be done."""
        remark = f"{right} 行会了。" if right else ""
        if again:
            remark += f"再看看：{'、'.join(self._row_name(at, key) for at in again)}。"
        if blank and self.by is None:
            remark += f"还没填：{'、'.join(self._row_name(at, key) for at in blank)}。"
        elif blank:  # which rows there are is what the learner has to find out
            remark += f"还差 {len(blank)} 行。"
        return remark + (f"多写了 {spare} 行。" if spare else "")

    def right(self, value: Any, variant: Variant) -> bool:
        """Whether every row of a table is right, and none too many."""
        key = self.expected(variant)
        spare = sum(not _empty([row]) for row in value) > len(key)
        rows = zip(self._aligned(value, key), key, strict=True)
        return not spare and all(self._agrees(row, wanted, wanted) for row, wanted in rows)

    def expected(self, variant: Variant) -> list[Row]:
        """The right rows, at least one, each naming at least one column."""
        key = list(super().expected(variant))
        if not key or not all(key):
            raise ValueError(f"{self.field}: the key needs rows, and each row a column")
        if self.by is not None and not all(self.by in row for row in key):
            raise ValueError(f"{self.field}: every row of the key needs the column {self.by}")
        return key

    def faults(self, variant: Variant) -> list[str]:
        """Misconceptions that say nothing wrong, or that no cell tells apart from another."""
        key = self.expected(variant)
        faults = []
        pairs = [(wrong, list(rows)) for wrong, rows in self.predictions(variant)]
        for wrong, rows in pairs:
            if len(rows) != len(key):
                faults.append(f"{self.field}: {wrong.id} has {len(rows)} rows, the key {len(key)}")
            elif self._same(rows, key, key):
                faults.append(f"{self.field}: {wrong.id} cannot be told apart from the key")
        for index, (wrong, rows) in enumerate(pairs):
            for other, others in pairs[index + 1 :]:
                if len(rows) == len(others) == len(key) and self._same(rows, others, key):
                    faults.append(f"{self.field}: {wrong.id} and {other.id} cannot be told apart")
        return faults

    def said(self, key: Any, show: Show) -> str:
        """The right rows, numbers rounded for show, as the field says them."""
        return show([{name: self._shown(cell) for name, cell in row.items()} for row in key])

    def example_of(self, predicted: Any, variant: Variant) -> Any:
        """The right rows with the cells of a misconception in them."""
        return [{**right, **cells} for right, cells in zip(self.expected(variant), predicted, strict=True)]

    def _aligned(self, rows: Sequence[Row], key: Sequence[Row]) -> list[Row]:
        """The learner's rows in the key's order; an empty row where one is missing."""
        if self.by is None:
            return [rows[index] if index < len(rows) else {} for index in range(len(key))]
        named = {_folded(row.get(self.by)): row for row in reversed(rows)}
        return [named.get(_folded(wanted[self.by]), {}) for wanted in key]

    def _agrees(self, row: Row, wanted: Row, key: Row, *, reach: float = 1.0) -> bool:
        """Whether every cell of `wanted` stands in `row`, within `reach` tolerances."""
        return all(
            _cell_agrees(row.get(name), cell, reach * self._around(key.get(name)))
            for name, cell in wanted.items()
        )

    def _around(self, cell: Any) -> float:
        return self.tolerance.around(float(cell)) if _is_number(cell) else 0.0

    def _shown(self, cell: Any) -> Any:
        return shown_number(float(cell), self._around(cell)) if _is_number(cell) else cell

    def _same(self, rows: Sequence[Row], others: Sequence[Row], key: Sequence[Row]) -> bool:
        """Whether two predictions share a cell and no shared cell tells them apart."""
        shared = 0
        for row, other, wanted in zip(rows, others, key, strict=True):
            for name in row.keys() & other.keys():
                shared += 1
                if not _cell_agrees(row[name], other[name], 2 * self._around(wanted.get(name))):
                    return False
        return shared > 0

    def _named(self, rows: Sequence[Row], key: Sequence[Row], variant: Variant) -> Misconception | None:
        for wrong, predicted in self.predictions(variant):
            told = list(predicted)
            if (
                len(told) == len(key)
                and any(told)
                and all(
                    self._agrees(row, cells, wanted)
                    for row, cells, wanted in zip(rows, told, key, strict=True)
                )
            ):
                return wrong
        return None

    def _row_name(self, index: int, key: Sequence[Row]) -> str:
        if index < len(self.row_names):
            return self.row_names[index]
        if self.by is not None:
            return str(key[index][self.by])
        return f"第 {index + 1} 行"


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _folded(cell: Any) -> str:
    """Text as people mean it: full-width forms, case and blanks make no difference."""
    return "".join(unicodedata.normalize("NFKC", "" if cell is None else str(cell)).casefold().split())


def _cell_agrees(cell: Any, wanted: Any, tolerance: float) -> bool:
    if _is_number(wanted):
        return _is_number(cell) and near(float(cell), float(wanted), tolerance)
    return _folded(cell) == _folded(wanted)


def _empty(rows: Any) -> bool:
    """Whether a table has no filled cell at all."""
    return isinstance(rows, list) and all(cell is None or cell == "" for row in rows for cell in row.values())
