"""The journal as files for accountants: CSV, and the text of Beancount (a plain-text ledger)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from crm_core.services import customer_names
from crm_receivables.choices import Account, EntryKind
from crm_receivables.journal import TrialBalance, kept_balances, postings
from guanxi import _, current_company, plain_amount

ACCOUNTS = {
    Account.RECEIVABLE: "Assets:Receivable",
    Account.CASH: "Assets:Cash",
    Account.CREDIT: "Liabilities:Customer-Credit",
    Account.STORED_VALUE: "Liabilities:Stored-Value",
    Account.TAX: "Liabilities:Tax",
    Account.REVENUE: "Income:Revenue",
    Account.BAD_DEBT: "Expenses:Bad-Debt",
    Account.REALIZED: "Income:Exchange:Realized",
    Account.UNREALIZED: "Income:Exchange:Unrealized",
    Account.VALUATION: "Assets:Exchange-Valuation",
}
"""names in Beancount"""
_OPENING = "Equity:Opening-Balances"


async def csv_rows(since: date, until: date) -> AsyncIterator[list[list[str]]]:
    """For `csv_chunks`: a heading, then a row for each posting; debits and credits in columns of their own."""
    head = (
        _("Date"),
        _("Entry"),
        _("Kind"),
        _("Document", "journal"),
        _("Reference"),
        _("Customer"),
        _("Account"),
        _("Currency"),
    )
    yield [[*map(str, head), str(_("Debit")), str(_("Credit"))]]
    async for part in postings(since, until):
        names = await customer_names({row["customer_id"] for row in part} - {None})
        yield [_csv_row(row, names) for row in part]


def _csv_row(row: Any, names: dict[int, str]) -> list[str]:
    amount = plain_amount(abs(row["amount"]), row["currency"])
    sides = [amount, ""] if row["amount"] > 0 else ["", amount]
    said = (EntryKind(row["kind"]).label, row["document"], row["reference"] or "", names.get(row["customer_id"], ""))
    account = Account(row["account"]).label
    return [str(row["posted_on"]), str(row["entry_id"]), *map(str, said), str(account), row["currency"], *sides]


async def beancount(balance: TrialBalance) -> AsyncIterator[bytes]:
    """With what accounts came to before, and with what they came to when months were closed, for `bean-check`."""
    since, until = balance.since, balance.until
    yield "".join(_head(balance)).encode()
    checks = _by_day(await kept_balances(since, until))
    async for part in postings(since, until):
        names = await customer_names({row["customer_id"] for row in part} - {None})
        for _id, rows in groupby(part, key=itemgetter("entry_id")):
            yield "".join(_transaction(list(rows), names)).encode()
    yield "".join(checks).encode()


def _head(balance: TrialBalance) -> Iterator[str]:
    yield f'option "title" {_quoted(current_company().title)}\n'
    yield f'option "operating_currency" "{current_company().currency}"\n\n'
    opened = balance.since - timedelta(days=1)
    for name in (*ACCOUNTS.values(), _OPENING):
        yield f"{opened} open {name}\n"
    for row in balance.rows:
        if row.opening:
            yield f'\n{opened} * "Opening balance"\n'
            yield _posting(ACCOUNTS[Account(row.account)], row.opening, row.currency)
            yield _posting(_OPENING, -row.opening, row.currency)


def _transaction(rows: Sequence[Any], names: dict[int, str]) -> Iterator[str]:
    first = rows[0]
    payee = ", ".join(dict.fromkeys(names.get(row["customer_id"], "") for row in rows))
    said = f"{EntryKind(first['kind']).value} {first['document']}".strip()
    yield f"\n{first['posted_on']} * {_quoted(payee)} {_quoted(said)}\n  entry: {first['entry_id']}\n"
    for row in rows:
        yield _posting(ACCOUNTS[Account(row["account"])], row["amount"], row["currency"])


def _posting(account: str, amount: int, currency: str) -> str:
    return f"  {account}  {plain_amount(amount, currency)} {currency}\n"


def _by_day(rows: Sequence[Any]) -> list[str]:
    """Beancount checks a balance at the start of a day."""
    return [
        f"\n{row['until'] + timedelta(days=1)} balance {ACCOUNTS[Account(row['account'])]}"
        f"  {plain_amount(row['amount'], row['currency'])} {row['currency']}\n"
        for row in rows
    ]


def _quoted(text: str) -> str:
    """One line, as a string of Beancount."""
    line = " ".join(text.split())
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
