from __future__ import annotations

import io
import struct
import time
import zipfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, strategies as st

from guanxi.imports import UnreadableFile, read_table
from guanxi.imports.limits import MAX_BYTES, MAX_CELL
from guanxi.records.csv_out import write_csv
from tests.kernel.imports.support import csv_of, xlsx_of

TEXT = "编号,名称\nA1,春意空调\nA2,“华东”区\n"
CELLS = [["A1", "春意空调"], ["A2", "“华东”区"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_csv_is_read_in_every_encoding(encoding: str) -> None:
    table = read_table(TEXT.encode(encoding))
    assert table.headings == ["编号", "名称"]
    assert [cells for _number, cells in table.rows] == CELLS


def test_utf_16_big_endian_is_read() -> None:
    table = read_table(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert [cells for _number, cells in table.rows] == CELLS


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    lines = csv_of(delimiter.join(["a", '"b,;\t"', "c"]), delimiter.join(["1", "2,5", "3"]).replace("2,5", '"2,5"'))
    table = read_table(lines)
    assert (table.headings, table.rows) == (["a", "b,;", "c"], [(2, ["1", "2,5", "3"])])


def test_quoted_newlines_and_empty_lines_keep_the_row_numbers_of_a_spreadsheet() -> None:
    table = read_table(b'a,b\r\n"1\n2",x\r\n,\r\n\r\n3,"say ""hi"""\r\n')
    assert table.rows == [(2, ["1\n2", "x"]), (5, ["3", 'say "hi"'])]


def test_ragged_rows_stay_as_they_are() -> None:
    assert read_table(csv_of("a,b,,", "1", "1,2,3")).rows == [(2, ["1"]), (3, ["1", "2", "3"])]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n , \n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xff\xfea",
        b"a,b\n1,\x00\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00",
        bytes(range(256)) * 8,
        b"PK\x03\x04 no zip at all",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        b"a\n" + b"x" * (MAX_CELL + 1),
        b"a\n" + b"x" * 200_000,
        b"a," * 201 + b"a",
        b"a" * 201,
        b"x" * (MAX_BYTES + 1),
    ],
)
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_table(content)


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_table(b"a\n" + b"1\n" * 200_001)
    assert caught.value.text.params == {"rows": 200_000, "cells": 5_000_000}


@given(st.binary(max_size=400))
def test_junk_is_read_or_refused(junk: bytes) -> None:
    for content in (junk, b"PK\x03\x04" + junk, b"a,b\n" + junk):
        with suppress(UnreadableFile):
            read_table(content)


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=8))
def test_what_the_writer_writes_is_read_back(rows: list[list[str]]) -> None:
    table = read_table(write_csv([["name", "note"], *rows]))
    assert [cells for _number, cells in table.rows] == [row for row in rows if any(map(str.strip, row))]


def test_a_workbook_gives_canonical_texts() -> None:
    content = xlsx_of(
        ["Text", "Whole", "Money", "Day", "Moment", "Yes", "Nothing"],
        ["春意", 42.0, 1234.5, date(2026, 1, 31), datetime(2026, 1, 31, 9, 30), True, None],
        ["007", -3, 0.1 + 0.2, date(1999, 12, 31), datetime(2026, 2, 1), False, "=1+1"],
    )
    assert read_table(content).rows == [
        (2, ["春意", "42", "1234.5", "2026-01-31", "2026-01-31 09:30:00", "1", ""]),
        (3, ["007", "-3", "0.3", "1999-12-31", "2026-02-01", "0", ""]),
    ]


def test_a_workbook_that_starts_further_down_keeps_its_row_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["B3"], book.active["C3"], book.active["B5"], book.active["C5"] = "a", "b", 1, 2
    book.create_sheet("more").append(["other"])
    book.save(tmp_path / "x.xlsx")
    table = read_table((tmp_path / "x.xlsx").read_bytes())
    assert (table.headings, table.rows) == (["", "a", "b"], [(5, ["", "1", "2"])])


def with_sheet(xml: bytes, base: bytes | None = None) -> bytes:
    """A workbook whose sheet is `xml`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base or xlsx_of(["a"]))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            new.writestr(part.filename, xml if part.filename.endswith("sheet1.xml") else old.read(part))
    return out.getvalue()


def sheet(rows: bytes) -> bytes:
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return head + rows + b"</sheetData></worksheet>"


CELL_XML = b'<c r="%s" t="inlineStr"><is><t>x</t></is></c>'


@pytest.mark.parametrize(
    "xml",
    [
        sheet(b'<row r="1">' + CELL_XML % b"A1" + CELL_XML % b"XFD1" + b"</row>"),
        sheet(b"<row r='1'>" + CELL_XML % b"A1" + b'</row><row r = "1048576"><c r =\n"A1048576"><v>1</v></c></row>'),
        sheet(b'<row r="1"><c r="A1"><v>1</v></c></row><row><c r="ZZZZZZZZ99999999999"><v>1</v></c></row>'),
        sheet(b"<row><c><v>1</v></c></row>" + b"<row/>" * 300_000),
        sheet(b"<row>" + b"<c><v>1</v></c>" * 300 + b"</row>"),
        sheet(b"<row>" + b"<c><v>1</v></c>" * 150 + b"</row>" + b"<row></row>" * 150_000),
        sheet(b"<row/>").decode().encode("utf-16"),
        b"\x00" * 50_000_000,
        b"not xml <<<",
        sheet(b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>') + b"\x00" * 8_000_000,
    ],
)
def test_hostile_sheets_are_refused_without_filling_the_memory(xml: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_table(with_sheet(xml))


def test_a_part_that_hides_its_size_is_refused_or_cut() -> None:
    content = bytearray(with_sheet(sheet(b"<row/>") + b" " * 30_000_000))
    real = struct.pack("<I", 30_000_000 + len(sheet(b"<row/>")))
    content = content.replace(real, struct.pack("<I", 500))
    with pytest.raises(UnreadableFile):
        read_table(bytes(content))


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + sheet(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>h</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row>'
    )
    try:
        rows = read_table(with_sheet(bomb)).rows
    except UnreadableFile:
        return
    assert "aaaaaaaaaa" not in str(rows)


def test_one_text_in_very_many_cells() -> None:
    with pytest.raises(UnreadableFile):
        read_table(xlsx_of(["Name"], *(["x" * 30_000] for _row in range(6000))))


@pytest.mark.parametrize("content", [b"\n" * 20_000_000, b"a,b\n" + b",\n" * 9_000_000, b"a\n1" + b"\r\n" * 9_000_000])
def test_a_file_of_line_breaks_is_refused_quickly(content: bytes) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableFile) as caught:
        read_table(content)
    assert time.process_time() - started < 1.5
    assert str(caught.value.text) == "At most 400000 lines, the empty ones included."
