from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, strategies as st

from guanxi.records.csv_out import csv_chunks, original_text, safe_cell, write_csv


def starts_like_a_formula(cell: str) -> bool:
    """What a spreadsheet runs, written independently: spaces and control characters at the front are skipped."""
    if cell[:1] in ("\t", "\r"):
        return True
    visible = "".join(char for char in cell if unicodedata.category(char)[0] not in "CZ")
    return visible[:1] in tuple("=+-@|＝＋－＠")


def is_number(cell: str) -> bool:
    return cell.isascii() and cell.lstrip("+-").replace(".", "", 1).isdigit()


@given(st.text() | st.text(alphabet="=+-@|＝＋－＠\t\r\n \u200b'\ufeffA1()"))
@example("\u200b=1")
@example("'\t")
@example("\n\n@SUM(1)")
def test_no_cell_runs_and_every_text_can_be_had_back(text: str) -> None:
    cell = safe_cell(text)
    assert not starts_like_a_formula(cell) or is_number(cell)
    assert original_text(cell) == text


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("+86 138 0000 0000", "'+86 138 0000 0000"),
        ("-12.50", "-12.50"),
        ("-12.50-1", "'-12.50-1"),
        ("春意", "春意"),
        (None, ""),
        (-5, "-5"),
        (Decimal("-5.10"), "-5.10"),
        (date(2026, 1, 31), "2026-01-31"),
        (True, "True"),
    ],
)
def test_cells(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


def test_the_file_opens_in_spreadsheets() -> None:
    assert write_csv([["a", "名"], ["1,2", 'say "hi"']]) == '\ufeffa,名\r\n"1,2","say ""hi"""\r\n'.encode()


async def test_long_files_come_in_pieces() -> None:
    async def parts() -> AsyncIterator[list[list[str]]]:
        for start in (0, 500, 1000):
            yield [[str(number)] for number in range(start, start + 500)]

    pieces = [piece async for piece in csv_chunks(parts())]
    assert len(pieces) == 4
    text = b"".join(pieces).decode("utf-8-sig")
    assert [row[0] for row in csv.reader(io.StringIO(text))] == [str(number) for number in range(1500)]
