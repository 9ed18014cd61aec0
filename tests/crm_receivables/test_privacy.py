"""What the file about a person shows of invoices and payments, and what is left when the person is forgotten."""

from __future__ import annotations

import pytest

from crm_receivables.choices import ReversalCause
from crm_receivables.crediting import credit_invoice
from crm_receivables.privacy import PERSONAL
from crm_receivables.reversing import reverse_payment
from crm_receivables.services import refund_payment
from crm_receivables.writing_off import request_write_off
from guanxi import fetch
from tests.crm_receivables.support import assert_ties, new_customer, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


async def test_reasons_are_shown_and_forgotten_where_the_books_let_them_go() -> None:
    customer = await new_customer("王小明")
    invoice = await post(customer, 1_000)
    await credit_invoice(invoice, 100, reason="he was ill")
    await request_write_off(invoice, 200, "he is broke")
    await refund_payment(await pay(customer, 50), 50, reason="he moved")
    await reverse_payment(await pay(customer, 60), cause=ReversalCause.BOUNCED, reason="his bank says no")
    told = {(row["kind"], row["amount"], row["note"]) for row in await PERSONAL.load(customer)}
    assert told >= {
        ("credit_note", 100, "he was ill"),
        ("write_off", 200, "he is broke"),
        ("refund", 50, "he moved"),
        ("reversal", 60, "his bank says no"),
    }
    await PERSONAL.erase(customer)
    left = {(row["kind"], row["note"]) for row in await PERSONAL.load(customer) if row["note"]}
    assert left == {("refund", "he moved"), ("reversal", "his bank says no")}
    for table in ("credit_note", "write_off", "payment"):
        assert len(await fetch(f"SELECT 1 FROM crm_receivables_{table}"))
    await assert_ties()
