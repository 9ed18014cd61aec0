"""Members whose points are granted and expire, for the benchmarks of both."""

from __future__ import annotations

import asyncio

from benchmarks.customers import load_customers
from crm_loyalty.services import Purchase, earn_for_purchases
from guanxi import clock, fetch, fetch_value

MEMBERS = 20_000
EACH = 5
"""lots of one member in one round"""
BATCH = 1_000
"""purchases in one call, as a day's file of a shop brings them"""


async def make_members() -> list[int]:
    """Customers who have an account, with one lot in it."""
    await load_customers(MEMBERS, [await fetch_value("SELECT id FROM guanxi_user LIMIT 1")])
    members = [row["id"] for row in await fetch("SELECT id FROM crm_core_customer ORDER BY id")]
    await _earn(members, "first")
    return members


def _purchases_of(members: list[int], name: str) -> list[Purchase]:
    """One of each; `name` makes their sources differ from those of other ones."""
    return [Purchase(id, 100_000 + id % 7, "CNY", f"order:{name}:{id}", clock.now()) for id in members]


async def grant(members: list[int], name: str) -> int:
    """How many lots."""
    for number in range(EACH):
        await _earn(members, f"{name}:{number}")
    return EACH * len(members)


async def _earn(members: list[int], name: str) -> None:
    """Two callers at once, each with its own members, as two shops bring their files."""
    purchases = _purchases_of(members, name)
    half = len(purchases) // 2
    await asyncio.gather(_bring(purchases[:half]), _bring(purchases[half:]))


async def _bring(purchases: list[Purchase]) -> None:
    for start in range(0, len(purchases), BATCH):
        await earn_for_purchases(purchases[start : start + BATCH])
