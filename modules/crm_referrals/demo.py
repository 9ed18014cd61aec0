"""Demo data: customers who recommended others, at every stage."""

from __future__ import annotations

from crm_core.services import customers_with_address
from crm_referrals import orders
from crm_referrals.attributing import note_referral
from crm_referrals.choices import Channel
from crm_referrals.codes import ensure_code
from crm_referrals.settings import least_left
from guanxi import current_company, elevated, today

_PAIRS = ((0, 1), (0, 2), (0, 3), (4, 5), (5, 6))


async def make_demo() -> None:
    """Past the check that the customers are new: those of the demo have bought already."""
    with elevated():
        customers = [customer.id for customer in await customers_with_address(8)]
        if len(customers) < 7:
            return
        for customer in customers[:2]:
            await ensure_code(customer)
        for number, (one, other) in enumerate(_PAIRS):
            await note_referral(customers[one], customers[other], Channel.STAFF)
            if number % 2 == 0:
                amount, code = 5 * least_left(), current_company().currency
                source = f"demo:{customers[other]}:referral"
                await orders.report_order(orders.Order(customers[other], amount, code, today(), source))
