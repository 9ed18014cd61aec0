"""More time for points that expire, as goodwill."""

from __future__ import annotations

from datetime import date

from crm_loyalty import ledger
from crm_loyalty.errors import NothingToExtend
from crm_loyalty.models import Account
from guanxi import InvalidInput, _, audit, clock, current_company, today, transaction


async def extend(account: Account, last_day: date, reason: str) -> int:
    """Points that are not over yet and would be before the end of `last_day` last until then; how many.

    Raises NothingToExtend, InvalidInput.
    """
    if last_day < today():
        raise InvalidInput({"until": _("This day is over.")})
    async with transaction():
        points = await ledger.extend(account.id, clock.day_end(last_day, current_company().zone))
        if points == 0:
            raise NothingToExtend()
        after = {"points": points, "until": last_day}
        await audit("extend", "crm_loyalty/accounts", account.id, label=account.number, after=after, reason=reason)
    return points
