"""Invoices and payments in a customer's timeline."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crm_receivables.services import refund_payment, void_invoice
from crm_receivables.timeline import SOURCE
from guanxi import TimelineMark, Tone, fetch_value, today, use_locale
from tests.crm_receivables.support import DAY, new_customer, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
LAST = TimelineMark(datetime(9999, 1, 1, tzinfo=UTC), 2**63 - 1)


async def test_what_was_posted_received_refunded_and_voided() -> None:
    id, other = await new_customer(), await new_customer("Other")
    await post(other, 500)
    invoice = await post(id, 10_000)
    payment = await pay(id, 2_500, on=date(2026, 1, 20))
    await refund_payment(payment, 500, reason="Paid twice", on=date(2026, 2, 1))
    await void_invoice(invoice, on=date(2026, 3, 1))
    with use_locale("en"):
        found = await SOURCE.load([id], LAST, 30)
    number = await fetch_value("SELECT number FROM crm_receivables_invoice WHERE id = $1", invoice)
    refund = await fetch_value("SELECT max(id) FROM crm_receivables_payment")
    assert [(str(event.title), event.text, event.on, event.note) for event in found] == [
        ("Invoice voided", f"{number} · CN¥100.00", date(2026, 3, 1), ""),
        ("Payment refunded", f"PM-{refund:08} · CN¥5.00 · Bank transfer", date(2026, 2, 1), "Paid twice"),
        ("Payment received", f"PM-{payment:08} · CN¥25.00 · Bank transfer", date(2026, 1, 20), ""),
        ("Invoice posted", f"{number} · CN¥100.00", DAY, ""),
    ]
    assert found[0].at == datetime(2026, 3, 1, 15, 59, 59, 999999, tzinfo=UTC)
    assert (found[0].href, found[0].tone) == (f"/crm_receivables/invoices/{invoice}", Tone.BAD)
    assert len({event.id for event in found}) == 4


async def test_what_is_of_today_has_its_time_and_pages_follow_each_other() -> None:
    id = await new_customer()
    for amount in (100, 200, 300):
        await post(id, amount, posted_on=today())
        await pay(id, amount, on=today())
    whole = await SOURCE.load([id], LAST, 30)
    assert len(whole) == 6 and all(event.on is None for event in whole)
    found, mark = [], LAST
    while page := await SOURCE.load([id], mark, 2):
        found += page
        mark = TimelineMark(page[-1].at, page[-1].id)
    assert found == whole == sorted(whole, key=lambda event: (event.at, event.id), reverse=True)
    assert await SOURCE.load([id + 1000], LAST, 30) == []
