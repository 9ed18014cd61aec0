"""Invoices and payments in a customer's timeline."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crm_receivables.account_statement import account_statement
from crm_receivables.choices import ReversalCause
from crm_receivables.credit_models import CreditNote, WriteOff
from crm_receivables.crediting import credit_invoice
from crm_receivables.reversing import reverse_payment
from crm_receivables.services import refund_payment, void_invoice
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.timeline import SOURCE
from crm_receivables.writing_off import request_write_off
from guanxi import TimelineMark, Tone, fetch_value, get, today, use_locale
from tests.crm_receivables.support import DAY, new_customer, pay, post, with_settings

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


async def test_credit_notes_and_write_offs_go_by_their_own_numbers() -> None:
    id = await new_customer()
    invoice = await post(id, 10_000, currency="EUR")
    note = await get(CreditNote, await credit_invoice(invoice, 3_000, reason="Too much"))
    with with_settings(ReceivablesSettings(write_off_limit=1_000)):
        loss = await get(WriteOff, (await request_write_off(invoice, 2_000, "Bankrupt"))[0])
    for payment_id in (note.payment_id, loss.payment_id):
        assert payment_id is not None
        await reverse_payment(payment_id, cause=ReversalCause.MISTAKE, reason="Wrong")
    with use_locale("en"):
        found = await SOURCE.load([id], LAST, 30)
    notes, losses = f"/crm_receivables/credit_notes/{note.id}", f"/crm_receivables/write_offs/{loss.id}"
    assert {(str(event.title), event.text, event.note, event.href) for event in found[:4]} == {
        ("Write-off reversed", f"{loss.number} · €20.00", "Wrong", losses),
        ("Credit note reversed", f"{note.number} · €30.00", "Wrong", notes),
        ("Written off", f"{loss.number} · €20.00", "Bankrupt", losses),
        ("Credit note given", f"{note.number} · €30.00", "Too much", notes),
    }
    statement = await account_statement(id, "EUR", DAY, today())
    number = await fetch_value("SELECT number FROM crm_receivables_invoice WHERE id = $1", invoice)
    assert sorted(row.document for row in statement.rows) == sorted([number, *[note.number, loss.number] * 2])
