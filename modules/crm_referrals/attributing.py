"""Who recommended whom: noted once for each new customer, never oneself and never in a ring (B13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import asyncpg

from crm_core.services import contact_keys_sql
from crm_referrals.choices import Channel
from crm_referrals.errors import AlreadyReferred, CircularReferral, CustomerGone, NotNew, SamePerson
from crm_referrals.settings import ReferralSettings
from guanxi import (
    audit,
    author_id,
    clock,
    current_company,
    elevated,
    fetch_row,
    fetch_value,
    lock,
    refusing,
    settings_of,
    transaction,
)

RESOURCE = "crm_referrals/referrals"
_SAME = f"""
SELECT EXISTS (SELECT FROM {contact_keys_sql("ARRAY[$1::bigint]")} a
    JOIN {contact_keys_sql("ARRAY[$2::bigint]")} b ON b.kind = a.kind AND b.value = a.value
    WHERE a.kind IN ('email', 'phone'))
"""  # noqa: S608
_NOTE = """
INSERT INTO crm_referrals_referral (revision, created_at, updated_at, created_by_id, referrer_id, referred_id, channel,
    state, note, currency, amount, refunded, referrer_points, referred_points)
VALUES (1, $4, $4, $5, $1, $2, $3, 'waiting', '', $6, 0, 0, 0, 0) RETURNING id
"""
_KNOWN = "SELECT id, referrer_id FROM crm_referrals_referral WHERE referred_id = $1"


@dataclass(frozen=True, slots=True)
class Attribution:
    referral_id: int
    fresh: bool
    """False: it was noted before"""


async def locked(*customer_ids: int) -> dict[int, Any]:
    """The customers, whatever the current actor may see. Raises NotFound."""
    model = current_company().catalog.resources["crm_core/customers"].model
    with elevated():
        return {id: await lock(model, id) for id in sorted(set(customer_ids))}


@refusing
async def attribute(referrer_id: int, referred_id: int, channel: Channel) -> Attribution:
    """Safe to repeat. Raises SamePerson, CircularReferral, AlreadyReferred, NotNew, CustomerGone, NotFound."""
    async with transaction():
        customers = await locked(referrer_id, referred_id)
        known = await fetch_row(_KNOWN, referred_id)
        if known is not None:
            if known["referrer_id"] != referrer_id:
                raise AlreadyReferred()
            return Attribution(known["id"], fresh=False)
        await _check(customers, referrer_id, referred_id)
        return Attribution(await note_referral(referrer_id, referred_id, channel), fresh=True)


async def note_referral(referrer_id: int, referred_id: int, channel: Channel) -> int:
    """Past the checks of `attribute` but for rings; its id. In the caller's transaction. Raises CircularReferral."""
    id = int(await _insert(referrer_id, referred_id, channel))
    after = {"referrer": referrer_id, "referred": referred_id, "channel": channel.value}
    await audit("create", RESOURCE, id, label=str(id), after=after)
    return id


async def _insert(referrer_id: int, referred_id: int, channel: Channel) -> Any:
    try:
        currency = current_company().currency
        return await fetch_value(_NOTE, referrer_id, referred_id, channel.value, clock.now(), author_id(), currency)
    except asyncpg.PostgresError as error:
        if error.sqlstate == CircularReferral.sqlstate:
            raise CircularReferral() from error
        raise


async def _check(customers: dict[int, Any], referrer_id: int, referred_id: int) -> None:
    if any(customer.archived for customer in customers.values()):
        raise CustomerGone()
    if referrer_id == referred_id or await fetch_value(_SAME, referrer_id, referred_id):
        raise SamePerson()
    if not is_new(customers[referred_id]):
        raise NotNew()


def is_new(customer: Any) -> bool:
    """Registered not long ago, and has not bought yet."""
    days = settings_of(ReferralSettings).new_days
    late = days > 0 and customer.created_at < clock.now() - timedelta(days=days)
    return customer.last_deal_on is None and not late
