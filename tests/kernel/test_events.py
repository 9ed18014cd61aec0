from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from guanxi.context import Actor, Company, current_actor, use_actor, use_company
from guanxi.db import close_context, execute, fetch_value, transaction
from guanxi.declare.catalog import Catalog, Offer
from guanxi.declare.events import Event, Subscription, When
from guanxi.events import EVENT_JOB, publish
from guanxi.i18n import Text
from guanxi.jobs import run_pending
from tests.kernel.jobs.support import make_tables, note, notes, open_company, row

CLERK = Actor(kind="user", id=3, name="Clerk")


class Sold(Event, frozen=True):
    item: str
    amount: int
    day: date = date(2026, 1, 2)
    weight: Decimal = Decimal("1.5")


class Returned(Event, frozen=True):
    item: str


seen: list[Any] = []


async def stock(event: Sold) -> None:
    actor = current_actor()
    await note(f"stock {event.item} by {actor.kind} {actor.name} {actor.elevated}")


async def ledger(event: Sold) -> None:
    await note(f"ledger {event.amount}")


async def letter(event: Sold) -> None:
    actor = current_actor()
    seen.append(event)
    await note(f"letter by {actor.kind} {actor.name}")


def catalog(*subscriptions: Subscription) -> Catalog:
    offers = [Offer(addon, Text(addon), Path(addon)) for addon in ("guanxi", "a", "b")]
    offers[0].jobs.append(EVENT_JOB)
    for subscription in subscriptions:
        next(o for o in offers if o.addon == subscription.addon).subscriptions.append(subscription)
    return Catalog(offers)


NOW = When.IN_TRANSACTION
LATER = When.AFTER_COMMIT


@pytest.fixture
async def opened(database: str) -> AsyncIterator[Company]:
    company = await open_company(database)
    await make_tables(company)
    company.catalog = catalog(
        Subscription("b", Sold, ledger, NOW),
        Subscription("a", Sold, stock, NOW),
        Subscription("b", Sold, letter, LATER),
    )
    seen.clear()
    yield company
    await close_context(company.tortoise)


async def test_handlers_in_the_transaction_run_now_elevated_addon_after_addon(opened: Company) -> None:
    with use_company(opened), use_actor(CLERK):
        async with transaction():
            await publish(Sold("chair", 100))
            assert await notes() == ["stock chair by user Clerk True", "ledger 100"]
        assert current_actor() is CLERK


async def test_a_rollback_takes_everything_back(opened: Company) -> None:
    with use_company(opened):
        with pytest.raises(ZeroDivisionError):
            async with transaction():
                await publish(Sold("chair", 100))
                raise ZeroDivisionError
        assert await notes() == []
        assert await fetch_value("SELECT count(*) FROM guanxi_job") == 0
        assert await run_pending() == 0


async def test_a_failing_handler_fails_the_publisher(opened: Company) -> None:
    async def refuse(event: Sold) -> None:
        raise ValueError("no")

    opened.catalog = catalog(Subscription("a", Sold, stock, NOW), Subscription("b", Sold, refuse, NOW))
    with use_company(opened):
        with pytest.raises(ValueError, match="no"):
            async with transaction():
                await publish(Sold("chair", 100))
        assert await notes() == []


async def test_handlers_after_the_commit_are_jobs(opened: Company) -> None:
    with use_company(opened), use_actor(CLERK):
        async with transaction():
            await publish(Sold("chair", 100))
        assert seen == []
        assert await run_pending() == 1
        assert seen == [Sold("chair", 100)]
        assert (await notes())[2:] == ["letter by system Clerk"]


async def test_a_handler_after_the_commit_is_tried_again(opened: Company) -> None:
    tries: list[int] = []

    async def shaky(event: Sold) -> None:
        tries.append(event.amount)
        await note("shaky")
        if len(tries) == 1:
            raise OSError

    opened.catalog = catalog(Subscription("a", Sold, shaky, LATER))
    with use_company(opened):
        async with transaction():
            await publish(Sold("chair", 100))
        assert await run_pending() == 1
        await execute("UPDATE guanxi_job SET run_at = created_at")
        assert await run_pending() == 1
        assert tries == [100, 100]
        assert await notes() == ["shaky"]


async def test_the_handler_of_a_disabled_addon_is_skipped(opened: Company) -> None:
    with use_company(opened):
        async with transaction():
            await publish(Sold("chair", 100))
        opened.catalog = catalog(Subscription("a", Sold, stock, NOW))
        assert await run_pending() == 1
        id = await fetch_value("SELECT id FROM guanxi_job")
        done = await row(id)
    assert (str(done["state"]), done["result"]) == ("done", {"skipped": "b:letter"})
    assert seen == []


async def test_an_event_nobody_listens_to_costs_nothing(opened: Company) -> None:
    with use_company(opened):
        async with transaction():
            await publish(Returned("chair"))
        assert await fetch_value("SELECT count(*) FROM guanxi_job") == 0


async def test_events_are_published_in_a_transaction(opened: Company) -> None:
    with use_company(opened), pytest.raises(RuntimeError):
        await publish(Sold("chair", 100))
