"""A file of a table, whatever its format, as a heading row and rows of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guanxi.i18n import _
from guanxi.imports.errors import UnreadableFile
from guanxi.imports.limits import MAX_BYTES, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_LINES, MAX_ROWS
from guanxi.imports.xlsx import XLSX_MAGIC, read_xlsx
from guanxi.records.csv_out import original_text

_XLS_MAGIC = b"\xd0\xcf\x11\xe0"
_DELIMITERS = ",;\t"
_NOT_TEXT = _("This is no table: use a CSV file in UTF-8, UTF-16 or GB18030, or an .xlsx workbook.")


@dataclass(frozen=True, slots=True)
class Table:
    headings: list[str]
    rows: list[tuple[int, list[str]]]
    """each with its number as a spreadsheet shows it (the first line is 1); rows without text are left out"""


def read_table(content: bytes) -> Table:
    """Reads CSV or XLSX, told apart by their content. Takes a second for 100,000 rows: call it in a thread.

    Raises UnreadableFile.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableFile(_("The file is larger than {size} MB."), size=MAX_BYTES // 1_000_000)
    if content.startswith(_XLS_MAGIC):
        raise UnreadableFile(_("Files in the old .xls format cannot be read. Save it as .xlsx or CSV."))
    if content.startswith(XLSX_MAGIC):
        return _table(read_xlsx(content))
    return _table(_csv_rows(_decode(content)))


def own_table(lines: list[list[str]]) -> Table:
    """Rows that another format was read as; the first record is number 1."""
    table = _table(lines)
    return Table(table.headings, [(number - 1, cells) for number, cells in table.rows])


def _decode(content: bytes) -> str:
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(bom):
            candidates: tuple[str, ...] = (encoding,)
            break
    else:
        candidates = ("utf-8", "gb18030")
    for encoding in candidates:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile(_NOT_TEXT)


def _csv_rows(text: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    try:
        for row in reader:
            yield [original_text(cell) if cell[:1] == "'" else cell for cell in row]
    except csv.Error as error:
        raise UnreadableFile(
            _("Line {line} cannot be read: {limit} characters are the most in a cell."),
            line=reader.line_num,
            limit=MAX_CELL,
        ) from error


def _delimiter(text: str) -> str:
    """The one that the first line with text has most often outside of quotes."""
    start = len(text) - len(text.lstrip("\r\n \ufeff"))
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = False
    for char in text[start : start + 100_000]:
        if char == '"':
            quoted = not quoted
        elif not quoted and char in "\r\n":
            break
        elif not quoted and char in counts:
            counts[char] += 1
    return max(_DELIMITERS, key=lambda char: counts[char])


def _table(lines: Iterable[list[str]]) -> Table:
    headings: list[str] | None = None
    rows: list[tuple[int, list[str]]] = []
    cells = 0
    for number, line in enumerate(lines, 1):
        if number > MAX_LINES:
            raise UnreadableFile(_("At most {lines} lines, the empty ones included."), lines=MAX_LINES)
        if not any(map(str.strip, line)):
            continue
        if max(map(len, line)) > MAX_CELL:
            raise UnreadableFile(
                _("Line {line} cannot be read: {limit} characters are the most in a cell."),
                line=number,
                limit=MAX_CELL,
            )
        if headings is None:
            headings = _headings(line)
            continue
        cells += len(line)
        if len(rows) >= MAX_ROWS or cells > MAX_CELLS:
            raise UnreadableFile(_("At most {rows} rows and {cells} cells."), rows=MAX_ROWS, cells=MAX_CELLS)
        rows.append((number, line))
    if headings is None:
        raise UnreadableFile(_("The file is empty."))
    return Table(headings, rows)


def _headings(line: list[str]) -> list[str]:
    while line and not line[-1].strip():
        line = line[:-1]
    if len(line) > MAX_COLUMNS:
        raise UnreadableFile(_("At most {columns} columns."), columns=MAX_COLUMNS)
    if any(len(heading) > 200 for heading in line):
        raise UnreadableFile(_("A column's heading is longer than 200 characters."))
    return [" ".join(heading.split()) for heading in line]
