"""What the histories of invoices and payments, and the audit log, say of amounts and of what was done."""

from __future__ import annotations

from datetime import date

import pytest

from crm_receivables.closing import close_month
from crm_receivables.services import allocate_payment, refund_payment, unallocate
from crm_receivables.views import INVOICES, PAYMENTS
from guanxi import Resource, create, elevated, fetch, fetch_value, get, update, use_locale
from guanxi.company import Directory
from guanxi.records.models import AuditEntry
from guanxi.views.audit import view
from guanxi.views.timeline import timeline
from tests.crm_receivables.support import new_customer, pay, post
from tests.crm_receivables.test_pages import client_of

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def _history(resource: Resource, id: int) -> list[tuple[str, list[tuple[str, str, str]]]]:
    with use_locale("en"):
        return [
            (entry.title, [(str(change.label), change.before, change.after) for change in entry.changes])
            for entry in (await timeline(resource, id)).entries
        ]


async def _logged(action: str) -> list[tuple[str, list[str], list[str]]]:
    """What the audit log's page shows of the latest entry of an action."""
    rows = await fetch("SELECT max(id) AS id FROM guanxi_audit WHERE action = $1", action)
    with use_locale("en"):
        found = await view(await get(AuditEntry, rows[0]["id"]))
    return [(each.label, each.before, each.after) for each in found.differences]


async def test_amounts_are_in_the_currency_of_their_record() -> None:
    customer = await new_customer()
    invoice = await post(customer, 300_000, currency="EUR")
    payment = await pay(customer, 100_050, currency="EUR", on=date(2026, 1, 20))
    await refund_payment(payment, 50, reason="Too much", on=date(2026, 1, 21))
    assert ("Total", "", "€3,000.00") in dict(await _history(INVOICES, invoice))["Post"]
    assert ("Amount", "", "€0.50") in dict(await _history(PAYMENTS, payment))["Refund"]
    assert ("Total", [], ["€3,000.00"]) in await _logged("post")
    assert await _logged("refund") == [("Amount", [], ["€0.50"])]


async def test_lines_of_a_draft_are_in_its_currency() -> None:
    customer = await new_customer()
    line = {"description": "Work", "quantity": 1, "unit_price": 12_345, "tax_rate": 0}
    with elevated():
        draft = await create(INVOICES.model, {"customer_id": customer, "currency": "KWD", "lines": [line]})
        assert any(
            "KWD12.345" in text.replace("\xa0", "") for _l, _b, after in await _logged("create") for text in after
        )
        rows = [{"id": (await _line_of(draft.id)), **line, "unit_price": 500}]
        await update(INVOICES.model, draft.id, {"lines": rows})
    said = str(await _logged("update"))
    assert "KWD" in said and "¥" not in said
    assert "¥" not in str(await _history(INVOICES, draft.id))


async def _line_of(invoice: int) -> int:
    rows = await fetch("SELECT id FROM crm_receivables_line WHERE invoice_id = $1", invoice)
    return int(rows[0]["id"])


async def test_balances_of_a_closed_month_are_amounts_of_their_accounts() -> None:
    await post(await new_customer(), 300_000, currency="CNY", posted_on=date(2026, 1, 5))
    await close_month(date(2026, 1, 31))
    assert await _logged("close") == [
        (
            "Balances of that day",
            [],
            ["CN¥3,000.00 · Receivable · CNY", "-CN¥3,000.00 · Revenue · CNY"],
        )
    ]


async def test_allocations_by_hand_and_oldest_first_are_told_apart() -> None:
    customer = await new_customer()
    invoice = await post(customer, 30_000, currency="EUR")
    payment = await pay(customer, 20_000, currency="EUR", on=date(2026, 1, 20))
    part = (await fetch("SELECT id FROM crm_receivables_installment WHERE invoice_id = $1", invoice))[0]["id"]
    await allocate_payment(payment, {part: 5_000})
    await allocate_payment(payment)
    told = [each for each in await _history(PAYMENTS, payment) if each[0].startswith("Allocated")]
    assert told == [
        ("Allocated, oldest first", [("Amount", "", "€150.00")]),
        ("Allocated by hand", [("Amount", "", "€50.00")]),
    ]


async def test_what_was_taken_back_says_so_and_counts_below_zero(directory: Directory) -> None:
    customer = await new_customer()
    invoice = await post(customer, 30_000, currency="EUR")
    payment = await pay(customer, 20_000, currency="EUR", oldest=True)
    await unallocate(payment)
    rows = await fetch("SELECT kind, amount, settled FROM crm_receivables_allocation ORDER BY id")
    assert [tuple(row) for row in rows] == [("allocation", 20_000, 20_000), ("unallocation", 20_000, -20_000)]
    async with client_of(directory, await fetch_value("SELECT id FROM guanxi_user WHERE administrator")) as client:
        for path in (f"/crm_receivables/payments/{payment}", f"/crm_receivables/invoices/{invoice}"):
            shown = (await client.get(path)).text
            assert "Allocation taken back" in shown and "-€200.00" in shown and "reverses" not in shown
    assert (await _history(PAYMENTS, payment))[0] == ("Allocations taken back", [("Amount", "", "€200.00")])
