"""Looking at the ledger from outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from crm_loyalty import jobs
from guanxi import current_company, enqueue, fetch
from guanxi.context import SYSTEM, Company, use_actor
from guanxi.jobs.worker import run_pending

JAN_31 = datetime(2026, 1, 31, 4, tzinfo=UTC)
"""noon in Shanghai"""


async def lots(customer_id: int) -> list[tuple[int, int]]:
    """(points, remaining) in the order of earning."""
    rows = await fetch(
        "SELECT points, remaining FROM crm_loyalty_lot WHERE account_id = crm_loyalty_account_of($1, 'points')"
        " ORDER BY id",
        customer_id,
    )
    return [(row["points"], row["remaining"]) for row in rows]


async def kinds(customer_id: int) -> list[tuple[str, int]]:
    """(kind, points) of all entries in their order."""
    rows = await fetch(
        "SELECT kind, points FROM crm_loyalty_entry"
        " WHERE account_id = crm_loyalty_account_of($1, 'points') ORDER BY id",
        customer_id,
    )
    return [(row["kind"], row["points"]) for row in rows]


async def run_expiry() -> int:
    """Runs the nightly job; how many points expired."""
    id = await enqueue(jobs.EXPIRE_POINTS)
    await run_pending()
    row = (await fetch("SELECT state, result FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done"
    return int(row["result"]["points"])


async def close_holds() -> int:
    id = await enqueue(jobs.CLOSE_HOLDS)
    await run_pending()
    row = (await fetch("SELECT state, result FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done"
    return int(row["result"]["accounts"])


@contextmanager
def with_settings(**values: Any) -> Iterator[Company]:
    """Settings of the add-on for this block, without storing them."""
    company = current_company()
    before = company.settings.get("crm_loyalty", {})
    company.settings["crm_loyalty"] = {**before, **values}
    company.cache.clear()
    try:
        with use_actor(SYSTEM):
            yield company
    finally:
        company.settings["crm_loyalty"] = before
        company.cache.clear()


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by Shanghai's clock."""
    return datetime(year, month, day, hour, minute, tzinfo=current_company().zone).astimezone(UTC)
