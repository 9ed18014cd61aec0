"""What stored value needs of receivables: a way to pay that is not cash, and to hear of every invoice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crm_receivables import posting
from crm_receivables.choices import Account, MoneyMethod, PaymentMethod, ReversalCause
from crm_receivables.events import InvoicesPosted, PostedInvoice
from crm_receivables.journal_files import ACCOUNTS
from crm_receivables.models import Invoice
from crm_receivables.services import (
    NewPayment,
    post_invoices,
    record_payment,
    refund_payment,
    reverse_payment,
    settle_with,
    unallocate,
)
from guanxi import Event, InvalidInput, create, current_company, fetch, publish
from guanxi.records.actions import find_action, run_action
from tests.crm_receivables.support import DAY, an_invoice, assert_ties, new_customer, pay, post

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[InvoicesPosted]]:
    """What was published of posted invoices."""
    heard: list[InvoicesPosted] = []

    async def listen(event: Event) -> None:
        if isinstance(event, InvoicesPosted):
            heard.append(event)
        await publish(event)

    monkeypatch.setattr(posting, "publish", listen)
    yield heard


async def journal(payment: int) -> dict[tuple[str, str], int]:
    rows = await fetch(
        "SELECT e.kind, p.account, p.amount FROM crm_receivables_entry e"
        " JOIN crm_receivables_posting p ON p.entry_id = e.id WHERE e.payment_id = $1",
        payment,
    )
    return {(row["kind"], row["account"]): row["amount"] for row in rows}


async def from_wallet(customer: int, amount: int, reference: str) -> int:
    payment = NewPayment(
        customer_id=customer,
        amount=amount,
        currency="CNY",
        received_on=DAY,
        method=PaymentMethod.STORED_VALUE,
        reference=reference,
    )
    return await record_payment(payment)


async def test_the_journal_has_an_account_of_its_own_for_it() -> None:
    customer = await new_customer()
    invoice = await post(customer, 1000)
    payment = await from_wallet(customer, 1000, "wallet:1")
    assert await settle_with(payment, invoice) == 0
    assert (await journal(payment))["payment", "stored_value"] == 1000
    await unallocate(payment)
    await refund_payment(payment, 400, method=PaymentMethod.BANK_TRANSFER)
    assert (await journal(payment))["refund", "stored_value"] == -400
    assert all(account != "cash" for _kind, account in await journal(payment))
    other = await from_wallet(customer, 500, "wallet:2")
    await reverse_payment(other, cause=ReversalCause.MISTAKE)
    assert (await journal(other))["reversal", "stored_value"] == -500
    assert set(ACCOUNTS) == set(Account)
    await assert_ties()


async def test_a_refund_goes_where_the_money_came_from() -> None:
    customer = await new_customer()
    payment = await from_wallet(customer, 1000, "wallet:3")
    await refund_payment(payment, 1000, method=PaymentMethod.CASH)
    rows = await fetch("SELECT method FROM crm_receivables_payment WHERE direction = 'out'")
    assert [row["method"] for row in rows] == ["stored_value"]
    cash = await pay(customer, 1000)
    with pytest.raises(InvalidInput):
        await refund_payment(cash, 1000, method=PaymentMethod.STORED_VALUE)
    await assert_ties()


async def test_people_do_not_record_it_by_hand() -> None:
    assert [each.value for each in MoneyMethod] == [e.value for e in PaymentMethod if e != PaymentMethod.STORED_VALUE]
    assert [str(each.label) for each in MoneyMethod] == [str(PaymentMethod(each.value).label) for each in MoneyMethod]
    customer = await new_customer()
    invoice = await post(customer, 1000)
    found = current_company().catalog.resources["crm_receivables/invoices"]
    values = {"amount": 1000, "method": "stored_value", "received_on": DAY}
    more = {"reference": None, "account": None, "note": None}
    action = find_action(found, "pay", "record")
    (method,) = [field for field in action.fields if field.name == "method"]
    assert method.choices is MoneyMethod
    await run_action(found, action, invoice, {**values, **more, "method": "cash"})


async def test_every_posted_invoice_is_told_of_once(told: list[InvoicesPosted]) -> None:
    customer = await new_customer()
    invoices = [an_invoice(customer, amount, source=f"s:{amount}") for amount in (100, 200)]
    ids = await post_invoices(invoices)
    assert await post_invoices(invoices) == [None] * 2
    (event,) = told
    assert event.invoices == tuple(
        PostedInvoice(id or 0, customer, "CNY", amount, DAY) for id, amount in zip(ids, (100, 200), strict=True)
    )


async def test_invoices_that_are_settled_with_their_posting_are_not(told: list[InvoicesPosted]) -> None:
    await post_invoices([an_invoice(await new_customer(), 100)], settled=True)
    assert told == []


async def test_a_draft_that_is_posted_is_told_of(told: list[InvoicesPosted]) -> None:
    customer = await new_customer()
    line = {"description": "Work", "quantity": 1, "unit_price": 700}
    draft = await create(Invoice, {"customer": customer, "currency": "CNY", "lines": [line]})
    found = current_company().catalog.resources["crm_receivables/invoices"]
    await run_action(found, find_action(found, "post", "record"), draft.id, {"posted_on": DAY})
    (event,) = told
    assert event.invoices == (PostedInvoice(draft.id, customer, "CNY", 700, DAY),)
