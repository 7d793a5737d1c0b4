"""The class as a table on the screen: what `nongju demo` prints at its end."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from nongju.classroom.reporting.htmlpage import points_text
from nongju.classroom.reporting.results import ClassResult
from nongju.printable import printable_line


def class_table(result: ClassResult) -> Table:
    """One row a learner: points of each notebook so far, who should look, ways of thinking, notes."""
    sheets, titles = result.sheets, result.titles
    called = map(titles.sheet, sheets)
    table = Table("学员", *called, "要老师看", "常见的想法", "说明", title=result.title, show_lines=True)
    for row in result.rows:
        parts = [part for one in row.results.values() if one.mark for part in one.mark.parts]
        told = [one.misconception.title for one in parts if one.misconception and one.verdict != "guessed"]
        marked = row.status == "marked"
        table.add_row(
            Text(printable_line(row.learner)),
            *(points_text(row.points(columns) if marked else None) for columns in sheets.values()),
            "是" if row.needs_person else "",
            Text(printable_line("、".join(dict.fromkeys(told)))),
            Text(printable_line("；".join(map(titles.spoken, row.said)))),
        )
    return table
