"""Selling memberships, paying for them, and looking at what they bring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

from crm_loyalty.services import TierInfo, all_tiers, member_tiers
from crm_membership import jobs, selling
from crm_membership.models import Plan
from crm_receivables.services import NewPayment, PaymentMethod, record_payment, settle_with
from guanxi import clock, create, current_company, elevated, enqueue, fetch, fetch_value, today, update
from guanxi.jobs.worker import run_pending


@contextmanager
def on(day: date) -> Iterator[None]:
    """Noon of a day where the company is."""
    with clock.travel(datetime.combine(day, time(12), current_company().zone)):
        yield


async def tier(place: int = -1) -> TierInfo:
    """The tiers of a new company, the lowest first."""
    return (await all_tiers())[place]


async def plan(name: str = "Gold for a year", *, of: TierInfo | None = None, **values: Any) -> Plan:
    with elevated():
        made = {"name": name, "tier": (of or await tier()).id, "currency": "CNY", "price": 10_600, "tax_rate": 6}
        return await create(Plan, made | values)


async def pay(customer: int, order: selling.Order, amount: int = 10_600, reference: str = "") -> int:
    """The payment; what hangs on it is done, too."""
    payment = NewPayment(
        customer_id=customer,
        amount=amount,
        currency="CNY",
        received_on=today(),
        method=PaymentMethod.BANK_TRANSFER,
        reference=reference or f"bank:{order.invoice_number}",
    )
    id = await record_payment(payment)
    await settle_with(id, order.invoice_id)
    await run_pending(50)
    return id


async def bought(customer: int, of: Plan) -> selling.Order:
    order = await selling.order(customer, of.id)
    await pay(customer, order, of.price)
    return order


async def archive(customer: int) -> None:
    model = current_company().catalog.resources["crm_core/customers"].model
    with elevated():
        await update(model, customer, {"archived": True})


async def night() -> None:
    id = await enqueue(jobs.REVIEW)
    await run_pending(50)
    assert await fetch_value("SELECT state FROM guanxi_job WHERE id = $1", id) == "done"


async def memberships(customer: int) -> list[tuple[str, date | None, date | None]]:
    rows = await fetch(
        "SELECT state, first_day, last_day FROM crm_membership_membership WHERE customer_id = $1 ORDER BY id", customer
    )
    return [tuple(row) for row in rows]


async def given(customer: int) -> tuple[int | None, date | None]:
    """The tier that the customer was given, and until when."""
    tiers = await member_tiers(customer)
    return (None, None) if tiers is None else (tiers.given_tier_id, tiers.given_until)


async def invoice(order: selling.Order) -> Any:
    (row,) = await fetch(
        "SELECT customer_id, state, currency, total, tax, outstanding, due_on FROM crm_receivables_invoice"
        " WHERE id = $1",
        order.invoice_id,
    )
    return row
