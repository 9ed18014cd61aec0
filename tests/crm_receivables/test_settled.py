"""What settled an invoice, told apart wherever people read it: money, credit notes, write-offs."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

import crm_receivables
from crm_receivables.account_statement import StatementSums, account_statement
from crm_receivables.allocating import allocate_payment, unallocate
from crm_receivables.choices import ReversalCause
from crm_receivables.credit_models import CreditNote
from crm_receivables.crediting import credit_invoice
from crm_receivables.documents import build_invoice
from crm_receivables.models import Invoice
from crm_receivables.reversing import reverse_payment
from crm_receivables.services import refund_payment, void_invoice
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.statement_document import build_statement
from crm_receivables.writing_off import request_write_off
from guanxi import fetch, fetch_value, find, get, render_pdf, today
from guanxi.db import migrations
from tests.crm_receivables.support import (
    DAY,
    assert_ties,
    figures,
    new_customer,
    pay,
    post,
    with_settings,
)

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
_APART = ("paid", "settled_by_credit", "written_off", "outstanding", "credited")
MIGRATIONS = Path(crm_receivables.__file__).parent / "migrations"


async def write_off(invoice: int, amount: int) -> int:
    """Its payment."""
    with with_settings(ReceivablesSettings(write_off_limit=1_000)):
        id, approved = await request_write_off(invoice, amount, "尾差")
    assert approved
    return int(await fetch_value("SELECT payment_id FROM crm_receivables_write_off WHERE id = $1", id))


async def settled() -> tuple[int, int]:
    """A customer, and its invoice over 100.00: 70.00 paid, 20.00 credited, 4.00 written off."""
    customer = await new_customer()
    invoice = await post(customer, 10_000)
    await pay(customer, 7_000, oldest=True)
    await credit_invoice(invoice, 2_000, reason="退货", on=DAY)
    await write_off(invoice, 400)
    return customer, invoice


async def test_each_is_told_apart_and_they_sum_to_what_is_not_open() -> None:
    customer, invoice = await settled()
    assert await figures("invoice", invoice, *_APART, "status") == (7_000, 2_000, 400, 600, 2_000, "overdue")
    await pay(customer, 600, oldest=True)
    assert await figures("invoice", invoice, *_APART, "status") == (7_600, 2_000, 400, 0, 2_000, "paid")
    assert str((await get(Invoice, invoice)).status.label) == "Settled"
    await assert_ties()


async def test_what_is_taken_back_is_settled_by_nothing_any_more() -> None:
    customer, invoice = await settled()
    loss = await fetch_value("SELECT payment_id FROM crm_receivables_write_off")
    await reverse_payment(loss, cause=ReversalCause.MISTAKE)
    assert await figures("invoice", invoice, *_APART) == (7_000, 2_000, 0, 1_000, 2_000)
    note = (await find(CreditNote))[0]
    await unallocate(note.payment_id)
    assert await figures("invoice", invoice, *_APART) == (7_000, 0, 0, 3_000, 2_000)
    await assert_ties()
    other = await post(customer, 500)
    await allocate_payment(note.payment_id)
    assert await figures("invoice", invoice, *_APART) == (7_000, 2_000, 0, 1_000, 2_000)
    assert await figures("invoice", other, *_APART) == (0, 0, 0, 500, 0)
    await reverse_payment(note.payment_id, cause=ReversalCause.MISTAKE)
    assert await figures("invoice", invoice, *_APART) == (7_000, 0, 0, 3_000, 0)
    await assert_ties()


async def test_a_credit_of_another_invoice_is_no_payment() -> None:
    customer = await new_customer()
    paid = await post(customer, 1_000)
    await pay(customer, 1_000, oldest=True)
    note = await get(CreditNote, await credit_invoice(paid, 300, reason="x", on=DAY))
    other = await post(customer, 500)
    await allocate_payment(note.payment_id)
    assert await figures("invoice", paid, *_APART) == (1_000, 0, 0, 0, 300)
    assert await figures("invoice", other, *_APART) == (0, 300, 0, 200, 0)
    await assert_ties()


async def test_the_migration_tells_apart_what_is_there() -> None:
    customer, invoice = await settled()
    note = (await find(CreditNote))[0]
    await unallocate(note.payment_id)
    await post(customer, 900, due_on=DAY - timedelta(days=9))
    await allocate_payment(note.payment_id)
    rows = "SELECT id, paid, settled_by_credit, written_off, allocated FROM crm_receivables_invoice ORDER BY id"
    before = await fetch(rows)
    await migrations.downgrade("crm_receivables", MIGRATIONS, to="11_held.py")
    await migrations.upgrade("crm_receivables", MIGRATIONS)
    assert await fetch(rows) == before
    await assert_ties()
    assert (await figures("invoice", invoice, "paid"))[0] == 7_000


async def test_the_pdf_names_each() -> None:
    _customer, invoice = await settled()
    pdf = await render_pdf(await build_invoice(await get(Invoice, invoice), "zh_CN"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    for word in ("已付", "70.00", "贷项冲抵", "20.00", "已核销坏账", "4.00", "未收金额", "6.00"):
        assert word in text, word
    bare = await render_pdf(await build_invoice(await get(Invoice, await post(await new_customer(), 100)), "en"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(bare)).pages)
    assert "Paid" not in text and "Written off" not in text


async def test_the_portal_names_each_that_there_is() -> None:
    from crm_receivables.portal import DUE

    customer, _invoice = await settled()
    table = (await DUE.blocks(customer))[1].data.table
    assert table is not None
    assert [str(column) for column in table.columns[2:]] == [
        *("Total", "Paid", "Settled by credit notes", "Written off", "Outstanding"),
    ]
    assert [tuple(row[2:]) for row in table.rows] == [("CN¥100.00", "CN¥70.00", "CN¥20.00", "CN¥4.00", "CN¥6.00")]
    other = await new_customer("乙")
    await post(other, 100)
    table = (await DUE.blocks(other))[1].data.table
    assert table is not None and [str(column) for column in table.columns[2:]] == ["Total", "Paid", "Outstanding"]


async def test_the_statement_sums_each() -> None:
    customer, invoice = await settled()
    await void_invoice(await post(customer, 55), on=DAY)
    await reverse_payment(await pay(customer, 33), cause=ReversalCause.BOUNCED)
    await refund_payment(await pay(customer, 250), 150)
    await reverse_payment(await write_off(invoice, 100), cause=ReversalCause.MISTAKE)
    found = await account_statement(customer, "CNY", DAY, today())
    assert found.sums == StatementSums(billed=10_000, paid=7_100, credited=2_000, written_off=400)
    sums = found.sums
    settled_by = sums.paid + sums.credited + sums.written_off
    assert found.opening + sums.billed - settled_by + sums.handed_over == found.closing == 500
    text = PdfReader(io.BytesIO(await render_pdf(await build_statement(found, "en")))).pages[0].extract_text()
    for word in ("Billed", "100.00", "Paid", "71.00", "Credit notes", "20.00", "Written off", "4.00"):
        assert word in text, word
