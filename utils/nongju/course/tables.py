"""Tables that people bring from Excel or WPS, and cells that go back to them.

What comes in may be .xlsx, or csv in any encoding and with any separator; what goes out never lets a
spreadsheet take people's text for a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from nongju.errors import NongjuError
from nongju.printable import printable_line

MAX_ROWS = 5000
"""Rows read from one table; a county class has 10 to 200 people, so more means a wrong file."""

DELIMITERS = ",\t;\uff0c"
"""Separators of a csv; the last is the full-width comma of a Chinese input method."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First characters that make Excel, WPS or LibreOffice evaluate a csv cell (OWASP, CSV injection); the last
four are the full-width ones, which an Asian Excel may take for the others."""


class TableError(NongjuError):
    """A table cannot be read; the message is a Chinese sentence without the file's name."""


def read_table(path: Path) -> list[tuple[int, list[str]]]:
    """Number and cells of each row of a .csv or .xlsx, the first row being 1.

    Raises:
        TableError: not there, too long, or not a table.
    """
    try:
        rows = _xlsx_rows(path) if path.suffix.casefold() == ".xlsx" else _csv_rows(path)
        numbered = []
        for number, cells in enumerate(rows, start=1):
            if number > MAX_ROWS:
                raise TableError(f"超过 {MAX_ROWS} 行，像是选错了文件")
            numbered.append((number, cells))
        return numbered
    except TableError:
        raise
    except FileNotFoundError:
        raise TableError("找不到") from None
    except Exception as error:  # openpyxl raises whatever the damaged part of the file leads it to
        raise TableError("打不开，请用 Excel 另存为 .xlsx 或 .csv") from error


def decoded(raw: bytes) -> str:
    """Text of a file that came from Notepad, Excel or WPS: UTF-8, UTF-16 with BOM, else GB 18030."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def safe_cell(text: str) -> str:
    """The text with an apostrophe in front when a spreadsheet would evaluate it.

    What does not show (blanks, zero-width characters) in front of a formula does not hide it.
    """
    shown = printable_line(text).lstrip()
    return f"'{text}" if text.startswith(FORMULA_STARTS) or shown.startswith(FORMULA_STARTS) else text


def plain_cell(text: str) -> str:
    """The text that `safe_cell` was given."""
    return text[1:] if text.startswith("'") and safe_cell(text[1:]) != text[1:] else text


def _xlsx_rows(path: Path) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield [_xlsx_text(value) for value in row]
    finally:
        book.close()


def _xlsx_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _csv_rows(path: Path) -> Iterator[list[str]]:
    text = decoded(path.read_bytes())
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
