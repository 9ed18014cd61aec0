"""Each kind of broken file has an error of its own that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from crm_bank.formats import Columns, StatementError, errors, one_account, read_statements
from crm_bank.formats.model import MAX_BYTES

DATA = Path(__file__).parent / "data"
CAMT = (DATA / "camt053_02.xml").read_text("utf-8")
SWIFT = (DATA / "mt940_structured.sta").read_text("utf-8").replace("\r\n", "\n")
ICBC = (DATA / "icbc_gb18030.csv").read_bytes().decode("gb18030")
OFX = (DATA / "sgml.ofx").read_text("utf-8")
MAPPED = Columns(date="Date", amount="Amount", date_format="%d.%m.%Y")
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">&b;</Document>'
)


def refused(content: bytes | str, columns: Columns | None = None) -> StatementError:
    with pytest.raises(StatementError) as caught:
        read_statements(content.encode() if isinstance(content, str) else content, columns)
    return caught.value


CASES: dict[str, tuple[bytes | str, type[StatementError], dict[str, object]]] = {
    "empty": (b" \r\n ", errors.EmptyFile, {}),
    "unknown text": ("hello\nworld\n", errors.UnknownFormat, {}),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", errors.UnknownFormat, {}),
    "another xml": ("<html/>", errors.UnknownFormat, {}),
    "camt of notifications": (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"/>',
        errors.UnknownFormat,
        {},
    ),
    "bomb": (BOMB, errors.UnsafeXml, {}),
    "bomb in utf-16": (BOMB.replace(' version="1.0"', "").encode("utf-16"), errors.UnsafeXml, {}),
    "bomb as ofx": ("OFXHEADER:100\n<!DOCTYPE x><OFX></OFX>", errors.UnsafeXml, {}),
    "cut camt": (CAMT[: CAMT.index("<Ntry>") + 40], errors.CutFile, {"line": 13}),
    "camt is no xml": (CAMT.replace("</Stmt>", "</Stmt"), errors.MalformedXml, {"line": 32}),
    "camt without a sign": (
        CAMT.replace("<CdtDbtInd>DBIT</CdtDbtInd>", ""),
        errors.MissingPart,
        {"line": 22, "part": "Ntry/CdtDbtInd"},
    ),
    "camt with another sign": (CAMT.replace(">DBIT<", ">SOME<"), errors.BadPart, {"line": 23}),
    "camt in another currency": (
        CAMT.replace('Ccy="EUR">19.60', 'Ccy="USD">19.60'),
        errors.WrongCurrency,
        {"line": 23, "text": "USD", "currency": "EUR"},
    ),
    "camt without a currency": (CAMT.replace("EUR", "XYZ"), errors.UnknownCurrency, {"line": 9}),
    "camt on 31 November": (
        CAMT.replace("<ValDt><Dt>2026-03-02", "<ValDt><Dt>2026-11-31", 1),
        errors.BadDate,
        {"line": 14, "text": "2026-11-31"},
    ),
    "camt with three decimals": (CAMT.replace("19.60", "19.605"), errors.TooPrecise, {"line": 23}),
    "camt with a negative amount": (CAMT.replace("19.60", "-19.60"), errors.BadPart, {"line": 23}),
    "camt out of range": (CAMT.replace("19.60", "1" + "0" * 30), errors.AmountOutOfRange, {"line": 23}),
    "camt in no encoding": (CAMT.encode("latin-1"), errors.BadEncoding, {"encoding": "utf-8"}),
    "camt in a strange encoding": (CAMT.replace("UTF-8", "UTF-7"), errors.BadEncoding, {"encoding": "utf-7"}),
    "cut swift": (SWIFT[: SWIFT.index(":62F:")], errors.CutFile, {"line": 9}),
    "swift cut in an entry": (SWIFT[: SWIFT.index("NTRF")], errors.BadPart, {"line": 6}),
    "swift without an opening": (SWIFT.replace(":60F:", ":64:"), errors.MissingPart, {"part": ":60F:"}),
    "swift on 31 November": (SWIFT.replace(":61:2603020302D", ":61:2611311131D"), errors.BadDate, {"line": 8}),
    "swift in two currencies": (SWIFT.replace("62F:C260302EUR", "62F:C260302USD"), errors.WrongCurrency, {"line": 10}),
    "swift out of range": (SWIFT.replace("D19,60", "D99999999999999999999,"), errors.AmountOutOfRange, {"line": 8}),
    "cut ofx": (OFX[: OFX.index("</BANKTRANLIST>")], errors.CutFile, {"line": 21}),
    "ofx on 31 November": (OFX.replace("<DTPOSTED>20260303", "<DTPOSTED>20261131"), errors.BadDate, {"line": 20}),
    "ofx without an amount": (OFX.replace("<TRNAMT>-12.5", ""), errors.MissingPart, {"part": "STMTTRN/TRNAMT"}),
    "ofx with words": (OFX.replace("-12.5", "twelve"), errors.BadAmount, {"line": 20, "text": "twelve"}),
    "csv cut in a row": (ICBC[: ICBC.rindex("500.00") + 3], errors.CutFile, {"line": 7}),
    "csv cut in quotes": (ICBC[: ICBC.index('"500.00"') + 4], errors.CutFile, {"line": 7}),
    "csv on 31 November": (ICBC.replace("2026-03-03", "2026-11-31"), errors.BadDate, {"line": 6}),
    "camt of the year 1": (
        CAMT.replace("<ValDt><Dt>2026-03-02", "<ValDt><Dt>0001-03-02", 1),
        errors.FarDate,
        {"line": 14, "text": "0001-03-02"},
    ),
    "ofx of the year 9999": (OFX.replace("<DTPOSTED>20260303", "<DTPOSTED>99991231"), errors.FarDate, {"line": 20}),
    "csv of the year 9999": (ICBC.replace("2026-03-03", "9999-12-31"), errors.FarDate, {"line": 6}),
    "csv of the year 1899": (ICBC.replace("2026-03-03", "1899-12-31"), errors.FarDate, {"line": 6}),
    "csv with words": (ICBC.replace(",20.00,人民币,,20.00", ",20.00,人民币,,二十"), errors.BadAmount, {"line": 6}),
    "csv in two currencies": (ICBC.replace("20.00,人民币,", "20.00,美元,"), errors.WrongCurrency, {"line": 6}),
    "csv in no encoding": (b"\xff\x80\x80\x80,1\n", errors.BadEncoding, {"encoding": "utf-8 / gb18030"}),
}


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_wrong_and_where(case: str) -> None:
    content, kind, params = CASES[case]
    error = refused(content)
    assert type(error) is kind, error
    assert params.items() <= error.params.items(), error.params
    assert error.status == 422


def test_a_file_that_is_too_large() -> None:
    assert type(refused(b"x" * (MAX_BYTES + 1))) is errors.FileTooLarge


def test_columns_that_are_not_there() -> None:
    assert refused("Day;Sum\n01.02.2026;5\n", MAPPED).params == {"text": "Date"}
    assert refused("Date;Sum\n01.02.2026;5\n", MAPPED).params == {"text": "Amount"}
    assert type(refused("Date;Amount\n31.11.2026;5\n", MAPPED)) is errors.BadDate
    assert type(refused("Date;Amount\n30.11.0001;5\n", MAPPED)) is errors.FarDate
    assert type(refused("Date;Amount\n", Columns(date="Date", amount="Amount", encoding="no-such"))) is (
        errors.BadEncoding
    )


def test_sums_that_do_not_tie_are_no_error() -> None:
    (statement,) = read_statements(CAMT.replace("2170.40", "2170.41").encode())
    assert statement.difference == 1


def test_parts_that_do_not_follow_are_torn() -> None:
    text = (DATA / "mt940_reversals.sta").read_text("utf-8").replace(":60M:D260102EUR50,", ":60M:D260102EUR49,")
    assert read_statements(text.encode())[0].torn


def test_two_accounts_where_one_is_wanted() -> None:
    two = read_statements((SWIFT + SWIFT.replace("1111111111", "2222222222")).encode())
    with pytest.raises(errors.SeveralAccounts) as caught:
        one_account(two, "", "EUR")
    assert caught.value.params == {"text": "10010010/1111111111, 10010010/2222222222"}


def test_another_account_or_currency() -> None:
    found = read_statements(SWIFT.encode())
    assert one_account(found, "10010010 1111111111", "EUR") == found
    assert one_account(found, "1111111111", "EUR") == found
    assert one_account(found, "", "EUR") == found
    with pytest.raises(errors.WrongAccount):
        one_account(found, "DE89370400440532013000", "EUR")
    with pytest.raises(errors.WrongCurrency):
        one_account(found, "", "CNY")


def test_covered_digits_match() -> None:
    found = read_statements(ICBC.encode("gb18030"))
    assert one_account(found, "6222 0000 0000 1234", "CNY") == found
    with pytest.raises(errors.WrongAccount):
        one_account(found, "6222 0000 0000 1235", "CNY")


def test_the_name_of_each_error_is_its_own() -> None:
    assert (
        len(errors.ERRORS) == len({type(error) for error in errors.ERRORS.values()} | set(errors.ERRORS.values())) - 1
    )
