"""What a member may redeem in a day, and from where on the member has to prove that it is them.

The database counts, with the account locked, so that many at once pass no limit that one after the other would not.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from crm_loyalty import codes, ledger
from crm_loyalty.errors import CodeNeeded
from crm_loyalty.settings import LoyaltySettings
from guanxi import clock, current_company, settings_of, today, transaction


@asynccontextmanager
async def allowed(
    customer_id: int,
    source: str,
    *,
    code: str | None,
    type: str = "points",
    points: int | None = None,
    reward_id: int | None = None,
    hold: bool = False,
) -> AsyncIterator[None]:
    """Around the statement that redeems or holds `points`, or claims a reward; where there are limits, one transaction.

    `code`: what the member told, "" for nothing; None: the caller knows that it is the member. Raises TooOften,
    TooManyPoints, CodeNeeded, CodeWrong, CodeGone, NoAccount.
    """
    settings = settings_of(LoyaltySettings)
    above = settings.code_above if code is not None else 0
    if not (settings.redemptions_a_day or settings.points_a_day or above):
        yield
        return
    proof = None
    if code and above:
        proof = await codes.prove(customer_id, type, points, reward_id, code, source, hold=hold)
    async with transaction():
        if proof is not None:
            await codes.use(proof)
        left = await ledger.guard(
            customer_id,
            type,
            points,
            reward_id,
            source,
            hold=hold,
            times=settings.redemptions_a_day,
            most=settings.points_a_day,
            code_above=above,
            since=clock.day_start(today(), current_company().zone),
        )
        if left is not None and proof is None:
            raise CodeNeeded(detail=left)
        yield
