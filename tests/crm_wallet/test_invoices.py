"""Paying invoices with stored value, giving it back, and cash-back on the next invoice."""

from __future__ import annotations

import asyncio
import itertools
from datetime import date, timedelta
from typing import Any

import pytest

from crm_receivables.errors import ReferenceUsed
from crm_receivables.services import (
    MoneyMethod,
    NewInstallment,
    NewInvoice,
    NewLine,
    NewPayment,
    PaymentMethod,
    ReversalCause,
    invoice_balance,
    post_invoices,
    record_payment,
    refund_payment,
    reverse_payment,
    unallocate,
)
from crm_wallet import services
from crm_wallet.billing import pay_invoice
from crm_wallet.errors import MoreThanOwed, NotEnough, NoWallet, PaidAnInvoice, SourceTaken
from crm_wallet.liability import held_now, liability
from guanxi import InvalidInput, NotFound, clock, fetch, fetch_value, today
from tests.crm_wallet.conftest import MakeCustomer
from tests.crm_wallet.support import fill, kinds, stands

pytestmark = pytest.mark.asyncio(loop_scope="module")
_numbers = itertools.count(1)


def source() -> str:
    return f"invoices:{next(_numbers)}"


async def bill(customer: int, amount: int, currency: str = "CNY", on: date | None = None) -> int:
    day = on or today()
    invoice = NewInvoice(
        customer_id=customer,
        currency=currency,
        posted_on=day,
        lines=(NewLine(description="Work", amount=amount),),
        installments=(NewInstallment(due_on=day + timedelta(days=30), amount=amount),),
    )
    (id,) = await post_invoices([invoice])
    assert id is not None
    return id


async def outstanding(invoice: int) -> int:
    found = await invoice_balance(invoice)
    assert found is not None
    return found.outstanding


async def journal(payment: int) -> dict[str, int]:
    rows = await fetch(
        "SELECT p.account, sum(p.amount)::bigint AS amount FROM crm_receivables_entry e"
        " JOIN crm_receivables_posting p ON p.entry_id = e.id WHERE e.payment_id = $1 GROUP BY 1",
        payment,
    )
    return {row["account"]: row["amount"] for row in rows if row["amount"]}


async def test_a_wallet_pays_an_invoice_in_one_step(customer: int) -> None:
    await fill(customer, 50_000, 5_000)
    invoice, name = await bill(customer, 22_000), source()
    paid = await pay_invoice(invoice, 11_000, name)
    assert (paid.booking.principal, paid.booking.bonus) == (-10_000, -1_000)
    assert await outstanding(invoice) == 11_000
    assert await pay_invoice(invoice, 11_000, name) == paid
    assert await outstanding(invoice) == 11_000
    assert await journal(paid.payment_id) == {"stored_value": 11_000, "receivable": -11_000}
    with pytest.raises(ReferenceUsed):
        await pay_invoice(invoice, 10_000, name)
    with pytest.raises(PaidAnInvoice):
        await services.give_back(paid.booking.entry_id, source())
    assert await stands(customer) == (40_000, 4_000)
    assert await services.ledger_differences() == []


async def test_what_is_refused_changes_neither_side(customer: int, make_customer: MakeCustomer) -> None:
    await fill(customer, 1_000)
    invoice, other = await bill(customer, 5_000), await bill(await make_customer(), 5_000)
    payments = "SELECT count(*) FROM crm_receivables_payment"
    before = await fetch_value(payments)
    for id, amount, error in (
        (invoice, 1_001, NotEnough),
        (invoice, 5_001, MoreThanOwed),
        (other, 100, NoWallet),
        (10**9, 100, NotFound),
        (invoice, 0, InvalidInput),
    ):
        with pytest.raises(error):
            await pay_invoice(id, amount, source())
    with pytest.raises(InvalidInput):
        await pay_invoice(invoice, 100, "x" * 101)
    assert await fetch_value(payments) == before
    assert (await outstanding(invoice), await stands(customer)) == (5_000, (1_000, 0))


async def test_sixteen_payments_of_one_invoice_at_once(customer: int) -> None:
    await fill(customer, 20_000, 2_000)
    invoice = await bill(customer, 10_000)
    names = [source() for _n in range(16)]
    done = await asyncio.gather(*(pay_invoice(invoice, 2_500, name) for name in names), return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in done) == 4
    assert {type(each) for each in done if isinstance(each, BaseException)} == {MoreThanOwed}
    assert (await outstanding(invoice), sum(await stands(customer))) == (0, 12_000)
    assert await services.ledger_differences() == []


async def test_refunds_of_the_payment_return_to_the_wallet(customer: int) -> None:
    await fill(customer, 50_000, 5_000)
    invoice = await bill(customer, 11_000)
    paid = await pay_invoice(invoice, 11_000, source())
    await unallocate(paid.payment_id)
    for amount in (3_333, 7_667):
        await refund_payment(paid.payment_id, amount, method=PaymentMethod.CASH, reason="Returned")
    outgoing = await fetch("SELECT DISTINCT method FROM crm_receivables_payment WHERE direction = 'out'")
    assert [row["method"] for row in outgoing] == ["stored_value"]
    assert await stands(customer) == (50_000, 5_000)
    assert await journal(paid.payment_id) == {}
    assert [kind for kind, _p, _b in await kinds(customer)] == ["top_up", "spend", "give_back", "give_back"]
    assert await services.ledger_differences() == []


async def test_a_reversed_payment_returns_whole_and_its_invoice_is_open(customer: int) -> None:
    await fill(customer, 50_000, 5_000)
    invoice = await bill(customer, 11_000)
    paid = await pay_invoice(invoice, 11_000, source())
    await reverse_payment(paid.payment_id, cause=ReversalCause.MISTAKE)
    assert (await outstanding(invoice), await stands(customer)) == (11_000, (50_000, 5_000))
    assert await journal(paid.payment_id) == {}


async def test_other_payments_touch_no_wallet(customer: int) -> None:
    await fill(customer, 1_000)
    payment = await record_payment(NewPayment(customer_id=customer, amount=500, currency="CNY", received_on=today()))
    with pytest.raises(InvalidInput):
        await refund_payment(payment, 500, method=PaymentMethod.STORED_VALUE)
    await refund_payment(payment, 500)
    assert await kinds(customer) == [("top_up", 1_000, 0)]


async def test_people_record_every_method_but_stored_value() -> None:
    assert {each.value for each in MoneyMethod} == {each.value for each in PaymentMethod} - {"stored_value"}


async def test_cash_back_waits_for_the_next_invoice(customer: int) -> None:
    first = await bill(customer, 5_000)
    name = source()
    granted = await services.grant_cash_back(customer, 3_000, "CNY", name, "Silver reward")
    assert granted.fresh
    again = await services.grant_cash_back(customer, 3_000, "CNY", name)
    assert (again.cash_back_id, again.fresh) == (granted.cash_back_id, False)
    with pytest.raises(SourceTaken):
        await services.grant_cash_back(customer, 2_000, "CNY", name)
    assert await outstanding(first) == 5_000
    assert await outstanding(await bill(customer, 2_000, "EUR")) == 2_000
    assert await outstanding(await bill(customer, 2_000, on=today() - timedelta(days=1))) == 2_000
    assert await outstanding(await bill(customer, 2_000)) == 0
    assert await outstanding(await bill(customer, 2_000)) == 1_000
    assert await outstanding(await bill(customer, 2_000)) == 2_000
    row = (await fetch("SELECT remaining, state FROM crm_wallet_cash_back"))[0]
    assert (row["remaining"], row["state"]) == (0, "used")
    assert await services.ledger_differences() == []


async def test_cash_back_of_a_reversed_payment_waits_again(customer: int) -> None:
    for amount in (1_000, 500):
        await services.grant_cash_back(customer, amount, "CNY", source())
    await bill(customer, 1_200)
    payment = await fetch_value("SELECT DISTINCT payment_id FROM crm_wallet_cash_back_use")
    await unallocate(payment)
    await refund_payment(payment, 300)
    assert [row["remaining"] for row in await fetch("SELECT remaining FROM crm_wallet_cash_back ORDER BY id")] == [
        100, 500,
    ]  # fmt: skip
    await refund_payment(payment, 900)
    assert await fetch_value("SELECT sum(remaining)::int FROM crm_wallet_cash_back") == 1_500
    assert await services.ledger_differences() == []


async def test_one_bill_for_many_customers_takes_each_ones_cash_back(make_customer: MakeCustomer) -> None:
    customers = [await make_customer() for _n in range(5)]
    for id in customers[:4]:
        await services.grant_cash_back(id, 700, "CNY", source())
    day = today()
    invoices: list[Any] = [
        NewInvoice(
            customer_id=id,
            currency="CNY",
            posted_on=day,
            lines=(NewLine(description="Work", amount=500),),
            installments=(NewInstallment(due_on=day, amount=500),),
        )
        for id in customers
        for _n in range(2)
    ]
    ids = await post_invoices(invoices)
    assert [await outstanding(id or 0) for id in ids] == [0, 300] * 4 + [500, 500]
    assert await services.ledger_differences() == []


async def test_the_liability_ties_month_by_month(make_customer: MakeCustomer) -> None:
    now = clock.now()
    customers = [await make_customer() for _n in range(3)]
    for months in range(5, 0, -1):
        with clock.travel(now - timedelta(days=31 * months)):
            for id in customers:
                await fill(id, 1_000, 100, f"start:{months}")
                spent = await services.spend(id, 330, "CNY", source())
                await services.give_back(spent.entry_id, source(), 110)
            await services.cash_refund(customers[0], 200, "CNY", source())
            card = await services.find_card((await services.issue_card(5_000, "CNY")).code, caller=source())
            await services.sell_card(card.card_id, 5_000, source())
            await services.spend_card(card.card_id, 1_000, source())
            await services.redeem_card(card.card_id, customers[1], source())
            await services.grant_cash_back(customers[2], 50, "CNY", source())
    await services.top_up(customers[0], 70, "JPY", source())
    await bill(customers[2], 120)
    found = {each.currency: each.rows for each in (await liability()).currencies}
    assert list(found) == ["CNY", "JPY"]
    held = await held_now()
    for currency, rows in found.items():
        for part in {row.part for row in rows}:
            mine = [row for row in reversed(rows) if row.part == part]
            assert mine[0].opening == 0
            assert [row.closing for row in mine[:-1]] == [row.opening for row in mine[1:]]
            for row in mine:
                came = row.topped_up + row.redeemed + row.spent + row.refunded + row.expired + row.adjusted
                assert row.opening + came == row.closing
            assert mine[-1].closing == held.get((currency, part), 0)
    assert {key[1] for key in held} == {"principal", "bonus", "cash_back"}
    assert sum(row.redeemed for row in found["CNY"]) == 0
