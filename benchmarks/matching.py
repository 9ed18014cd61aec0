"""Seconds to find what 10,000 bank lines pay among 100,000 open invoices."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

from benchmarks.customers import load_customers
from benchmarks.harness import Machine, Result, medians, one_company
from crm_bank.formats import Line, Statement
from crm_bank.matching import sure_matches
from crm_bank.models import BankAccount
from crm_bank.storing import keep
from crm_receivables.services import NewInstallment, NewInvoice, NewLine, post_invoices
from guanxi import create, execute, fetch, fetch_value

CUSTOMERS, INVOICES, LINES = 20_000, 100_000, 10_000
ROUNDS = 3
_DAY = date(2026, 1, 5)
_BATCH = 1_000


async def measure(servers: Machine) -> Result:
    async with one_company(servers):
        await load_customers(CUSTOMERS, [await fetch_value("SELECT id FROM guanxi_user LIMIT 1")])
        await _owe()
        right = await _pay()
        found = await sure_matches()
        assert {match.line_id: match.customer_id for match in found}.items() <= right.items()
        value, floor = await medians(ROUNDS, _ours, _bare)
        print(f"  {value:.2f} s, {len(found):,} of {LINES:,} sure; the amounts alone by one statement {floor:.2f} s")
    return Result(value, floor, "s")


async def _ours() -> float:
    started = time.perf_counter()
    await sure_matches()
    return time.perf_counter() - started


async def _bare() -> float:
    """Currency and amount by one join."""
    started = time.perf_counter()
    await fetch(
        "SELECT l.id, i.id AS installment_id FROM crm_bank_line l JOIN crm_receivables_installment i"
        " ON i.currency = l.currency AND i.outstanding = l.amount WHERE l.state = 'open'"
    )
    return time.perf_counter() - started


async def _owe() -> None:
    dice = random.Random(1)
    customers = [row["id"] for row in await fetch("SELECT id FROM crm_core_customer ORDER BY id")]
    for _start in range(0, INVOICES, _BATCH):
        await post_invoices([_invoice(dice.choice(customers), dice.randint(100, 5_000_000)) for _each in range(_BATCH)])
    await execute("ANALYZE crm_receivables_invoice, crm_receivables_installment, crm_core_customer")


def _invoice(customer_id: int, amount: int) -> NewInvoice:
    return NewInvoice(
        customer_id=customer_id,
        currency="CNY",
        posted_on=_DAY,
        lines=(NewLine(description="Service", amount=amount),),
        installments=(NewInstallment(due_on=_DAY + timedelta(days=30), amount=amount),),
    )


async def _pay() -> dict[int, int]:
    """A third names the invoice, a third only the customer, a third is of nobody. By line, who owes what was named."""
    dice = random.Random(2)
    rows = await fetch(
        "SELECT v.number, v.total, v.customer_id, c.name FROM crm_receivables_invoice v"
        " JOIN crm_core_customer c ON c.id = v.customer_id ORDER BY v.id LIMIT $1",
        LINES,
    )
    lines, payers = [], []
    for index, row in enumerate(rows):
        text, name, amount = ("", f"Unknown {index}", dice.randint(100, 5_000_000))
        if index % 3 == 0:
            text, amount = f"货款 {row['number']} 尾款, 谢谢 {index}", row["total"]
        elif index % 3 == 1:
            name, amount = row["name"], row["total"]
        lines.append(Line(_DAY, amount, "CNY", name=name, account=f"6222{index:015}", text=text or f"转账 {index}"))
        payers.append(row["customer_id"])
    account = await create(BankAccount, {"name": "Bench", "currency": "CNY"})
    await keep(account, "lines.xml", b"lines", [Statement("", "CNY", lines=lines)])
    await execute("ANALYZE crm_bank_line")
    ids = [row["id"] for row in await fetch("SELECT id FROM crm_bank_line ORDER BY id")]
    return dict(zip(ids, payers, strict=True))
