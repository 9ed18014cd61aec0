"""What users do and see: drafts, actions, scope, documents, panels, the import's and the portal's pages."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pypdf import PdfReader

from crm_contracts.models import Contract, Product
from crm_core.extensions import CUSTOMER_PANELS
from crm_core.permissions import CorePermission
from crm_receivables import cards
from crm_receivables.allocating import allocate_payment
from crm_receivables.choices import ReversalCause
from crm_receivables.crediting import credit_invoice
from crm_receivables.documents import build_invoice
from crm_receivables.models import Installment, Invoice, Payment
from crm_receivables.permissions import ReceivablesPermission
from crm_receivables.reversing import reverse_payment
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.writing_off import request_write_off
from guanxi import (
    Conflict,
    Forbidden,
    InvalidInput,
    NotFound,
    count,
    create,
    current_company,
    delete,
    elevated,
    fetch,
    fetch_value,
    find,
    get,
    render_pdf,
    show_date,
    today,
    transaction,
    update,
    use_actor,
)
from guanxi.context import use_company
from guanxi.db import count_statements
from guanxi.records.actions import find_action, run_action
from tests.crm_receivables.support import (
    assert_ties,
    figures,
    installments,
    new_customer,
    pay,
    post,
    user,
    with_settings,
)

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
PERMISSIONS = [*ReceivablesPermission, CorePermission.READ]
LINES = [
    {"description": "空调安装", "quantity": Decimal("2.5"), "unit_price": 10_003, "tax_rate": Decimal(6)},
    {"description": "配件", "unit_price": 106, "tax_rate": Decimal(6)},
    {"description": "Travel", "quantity": Decimal(3), "unit_price": 1_000, "tax_rate": None},
]


async def draft(customer: int, **values: Any) -> Invoice:
    return await create(Invoice, {"customer": customer, "currency": "CNY", "lines": LINES, **values})


async def act(model: Any, id: int | None, name: str, **values: Any) -> Any:
    resource = current_company().catalog.resource_of[model]
    action = find_action(resource, name, "list" if id is None else "record")
    given = {field.name: field.default() if field.default else None for field in action.fields}
    return await run_action(resource, action, id, {**given, **values})


async def test_drawing_up_and_posting_takes_at_most_25_statements() -> None:
    clerk = await user("clerk", *PERMISSIONS)
    customer = await new_customer(owner_id=clerk.id)
    with use_actor(clerk), count_statements() as statements:
        invoice = await draft(customer)
        await act(Invoice, invoice.id, "post")
    assert statements.count <= 25, statements.count
    assert await figures("invoice", invoice.id, "total", "tax", "subtotal", "state", "number") == (
        *(28_114, 1_422, 26_692, "posted", f"INV-{today().year}-000001"),
    )
    rows = await fetch("SELECT amount, tax FROM crm_receivables_line ORDER BY id")
    assert [tuple(row) for row in rows] == [(25_008, 1_416), (106, 6), (3_000, 0)]
    parts = await fetch("SELECT number, due_on, amount FROM crm_receivables_installment")
    assert [tuple(row) for row in parts] == [
        (f"INV-{today().year}-000001/1", today() + timedelta(days=30), 28_114),
    ]
    await assert_ties()


async def test_a_draft_can_be_changed_and_deleted_and_a_posted_one_not() -> None:
    clerk = await user("clerk", *PERMISSIONS)
    customer = await new_customer(owner_id=clerk.id)
    with use_actor(clerk):
        gone = await draft(customer)
        await delete(Invoice, gone.id)
        invoice = await draft(customer)
        rows = await fetch("SELECT id FROM crm_receivables_line ORDER BY id")
        await update(
            Invoice, invoice.id, {"lines": [{"id": rows[1]["id"], "unit_price": 212}], "due_on": date(2027, 1, 1)}
        )
        assert await figures("invoice", invoice.id, "total", "tax") == (212, 12)
        await act(Invoice, invoice.id, "post")
        assert await figures("invoice", invoice.id, "due_on", "number") == (
            *(date(2027, 1, 1), f"INV-{today().year}-000001"),
        )
        for write in (update(Invoice, invoice.id, {"note": "x"}), delete(Invoice, invoice.id)):
            with pytest.raises(Conflict):
                await write
        with pytest.raises(Conflict):
            await act(Invoice, invoice.id, "post")
        with pytest.raises(InvalidInput):
            await update(Invoice, (await draft(customer)).id, {"total": 5})
        empty = await create(Invoice, {"customer": customer, "currency": "CNY"})
        with pytest.raises(Conflict):
            await act(Invoice, empty.id, "post")


async def test_paying_an_invoice_from_its_form() -> None:
    clerk = await user("clerk", *PERMISSIONS)
    customer = await new_customer(owner_id=clerk.id)
    other, invoice = await post(customer, 100), await post(customer, 300, 200)
    with use_actor(clerk):
        outcome = await act(Invoice, invoice, "pay", amount=350, reference="B-1")
        payment = int(str(outcome.go_to).rpartition("/")[2])
        assert await figures("payment", payment, "allocated", "handler_id") == (350, clerk.id)
        assert await figures("invoice", invoice, "allocated") == (350,)
        assert await figures("invoice", other, "allocated") == (0,)
        await act(Payment, payment, "unallocate")
        await allocate_payment(payment, {(await installments(other))[0]: 100})
        with pytest.raises(InvalidInput):
            await act(Payment, payment, "refund", amount=251, reason="x")
        await act(Payment, payment, "refund", amount=50, reason="多付")
        await act(Payment, payment, "allocate")
        assert await figures("payment", payment, "allocated", "on_account", "refunded") == (300, 0, 50)
        with pytest.raises(Conflict):
            await act(Payment, payment, "allocate")
        await act(Payment, None, "record", customer=customer, currency="CNY", amount=300)
    assert await figures("invoice", invoice, "status") == ("paid",)
    await assert_ties()


async def test_the_currency_is_the_companys_where_none_is_given() -> None:
    customer = await new_customer()
    with use_company(replace(current_company(), currency="USD")), elevated():
        invoice = await create(Invoice, {"customer": customer})
        contract = await create(Contract, {"customer": customer, "title": "Care"})
        product = await create(Product, {"code": "C", "name": "Care"})
        recorded = await act(Payment, None, "record", customer=customer, amount=300)
    assert recorded.go_to is not None
    payment = await figures("payment", int(recorded.go_to.rpartition("/")[2]), "currency")
    assert (invoice.currency, contract.currency, product.currency, *payment) == ("USD",) * 4


async def test_billing_from_the_list_is_a_job() -> None:
    clerk = await user("clerk", *PERMISSIONS)
    with use_actor(clerk):
        outcome = await act(Invoice, None, "bill_now")
    name = await fetch_value("SELECT name FROM guanxi_job WHERE id = $1", outcome.data["job"])
    assert name == "crm_receivables.bill_contracts"


async def test_sales_see_what_is_their_customers_and_change_nothing() -> None:
    seller = await user("seller", ReceivablesPermission.READ, CorePermission.READ)
    own, other = await new_customer("甲", owner_id=seller.id), await new_customer("乙")
    for id in (own, other):
        await post(id, 100)
        await pay(id, 60, oldest=True)
    with use_actor(seller):
        models: tuple[Any, ...] = (Invoice, Payment, Installment)
        for model in models:
            assert [row.customer_id for row in await find(model)] == [own]
        theirs = await fetch_value("SELECT id FROM crm_receivables_invoice WHERE customer_id = $1", other)
        with pytest.raises(NotFound):
            await get(Invoice, theirs)
        mine = (await find(Invoice))[0].id
        for name in ("pay", "void"):
            with pytest.raises(Forbidden):
                await act(Invoice, mine, name, amount=1, reason="x")
        with pytest.raises(Forbidden):
            await draft(own)
    finance = await user("finance", ReceivablesPermission.READ, ReceivablesPermission.SEE_ALL)
    with use_actor(finance):
        assert await count(Invoice) == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh_CN", ("发票", "付款计划")), ("en", ("Invoice", "Payment plan")), ("both", ("发票", "Invoice"))],
)
async def test_the_invoice_as_a_pdf(language: str, words: tuple[str, ...]) -> None:
    invoice = await get(Invoice, await post(await new_customer("春意空调有限公司"), 30_000, 70_000))
    pdf = await render_pdf(await build_invoice(invoice, language))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    for word in (*words, "INV-2026-000001", "1,000.00", "春意空调有限公司"):
        assert word in text, word


async def test_panels_say_what_is_owed() -> None:
    customer = await new_customer()
    await post(customer, 50_000, posted_on=today() - timedelta(days=40))
    await post(customer, 7_000, posted_on=today(), due_on=today())
    await pay(customer, 10_000, on=today(), oldest=True)
    assert cards.CUSTOMER_PANEL in current_company().catalog.extensions(CUSTOMER_PANELS)
    owed, overdue, statement, last = (await cards.CUSTOMER_PANEL.load(customer)).figures
    assert [figure.value for figure in (owed, overdue)] == ["CN¥470.00", "CN¥400.00"]
    assert statement.href == f"/crm_receivables/statement?customer={customer}"
    assert last.value == f"CN¥100.00 · {show_date(today())}"


async def test_the_portal_shows_a_customer_their_own() -> None:
    from crm_receivables.portal import DUE

    mine, other = await new_customer("甲"), await new_customer("乙")
    invoice, theirs = await post(mine, 100), await post(other, 999)
    await pay(mine, 30, oldest=True)
    due, invoices, payments = await DUE.blocks(mine)
    tables = [block.data.table for block in (due, invoices, payments)]
    assert [len(table.rows) for table in tables if table] == [1, 1, 1]
    assert (await DUE.summary(mine)).figures[0].value == "CN¥0.70"
    assert DUE.document is not None
    name, pdf = await DUE.document(mine, invoice, "zh_CN")
    assert (name, pdf[:4]) == ("INV-2026-000001.pdf", b"%PDF")
    with pytest.raises(NotFound):
        await DUE.document(mine, theirs, "zh_CN")


async def test_the_portal_shows_credit_notes_and_neither_write_offs_nor_what_was_reversed() -> None:
    from crm_receivables.portal import DUE

    customer = await new_customer("丙")
    invoice = await post(customer, 100)
    await credit_invoice(invoice, 30, reason="x")
    with with_settings(ReceivablesSettings(write_off_limit=1)):
        assert (await request_write_off(invoice, 5, "x"))[1]
    await reverse_payment(await pay(customer, 10), cause=ReversalCause.BOUNCED)
    payments = (await DUE.blocks(customer))[2].data.table
    assert payments is not None and [tuple(row[1:]) for row in payments.rows] == [("Credit note", "", "CN¥0.30")]


async def test_demo_data_ties() -> None:
    for offer in current_company().catalog.offers:
        for hook in offer.demos if offer.addon in ("crm_core", "crm_contracts", "crm_receivables") else ():
            async with transaction():
                await hook()
    rows = await fetch("SELECT status, count(*) AS number FROM crm_receivables_invoice GROUP BY 1")
    statuses = {row["status"] for row in rows}
    assert {"paid", "overdue", "open"} <= statuses
    assert await fetch_value("SELECT count(*) FROM crm_receivables_refund") == 1
    await assert_ties()


async def test_a_draft_names_a_contract_of_its_own_customer() -> None:
    mine, other = await new_customer(), await new_customer("上海二厂")
    contract = await create(Contract, {"customer": other, "title": "Care"})
    with pytest.raises(InvalidInput) as caught:
        await create(Invoice, {"customer": mine, "contract": contract.id})
    assert list(caught.value.fields) == ["contract"]
    draft = await create(Invoice, {"customer": other, "contract": contract.id})
    with pytest.raises(InvalidInput):
        await update(Invoice, draft.id, {"customer": mine})
    await update(Invoice, draft.id, {"customer": mine, "contract": None})
