"""Campaigns and lotteries for tests, and looking at them from outside."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from crm_offers import lotteries, services
from crm_offers.choices import CampaignState
from crm_offers.lottery_models import Lottery
from crm_offers.models import Campaign
from crm_offers.services import Order
from guanxi import create, current_company, elevated, enqueue, fetch, update
from guanxi.jobs.worker import run_pending

NOTHING = {"name": "Nothing", "kind": "nothing", "odds": 1_000_000}


async def campaign(*, opened: bool = True, **values: Any) -> int:
    """5.00 CNY off, for whoever has a coupon, without limits."""
    with elevated():
        made = await create(Campaign, {"name": "Five off", "currency": "CNY", "amount": 500, **values})
        if opened:
            await update(Campaign, made.id, {"state": CampaignState.OPEN})
    return int(made.id)


async def lottery(*prizes: dict[str, Any], published: bool = True, **values: Any) -> int:
    with elevated():
        made = await create(Lottery, {"name": "Lottery", "prizes": [dict(prize) for prize in prizes], **values})
        if published:
            await lotteries.publish(made.id)
    return int(made.id)


def order(*codes: str, source: str = "order:1", amount: int = 10_000, customer: int | None = None) -> Order:
    return Order(tuple(codes), amount, "CNY", customer, source)


async def coupon(campaign_id: int, source: str = "a", customer: int | None = None) -> str:
    """Its code."""
    return (await services.issue(campaign_id, customer, source)).code


async def states(campaign_id: int) -> list[str]:
    rows = await fetch("SELECT state FROM crm_offers_coupon WHERE campaign_id = $1 ORDER BY id", campaign_id)
    return [row["state"] for row in rows]


async def events(campaign_id: int) -> list[tuple[str, int]]:
    rows = await fetch("SELECT kind, discount FROM crm_offers_event WHERE campaign_id = $1 ORDER BY id", campaign_id)
    return [(row["kind"], row["discount"]) for row in rows]


async def figures(campaign_id: int) -> tuple[int, int, int, int]:
    """Issued, redeemed, discounts, orders."""
    row = (
        await fetch("SELECT issued, redeemed, discount, ordered FROM crm_offers_campaign WHERE id = $1", campaign_id)
    )[0]
    return row["issued"], row["redeemed"], row["discount"], row["ordered"]


async def run_job(job: Any, payload: dict[str, Any] | None = None) -> dict[str, Any]:
    id = await enqueue(job, payload or {})
    await run_pending()
    row = (await fetch("SELECT state, result FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done"
    return dict(row["result"] or {})


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by the company's clock."""
    return datetime(year, month, day, hour, minute, tzinfo=current_company().zone).astimezone(UTC)
