"""Files of exported rows: CSV, and XLSX in which no text can become a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Protocol

from guanxi.context import current_actor, current_company
from guanxi.money import exponent, to_decimal
from guanxi.records.csv_out import BOM, csv_lines
from guanxi.views.exports import Amount, Value, as_text

Format = Literal["csv", "xlsx"]
MEDIA_TYPES: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_EXACT = 10**15
"""A spreadsheet's numbers have 15 digits; longer ones stay texts."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


class ExportFile(Protocol):
    """A file on disk that takes rows part by part, in little memory. Everything here blocks: use a thread."""

    path: Path

    def write(self, rows: Iterable[Sequence[Value]]) -> None: ...

    def close(self) -> None: ...


def open_export(kind: Format, folder: Path, title: str, headings: Sequence[str]) -> ExportFile:
    return (XlsxFile if kind == "xlsx" else CsvFile)(folder, title, headings)


class CsvFile:
    def __init__(self, folder: Path, title: str, headings: Sequence[str]) -> None:
        self.path = folder / "export.csv"
        self._file = self.path.open("wb")
        self._file.write(BOM.encode() + csv_lines([headings]))

    def write(self, rows: Iterable[Sequence[Value]]) -> None:
        self._file.write(csv_lines([as_text(value) for value in row] for row in rows))

    def close(self) -> None:
        self._file.close()


class XlsxFile:
    """One sheet: texts as texts (cut after 32,767 characters), numbers, dates and amounts as numbers."""

    def __init__(self, folder: Path, title: str, headings: Sequence[str]) -> None:
        from xlsxwriter import Workbook  # late: not every process writes spreadsheets

        self.path = folder / "export.xlsx"
        self._book: Any = Workbook(str(self.path), {"constant_memory": True, "tmpdir": str(folder)})
        self._book.set_properties({"author": current_actor().name, "company": current_company().title})
        self._sheet = self._book.add_worksheet(title.translate(_FORBIDDEN).strip()[:31] or None)
        self._formats: dict[str, Any] = {}
        self._sheet.freeze_panes(1, 0)
        self._next = 1
        self._sheet.set_column(0, max(0, len(headings) - 1), 18)
        bold = self._book.add_format({"bold": True})
        for column, heading in enumerate(headings):
            self._sheet.write_string(0, column, heading, bold)

    def write(self, rows: Iterable[Sequence[Value]]) -> None:
        for row in rows:
            for column, value in enumerate(row):
                if value is not None and value != "":
                    self._cell(self._next, column, value)
            self._next += 1

    def _cell(self, row: int, column: int, value: Value) -> None:
        match value:
            case Amount():
                number = to_decimal(value.minor, value.currency)
                self._number(row, column, number, _amount_format(value.currency), exact=abs(value.minor) < _EXACT)
            case datetime():
                plain = value.replace(tzinfo=None)
                self._sheet.write_datetime(row, column, plain, self._format("yyyy-mm-dd hh:mm"))
            case date():
                self._sheet.write_datetime(row, column, value, self._format("yyyy-mm-dd"))
            case int():
                self._number(row, column, Decimal(value), "0", exact=abs(value) < _EXACT)
            case Decimal():
                digits = len(value.normalize().as_tuple().digits)
                self._number(row, column, value, "#,##0.######", exact=digits <= 15)
            case _:
                self._sheet.write_string(row, column, str(value))

    def _number(self, row: int, column: int, number: Decimal, form: str, *, exact: bool) -> None:
        if exact:
            self._sheet.write_number(row, column, number, self._format(form))
        else:
            self._sheet.write_string(row, column, f"{number:f}")

    def _format(self, form: str) -> Any:
        if form not in self._formats:
            self._formats[form] = self._book.add_format({"num_format": form})
        return self._formats[form]

    def close(self) -> None:
        self._book.close()


def _amount_format(currency: str) -> str:
    places = exponent(currency)
    return f'#,##0{"." if places else ""}{"0" * places} "{currency}"'


def whole_file(kind: Format, title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Blocks: use a thread."""
    with TemporaryDirectory(prefix="guanxi-export-") as folder:
        file = open_export(kind, Path(folder), title, headings)
        file.write(rows)
        file.close()
        return file.path.read_bytes()
