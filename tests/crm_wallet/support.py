"""Looking at stored value from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from crm_wallet import services
from crm_wallet.models import Offer
from guanxi import create, current_company, fetch
from guanxi.context import SYSTEM, Company, use_actor

JAN_31 = datetime(2026, 1, 31, 4, tzinfo=UTC)
"""noon in Shanghai"""


async def kinds(customer_id: int) -> list[tuple[str, int, int]]:
    """(kind, principal, bonus) of all entries in their order."""
    rows = await fetch(
        "SELECT e.kind, e.principal, e.bonus FROM crm_wallet_entry e JOIN crm_wallet_wallet w ON w.id = e.wallet_id"
        " WHERE w.customer_id = $1 ORDER BY e.id",
        customer_id,
    )
    return [(row["kind"], row["principal"], row["bonus"]) for row in rows]


async def lots(customer_id: int) -> list[tuple[int, int]]:
    """(bonus, remaining) in the order of granting."""
    rows = await fetch(
        "SELECT l.bonus, l.remaining FROM crm_wallet_lot l JOIN crm_wallet_wallet w ON w.id = l.wallet_id"
        " WHERE w.customer_id = $1 ORDER BY l.id",
        customer_id,
    )
    return [(row["bonus"], row["remaining"]) for row in rows]


async def stands(customer_id: int) -> tuple[int, int]:
    """Principal and bonus of the one wallet."""
    (balance,) = await services.balances(customer_id)
    return balance.principal, balance.bonus


async def make_offer(pays: int, bonus: int, days: int | None = None, **more: Any) -> int:
    values = {"name": "Offer", "currency": "CNY", "pays": pays, "bonus": bonus, "bonus_days": days}
    values |= {"valid_from": datetime(2026, 1, 1, tzinfo=UTC).date()}
    return int((await create(Offer, {**values, **more})).id)


async def fill(customer_id: int, principal: int, bonus: int = 0, source: str = "start") -> services.Booking:
    offer = await make_offer(principal, bonus) if bonus else None
    return await services.top_up(customer_id, principal, "CNY", f"{source}:{customer_id}", offer_id=offer)


@contextmanager
def with_settings(**values: Any) -> Iterator[Company]:
    """Settings of the add-on for this block, without storing them."""
    company = current_company()
    before = company.settings.get("crm_wallet", {})
    company.settings["crm_wallet"] = {**before, **values}
    company.cache.clear()
    try:
        with use_actor(SYSTEM):
            yield company
    finally:
        company.settings["crm_wallet"] = before
        company.cache.clear()
