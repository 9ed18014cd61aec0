"""Demo data: two plans for the highest tier, one membership that is paid, and one that waits for it."""

from __future__ import annotations

from crm_core.services import CustomerSummary, customers_with_address
from crm_loyalty.services import TierInfo, all_tiers, member_tiers
from crm_membership import selling
from crm_membership.following import follow
from crm_membership.models import Plan
from crm_receivables.services import NewPayment, PaymentMethod, record_payment, settle_with
from guanxi import create, current_company, elevated, exponent, today

_PLANS = (("for a year", "年卡", 12, 299), ("for a quarter", "季卡", 3, 99))


async def make_demo() -> None:
    with elevated():
        tiers = await all_tiers()
        customers = await _buyers(tiers[-1]) if tiers else []
        if len(customers) < len(_PLANS):
            return
        plans = [await _plan(tiers[-1], *each) for each in _PLANS]
        first, *others = customers
        await _pay(first.id, await selling.order(first.id, plans[0].id), plans[0])
        for customer, plan in zip(others, plans[1:], strict=False):
            await selling.order(customer.id, plan.id)


async def _buyers(tier: TierInfo) -> list[CustomerSummary]:
    """Those who have not earned the tier."""
    found = []
    for customer in await customers_with_address(20):
        tiers = await member_tiers(customer.id)
        if tiers is not None and tiers.earned < tier.threshold:
            found.append(customer)
    return found


async def _plan(tier: TierInfo, name: str, name_zh: str, months: int, price: int) -> Plan:
    code = current_company().currency
    values = {
        "name": f"{tier.name} {name}",
        "name_zh": f"{tier.name_zh or tier.name}{name_zh}",
        "tier": tier.id,
        "months": months,
        "currency": code,
        "price": price * int(10 ** exponent(code)),
        "tax_rate": 6,
    }
    return await create(Plan, values)


async def _pay(customer_id: int, order: selling.Order, plan: Plan) -> None:
    payment = NewPayment(
        customer_id=customer_id,
        amount=plan.price,
        currency=plan.currency,
        received_on=today(),
        method=PaymentMethod.BANK_TRANSFER,
        reference=f"demo:{order.invoice_number}",
    )
    await settle_with(await record_payment(payment), order.invoice_id)
    await follow(customer_id)
