"""Wishes: message, gift and mail in one transaction, once a year for each customer and plan.

A message is refused also where the plan wrote for a day within ten months: who moves a birthday gets no second gift.
The plan is locked first, so that all of this is decided one run at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog

from crm_care import occasions, texts
from crm_care.choices import Gift
from crm_care.gifts import bank_of
from crm_care.occasions import Wish, Wishes
from guanxi import (
    GuanxiError,
    base_address,
    clock,
    current_company,
    execute,
    fetch_row,
    fetch_value,
    send_mail,
    transaction,
)

AT_ONCE = 50
GAP = 300
"""days"""
_COLUMNS = """id, name, name_zh, occasion, calendar, month, day, days_before, tag, subject, text, subject_zh, text_zh,
    gift, points, campaign_number"""
_PLAN = f"SELECT {_COLUMNS} FROM crm_care_plan WHERE id = $1 AND active FOR NO KEY UPDATE"  # noqa: S608
_NOTE = """
INSERT INTO crm_care_message (revision, created_at, updated_at, plan_id, customer_id, year, on_day, gift, points,
    coupon)
SELECT 1, $5, $5, $1::bigint, $2::bigint, $3, $4::date, $6, $7, ''
WHERE NOT EXISTS (SELECT FROM crm_care_message m WHERE m.plan_id = $1 AND m.customer_id = $2
    AND m.on_day BETWEEN $4::date - $8::int AND $4::date + $8::int)
ON CONFLICT (plan_id, customer_id, year) DO NOTHING RETURNING id
"""
_log = structlog.get_logger()


async def next_plan(after: int) -> int | None:
    """The next active plan."""
    id: int | None = await fetch_value("SELECT min(id) FROM crm_care_plan WHERE active AND id > $1", after)
    return id


async def plan_of(plan_id: int) -> Mapping[str, Any] | None:
    return await fetch_row(f"SELECT {_COLUMNS} FROM crm_care_plan WHERE id = $1", plan_id)  # noqa: S608


async def send_page(plan_id: int, after: int) -> tuple[int, int, int | None]:
    """In the caller's transaction: how many were written, how many gifts were refused, and where to go on."""
    plan = await fetch_row(_PLAN, plan_id)
    if plan is None:
        return 0, 0, None
    page: Wishes = await occasions.wishes(plan, 0, after=after, limit=AT_ONCE)
    sent = refused = 0
    for wish in page.wishes:
        try:
            async with transaction():
                sent += await _send(plan, wish)
        except GuanxiError as error:  # no stock, a campaign that is closed, an address that no header holds
            refused += 1
            _log.info("care refused", plan=plan_id, customer=wish.customer.id, code=error.code)
    return sent, refused, page.last_id


async def _send(plan: Mapping[str, Any], wish: Wish) -> bool:
    gift, customer = Gift(plan["gift"]), wish.customer
    points = (plan["points"] or 0) if gift is Gift.POINTS else 0
    key = (plan["id"], customer.id, wish.year, wish.on_day)
    id = await fetch_value(_NOTE, *key, clock.now(), gift.value, points, GAP)
    if id is None:
        return False
    source = f"care:{plan['id']}:{customer.id}:{wish.year}"
    coupon = await _give(plan, gift, points, customer.id, source)
    if coupon:
        await execute("UPDATE crm_care_message SET coupon = $2 WHERE id = $1", id, coupon)
    data = {**_words(plan, wish), "points": points, "coupon": coupon, "link": _link()}
    await send_mail(
        customer.email, "crm_care/wishes", data, locale=customer.locale, to_name=customer.name, key=f"care:{id}"
    )
    return True


async def _give(plan: Mapping[str, Any], gift: Gift, points: int, customer_id: int, source: str) -> str:
    """Nothing where the gift's add-on is not enabled any more: the wishes go out all the same."""
    bank, what = bank_of(gift), points if gift is Gift.POINTS else plan["campaign_number"]
    if bank is None or not what:
        return ""
    return await bank.give(customer_id, what, source, plan["name"])


def _words(plan: Mapping[str, Any], wish: Wish) -> dict[str, str]:
    ending = "_zh" if wish.customer.locale == "zh_CN" else ""
    values = {"name": wish.customer.name, "company": current_company().title}
    return {
        "subject": texts.subject_line(plan[f"subject{ending}"], **values),
        "text": texts.filled(plan[f"text{ending}"], **values),
    }


def _link() -> str:
    """Where the customer withdraws the consent; empty without a portal."""
    return f"{base_address()}/portal/my-data/consents" if current_company().catalog.has("crm_portal") else ""
