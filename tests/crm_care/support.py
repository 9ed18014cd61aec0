"""Plans, customers who celebrate, and looking at what they got."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from crm_care import jobs
from crm_care.models import Plan
from guanxi import clock, create, enqueue, execute, fetch
from guanxi.jobs.worker import run_pending
from tests.crm_loyalty.conftest import MakeCustomer

WORDS = {
    "subject": "Hello {name}",
    "text": "Dear {name}, all the best from {company}.",
    "subject_zh": "{name}您好",
    "text_zh": "{company}祝{name}快乐",
}


async def make_plan(**values: Any) -> int:
    given = {"name": "Plan", "occasion": "birthday", "active": True, **WORDS, **values}
    return int((await create(Plan, given)).id)


async def holiday(calendar: str, month: int, day: int, **values: Any) -> int:
    return await make_plan(occasion="holiday", calendar=calendar, month=month, day=day, **values)


async def consent(customer: int, decision: str = "given") -> None:
    await execute(
        "INSERT INTO crm_core_consent (revision, created_at, updated_at, customer_id, purpose, decision, channel, at)"
        " VALUES (1, now(), now(), $1, 'marketing', $2, 'phone', now())",
        customer,
        decision,
    )


async def celebrant(make: MakeCustomer, month: int = 6, day: int = 1, calendar: str = "solar", **values: Any) -> int:
    """A customer with an address who agreed to news."""
    id = await make()
    await born(id, month, day, calendar)
    await change(id, **{"email": f"c{id}@example.com", "locale": "en", **values})
    await consent(id)
    return id


async def born(customer: int, month: int, day: int, calendar: str = "solar") -> None:
    await change(customer, birth_month=month, birth_day=day, birth_calendar=calendar)


async def change(customer: int, **values: Any) -> None:
    """Past the checks of the form."""
    for name, value in values.items():
        await execute(f"UPDATE crm_core_customer SET {name} = $2 WHERE id = $1", customer, value)


@contextmanager
def on(year: int, month: int, day: int) -> Iterator[None]:
    """Eight in the morning in Shanghai."""
    with clock.travel(datetime(year, month, day, tzinfo=UTC)):
        yield


async def send() -> tuple[int, int]:
    """Runs the job; how many were sent and refused."""
    id = await enqueue(jobs.SEND)
    await run_pending()
    row = (await fetch("SELECT state, result, error FROM guanxi_job WHERE id = $1", id))[0]
    assert row["state"] == "done", row["error"]
    return row["result"]["sent"], row["result"]["refused"]


async def sent_on(year: int, month: int, day: int) -> int:
    with on(year, month, day):
        return (await send())[0]


async def messages() -> list[tuple[int, int, str]]:
    """(customer, year, day) in the order of sending."""
    rows = await fetch("SELECT customer_id, year, on_day FROM crm_care_message ORDER BY id")
    return [(row["customer_id"], row["year"], row["on_day"].isoformat()) for row in rows]


async def mails() -> list[tuple[str, str, str]]:
    """(receiver, subject, text)."""
    rows = await fetch('SELECT "to", subject, text FROM guanxi_mail ORDER BY id')
    return [(row["to"], row["subject"], row["text"]) for row in rows]
