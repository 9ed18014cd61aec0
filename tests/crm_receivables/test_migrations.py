"""What migrations do to books that are there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import crm_receivables
from crm_receivables.aging import aging
from crm_receivables.services import allocate_payment
from guanxi.context import Company
from guanxi.db import fetch, migrations
from tests.crm_receivables.support import assert_ties, installments, new_customer, pay, post

pytestmark = pytest.mark.asyncio(loop_scope="module")
FOLDER = Path(crm_receivables.__file__).parent / "migrations"
BEFORE, AFTER = date(2026, 1, 31), date(2026, 12, 31)


async def test_the_days_of_aging_are_filled_in(inside: Company) -> None:
    customer = await new_customer()
    invoice = await post(customer, 30_000, 70_000)
    payment = await pay(customer, 50_000)
    await allocate_payment(payment, dict.fromkeys(await installments(invoice), 20_000))
    found = [await aging(day) for day in (BEFORE, AFTER)]
    days = "SELECT id, invoiced_on, received_on FROM crm_receivables_allocation ORDER BY id"
    rows = await fetch(days)
    assert len(rows) == 2
    await migrations.downgrade("crm_receivables", FOLDER, to="7_close.py")
    await migrations.upgrade("crm_receivables", FOLDER)
    assert await fetch(days) == rows
    assert [await aging(day) for day in (BEFORE, AFTER)] == found
    await assert_ties()
