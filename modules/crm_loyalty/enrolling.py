"""Making a customer a member, without points: card, tier of nothing, and an account of the usual points."""

from __future__ import annotations

from dataclasses import dataclass

from crm_loyalty import ledger, queries
from guanxi import audit, fetch_value, transaction


@dataclass(frozen=True, slots=True)
class Joined:
    """`new` False: the customer was a member before."""

    member_id: int
    card_number: str
    new: bool


async def enroll(customer_id: int) -> Joined:
    """Safe to repeat, and at once: the database keeps one member for a customer. Raises NoAccount."""
    async with transaction():
        known = await fetch_value("SELECT EXISTS (SELECT FROM crm_loyalty_member WHERE customer_id = $1)", customer_id)
        await ledger.enroll(ledger.POINTS, customer_id)
        member_id, card = await queries.member_of(customer_id)
        if not known:
            await audit("enroll", "crm_loyalty/members", member_id, label=card, after={"customer": customer_id})
    return Joined(member_id, card, not known)
