"""Statements of account and receipts: what they come to, as data, on a page and on paper."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from pypdf import PdfReader

from crm_core.permissions import CorePermission
from crm_receivables.account_statement import account_statement
from crm_receivables.models import Payment
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.receipt import RECEIPT_DOCUMENT, build_receipt
from crm_receivables.services import (
    ReversalCause,
    aging,
    allocate_payment,
    credit_invoice,
    refund_payment,
    reverse_payment,
    void_invoice,
)
from crm_receivables.statement_document import build_statement
from crm_receivables.statement_pages import ENDPOINT
from guanxi import Call, InvalidInput, NotFound, fetch_value, get, render_pdf, use_actor, use_locale
from tests.crm_receivables.support import DAY, new_customer, pay, post, user
from tests.crm_receivables.test_aging import START, History

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
_STEP = st.tuples(
    st.sampled_from(["post", "pay", "oldest", "unallocate", "refund", "void", "credit", "reverse"]),
    st.integers(0, 5),
    st.integers(1, 500),
    st.integers(0, 70),
)


async def test_every_kind_of_document_is_on_it_with_the_balance() -> None:
    customer = await new_customer()
    day = [DAY + timedelta(days=n) for n in range(10)]
    invoice = await post(customer, 1_000)
    wrong = await post(customer, 77, posted_on=day[1])
    await void_invoice(wrong, on=day[2])
    payment = await pay(customer, 1_100, on=day[3], reference="T-1")
    await allocate_payment(payment, on=day[3])
    await refund_payment(payment, 100, on=day[4])
    await credit_invoice(invoice, 200, reason="x", on=day[5])
    bounced = await pay(customer, 5, on=day[6])
    await reverse_payment(bounced, cause=ReversalCause.BOUNCED, on=day[7])
    found = await account_statement(customer, "CNY", day[0], day[9])
    assert [(row.document, row.debit, row.credit, row.balance) for row in found.rows] == [
        ("INV-2026-000001", 1_000, 0, 1_000),
        ("INV-2026-000002", 77, 0, 1_077),
        ("INV-2026-000002", 0, 77, 1_000),
        ("T-1", 0, 1_100, -100),
        ("T-1", 100, 0, 0),
        ("CN-2026-000001", 0, 200, -200),
        (f"PM-{bounced:08}", 0, 5, -205),
        (f"PM-{bounced:08}", 5, 0, -200),
    ]
    assert (found.opening, found.closing) == (0, -200)
    assert (await account_statement(customer, "USD", day[0], day[9])).rows == []
    with pytest.raises(InvalidInput):
        await account_statement(customer, "CNY", day[1], day[0])


@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(steps=st.lists(_STEP, min_size=3, max_size=14), cut=st.integers(0, 70))
async def test_a_statement_goes_on_where_the_one_before_ended(steps: list[tuple[str, int, int, int]], cut: int) -> None:
    """A18, and it closes with what aging says of that day."""
    history = History(await new_customer())
    for kind, which, amount, offset in steps:
        await history.step(kind, which, amount, START + timedelta(days=offset))
    middle, last = START + timedelta(days=cut), START + timedelta(days=80)
    first = await account_statement(history.customer, "CNY", START, middle)
    second = await account_statement(history.customer, "CNY", middle + timedelta(days=1), last)
    for found in (first, second):
        moved = sum(row.debit - row.credit for row in found.rows)
        assert found.opening + moved == found.closing
    assert second.opening == first.closing
    owed = (await aging(middle, history.customer)).rows
    assert first.closing == sum(row.outstanding for row in owed)


async def test_only_who_sees_the_customer_gets_it() -> None:
    seller = await user("seller", P.READ, CorePermission.READ)
    own, other = await new_customer(owner_id=seller.id), await new_customer()
    days = {"currency": "CNY", "since": DAY, "until": DAY}
    with use_actor(seller):
        assert (await ENDPOINT.handler(Call(None, {}, {"customer": own, **days}))).closing == 0
        with pytest.raises(NotFound):
            await ENDPOINT.handler(Call(None, {}, {"customer": other, **days}))
    with use_actor(await user("finance", P.READ, P.SEE_ALL)):
        assert (await ENDPOINT.handler(Call(None, {}, {"customer": other, **days}))).closing == 0
        with pytest.raises(NotFound):
            await ENDPOINT.handler(Call(None, {}, {"customer": 10**9, **days}))


@pytest.mark.parametrize(
    ("language", "words"), [("zh_CN", ("对账单", "期初余额")), ("both", ("对账单", "Opening balance"))]
)
async def test_the_statement_as_a_pdf(language: str, words: tuple[str, ...]) -> None:
    customer = await new_customer()
    await post(customer, 123_456)
    with use_locale("en"):
        job = await build_statement(await account_statement(customer, "CNY", DAY, DAY), language)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(await render_pdf(job))).pages)
    for word in (*words, "INV-2026-000001", "1,234.56", "春意空调有限公司"):
        assert word in text, word


async def test_the_receipt_spells_the_amount_and_says_what_it_paid() -> None:
    customer = await new_customer()
    await post(customer, 100_000)
    payment = await get(Payment, await pay(customer, 123_456, reference="T-9", oldest=True))
    text = PdfReader(BytesIO(await render_pdf(await build_receipt(payment, "zh_CN")))).pages[0].extract_text()
    for word in ("收据", "壹仟贰佰叁拾肆元伍角陆分", "INV-2026-000001", "1,000.00", "234.56", "T-9"):
        assert word in text, word
    out = await fetch_value(
        "SELECT paid_out_id FROM crm_receivables_refund WHERE id = $1", await refund_payment(payment.id, 1)
    )
    assert not RECEIPT_DOCUMENT.when(await get(Payment, out))
