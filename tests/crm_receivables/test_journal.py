"""The journal as files: bean-check accepts the text, and both say what the ledger says."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from beancount import loader
from beancount.core.data import Balance, Transaction

from crm_receivables import journal
from crm_receivables.choices import Account, ReversalCause
from crm_receivables.closing import close_month
from crm_receivables.crediting import credit_invoice
from crm_receivables.exchange_models import ExchangeRate
from crm_receivables.journal import trial_balance
from crm_receivables.journal_files import ACCOUNTS, beancount, csv_rows
from crm_receivables.reversing import reverse_payment
from guanxi import create, csv_chunks
from tests.crm_receivables.support import DAY, new_customer, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
JANUARY, TODAY = date(2026, 1, 31), date(2026, 6, 30)


async def _book() -> None:
    customer = await new_customer('引号"反斜杠\\ 有限公司\n第二行')
    invoice = await post(customer, 40_000, 60_000)
    await post(customer, 500, currency="JPY")
    for day, rate in ((DAY, "0.048"), (JANUARY, "0.05")):
        await create(ExchangeRate, {"currency": "JPY", "day": day, "rate": Decimal(rate)})
    await pay(customer, 70_000, oldest=True)
    await close_month(JANUARY)
    await credit_invoice(invoice, 1_234, reason="x", on=date(2026, 2, 2))
    await reverse_payment(await pay(customer, 3, on=date(2026, 2, 3)), cause=ReversalCause.MISTAKE, on=date(2026, 2, 4))


async def _text(since: date) -> str:
    return b"".join([part async for part in beancount(await trial_balance(since, TODAY))]).decode()


@pytest.mark.parametrize("part", [1, 5_000])
async def test_beancount_accepts_it(monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    monkeypatch.setattr(journal, "_PART", part)
    await _book()
    for since, closed in ((DAY, True), (date(2026, 2, 1), False)):
        entries, errors, _options = loader.load_string(await _text(since))
        assert errors == []
        assert any(isinstance(entry, Balance) for entry in entries) == closed
        sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
        for entry in entries:
            for posting in entry.postings if isinstance(entry, Transaction) else ():
                assert posting.units is not None and posting.units.number is not None
                sums[posting.account, posting.units.currency] += posting.units.number
        expected = {
            (ACCOUNTS[Account(row.account)], row.currency): Decimal(row.closing).scaleb(
                0 if row.currency == "JPY" else -2
            )
            for row in (await trial_balance(since, TODAY)).rows
        }
        assert {key: amount for key, amount in sums.items() if not key[0].startswith("Equity")} == expected
        assert sums["Assets:Exchange-Valuation", "CNY"] == 1


async def test_a_wrong_balance_is_noticed(tmp_path: Path) -> None:
    await _book()
    text = await _text(DAY)
    _entries, errors, _options = loader.load_string(text.replace("balance Assets:Cash  7", "balance Assets:Cash  8"))
    assert errors


async def test_the_csv_has_each_posting_and_sums_to_nothing() -> None:
    await _book()
    content = b"".join([chunk async for chunk in csv_chunks(csv_rows(DAY, TODAY))])
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert sum(Decimal(row["Debit"] or 0) - Decimal(row["Credit"] or 0) for row in rows) == 0
    assert {row["Account"] for row in rows} >= {"Receivable", "Cash and bank", "Revenue", "Customer credit"}
    assert rows[0]["Document"].startswith("INV-2026-")
    exchange = [row for row in rows if row["Kind"] == "Exchange difference"]
    assert [(row["Account"], row["Document"], row["Currency"], row["Debit"], row["Credit"]) for row in exchange] == [
        ("Exchange valuation", "JPY", "CNY", "1.00", ""),
        ("Exchange differences, unrealized", "JPY", "CNY", "", "1.00"),
    ]
