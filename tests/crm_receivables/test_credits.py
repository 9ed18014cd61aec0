"""Credit notes, write-offs and reversals: what they book, what they settle, and that nothing counts twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from pypdf import PdfReader

from crm_receivables.aging import aging
from crm_receivables.choices import ReversalCause
from crm_receivables.credit_document import build_credit_note
from crm_receivables.credit_models import CreditNote, WriteOff
from crm_receivables.crediting import credit_invoice
from crm_receivables.errors import (
    InvoicePaid,
    NotOwed,
    NotReversible,
    OverCredited,
    SecondPerson,
    WriteOffStays,
)
from crm_receivables.permissions import ReceivablesPermission as P
from crm_receivables.posting import NewInstallment, NewInvoice, NewLine, post_invoices
from crm_receivables.reversing import reverse_payment
from crm_receivables.services import refund_payment, unallocate, void_invoice
from crm_receivables.settings import ReceivablesSettings
from crm_receivables.writing_off import approve_write_off, reject_write_off, request_write_off
from guanxi import (
    Actor,
    Conflict,
    InvalidInput,
    NotFound,
    execute,
    fetch,
    fetch_value,
    get,
    included_tax,
    render_pdf,
    use_actor,
)
from guanxi.context import Company
from tests.crm_receivables.support import (
    DAY,
    assert_ties,
    figures,
    new_customer,
    pay,
    post,
    user,
    with_settings,
)

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("inside")]


@pytest.fixture(autouse=True)
def alone(inside: Company) -> Iterator[None]:
    """Nobody writes off alone."""
    with with_settings(ReceivablesSettings()):
        yield


async def _taxed(*lines: tuple[int, str]) -> int:
    made = [
        NewLine(description="维保", amount=amount, tax=included_tax(amount, Decimal(rate)), tax_rate=Decimal(rate))
        for amount, rate in lines
    ]
    total = sum(line.amount for line in made)
    (id,) = await post_invoices(
        [
            NewInvoice(
                customer_id=await new_customer(),
                currency="CNY",
                posted_on=DAY,
                lines=tuple(made),
                installments=(NewInstallment(due_on=DAY, amount=total),),
            )
        ]
    )
    assert id is not None
    return id


async def _entries(payment_id: int) -> list[tuple[str, str, int]]:
    rows = await fetch(
        "SELECT e.kind, p.account, p.amount FROM crm_receivables_entry e JOIN crm_receivables_posting p"
        " ON p.entry_id = e.id WHERE e.payment_id = $1 ORDER BY e.id, p.account",
        payment_id,
    )
    return [tuple(row) for row in rows]


async def _source(note_id: int) -> int:
    return (await get(CreditNote, note_id)).payment_id


async def test_a_credit_note_takes_revenue_and_tax_back_and_settles_the_invoice() -> None:
    invoice = await _taxed((10_600, "6"), (1_130, "13"))
    note = await get(CreditNote, await credit_invoice(invoice, 5_000, reason="少发货"))
    assert (note.number, note.total, note.tax, note.subtotal) == ("CN-2026-000001", 5_000, 311, 4_689)
    assert await _entries(note.payment_id) == [
        *[("credit_note", "credit", -5_000), ("credit_note", "revenue", 4_689), ("credit_note", "tax", 311)],
        *[("allocation", "credit", 5_000), ("allocation", "receivable", -5_000)],
    ]
    assert await figures("invoice", invoice, "outstanding", "credited", "status") == (6_730, 5_000, "overdue")
    await assert_ties()


@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    lines=st.lists(st.tuples(st.integers(1, 10**9), st.sampled_from(["13", "6", "0"])), min_size=1, max_size=5),
    cuts=st.lists(st.integers(1, 10**9), max_size=6),
)
async def test_any_parts_in_any_order_come_to_exactly_the_invoice(
    lines: list[tuple[int, str]], cuts: list[int]
) -> None:
    invoice = await _taxed(*lines)
    total, tax = await figures("invoice", invoice, "total", "tax")
    left = total
    for cut in cuts:
        if 0 < cut < left:
            await credit_invoice(invoice, cut, reason="x")
            left -= cut
    await credit_invoice(invoice, reason="rest")
    sums = "SELECT sum(total)::bigint, sum(tax)::bigint FROM crm_receivables_credit_note WHERE invoice_id = $1"
    assert tuple((await fetch(sums, invoice))[0]) == (total, tax)
    assert await figures("invoice", invoice, "outstanding", "status") == (0, "paid")
    with pytest.raises(OverCredited):
        await credit_invoice(invoice, 1, reason="x")
    await assert_ties()


async def test_what_was_paid_already_goes_on_account_and_can_be_refunded() -> None:
    invoice = await _taxed((1_000, "0"))
    (customer,) = await figures("invoice", invoice, "customer_id")
    await pay(customer, 700, oldest=True)
    credit = await _source(await credit_invoice(invoice, reason="退货"))
    assert await figures("payment", credit, "allocated", "on_account", "method") == (300, 700, None)
    await refund_payment(credit, 700, reason="退款")
    await assert_ties()


async def test_lines_are_credited_one_by_one() -> None:
    invoice = await _taxed((300, "0"), (200, "0"))
    first, second = [
        row["id"]
        for row in await fetch("SELECT id FROM crm_receivables_line WHERE invoice_id = $1 ORDER BY id", invoice)
    ]
    await credit_invoice(invoice, {second: 150}, reason="x")
    for wrong in ({second: 51}, {first: 301}, {first + 10**6: 1}, {}):
        with pytest.raises(OverCredited):
            await credit_invoice(invoice, wrong, reason="x")
    for negative in (0, -5, {first: 0}):
        with pytest.raises(InvalidInput):
            await credit_invoice(invoice, negative, reason="x")
    with pytest.raises(InvalidInput):
        await credit_invoice(invoice, 1, reason="x", on=DAY - timedelta(days=1))
    assert await figures("invoice", invoice, "credited") == (150,)


async def test_sixteen_credit_notes_at_once_never_credit_more_than_the_invoice() -> None:
    invoice = await _taxed((1_000, "6"))
    made = await asyncio.gather(*(credit_invoice(invoice, 100, reason="x") for _n in range(16)), return_exceptions=True)
    assert sum(isinstance(each, int) for each in made) == 10
    assert {type(each) for each in made} == {int, OverCredited}
    assert await figures("invoice", invoice, "credited", "outstanding") == (1_000, 0)
    await assert_ties()


async def test_a_credited_invoice_is_not_voided_but_its_credit_note_reversed() -> None:
    invoice = await _taxed((1_000, "6"))
    credit = await _source(await credit_invoice(invoice, reason="x"))
    with pytest.raises(InvoicePaid):
        await void_invoice(invoice)
    await unallocate(credit)
    with pytest.raises(InvoicePaid):
        await void_invoice(invoice)
    await reverse_payment(credit, cause=ReversalCause.MISTAKE, reason="x")
    assert await figures("invoice", invoice, "credited", "outstanding") == (0, 1_000)
    assert (
        await fetch_value("SELECT state FROM crm_receivables_credit_note WHERE payment_id = $1", credit) == "reversed"
    )
    assert sum(amount for _kind, _account, amount in await _entries(credit)) == 0
    await void_invoice(invoice)
    await assert_ties()


async def test_a_bounced_check_reopens_what_it_had_paid_exactly_once() -> None:
    customer = await new_customer()
    invoice = await post(customer, 600, 400)
    payment = await pay(customer, 700, reference="check 7", oldest=True)
    bounced = DAY + timedelta(days=3)
    await reverse_payment(payment, cause=ReversalCause.BOUNCED, on=bounced)
    assert await figures("invoice", invoice, "outstanding") == (1_000,)
    assert await figures("payment", payment, "amount", "allocated", "on_account", "reversed") == (700, 0, 0, 700)
    with pytest.raises(NotReversible):
        await reverse_payment(payment, cause=ReversalCause.BOUNCED)
    before, after = await aging(bounced - timedelta(days=1), customer), await aging(bounced, customer)
    assert [row.outstanding for row in before.rows] == [300] and [row.outstanding for row in after.rows] == [1_000]
    again = await pay(customer, 700, reference="check 7")
    assert again != payment
    await assert_ties()


async def test_what_was_refunded_is_not_reversed() -> None:
    customer = await new_customer()
    payment = await pay(customer, 700)
    await refund_payment(payment, 100)
    with pytest.raises(NotReversible):
        await reverse_payment(payment, cause=ReversalCause.MISTAKE)
    out = await fetch_value("SELECT paid_out_id FROM crm_receivables_refund WHERE payment_id = $1", payment)
    with pytest.raises(NotReversible):
        await reverse_payment(out, cause=ReversalCause.MISTAKE)
    await assert_ties()


async def test_sixteen_reversals_at_once_are_one() -> None:
    customer = await new_customer()
    await post(customer, 500)
    payment = await pay(customer, 500, oldest=True)
    made = await asyncio.gather(
        *(reverse_payment(payment, cause=ReversalCause.CHARGEBACK) for _n in range(16)), return_exceptions=True
    )
    assert sum(isinstance(each, int) for each in made) == 1
    assert {type(each) for each in made} == {int, NotReversible}
    await assert_ties()


async def test_a_second_person_approves_a_write_off() -> None:
    invoice = await post(await new_customer(), 1_000)
    proposing = await user("clerk", P.READ, P.SEE_ALL, P.WRITE_OFF, P.APPROVE_WRITE_OFF)
    deciding = await user("chief", P.READ, P.SEE_ALL, P.APPROVE_WRITE_OFF)
    with use_actor(proposing):
        id, approved = await request_write_off(invoice, 400, "破产")
        assert not approved
        with pytest.raises(SecondPerson):
            await approve_write_off(await get(WriteOff, id), "")
        with pytest.raises(NotOwed):  # one waits
            await request_write_off(invoice, 100, "x")
    assert await figures("invoice", invoice, "outstanding") == (1_000,)
    with use_actor(deciding):
        await approve_write_off(await get(WriteOff, id), "同意")
        with pytest.raises(Conflict):
            await approve_write_off(await get(WriteOff, id), "")
    credit = (await get(WriteOff, id)).payment_id
    assert credit is not None
    assert await _entries(credit) == [
        *[("write_off", "bad_debt", 400), ("write_off", "credit", -400)],
        *[("allocation", "credit", 400), ("allocation", "receivable", -400)],
    ]
    assert await figures("invoice", invoice, "outstanding") == (600,)
    with pytest.raises(WriteOffStays):
        await unallocate(credit)
    await reverse_payment(credit, cause=ReversalCause.MISTAKE, reason="paid after all")
    assert await figures("invoice", invoice, "outstanding") == (1_000,)
    assert (await get(WriteOff, id)).state == "reversed"
    await assert_ties()


async def test_who_may_approve_a_write_off_is_told() -> None:
    invoice = await post(await new_customer(), 1_000)
    proposing = await user("teller", P.READ, P.SEE_ALL, P.WRITE_OFF, P.APPROVE_WRITE_OFF)
    told = "SELECT n.title, n.href, n.detail FROM guanxi_notification n WHERE n.user_id = $1 AND n.kind = 'approval'"
    chief = await user("told chief")
    await _let_approve(proposing, chief)
    with use_actor(proposing):
        id, _approved = await request_write_off(invoice, 400, "破产")
    (row,) = await fetch(told, chief.id)
    assert (row["href"], row["detail"]) == (f"/crm_receivables/write_offs/{id}", "破产")
    assert "WO-" in str(row["title"]) and "4.00" in str(row["title"])
    assert await fetch(told, proposing.id) == []
    with use_actor(proposing), with_settings(ReceivablesSettings(write_off_limit=5)):
        other = await post(await new_customer("Other"), 1_000)
        assert (await request_write_off(other, 500, "x"))[1]
    assert len(await fetch(told, chief.id)) == 1, "nothing waits"


async def _let_approve(*people: Actor) -> None:
    role = await fetch_value(
        "INSERT INTO guanxi_role (name, name_zh, permissions, revision, created_at, updated_at)"
        " VALUES ('Approvers', '', $1::jsonb, 1, now(), now()) RETURNING id",
        [P.APPROVE_WRITE_OFF.value],
    )
    for person in people:
        await execute("INSERT INTO guanxi_user_role (user_id, role_id) VALUES ($1, $2)", person.id, role)


async def test_small_amounts_need_one_who_may_approve_and_no_second_person() -> None:
    invoice = await post(await new_customer(), 1_000)
    clerk = await user("small clerk", P.READ, P.SEE_ALL, P.WRITE_OFF)
    chief = await user("small chief", P.READ, P.SEE_ALL, P.WRITE_OFF, P.APPROVE_WRITE_OFF)
    with with_settings(ReceivablesSettings(write_off_limit=5)):
        with use_actor(clerk):
            id, approved = await request_write_off(invoice, 500, "x")
        assert not approved
        with use_actor(chief):
            await reject_write_off(await get(WriteOff, id), "not yet")
            assert (await request_write_off(invoice, 500, "x"))[1]
    assert await figures("invoice", invoice, "outstanding") == (500,)
    await assert_ties()


async def test_small_amounts_of_one_invoice_do_not_add_up_to_a_large_one() -> None:
    invoice = await post(await new_customer(), 1_000)
    chief = await user("slicing chief", P.READ, P.SEE_ALL, P.WRITE_OFF, P.APPROVE_WRITE_OFF)
    with with_settings(ReceivablesSettings(write_off_limit=5)):
        with use_actor(chief):
            first, alone = await request_write_off(invoice, 300, "x")
            assert alone
            second, alone = await request_write_off(invoice, 201, "x")
            assert not alone
            with pytest.raises(SecondPerson):
                await approve_write_off(await get(WriteOff, second), "")
        await approve_write_off(await get(WriteOff, second), "")
        await reverse_payment((await get(WriteOff, first)).payment_id or 0, cause=ReversalCause.MISTAKE)
        with use_actor(chief):
            assert (await request_write_off(invoice, 500, "x"))[1]
    assert await figures("invoice", invoice, "outstanding") == (299,)
    await assert_ties()


async def test_a_write_off_of_more_than_is_owed_by_now_is_refused_whole() -> None:
    customer = await new_customer()
    invoice = await post(customer, 1_000)
    with pytest.raises(NotOwed):
        await request_write_off(invoice, 1_001, "x")
    with use_actor(await user("late clerk", P.READ, P.SEE_ALL, P.WRITE_OFF)):
        id, _approved = await request_write_off(invoice, 1_000, "x")
    await pay(customer, 1, oldest=True)
    with pytest.raises(NotOwed):
        await approve_write_off(await get(WriteOff, id), "")
    assert (await get(WriteOff, id)).state == "requested"
    await assert_ties()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE crm_receivables_credit_note SET total = total + 1, subtotal = subtotal + 1",
        "DELETE FROM crm_receivables_credit_note",
        "UPDATE crm_receivables_credit_line SET amount = amount + 1",
        "DELETE FROM crm_receivables_reversal",
        "UPDATE crm_receivables_invoice SET credited = total + 1",
        "UPDATE crm_receivables_payment SET reversed = 1 WHERE direction = 'note'",
    ],
)
async def test_the_database_refuses(statement: str) -> None:
    note = await credit_invoice(await _taxed((1_000, "6")), 500, reason="x")
    await reverse_payment(
        await _source(await credit_invoice(await _taxed((9, "0")), reason="x")), cause=ReversalCause.MISTAKE
    )
    with pytest.raises(asyncpg.PostgresError):
        await execute(statement)
    assert note


async def test_the_pdf_says_which_invoice_it_takes_back() -> None:
    invoice = await _taxed((10_600, "6"))
    note = await get(CreditNote, await credit_invoice(invoice, 5_300, reason="少发货"))
    text = PdfReader(BytesIO(await render_pdf(await build_credit_note(note, "both")))).pages[0].extract_text()
    number = (await figures("invoice", invoice, "number"))[0]
    for word in ("Credit note", "贷项通知单", note.number, number, "少发货", "53.00", "3.00"):
        assert word in text, word


async def test_who_does_not_see_the_customer_does_not_see_its_credit_notes() -> None:
    note = await credit_invoice(await _taxed((1_000, "6")), 500, reason="x")
    with use_actor(await user("outsider", P.READ, P.CREDIT)), pytest.raises(NotFound):
        await get(CreditNote, note)
