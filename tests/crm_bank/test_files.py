"""Each file of `data`, written by hand as the banks write them, read to the last figure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crm_bank.formats import Columns, LineKind, Statement, read_statements

DATA = Path(__file__).parent / "data"
GERMAN = Columns(
    date="Buchung",
    value_date="Wert",
    amount="Betrag",
    name="Auftraggeber/Empfänger",
    text="Verwendungszweck",
    account="IBAN",
    balance="Saldo",
    currency="Währung",
    date_format="%d.%m.%Y",
    encoding="latin-1",
    decimal_mark=",",
)


def read(name: str) -> list[Statement]:
    return read_statements((DATA / name).read_bytes(), GERMAN if name.startswith("german") else None)


SHAPES = {
    "alipay.csv": [("finance@example.com", "CNY", None, None, [60000, -360, 10000, -4000])],
    "alipay_account.csv": [("20880000000000000156", "CNY", 100000, 100000, [30000, -30000])],
    "camt052_08.xml": [("DE89370400440532013000", "EUR", None, None, [500])],
    "camt053_02.xml": [("DE89370400440532013000", "EUR", 100000, 217040, [119000, -1960])],
    "camt053_04.xml": [("0012-345678-9", "CHF", -10000, 19650, [10000, 20000, -350])],
    "camt053_08.xml": [("GB33BUKB20201555555555", "JPY", 50000, 50000, [12000, -12000])],
    "cmb.csv": [("62148301****8888", "CNY", 200000, 295000, [125000, -30000])],
    "cmb_business.csv": [("755900000010808", "CNY", 1000000, 1380000, [880000, -500000])],
    "german_latin1.csv": [("", "EUR", 100000, 209950, [119000, -9050])],
    "icbc_gb18030.csv": [("6222****1234", "CNY", 10000000, 11198000, [1250000, -2000, -50000])],
    "mt940_reversals.sta": [
        ("NL91ABNA0417164300EUR", "EUR", -5000, -5000, [10000, -10000, -3050, 3050]),
        ("NL91ABNA0417164300EUR", "EUR", -5000, 0, [5000]),
    ],
    "mt940_structured.sta": [("10010010/1111111111", "EUR", 100000, 217040, [119000, -1960])],
    "sgml.ofx": [("000123456789", "USD", None, 248750, [150000, -1250])],
    "wechat.csv": [("", "CNY", None, None, [88000, -2000, 2000, -50000])],
    "wechat_merchant.csv": [("", "CNY", 100000, 100000, [9900, -9900])],
    "xml.ofx": [("4111-XXXX", "KWD", None, -1234, [-1234])],
}


def test_every_file_of_the_folder_is_tested() -> None:
    assert sorted(path.name for path in DATA.iterdir()) == sorted(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_accounts_balances_and_amounts(name: str) -> None:
    found = read(name)
    assert [
        (each.account, each.currency, each.opening, each.closing, [line.amount for line in each.lines])
        for each in found
    ] == SHAPES[name]
    assert all(each.difference == 0 and not each.torn for each in found)
    assert all(line.currency == each.currency for each in found for line in each.lines)


def test_what_camt_says_of_a_payer() -> None:
    line = read("camt053_02.xml")[0].lines[0]
    assert (line.booked_on, line.value_on) == (date(2026, 3, 2), date(2026, 3, 2))
    assert (line.name, line.account) == ("Müller Maschinenbau GmbH", "DE02120300000000202051")
    assert (line.text, line.end_to_end_id) == ("Rechnung INV-2026-000017 Kd. 4711", "E2E-7781")
    assert (line.bank_reference, line.kind) == ("2026030200017", LineKind.NORMAL)


def test_a_batch_of_camt_is_its_parts_and_its_charges() -> None:
    first, second, charges = read("camt053_04.xml")[0].lines
    assert (first.name, first.reference, first.end_to_end_id) == ("Alpenblick AG", "210000000003139471430009017", "")
    assert (second.name, second.text, second.end_to_end_id) == ("Seeblick GmbH", "Zweite Rate", "E-2")
    assert (charges.amount, charges.kind, charges.name) == (-350, LineKind.CHARGES, "")
    assert {line.bank_reference for line in (first, second, charges)} == {"BATCH-9"}


def test_parts_that_do_not_come_to_the_entry_leave_a_difference() -> None:
    text = (DATA / "camt053_04.xml").read_text("utf-8")
    (statement,) = read_statements(text.replace(">200.00<", ">190.00<").encode())
    assert [(line.amount, line.kind.value) for line in statement.lines] == [
        (10000, "normal"),
        (19000, "normal"),
        (650, "difference"),
    ]
    assert statement.difference == 0


def test_a_reversal_of_camt_names_who_paid_first() -> None:
    paid, returned = read("camt053_08.xml")[0].lines
    assert (returned.kind, returned.name, returned.text) == (LineKind.REVERSAL, paid.name, "Returned: account closed")
    assert paid.account == "1234567"


def test_structured_details_of_mt940() -> None:
    statement = read("mt940_structured.sta")[0]
    line, fee = statement.lines
    assert statement.number == "00005"
    assert (line.name, line.account) == ("Mueller Maschinenbau GmbH", "DE02120300000000202051")
    assert (line.end_to_end_id, line.bank_reference) == ("E2E-7781", "2026030200017")
    assert line.text == "Rechnung INV-2026-00 0017 vom 1. Februar"
    assert (fee.text, fee.reference) == ("Kontofuehrung Februar", "KTO-1")


def test_reversals_of_mt940_turn_the_sign_and_parts_are_joined() -> None:
    statement, other = read("mt940_reversals.sta")
    assert [(line.amount, line.kind.value) for line in statement.lines] == [
        (10000, "normal"),
        (-10000, "reversal"),
        (-3050, "normal"),
        (3050, "reversal"),
    ]
    first = statement.lines[0]
    assert (first.booked_on, first.value_on) == (date(2026, 1, 1), date(2025, 12, 31)), "the year of MMDD is the nearer"
    assert (first.name, first.end_to_end_id, first.reference) == ("De Vries BV", "E2E-1", "INV-2026-000040")
    assert statement.lines[1].text == "Returned Rückgabe wegen Widerspruch"
    assert (statement.number, other.number) == ("12", "13")
    assert (statement.from_on, statement.to_on) == (date(2025, 12, 30), date(2026, 1, 2))


def test_ofx_without_ends_of_leaves() -> None:
    line, fee = read("sgml.ofx")[0].lines
    assert (line.booked_on, line.name, line.text, line.reference) == (date(2026, 3, 2), "Acme & Sons", "", "88")
    assert (fee.kind, fee.bank_reference) == (LineKind.CHARGES, "F2")


def test_icbc() -> None:
    statement = read("icbc_gb18030.csv")[0]
    first = statement.lines[0]
    assert (first.name, first.account) == ("春意空调有限公司", "6228480402564890018")
    assert first.text == "转账 货款 INV-2026-000051"
    assert (statement.from_on, statement.to_on) == (date(2026, 3, 1), date(2026, 3, 5))


def test_newest_first_comes_out_oldest_first() -> None:
    assert [line.booked_on.day for line in read("cmb.csv")[0].lines] == [2, 5]
    assert [line.booked_on.day for line in read("wechat.csv")[0].lines] == [2, 3, 4, 5]


def test_refunds_and_fees_of_alipay_are_lines_of_their_own() -> None:
    kinds = [(line.kind.value, line.amount, line.reference) for line in read("alipay.csv")[0].lines]
    assert kinds == [
        ("normal", 60000, "INV-2026-000061"),
        ("charges", -360, "INV-2026-000061"),
        ("normal", 10000, "ORD-2"),
        ("reversal", -4000, "ORD-2"),
    ]


def test_wechat_keeps_commas_in_quotes_and_knows_money_taken_out() -> None:
    lines = read("wechat.csv")[0].lines
    assert lines[0].text == "二维码收款 收款方备注:INV-2026-000071"
    assert lines[1].text == "商户消费 墨盒, 黑"
    assert (lines[3].amount, lines[3].bank_reference) == (-50000, "100005")
