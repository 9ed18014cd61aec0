"""CSV of banks: which encoding, which delimiter, and its rows with the numbers of their lines."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from crm_bank.formats.errors import BadEncoding, CutFile, FileTooLarge, UnknownFormat
from crm_bank.formats.model import MAX_BYTES, MAX_LINES

DELIMITERS = (",", ";", "\t", "|")
ENCODINGS = ("utf-8", "gb18030", "utf-16", "latin-1", "cp1252", "big5", "shift_jis")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    cells: list[str]


def decode(content: bytes, encoding: str = "") -> str:
    """By the mark at the beginning, or the encoding given, or UTF-8, or GB18030. Raises BadEncoding."""
    if content[:3] == b"\xef\xbb\xbf":
        tried: tuple[str, ...] = ("utf-8-sig",)
    elif content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        tried = ("utf-16",)
    else:
        tried = (encoding,) if encoding else ("utf-8", "gb18030")
    for name in tried:
        try:
            text = content.decode(name)
        except (UnicodeError, LookupError):
            continue
        if _CONTROL.search(text):
            raise UnknownFormat()
        return text
    raise BadEncoding(encoding=" / ".join(tried).replace("-sig", ""))


def delimiter_of(line: str) -> str:
    """The one that stands most often in a line of headings."""
    return max(DELIMITERS, key=line.count)


def read_rows(text: str, delimiter: str, first_line: int = 1) -> list[Row]:
    """Rows that hold something. `first_line`: the number of the text's first line. Raises CutFile, FileTooLarge."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = first_line
    try:
        for cells in reader:
            if len(cells) > 1 or (cells and cells[0].strip()):
                rows.append(Row(line, cells))
            line = first_line + reader.line_num
            if len(rows) > MAX_LINES + 1000:
                raise FileTooLarge(megabytes=MAX_BYTES >> 20, lines=MAX_LINES)
    except csv.Error as error:
        if "end of data" in str(error):
            raise CutFile(line=line) from None
        raise UnknownFormat() from None
    return rows
