"""Clubs, members and what they write."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from crm_community import clubs, nicknames, writing
from crm_community.clubs import Visitor
from crm_community.models import Club
from crm_loyalty import services as loyalty
from guanxi import create, current_company, fetch, fetch_value, today
from guanxi.records.actions import find_action, run_action


async def club(name: str = "Tea", tier: str = "") -> int:
    tiers = {each.name: each.id for each in await loyalty.all_tiers()}
    return int((await create(Club, {"name": name, "tier_id": tiers[tier] if tier else None})).id)


async def member(customer: int, club_id: int, name: str = "") -> Visitor:
    await nicknames.choose(customer, name or f"name {customer}")
    await clubs.join(customer, club_id)
    return await clubs.visitor(customer)


async def give_tier(customer: int, name: str) -> None:
    tier = next(each for each in await loyalty.all_tiers() if each.name == name)
    await loyalty.give_tier(customer, tier.id, today() + timedelta(days=30), reason="test")


async def topic(who: Visitor, club_id: int, title: str = "Which tea?", key: str = "k") -> int:
    id = await writing.open_topic(who, club_id, title, f"{title} I ask.", key)
    assert id is not None
    return id


async def post(who: Visitor, club_id: int, topic_id: int, text: str) -> int:
    await writing.reply(who, club_id, topic_id, text, secrets.token_hex(8))
    return int(await fetch_value("SELECT max(id) FROM crm_community_post"))


async def written() -> list[tuple[str, str]]:
    """Texts and states of all posts, in order."""
    rows = await fetch("SELECT text, state FROM crm_community_post ORDER BY id")
    return [(row["text"], row["state"]) for row in rows]


async def act(resource: str, name: str, id: int | None, **values: Any) -> Any:
    found = current_company().catalog.resources[f"crm_community/{resource}"]
    return await run_action(found, find_action(found, name, "list" if id is None else "record"), id, values)


@contextmanager
def approving() -> Iterator[None]:
    """What customers write waits, in this block."""
    company = current_company()
    before = company.settings.get("crm_community", {})
    company.settings["crm_community"] = {**before, "approve": True}
    company.cache.clear()
    try:
        yield
    finally:
        company.settings["crm_community"] = before
        company.cache.clear()
