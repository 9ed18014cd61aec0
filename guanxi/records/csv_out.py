"""The one writer of CSV: opens well in spreadsheets (BOM, CRLF), no cell runs as a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

BOM = "\ufeff"
_STARTS = frozenset("=+-@|\uff1d\uff0b\uff0d\uff20")  # the last four are full-width: some spreadsheets take them
_NUMBER = re.compile(r"[+-]?\d{1,20}(\.\d{1,12})?", re.ASCII)


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet might run `text`, looking through what it skips at the front."""
    if text.lstrip("'")[:1] in ("\t", "\r"):
        return True
    for char in text:
        if char != "'" and unicodedata.category(char)[0] not in "CZ":
            return char in _STARTS
    return False


def safe_cell(value: object) -> str:
    """`value` as the text of a cell; `'` before what might run. Plain numbers, also negative ones, stay."""
    if value is None:
        return ""
    if isinstance(value, bool | int | Decimal | date | datetime):
        return str(value)
    text = str(value)
    if text and _is_formula(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def original_text(cell: str) -> str:
    """What `safe_cell` made the cell from: the `'` is taken off again."""
    return cell[1:] if cell[:1] == "'" and _is_formula(cell) else cell


def csv_lines(rows: Iterable[Sequence[object]]) -> bytes:
    """A part of a file, without the BOM at its beginning."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
    return buffer.getvalue().encode("utf-8", "replace")


async def csv_chunks(parts: AsyncIterable[Iterable[Sequence[object]]]) -> AsyncIterator[bytes]:
    """For downloads of any length: a piece of the file for each part of the rows, the BOM before them."""
    yield BOM.encode()
    async for rows in parts:
        yield csv_lines(rows)


def write_csv(rows: Iterable[Sequence[object]]) -> bytes:
    return BOM.encode() + csv_lines(rows)
