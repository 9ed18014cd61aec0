"""Chinese tax invoices: numbers and sums, what they cover, red letters, and that nothing is covered twice."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
import pytest

from crm_core.permissions import CorePermission
from crm_receivables.crediting import credit_invoice
from crm_receivables.models import Invoice
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.services import void_invoice
from crm_receivables.tax_invoice_actions import RECORD_TAX_INVOICE, TAX_INVOICE_ACTIONS
from crm_receivables.tax_invoice_choices import TaxInvoiceKind, TaxInvoiceState
from crm_receivables.tax_invoice_models import TaxInvoice
from crm_receivables.tax_invoice_views import TAX_INVOICES
from guanxi import (
    Conflict,
    Forbidden,
    GuanxiError,
    InvalidInput,
    NotFound,
    create,
    delete,
    execute,
    fetch,
    fetch_value,
    get,
    update,
    use_actor,
)
from guanxi.views.filling import proposals
from tests.crm_receivables.support import DAY, count, new_customer, pay, post, user
from tests.crm_receivables.tax_support import again, change, covered, drawn, next_number, red

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]
_TIES = """
SELECT v.id FROM crm_receivables_invoice v LEFT JOIN crm_receivables_tax_invoice_part p ON p.invoice_id = v.id
GROUP BY v.id HAVING coalesce(sum(p.amount), 0) <> v.tax_invoiced
    OR v.tax_open <> CASE WHEN v.state = 'posted' AND v.currency = 'CNY' THEN v.total - v.credited ELSE 0 END
        - v.tax_invoiced
UNION ALL
SELECT t.id FROM crm_receivables_tax_invoice t LEFT JOIN crm_receivables_tax_invoice_part p ON p.tax_invoice_id = t.id
GROUP BY t.id HAVING coalesce(sum(p.amount), 0) <> t.allocated
UNION ALL
SELECT t.id FROM crm_receivables_tax_invoice t LEFT JOIN crm_receivables_tax_invoice r ON r.reverses_id = t.id
GROUP BY t.id HAVING coalesce(-sum(r.total), 0) <> t.reversed
"""


async def assert_tax_ties() -> None:
    assert [row["id"] for row in await fetch(_TIES)] == []


async def refused(*args: Any, **more: Any) -> set[str]:
    with pytest.raises(InvalidInput) as error:
        await drawn(*args, **more)
    return set(error.value.fields)


async def test_one_for_two_invoices_and_two_for_one() -> None:
    customer = await new_customer()
    first, second = await post(customer, 10_000), await post(customer, 5_000)
    assert await covered(first) == (0, 10_000)
    made = await drawn(customer, 12_000, (first, 10_000), (second, 2_000), tax=679)
    assert (made.net, made.tax, made.total, made.allocated) == (11_321, 679, 12_000, 12_000)
    assert (made.buyer_name, made.state) == ("春意空调有限公司", TaxInvoiceState.NORMAL)
    assert (await covered(first), await covered(second)) == ((10_000, 0), (2_000, 3_000))
    await drawn(customer, 3_000, (second, 3_000))
    assert await covered(second) == (5_000, 0)
    assert await refused(customer, 1, (second, 1)) == {"parts.0.amount"}
    await assert_tax_ties()


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"number": "123"}, {"number"}),
        ({"number": "2632000000000000000x"}, {"number"}),
        ({"code": "033001900111"}, {"code"}),
        ({"kind": TaxInvoiceKind.PAPER_SPECIAL, "number": "12345678"}, {"code"}),
        ({"kind": TaxInvoiceKind.PAPER_SPECIAL, "number": "1234567", "code": "0330019001"}, {"number"}),
        ({"total": 1_001}, {"total"}),
        ({"net": 0}, {"net"}),
        ({"net": 2_000, "tax": -1_000}, {"tax"}),
        ({"net": -1_000}, {"reverses_number"}),
        ({"reverses_number": "26320000000000000001"}, {"reverses_number"}),
        ({"issued_on": DAY.replace(year=2099)}, {"issued_on"}),
    ],
)
async def test_wrong_numbers_and_sums_are_refused(values: dict[str, Any], wrong: set[str]) -> None:
    assert await refused(await new_customer(), 1_000, **values) == wrong
    assert await count("tax_invoice") == 0


async def test_what_is_left_out_is_refused_by_field() -> None:
    customer = await new_customer()
    for missing in ("number", "issued_on", "customer_id", "net", "tax"):
        whole = {"number": next_number(), "issued_on": DAY, "customer_id": customer, "net": 100, "tax": 6}
        del whole[missing]
        with pytest.raises(InvalidInput) as error:
            await create(TaxInvoice, whole)
        assert set(error.value.fields) == {missing.removesuffix("_id")}
    rows: list[dict[str, int]] = [{}, {"amount": 5}, {"credit_note_id": 10**9, "amount": 5}, {"invoice_id": 10**9}]
    for row in rows:
        assert len(await refused(customer, 1_000, parts=[row])) == 1
    assert await count("tax_invoice") == 0


async def test_a_number_is_there_once_for_each_code() -> None:
    customer, number = await new_customer(), next_number()
    await drawn(customer, 1_000, number=number)
    assert await refused(customer, 2_000, number=number) == {"code", "number"}
    paper: dict[str, Any] = {"kind": TaxInvoiceKind.PAPER_GENERAL, "number": "12345678"}
    await drawn(customer, 1_000, **paper, code="033001900111")
    await drawn(customer, 1_000, **paper, code="033001900112")
    assert await refused(customer, 1_000, **paper, code="033001900112") == {"code", "number"}


async def test_only_posted_invoices_in_yuan_of_the_same_customer() -> None:
    customer, other = await new_customer(), await new_customer("Other")
    dollars, theirs = await post(customer, 1_000, currency="USD"), await post(other, 1_000)
    draft = await create(Invoice, {"customer_id": customer, "currency": "CNY"})
    gone = await post(customer, 1_000)
    await void_invoice(gone)
    for invoice in (dollars, theirs, draft.id, gone):
        assert await refused(customer, 500, (invoice, 500)) == {"parts.0.invoice"}
    mine = await post(customer, 1_000)
    assert await refused(customer, 500, (mine, 600)) == {"parts"}
    assert await refused(customer, 500, (mine, -100)) == {"parts.0.amount"}
    assert await refused(customer, 500, (mine, 100), (mine, 100)) == {"parts.1.invoice"}
    assert (await covered(dollars), await covered(mine), await count("tax_invoice")) == ((0, 0), (0, 1_000), 0)


async def test_a_red_letter_takes_back_what_it_reverses() -> None:
    customer = await new_customer()
    invoice = await post(customer, 10_000)
    blue = await drawn(customer, 10_000, (invoice, 10_000), tax=566)
    first = await red(blue, 4_000, tax=-226, confirmation_number="3200012345")
    assert (first.reverses_id, first.net, first.total, first.allocated) == (blue.id, -3_774, -4_000, -4_000)
    assert await covered(invoice) == (6_000, 4_000)
    assert ((await again(blue)).reversed, (await again(blue)).state) == (4_000, TaxInvoiceState.PARTLY_REVERSED)
    with pytest.raises(InvalidInput) as error:
        await red(blue, 6_001)
    assert set(error.value.fields) == {"total"}
    second = await red(blue, 6_000)
    assert (await covered(invoice), (await again(blue)).state) == ((0, 10_000), TaxInvoiceState.REVERSED)
    await delete(TaxInvoice, second.id)
    assert (await covered(invoice), (await again(blue)).state) == ((6_000, 4_000), TaxInvoiceState.PARTLY_REVERSED)
    with pytest.raises(GuanxiError):  # its red letter refers to it
        await delete(TaxInvoice, blue.id)
    await assert_tax_ties()
    unknown = await drawn(customer, -500, reverses_number="26320000999999999999")
    assert (unknown.reverses_id, unknown.allocated) == (None, 0)


async def test_a_credit_note_makes_what_is_left_less_and_its_red_letter_closes_the_gap() -> None:
    customer = await new_customer()
    invoice = await post(customer, 10_000)
    await credit_invoice(invoice, 3_000, reason="x")
    assert await covered(invoice) == (0, 7_000)
    blue = await drawn(customer, 7_000, (invoice, 7_000))
    note = await credit_invoice(invoice, 1_000, reason="x")
    assert await covered(invoice) == (7_000, -1_000)
    row = {"credit_note_id": note, "amount": -1_000}
    await drawn(customer, -1_000, reverses_number=blue.number, parts=[row])
    assert await covered(invoice) == (6_000, 0)
    other = await credit_invoice(await post(customer, 500), 100, reason="x")
    row = {"invoice_id": invoice, "credit_note_id": other, "amount": -1_000}
    assert await refused(customer, -1_000, reverses_number=blue.number, parts=[row]) == {"parts.0.credit_note"}
    await assert_tax_ties()


async def test_what_it_covers_is_changed_and_taken_away() -> None:
    customer = await new_customer()
    first, second = await post(customer, 10_000), await post(customer, 10_000)
    made = await drawn(customer, 8_000, (first, 8_000))
    (part,) = await fetch("SELECT id FROM crm_receivables_tax_invoice_part WHERE tax_invoice_id = $1", made.id)
    await update(TaxInvoice, made.id, {"parts": [{"id": part["id"], "amount": 5_000}]})
    assert await covered(first) == (5_000, 5_000)
    await update(TaxInvoice, made.id, {"parts": [{"id": part["id"], "invoice_id": second, "amount": 8_000}]})
    assert (await covered(first), await covered(second)) == ((0, 10_000), (8_000, 2_000))
    with pytest.raises(InvalidInput):  # less than its parts
        await update(TaxInvoice, made.id, {"net": 7_000})
    await change(made, (first, 3_000), (second, 5_000))
    assert (await covered(first), await covered(second)) == ((3_000, 7_000), (5_000, 5_000))
    await delete(TaxInvoice, made.id)
    assert (await covered(first), await covered(second)) == ((0, 10_000), (0, 10_000))
    await assert_tax_ties()


async def test_a_voided_invoice_asks_for_its_tax_invoice_back() -> None:
    customer = await new_customer()
    invoice = await post(customer, 1_000)
    blue = await drawn(customer, 1_000, (invoice, 1_000))
    await void_invoice(invoice)
    assert await covered(invoice) == (1_000, -1_000)
    await red(blue, 1_000)
    assert await covered(invoice) == (0, 0)


async def test_many_at_once_never_cover_more_than_the_invoice() -> None:
    customer = await new_customer()
    first, second = await post(customer, 1_000), await post(customer, 1_000)

    async def cover(index: int) -> bool:
        order = ((first, 100), (second, 100)) if index % 2 else ((second, 100), (first, 100))
        try:
            await drawn(customer, 200, *order)
        except InvalidInput:
            return False
        return True

    done = await asyncio.gather(*(cover(index) for index in range(24)))
    assert (sum(done), await covered(first), await covered(second)) == (10, (1_000, 0), (1_000, 0))
    await assert_tax_ties()


async def test_red_letters_at_once_never_take_back_more_than_there_is() -> None:
    customer = await new_customer()
    blue = await drawn(customer, 1_000)
    done = await asyncio.gather(*(red(blue, 300) for _each in range(8)), return_exceptions=True)
    assert sum(isinstance(each, TaxInvoice) for each in done) == 3
    assert all(isinstance(each, TaxInvoice | InvalidInput) for each in done)
    assert (await again(blue)).reversed == 900
    await assert_tax_ties()


async def test_the_database_itself_refuses_what_does_not_fit() -> None:
    customer, other = await new_customer(), await new_customer("Other")
    made, theirs = await drawn(customer, 1_000), await post(other, 1_000)
    for invoice, amount in ((theirs, 100), (await post(customer, 500), 600), (await post(customer, 500), -1)):
        with pytest.raises(asyncpg.CheckViolationError):
            await execute(
                "INSERT INTO crm_receivables_tax_invoice_part (tax_invoice_id, invoice_id, amount) VALUES ($1, $2, $3)",
                made.id,
                invoice,
                amount,
            )


async def test_the_button_of_an_invoice_notes_one_for_what_is_left() -> None:
    invoice = await get(Invoice, await post(await new_customer(), 10_600))
    start = RECORD_TAX_INVOICE.start
    assert start is not None and start(invoice) == {"total": 10_600, "tax": 0}
    values = {"kind": TaxInvoiceKind.DIGITAL_SPECIAL.value, "number": next_number(), "code": None, "issued_on": DAY}
    outcome = await RECORD_TAX_INVOICE.run(invoice, {**values, "total": 10_600, "tax": 600, "drawer": "王芳"})
    assert outcome is not None
    made = await get(TaxInvoice, int((outcome.go_to or "").rpartition("/")[2]))
    assert (made.net, made.tax, made.drawer, made.allocated) == (10_000, 600, "王芳", 10_600)
    assert not RECORD_TAX_INVOICE.when(await get(Invoice, invoice.id))
    with pytest.raises(InvalidInput) as error:
        await RECORD_TAX_INVOICE.run(invoice, {**values, "total": 5, "tax": 6, "drawer": None})
    assert set(error.value.fields) == {"tax"}


async def test_choosing_an_invoice_proposes_what_is_left_of_it() -> None:
    customer = await new_customer()
    invoice = await post(customer, 10_600)
    await drawn(customer, 600, (invoice, 600))
    assert await proposals(TAX_INVOICES, {"lines": "parts", "invoice": str(invoice)}) == {"amount": "100.00"}
    await drawn(customer, 10_000, (invoice, 10_000))
    assert await proposals(TAX_INVOICES, {"lines": "parts", "invoice": str(invoice)}) == {"amount": ""}


async def test_only_the_old_kinds_are_voided() -> None:
    customer = await new_customer()
    invoice = await post(customer, 1_000)
    paper: dict[str, Any] = {"kind": TaxInvoiceKind.PAPER_GENERAL, "number": "12345678", "code": "033001900111"}
    made = await drawn(customer, 1_000, (invoice, 1_000), **paper)
    (void,) = TAX_INVOICE_ACTIONS
    assert void.when(made) and not void.when(await drawn(customer, 1_000))
    await void.run(made, {"reason": "wrong title"})
    assert (await covered(invoice), (await again(made)).state) == ((0, 1_000), TaxInvoiceState.VOID)
    finance = await user("finance", CorePermission.READ, P.READ, P.SEE_ALL, P.TAX_INVOICE)
    with use_actor(finance), pytest.raises(Conflict):
        await update(TaxInvoice, made.id, {"remark": "x"})


async def test_who_may_see_and_record_them() -> None:
    seller, finance = await user("seller", CorePermission.READ, P.READ), await user("finance", P.READ, P.TAX_INVOICE)
    mine, other = await new_customer("Mine", seller.id), await new_customer("Other")
    own, foreign = await drawn(mine, 1_000), await drawn(other, 1_000)
    with use_actor(seller):
        assert (await get(TaxInvoice, own.id)).id == own.id
        with pytest.raises(NotFound):
            await get(TaxInvoice, foreign.id)
        with pytest.raises(Forbidden):
            await drawn(mine, 1_000)
    with use_actor(finance), pytest.raises(InvalidInput):
        await drawn(other, 1_000)  # a customer that finance does not see
    assert TAX_INVOICES.create == P.TAX_INVOICE


async def test_money_received_is_what_came_and_stayed() -> None:
    customer = await new_customer()
    invoice = await post(customer, 10_000)
    await pay(customer, 4_000)
    await credit_invoice(invoice, 2_000, reason="x")
    assert await fetch_value("SELECT sum(received) FROM crm_receivables_payment") == 4_000
    assert await fetch_value("SELECT sum(amount) FROM crm_receivables_payment") == 6_000
