"""Mails to members whose points expire soon, some days before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from crm_core.services import CustomerSummary, customers_to_mail
from crm_loyalty import queries
from crm_loyalty.settings import LoyaltySettings
from crm_loyalty.texts import name_in, number
from guanxi import (
    InvalidInput,
    Job,
    Run,
    _,
    base_address,
    clock,
    current_company,
    send_mail,
    settings_of,
    show_date,
    today,
    use_locale,
)

ACCOUNTS_AT_ONCE = 500


def days_before(text: str) -> list[int]:
    """`30, 7` as numbers, the fewest first."""
    return sorted({int(each) for each in re.findall("[0-9]+", text)})


async def _warn(run: Run) -> None:
    """Once for each account, last day and number of days before it: the mail's key says that it was sent."""
    days, after, sent = days_before(settings_of(LoyaltySettings).warn_days), int(run.cursor or 0), 0
    while days:
        async with run.step() as step:
            accounts = await _next_accounts(after, days)
            sent += await _mail_all(accounts, days)
            if accounts:
                after = accounts[-1]["id"]
                step.cursor = after
                step.done += len({row["id"] for row in accounts})
        if not accounts:
            break
    run.set_result({"mails": sent})


async def _next_accounts(after: int, days: list[int]) -> list[Any]:
    zone = current_company().zone
    until = clock.day_end(today() + timedelta(days=days[-1]), zone)
    return await queries.expiring_accounts(after, ACCOUNTS_AT_ONCE, clock.now(), until, str(zone))


async def _mail_all(accounts: list[Any], days: list[int]) -> int:
    """How many were written now or before. A customer without an address is passed over."""
    people = {person.id: person for person in await customers_to_mail({row["customer_id"] for row in accounts})}
    sent = 0
    for row in accounts:
        person = people.get(row["customer_id"])
        left = (row["day"] - today()).days
        if person is not None:
            sent += await _mail(person, row, min(each for each in days if each >= left))
    return sent


async def _mail(person: CustomerSummary, row: Mapping[str, Any], days: int) -> bool:
    with use_locale(person.locale):
        data = {
            "company": current_company().title,
            "name": person.name,
            "points": number(row["points"]),
            "type": name_in(row["type_name"], row["type_zh"]),
            "day": show_date(row["day"]),
            "balance": number(row["balance"]),
            "link": f"{base_address()}/portal/points" if _has_portal() else "",
        }
    key = f"loyalty_expiring:{row['id']}:{row['day']}:{days}"
    try:
        await send_mail(person.email, "crm_loyalty/expiring", data, locale=person.locale, to_name=person.name, key=key)
    except InvalidInput:  # an address or a name that no header holds
        return False
    return True


def _has_portal() -> bool:
    return current_company().catalog.has("crm_portal")


WARN = Job(
    name="crm_loyalty.warn", title=_("Tell members which points expire soon"), run=_warn, steps=True, timeout=3600
)
