"""What other add-ons see of what is open."""

from __future__ import annotations

from datetime import date

import pytest

from crm_receivables.services import allocate_payment, open_items, open_items_sql
from guanxi import fetch_value
from tests.crm_receivables.support import DAY, new_customer, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def test_what_is_open_is_listed_until_it_is_paid() -> None:
    customer, other = await new_customer(), await new_customer("云南新锐")
    await post(customer, 100, 200)
    await post(other, 300)
    first, second = await open_items([customer])
    assert (first.number, first.invoice_number, first.amount, first.outstanding, first.due_on, first.contract_id) == (
        *("INV-2026-000001/1", "INV-2026-000001", 100, 100, DAY, None),
    )
    payment = await pay(customer, 250)
    await allocate_payment(payment, {first.installment_id: 100, second.installment_id: 150})
    assert [(item.number, item.outstanding) for item in await open_items([customer])] == [("INV-2026-000001/2", 50)]
    assert await open_items(ids=[first.installment_id]) == []
    assert [item.customer_id for item in await open_items()] == [other, customer]  # the longest due first
    assert await open_items(due_until=date(2025, 1, 1)) == []
    assert await fetch_value(f"SELECT sum(outstanding) FROM {open_items_sql()} o WHERE customer_id = $1", other) == 300
