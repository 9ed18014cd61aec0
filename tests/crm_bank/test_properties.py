"""Random statements come back as they were written; whatever bytes there are, they end in statements or an error."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import msgspec
from hypothesis import given, settings, strategies as st

from crm_bank.formats import Columns, Line, LineKind, Statement, StatementError, read_statements
from tests.crm_bank.writing import as_camt, as_mt940, as_ofx

DATA = sorted((Path(__file__).parent / "data").iterdir())
WORDS = st.text("abcdefgXYZ0123456789 -.春意空调货款äé", max_size=20).map(lambda text: " ".join(text.split()))
IDS = st.text("ABCDEF0123456789", max_size=16)
AMOUNTS = st.integers(-(10**12), 10**12).filter(bool)
SLOWEST = 2.0
"""seconds for any bytes"""


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    currency = draw(st.sampled_from(("CNY", "EUR", "JPY", "KWD")))
    start = draw(st.dates(date(2001, 1, 1), date(2078, 12, 1)))
    lines = [
        Line(
            booked_on=(booked := start + timedelta(days=draw(st.integers(0, 20)))),
            value_on=booked + timedelta(days=draw(st.integers(-5, 5))),
            amount=draw(AMOUNTS),
            currency=currency,
            name=draw(WORDS),
            account=draw(IDS),
            text=draw(WORDS),
            reference=draw(IDS),
            end_to_end_id=draw(IDS),
            bank_reference=draw(IDS),
            kind=draw(st.sampled_from((LineKind.NORMAL, LineKind.REVERSAL))),
        )
        for _index in range(draw(st.integers(0, 6)))
    ]
    opening = draw(st.integers(-(10**12), 10**12))
    closing = opening + sum(line.amount for line in lines)
    return Statement("DE1234567890", currency, "17", opening, closing, start, start + timedelta(days=30), lines)


def without(statement: Statement, *names: str, **values: object) -> Statement:
    """As a format tells it that cannot say everything."""
    lines = [
        msgspec.structs.replace(line, **{name: Line(line.booked_on, 0, "").__getattribute__(name) for name in names})
        for line in statement.lines
    ]
    return msgspec.structs.replace(statement, lines=lines, **values)


@given(statements(), st.sampled_from(("053.001.02", "053.001.04", "053.001.06", "052.001.08")))
def test_camt_round_trip(statement: Statement, version: str) -> None:
    assert read_statements(as_camt(statement, version)) == [without(statement, "reference")]


@given(statements())
def test_mt940_round_trip(statement: Statement) -> None:
    assert read_statements(as_mt940(statement)) == [statement]


@given(statements(), st.booleans())
def test_ofx_round_trip(statement: Statement, closed: bool) -> None:
    expected = without(statement, "end_to_end_id", "kind", number="", opening=None)
    assert read_statements(as_ofx(statement, closed=closed)) == [expected]


def _read_somehow(content: bytes, columns: Columns | None) -> None:
    started = time.process_time()
    try:
        found = read_statements(content, columns)
    except StatementError as error:
        assert error.status == 422 and str(error)
    else:
        assert all(isinstance(line.amount, int) for statement in found for line in statement.lines)
        assert "\x00" not in repr(found)
    assert time.process_time() - started < SLOWEST


COLUMNS = st.none() | st.just(Columns(date="交易日期", amount="余额", date_format="%Y-%m-%d"))


@given(st.binary(max_size=400), COLUMNS)
def test_any_bytes(content: bytes, columns: Columns | None) -> None:
    _read_somehow(content, columns)


@settings(max_examples=400)
@given(st.data(), COLUMNS)
def test_mutations_of_files(data: st.DataObject, columns: Columns | None) -> None:
    content = bytearray(data.draw(st.sampled_from(DATA)).read_bytes())
    for _step in range(data.draw(st.integers(1, 4))):
        at, length = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, 40))
        match data.draw(st.integers(0, 3)):
            case 0:
                del content[at : at + length]
            case 1:
                content[at:at] = data.draw(st.binary(max_size=12))
            case 2:
                content[at:at] = content[at : at + length] * data.draw(st.integers(1, 30))
            case _:
                tail = data.draw(
                    st.sampled_from((b"<", b"<!--", b"?>", b",,", b":61:", b"\r", b"9" * 30, b"\x00", b"&#0;"))
                )
                content[at:at] = tail
    _read_somehow(bytes(content), columns)


def test_deep_xml_is_refused_soon() -> None:
    deep = b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">' + b"<a>" * 300_000
    _read_somehow(deep, None)
    _read_somehow(b"OFXHEADER:100\n<OFX>" + b"<A>" * 300_000, None)


def test_long_lines_are_read_soon() -> None:
    for long in (
        b":20:" + b"1" * 3_000_000,
        b":20:\n:25:1\n:60F:" + b"C" * 1_000_000,
        b"a," * 2_000_000,
        b"<" * 2_000_000,
    ):
        _read_somehow(long, None)
