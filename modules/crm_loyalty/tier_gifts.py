"""What members get for reaching a tier: once each, and only when purchases behind it cannot be returned any more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import structlog

from crm_core.services import customers_to_mail
from crm_loyalty import queries, services
from crm_loyalty.choices import RewardKind
from crm_loyalty.errors import CannotGive
from crm_loyalty.rewards import given_text, giver_of
from crm_loyalty.settings import LoyaltySettings
from crm_loyalty.texts import name_in, number
from guanxi import (
    GuanxiError,
    InvalidInput,
    Job,
    Run,
    _,
    base_address,
    clock,
    current_company,
    execute,
    fetch_value,
    send_mail,
    settings_of,
    transaction,
    use_locale,
)

MEMBERS_AT_ONCE = 100
LATE = timedelta(days=30)
"""how long a gift that was refused, such as a coupon that ran out, is tried again"""
_NOTE = """
INSERT INTO crm_loyalty_tier_gift (revision, created_at, updated_at, member_id, tier_id, points, kind, given)
VALUES (1, $5, $5, $1, $2, $3, $4, '') ON CONFLICT (member_id, tier_id) DO NOTHING RETURNING id
"""
_GIVEN = "UPDATE crm_loyalty_tier_gift SET given = $2 WHERE id = $1"
_log = structlog.get_logger()


async def _give_all(run: Run) -> None:
    """Member after member; who got the gift is not due any more."""
    until = clock.now() - timedelta(days=settings_of(LoyaltySettings).pending_days)
    (member, tier), refused = run.cursor or (0, 0), 0
    while True:
        async with run.step() as step:
            due = await queries.due_tier_gifts(member, tier, until - LATE, until, MEMBERS_AT_ONCE)
            for row in due:
                given = await _try(row)
                step.done += given
                refused += not given
            if due:
                member, tier = due[-1]["member_id"], due[-1]["tier_id"]
                step.cursor = [member, tier]
        if not due:
            run.set_result({"given": run.done, "refused": refused})
            return


async def _try(row: Mapping[str, Any]) -> bool:
    try:
        async with transaction():
            await _give(row)
    except GuanxiError as error:
        _log.info("tier gift refused", member=row["member_id"], tier=row["tier_id"], code=error.code)
        return False
    return True


async def _give(row: Mapping[str, Any]) -> None:
    """All of it or nothing; its row, which can be there once, decides between two runs."""
    points, kind = row["gift_points"] or 0, row["kind"]
    id = await fetch_value(_NOTE, row["member_id"], row["tier_id"], points, kind, clock.now())
    if id is None:
        return
    source = f"tier:{row['tier_id']}:{row['member_id']}"
    reason = str(_("For reaching {tier}", tier=name_in(row["name"], row["name_zh"])))
    if points:
        await services.earn(row["customer_id"], points, source, reason=reason, gift=True)
    given = ""
    if kind is not None:
        giver = giver_of(RewardKind(kind))
        if giver is None:
            raise CannotGive()
        given = (await giver.give(row["customer_id"], row["what"], source, reason))[:200]
        await execute(_GIVEN, id, given)
    await _tell(row, points, given)


async def _tell(row: Mapping[str, Any], points: int, given: str) -> None:
    """By mail, where the customer has an address."""
    for person in await customers_to_mail({row["customer_id"]}):
        with use_locale(person.locale):
            data = {
                "company": current_company().title,
                "name": person.name,
                "tier": name_in(row["name"], row["name_zh"]),
                "points": number(points) if points else "",
                "given": given_text(RewardKind(row["kind"]), given) if given else "",
                "link": f"{base_address()}/portal/points" if current_company().catalog.has("crm_portal") else "",
            }
        key = f"loyalty_tier_gift:{row['tier_id']}:{row['member_id']}"
        try:
            async with transaction():
                await send_mail(
                    person.email, "crm_loyalty/tier_gift", data, locale=person.locale, to_name=person.name, key=key
                )
        except InvalidInput:  # an address or a name that no header holds
            _log.info("tier gift not told", member=row["member_id"])


GIVE_TIER_GIFTS = Job(
    name="crm_loyalty.give_tier_gifts",
    title=_("Give what members get for reaching a tier"),
    run=_give_all,
    steps=True,
    timeout=3600,
)
