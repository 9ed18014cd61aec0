"""Reading workbooks. What the parser would choke on is found before it sees the file."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from guanxi.i18n import _
from guanxi.imports.errors import UnreadableFile
from guanxi.imports.limits import MAX_CELLS, MAX_COLUMNS, MAX_RATIO, MAX_ROWS, MAX_UNPACKED

XLSX_MAGIC = b"PK"
_SMALL = 100_000  # parts below this many bytes may have any ratio
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_DAMAGED = _("The workbook is damaged, protected by a password, or no .xlsx file.")
_BOMB = _("The workbook unpacks to more than can be read.")
_TOO_LARGE = _("The sheet is too large: at most {rows} rows, {columns} columns and {cells} cells.")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_STRING = re.compile(rb"<(?:\w+:)?si[\s/>]")
_SHARED = re.compile(rb"\bt\s*=\s*[\"']s[\"'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d+)")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*)(\d+)")


def read_xlsx(content: bytes) -> Iterator[list[str]]:
    """The rows of the first visible sheet, from line 1 on, as text. Raises UnreadableFile."""
    checked = _checked_copy(content)
    try:
        with CalamineWorkbook.from_filelike(checked) as book:
            sheet = _first_sheet(book)
            offset_rows, offset_columns = sheet.start or (0, 0)
            rows = sheet.to_python(skip_empty_area=True)
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise UnreadableFile(_DAMAGED) from error
    yield from ([] for _row in range(offset_rows))
    left = [""] * offset_columns
    for row in rows:
        cells = [value if type(value) is str else _text(value) for value in row]
        yield left + cells if left else cells


def _first_sheet(book: CalamineWorkbook) -> CalamineSheet:
    for sheet in book.sheets_metadata:
        if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
            return book.get_sheet_by_name(sheet.name)
    raise UnreadableFile(_("The workbook has no sheet."))


def _text(value: Any) -> str:
    """Canonical text of a cell: integers without decimals, dates in ISO 8601, yes and no as 1 and 0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else _decimal(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _decimal(value: float) -> str:
    """With the 15 digits that a spreadsheet shows, and no exponent."""
    shown = repr(value)
    if len(shown) <= 16 and "e" not in shown and "n" not in shown:
        return shown
    return format(Decimal(format(value, ".15g")), "f")


def _checked_copy(content: bytes) -> io.BytesIO:
    """The workbook packed anew from parts within limits: the parser sees nothing that was not looked at."""
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(copy, "w") as clean:
            parts = {part.filename: part for part in archive.infolist()}
            _check_sizes(list(parts.values()))
            lengths: list[int] = []
            uses: Counter[bytes] = Counter()
            for name, part in parts.items():
                data = archive.read(part)
                _check_part(data)
                if b"sst" in data[:2000]:
                    lengths = [len(text) for text in _STRING.split(data)[1:]]
                uses.update(_SHARED.findall(data))
                clean.writestr(name, data)
            _check_shared(lengths, uses)
    except _ZIP_ERRORS as error:
        raise UnreadableFile(_DAMAGED) from error
    copy.seek(0)
    return copy


def _check_shared(lengths: list[int], uses: Counter[bytes]) -> None:
    """A text that is stored once may fill a sheet: the parser makes a copy of it for each cell."""
    indexes = ((int(index), count) for index, count in uses.items() if len(index) < 9)
    if sum(lengths[index] * count for index, count in indexes if index < len(lengths)) > MAX_UNPACKED:
        raise UnreadableFile(_BOMB)


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    """zipfile unpacks no more of a part than its header says."""
    if len(parts) > 2000 or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnreadableFile(_BOMB)
    for part in parts:
        if part.file_size > _SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            raise UnreadableFile(_BOMB)


def _check_part(data: bytes) -> None:
    """Refuses sheets that would take much more memory than they have cells.

    The parser keeps a sheet as one block from its first to its last cell: one cell far out would fill the
    memory. Any part is looked at, since the workbook may name any of them as a sheet.
    """
    if data.startswith(_UTF_16):
        raise UnreadableFile(_DAMAGED)
    if b"sheetData" not in data:
        return
    places = _PLACE.findall(data)
    numbers = {digits for _letters, digits in places}
    if any(len(digits) > 7 for digits in numbers):
        raise _too_large()
    rows = max(map(int, numbers), default=0)
    columns = max(map(_column, {letters for letters, _digits in places}), default=0)
    chunks = _ROW.split(data) if b":row" in data else data.split(b"<row")
    rows = max(rows, len(chunks) - 1)
    if not _fits(rows, max(columns, *(chunk.count(b"<c") + chunk.count(b":c") for chunk in chunks))):
        counted = max(len(_CELL.findall(chunk)) for chunk in chunks)  # the count above takes texts for cells too
        if not _fits(rows, max(columns, counted)):
            raise _too_large()


def _fits(rows: int, columns: int) -> bool:
    return rows <= MAX_ROWS + 1 and columns <= MAX_COLUMNS and rows * columns <= MAX_CELLS


def _column(letters: bytes) -> int:
    """3 for C."""
    if len(letters) > 3:
        return MAX_COLUMNS + 1
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _too_large() -> UnreadableFile:
    return UnreadableFile(_TOO_LARGE, rows=MAX_ROWS, columns=MAX_COLUMNS, cells=MAX_CELLS)
