"""Orders of memberships: an invoice to be paid, and what waits for that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crm_loyalty.services import all_tiers, member_tiers
from crm_membership.choices import MembershipState
from crm_membership.models import Membership, Plan
from crm_membership.settings import MembershipSettings
from crm_receivables.services import NewInstallment, NewInvoice, NewLine, invoice_balance, post_invoices, void_invoice
from guanxi import (
    Conflict,
    InvalidInput,
    NotFound,
    Text,
    _,
    audit,
    author_id,
    clock,
    current_company,
    elevated,
    execute,
    fetch_row,
    fetch_value,
    included_tax,
    lock,
    settings_of,
    show_date,
    today,
    transaction,
)

RESOURCE = "crm_membership/memberships"
_PLAN = "SELECT * FROM crm_membership_plan WHERE id = $1 FOR SHARE"
_ORDER = """
INSERT INTO crm_membership_membership (revision, created_at, updated_at, created_by_id, customer_id, plan_id, tier_id,
    months, state, order_key, pay_by)
VALUES (1, $1, $1, $2, $3, $4, $5, $6, 'waiting', $3::bigint || ':' || $4::bigint, $7)
ON CONFLICT (order_key) DO NOTHING RETURNING id
"""
_OPEN_ORDER = """
SELECT id, invoice_id, pay_by FROM crm_membership_membership WHERE order_key = $1::bigint || ':' || $2::bigint
"""
_SET_INVOICE = "UPDATE crm_membership_membership SET invoice_id = $2 WHERE id = $1"


@dataclass(frozen=True, slots=True)
class Order:
    membership_id: int
    invoice_id: int
    invoice_number: str
    pay_by: date
    fresh: bool
    """not one that waited for payment already"""


async def order(customer_id: int, plan_id: int, *, portal: bool = False, revision: int | None = None) -> Order:
    """Posts the invoice; an order of the same plan that is not paid yet is answered again. Whoever calls says who may.

    `revision`: of the plan, as the buyer saw it. Raises NotFound for a plan that does not exist or, in the portal, is
    not offered there; InvalidInput for one that is no longer sold; Conflict where the customer is archived or has the
    tier without paying, or where the plan has changed.
    """
    async with transaction():
        await _refuse_archived(customer_id)
        plan = await fetch_row(_PLAN, plan_id)
        if plan is None or (portal and not plan["in_portal"]):
            raise NotFound()
        if revision is not None and plan["revision"] != revision:
            raise Conflict(_("This offer has changed in the meantime. Please look at it again."))
        if not plan["active"]:
            raise InvalidInput({"plan": _("This membership is not sold any more.")})
        await _refuse_needless(customer_id, plan["tier_id"])
        pay_by = today() + timedelta(days=settings_of(MembershipSettings).days_to_pay)
        id = await fetch_value(
            *(_ORDER, clock.now(), author_id(), customer_id, plan_id, plan["tier_id"], plan["months"], pay_by)
        )
        if id is None:
            return await _open_order(customer_id, plan_id)
        invoice_id = await _post(id, customer_id, plan, pay_by)
        await execute(_SET_INVOICE, id, invoice_id)
        number = await _number_of(invoice_id)
        await audit("order", RESOURCE, id, label=plan["name"], after={"invoice": number, "pay_by": pay_by})
        return Order(id, invoice_id, number, pay_by, fresh=True)


async def _refuse_archived(customer_id: int) -> None:
    """Also those that were merged into others, and anonymized ones."""
    with elevated():
        customer = await lock(current_company().catalog.resources["crm_core/customers"].model, customer_id)
    if customer.archived:
        raise Conflict(_("This customer is archived."))


async def _refuse_needless(customer_id: int, tier_id: int) -> None:
    threshold = next(tier.threshold for tier in await all_tiers() if tier.id == tier_id)
    tiers = await member_tiers(customer_id)
    if tiers is not None and tiers.earned >= threshold:
        raise Conflict(_("The customer has earned this tier or a higher one already."))


async def _open_order(customer_id: int, plan_id: int) -> Order:
    found = await fetch_row(_OPEN_ORDER, customer_id, plan_id)
    if found is None:
        raise Conflict(_("Please try again."))
    number = await _number_of(found["invoice_id"])
    return Order(found["id"], found["invoice_id"], number, found["pay_by"], fresh=False)


async def _number_of(invoice_id: int) -> str:
    invoice = await invoice_balance(invoice_id)
    assert invoice is not None and invoice.number is not None, "it is posted"
    return invoice.number


async def _post(id: int, customer_id: int, plan: Any, pay_by: date) -> int:
    price, rate = plan["price"], plan["tax_rate"]
    line = NewLine(description=plan["name"], amount=price, tax=included_tax(price, rate), tax_rate=rate)
    (invoice_id,) = await post_invoices(
        [
            NewInvoice(
                customer_id=customer_id,
                currency=plan["currency"],
                posted_on=today(),
                lines=(line,),
                installments=(NewInstallment(due_on=pay_by, amount=price),),
                source=f"membership:{id}",
            )
        ]
    )
    assert invoice_id is not None, "a new membership has no invoice yet"
    return invoice_id


async def cancel(membership: Membership, reason: str) -> None:
    """Voids the invoice; what is told of that cancels the order. Raises Conflict, InvoicePaid where a part was paid."""
    if membership.state != MembershipState.WAITING or membership.invoice_id is None:
        raise Conflict(_("Only an order that is not paid can be canceled. Credit the invoice instead."))
    await void_invoice(membership.invoice_id, reason=reason)


def plan_name(plan: Plan | Any, locale: str) -> str:
    """Of a row or a record, in the reader's language."""
    name, name_zh = (plan.name, plan.name_zh) if isinstance(plan, Plan) else (plan["name"], plan["name_zh"])
    return str(name_zh if locale == "zh_CN" and name_zh else name)


def said(made: Order) -> Text:
    number, day = made.invoice_number, show_date(made.pay_by)
    if made.fresh:
        return _("Ordered. It begins when invoice {number} is paid, by {day}.", number=number, day=day)
    return _("This is ordered already: invoice {number} is to be paid by {day}.", number=number, day=day)
