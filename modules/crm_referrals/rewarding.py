"""Points for both sides, once the order can no longer be returned; and taking them back.

Customers are locked in id order, which also makes one referrer's rewards wait for each other: the cap is never passed.
Accounts come next, the referral last: a payment that is being booked holds accounts and then wants the referral.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import structlog

from crm_loyalty import services as loyalty
from crm_referrals.attributing import RESOURCE, locked
from crm_referrals.choices import ReferralState, Why
from crm_referrals.models import Referral
from crm_referrals.settings import ReferralSettings, least_left
from guanxi import (
    Conflict,
    GuanxiError,
    _,
    audit,
    clock,
    current_company,
    execute,
    fetch_row,
    fetch_value,
    settings_of,
    today,
    transaction as atomic,
)

_NEXT = """
SELECT id, referrer_id, referred_id FROM crm_referrals_referral
WHERE state = 'qualified' AND paid_on <= $1 AND id > $2 ORDER BY id LIMIT 1
"""
_THIS_YEAR = """
SELECT count(*) FROM crm_referrals_referral
WHERE referrer_id = $1 AND state = 'rewarded' AND referrer_points > 0 AND rewarded_at >= $2
"""
_REWARD = """
UPDATE crm_referrals_referral SET state = 'rewarded', rewarded_at = $2, referrer_points = $3, referred_points = $4,
    why = $5, revision = revision + 1, updated_at = $2
WHERE id = $1 AND state = 'qualified' AND amount - refunded >= $6 RETURNING id
"""
_WAIT_AGAIN = """
UPDATE crm_referrals_referral SET state = 'waiting', order_source = NULL, amount = 0, refunded = 0, paid_on = NULL,
    revision = revision + 1, updated_at = $2
WHERE id = $1 AND state = 'qualified' AND amount - refunded < $3 RETURNING id
"""
_REFUSE = """
UPDATE crm_referrals_referral SET state = 'refused', why = $2, note = $3, revision = revision + 1, updated_at = $4
WHERE id = $1 AND state = ANY($5::text[]) RETURNING id
"""
_OPEN = (ReferralState.WAITING, ReferralState.QUALIFIED)
_log = structlog.get_logger()
_CHANGED = _("This referral was changed in the meantime.")


class _Changed(Exception):
    """Somebody refused it or gave the order back meanwhile: nothing of the reward stays."""


async def next_due(after: int) -> Any:
    """The next whose order is beyond its refund window; None at the end."""
    return await fetch_row(_NEXT, today() - timedelta(days=loyalty.pending_days()), after)


async def settle(row: Any) -> bool:
    """Whether it was rewarded. In a transaction of its own, or a part of the caller's: what is refused, such as a
    source of points that somebody else took, is tried again the next night and keeps no other from its reward."""
    try:
        async with atomic():
            return await _settle(row["id"], row["referrer_id"], row["referred_id"])
    except _Changed:
        return False
    except GuanxiError as error:
        _log.warning("referral not rewarded", referral=row["id"], code=error.code)
        return False


async def _settle(id: int, referrer_id: int, referred_id: int) -> bool:
    customers = await locked(referrer_id, referred_id)
    if any(customer.archived for customer in customers.values()):
        await _refuse(id, Why.GONE, "", _OPEN)
        return False
    if await fetch_value(_WAIT_AGAIN, id, clock.now(), least_left()) is not None:
        await audit("wait", RESOURCE, id, label=str(id))
        return False
    settings = settings_of(ReferralSettings)
    capped = await _is_capped(referrer_id, settings.yearly_cap)
    given = {
        referrer_id: ("referrer", 0 if capped else settings.referrer_points, _("Recommended a new customer")),
        referred_id: ("referred", settings.referred_points, _("Welcome: recommended by a customer")),
    }
    await loyalty.lock_accounts(
        given
    )  # both at once: one after the other they could wait for a batch that waits for them
    for customer_id in sorted(given):
        side, points, reason = given[customer_id]
        if points > 0:
            await loyalty.earn(customer_id, points, f"referral:{id}:{side}", reason=str(reason), gift=True)
    booked = (given[referrer_id][1], given[referred_id][1])
    why = Why.CAP.value if capped else None
    if await fetch_value(_REWARD, id, clock.now(), *booked, why, least_left()) is None:
        raise _Changed
    await audit("reward", RESOURCE, id, label=str(id), after={"referrer": booked[0], "referred": booked[1]})
    return True


async def _is_capped(referrer_id: int, cap: int) -> bool:
    if cap == 0:
        return False
    return int(await fetch_value(_THIS_YEAR, referrer_id, _year_start())) >= cap


def _year_start() -> datetime:
    return clock.day_start(today().replace(month=1, day=1), current_company().zone)


async def _refuse(id: int, why: Why, note: str, of: tuple[ReferralState, ...]) -> None:
    states = [state.value for state in of]
    if await fetch_value(_REFUSE, id, why.value, note[:300], clock.now(), states) is None:
        raise Conflict(_CHANGED)
    await audit("refuse", RESOURCE, id, label=str(id), after={"why": why.value}, reason=note)


async def refuse(referral: Referral, note: str) -> None:
    """Of one that was not rewarded yet. Raises Conflict."""
    await _refuse(referral.id, Why.STAFF, note, _OPEN)


async def take_back(referral: Referral, note: str) -> None:
    """The points of both; what was spent is owed or waived, as the points' settings say. Raises Conflict."""
    async with atomic():
        await locked(referral.referrer_id, referral.referred_id)
        await loyalty.lock_accounts((referral.referrer_id, referral.referred_id))
        for _id, side, points in sorted(
            (
                (referral.referrer_id, "referrer", referral.referrer_points),
                (referral.referred_id, "referred", referral.referred_points),
            )
        ):
            if points > 0:
                source = f"referral:{referral.id}:{side}"
                await loyalty.take_back(source, points, f"{source}:back")
        await _refuse(referral.id, Why.TAKEN_BACK, note, (ReferralState.REWARDED,))


async def forget(customer_id: int) -> None:
    """What users wrote about the referrals of a person who is anonymized, and the codes."""
    now = clock.now()
    await execute(
        "UPDATE crm_referrals_referral SET note = '', updated_at = $2 WHERE referrer_id = $1 OR referred_id = $1",
        customer_id,
        now,
    )
    await execute("DELETE FROM crm_referrals_code WHERE customer_id = $1", customer_id)
