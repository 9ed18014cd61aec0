"""Making referrals, and looking at them from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from crm_loyalty import services as loyalty
from crm_referrals import jobs
from crm_referrals.attributing import attribute
from crm_referrals.choices import Channel
from crm_referrals.orders import Order, OrderRefund, report_order, report_refund
from guanxi import current_company, enqueue, execute, fetch, today
from guanxi.context import SYSTEM, Company, use_actor
from guanxi.jobs.worker import run_pending


async def refer(referrer: int, referred: int) -> int:
    return (await attribute(referrer, referred, Channel.STAFF)).referral_id


async def pay(customer: int, amount: int = 10_000, on: date | None = None, source: str = "") -> int | None:
    return await report_order(Order(customer, amount, "CNY", on or today(), source or f"order:{customer}"))


async def refund(customer: int, amount: int, source: str = "r", order: str = "") -> str:
    return await report_refund(OrderRefund(order or f"order:{customer}", f"{source}:{customer}", amount))


async def reward() -> int:
    """Runs the nightly job; how many were rewarded."""
    id = await enqueue(jobs.REWARD)
    await run_pending()
    row = (await fetch("SELECT state, result FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done"
    return int(row["result"]["rewarded"])


async def states() -> list[tuple[str, str | None, int, int]]:
    """(state, why, points of the referrer, of the new customer) in the order of noting."""
    rows = await fetch("SELECT state, why, referrer_points, referred_points FROM crm_referrals_referral ORDER BY id")
    return [(row["state"], row["why"], row["referrer_points"], row["referred_points"]) for row in rows]


async def edges() -> list[tuple[int, int]]:
    rows = await fetch("SELECT referrer_id, referred_id FROM crm_referrals_referral ORDER BY id")
    return [(row["referrer_id"], row["referred_id"]) for row in rows]


async def points(*customers: int) -> list[int]:
    return [(await loyalty.balance(customer)).balance for customer in customers]


async def reach(customer: int, **values: Any) -> None:
    """Numbers and addresses, past the checks of the form."""
    for name, value in values.items():
        await execute(f"UPDATE crm_core_customer SET {name} = $2 WHERE id = $1", customer, value)


def has_ring(found: Sequence[tuple[int, int]]) -> bool:
    above = {referred: referrer for referrer, referred in found}
    for start in above:
        seen, at = set(), start
        while at in above:
            if at in seen:
                return True
            seen.add(at)
            at = above[at]
    return False


@contextmanager
def with_settings(addon: str = "crm_referrals", **values: Any) -> Iterator[Company]:
    """Settings of the add-on for this block, without storing them."""
    company = current_company()
    before = company.settings.get(addon, {})
    company.settings[addon] = {**before, **values}
    company.cache.clear()
    try:
        with use_actor(SYSTEM):
            yield company
    finally:
        company.settings[addon] = before
        company.cache.clear()
