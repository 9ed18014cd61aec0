"""Customers, and their way into the portal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import httpx

from crm_core.models import Contact, Customer
from crm_portal import links
from guanxi import clock, create, elevated, fetch, update
from guanxi.jobs import run_pending
from tests.kernel.web.browser import Browser


async def customer(name: str, **values: Any) -> int:
    with elevated():
        made = await create(Customer, {"name": name, "phone": "0512-62881234", **values})
    return int(made.id)


async def contact(customer_id: int, name: str, **values: Any) -> int:
    with elevated():
        made = await create(Contact, {"customer": customer_id, "name": name, **values})
    return int(made.id)


async def archive(model: type[Any], id: int) -> None:
    with elevated():
        await update(model, id, {"archived": True})


async def mails() -> list[tuple[str, str]]:
    """Receiver and text of all mails, after the jobs that write them have run."""
    await run_pending(50)
    rows = await fetch('SELECT "to", subject, secret_text AS text FROM guanxi_mail ORDER BY id')
    return [(row["to"], f"{row['subject']}\n{row['text']}") for row in rows]


def token_in(text: str) -> str:
    found = re.search(r"/portal/enter\?token=([\w-]{43})[\s&]", text)
    assert found, text
    return found[1]


def code_in(text: str) -> str:
    found = re.search(r"^(\d{3} \d{3})$", text, re.M)
    assert found, text
    return found[1]


async def enter(browser: Browser, customer_id: int) -> httpx.Response:
    """Signs a browser in as this customer, through the page."""
    token = await links.hand_over(customer_id, minutes=5)
    return await redeem(browser, token)


async def redeem(browser: Browser, token: str) -> httpx.Response:
    return await browser.submit("/portal/enter", page=f"/portal/enter?token={token}")


@contextmanager
def within_a_minute() -> Iterator[None]:
    """The block runs in one window of the limits, after those before it."""
    with clock.travel(clock.now().replace(second=0, microsecond=0) + timedelta(minutes=2)):
        yield
