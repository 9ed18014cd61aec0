"""The one writer of CSV: opens well in spreadsheets (BOM, CRLF), no cell runs as a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

BOM = "\ufeff"
_STARTS = frozenset("=+-@|\uff1d\uff0b\uff0d\uff20")  # the last four are full-width: some spreadsheets take them
_NUMBER = re.compile(r"[+-]?\d{1,20}(\.\d{1,12})?", re.ASCII)
_CHUNK = 500


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


def csv_chunks(rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """For downloads of any length: pieces of the file, the BOM in the first one."""
    buffer = io.StringIO()
    buffer.write(BOM)
    writer = csv.writer(buffer, lineterminator="\r\n")
    for number, row in enumerate(rows, 1):
        writer.writerow([safe_cell(value) for value in row])
        if number % _CHUNK == 0:
            yield buffer.getvalue().encode("utf-8", "replace")
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode("utf-8", "replace")


def write_csv(rows: Iterable[Sequence[object]]) -> bytes:
    return b"".join(csv_chunks(rows))
